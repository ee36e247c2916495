//! The register of a session: who is expected, marked one by one or a family at a time, put right,
//! completed, and in a volunteer's hands.

mod handover;
mod incomplete;
mod late_marks;
mod marks;
mod missed_sessions;
mod offline_tablets;
mod places_not_taken_up;
mod sheet;
mod walk_ins;
pub mod weeks;
mod what_is_shown;

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::base::moment::Moment;
use firstplace::db::schema::contacts;
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::world::{World, merged};

/// When the sessions of these tests begin, and the moments around.
pub const TEN: &str = "2026-11-23T10:00:00Z";

pub fn opened(who: &Client, session: &str) -> Value {
    who.get(&format!("/api/v1/sessions/{session}/register")).expect(200)
}

pub fn sends(who: &Client, session: &str, marks: Value) -> Answer {
    let body = json!({ "marks": marks });
    who.post(&format!("/api/v1/sessions/{session}/register/marks"), &body)
}

/// The answers to a batch that has to be taken.
#[track_caller]
pub fn taken(who: &Client, session: &str, marks: Value) -> Vec<Value> {
    sends(who, session, marks).expect(200)["marks"].as_array().expect("answers").clone()
}

/// The same where each of its marks has to be.
#[track_caller]
pub fn takes(who: &Client, session: &str, marks: Value) -> Vec<Value> {
    let answers = taken(who, session, marks);
    for answer in &answers {
        assert_eq!(answer["outcome"], "ok", "{answer}");
    }
    answers
}

#[track_caller]
pub fn is_problem(answer: &Value, code: &str) {
    assert_eq!(
        (&answer["outcome"], &answer["code"]),
        (&json!("problem"), &json!(code)),
        "{answer}"
    );
    assert!(answer["detail"].as_str().is_some_and(|words| !words.is_empty()), "{answer}");
}

/// A mark made at the start of the session.
pub fn mark(client_id: &str, changed: Value) -> Value {
    merged(json!({ "client_id": client_id, "at": TEN, "mark": "came" }), changed)
}

pub fn completes(who: &Client, session: &str, body: Value) -> Answer {
    who.post(&format!("/api/v1/sessions/{session}/register/complete"), &body)
}

/// How many contacts of a session there are.
#[derive(Debug, PartialEq)]
pub struct Contacts {
    pub standing: usize,
    pub withdrawn: usize,
}

pub fn contacts_of(app: &TestApp, session: &str) -> Contacts {
    let session = session.to_owned();
    let read = app.store.read(Actor::service(), move |tx| {
        Ok(contacts::table
            .filter(contacts::session_id.eq(session))
            .select(contacts::withdrawn_at)
            .load::<Option<Moment>>(tx.conn())?)
    });
    let found = read.expect("contacts are read");
    let standing = found.iter().filter(|withdrawn| withdrawn.is_none()).count();
    Contacts { standing, withdrawn: found.len() - standing }
}

pub fn desk(world: &World, role: Role) -> Client {
    world.app.sign_in(role, &Person { centre: Some(&world.centre), ..Person::default() })
}

/// The mark of each child of a register, by its id.
pub fn said(register: &Value, child: &str) -> Value {
    let parties = register["parties"].as_array().expect("parties");
    let children = parties.iter().flat_map(|party| party["children"].as_array().expect("children"));
    let mut found = children.filter(|one| one["child_id"] == child);
    found.next().unwrap_or_else(|| panic!("{child} is not on it: {register}")).clone()
}
