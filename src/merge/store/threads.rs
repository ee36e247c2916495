//! Every column that leads to a family, a carer or a child, and how its value is changed and
//! changed back. A test compares the list with the tables: a column that leads to one of them is in
//! it, or in [`STAYS`] with the reason.

use crate::base::fault::{Fault, Result, is_duplicate};
use crate::base::moment::Moment;
use crate::db::schema::{
    accounts, address_changes, alerts, answers, birthday_cards, booking_children, booking_sessions,
    bookings, carers, child_requests, children, families, family_children, family_groups,
    feed_references, feedback, marks, memberships, not_coming_told, outbox, referral_groups,
    renewals, sheet_lines, statement_children, statements, tasks, trusted_adult_children,
    trusted_adults,
};
use crate::db::{Conn, Tx};
use crate::merge::Move;
use diesel::prelude::*;
use diesel::result::Error;
use serde_json::Value;

/// What a column leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum To {
    Family,
    Carer,
    Child,
}

/// A column that leads somewhere.
pub(crate) struct Thread {
    pub table: &'static str,
    pub column: &'static str,
    pub to: To,
    /// The keys of the rows in which it leads there.
    pub rows: fn(&mut Tx, &str) -> Result<Vec<String>>,
    set: Set,
}

type Set = fn(&mut Conn, &Move) -> QueryResult<usize>;

/// The outcome of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ThreadMoved {
    Changed,
    /// The row is not as it was expected to be.
    NotThere,
    /// The new place is taken: a rule of uniqueness stands against it.
    Taken,
}

/// The separator between the two keys of a row; no key contains it.
pub(crate) const BETWEEN: &str = "\u{1f}";

fn text(value: Option<&String>) -> QueryResult<&str> {
    value.map(String::as_str).ok_or(Error::NotFound)
}

fn two_keys(row: &str) -> QueryResult<(&str, &str)> {
    row.split_once(BETWEEN).ok_or(Error::NotFound)
}

/// `thread!(table.column, key)`, or with two keys and the kind of the second: rows that lead there,
/// and changing one.
macro_rules! thread {
    ($to:ident: $table:ident . $column:ident, $key:ident) => {
        Thread {
            table: stringify!($table),
            column: stringify!($column),
            to: To::$to,
            rows: |tx, id| {
                Ok($table::table
                    .filter($table::$column.eq(id))
                    .order($table::$key)
                    .select($table::$key)
                    .load(tx.conn())?)
            },
            set: |conn, change| {
                diesel::update($table::table)
                    .filter($table::$key.eq(&change.row_key))
                    .filter($table::$column.eq(text(change.value_before.as_ref())?))
                    .set($table::$column.eq(text(change.value_after.as_ref())?))
                    .execute(conn)
            },
        }
    };
    ($to:ident: $table:ident . $column:ident, $one:ident, $two:ident: $key:ty) => {
        Thread {
            table: stringify!($table),
            column: stringify!($column),
            to: To::$to,
            rows: |tx, id| {
                let rows: Vec<(String, $key)> = $table::table
                    .filter($table::$column.eq(id))
                    .order(($table::$one, $table::$two))
                    .select(($table::$one, $table::$two))
                    .load(tx.conn())?;
                Ok(rows.into_iter().map(|(one, two)| format!("{one}{BETWEEN}{two}")).collect())
            },
            set: |conn, change| {
                let (one, two) = two_keys(&change.row_key)?;
                let two: $key = two.parse().map_err(|_| Error::NotFound)?;
                diesel::update($table::table)
                    .filter($table::$one.eq(one))
                    .filter($table::$two.eq(two))
                    .filter($table::$column.eq(text(change.value_before.as_ref())?))
                    .set($table::$column.eq(text(change.value_after.as_ref())?))
                    .execute(conn)
            },
        }
    };
}

/// In the order they are followed: people first, then what they have.
pub(crate) const THREADS: &[Thread] = &[
    thread!(Family: carers.family_id, id),
    thread!(Family: family_children.family_id, child_id),
    thread!(Child: family_children.child_id, family_id),
    thread!(Family: accounts.family_id, id),
    thread!(Carer: accounts.carer_id, id),
    thread!(Family: trusted_adults.family_id, id),
    thread!(Child: trusted_adult_children.child_id, trusted_adult_id),
    thread!(Carer: answers.subject_id, id),
    thread!(Child: answers.subject_id, id),
    thread!(Family: answers.subject_id, id),
    thread!(Family: answers.family_id, id),
    thread!(Family: family_groups.family_id, id),
    thread!(Child: family_groups.child_id, id),
    thread!(Child: referral_groups.child_id, referral_id, group_code: String),
    thread!(Family: child_requests.family_id, id),
    thread!(Child: child_requests.child_id, id),
    thread!(Carer: address_changes.carer_id, id),
    thread!(Family: memberships.family_id, number),
    thread!(Family: bookings.family_id, id),
    thread!(Carer: bookings.carer_id, id),
    thread!(Family: booking_sessions.family_id, booking_id, session_id: String),
    thread!(Child: booking_children.child_id, booking_id),
    thread!(Family: alerts.family_id, id),
    thread!(Carer: alerts.carer_id, id),
    thread!(Family: tasks.family_id, id),
    thread!(Family: outbox.family_id, id),
    thread!(Family: feed_references.family_id, source, reference: String),
    thread!(Family: renewals.family_id, child_id, age: i32),
    thread!(Child: renewals.child_id, family_id, age: i32),
    thread!(Family: birthday_cards.family_id, id),
    thread!(Child: birthday_cards.child_id, id),
    thread!(Carer: birthday_cards.carer_id, id),
    thread!(Family: marks.family_id, id),
    thread!(Child: marks.child_id, id),
    thread!(Family: not_coming_told.family_id, id),
    thread!(Family: feedback.family_id, id),
    thread!(Child: sheet_lines.child_id, session_id, number: i32),
    thread!(Family: statements.family_id, id),
    thread!(Child: statement_children.child_id, statement_id, position: i32),
];

/// Columns that lead somewhere and are left as they are.
#[cfg(test)]
const STAYS: &[(&str, &str)] = &[
    ("auth_sessions.carer_id", "who signed in to a record that is no more signs in again"),
    ("families.joined_into", "a record merged into this one earlier leads on by itself"),
    ("children.joined_into", "a child merged into this one earlier leads on by itself"),
    ("feedback_asked.carer_id", "when a record that is no more was last asked"),
    ("child_moves.child_id", "history"),
    ("child_moves.from_family_id", "history"),
    ("child_moves.to_family_id", "history"),
    ("search_keys.family_id", "rewritten"),
    ("audit_families.family_id", "the log says what was read and done at the time, and is sealed"),
    ("contacts.family_id", "what was known of a record; reading follows merged records"),
    ("contacts.child_id", "what was known of a record; reading follows merged records"),
    ("child_facts.child_id", "history"),
    ("child_facts.family_id", "history"),
    ("child_facts.joined_into", "history"),
    ("record_joins.kept_family_id", "history"),
    ("record_joins.other_family_id", "history"),
    ("possible_duplicates.family_id", "a pair with a record that is gone is on no list"),
    ("possible_duplicates.other_family_id", "a pair with a record that is gone is on no list"),
    ("possible_duplicates.child_id", "a pair with a child that is gone is on no list"),
    ("possible_duplicates.other_child_id", "a pair with a child that is gone is on no list"),
    ("contact_proposals.family_id", "becomes a contact of the record that was kept"),
    ("contact_proposals.child_id", "becomes a contact of the child it was proposed for"),
];

/// A column of a row with one key, and how its value is read.
macro_rules! value {
    ($table:ident . $column:ident, $read:ident) => {
        (stringify!($table), stringify!($column), |conn, change| {
            diesel::update($table::table.find(&change.row_key))
                .set($table::$column.eq($read(change)?))
                .execute(conn)
        })
    };
}

/// Values that are not threads: `(table, column, how to change one)`.
const VALUES: &[(&str, &str, Set)] = &[
    value!(families.joined_into, maybe),
    value!(families.restricted, yes),
    value!(families.unsafe_address, yes),
    value!(children.nhs_number, maybe),
    value!(children.joined_into, maybe),
    value!(carers.position, number),
    value!(bookings.children, number),
    ("booking_sessions", "holds", |conn, change| {
        let (booking, session) = two_keys(&change.row_key)?;
        diesel::update(booking_sessions::table.find((booking, session)))
            .set(booking_sessions::holds.eq(text(change.value_after.as_ref())?))
            .execute(conn)
    }),
    ("bookings", "end", |conn, change| {
        let value = object(change.value_after.as_ref())?;
        let ended_at = value["ended_at"].as_str().and_then(Moment::parse);
        diesel::update(bookings::table.find(&change.row_key))
            .set((
                bookings::status.eq(value["status"].as_str().unwrap_or_default()),
                bookings::ended_at.eq(ended_at),
                bookings::end_reason.eq(value["end_reason"].as_str()),
            ))
            .execute(conn)
    }),
    ("memberships", "standing", |conn, change| {
        let value = object(change.value_after.as_ref())?;
        let status_at = value["status_at"].as_str().and_then(Moment::parse);
        let joined_on: Option<chrono::NaiveDate> =
            value["joined_on"].as_str().and_then(|day| day.parse().ok());
        diesel::update(memberships::table.find(&change.row_key))
            .set((
                memberships::status.eq(value["status"].as_str().unwrap_or_default()),
                memberships::status_at.eq(status_at.ok_or(Error::NotFound)?),
                memberships::joined_on.eq(joined_on),
                memberships::ended_why.eq(value["ended_why"].as_str()),
            ))
            .execute(conn)
    }),
    ("booking_children", "row", |conn, change| {
        let (booking, child) = two_keys(&change.row_key)?;
        if change.value_after.is_none() {
            return diesel::delete(booking_children::table.find((booking, child))).execute(conn);
        }
        diesel::insert_into(booking_children::table)
            .values((
                booking_children::booking_id.eq(booking),
                booking_children::child_id.eq(child),
            ))
            .execute(conn)
    }),
    ("family_children", "is_home", |conn, change| {
        let (family, child) = two_keys(&change.row_key)?;
        diesel::update(family_children::table.find((family, child)))
            .set(family_children::is_home.eq(yes(change)?))
            .execute(conn)
    }),
    ("family_children", "row", |conn, change| {
        let (family, child) = two_keys(&change.row_key)?;
        let Some(row) = &change.value_after else {
            return diesel::delete(family_children::table.find((family, child))).execute(conn);
        };
        let row = object(Some(row))?;
        let position = row["position"].as_i64().and_then(|at| i32::try_from(at).ok());
        diesel::insert_into(family_children::table)
            .values((
                family_children::family_id.eq(family),
                family_children::child_id.eq(child),
                family_children::position.eq(position.ok_or(Error::NotFound)?),
                family_children::is_home.eq(row["is_home"].as_bool().unwrap_or(false)),
            ))
            .execute(conn)
    }),
];

fn maybe(change: &Move) -> QueryResult<Option<&String>> {
    Ok(change.value_after.as_ref())
}

fn number(change: &Move) -> QueryResult<i32> {
    text(change.value_after.as_ref())?.parse().map_err(|_| Error::NotFound)
}

fn yes(change: &Move) -> QueryResult<bool> {
    Ok(text(change.value_after.as_ref())? == "true")
}

fn object(value: Option<&String>) -> QueryResult<Value> {
    serde_json::from_str(text(value)?).map_err(|error| Error::SerializationError(Box::new(error)))
}

/// Changes one value; a change that breaks a rule of uniqueness is not made.
pub(crate) fn apply(tx: &mut Tx, change: &Move) -> Result<ThreadMoved> {
    let of = |table: &str, column: &str| table == change.table_name && column == change.column_name;
    let thread = THREADS.iter().find(|thread| of(thread.table, thread.column));
    let value = VALUES.iter().find(|(table, column, _)| of(table, column));
    let set = thread.map(|thread| thread.set).or(value.map(|(_, _, set)| *set));
    let set = set.ok_or_else(|| Fault::internal(format!("nobody moves {}", change.table_name)))?;
    match tx.attempt(|conn| set(conn, change)) {
        Ok(0) => Ok(ThreadMoved::NotThere),
        Ok(_) => Ok(ThreadMoved::Changed),
        Err(error) if is_duplicate(&error) => Ok(ThreadMoved::Taken),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// `table.column` of every column of the migrations that leads to one of the three.
    fn leading() -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/both");
        let mut found = Vec::new();
        for folder in std::fs::read_dir(root).expect("migrations").flatten() {
            let text = std::fs::read_to_string(folder.path().join("up.sql")).expect("up.sql");
            let mut table = "";
            for line in text.lines() {
                if let Some(name) = line.strip_prefix("CREATE TABLE ") {
                    table = name.trim_end_matches(" (");
                }
                let added = line.strip_prefix("ALTER TABLE ").and_then(|rest| {
                    let (name, column) = rest.split_once(" ADD COLUMN ")?;
                    table = name;
                    Some(column)
                });
                let words: Vec<&str> = added.unwrap_or(line).split_whitespace().collect();
                let named = ["family_id", "carer_id", "child_id", "subject_id"];
                let refers = ["families", "carers", "children"]
                    .iter()
                    .any(|to| line.contains(&format!("REFERENCES {to} (")));
                if let [column, kind, ..] = words.as_slice()
                    && kind.trim_end_matches(',') == "TEXT"
                    && (refers || named.contains(column))
                    && table != "audit"
                {
                    found.push(format!("{table}.{column}"));
                }
            }
        }
        found
    }

    #[test]
    fn every_column_that_leads_to_a_family_is_followed_or_stays_for_a_reason() {
        let leading = leading();
        assert!(leading.len() > 20, "the migrations were read: {leading:?}");
        let followed = |name: &str| {
            THREADS.iter().any(|thread| format!("{}.{}", thread.table, thread.column) == name)
                || STAYS.iter().any(|(stays, _)| *stays == name)
        };
        let lost: Vec<&String> = leading.iter().filter(|name| !followed(name)).collect();
        assert!(lost.is_empty(), "a merge would lose {lost:?}");
        for thread in THREADS {
            let name = format!("{}.{}", thread.table, thread.column);
            assert!(leading.contains(&name), "{name} leads nowhere");
        }
    }
}
