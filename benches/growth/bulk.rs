//! Rows by the thousand, written straight into the database: copies of rows that the service made,
//! with what tells them apart changed. Columns are asked for, so a new one is copied as it is.

use std::ops::Range;
use std::time::Instant;

use chrono::{NaiveDateTime, TimeDelta};

use crate::support::place::Place;
use crate::support::town::Family;

/// One table's copies: of the rows that `of` picks, once for each row of `bulk_rows` (`i`, and what
/// else a step put there), with these columns changed.
struct Copy<'a> {
    table: &'a str,
    of: String,
    changed: Vec<(&'a str, String)>,
}

impl Copy<'_> {
    fn sql(&self, place: &Place) -> String {
        let columns = place.columns(self.table);
        let value = |column: &String| {
            let changed = self.changed.iter().find(|(name, _)| name == column);
            changed.map_or(format!("t.{column}"), |(_, value)| value.clone())
        };
        let values: Vec<String> = columns.iter().map(value).collect();
        format!(
            "INSERT INTO {} ({}) SELECT {} FROM {} t CROSS JOIN bulk_rows r WHERE {};",
            self.table,
            columns.join(", "),
            values.join(", "),
            self.table,
            self.of
        )
    }
}

/// Makes `bulk_rows` from these numbers `i`, with more columns by expressions of `i`.
fn rows(numbers: Range<usize>, more: &str) -> String {
    format!(
        "DROP TABLE IF EXISTS bulk_rows; CREATE TABLE bulk_rows AS \
         WITH RECURSIVE numbers (i) AS \
         (SELECT {} UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < {}) \
         SELECT i{more} FROM numbers;",
        numbers.start, numbers.end
    )
}

fn write(place: &Place, prepared: &str, copies: &[Copy]) {
    let copies: String = copies.iter().map(|copy| copy.sql(place)).collect();
    place.execute(&format!("BEGIN; {prepared} {copies} COMMIT;"));
}

/// Families like this one, which no request ever names twice.
pub fn families(place: &Place, like: &Family, count: usize) -> Vec<Family> {
    let (family, child) = (&like.id, &like.child);
    let of_family = format!("t.family_id = '{family}'");
    let new_family = ("family_id", "'bulk-f-' || i".to_owned());
    let new_child = ("child_id", "'bulk-c-' || i".to_owned());
    let copy = |table, of: &str, changed| Copy { table, of: of.to_owned(), changed };
    write(
        place,
        &rows(0..count, ""),
        &[
            copy(
                "families",
                &format!("t.id = '{family}'"),
                vec![("id", "'bulk-f-' || i".to_owned())],
            ),
            copy(
                "carers",
                &of_family,
                vec![
                    ("id", "'bulk-a-' || i".to_owned()),
                    new_family.clone(),
                    ("email", "'bulk' || i || '@example.org'".to_owned()),
                ],
            ),
            copy(
                "children",
                &format!("t.id = '{child}'"),
                vec![("id", "'bulk-c-' || i".to_owned())],
            ),
            copy("family_children", &of_family, vec![new_family.clone(), new_child]),
            copy(
                "memberships",
                &of_family,
                vec![new_family, ("number", "10000000 + i".to_owned())],
            ),
        ],
    );
    let family = |i| Family { id: format!("bulk-f-{i}"), child: format!("bulk-c-{i}") };
    (0..count).map(family).collect()
}

/// A booking that the service made, to be copied.
pub struct Like {
    pub booking: String,
    pub session: String,
}

/// Books these families, by number, into each of the sessions.
pub fn fill(place: &Place, like: &Like, sessions: &[String], families: Range<usize>) {
    for session in sessions {
        let more = format!(", '{session}-' || i AS id, '{session}' AS session_id, i AS family");
        write(place, &rows(families.clone(), &more), &copies(like));
        // Who asks next has a higher number than all of these.
        let asked = families.end + 1;
        place.execute(&format!("UPDATE sessions SET touched = {asked} WHERE id = '{session}'"));
    }
    has_grown(place);
}

/// As PostgreSQL finds out by itself after a while.
fn has_grown(place: &Place) {
    if place.is_postgres() {
        place.execute("ANALYZE");
    }
}

/// Bookings of the past, fifty to a session, by so many families in turn. The first of them is the
/// `from`th. Returns how long it took, in seconds.
pub fn past(place: &Place, like: &Like, families: usize, from: usize, to: usize) -> f64 {
    const TO_A_SESSION: usize = 50;
    let began = Instant::now();
    past_sessions(place, like, from / TO_A_SESSION, to / TO_A_SESSION);
    // So that no transaction is larger than it has to be.
    for begin in (from..to).step_by(1_000_000) {
        let more = format!(
            ", 'bulk-b-' || i AS id, 'bulk-s-' || (i / {TO_A_SESSION}) AS session_id, \
             i % {families} AS family"
        );
        write(place, &rows(begin..to.min(begin + 1_000_000), &more), &copies(like));
    }
    has_grown(place);
    began.elapsed().as_secs_f64()
}

/// What a booking wrote that is asked for later, once for each of `bulk_rows`.
fn copies(like: &Like) -> Vec<Copy<'static>> {
    let booking = format!("t.booking_id = '{}'", like.booking);
    let family = ("family_id", "'bulk-f-' || family".to_owned());
    let session = ("session_id", "r.session_id".to_owned());
    let copy = |table, of: String, changed| Copy { table, of, changed };
    vec![
        copy(
            "bookings",
            format!("t.id = '{}'", like.booking),
            vec![
                ("id", "r.id".to_owned()),
                family.clone(),
                session.clone(),
                ("carer_id", "'bulk-a-' || family".to_owned()),
                ("number", "i + 1".to_owned()),
            ],
        ),
        copy(
            "booking_sessions",
            booking.clone(),
            vec![
                ("booking_id", "r.id".to_owned()),
                family.clone(),
                session,
                ("line_number", "i + 1".to_owned()),
            ],
        ),
        copy(
            "booking_children",
            booking,
            vec![("booking_id", "r.id".to_owned()), ("child_id", "'bulk-c-' || family".to_owned())],
        ),
        copy(
            "audit",
            format!("t.subject_id = '{}'", like.booking),
            vec![("id", "'audit-' || r.id".to_owned()), ("subject_id", "r.id".to_owned())],
        ),
    ]
}

/// Two hours apart, backwards from the day before yesterday.
fn past_sessions(place: &Place, like: &Like, from: usize, to: usize) {
    let newest = chrono::Utc::now().naive_utc() - TimeDelta::days(2);
    let text = |at: NaiveDateTime| at.format("%Y-%m-%d %H:%M:%S.000000").to_string();
    for begin in (from..to).step_by(10_000) {
        let row = |i: usize| {
            let starts = newest - TimeDelta::hours(2 * i as i64);
            let (starts, ends) = (text(starts), text(starts + TimeDelta::hours(1)));
            format!("({i}, '{starts}', '{ends}', '{}')", &starts[..10])
        };
        let values: Vec<String> = (begin..to.min(begin + 10_000)).map(row).collect();
        let table = format!(
            "DROP TABLE IF EXISTS bulk_rows; CREATE TABLE bulk_rows (i integer, starts timestamp, \
             ends timestamp, day date); INSERT INTO bulk_rows VALUES {};",
            values.join(", ")
        );
        let moments = [
            "starts_at",
            "referrals_open_at",
            "public_release_at",
            "bookings_close_at",
            "cancel_by",
            "priority_until",
            "announced_at",
        ];
        let mut changed: Vec<_> = moments.map(|name| (name, "r.starts".to_owned())).into();
        changed.extend([
            ("id", "'bulk-s-' || i".to_owned()),
            ("ends_at", "r.ends".to_owned()),
            ("local_day", "r.day".to_owned()),
            ("settled_until", "NULL".to_owned()),
        ]);
        let of = format!("t.id = '{}'", like.session);
        write(place, &table, &[Copy { table: "sessions", of, changed }]);
    }
}
