//! What a family may hold at once, and that a child is in one place at a time.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{World, id};

fn on(day: &str, from: &str, to: &str) -> Value {
    json!({ "starts_at": format!("{day}T{from}:00Z"), "ends_at": format!("{day}T{to}:00Z") })
}

both! {
    fn one_session_of_an_activity_a_day(app) {
        let world = World::new(app);
        let morning = world.session(on("2026-11-23", "09:00", "10:00"));
        let afternoon = world.session(on("2026-11-23", "13:00", "14:00"));
        let family = world.family("Ada");
        family.books(&morning).expect(201);
        family.books(&afternoon).refused(409, "over_limit");
    }

    fn two_live_bookings_of_an_activity_in_any_seven_days(app) {
        let world = World::new(app);
        let days = ["2026-11-23", "2026-11-25", "2026-11-29", "2026-11-30", "2026-12-02"];
        let sessions = days.map(|day| world.session(on(day, "10:00", "11:00")));
        let family = world.family("Ada");
        let booked = family.books(&sessions[0]).expect(201);
        family.books(&sessions[1]).expect(201);
        // 23 to 29 November are seven days; 24 to 30 hold only the 25th and this one.
        family.books(&sessions[2]).refused(409, "over_limit");
        family.books(&sessions[3]).expect(201);
        // 25 November to 1 December hold two already, 26 to 2 December one.
        family.books(&sessions[4]).expect(201);
        // A cancelled one no longer counts.
        let path = format!("/api/v1/bookings/{}/cancel", id(&booked));
        family.parent.post(&path, &json!({})).expect(200);
        family.books(&sessions[2]).refused(409, "over_limit");
    }

    fn another_activity_has_limits_of_its_own(app) {
        let world = World::new(app);
        let other = world.activity(json!({ "title": "Messy Mondays" }));
        let family = world.family("Ada");
        family.books(&world.session(on("2026-11-23", "09:00", "10:00"))).expect(201);
        let mut session = on("2026-11-23", "13:00", "14:00");
        session["activity_id"] = json!(other);
        family.books(&world.session(session)).expect(201);
    }

    fn staff_pass_a_limit_with_a_reason(app) {
        let world = World::new(app);
        let morning = world.session(on("2026-11-23", "09:00", "10:00"));
        let afternoon = world.session(on("2026-11-23", "13:00", "14:00"));
        let family = world.family("Ada");
        family.books(&morning).expect(201);
        let path = format!("/api/v1/sessions/{afternoon}/bookings");
        let mut party = family.party();
        world.staff.post(&path, &party).refused(409, "over_limit");
        party["reason"] = json!("The afternoon group is nearly empty.");
        world.staff.post(&path, &party).expect(201);
    }

    fn waiting_does_not_count(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let full = world.session(json!({ "capacity": 1, "starts_at": "2026-11-24T10:00:00Z",
            "ends_at": "2026-11-24T11:00:00Z" }));
        world.family("Holder").books(&full).expect(201);
        assert_eq!(family.books(&full).expect(201)["status"], "waiting");
        for day in ["2026-11-23", "2026-11-25"] {
            family.books(&world.session(on(day, "10:00", "11:00"))).expect(201);
        }
    }

    fn a_child_is_in_one_session_at_a_time(app) {
        let world = World::new(app);
        let other = world.activity(json!({ "title": "Messy Mondays" }));
        let family = world.family("Ada");
        family.books(&world.session(on("2026-11-23", "10:00", "11:00"))).expect(201);
        let mut overlapping = on("2026-11-23", "10:59", "12:00");
        overlapping["activity_id"] = json!(other);
        family.books(&world.session(overlapping)).refused(409, "clashing_booking");
        let mut after = on("2026-11-23", "11:00", "12:00");
        after["activity_id"] = json!(other);
        family.books(&world.session(after)).expect(201);
    }
}
