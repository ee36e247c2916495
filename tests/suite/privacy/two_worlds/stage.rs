//! The people and sessions of both worlds: Dad, who calls and reads; Nan of the same household; Mum,
//! of the other household of his first child or a stranger whose child is as old.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::Client;
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

/// Dad's telephone.
pub const DADS: &str = "07700 900001";

pub struct Stage<'a> {
    pub app: &'a TestApp,
    pub world: World<'a>,
    pub lead: Client,
    /// The household that calls: Robin, Sam, and one that is expected.
    pub family: Value,
    pub dad: Client,
    /// The other household of Robin, or a stranger's.
    pub other: Value,
    pub mum: Client,
    /// On Monday at ten, which Mum has.
    pub theirs: String,
    /// On Monday at half past ten.
    pub beside: String,
    /// On Tuesday, with one place, which somebody has.
    pub full: String,
    /// On Wednesday.
    pub later: String,
    /// On Monday at ten, and told to nobody.
    pub sensitive: String,
    /// Not open yet.
    pub soon: String,
    pub holder: Client,
    pub held: Value,
}

fn on(day: &str, from: &str, to: &str) -> Value {
    json!({ "starts_at": format!("2026-11-{day}T{from}:00Z"), "ends_at": format!("2026-11-{day}T{to}:00Z") })
}

impl<'a> Stage<'a> {
    pub fn new(app: &'a TestApp, shares_a_child: bool) -> Self {
        let world = World::new(app);
        let robin = json!({ "name": "Robin", "born_on": "2025-11-01" });
        let other = household(&world, &["Mum"], vec![robin.clone()], "M32 9AU");
        let first =
            if shares_a_child { json!({ "id": other["children"][0]["id"] }) } else { robin };
        let children = vec![
            first,
            json!({ "name": "Sam", "born_on": "2024-11-01" }),
            json!({ "name": "Bump", "due_on": "2026-11-10" }),
        ];
        let family = household(&world, &["Dad", "Nan"], children, "M31 4FL");
        let session = |title: &str, times: Value, changed: Value| {
            let activity = world.activity(merged(json!({ "title": title }), changed));
            world.session(merged(times, json!({ "activity_id": activity })))
        };
        let full = session("Full", on("24", "10:00", "11:00"), json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&full).expect(201);
        let soon = world.activity(json!({ "title": "Soon" }));
        let soon = merged(
            on("27", "10:00", "11:00"),
            json!({ "activity_id": soon,
            "public_release_at": "2026-11-20T09:00:00Z" }),
        );
        Self {
            lead: app.as_role(Role::SafeguardingLead),
            dad: parent(app, &family),
            mum: parent(app, &other),
            theirs: session("Theirs", on("23", "10:00", "11:00"), json!({})),
            beside: session("Beside", on("23", "10:30", "11:30"), json!({})),
            later: session("Later", on("25", "10:00", "11:00"), json!({})),
            sensitive: session("Freedom", on("23", "10:00", "11:00"), json!({ "sensitive": true })),
            soon: world.session(soon),
            holder: holder.parent,
            app,
            world,
            family,
            other,
            full,
            held,
        }
    }

    /// One adult and one child of a household.
    pub fn party(household: &Value, child: usize) -> Value {
        json!({ "family_id": household["id"], "child_ids": [household["children"][child]["id"]],
            "adults": 1, "if_full": "wait", "wants": "offer" })
    }
}

pub fn household(world: &World, carers: &[&str], children: Vec<Value>, postcode: &str) -> Value {
    let carer = |name: &&str| {
        let email = format!("{}@example.org", name.to_lowercase());
        match *name {
            // Where texts are sent, he reads them alone.
            "Dad" if world.app.store.sends_texts() => {
                json!({ "name": name, "email": email, "mail_allowed": false, "phone": DADS })
            }
            _ => json!({ "name": name, "email": email }),
        }
    };
    let carers: Vec<Value> = carers.iter().map(carer).collect();
    let body = json!({ "carers": carers, "children": children, "postcode": postcode,
        "centre_id": world.centre });
    world.staff.post("/api/v1/families", &body).expect(201)
}

/// The first carer of a household, signed in.
fn parent(app: &TestApp, household: &Value) -> Client {
    let (family, carer) = (id(household), id(&household["carers"][0]));
    app.sign_in(
        Role::Parent,
        &Person { family: Some(&family), carer: Some(&carer), ..Person::default() },
    )
}
