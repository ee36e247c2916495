//! Whether a request costs more where there is more: joining a line of 10 and of 2,000, a booking in
//! a session of 10 and of 5,000, and with 10,000 and 300,000 bookings of the past. What is many is
//! compared with what is few, as a floor; rows are written straight into the database.
//!
//! `cargo bench --bench growth`; `-- --short` for one round; `-- --long` with 10 million bookings of
//! the past, their disk and time; `-- sqlite line` for the measures with these words in their names.

// Nothing outside can reach what a benchmark holds.
#![allow(unreachable_pub)]

#[allow(dead_code, reason = "the benches and the tests use all of it")]
mod support;

mod growth {
    pub mod bulk;
}

use std::fs;

use growth::bulk::{self, Like};
use serde_json::{Value, json};
use support::load::{again, dealt, get, run};
use support::place::Place;
use support::table::{self, Found, Table, measure, rounds, wanted};
use support::town::{Family, IfFull, Town, id, one_of};

/// At once: fewer than a rush, so that they wait for the work and not for each other.
const CALLERS: usize = 4;
/// Each of them grows by an eighth of those who ask while it is measured.
const SESSIONS: usize = 8;

/// How many ask in a round, each once.
fn asks() -> usize {
    if table::short() { 64 } else { 200 }
}

const LINES: [usize; 2] = [10, 2_000];
const BOOKED: [usize; 2] = [10, 5_000];
const PAST: [usize; 2] = [10_000, 300_000];
const LONG_PAST: usize = 10_000_000;

fn main() {
    println!("{CALLERS} callers, {} requests a round, {} rounds\n", asks(), rounds());
    let mut table = Table::new("growth");
    Place::each(|place| {
        let town = Town::new(place);
        table.note(&format!("{}, memory, idle", place.name), town.served.idle_mb, "MB");
        Growth::new(&town).measure(&mut table);
        table.memory(place.name, &town.served);
    });
    table.end();
}

struct Growth<'a> {
    town: &'a Town<'a>,
    /// What is copied: a booking, and an entry in a line.
    booked: Like,
    waiting: Like,
    /// Many, of which the last ask.
    families: Vec<Family>,
}

impl<'a> Growth<'a> {
    fn new(town: &'a Town<'a>) -> Growth<'a> {
        let (made, _) = town.families(3);
        let asks = |family: &Family, session: &str| -> Value {
            let body = json!({ "family_id": family.id, "child_ids": [family.child], "adults": 1,
                "if_full": "wait", "wants": "offer", "reason": "By telephone." });
            town.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body).expect(201)
        };
        let session = town.sessions(1, 1).remove(0);
        let [booked, waiting] = [0, 1].map(|number| {
            let booking = asks(&made[number], &session);
            Like { booking: id(&booking), session: session.clone() }
        });
        let count = if table::long() { 200_000 } else { 6_000 };
        let families = bulk::families(town.place, &made[2], count);
        Growth { town, booked, waiting, families }
    }

    fn measure(&self, table: &mut Table) {
        let past = |table: &mut Table, from, to| {
            let took = bulk::past(self.town.place, &self.booked, self.families.len(), from, to);
            table.note(&self.named(&format!("{to} bookings of the past, written in")), took, "s");
            table.note(&self.named(&format!("{to} bookings of the past, disk")), self.disk(), "MB");
        };
        past(table, 0, PAST[0]);
        for _ in 0..rounds() {
            self.pair(table, LINES.map(|many| format!("joins a line of {many}")), |nth| {
                self.joins(LINES[nth])
            });
            self.pair(table, BOOKED.map(|many| format!("books in a session of {many}")), |nth| {
                self.books(BOOKED[nth])
            });
        }
        let mut many = PAST.to_vec();
        many.extend(table::long().then_some(LONG_PAST));
        let mut few = None;
        for (nth, &to) in many.iter().enumerate() {
            if !self.with_past_named(to).iter().any(|name| wanted(name)) {
                continue;
            }
            if nth > 0 {
                past(table, many[nth - 1], to);
            }
            let found = self.with_past(table, to, few);
            few = few.or(Some(found));
        }
        table.tell();
    }

    fn named(&self, what: &str) -> String {
        format!("{}, {what}", self.town.place.name)
    }

    /// What is many next to what is few, in turn.
    fn pair(&self, table: &mut Table, names: [String; 2], measure: impl Fn(usize) -> Found) {
        let names = names.map(|name| self.named(&name));
        if !names.iter().any(|name| wanted(name)) {
            return;
        }
        let [few, many] = [measure(0), measure(1)];
        table.add(&names[0], few, None);
        table.add(&names[1], many, Some(few.per_second));
    }

    fn joins(&self, line: usize) -> Found {
        let sessions = self.town.sessions(SESSIONS, 1);
        bulk::fill(self.town.place, &self.booked, &sessions, 0..1);
        bulk::fill(self.town.place, &self.waiting, &sessions, 1..1 + line);
        self.ask(&sessions)
    }

    fn books(&self, booked: usize) -> Found {
        let sessions = self.town.sessions(SESSIONS, booked + asks());
        bulk::fill(self.town.place, &self.booked, &sessions, 0..booked);
        self.ask(&sessions)
    }

    fn ask(&self, sessions: &[String]) -> Found {
        let asking = &self.families[self.families.len() - asks()..];
        let asks = self.town.asks(asking, sessions, IfFull::Wait);
        let turns = dealt(&[self.town.served.address], &asks, CALLERS);
        measure(&[&self.town.served], || run(&turns, one_of(&[201])))
    }

    /// With so many bookings of the past: a booking, and what's on; next to those with few.
    fn with_past(&self, table: &mut Table, past: usize, few: Option<[f64; 2]>) -> [f64; 2] {
        let whats_on = get("/api/v1/whats-on", &[]);
        let reads = || {
            let turns = again(self.town.served.address, &whats_on, CALLERS, asks() / CALLERS);
            measure(&[&self.town.served], || run(&turns, one_of(&[200])))
        };
        let found = [self.books(10), reads()];
        for (nth, (name, found)) in self.with_past_named(past).iter().zip(&found).enumerate() {
            table.add(name, *found, few.map(|few| few[nth]));
        }
        found.map(|found| found.per_second)
    }

    fn with_past_named(&self, past: usize) -> [String; 2] {
        ["books", "reads what's on"].map(|what| self.named(&format!("{what}, {past} in the past")))
    }

    /// In MB.
    fn disk(&self) -> f64 {
        let place = self.town.place;
        let bytes = if place.is_postgres() {
            place.number("SELECT pg_database_size(current_database()) AS number") as u64
        } else {
            let files = ["", "-wal"].map(|ending| fs::metadata(format!("{}{ending}", place.url)));
            files.into_iter().flatten().map(|file| file.len()).sum()
        };
        bytes as f64 / 1e6
    }
}
