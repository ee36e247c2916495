//! What a reach report costs: the whole of an organisation, and a dashboard's default view of one
//! centre, next to the least it could cost, measured in the same run: one plain SQL statement that
//! reads the same facts and contacts once, adds them up, and gives a line for each centre. What
//! protecting the small counts costs stands beside the same report without it, also of a borough of
//! 167 areas.
//!
//! `cargo bench --bench reach`. `FIRSTPLACE_REACH_CENTRES` (200), `FIRSTPLACE_REACH_CHILDREN`
//! (400,000), `FIRSTPLACE_REACH_CONTACTS_POSTGRES` (10,000,000) and `…_SQLITE` (1,000,000) for more
//! or fewer; 0 contacts leave a database out. `cargo bench --bench reach -- --short` for three turns
//! of the borough on each database. `FIRSTPLACE_REACH_KEEP_SQLITE` (a file) and
//! `…_KEEP_POSTGRES` (the URL of an empty database) keep what was filled, to be measured again.

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

use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use firstplace::access::Actor;
use firstplace::base::clock::Clock;
use firstplace::base::id::CentreId;
use firstplace::base::moment::Moment;
use firstplace::centres;
use firstplace::db::{DatabaseKind, Options, Store, Tx};
use firstplace::reach::figure::Figure;
use firstplace::reports::reach::asked::ReachRequest;
use firstplace::reports::reach::fixed::PARTNER_BY;
use firstplace::reports::reach::report::{Profile, ReachBy, ReachReport, WhyNot};
use firstplace::reports::reach::service::{self, recipient};
use postgres::Postgres;
use scratch::Scratch;

const AS_AT: &str = "2026-11-16";
const NOW: &str = "2026-11-16T18:00:00Z";
/// LSOAs of a centre, of many; each has twenty postcodes.
const LSOAS: u64 = 10;
/// A borough: its centres, LSOAs, children and contacts.
const BOROUGH: Size = Size { centres: 8, lsoas: 167, children: 20_000, contacts: 200_000 };
const POSTCODES: u64 = 20;
/// Activities of a centre.
const ACTIVITIES: u64 = 4;
const TIMES: usize = 3;

const IN_EARNEST: [&str; 6] = [
    "listen_addresses=",
    "fsync=on",
    "synchronous_commit=off",
    "autovacuum=off",
    "max_wal_size=8GB",
    "shared_buffers=1GB",
];

#[derive(Clone, Copy)]
struct Size {
    centres: u64,
    /// The first belong to the first centre, and so on.
    lsoas: u64,
    children: u64,
    contacts: u64,
}

fn number(name: &str, default: u64) -> u64 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn main() {
    let borough = Scratch::new("reach-borough");
    let file = borough.path().join("firstplace.sqlite").display().to_string();
    if turns::short() {
        let server = Postgres::start(&IN_EARNEST, |_| ());
        in_turns("SQLite", &file);
        in_turns("PostgreSQL", &server.empty_database());
        return;
    }
    measure("A borough on SQLite", &file, BOROUGH);
    let centres = number("FIRSTPLACE_REACH_CENTRES", 200);
    let size = |contacts| Size {
        centres,
        lsoas: centres * LSOAS,
        children: number("FIRSTPLACE_REACH_CHILDREN", 400_000),
        contacts,
    };
    let sqlite = size(number("FIRSTPLACE_REACH_CONTACTS_SQLITE", 1_000_000));
    if sqlite.contacts > 0 {
        let folder = Scratch::new("reach");
        let file = || folder.path().join("firstplace.sqlite").display().to_string();
        measure(
            "SQLite",
            &env::var("FIRSTPLACE_REACH_KEEP_SQLITE").unwrap_or_else(|_| file()),
            sqlite,
        );
    }
    let postgres = size(number("FIRSTPLACE_REACH_CONTACTS_POSTGRES", 10_000_000));
    if postgres.contacts > 0 {
        match env::var("FIRSTPLACE_REACH_KEEP_POSTGRES") {
            Ok(kept) => measure("PostgreSQL", &kept, postgres),
            Err(_) => {
                let server = Postgres::start(&IN_EARNEST, |_| ());
                measure("PostgreSQL", &server.empty_database(), postgres);
            }
        }
    }
}

/// A database that holds so much, filled where it is empty.
fn filled(database: &str, url: &str, size: Size) -> Store {
    let options = Options { statement_timeout_ms: 3_600_000, ..Options::new(url) };
    let clock = Clock::fixed(Moment::parse(NOW).expect("an instant"));
    let store = Store::open(&options, clock).expect("the database opens");
    let began = Instant::now();
    let centres = |tx: &mut Tx| centres::store::centres(tx, "", 1);
    if store.read(Actor::service(), centres).expect("centres are read").is_empty() {
        fill(store.kind(), url, size);
    }
    println!(
        "{database}: {} centres, {} areas, {} children, {} contacts, filled in {:.0} s",
        size.centres,
        size.lsoas,
        size.children,
        size.contacts,
        began.elapsed().as_secs_f64()
    );
    store
}

/// The borough: a report to one SQL statement, and what is for others to the same unprotected.
fn in_turns(database: &str, url: &str) {
    let store = filled(&format!("A borough on {database}"), url, BOROUGH);
    let (all, exact) = (every_split(), quarter());
    turns::run("times the floor", || {
        let least = time(|| run(store.kind(), url, &[floor(store.kind())]));
        let whole = time(|| drop(report(&store, &all)));
        let default = time(|| drop(report(&store, &ReachRequest::default())));
        let plain = time(|| drop(report(&store, &exact)));
        let given = |profile| time(|| drop(recipient_report(&store, profile)));
        let (partners, public) = (given(Profile::Partner), given(Profile::Public));
        [
            ("every split, to one SQL statement", whole, least),
            ("the default splits, to one SQL statement", default, least),
            ("a quarter for partners, to the same unprotected", partners, plain),
            ("a quarter for the public, to the same unprotected", public, plain),
        ]
        .map(|(what, took, floor)| {
            (format!("{database}, {what}"), took.as_secs_f64() / floor.as_secs_f64())
        })
        .into()
    });
}

fn measure(database: &str, url: &str, size: Size) {
    let store = filled(database, url, size);
    let least = best(|| run(store.kind(), url, &[floor(store.kind())]));
    println!("{:44}{:>10.2} s", "one SQL statement", least.as_secs_f64());
    tell("the whole organisation, every split", &store, &every_split(), Some(least));
    tell("the same, its default splits", &store, &ReachRequest::default(), Some(least));
    let counting = best(|| {
        let read = |tx: &mut Tx| {
            let plan = service::plan(tx, &ReachRequest::default())?;
            service::made::ReachMade::of(tx, &plan).map(drop)
        };
        store.read(Actor::service(), read).expect("it is counted");
    });
    let ratio = counting.as_secs_f64() / least.as_secs_f64();
    println!(
        "{:44}{:>10.3} s{ratio:8.2} times",
        "of that, counting children",
        counting.as_secs_f64()
    );
    let one = ReachRequest { centre: Some(CentreId::from("c0")), ..ReachRequest::default() };
    tell("a dashboard's default view: one centre", &store, &one, None);
    protection(&store);
    println!();
}

fn every_split() -> ReachRequest {
    ReachRequest { by: Some(ReachBy::ALL.to_vec()), ..ReachRequest::default() }
}

/// The counts that partners and the public are given, unprotected.
fn quarter() -> ReachRequest {
    ReachRequest {
        as_at: Some("2026-09-30".parse().expect("a day")),
        known_at: Some(Moment::parse("2026-10-13T23:00:00Z").expect("an instant")),
        by: Some(PARTNER_BY.to_vec()),
        ..ReachRequest::default()
    }
}

fn recipient_report(store: &Store, profile: Profile) -> ReachReport {
    let asked = ReachRequest { profile, ..ReachRequest::default() };
    let read = |tx: &mut Tx| recipient::report(tx, &asked);
    store.read(Actor::service(), read).expect("a report")
}

/// The reports for partners and the public beside the same counts unprotected.
fn protection(store: &Store) {
    let least = best(|| drop(report(store, &quarter())));
    println!("{:44}{:>10.3} s", "a quarter's figures, unprotected", least.as_secs_f64());
    for (what, profile) in
        [("the same for partners", Profile::Partner), ("for the public", Profile::Public)]
    {
        let mut given = None;
        let took = best(|| given = Some(recipient_report(store, profile)));
        let ratio = took.as_secs_f64() / least.as_secs_f64();
        let (out, all) = given.as_ref().map(left_out).unwrap_or_default();
        println!(
            "{what:44}{:>10.3} s{ratio:8.2} times   ({out} of {all} counts left out)",
            took.as_secs_f64()
        );
    }
}

/// Counts left out of the tables, of all.
fn left_out(report: &ReachReport) -> (usize, usize) {
    let lines = || report.tables.iter().flat_map(|table| &table.lines);
    let cells = || lines().flat_map(|line| Figure::ALL.iter().map(|figure| line.figure(*figure)));
    let out = cells().filter(|cell| cell.n.is_none() && cell.why_not == Some(WhyNot::Suppressed));
    (out.count(), cells().count())
}

fn tell(what: &str, store: &Store, asked: &ReachRequest, least: Option<Duration>) {
    let mut counted = None;
    let took = best(|| counted = Some(report(store, asked)));
    let seen = counted.and_then(|report| report.whole.seen.n).unwrap_or_default();
    let ratio = least.map(|least| took.as_secs_f64() / least.as_secs_f64());
    let ratio = ratio.map(|ratio| format!("{ratio:8.2} times")).unwrap_or_default();
    println!("{what:44}{:>10.3} s{ratio}   ({seen} children seen)", took.as_secs_f64());
}

fn report(store: &Store, asked: &ReachRequest) -> ReachReport {
    let read = |tx: &mut Tx| service::report(tx, asked);
    store.read(Actor::service(), read).expect("a report")
}

fn best(mut work: impl FnMut()) -> Duration {
    (0..TIMES).map(|_| time(&mut work)).min().unwrap_or_default()
}

fn time(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

/// Reads the facts of every child and each of its contacts once, and counts days by child.
fn floor(kind: DatabaseKind) -> String {
    let as_at: NaiveDate = AS_AT.parse().expect("a day");
    let from = as_at - chrono::Months::new(12) + chrono::Days::new(1);
    let now = match kind {
        DatabaseKind::Sqlite => "'2026-11-16 18:00:00'",
        DatabaseKind::Postgres => "timestamp '2026-11-16 18:00:00'",
    };
    format!(
        "SELECT f.centre_id, COUNT(*), SUM(CASE WHEN d.days >= 3 THEN 1 ELSE 0 END), \
         MIN(d.first_day), MAX(f.target_groups), MAX(f.postcode) FROM child_facts f LEFT JOIN (\
         SELECT child_id, MIN(on_day) AS first_day, COUNT(DISTINCT CASE WHEN on_day >= '{from}' \
         AND kind = 'attendance' THEN on_day END) AS days FROM contacts WHERE on_day <= '{as_at}' \
         AND recorded_at <= {now} AND (withdrawn_at IS NULL OR withdrawn_at > {now}) \
         GROUP BY child_id) d ON d.child_id = f.child_id WHERE f.known_from <= {now} \
         GROUP BY f.centre_id"
    )
}

fn run(kind: DatabaseKind, url: &str, statements: &[String]) {
    let all = statements.join(";\n");
    match kind {
        DatabaseKind::Sqlite => {
            let mut conn = SqliteConnection::establish(url).expect("the file is there");
            let fast = "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;";
            conn.batch_execute(fast).expect("it is set");
            conn.batch_execute(&all).expect("it is done");
        }
        DatabaseKind::Postgres => {
            let mut conn = PgConnection::establish(url).expect("the server answers");
            statements.iter().for_each(|one| conn.batch_execute(one).expect("it is done"));
        }
    }
}

/// How the two databases write a series, a text of a number, and a day so many days ago.
struct Words {
    series: fn(u64) -> String,
    ago: fn(&str) -> String,
    noon: fn(&str) -> String,
}

const SQLITE: Words = Words {
    series: |count| {
        format!(
            "(WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < \
             {count}) SELECT n FROM s)"
        )
    },
    ago: |days| format!("date('{AS_AT}', '-' || ({days}) || ' days')"),
    noon: |day| format!("({day} || ' 12:00:00')"),
};
const POSTGRES: Words = Words {
    series: |count| format!("generate_series(0::bigint, {count} - 1)"),
    ago: |days| format!("(date '{AS_AT}' - ({days})::int)"),
    noon: |day| format!("({day} + time '12:00')"),
};

/// Each child lives at a postcode of its centre's area, comes there to four activities, and one time
/// in twenty to the next centre; of twenty contacts two are health reviews and one a nursery's
/// place, one of fifty was withdrawn.
fn fill(kind: DatabaseKind, url: &str, size: Size) {
    let words = match kind {
        DatabaseKind::Sqlite => SQLITE,
        DatabaseKind::Postgres => POSTGRES,
    };
    let Size { centres, lsoas, children, contacts } = size;
    let home = |child: &str| format!("(({child}) * 7919 % {lsoas})");
    let of_area = |lsoa: &str| format!("(({lsoa}) * {centres} / {lsoas})");
    let named = |count| format!("{} AS s(n)", (words.series)(count));
    let named = |count| match kind {
        DatabaseKind::Sqlite => (words.series)(count),
        DatabaseKind::Postgres => named(count),
    };
    let long_ago = "'2020-01-01 00:00:00'";
    let born = (words.ago)("n * 7919 % 1820");
    let joined = (words.ago)("n * 31 % 700");
    let day = (words.ago)("(n * 37 + n / 1000) % 1095");
    let recorded = (words.noon)(&day);
    let child = format!("n * 7919 % {children}");
    let near = of_area(&home(&child));
    let centre = format!("(CASE WHEN n % 20 = 0 THEN {near} + 1 ELSE {near} END) % {centres}");
    let (met, learns) = ("n % 10 <> 3 AND n % 20 <> 4", "n % 20 = 4");
    let activity = format!("({centre}) * {ACTIVITIES} + n / {children} % {ACTIVITIES}");
    let statements = vec![
        format!(
            "INSERT INTO centres (id, name, zone, created_at) SELECT 'c' || n, 'Centre ' || n, \
             'Europe/London', {long_ago} FROM {}",
            named(centres)
        ),
        format!(
            "INSERT INTO lsoas (vintage, code) SELECT '2021', 'E' || (1034000 + n) FROM {}",
            named(lsoas)
        ),
        format!(
            "INSERT INTO deprivation (vintage, index_year, lsoa, imd_decile) SELECT '2021', 2025, \
             'E' || (1034000 + n), 1 + n % 10 FROM {}",
            named(lsoas)
        ),
        format!(
            "INSERT INTO population_tables (id, vintage, name, year, imported_at) VALUES ('t', \
             '2021', 'Estimates', 2024, {long_ago})"
        ),
        format!(
            "INSERT INTO population (table_id, vintage, lsoa, age, persons) SELECT 't', '2021', \
             'E' || (1034000 + n / 5), n % 5, {} FROM {}",
            (children / lsoas / 5).max(1) + 2,
            named(lsoas * 5)
        ),
        format!(
            "INSERT INTO postcodes (postcode, vintage, lsoa) SELECT 'P' || n, '2021', 'E' || \
             (1034000 + n / {POSTCODES}) FROM {}",
            named(lsoas * POSTCODES)
        ),
        format!(
            "INSERT INTO reach_areas (id, centre_id, vintage, since_at) SELECT 'a' || n, 'c' || n, \
             '2021', {long_ago} FROM {}",
            named(centres)
        ),
        format!(
            "INSERT INTO reach_area_lsoas (area_id, vintage, lsoa) SELECT 'a' || {}, \
             '2021', 'E' || (1034000 + n) FROM {}",
            of_area("n"),
            named(lsoas)
        ),
        format!(
            "INSERT INTO families (id, postcode, channel, created_at) SELECT 'family-{PAD}' || n, \
             'P0', 'staff', {long_ago} FROM {}",
            named(children)
        ),
        format!(
            "INSERT INTO children (id, name, sort_name, born_on, created_at) SELECT \
             'child-{PAD}' || n, 'Nobody', 'nobody', {born}, {long_ago} FROM {}",
            named(children)
        ),
        format!(
            "INSERT INTO child_facts (id, child_id, known_from, family_id, centre_id, born_on, \
             born_month_only, joined_on, postcode, place, target_groups, ethnicity_asked) SELECT \
             'fact-{PAD}' || n, 'child-{PAD}' || n, '2024-01-01 00:00:00', 'family-{PAD}' || n, \
             'c' || {}, {born}, FALSE, {joined}, 'P' || ({} * {POSTCODES} + n % {POSTCODES}), 'postcode', CASE WHEN n % 4 = \
             0 THEN 'lone_parent:2025-01-01:' ELSE '' END, TRUE FROM {}",
            of_area(&home("n")),
            home("n"),
            named(children)
        ),
        format!(
            "INSERT INTO activities (id, title, access, unit, capacity, age_unit, age_min, \
             siblings_welcome, expectant_welcome, adults_only, sensitive, priority_places, \
             priority_hours, referrals_days_before, referrals_time, public_time, \
             closes_minutes_before, cancel_hours, waitlist_order, saving, limit_a_day, \
             limit_in_seven_days, created_at) SELECT 'activity-{PAD}' || n, 'Activity ' || n, \
             'book', 'families', 10, 'months', 0, TRUE, TRUE, FALSE, FALSE, 0, 0, 28, '09:00:00', \
             '09:00:00', 0, 0, 'tier', TRUE, 1, 7, {long_ago} FROM {}",
            named(centres * ACTIVITIES)
        ),
        format!(
            "INSERT INTO contacts (id, kind, on_day, family_id, child_id, adults, centre_id, \
             activity_id, session_id, place, source, recorded_at, withdrawn_at) SELECT 'contact-{PAD}' || \
             n, CASE WHEN {met} THEN 'attendance' WHEN {learns} THEN 'early_learning' ELSE 'health_review' END, {day}, 'family-{PAD}' \
             || ({child}), 'child-{PAD}' || ({child}), 0, CASE WHEN {met} THEN 'c' || ({centre}) \
             END, CASE WHEN {met} THEN 'activity-{PAD}' || ({activity}) END, CASE WHEN {met} THEN \
             'session-{PAD}' || (n / 20) END, CASE WHEN {learns} THEN 'funded' END, 'register', {recorded}, CASE WHEN n % 50 = 7 THEN \
             {recorded} END FROM {}",
            named(contacts)
        ),
        match kind {
            DatabaseKind::Sqlite => "ANALYZE".to_owned(),
            DatabaseKind::Postgres => "VACUUM ANALYZE".to_owned(),
        },
    ];
    match kind {
        DatabaseKind::Sqlite => run(kind, url, &statements),
        DatabaseKind::Postgres => {
            let before = BEFORE.iter().map(|one| (*one).to_owned());
            let (last, rows) = statements.split_last().expect("statements");
            let after = [AFTER.to_owned(), last.clone()];
            let all: Vec<String> = before.chain(rows.iter().cloned()).chain(after).collect();
            run(kind, url, &all);
        }
    }
}

/// Ten million rows go in without their indexes, which are made again afterwards.
const BEFORE: [&str; 3] = [
    "SET session_replication_role = replica",
    "CREATE TEMP TABLE made AS SELECT indexname, indexdef FROM pg_indexes \
     WHERE tablename = 'contacts' AND indexname NOT LIKE '%_pkey'",
    "DO $$ DECLARE one record; BEGIN FOR one IN SELECT * FROM made LOOP \
     EXECUTE 'DROP INDEX ' || one.indexname; END LOOP; END $$",
];
const AFTER: &str = "DO $$ DECLARE one record; BEGIN FOR one IN SELECT * FROM made LOOP \
     EXECUTE one.indexdef; END LOOP; END $$";

/// Ids are as long as they are in earnest.
const PAD: &str = "0123456789012345";
