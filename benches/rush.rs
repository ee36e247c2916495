//! What a rush costs: the real server over HTTP and 32 signed-in callers at once, next to what it
//! could cost at the least, which is measured in turn in the same run: the same rows, written by a
//! bare loop on SQLite and by `pgbench` on PostgreSQL. Mail is kept from leaving meanwhile.
//!
//! `cargo bench --bench rush`; `-- --short` for one round of less; `-- sqlite joins` for the measures
//! with these words in their names.

// Nothing outside can reach what a benchmark holds.
#![allow(unreachable_pub)]

#[allow(dead_code, reason = "the benches and the tests use all of it")]
mod support;

mod rush {
    pub mod floor;
}

use std::time::{Duration, Instant};

use rush::floor::{Rows, pgbench};
use serde_json::json;
use support::load::{CALLERS, Load};
use support::place::Place;
use support::served::Served;
use support::table::{self, Found, Table, measure, rounds, wanted};
use support::town::{Family, IfFull, Town};
use ureq::http::Method;

/// How many ask in a round.
fn crowd() -> usize {
    CALLERS * if table::short() { 10 } else { 32 }
}

/// At most this many requests of SQLite share a commit.
const SHARE: usize = 64;

const SESSIONS: usize = 100;

fn main() {
    println!("{CALLERS} callers, {} requests a round, {} rounds\n", crowd(), rounds());
    let mut table = Table::new("rush");
    Place::each(|place| measure_all(&mut table, place));
    if pgbench().is_none() {
        println!("pgbench was not found: install postgresql-contrib or put it on the PATH.");
    }
    table.end();
}

type Measure = fn(&mut Table, &Town, &[Family]);

/// By the words of their rows.
const MEASURES: [(&str, Measure); 5] = [
    ("bookings, one session", one_session),
    ("bookings, many sessions", many_sessions),
    ("bookings, many sessions, two processes", two_processes),
    ("few places: asks, is refused, joins, is offered", few_places),
    ("families made", families_made),
];

fn named(place: &Place, measure: &str) -> String {
    format!("{}, {measure}", place.name)
}

fn measure_all(table: &mut Table, place: &Place) {
    let town = Town::new(place);
    table.note(&named(place, "memory, idle"), town.served.idle_mb, "MB");
    let (families, _) = town.families(crowd());
    for _ in 0..rounds() {
        for (name, measure) in MEASURES {
            if wanted(&named(place, name)) {
                measure(table, &town, &families);
            }
        }
    }
    table.tell();
    table.memory(place.name, &town.served);
}

fn one_session(table: &mut Table, town: &Town, families: &[Family]) {
    let sessions = town.sessions(1, families.len());
    let found = books(town, families, &sessions);
    let rows = Rows::bookings(&sessions);
    let name = named(town.place, "bookings, one session");
    table.add(&name, found, rows.per_second(town.place, 1));
    if !town.place.is_postgres() {
        let name = format!("{name}, {SHARE} a commit");
        table.add(&name, found, rows.per_second(town.place, SHARE));
    }
}

fn many_sessions(table: &mut Table, town: &Town, families: &[Family]) {
    let sessions = town.sessions(SESSIONS, families.len());
    let found = books(town, families, &sessions);
    let floor = Rows::bookings(&sessions).per_second(town.place, 1);
    table.add(&named(town.place, "bookings, many sessions"), found, floor);
}

fn books(town: &Town, families: &[Family], sessions: &[String]) -> Found {
    town.send(&town.asks(families, sessions, IfFull::Refuse), &[201])
}

fn two_processes(table: &mut Table, town: &Town, families: &[Family]) {
    if !town.place.is_postgres() {
        return;
    }
    let other = Served::start(town.place);
    let sessions = town.sessions(SESSIONS, families.len());
    let asks = town.asks(families, &sessions, IfFull::Refuse);
    let found = town.send_to(&[&town.served, &other], &asks, &[201]);
    let floor = Rows::bookings(&sessions).per_second(town.place, 1);
    table.add(&named(town.place, "bookings, many sessions, two processes"), found, floor);
}

/// A tenth of the places there would have to be.
fn few_places(table: &mut Table, town: &Town, families: &[Family]) {
    let places = families.len() / 10;
    let session = town.sessions(1, places);
    let mut add = |name: &str, found| table.add(&named(town.place, name), found, None);

    let refuse = town.asks(families, &session, IfFull::Refuse);
    add("ten ask for a place, the rest is refused", town.send(&refuse, &[201, 409]));
    add("is refused", town.send(&refuse, &[409]));
    let other = town.sessions(1, places);
    let wait = town.asks(families, &other, IfFull::Wait);
    add("ten ask for a place, the rest joins the line", town.send(&wait, &[201]));

    let third = town.sessions(1, 1);
    town.send(&town.asks(&families[..1], &third, IfFull::Refuse), &[201]);
    let wait = town.asks(&families[1..], &third, IfFull::Wait);
    add("joins the line", town.send(&wait, &[201]));
    add("is offered a place, all at once", all_offered(town, &third[0], families.len()));
}

/// Staff make room for everybody who waits; it has ended when the last of them has an offer.
fn all_offered(town: &Town, session: &str, capacity: usize) -> Found {
    let path = format!("/api/v1/sessions/{session}");
    let etag = town.staff.get(&path).header("etag").expect("an ETag").to_owned();
    let offers = format!("SELECT count(*) AS number FROM offers WHERE session_id = '{session}'");
    let load = || {
        let began = Instant::now();
        let change = town.staff.call(Method::PATCH, &path).if_match(&etag);
        change.json(&json!({ "capacity": capacity })).send().expect(200);
        while town.place.number(&offers) < capacity as i64 - 1 {
            std::thread::sleep(Duration::from_millis(5));
        }
        let whole = began.elapsed();
        Load { took: vec![whole; capacity - 1], whole }
    };
    measure(&[&town.served], load)
}

fn families_made(table: &mut Table, town: &Town, _: &[Family]) {
    let (families, found) = town.families(crowd());
    let rows = Rows::families(families.into_iter().map(|family| family.id));
    table.add(&named(town.place, "families made"), found, rows.per_second(town.place, 1));
}
