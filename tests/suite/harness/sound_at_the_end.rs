//! A test that leaves its database broken fails where its app is dropped, unless it said so.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use firstplace::access::{Actor, Role};
use firstplace::audit::service::seal;
use serde_json::json;

use crate::api::registers::{mark, takes};
use crate::support::app::{Backend, TestApp};
use crate::support::world::{World, id};

/// For each auditor what breaks its rule, and a word of what it finds then.
const SPOILT: [(&str, &str); 6] = [
    ("delete from search_keys", "search keys match it"),
    ("update contacts set withdrawn_at = recorded_at", "who came has a contact"),
    ("delete from contact_kinds where kind = 'phone_call'", "every kind of contact has a setting"),
    ("update child_facts set left_on = '2026-01-01'", "in its history"),
    ("update audit set act = 'nothing_at_all'", "audit seal 1 does not hold"),
    ("update returns set report = '{}'", "a return stays what was frozen"),
];

/// Something for every auditor to look at: a family that came, a sealed log, a return.
fn borough(app: &TestApp) {
    let world = World::new(app);
    let session = world.session(json!({}));
    let booking = id(&world.family("Ada").books(&session).expect(201));
    app.set_clock("2026-11-23T10:30:00Z");
    takes(&world.staff, &session, json!([mark("a", json!({ "booking_id": booking }))]));
    app.as_role(Role::Manager).post("/api/v1/reports/returns", &json!({})).expect(201);
    app.advance(TimeDelta::minutes(3));
    app.store.write(Actor::service(), seal).expect("the log is sealed");
}

fn spoil(app: &TestApp, statement: &'static str) {
    let run = move |tx: &mut firstplace::db::Tx| Ok(tx.conn().batch_execute(statement)?);
    app.store.write(Actor::service(), run).expect("it is spoilt");
}

/// What a test that does this with its app fails with.
fn complaint(backend: Backend, test: impl Fn(&TestApp)) -> Option<String> {
    let run = || {
        let app = TestApp::on(backend);
        borough(&app);
        test(&app);
    };
    let failed = catch_unwind(AssertUnwindSafe(run)).err()?;
    Some(*failed.downcast::<String>().expect("a sentence"))
}

fn every_auditor_looks_when_a_test_ends(backend: Backend) {
    let spoil_all = |app: &TestApp| SPOILT.iter().for_each(|(statement, _)| spoil(app, statement));
    let found = complaint(backend, spoil_all).expect("the test fails");
    for (statement, word) in SPOILT {
        assert!(found.contains(word), "{statement}: {found}");
    }
    assert_eq!(complaint(backend, |_| ()), None, "the control");
}

#[test]
fn what_is_broken_on_purpose_is_said_and_nothing_else_may_be() {
    let backend = Backend::Sqlite;
    let [(statement, word), (other, of_other), ..] = SPOILT;
    let says_so = |app: &TestApp| {
        spoil(app, statement);
        app.expect_broken(&[word]);
    };
    assert_eq!(complaint(backend, says_so), None);
    let breaks_more = |app: &TestApp| {
        says_so(app);
        spoil(app, other);
    };
    let found = complaint(backend, breaks_more).expect("the test fails");
    assert!(found.contains(of_other), "{found}");
    let breaks_nothing = |app: &TestApp| app.expect_broken(&[word]);
    assert!(complaint(backend, breaks_nothing).is_some());
}

#[test]
fn every_auditor_looks_on_sqlite() {
    every_auditor_looks_when_a_test_ends(Backend::Sqlite);
}

#[test]
fn every_auditor_looks_on_postgres() {
    every_auditor_looks_when_a_test_ends(Backend::Postgres);
}
