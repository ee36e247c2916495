//! What a search costs at the desk: families found by every kind of line, among
//! 100,000 made-up ones, next to what it could cost at the least, measured in turn
//! in the same run: the same number of households read by their primary keys.
//!
//! `cargo bench --bench search`; `FIRSTPLACE_SEARCH_FAMILIES` for more or fewer;
//! `cargo bench --bench search -- --short` for three turns among 5,000.

// Nothing outside can reach what a benchmark holds.
#![allow(unreachable_pub)]

#[path = "../tests/suite/support/debian.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod debian;
#[path = "../tests/suite/support/postgres.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod postgres;
#[path = "../tests/suite/support/scratch.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod scratch;
#[path = "support/turns.rs"]
mod turns;

use std::env;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use firstplace::access::{Actor, Role, RoleAt};
use firstplace::base::clock::Clock;
use firstplace::base::id::{CentreId, FamilyId};
use firstplace::centres::{Centre, PlaceFeatures};
use firstplace::db::{DatabaseKind, Options, Store};
use firstplace::demo::crowd::fill::fill;
use firstplace::demo::crowd::{Crowd, CrowdBirth, CrowdHousehold};
use firstplace::families::search::store::households;
use firstplace::membership::service::search::find;
use postgres::Postgres;
use scratch::Scratch;

const SEED: u64 = 1;
/// Lines of each kind, and of a turn of the short form.
const LINES: usize = 200;
const LINES_OF_A_TURN: usize = 20;
const CENTRES: usize = 6;
/// What a desk's screen shows.
const MOST: usize = 20;

/// A server that keeps what it is told, as in earnest.
const IN_EARNEST: [&str; 5] = [
    "listen_addresses=",
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "autovacuum=on",
];

/// What is typed, made of a family that is there.
type Line = fn(&CrowdHousehold) -> Option<String>;

const KINDS: &[(&str, Line)] = &[
    ("whole name", |family| Some(family.adults[0].name.clone())),
    ("half typed", |family| half(&family.adults[0].name)),
    ("surname only", |family| Some(surname(&family.adults[0].name).to_owned())),
    ("one letter slips", |family| slipped(&family.adults[0].name)),
    ("former name", |family| family.adults[0].former_name.clone()),
    ("child and birth date", child_and_birth),
    ("birth date", |family| born(family)),
    ("postcode", |family| family.postcode.clone()),
    ("district and name", |family| {
        let district = family.postcode.as_deref()?.split(' ').next()?;
        Some(format!("{district} {}", surname(&family.adults[0].name)))
    }),
    ("telephone", |family| family.adults[0].phone.clone()),
];

fn main() {
    let families = env::var("FIRSTPLACE_SEARCH_FAMILIES").ok().and_then(|text| text.parse().ok());
    let (all, lines) = match turns::short() {
        true => (5_000, LINES_OF_A_TURN),
        false => (100_000, LINES),
    };
    let families: u32 = families.unwrap_or(all);
    println!("{families} families, {lines} lines of each kind, {MOST} families an answer\n");
    let folder = Scratch::new("search");
    let file = folder.path().join("firstplace.sqlite").display().to_string();
    measure("SQLite", &Options::new(file), families, lines);
    let server = Postgres::start(&IN_EARNEST, |_| ());
    measure("PostgreSQL", &Options::new(server.empty_database()), families, lines);
}

fn measure(database: &str, options: &Options, families: u32, lines: usize) {
    let store = Store::open(options, Clock::system()).expect("the database opens");
    let centres = centres(&store);
    let today = store.clock().now().utc().date_naive();
    let crowd = Crowd::new(SEED, today).expect("the names are read");
    let began = Instant::now();
    fill(&store, &crowd, families, |_| ()).expect("the families are made");
    println!("{database}: filled in {:.0} s", began.elapsed().as_secs_f64());
    if store.kind() == DatabaseKind::Postgres {
        // As autovacuum would within a minute, in the middle of what is measured.
        let mut conn = PgConnection::establish(&options.url).expect("the server answers");
        conn.batch_execute("ANALYZE").expect("the planner knows the tables");
    }
    let mut asked = Vec::new();
    for (who, centre) in [("everywhere", None), ("one centre", centres.first().cloned())] {
        for (kind, line) in KINDS {
            let picked = (0..).map(|at: u32| crowd.household(at.wrapping_mul(7_919) % families));
            asked.push(Asked {
                what: format!("{kind}, {who}"),
                desk: RoleAt { role: Role::FrontDesk, centre: centre.clone() },
                lines: picked.filter_map(|family| line(&family)).take(lines).collect(),
            });
        }
    }
    if turns::short() {
        let ratio = |asked: &Asked| (asked.what.clone(), searched(&store, asked).ratio());
        turns::run("answers/s, to floor", || asked.iter().map(ratio).collect());
        return;
    }
    println!(
        "{:32}{:>10}{:>10}{:>10}{:>12}{:>10}{:>8}",
        "", "answers/s", "p50 ms", "p99 ms", "families", "floor/s", "ratio"
    );
    asked.iter().for_each(|asked| tell(&asked.what, &searched(&store, asked)));
    println!();
}

/// Lines of one kind, typed at one desk.
struct Asked {
    what: String,
    desk: RoleAt,
    lines: Vec<String>,
}

struct Run {
    took: Vec<Duration>,
    least: Duration,
    found: usize,
}

impl Run {
    fn ratio(&self) -> f64 {
        self.least.as_secs_f64() / self.took.iter().sum::<Duration>().as_secs_f64()
    }
}

fn searched(store: &Store, asked: &Asked) -> Run {
    let mut who_asks = Actor::public();
    who_asks.roles = vec![asked.desk.clone()];
    let mut run = Run { took: Vec::new(), least: Duration::ZERO, found: 0 };
    for line in &asked.lines {
        let asked = Instant::now();
        let found = store.read(who_asks.clone(), |tx| find(tx, line, MOST)).expect("an answer");
        run.took.push(asked.elapsed());
        run.found += found.len();

        let ids: Vec<FamilyId> = found.into_iter().map(|household| household.family.id).collect();
        let asked = Instant::now();
        store.read(who_asks.clone(), |tx| households(tx, &ids)).expect("the same again");
        run.least += asked.elapsed();
    }
    run.took.sort();
    run
}

fn tell(what: &str, run: &Run) {
    let lines = run.took.len() as f64;
    let (whole, least) = (run.took.iter().sum::<Duration>(), run.least);
    let at = |part: f64| run.took[((lines - 1.0) * part) as usize].as_secs_f64() * 1_000.0;
    println!(
        "{what:32}{:>10.0}{:>10.1}{:>10.1}{:>12.1}{:>10.0}{:>8.2}",
        lines / whole.as_secs_f64(),
        at(0.5),
        at(0.99),
        run.found as f64 / lines,
        lines / least.as_secs_f64(),
        run.ratio(),
    );
}

fn centres(store: &Store) -> Vec<CentreId> {
    let centre = |number: usize| Centre {
        id: CentreId::new(),
        name: format!("Centre {number}"),
        phone: None,
        email: None,
        address: None,
        postcode: None,
        zone: "Europe/London".to_owned(),
        access_features: PlaceFeatures::default(),
        created_at: store.clock().now(),
    };
    let made: Vec<Centre> = (0..CENTRES).map(centre).collect();
    let ids = made.iter().map(|centre| centre.id.clone()).collect();
    let write = move |tx: &mut firstplace::db::Tx| {
        made.iter().try_for_each(|centre| firstplace::centres::store::add_centre(tx, centre))
    };
    store.write(Actor::service(), write).expect("centres are made");
    ids
}

fn surname(name: &str) -> &str {
    name.split(' ').next_back().unwrap_or(name)
}

fn half(name: &str) -> Option<String> {
    let letters: Vec<char> = surname(name).chars().collect();
    let typed: String = letters.iter().take(letters.len().div_ceil(2)).collect();
    Some(format!("{} {typed}", name.split(' ').next()?))
}

/// A letter doubled in the middle of each word.
fn slipped(name: &str) -> Option<String> {
    let slip = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let middle = letters.len() / 2;
        let (before, after) = letters.split_at(middle);
        before.iter().chain(after.first()).chain(after).collect::<String>()
    };
    Some(name.split(' ').map(slip).collect::<Vec<_>>().join(" "))
}

fn born(family: &CrowdHousehold) -> Option<String> {
    match family.children.first()?.birth {
        CrowdBirth::Born(day) => Some(day.format("%d/%m/%Y").to_string()),
        CrowdBirth::Due(_) => None,
    }
}

fn child_and_birth(family: &CrowdHousehold) -> Option<String> {
    let given = family.children.first()?.name.split(' ').next()?;
    Some(format!("{given} {}", born(family)?))
}
