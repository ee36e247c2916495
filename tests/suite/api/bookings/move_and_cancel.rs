//! Changing one's mind: moving to another date, cancelling early and late, and an entry
//! for any of several dates.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{World, id};

fn tuesday() -> Value {
    json!({ "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:30:00Z" })
}

fn tuesday_for(places: u32) -> Value {
    let mut session = tuesday();
    session["capacity"] = json!(places);
    session
}

both! {
    fn moving_gives_up_the_old_place_for_the_new(app) {
        let world = World::new(app);
        let (monday, tuesday) = (world.session(json!({ "capacity": 1 })), world.session(tuesday()));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let booked = ada.books(&monday).expect(201);
        let waiting = bea.books(&monday).expect(201);

        let path = format!("/api/v1/bookings/{}/move", id(&booked));
        let moved = ada.parent.post(&path, &json!({ "session_id": tuesday })).expect(200);
        assert_eq!(moved["status"], "booked");
        assert_eq!(moved["session_id"], json!(tuesday));
        assert_eq!(world.shown(&tuesday)["places_left"], 7);
        assert_eq!(bea.status(&waiting), "offered");
    }

    fn a_move_that_does_not_fit_keeps_the_old_place(app) {
        let world = World::new(app);
        let (monday, full) = (world.session(json!({})), world.session(tuesday_for(1)));
        world.family("Holder").books(&full).expect(201);
        let ada = world.family("Ada");
        let booked = ada.books(&monday).expect(201);
        let path = format!("/api/v1/bookings/{}/move", id(&booked));
        let answer = ada.parent.post(&path, &json!({ "session_id": full }));
        answer.refused(409, "session_full");
        assert_eq!(ada.status(&booked), "booked");
        assert_eq!(world.shown(&monday)["places_left"], 7);
    }

    fn cancelling_late_is_said_and_frees_the_place_all_the_same(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let booked = ada.books(&session).expect(201);
        let waiting = bea.books(&session).expect(201);
        app.set_clock("2026-11-22T10:00:01Z");
        let path = format!("/api/v1/bookings/{}/cancel", id(&booked));
        let cancelled = ada.parent.post(&path, &json!({})).expect(200);
        assert_eq!(cancelled["status"], "cancelled");
        assert_eq!(cancelled["late"], true);
        assert_eq!(bea.status(&waiting), "offered");
    }

    fn after_the_start_nobody_cancels(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let ada = world.family("Ada");
        let booked = ada.books(&session).expect(201);
        app.set_clock("2026-11-23T10:00:00Z");
        let path = format!("/api/v1/bookings/{}/cancel", id(&booked));
        ada.parent.post(&path, &json!({})).refused(409, "no_longer_open");
    }

    fn an_entry_for_any_of_several_dates_is_taken_once(app) {
        let world = World::new(app);
        let monday = world.session(json!({ "capacity": 1 }));
        let tuesday = world.session(tuesday_for(1));
        let holders = [world.family("One"), world.family("Two")];
        let held = [
            id(&holders[0].books(&monday).expect(201)),
            id(&holders[1].books(&tuesday).expect(201)),
        ];
        let ada = world.family("Ada");
        let entry = ada.asks(&monday, json!({ "or_sessions": [tuesday], "wants": "book" }));
        let entry = entry.expect(201);
        assert_eq!(entry["status"], "waiting");

        for number in [1, 0] {
            let path = format!("/api/v1/bookings/{}/cancel", held[number]);
            holders[number].parent.post(&path, &json!({})).expect(200);
        }
        let shown = ada.parent.get(&format!("/api/v1/bookings/{}", id(&entry))).expect(200);
        assert_eq!(shown["status"], "booked");
        assert_eq!(shown["session_id"], json!(tuesday));
        assert_eq!(world.shown(&monday)["places_left"], 1);
        assert_eq!(world.shown(&tuesday)["places_left"], 0);
    }
}
