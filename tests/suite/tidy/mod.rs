//! Where things may live, held by reading `src` file by file. The tables at the top of
//! `rules` are the house's plan and are meant to be edited when the plan is; every rule
//! has a control that shows it can fail.

mod rules;
pub mod source;

use std::fs;
use std::path::Path;

use rules::complaints;
use source::Source;

#[test]
fn every_file_keeps_to_its_subject_and_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut files = 0;
    walk(&root, &mut |path| {
        let name = path.strip_prefix(&root).expect("it is below src");
        let text = fs::read_to_string(path).expect("a source file is text");
        let source = Source::read(&name.to_string_lossy(), &text);
        found.extend(complaints(&source));
        files += 1;
    });
    assert!(files > 1, "no source was read");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

pub fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    let entries = fs::read_dir(folder).expect("the source can be read");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            walk(&path, visit);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            visit(&path);
        }
    }
}

/// What is wrong, and in which file it is wrong: each must be caught.
const BAD: &[(&str, &str)] = &[
    ("sessions/service.rs", "use crate::bookings::Booking;"),
    ("sessions/service.rs", "use crate::{fault::Fault, bookings::{Booking, Offer}};"),
    ("families/store.rs", "fn f() { crate::sessions::store::by_id(); }"),
    ("bookings/service.rs", "use crate::web::Api;"),
    ("access/service.rs", "use crate::centres::Centre;"),
    ("bookings/service.rs", "use super::super::attendance::Mark;"),
    ("db/tx.rs", "use crate::sessions::Session;"),
    ("db/tx.rs", "use crate::access::service::sign_in;"),
    ("fault.rs", "use crate::bookings::Booking;"),
    ("mail/mod.rs", "use crate::bookings::Booking;"),
    ("bookings/mod.rs", "fn f(tx: &mut Tx) { bookings::table.load(tx.conn()); }"),
    ("bookings/mod.rs", "use crate::db::Tx;"),
    ("bookings/mod.rs", "use crate::clock::Clock;"),
    ("bookings/rules.rs", "use crate::schema::bookings;"),
    ("bookings/waitlist.rs", "use crate::db::Tx;"),
    ("bookings/rules.rs", "#[derive(diesel::Queryable)] struct Row;"),
    ("bookings/rules.rs", "use crate::clock::Clock;"),
    ("bookings/rules.rs", "fn f() { let now = chrono::Utc::now(); }"),
    ("bookings/store.rs", "use actix_web::HttpResponse;"),
    ("bookings/store.rs", "fn f(tx: &mut Tx) { tx.allow(Act::Book, &scope); }"),
    ("bookings/service.rs", "use actix_web::web;"),
    ("bookings/service.rs", "use diesel::prelude::*;"),
    ("bookings/http.rs", "use diesel::prelude::*;"),
    ("bookings/pages.rs", "use crate::schema::bookings;"),
    ("access/service.rs", "fn f() { std::time::SystemTime::now(); }"),
    ("mail/runner.rs", "fn f() { Local::now(); }"),
    ("sessions/store.rs", "fn f() { diesel::sql_query(\"select 1\"); }"),
    ("reach/store.rs", "fn f() { todo!() }"),
    ("bookings/store.rs", "// TODO: later"),
];

/// What looks alike and is right.
const GOOD: &[(&str, &str)] = &[
    ("bookings/service.rs", "use crate::sessions::{Session, store};"),
    ("bookings/service.rs", "use super::{rules, store};"),
    ("bookings/http.rs", "use crate::web::Api; use actix_web::web;"),
    ("bookings/http.rs", "#[schema(example = 1)] struct PlaceIn;"),
    ("bookings/store.rs", "use diesel::prelude::*; use crate::schema::bookings;"),
    ("bookings/rules.rs", "// like crate::attendance, says diesel\nuse crate::moment::Moment;"),
    ("sessions/rules.rs", "const TEXT: &str = \"crate::bookings; Utc::now\";"),
    ("db/tx.rs", "use crate::access::{Act, Actor}; use diesel::prelude::*;"),
    ("bookings/mod.rs", "use crate::schema::bookings; use diesel::prelude::*;"),
    ("clock.rs", "fn f() { chrono::Utc::now(); }"),
    ("app.rs", "use crate::bookings::http;"),
];

#[test]
fn what_is_in_the_wrong_place_is_seen() {
    for (path, text) in BAD {
        let found = complaints(&Source::read(path, text));
        assert!(!found.is_empty(), "{path} may not hold: {text}");
    }
}

#[test]
fn what_is_in_its_place_is_left_alone() {
    for (path, text) in GOOD {
        let found = complaints(&Source::read(path, text));
        assert!(found.is_empty(), "{path}: {text}: {found:?}");
    }
}

#[test]
fn a_file_nobody_can_hold_in_the_head_is_seen() {
    let long = "fn f() {}\n".repeat(rules::LINES_AT_MOST + 1);
    let found = complaints(&Source::read("bookings/service.rs", &long));
    assert_eq!(found.len(), 1, "{found:?}");
}
