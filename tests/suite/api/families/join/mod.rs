//! A family joins by itself, books on the way, confirms its contact, says no, comes as a guest.

mod known_addresses;
mod phone_only;
mod sign_up;
mod unconfirmed;

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::Tx;
use firstplace::db::schema::{bookings, families};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::mail::letters;
use crate::support::world::merged;

pub fn form(changed: Value) -> Value {
    let plain = json!({
        "carers": [{ "name": "Amina Khan", "email": "amina@example.org" }],
        "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14" }],
        "postcode": "M31 4FL",
    });
    merged(plain, changed)
}

/// Somebody else with another child, who can be reached at another address.
pub fn other(email: &str, changed: Value) -> Value {
    let plain = json!({
        "carers": [{ "name": "Beth Hall", "email": email }],
        "children": [{ "name": "Noah Hall", "born_on": "2025-03-02" }],
    });
    form(merged(plain, changed))
}

/// Sends the form; what is answered before anything is confirmed.
#[track_caller]
pub fn ask(app: &TestApp, body: &Value) -> Value {
    app.nobody.post("/api/v1/families/join", body).expect(202)
}

/// The code in the last message to this address.
#[track_caller]
pub fn code(app: &TestApp, to: &str) -> String {
    let all = letters(app, "confirm_join");
    let last = all.iter().rfind(|letter| letter.to == to).expect("a message was written");
    let said = format!("{:?}", last.written);
    let (_, rest) = said.split_once("you have open: ").expect("the message has a code");
    rest.chars().take(9).collect()
}

/// The way behind the button in the last message to this address.
#[track_caller]
pub fn link(app: &TestApp, to: &str) -> String {
    let all = letters(app, "confirm_join");
    all.iter().rfind(|letter| letter.to == to).expect("a message").button("Yes, it was me")
}

/// Sends the form and types the code of the message; what came of it.
#[track_caller]
pub fn joins(app: &TestApp, body: &Value) -> Value {
    let asked = ask(app, body);
    let to = body["carers"][0]["email"].as_str().expect("an address");
    let typed = json!({ "request_id": asked["request_id"], "code": code(app, to) });
    app.nobody.post("/api/v1/families/join/confirm", &typed).expect(200)
}

pub fn count(app: &TestApp) -> i64 {
    let read = |tx: &mut Tx| Ok(families::table.count().get_result(tx.conn())?);
    app.store.read(Actor::service(), read).expect("the families are counted")
}

pub fn booked(app: &TestApp, session: &str) -> i64 {
    let session = session.to_owned();
    let read = |tx: &mut Tx| {
        Ok(bookings::table
            .filter(bookings::session_id.eq(session))
            .filter(bookings::status.eq("booked"))
            .count()
            .get_result(tx.conn())?)
    };
    app.store.read(Actor::service(), read).expect("the bookings are counted")
}
