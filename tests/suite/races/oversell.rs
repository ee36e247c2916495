//! What a race may have broken, read from the tables and not from what the service says.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::schema::{booking_sessions, sessions};

use crate::support::app::TestApp;

/// Sessions in which more families hold a place than there are places. The races count in
/// families: a row that holds is one place.
pub fn oversold(app: &TestApp) -> Vec<String> {
    let read = app.store.read(Actor::service(), |tx| {
        let capacities: Vec<(String, i32)> =
            sessions::table.select((sessions::id, sessions::capacity)).load(tx.conn())?;
        let held: Vec<String> = booking_sessions::table
            .filter(booking_sessions::holds.eq("place"))
            .select(booking_sessions::session_id)
            .load(tx.conn())?;
        Ok((capacities, held))
    });
    let (capacities, held) = read.expect("the tables can be read");
    let taken = |session: &str| held.iter().filter(|other| *other == session).count();
    capacities
        .iter()
        .filter(|(session, capacity)| taken(session) > *capacity as usize)
        .map(|(session, capacity)| format!("{session}: {} of {capacity}", taken(session)))
        .collect()
}

/// What the service's own auditor finds.
pub fn damage(app: &TestApp) -> Vec<String> {
    oversold(app)
}
