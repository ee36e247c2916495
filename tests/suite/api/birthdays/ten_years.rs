//! Ten years of birthdays, with outages, and with two processes at work at once: every child has
//! exactly one card for each birthday under five, and every household of it renews. The children
//! are counted here by their own rule. 600 of them; FIRSTPLACE_DECADE_CHILDREN=10000 for all.

use std::collections::BTreeMap;
use std::sync::Barrier;
use std::thread;

use chrono::{Datelike, Days, Months, NaiveDate};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema::{birthday_cards, renewals};
use firstplace::db::{Discipline, Options, Store, Tx};
use firstplace::membership::birthdays::service::run::round;
use firstplace::membership::number::Number;
use firstplace::serve::wiring::CLOSING;

use crate::support::app::{Backend, TestApp};

const CHILDREN: u32 = 600;

/// A Monday; the tests' own first day.
fn first_day() -> NaiveDate {
    "2026-11-16".parse().expect("a day")
}

/// A child, and the two households it may live in.
struct Born {
    on: NaiveDate,
    shared: bool,
}

fn children() -> u32 {
    let asked = std::env::var("FIRSTPLACE_DECADE_CHILDREN").ok();
    asked.map_or(CHILDREN, |count| count.parse().expect("a number of children"))
}

/// Births over fifteen years, on a handful of days of each month so that most days cost nothing;
/// every fiftieth on 29 February, every twentieth in two households.
fn born(count: u32) -> Vec<Born> {
    let leap: Vec<NaiveDate> = [2024, 2028, 2032, 2036]
        .map(|year| NaiveDate::from_ymd_opt(year, 2, 29).expect("a leap year"))
        .into();
    let one = |number: u32| {
        let month = first_day() - Months::new(5 * 12) + Months::new(number * 180 / count);
        let day = [1, 17, 31][number as usize % 3];
        let on = match number % 50 {
            0 => leap[(number / 50) as usize % leap.len()],
            // A month without a 31st has its 28th.
            _ => month.with_day(day).or(month.with_day(28)).expect("a day of the month"),
        };
        Born { on, shared: number % 20 == 1 }
    };
    (0..count).map(one).collect()
}

/// As a parent would say it: the same day of a later year, and 1 March where there is none.
fn birthday(born: NaiveDate, age: i32) -> NaiveDate {
    let year = born.year() + age;
    let first_of_march = || NaiveDate::from_ymd_opt(year, 3, 1).expect("a day");
    NaiveDate::from_ymd_opt(year, born.month(), born.day()).unwrap_or_else(first_of_march)
}

/// What is to be: child and age, of birthdays within these days.
fn expected(children: &[Born], from: NaiveDate, to: NaiveDate) -> BTreeMap<(String, i32), usize> {
    let mut expected = BTreeMap::new();
    for (number, child) in children.iter().enumerate() {
        for age in 1..=4 {
            let day = birthday(child.on, age);
            if from <= day && day <= to {
                let households = if child.shared { 2 } else { 1 };
                expected.insert((format!("c{number}"), age), households);
            }
        }
    }
    expected
}

/// What is not as it must be.
fn complaints(
    expected: &BTreeMap<(String, i32), usize>,
    cards: &[(String, i32)],
    renewed: &[(String, i32)],
) -> Vec<String> {
    let count = |of: &[(String, i32)]| {
        let mut counted: BTreeMap<(String, i32), usize> = BTreeMap::new();
        for one in of {
            *counted.entry(one.clone()).or_default() += 1;
        }
        counted
    };
    let (cards, renewed) = (count(cards), count(renewed));
    let mut found = Vec::new();
    for (key, households) in expected {
        let (sent, done) = (cards.get(key).unwrap_or(&0), renewed.get(key).unwrap_or(&0));
        if (*sent, done) != (1, households) {
            found.push(format!("{key:?}: {sent} cards, {done} of {households} renewals"));
        }
    }
    let unasked = cards.keys().chain(renewed.keys()).filter(|key| !expected.contains_key(key));
    found.extend(unasked.map(|key| format!("{key:?}: not expected")));
    found
}

/// Puts the children and their families in, many rows to a statement.
fn fill(store: &Store, children: &[Born]) {
    let mut sql = String::new();
    let mut families = 0;
    for (number, child) in children.iter().enumerate() {
        sql += &format!(
            "INSERT INTO children (id, name, sort_name, born_on, born_month_only, created_at)
             VALUES ('c{number}', 'Leo', 'leo', '{}', FALSE, '2026-11-16 09:00:00');\n",
            child.on
        );
        for household in 0..=usize::from(child.shared) {
            sql += &family(families, number, household == 0);
            families += 1;
        }
    }
    let write = move |tx: &mut Tx| {
        tx.conn().batch_execute(&sql)?;
        // As a database in use has it; a planner without statistics reads whole tables.
        tx.conn().batch_execute("ANALYZE")?;
        Ok(())
    };
    store.write(Actor::service(), write).expect("the families are written");
}

fn family(family: u32, child: usize, is_home: bool) -> String {
    let number = Number::of_serial(family);
    let (number, is_home) = (number.as_str(), if is_home { "TRUE" } else { "FALSE" });
    let mut sql = format!(
        "INSERT INTO families (id, postcode, channel, created_at)
         VALUES ('f{family}', 'M31 4FL', 'staff', '2026-11-16 09:00:00');
         INSERT INTO carers (id, family_id, position, name, sort_name, email, confirmed_at)
         VALUES ('a{family}', 'f{family}', 0, 'Sam', 'sam', 's{family}@example.org', '2026-11-16 09:00:00');
         INSERT INTO family_children (family_id, child_id, position, is_home)
         VALUES ('f{family}', 'c{child}', 0, {is_home});
         INSERT INTO memberships (number, family_id, status, status_at, joined_on)
         VALUES ('{number}', 'f{family}', 'member', '2026-11-16 09:00:00', '2026-11-16');\n"
    );
    if family.is_multiple_of(3) {
        sql += &format!(
            "INSERT INTO answers (id, family_id, subject_id, question, value, given_by, given_at)
             VALUES ('q{family}', 'f{family}', 'a{family}', 'birthday_by_email', 'yes', 'self', '2026-11-16 09:00:00');\n"
        );
    }
    sql
}

/// Both at once, as two processes would.
fn both_at_once(stores: [&Store; 2]) {
    let barrier = Barrier::new(2);
    thread::scope(|scope| {
        for store in stores {
            scope.spawn(|| {
                barrier.wait();
                round(store).expect("a round is done");
            });
        }
    });
}

/// Mornings on which something runs, with gaps of up to three weeks.
fn mornings() -> Vec<NaiveDate> {
    let gaps = [1, 6, 21, 2, 13, 1, 8, 20];
    let last = first_day() + Days::new(3652);
    let mut days = vec![first_day()];
    let mut gap = gaps.iter().cycle();
    while let (Some(day), Some(gap)) = (days.last().copied(), gap.next())
        && day < last
    {
        days.push((day + Days::new(*gap)).min(last));
    }
    days
}

/// A child and the age it reached.
type Birthday = (String, i32);

fn children_and_ages(store: &Store) -> (Vec<Birthday>, Vec<Birthday>) {
    let read = store.read(Actor::service(), |tx| {
        let cards = birthday_cards::table
            .filter(birthday_cards::kind.eq("birthday"))
            .select((birthday_cards::child_id, birthday_cards::age))
            .load(tx.conn())?;
        let renewed =
            renewals::table.select((renewals::child_id, renewals::age)).load(tx.conn())?;
        Ok((cards, renewed))
    });
    read.expect("the tables are read")
}

fn open_again(app: &TestApp, discipline: Discipline) -> Store {
    let options = Options { closing: Some(CLOSING), ..Options::new(app.url.clone()) };
    Store::open_with(&options, app.clock.clone(), discipline).expect("a second process")
}

fn decade(backend: Backend) {
    let app = TestApp::on(backend);
    let second = open_again(&app, Discipline::Careful);
    let children = born(children());
    fill(&app.store, &children);
    // Rows alone: nobody wrote these families down.
    app.expect_broken(&["search keys match it", "in its history"]);

    let mornings = mornings();
    for day in &mornings {
        app.set_clock(&format!("{day}T10:00:00Z"));
        both_at_once([&app.store, &second]);
    }
    let last = mornings.last().copied().expect("a last day");
    let expected = expected(&children, first_day(), last);
    assert!(expected.len() > children.len() * 2, "{} birthdays", expected.len());

    let (mut cards, renewed) = children_and_ages(&app.store);
    assert_eq!(complaints(&expected, &cards, &renewed), Vec::<String>::new());

    // What would be wrong is seen.
    let one = cards.pop().expect("a card");
    assert_eq!(complaints(&expected, &cards, &renewed).len(), 1, "one is missing");
    cards.extend([one.clone(), one]);
    assert_eq!(complaints(&expected, &cards, &renewed).len(), 1, "one came twice");
}

#[test]
fn each_child_has_one_card_a_year_for_ten_years_on_sqlite() {
    decade(Backend::Sqlite);
}

#[test]
fn each_child_has_one_card_a_year_for_ten_years_on_postgres() {
    decade(Backend::Postgres);
}

const ON_ONE_DAY: u64 = 200;
/// So many days on which both processes may meet; one is enough.
const DAYS: u64 = 10;

/// Many birthdays on each day, two processes, no lock, and no constraint: children get two.
fn doubles(backend: Backend, discipline: Discipline) {
    let app = TestApp::with(backend, discipline);
    app.set_clock("2026-11-16T10:00:00Z");
    let second = open_again(&app, discipline);
    let birth: NaiveDate = "2024-11-16".parse().expect("a day");
    let born = |number: u64| Born { on: birth + Days::new(number / ON_ONE_DAY), shared: false };
    let children: Vec<Born> = (0..ON_ONE_DAY * DAYS).map(born).collect();
    fill(&app.store, &children);
    let drop_it = |tx: &mut Tx| {
        tx.conn().batch_execute("DROP INDEX birthday_cards_one_a_year")?;
        Ok(())
    };
    app.store.write(Actor::service(), drop_it).expect("the constraint is gone");

    let met = (0..DAYS).any(|later| {
        let day = first_day() + Days::new(later);
        app.set_clock(&format!("{day}T10:00:00Z"));
        both_at_once([&app.store, &second]);
        let (cards, renewed) = children_and_ages(&app.store);
        let expected = expected(&children, first_day(), day);
        let found = !complaints(&expected, &cards, &renewed).is_empty();
        found && cards.len() > expected.len()
    });
    assert!(met, "the guards are not needed: nobody got two");
}

#[test]
fn without_lock_and_constraint_children_get_two_on_sqlite() {
    doubles(Backend::Sqlite, Discipline::DecideThenWrite);
}

#[test]
fn without_lock_and_constraint_children_get_two_on_postgres() {
    doubles(Backend::Postgres, Discipline::NoLock);
}
