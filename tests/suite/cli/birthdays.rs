//! `firstplace birthdays`, as whoever runs the service types it.

use std::process::Output;

use serde_json::{Value, json};

use crate::api::birthdays::{born, cards, renewed, said_yes};
use crate::support::app::{Backend, TestApp};
use crate::support::program::firstplace;
use crate::support::world::{World, id};

fn birthdays(app: &TestApp, arguments: &[&str]) -> Output {
    let place = ["birthdays", "--database-url", &app.url];
    firstplace(&[&place[..], arguments].concat()).output().expect("the program runs")
}

#[track_caller]
fn lines(output: &Output) -> Vec<Value> {
    let said = String::from_utf8_lossy(&output.stdout);
    let failed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{failed}");
    said.lines().map(|line| serde_json::from_str(line).expect("JSON on every line")).collect()
}

/// The command lives by the wall clock, so the child was born two years before today.
fn prepared() -> (TestApp, String, String) {
    let app = TestApp::on(Backend::Sqlite);
    let now = firstplace::base::clock::Clock::system().now();
    app.clock.set(now);
    let today = now.civil_day();
    let world = World::new(&app);
    let two = today.checked_sub_months(chrono::Months::new(24)).expect("a day");
    let day =
        firstplace::base::calendar::birthday(firstplace::base::calendar::BirthDate::Day(two), 2);
    let family = born(&world, "Sam", &two.to_string(), said_yes("Sam"));
    (app, day.to_string(), id(&family))
}

#[test]
fn a_day_is_looked_at_and_then_done_once() {
    let (app, day, family) = prepared();
    for _ in 0..2 {
        let dry = lines(&birthdays(&app, &["--on", &day, "--dry-run", "--json"]));
        assert_eq!(dry.len(), 1);
        assert_eq!(dry[0]["family_id"], family);
        assert_eq!((&dry[0]["age"], &dry[0]["channel"]), (&json!(2), &json!("email")));
        assert_eq!(dry[0]["why"], "said_yes");
    }
    assert_eq!(cards(&app).len(), 0, "a dry run writes nothing");

    let done = lines(&birthdays(&app, &["--on", &day, "--json"]));
    assert_eq!(done[0]["channel"], "email");
    let again = lines(&birthdays(&app, &["--on", &day, "--json"]));
    assert_eq!((&again[0]["channel"], &again[0]["why"]), (&json!("none"), &json!("already_sent")));
    assert_eq!((cards(&app).len(), renewed(&app).len()), (1, 1));

    let table = birthdays(&app, &["--on", &day, "--dry-run"]);
    let table = String::from_utf8_lossy(&table.stdout).into_owned();
    assert!(table.contains("1 birthday; cards would go: 1 none"), "{table}");
}

#[test]
fn a_future_day_is_only_looked_at() {
    let (app, _, _) = prepared();
    let refused = birthdays(&app, &["--on", "2199-01-01"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("in the future") && said.contains("--dry-run"), "{said}");
    assert_eq!(lines(&birthdays(&app, &["--on", "2199-01-01", "--dry-run", "--json"])).len(), 0);
    assert_eq!(birthdays(&app, &["--on", "31 February"]).status.code(), Some(64));
}
