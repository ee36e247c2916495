//! What a rush costs: the real server over HTTP, 32 signed-in callers who book at
//! once, on one session and on many, next to what it could cost at the least, which
//! is measured in turn in the same run: the same rows, written with a commit each,
//! by a bare loop on SQLite and by `pgbench` on PostgreSQL. It prints medians and
//! ratios; every later change is held to them.
//!
//! `cargo bench --bench rush`; `FIRSTPLACE_RUSH_ROUNDS` for more or fewer than five;
//! `cargo bench --bench rush -- --short` for three turns.

// Nothing outside can reach what a benchmark holds.
#![allow(unreachable_pub)]

#[path = "../tests/suite/support/client.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod client;
#[path = "../tests/suite/support/postgres.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod postgres;
#[path = "../tests/suite/support/scratch.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod scratch;
#[path = "support/turns.rs"]
mod turns;

mod rush {
    pub mod loop_floor;
    pub mod pgbench_floor;
    pub mod served;
}

use std::env;
use std::time::Duration;

use postgres::Postgres;
use rush::served::{CALLERS, Rush, Served, bookings};
use rush::{loop_floor, pgbench_floor};
use scratch::Scratch;
use turns::median;

/// A server that keeps what it is told, as in earnest.
const IN_EARNEST: [&str; 5] = [
    "listen_addresses=",
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "autovacuum=on",
];

/// On how many sessions a rush is.
const KINDS: [(&str, usize); 2] = [("one session", 1), ("many sessions", CALLERS)];

fn main() {
    if turns::short() {
        println!("{CALLERS} callers, {} bookings a turn\n", bookings());
    } else {
        println!(
            "{CALLERS} callers, {} bookings a round, {} rounds in turn\n",
            bookings(),
            rounds()
        );
        println!(
            "{:32}{:>12}{:>12}{:>8}{:>10}{:>10}",
            "bookings/s, medians", "served", "floor", "ratio", "p50 ms", "p99 ms"
        );
    }
    sqlite();
    postgres();
}

fn rounds() -> usize {
    let rounds = env::var("FIRSTPLACE_RUSH_ROUNDS").ok().and_then(|text| text.parse().ok());
    rounds.unwrap_or(5)
}

fn sqlite() {
    let folder = Scratch::new("rush");
    let file = folder.path().join("firstplace.sqlite").display().to_string();
    let served = Served::start(&file, &[("DATA", folder.path().display().to_string())]);
    let floor = |sessions: &[String]| Some(loop_floor::per_second(&file, sessions));
    measure("SQLite", &served, floor);
}

fn postgres() {
    let server = Postgres::start(&IN_EARNEST, |_| ());
    let folder = Scratch::new("rush");
    let url = server.empty_database();
    let settings = [
        ("DATABASE_URL", url.clone()),
        ("KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=".to_owned()),
        ("MAIL_FOLDER", folder.path().display().to_string()),
        ("POOL_SIZE", CALLERS.to_string()),
    ];
    let served = Served::start(&url, &settings);
    measure("PostgreSQL", &served, |sessions| pgbench_floor::per_second(&url, sessions));
    if !pgbench_floor::is_here() {
        println!("pgbench was not found: install postgresql-contrib or put it on the PATH.");
    }
}

fn measure(database: &str, served: &Served, floor: impl Fn(&[String]) -> Option<f64>) {
    let rush = |sessions| {
        let rush = served.rush(sessions);
        let least = floor(&rush.sessions);
        (rush, least)
    };
    let kinds = KINDS.map(|(name, sessions)| (format!("{database}, {name}"), sessions));
    if turns::short() {
        let ratio = |(name, sessions): &(String, usize)| {
            let (rush, least) = rush(*sessions);
            Some((name.clone(), rush.per_second() / least?))
        };
        turns::run("bookings/s, served to floor", || kinds.iter().filter_map(ratio).collect());
        return;
    }
    let mut found: [Vec<(Rush, Option<f64>)>; 2] = Default::default();
    for _ in 0..rounds() {
        for ((_, sessions), found) in kinds.iter().zip(&mut found) {
            found.push(rush(*sessions));
        }
    }
    for ((name, _), rounds) in kinds.iter().zip(found) {
        tell(name, &rounds);
    }
}

fn tell(name: &str, rounds: &[(Rush, Option<f64>)]) {
    let served = median(rounds.iter().map(|(rush, _)| rush.per_second()).collect());
    let floor = rounds.iter().map(|(_, floor)| *floor).collect::<Option<Vec<_>>>().map(median);
    let took = |part: f64| {
        let at = |rush: &Rush| rush.percentile(part).as_secs_f64() * 1000.0;
        median(rounds.iter().map(|(rush, _)| at(rush)).collect())
    };
    let (p50, p99) = (took(0.5), took(0.99));
    let (least, ratio) = match floor {
        Some(floor) => (format!("{floor:.0}"), format!("{:.2}", served / floor)),
        None => ("-".to_owned(), "-".to_owned()),
    };
    println!("{name:32}{served:>12.0}{least:>12}{ratio:>8}{p50:>10.1}{p99:>10.1}");
}

impl Rush {
    fn per_second(&self) -> f64 {
        self.took.len() as f64 / self.whole.as_secs_f64()
    }

    fn percentile(&self, part: f64) -> Duration {
        let mut took = self.took.clone();
        took.sort();
        took[((took.len() - 1) as f64 * part) as usize]
    }
}
