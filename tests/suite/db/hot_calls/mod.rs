//! The calls of the minute at which booking opens, and of the door: how many statements each sends,
//! and that none of them reads through a table that grows.

mod plans;
mod statements;

use chrono::TimeDelta;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::{TestApp, at};
use crate::support::client::{Answer, Client};
use crate::support::world::{Family, NEXT_MONDAY, World, described, id, merged, referral};

/// Runs a call between two looks at what was sent; the name says which it is.
type Around<'a> = &'a mut dyn FnMut(&'static str, &dyn Fn());

/// A line of many.
const MANY: usize = 20;

/// Sessions beside each other on what's on.
const SHOWN: i64 = 20;

/// Makes each hot call once. All has been called before, so that nothing is met for the first time.
fn each(app: &TestApp, around: Around) {
    Hot::new(app).all(around);
}

/// The same with the pages of staff, of which only the plans are held.
fn each_with_pages_of_staff(app: &TestApp, around: Around) {
    let hot = Hot::new(app);
    hot.desk(around);
    hot.all(around);
}

struct Hot<'a> {
    world: World<'a>,
    visitor: Client,
}

impl<'a> Hot<'a> {
    fn new(app: &'a TestApp) -> Self {
        let world = World::new(app);
        let visitor = world.professional("health");
        let hot = Self { visitor, world };
        let session = hot.session(0, 1);
        hot.family("Warm").books(&session).expect(201);
        hot.refers("Warmer", &session);
        hot
    }

    fn all(&self, around: Around) {
        self.places(around);
        self.lines(around);
        self.reads(around);
        self.families(around);
        self.door(around);
    }

    /// Of an activity of its own, so that no family is held back by what it booked elsewhere.
    fn session(&self, hours: i64, capacity: usize) -> String {
        let activity = self.world.activity(json!({ "title": format!("Play {hours}") }));
        let starts = at(NEXT_MONDAY[0]) + TimeDelta::hours(hours);
        self.world.session(json!({ "activity_id": activity, "capacity": capacity,
            "starts_at": starts, "ends_at": starts + TimeDelta::hours(1) }))
    }

    fn family(&self, name: &str) -> Family {
        self.world.family(name)
    }

    fn waits(&self, name: &str, session: &str) -> (Family, Value) {
        let family = self.family(name);
        let entry = family.books(session).expect(201);
        assert_eq!(entry["status"], "waiting", "{entry}");
        (family, entry)
    }

    fn refers(&self, name: &str, session: &str) {
        refers(&self.visitor, &self.family(name), session);
    }

    fn places(&self, around: Around) {
        let session = self.session(1, 3);
        let first = self.family("First");
        let booked = first.books(&session).expect(201);
        let parent = self.family("Parent");
        around("a parent books", &|| {
            assert_eq!(parent.books(&session).expect(201)["status"], "booked");
        });
        around("cancels, nobody waiting", &|| cancels(&first, &booked));
        let referred = self.family("Referred");
        around("a professional refers", &|| refers(&self.visitor, &referred, &session));

        self.family("Third").books(&session).expect(201);
        let refused = self.family("Refused");
        around("is refused, all is taken", &|| {
            refused.asks(&session, json!({ "if_full": "refuse" })).refused(409, "session_full");
        });
        around("asks again for a place it has", &|| {
            parent.books(&session).refused(409, "already_booked");
        });
    }

    fn lines(&self, around: Around) {
        let session = self.session(2, 1);
        let holder = self.family("Holder");
        let held = holder.books(&session).expect(201);
        let (next, entry) = self.waits("Next", &session);
        let second = self.family("Second");
        around("joins a line of one", &|| {
            assert_eq!(second.books(&session).expect(201)["status"], "waiting");
        });
        for number in 2..MANY {
            self.waits(&format!("Waiting {number}"), &session);
        }
        let last = self.family("Last");
        around("joins a line of many", &|| {
            assert_eq!(last.books(&session).expect(201)["status"], "waiting");
        });
        around("cancels, many waiting", &|| cancels(&holder, &held));
        let shown = next.parent.get(&format!("/api/v1/bookings/{}", id(&entry))).expect(200);
        let accept = format!("/api/v1/offers/{}/accept", id(&shown["offer"]));
        around("accepts an offer", &|| drop(next.parent.post(&accept, &json!({})).expect(200)));
    }

    fn reads(&self, around: Around) {
        let first = self.session(3, 8);
        (4..3 + SHOWN).for_each(|hours| drop(self.session(hours, 8)));
        let nobody = &self.world.app.nobody;
        let ways = [
            ("/api/v1/whats-on", "what's on as JSON", "what's on as JSON, unchanged"),
            ("/whats-on", "what's on, the page", "what's on, the page, unchanged"),
        ];
        for (path, changed, unchanged) in ways {
            nobody.get(path);
            self.family(&format!("Visitor {}", path.len())).books(&first).expect(201);
            around(changed, &|| assert_eq!(nobody.get(path).status, 200));
            let again = nobody.get(path);
            around(unchanged, &|| drop(asks_again(nobody, path, &again)));
        }

        let session = self.session(40, 8);
        let parent = self.family("Reader").parent;
        let path = format!("/api/v1/sessions/{session}");
        parent.get(&path).expect(200);
        around("one session by id", &|| drop(parent.get(&path).expect(200)));
    }

    fn families(&self, around: Around) {
        let added = |name: &str| {
            merged(described(name, &["2025-11-01"]), json!({ "centre_id": self.world.centre }))
        };
        let family = added("Added");
        around("staff add a family", &|| {
            self.world.staff.post("/api/v1/families", &family).expect(201);
        });
    }

    /// Pages of staff.
    fn desk(&self, around: Around) {
        let session = self.session(60, 1);
        self.family("At the desk").books(&session).expect(201);
        self.waits("In line", &session);
        let desk = format!("/sessions/{session}/desk");
        let pages = [
            ("the page of today", "/today"),
            ("a search at the desk", "/families?q=at+the+desk"),
            ("a session's desk page", desk.as_str()),
            ("the list of families to ring", "/lists/to-ring"),
            ("the list of those without a contact", "/lists/no-contact"),
            ("the list of two-year-olds", "/lists/two-year-olds"),
            ("the list of families to tell", "/lists/to-be-told"),
        ];
        for (name, path) in pages {
            around(name, &|| {
                let page = self.world.staff.open(path);
                assert_eq!(page.status, 200, "{path}: {}", page.text);
            });
        }
    }

    /// Moves the clock to a session's hour.
    fn door(&self, around: Around) {
        let session = self.session(1, MANY);
        let parties = (0..3).map(|number| self.family(&format!("Party {number}")));
        let booked: Vec<Value> = parties.map(|one| one.books(&session).expect(201)).collect();
        let now = at(NEXT_MONDAY[0]) + TimeDelta::hours(1);
        self.world.app.clock.set(now);

        let staff = &self.world.staff;
        let register = format!("/api/v1/sessions/{session}/register");
        around("opens a register", &|| drop(staff.get(&register).expect(200)));
        let marks = |number: usize| {
            let mark = json!({ "client_id": format!("m-{number}"), "at": now, "mark": "came",
                "booking_id": booked[number]["id"] });
            let answer = staff.post(&format!("{register}/marks"), &json!({ "marks": [mark] }));
            assert_eq!(answer.expect(200)["marks"][0]["outcome"], "ok");
        };
        marks(0);
        around("marks a party", &|| marks(1));
    }
}

fn cancels(family: &Family, booked: &Value) {
    let path = format!("/api/v1/bookings/{}/cancel", id(booked));
    family.parent.post(&path, &json!({})).expect(200);
}

fn refers(visitor: &Client, family: &Family, session: &str) {
    let path = format!("/api/v1/sessions/{session}/referrals");
    visitor.post(&path, &referral(family)).expect(201);
}

/// As a browser does that has seen it: with its ETag, where it was given one.
fn asks_again(who: &Client, path: &str, seen: &Answer) -> Answer {
    let call = who.call(Method::GET, path);
    match seen.header("etag") {
        Some(etag) => call.header("if-none-match", etag).send(),
        None => call.send(),
    }
}
