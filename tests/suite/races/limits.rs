//! The race of a place from the line against one booked by hand, for a family that may have one of
//! them and not both.

use serde_json::{Value, json};

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema::booking_sessions;

use super::places::{booking, post};
use super::{Ready, at_once, fails_without_its_guard, holds, races};
use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::world::{World, id};

/// Families with more than two places; all days here are within seven.
fn over_limit(app: &TestApp) -> Vec<String> {
    let read = app.store.read(Actor::service(), |tx| {
        Ok(booking_sessions::table
            .filter(booking_sessions::holds.eq("place"))
            .group_by(booking_sessions::family_id)
            .having(diesel::dsl::count_star().gt(2))
            .select(booking_sessions::family_id)
            .load(tx.conn())?)
    });
    read.expect("the tables can be read")
}

races! {
    over_limit:

    /// Each family has one place and waits for another; while its holder gives that one up, the
    /// family books a third day.
    fn a_place_from_the_line_against_one_booked(app) {
        let world = World::new(app);
        let on = |day: u32, capacity: usize| world.session(json!({ "capacity": capacity,
            "starts_at": format!("2026-11-{day}T10:00:00Z"),
            "ends_at": format!("2026-11-{day}T11:00:00Z") }));
        let (monday, friday) = (on(23, 20), on(27, 20));
        let mut calls: Vec<Ready> = Vec::new();
        for number in 0..6 {
            let full = world.session(json!({ "capacity": 1, "leader": format!("Leader {number}"),
                "starts_at": "2026-11-25T10:00:00Z", "ends_at": "2026-11-25T11:00:00Z" }));
            let holder = world.family(&format!("Holder {number}"));
            let family = world.family(&format!("Family {number}"));
            let held: Value = holder.books(&full).expect(201);
            family.books(&monday).expect(201);
            family.books(&full).expect(201);
            let cancel = format!("/api/v1/bookings/{}/cancel", id(&held));
            calls.push(post(&holder.parent, cancel, json!({})));
            calls.push(booking(&family, &friday));
        }
        at_once(calls)
    }
}
