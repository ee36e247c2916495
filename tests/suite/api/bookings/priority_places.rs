//! Priority places: kept from the public until they lapse, and never told of.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{World, referral};

/// Four places, two of them kept until 48 hours before.
fn kept() -> Value {
    json!({ "capacity": 4, "priority_places": 2 })
}

both! {
    fn the_public_sees_and_gets_what_is_not_kept(app) {
        let world = World::new(app);
        let session = world.session(kept());
        let families = world.families(3);
        let left = || {
            let path = format!("/api/v1/sessions/{session}");
            families[2].parent.get(&path).expect(200)["places_left"].clone()
        };

        assert_eq!(left(), 2);
        assert_eq!(families[0].books(&session).expect(201)["status"], "booked");
        assert_eq!(families[1].books(&session).expect(201)["status"], "booked");
        assert_eq!(left(), 0);
        let refuse = json!({ "if_full": "refuse" });
        families[2].asks(&session, refuse).refused(409, "session_full");
        assert_eq!(families[2].books(&session).expect(201)["status"], "waiting");
    }

    fn the_referred_use_the_kept_places_first(app) {
        let world = World::new(app);
        let session = world.session(kept());
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/referrals");
        let family = world.family("Referred");
        visitor.post(&path, &referral(&family)).expect(201);
        let shown = world.family("Ada");
        let path = format!("/api/v1/sessions/{session}");
        assert_eq!(shown.parent.get(&path).expect(200)["places_left"], 2);
    }

    fn kept_places_lapse_to_those_who_wait(app) {
        let world = World::new(app);
        let session = world.session(kept());
        let families = world.families(4);
        let entries: Vec<Value> =
            families[..3].iter().map(|family| family.books(&session).expect(201)).collect();
        assert_eq!(families[2].status(&entries[2]), "waiting");

        app.set_clock("2026-11-21T09:59:59Z");
        assert_eq!(families[3].books(&session).expect(201)["status"], "waiting");
        app.set_clock("2026-11-21T10:00:00Z");
        // Two places, two in line: the next who asks settles it and waits.
        let last = world.family("Last");
        assert_eq!(last.books(&session).expect(201)["status"], "waiting");
        assert_eq!(families[2].status(&entries[2]), "offered");
        assert_eq!(world.shown(&session)["waiting"], 1);
    }

    fn more_kept_places_than_places_is_refused(app) {
        let world = World::new(app);
        let plan = json!({
            "activity_id": world.activity,
            "centre_id": world.centre,
            "starts_at": "2026-11-23T10:00:00Z",
            "ends_at": "2026-11-23T11:00:00Z",
            "capacity": 2,
            "priority_places": 3,
        });
        world.staff.post("/api/v1/sessions", &plan).refused(422, "invalid_request");
    }
}
