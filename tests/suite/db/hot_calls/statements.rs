//! How many statements each hot call sends, so that nobody adds one unseen.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema::locks;

use super::each;
use crate::support::app::{Backend, TestApp};

/// On SQLite, and on PostgreSQL. Who sends fewer lowers them here.
#[rustfmt::skip]
const AT_MOST: &[(&str, u64, u64)] = &[
    ("a parent books",                    14, 14),
    ("cancels, nobody waiting",           23, 23),
    ("a professional refers",             55, 55),
    ("is refused, all is taken",            9,  9),
    ("asks again for a place it has",       8,  8),
    ("joins a line of one",               16, 16),
    ("joins a line of many",              16, 16),
    ("cancels, many waiting",             37, 37),
    ("accepts an offer",                  34, 34),
    ("what's on as JSON",                  7,  7),
    ("what's on as JSON, unchanged",       1,  1),
    ("what's on, the page",                9,  9),
    ("what's on, the page, unchanged",     1,  1),
    ("one session by id",                  3,  3),
    ("staff add a family",                56, 52),
    ("opens a register",                  15, 13),
    ("marks a party",                     16, 15),
];

type Counts = Vec<(&'static str, u64)>;

/// `beside` runs with each call.
fn counted(backend: Backend, beside: impl Fn(&TestApp, &str)) -> Counts {
    let app = TestApp::on(backend);
    let mut counts = Counts::new();
    each(&app, &mut |name, call| {
        let before = app.store.statements().sent();
        call();
        beside(&app, name);
        counts.push((name, app.store.statements().sent() - before));
    });
    counts
}

fn alone(_: &TestApp, _: &str) {}

/// What is not as the table says, one sentence each.
fn complaints(counts: &Counts, allowed: impl Fn(&(&str, u64, u64)) -> u64) -> Vec<String> {
    let allowed = |name: &str| AT_MOST.iter().find(|row| row.0 == name).map(&allowed);
    let complaint = |(name, count): &(&str, u64)| match allowed(name) {
        None => Some(format!("{name}: the table has no such call")),
        Some(most) if *count > most => {
            Some(format!("{name}: {count} statements, {most} are allowed"))
        }
        Some(most) if *count < most => {
            Some(format!("{name}: only {count} statements, {most} are allowed: lower it"))
        }
        Some(_) => None,
    };
    counts.iter().filter_map(complaint).collect()
}

#[test]
fn each_hot_call_sends_as_many_statements_as_the_table_says() {
    let (sqlite, postgres) = (counted(Backend::Sqlite, alone), counted(Backend::Postgres, alone));

    let mut found = complaints(&sqlite, |row| row.1);
    found.extend(complaints(&postgres, |row| row.2));
    let rows = sqlite.iter().zip(&postgres).map(|((name, sqlite), (_, postgres))| {
        format!("    ({:36}{sqlite:>3},{postgres:>3}),\n", format!("{name:?},"))
    });
    let table: String = rows.collect();
    assert!(found.is_empty(), "{found:#?}\nAs it was found, SQLite and PostgreSQL:\n{table}");
    assert_eq!(sqlite.len(), AT_MOST.len(), "every row is a call");
}

/// The control.
#[test]
fn one_more_statement_is_noticed() {
    let counts = counted(Backend::Sqlite, |app, name| {
        if name == "a parent books" {
            let one_more = app.store.read(Actor::service(), |tx| {
                Ok(locks::table.select(locks::name).load::<String>(tx.conn())?)
            });
            one_more.expect("it is read");
        }
    });

    let found = complaints(&counts, |row| row.1);
    assert!(matches!(&found[..], [one] if one.starts_with("a parent books: ")), "{found:?}");
}
