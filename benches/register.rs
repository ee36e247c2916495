//! What a register costs: one of thirty families, opened, marked and completed over HTTP, the
//! requests and the database's statements counted, and the time they took. Thirty tablets' worth
//! of taps may also come one by one; that is the dear way, and stands beside it. The floor is as many
//! requests that read one row each.
//!
//! `cargo bench --bench register`; `FIRSTPLACE_REGISTER_ROUNDS` for more or fewer than five;
//! `cargo bench --bench register -- --short` for three turns.

// Nothing outside can reach what a benchmark holds.
#![allow(unreachable_pub)]

#[path = "../tests/suite/support/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "the tests use all of it")]
mod support;
#[path = "support/turns.rs"]
mod turns;

use std::env;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::app::{Backend, TestApp};
use support::client::Client;
use support::world::{World, id};
use turns::median;

/// Families with a place, a child each.
const PARTIES: usize = 30;

/// What a step took.
struct Step {
    name: &'static str,
    requests: u64,
    statements: u64,
    took: Duration,
}

fn main() {
    let backends = [("SQLite", Backend::Sqlite), ("PostgreSQL", Backend::Postgres)];
    if turns::short() {
        println!("a register of {PARTIES} families\n");
        for (name, backend) in backends {
            turns::run("times the floor", || ratios(name, &round(backend)));
        }
        return;
    }
    let rounds = env::var("FIRSTPLACE_REGISTER_ROUNDS").ok().and_then(|text| text.parse().ok());
    let rounds: usize = rounds.unwrap_or(5);
    println!("a register of {PARTIES} families, medians of {rounds} rounds\n");
    println!("{:36}{:>10}{:>12}{:>10}", "", "requests", "statements", "ms");
    for (name, backend) in backends {
        let all: Vec<Vec<Step>> = (0..rounds).map(|_| round(backend)).collect();
        tell(name, &all);
    }
}

/// A new borough, so that no round is helped by the one before.
fn round(backend: Backend) -> Vec<Step> {
    let app = TestApp::on(backend);
    let world = World::new(&app);
    // Nobody holds the answers against the document meanwhile.
    let staff = Client::new(app.nobody.base());
    let staff = staff.bearing(world.staff.token().expect("staff sign in"));
    let one_row = format!("/api/v1/centres/{}", world.centre);
    let [one, other] = [0, 1].map(|number| {
        let session = json!({ "capacity": PARTIES, "starts_at": format!("2026-11-2{}T10:00:00Z", 3 + number),
            "ends_at": format!("2026-11-2{}T11:00:00Z", 3 + number) });
        world.session(session)
    });
    let families = world.families(PARTIES);
    // One session of an activity a day, and staff may pass the limit of a week.
    let books = |session: &str| -> Vec<String> {
        let booked = families.iter().map(|family| {
            let body = support::world::merged(family.party(), json!({ "reason": "By telephone." }));
            id(&world
                .staff
                .post(&format!("/api/v1/sessions/{session}/bookings"), &body)
                .expect(201))
        });
        booked.collect()
    };
    let (at_once, one_by_one) = (books(&one), books(&other));
    app.set_clock("2026-11-24T11:00:00Z");

    let path = |session: &str, step: &str| format!("/api/v1/sessions/{session}/register{step}");
    let open = |session: &str| drop(staff.get(&path(session, "")).expect(200));
    let marks = |session: &str, marks: &[Value]| {
        let answer = staff.post(&path(session, "/marks"), &json!({ "marks": marks })).expect(200);
        let all = answer["marks"].as_array().expect("answers");
        assert!(all.iter().all(|one| one["outcome"] == "ok"), "{answer}");
    };
    let complete = |session: &str| {
        staff.post(&path(session, "/complete"), &json!({})).expect(200);
    };
    let said = |bookings: &[String]| -> Vec<Value> {
        let mark = |(number, booking): (usize, &String)| {
            json!({ "client_id": format!("m-{number}"), "at": "2026-11-24T10:00:00Z",
                "booking_id": booking, "mark": "came" })
        };
        bookings.iter().enumerate().map(mark).collect()
    };
    let (all, each) = (said(&at_once), said(&one_by_one));
    vec![
        step(&app, "opened", 1, || open(&one)),
        step(&app, "marked, all at once", 1, || marks(&one, &all)),
        step(&app, "completed", 1, || complete(&one)),
        step(&app, "marked, one by one", PARTIES as u64, || {
            each.iter().for_each(|mark| marks(&other, std::slice::from_ref(mark)));
        }),
        step(&app, "one row read", PARTIES as u64, || {
            (0..PARTIES).for_each(|_| drop(staff.get(&one_row).expect(200)));
        }),
    ]
}

/// What a register takes, to as many requests for one row; and its marks one by one, to those and to
/// all of them at once.
fn ratios(database: &str, steps: &[Step]) -> Vec<(String, f64)> {
    let [opened, at_once, completed, one_by_one, row] = steps else {
        unreachable!("a round has five steps");
    };
    let floor = row.took.as_secs_f64() / row.requests as f64;
    let times = |steps: &[&Step]| {
        let took: Duration = steps.iter().map(|step| step.took).sum();
        let requests: u64 = steps.iter().map(|step| step.requests).sum();
        took.as_secs_f64() / (requests as f64 * floor)
    };
    let whole = times(&[opened, at_once, completed]);
    let marks = one_by_one.took.as_secs_f64() / at_once.took.as_secs_f64();
    [
        ("opened to completed, to requests for one row", whole),
        ("marked one by one, to requests for one row", times(&[one_by_one])),
        ("marked one by one, to all at once", marks),
    ]
    .map(|(what, ratio)| (format!("{database}, {what}"), ratio))
    .into()
}

fn step(app: &TestApp, name: &'static str, requests: u64, work: impl FnOnce()) -> Step {
    // What begins and ends a transaction too.
    let sent = || app.store.statements().sent() + app.store.statements().of_transactions();
    let (before, began) = (sent(), Instant::now());
    work();
    let took = began.elapsed();
    Step { name, requests, statements: sent() - before, took }
}

fn tell(database: &str, rounds: &[Vec<Step>]) {
    let Some(first) = rounds.first() else { return };
    let mut whole = (0, 0, 0.0);
    for (at, step) in first.iter().enumerate() {
        let statements = median(rounds.iter().map(|round| round[at].statements).collect());
        let took = median(rounds.iter().map(|round| round[at].took).collect());
        let ms = took.as_secs_f64() * 1_000.0;
        let name = format!("{database}, {}", step.name);
        println!("{name:36}{:>10}{statements:>12}{ms:>10.1}", step.requests);
        if at < 3 {
            whole = (whole.0 + step.requests, whole.1 + statements, whole.2 + ms);
        }
    }
    let name = format!("{database}, opened to completed");
    println!("{name:36}{:>10}{:>12}{:>10.1}\n", whole.0, whole.1, whole.2);
}
