//! Where things may live, held by reading `src` file by file. The tables at the top of
//! `rules` are the house's plan and are meant to be edited when the plan is; every rule
//! has a control that shows it can fail.

mod circles;
mod rules;
pub mod source;
mod words;

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
    ("sessions/service.rs", "use crate::{base::fault::Fault, bookings::{Booking, Offer}};"),
    ("families/store.rs", "fn f() { crate::sessions::store::by_id(); }"),
    ("bookings/service.rs", "use crate::web::Api;"),
    ("bookings/service.rs", "use crate::api::bookings::BookingOut;"),
    ("api/bookings.rs", "use crate::pages::join;"),
    ("web/body.rs", "use crate::api::bookings;"),
    ("web/body.rs", "use crate::bookings::Booking;"),
    ("access/service.rs", "use crate::centres::Centre;"),
    ("bookings/service.rs", "use super::super::attendance::Mark;"),
    ("db/tx.rs", "use crate::sessions::Session;"),
    ("db/tx.rs", "use crate::access::service::sign_in;"),
    ("base/fault.rs", "use crate::bookings::Booking;"),
    ("base/fault.rs", "use crate::db::Tx;"),
    ("mail/mod.rs", "use crate::bookings::Booking;"),
    ("mail/mod.rs", "use crate::web::Api;"),
    ("bookings/mod.rs", "fn f(tx: &mut Tx) { bookings::table.load(tx.conn()); }"),
    ("bookings/mod.rs", "use crate::db::Tx;"),
    ("bookings/mod.rs", "use crate::base::clock::Clock;"),
    ("bookings/rules.rs", "use crate::db::schema::bookings;"),
    ("bookings/offer.rs", "use crate::db::Tx;"),
    ("bookings/rules.rs", "#[derive(diesel::Queryable)] struct Row;"),
    ("bookings/rules.rs", "use crate::base::clock::Clock;"),
    ("bookings/rules.rs", "fn f() { let now = chrono::Utc::now(); }"),
    ("bookings/store.rs", "use actix_web::HttpResponse;"),
    ("bookings/store.rs", "fn f(tx: &mut Tx) { tx.allow(Act::Book, &scope); }"),
    ("bookings/service.rs", "use actix_web::web;"),
    ("bookings/service.rs", "use maud::html;"),
    ("bookings/service.rs", "#[utoipa::path(tag = \"bookings\")] fn f() {}"),
    ("bookings/service.rs", "use diesel::prelude::*;"),
    ("bookings/tasks.rs", "pub mod service {\n    use diesel::prelude::*;\n}\n"),
    ("bookings/tasks.rs", "pub mod store {\n    fn f(tx: &mut Tx) { tx.allow(); }\n}\n"),
    ("bookings/tasks.rs", "pub mod store {\n}\n\nuse crate::db::Tx;\n"),
    ("bookings/tasks_store.rs", ""),
    ("bookings/child_service/ask.rs", ""),
    ("bookings/http.rs", ""),
    ("bookings/pages/mod.rs", ""),
    ("api/bookings.rs", "use diesel::prelude::*;"),
    ("api/bookings.rs", "use crate::db::schema::bookings;"),
    ("pages/join.rs", "fn f() { crate::db::schema::families::table; }"),
    ("cli/check.rs", "use diesel::prelude::*;"),
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
    ("bookings/service/book.rs", "use crate::bookings::store;"),
    ("api/bookings.rs", "use crate::web::Api; use crate::reports::reach; use actix_web::web;"),
    ("pages/join.rs", "use crate::api::families::join::JoinIn; use maud::html;"),
    ("bookings/mod.rs", "#[schema(example = 1)] struct Place;"),
    ("bookings/store.rs", "use diesel::prelude::*; use crate::db::schema::bookings;"),
    ("bookings/tasks.rs", "pub mod store {\n    use diesel::prelude::*;\n}\n"),
    (
        "bookings/rules.rs",
        "// like crate::attendance, says diesel\nuse crate::base::moment::Moment;",
    ),
    ("sessions/rules.rs", "const TEXT: &str = \"crate::bookings; Utc::now\";"),
    ("db/tx.rs", "use crate::access::{Act, Actor}; use diesel::prelude::*;"),
    ("bookings/mod.rs", "use crate::db::schema::bookings; use diesel::prelude::*;"),
    ("base/clock.rs", "fn f() { chrono::Utc::now(); }"),
    ("serve/wiring.rs", "use crate::api; use crate::bookings::service;"),
    ("serve/metrics.rs", "use crate::db::schema::outbox; use diesel::prelude::*;"),
    ("api/bookings.rs", "#[schema(example = 1)] struct PlaceIn;"),
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

#[test]
fn every_pointer_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut |path| {
        let text = fs::read_to_string(path).expect("a source file is text");
        found.extend(astray(&text).into_iter().map(|at| format!("{}: {at}", path.display())));
    });
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    assert_eq!(astray("Fault::invalid(\"/a\", x); Fault::invalid(\"\", x)"), Vec::<String>::new());
    assert_eq!(astray("Fault::invalid(\"after\", \"Send\")"), ["after\", \"Send\")"]);
}

/// JSON pointers in a text that do not begin with a slash.
fn astray(text: &str) -> Vec<String> {
    ["Fault::invalid(\"", "Fault::invalid(&format!(\""]
        .iter()
        .flat_map(|call| text.split(call).skip(1))
        .filter(|rest| !rest.starts_with(['/', '"', '{']))
        .map(|rest| rest.lines().next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn no_files_use_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    walk(&root, &mut |path| {
        let name = path.strip_prefix(&root).expect("it is below src");
        let text = fs::read_to_string(path).expect("a source file is text");
        sources.push(Source::read(&name.to_string_lossy(), &text));
    });
    assert!(sources.len() > 100, "the source was not read");
    let found = circles::circles(&sources);
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_circle_is_seen_however_it_is_written() {
    for (one, other) in [
        ("use super::b::B; pub struct A;", "use super::a::A; pub struct B;"),
        ("use crate::x::b; fn f() { b::g(); }", "fn g() { crate::x::a::f(); }"),
        ("use crate::x::{self}; fn f() { x::b::g(); }", "use super::A; fn g() {}"),
        ("use super::b as c; pub struct A; fn f() { c::g(); }", "use super::a::*; fn g() {}"),
    ] {
        let whole = ("x/mod.rs", "pub mod a; pub mod b; pub use a::A;");
        let files = [whole, ("x/a.rs", one), ("x/b.rs", other)];
        let sources = files.map(|(path, text)| Source::read(path, text));
        let found = circles::circles(&sources);
        assert_eq!(found, ["x/a.rs, x/b.rs"], "{one} / {other}");
    }
    let apart = [
        ("x/mod.rs", "pub mod a; pub mod b; pub use a::A;"),
        ("x/a.rs", "pub struct A; mod tests { use crate::x::b::B; }"),
        ("x/b.rs", "use crate::x::{self, A}; pub struct B; fn f() { x::a::g(); }"),
    ];
    let sources = apart.map(|(path, text)| Source::read(path, text));
    assert_eq!(circles::circles(&sources), Vec::<String>::new());
}
