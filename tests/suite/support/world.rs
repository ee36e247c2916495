//! A small borough made through the API: a centre, its staff, an activity from birth to
//! five without priority places, and families with children of that age.

use firstplace::access::Role;
use firstplace::base::id::PartnerId;
use serde_json::{Value, json};

use super::app::TestApp;
use super::client::{Answer, Client};
use super::people::Person;

/// A week after `START`, at ten: far from every deadline.
pub const NEXT_MONDAY: [&str; 2] = ["2026-11-23T10:00:00Z", "2026-11-23T11:30:00Z"];

pub struct World<'a> {
    pub app: &'a TestApp,
    pub admin: Client,
    pub staff: Client,
    pub centre: String,
    /// Stay and Play: birth to five, families as unit, eight places, no priority places.
    pub activity: String,
}

/// A family and the parent who speaks for it.
pub struct Family {
    pub id: String,
    /// As a professional describes it who meets it.
    pub described: Value,
    pub children: Vec<String>,
    pub parent: Client,
}

impl Family {
    /// What to send for a place: all its children and one adult.
    pub fn party(&self) -> Value {
        json!({
            "family_id": self.id,
            "child_ids": self.children,
            "adults": 1,
            "if_full": "wait",
            "wants": "offer",
        })
    }

    /// As the parent, on the web: waits where it is full.
    pub fn books(&self, session: &str) -> Answer {
        self.asks(session, json!({}))
    }

    /// The same with some members of the body changed.
    pub fn asks(&self, session: &str, changed: Value) -> Answer {
        let body = merged(self.party(), changed);
        self.parent.post(&format!("/api/v1/sessions/{session}/bookings"), &body)
    }

    pub fn status(&self, booking: &Value) -> String {
        let shown = self.parent.get(&format!("/api/v1/bookings/{}", id(booking))).expect(200);
        shown["status"].as_str().expect("a status").to_owned()
    }

    /// Its newest booking, as the family sees it: a professional is told of none.
    pub fn newest(&self) -> Value {
        self.newest_but(&[])
    }

    /// The newest beside these: those of one moment have no order.
    pub fn newest_but(&self, known: &[String]) -> Value {
        let all = self.parent.get("/api/v1/bookings?limit=200").expect(200);
        let mut items = all["items"].as_array().expect("items").iter();
        items.find(|one| !known.contains(&id(one))).cloned().unwrap_or_default()
    }
}

impl<'a> World<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        let admin = app.as_role(Role::Administrator);
        let body = json!({ "name": "Partington Children's Centre", "phone": "0161 912 2122" });
        let centre = id(&admin.post("/api/v1/centres", &body).expect(201));
        let at_centre = Person { centre: Some(&centre), ..Person::default() };
        let staff = app.sign_in(Role::Staff, &at_centre);
        let mut world = Self { app, admin, staff, centre, activity: String::new() };
        world.activity = world.activity(json!({}));
        world
    }

    /// Another activity: Stay and Play with `changed`.
    pub fn activity(&self, changed: Value) -> String {
        let plain = json!({
            "title": "Stay and Play",
            "centre_id": self.centre,
            "access": "book",
            "unit": "families",
            "capacity": 8,
            "ages": { "unit": "months", "min": 0, "max": 60 },
        });
        let made = self.staff.post("/api/v1/activities", &merged(plain, changed));
        id(&made.expect(201))
    }

    /// An announced session next Monday that has been public since the start of time.
    pub fn session(&self, changed: Value) -> String {
        let session = self.draft(changed);
        self.staff.post(&format!("/api/v1/sessions/{session}/announce"), &json!({})).expect(200);
        session
    }

    pub fn draft(&self, changed: Value) -> String {
        let plain = json!({
            "activity_id": self.activity,
            "centre_id": self.centre,
            "starts_at": NEXT_MONDAY[0],
            "ends_at": NEXT_MONDAY[1],
            "referrals_open_at": "2026-11-02T09:00:00Z",
            "public_release_at": "2026-11-09T09:00:00Z",
        });
        id(&self.staff.post("/api/v1/sessions", &merged(plain, changed)).expect(201))
    }

    /// A family with one child of a year.
    pub fn family(&self, name: &str) -> Family {
        self.family_of(name, &["2025-11-01"])
    }

    /// A family with children born on these days, and its parent signed in.
    pub fn family_of(&self, name: &str, born_on: &[&str]) -> Family {
        let described = described(name, born_on);
        let body = merged(described.clone(), json!({ "centre_id": self.centre }));
        let made = self.staff.post("/api/v1/families", &body).expect(201);
        let ids = made["children"].as_array().expect("children").iter().map(id).collect();
        let family = id(&made);
        let carer = made["carers"][0]["id"].as_str();
        let person = Person { family: Some(&family), carer, ..Person::default() };
        let parent = self.app.sign_in(Role::Parent, &person);
        Family { id: family, described, children: ids, parent }
    }

    /// Another household of this family's first child, whose carer knows nothing of it.
    pub fn other_home(&self, family: &Family, name: &str) -> Family {
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        let body = json!({
            "carers": [{ "name": name, "email": email }],
            "children": [{ "id": family.children[0] }],
            "postcode": "M32 9AU",
            "centre_id": self.centre,
        });
        let made = self.staff.post("/api/v1/families", &body).expect(201);
        let (home, carer) = (id(&made), id(&made["carers"][0]));
        let person = Person { family: Some(&home), carer: Some(&carer), ..Person::default() };
        let parent = self.app.sign_in(Role::Parent, &person);
        let children = vec![family.children[0].clone()];
        Family { id: home, described: Value::Null, children, parent }
    }

    pub fn families(&self, count: usize) -> Vec<Family> {
        (0..count).map(|number| self.family(&format!("Parent {number}"))).collect()
    }

    /// A professional of a partner of this kind.
    pub fn professional(&self, kind: &str) -> Client {
        let body = json!({ "name": format!("Partner {}", PartnerId::new()), "kind": kind });
        let partner = id(&self.admin.post("/api/v1/partners", &body).expect(201));
        let person = Person { partner: Some(&partner), team: Some("north"), ..Person::default() };
        self.app.sign_in(Role::Professional, &person)
    }

    /// What staff see of a session.
    pub fn shown(&self, session: &str) -> Value {
        self.staff.get(&format!("/api/v1/sessions/{session}")).expect(200)
    }

    /// The booking ids of a line, in order.
    pub fn line(&self, session: &str) -> Vec<String> {
        let line = self.staff.get(&format!("/api/v1/sessions/{session}/waitlist")).expect(200);
        let entries = line["items"].as_array().expect("a list");
        let ids = entries.iter().map(|entry| entry["booking_id"].as_str().expect("an id"));
        ids.map(str::to_owned).collect()
    }
}

/// A family as somebody describes it: an adult of this name with an address of mail, and children
/// born on these days.
pub fn described(name: &str, born_on: &[&str]) -> Value {
    let children: Vec<Value> = born_on
        .iter()
        .enumerate()
        .map(|(number, day)| json!({ "name": format!("{name} {number}"), "born_on": day }))
        .collect();
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    json!({ "carers": [{ "name": name, "email": email }], "children": children })
}

/// What a professional sends for a family.
pub fn referral(family: &Family) -> Value {
    json!({
        "family": family.described,
        "adults": 1,
        "reason": "isolation",
        "target_groups": [],
        "agreed_on": "2026-11-15",
        "agreed_how": "spoken",
    })
}

/// The `id` of what was made.
#[track_caller]
pub fn id(made: &Value) -> String {
    made["id"].as_str().unwrap_or_else(|| panic!("no id: {made}")).to_owned()
}

/// An object with some members changed or added; `null` leaves one out.
pub fn merged(mut whole: Value, changed: Value) -> Value {
    let into = whole.as_object_mut().expect("an object");
    for (name, value) in changed.as_object().cloned().unwrap_or_default() {
        into.insert(name, value);
    }
    whole
}
