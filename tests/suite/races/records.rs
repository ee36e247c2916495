//! The race of a join of two records against a booking for the one that goes: the place is the kept
//! record's, or there is none. A place behind a record that is gone would be nobody's.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::bookings::Status;
use firstplace::db::schema::{bookings, families};
use serde_json::json;

use super::places::{booking, post};
use super::{at_once, fails_without_its_guard, holds, races};
use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::world::{Family, World};

/// Live bookings of records that were joined into another.
fn stranded(app: &TestApp) -> Vec<String> {
    let read = app.store.read(Actor::service(), |tx| {
        Ok(bookings::table
            .inner_join(families::table.on(families::id.eq(bookings::family_id)))
            .filter(families::joined_into.is_not_null())
            .filter(bookings::status.eq_any([Status::Booked, Status::Waiting]))
            .select(bookings::id)
            .load(tx.conn())?)
    });
    read.expect("the tables can be read")
}

races! {
    stranded:

    /// Eight pairs of records are joined, while a parent books for the one that goes.
    fn joining_records_against_booking(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 20 }));
        let families = world.families(16);
        let join = |kept: &Family, other: &Family| {
            let path = format!("/api/v1/families/{}/join-records", kept.id);
            post(&world.staff, path, json!({ "family_id": other.id }))
        };
        let pairs = families.chunks(2);
        at_once(pairs.flat_map(|pair| {
            [join(&pair[0], &pair[1]), booking(&pair[1], &session)]
        }).collect())
    }
}
