//! What waits in the outbox, as the person it is for would read it.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::schema::outbox;
use serde_json::Value;

use super::app::TestApp;

/// The secrets of links for a new password, oldest first.
pub fn links(app: &TestApp) -> Vec<String> {
    let read = app.store.read(Actor::service(), |tx| {
        let payloads: Vec<String> = outbox::table
            .filter(outbox::kind.eq("password_reset"))
            .order(outbox::id)
            .select(outbox::payload)
            .load(tx.conn())?;
        Ok(payloads)
    });
    let token = |payload: &String| {
        let letter: Value = serde_json::from_str(payload).expect("a letter is JSON");
        letter["token"].as_str().expect("a token").to_owned()
    };
    read.expect("the outbox is read").iter().map(token).collect()
}
