//! Feeds: what a partner or an old system sends in a file, as it comes and as it is sent again.

mod births;
pub mod contacts;
mod damaged_files;
mod families;
mod head_counts;

use std::collections::BTreeMap;

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema;
use serde_json::Value;
use ureq::http::Method;

use crate::support::app::TestApp;
use crate::support::client::{Answer, Client};

pub const HEADINGS: &str =
    "NHS number,Forename,Surname,DOB,Mother's name,Address 1,Postcode,Phone,Email";

/// Numbers whose check digit fits.
pub const NHS: [&str; 4] = ["943 476 5919", "943 476 5870", "401 023 2137", "401 023 2072"];

/// A row of a births list.
pub fn row(nhs: &str, child: &str, dob: &str, mother: &str, phone: &str) -> String {
    let (first, last) = child.split_once(' ').unwrap_or((child, ""));
    format!("{nhs},{first},{last},{dob},{mother},1 High St,M33 1AA,{phone},\n")
}

pub fn csv(rows: &[String]) -> String {
    format!("{HEADINGS}\n{}", rows.concat())
}

pub fn send(who: &Client, query: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    let path = format!("/api/v1/feeds/families?{query}");
    who.call(Method::POST, &path).header("content-type", "text/csv").raw(bytes).send()
}

/// Line and outcome of each result.
pub fn outcomes(report: &Value) -> Vec<(i64, String)> {
    let results = report["results"].as_array().expect("results");
    let one = |result: &Value| {
        let line = result["line"].as_i64().expect("a line");
        (line, result["outcome"].as_str().expect("an outcome").to_owned())
    };
    results.iter().map(one).collect()
}

pub fn all(outcome: &str, lines: impl IntoIterator<Item = i64>) -> Vec<(i64, String)> {
    lines.into_iter().map(|line| (line, outcome.to_owned())).collect()
}

/// How many rows tables have, by their names.
pub type Rows = BTreeMap<&'static str, i64>;

/// What is kept of every run of a feed, whatever comes of it, and what is sent.
pub const KEPT_OF_RUNS: &[&str] =
    &["feed_runs", "feed_lines", "feed_references", "outbox", "audit"];

macro_rules! rows_of {
    ($app:ident: $($table:ident)+) => {
        $app.store.read(Actor::service(), |tx| {
            Ok(Rows::from([$((
                stringify!($table),
                schema::$table::table.count().get_result(tx.conn())?,
            )),+]))
        })
    };
}

/// How many rows there are of what a feed may write.
pub fn rows(app: &TestApp) -> Rows {
    let count = rows_of!(app:
        families children memberships sessions contacts contact_proposals past_head_counts
        feed_runs feed_lines feed_references outbox audit
    );
    count.expect("the tables can be read")
}

pub fn without(mut rows: Rows, tables: &[&str]) -> Rows {
    rows.retain(|table, _| !tables.contains(table));
    rows
}

pub fn families(app: &TestApp) -> i64 {
    rows(app)["families"]
}
