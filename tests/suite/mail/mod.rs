//! Letters: whether they leave, when, and to a server that may be trusted with them.

mod as_sent;
mod outbox;
mod reminders;
mod slow_relay;
mod smtp;
mod stale_letters;
pub mod texts;

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema;

use crate::support::app::TestApp;

/// What became of every letter of a kind.
pub fn became(app: &TestApp, kind: &'static str) -> Vec<(String, Option<String>)> {
    let read = app.store.read(Actor::service(), |tx| {
        let of_kind =
            schema::outbox::table.filter(schema::outbox::kind.eq(kind)).order(schema::outbox::id);
        Ok(of_kind.select((schema::outbox::state, schema::outbox::last_error)).load(tx.conn())?)
    });
    read.expect("the outbox is read")
}
