//! Text messages: to whom they go, how they leave, what becomes of them, what families answer and
//! what they cost. The services that carry them are servers of the tests' own.

mod answers;
mod channel;
mod codes;
mod costs;
mod sending;
mod statuses;

use std::sync::Arc;

use firstplace::access::Role;
use firstplace::mail::service::{PostOffice, TextOffice, deliver_due};
use firstplace::mail::transport::text::Carrier;
use firstplace::mail::transport::{Sender, Transport};
use firstplace::mail::words::texts::Answers;
use serde_json::{Value, json};

use crate::support::app::{TestApp, letterhead};
use crate::support::carrier::Notify;
use crate::support::people::Person;
use crate::support::scratch::Scratch;
use crate::support::world::{Family, World, id, merged};

pub const NUMBER: &str = "07700 900123";
/// The same as services that carry texts write it.
pub const AS_TEXTED: &str = "447700900123";

/// A post office whose mails go into a folder.
pub struct Post {
    office: PostOffice,
    _folder: Scratch,
}

impl Post {
    pub fn with(carrier: Option<Carrier>) -> Self {
        let folder = Scratch::new("texts");
        let sender = Sender {
            from: "Hubs <hubs@example.org>".parse().expect("a mailbox"),
            host: "hubs.example.org".to_owned(),
            transport: Transport::Folder(folder.path().join("out")),
        };
        let texts = carrier.map(|carrier| TextOffice { carrier, answers: Answers::Read });
        let office = PostOffice { sender, head: Arc::new(letterhead()), texts };
        Self { office, _folder: folder }
    }

    pub fn notify(notify: &Notify) -> Self {
        Self::with(Some(Carrier::notify(notify.settings(None))))
    }

    pub fn office(&self) -> &PostOffice {
        &self.office
    }

    /// As many rounds as there is something to do.
    pub fn delivers(&self, app: &TestApp) -> usize {
        let mut tried = 0;
        while let round @ 1.. = deliver_due(&app.store, &self.office).expect("a round") {
            tried += round;
        }
        tried
    }
}

/// A family that reads texts alone.
pub fn texted(world: &World, name: &str, phone: &str) -> Family {
    texted_as(world, name, json!({ "phone": phone }))
}

/// The same with other things said of its adult.
pub fn texted_as(world: &World, name: &str, carer: Value) -> Family {
    let described = json!({
        "carers": [merged(json!({ "name": name }), carer)],
        "children": [{ "name": format!("{name} Junior"), "born_on": "2025-11-01" }],
        "postcode": "M31 4FL",
    });
    let body = merged(described.clone(), json!({ "centre_id": world.centre }));
    let made = world.staff.post("/api/v1/families", &body).expect(201);
    let (family, carer) = (id(&made), id(&made["carers"][0]));
    let person = Person { family: Some(&family), carer: Some(&carer), ..Person::default() };
    let parent = world.app.sign_in(Role::Parent, &person);
    let children = vec![id(&made["children"][0])];
    Family { id: family, described, children, parent }
}

/// Somebody who waits, was offered a place by text, and whose text has left.
pub fn asked<'a>(app: &'a TestApp, notify: &Notify) -> (World<'a>, Family, Value) {
    let world = World::new(app);
    let family = texted(&world, "Amina", NUMBER);
    let waits = offered(&world, &family);
    Post::notify(notify).delivers(app);
    (world, family, waits)
}

/// What an administrator sees of the letters of a kind, newest first.
pub fn log(app: &TestApp, kind: &str) -> Vec<Value> {
    let admin = app.as_role(Role::Administrator);
    let page = admin.get("/api/v1/mail?limit=500").expect(200);
    let items = page["items"].as_array().expect("a list");
    items.iter().filter(|item| item["kind"] == kind).cloned().collect()
}

/// The open tasks of the centre: their kind and what they are about.
pub fn tasks(world: &World) -> Vec<(String, String)> {
    let shown = world.staff.get("/api/v1/tasks").expect(200);
    let text = |task: &Value, name: &str| task[name].as_str().unwrap_or_default().to_owned();
    let items = shown["items"].as_array().expect("a list");
    items.iter().map(|task| (text(task, "kind"), text(task, "detail"))).collect()
}

/// A place in a session that is full, given up: whoever waits is offered it.
pub fn offered(world: &World, family: &Family) -> Value {
    let session = world.session(json!({ "capacity": 1 }));
    let holder = world.family("Holder");
    let held = holder.books(&session).expect(201);
    let waits = family.books(&session).expect(201);
    assert_eq!(waits["status"], "waiting", "{waits}");
    let cancel = format!("/api/v1/bookings/{}/cancel", id(&held));
    holder.parent.post(&cancel, &json!({})).expect(200);
    assert_eq!(family.status(&waits), "offered");
    waits
}

/// The service that carries texts tells us of one that it received.
pub fn receives(app: &TestApp, number: &str, message: &str) {
    let id = uuid::Uuid::new_v4().to_string();
    let body = json!({
        "id": id, "source_number": number, "destination_number": "07700900999",
        "message": message, "date_received": "2026-11-16T10:00:00.000000Z",
    });
    app.carrier().post("/api/v1/texts/received", &body).expect(200);
}
