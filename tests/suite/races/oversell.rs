//! What a race may have broken, read from the tables and not from what the service says.

use std::collections::BTreeMap;

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::bookings::{Booking, Status};
use firstplace::db::schema::{activities, bookings, sessions};
use firstplace::sessions::Unit;

use crate::support::app::TestApp;

/// Sessions in which more is booked or offered than there are places.
pub fn oversold(app: &TestApp) -> Vec<String> {
    let read = app.store.read(Actor::service(), |tx| {
        let rooms: Vec<(String, i32, Unit)> = sessions::table
            .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
            .select((sessions::id, sessions::capacity, activities::unit))
            .load(tx.conn())?;
        let held: Vec<Booking> = bookings::table
            .filter(bookings::status.eq_any([Status::Booked, Status::Offered]))
            .select(Booking::as_select())
            .load(tx.conn())?;
        Ok((rooms, held))
    });
    let (rooms, held) = read.expect("the tables can be read");
    let mut taken: BTreeMap<&str, Vec<&Booking>> = BTreeMap::new();
    for booking in &held {
        taken.entry(booking.session_id.as_str()).or_default().push(booking);
    }
    let mut found = Vec::new();
    for (session, capacity, unit) in &rooms {
        let parties = taken.get(session.as_str()).into_iter().flatten();
        let size = |booking: &&&Booking| match unit {
            Unit::Families => 1,
            Unit::Children => booking.children,
        };
        let places: i32 = parties.map(|booking| size(&booking)).sum();
        if places > *capacity {
            found.push(format!("{session}: {places} of {capacity}"));
        }
    }
    found
}
