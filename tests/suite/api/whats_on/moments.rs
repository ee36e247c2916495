//! Time alone changes what is shown, to the second, whether or not anybody writes.

use serde_json::json;

use super::{Readers, cancels, on};
use crate::support::app::{TestApp, at, both};
use crate::support::world::World;
use chrono::TimeDelta;

/// What is shown stays until the instant, and is another from it on.
#[track_caller]
fn turns(app: &TestApp, readers: &Readers, instant: &str) {
    let before = at(instant) - TimeDelta::microseconds(1);
    app.clock.set(before);
    readers.read();
    app.clock.set(before);
    readers.see(|| app.set_clock(instant));
}

both! {
    fn a_session_is_shown_by_its_moments(app) {
        let world = World::new(app);
        let session = json!({ "capacity": 4, "priority_places": 2,
            "referrals_open_at": "2026-11-17T09:00:00Z",
            "public_release_at": "2026-11-18T09:00:00Z",
            "bookings_close_at": "2026-11-23T07:00:00Z" });
        world.session(on("23", session));
        let readers = Readers::of(&world);
        for instant in [
            "2026-11-17T09:00:00Z",
            "2026-11-18T09:00:00Z",
            "2026-11-21T10:00:00Z",
            "2026-11-23T07:00:00Z",
            "2026-11-23T10:00:00Z",
            "2026-11-23T11:30:00Z",
        ] {
            turns(app, &readers, instant);
        }
    }

    fn a_session_is_on_as_far_ahead_as_it_is_announced_and_until_its_end(app) {
        let world = World::new(app);
        let page = || app.nobody.get("/whats-on").text;
        assert!(page().contains("There is nothing to show yet."));
        world.session(json!({ "starts_at": "2027-02-01T23:00:00Z",
            "ends_at": "2027-02-01T23:30:00Z" }));
        assert!(page().contains("Stay and Play"), "{}", page());
        app.set_clock("2027-02-01T23:29:59Z");
        assert!(page().contains("Stay and Play"), "{}", page());
        app.set_clock("2027-02-01T23:30:00Z");
        assert!(!page().contains("Stay and Play"), "{}", page());
    }

    fn a_line_moves_when_an_offer_ends_and_in_the_last_hours(app) {
        let world = World::new(app);
        let session = world.session(on("23", json!({ "capacity": 2 })));
        let pairs = world.activity(json!({ "title": "Pairs", "unit": "children" }));
        let pairs = world.session(on("24", json!({ "activity_id": pairs, "capacity": 2 })));
        let [holder, other, next] = ["Holder", "Other", "Next"].map(|name| world.family(name));
        let held = holder.books(&session).expect(201);
        other.books(&session).expect(201);
        next.books(&session).expect(201);
        cancels(&holder, &held);
        let two = world.family_of("Two", &["2024-11-01", "2025-11-01"]);
        holder.books(&pairs).expect(201);
        let second = world.family("Second").books(&pairs).expect(201);
        assert_eq!(second["status"], "booked");
        two.books(&pairs).expect(201);

        let readers = Readers::of(&world);
        turns(app, &readers, "2026-11-17T10:00:00Z");
        turns(app, &readers, "2026-11-24T10:00:00Z");
    }
}
