//! What everybody reads: kept in memory while it is true, and never a moment longer. What a process
//! has kept is compared with what one that begins now works out.

mod hidden;
mod moments;
mod sent_again;
mod what_moves_it;

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, Client};
use crate::support::world::{Family, World, id, merged};

/// What anybody may read.
pub const PUBLIC: [&str; 4] = ["/api/v1/whats-on", "/api/v1/whats-on?limit=2", "/whats-on", "/"];

/// Those who read sessions, each with another sight of them.
pub struct Readers<'a> {
    app: &'a TestApp,
    all: Vec<Client>,
}

impl<'a> Readers<'a> {
    pub fn of(world: &World<'a>) -> Self {
        let (staff, visitor) = (world.staff.clone(), world.professional("health"));
        Self { app: world.app, all: vec![staff, visitor, world.family("Reader").parent] }
    }

    /// Everything that is shown, which has to be what a process shows that has kept nothing.
    #[track_caller]
    pub fn read(&self) -> String {
        let beside = self.app.beside();
        let mut said = String::new();
        for path in PUBLIC {
            let (kept, new) = (self.app.nobody.get(path), beside.nobody.get(path));
            assert_eq!(kept.text, new.text, "{path}");
            assert_eq!(kept.header("etag"), new.header("etag"), "{path}");
            said += &kept.text;
        }
        for reader in &self.all {
            let new = beside.nobody.bearing(reader.token().expect("a token"));
            let (new, path) = (new.in_role(reader.role()), "/api/v1/sessions?limit=500");
            let list = reader.get(path).expect(200);
            assert_eq!(list, new.get(path).expect(200), "as {}", reader.role());
            for one in list["items"].as_array().expect("items") {
                let path = format!("/api/v1/sessions/{}", id(one));
                let (kept, new) = (reader.get(&path).expect(200), new.get(&path).expect(200));
                assert_eq!(kept, new, "{path} as {}", reader.role());
                assert_eq!(kept["places_left"], one["places_left"], "{path}");
            }
            said += &list.to_string();
        }
        said
    }

    /// A change that somebody sees, in every process at once.
    #[track_caller]
    pub fn see<T>(&self, change: impl FnOnce() -> T) -> T {
        let before = self.read();
        let made = change();
        assert_ne!(self.read(), before, "nobody saw it");
        made
    }
}

pub fn cancels(family: &Family, booking: &Value) {
    let path = format!("/api/v1/bookings/{}/cancel", id(booking));
    family.parent.post(&path, &json!({})).expect(200);
}

pub fn patches(world: &World, session: &str, change: &Value) -> Value {
    let path = format!("/api/v1/sessions/{session}");
    let version = format!("\"{}\"", world.shown(session)["version"]);
    let call = world.staff.call(ureq::http::Method::PATCH, &path).json(change);
    call.if_match(&version).send().expect(200)
}

/// On a day of the week that every test plans for.
pub fn on(day: &str, changed: Value) -> Value {
    let plain = json!({ "starts_at": format!("2026-11-{day}T10:00:00Z"),
        "ends_at": format!("2026-11-{day}T11:30:00Z") });
    merged(plain, changed)
}

/// The ETag of an answer to anybody.
#[track_caller]
pub fn tag(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.header("etag").expect("an ETag").to_owned()
}
