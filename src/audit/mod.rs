//! Who did what, to what: rows that are only ever added, and chained by hash a while after they
//! were committed. A seal covers every row up to its last one and the seal before, so a row
//! changed, removed or slipped in later shows.

mod event;
pub(crate) mod refusals;
pub mod service;
pub(crate) mod store;

pub use event::{Effect, Event};

use chrono::TimeDelta;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::base::id::{AccountId, AuditId};
use crate::base::moment::Moment;
use crate::db::schema::{audit, audit_seals};

/// A row's moment is read inside its transaction and the row is visible after it; no transaction is
/// open this long, so all rows older than this are there.
pub const SETTLED: TimeDelta = TimeDelta::minutes(2);

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = audit)]
pub struct LogEntry {
    pub id: AuditId,
    pub at: Moment,
    #[diesel(column_name = actor_id)]
    pub actor: Option<AccountId>,
    pub act: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub detail: String,
}

/// A link of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_seals)]
pub struct Seal {
    pub number: i64,
    pub sealed_at: Moment,
    #[diesel(column_name = first_id)]
    pub first: AuditId,
    #[diesel(column_name = last_id)]
    pub last: AuditId,
    #[diesel(column_name = row_count)]
    pub rows: i64,
    pub hash: String,
}

impl Seal {
    /// Seals entries in the order of their ids; `None` where there are none.
    pub fn over(before: Option<&Seal>, entries: &[LogEntry], sealed_at: Moment) -> Option<Seal> {
        let (first, last) = (entries.first()?, entries.last()?);
        Some(Seal {
            number: before.map_or(0, |seal| seal.number) + 1,
            sealed_at,
            first: first.id.clone(),
            last: last.id.clone(),
            rows: i64::try_from(entries.len()).unwrap_or(i64::MAX),
            hash: chained(before.map_or("", |seal| &seal.hash), entries),
        })
    }

    /// Whether these are the entries that were sealed.
    pub fn holds(&self, before: Option<&Seal>, entries: &[LogEntry]) -> bool {
        Seal::over(before, entries, self.sealed_at).as_ref() == Some(self)
    }
}

/// Every field with its length before it, so that no field can run into the next.
fn chained(before: &str, entries: &[LogEntry]) -> String {
    let mut hash = Sha256::new();
    let mut add = |text: &str| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    };
    add(before);
    for entry in entries {
        let at = entry.at.to_string();
        let actor = entry.actor.as_ref().map_or("", AccountId::as_str);
        let LogEntry { id, act, subject_kind, subject_id, detail, .. } = entry;
        for text in [id.as_str(), &at, actor, act, subject_kind, subject_id, detail] {
            add(text);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str) -> LogEntry {
        LogEntry {
            id: id.into(),
            at: Moment::parse("2026-11-22T12:00:00Z").unwrap(),
            actor: None,
            act: "book".to_owned(),
            subject_kind: "booking".to_owned(),
            subject_id: "b1".to_owned(),
            detail: "{}".to_owned(),
        }
    }

    #[test]
    fn whatever_is_changed_removed_or_slipped_in_shows() {
        let now = Moment::parse("2026-11-22T12:05:00Z").unwrap();
        let entries = [entry("1"), entry("2")];
        let first = Seal::over(None, &entries, now).unwrap();
        let second = Seal::over(Some(&first), &[entry("3")], now).unwrap();
        assert!(first.holds(None, &entries));
        assert!(second.holds(Some(&first), &[entry("3")]));

        let changed = LogEntry { actor: Some("someone".into()), ..entry("1") };
        assert!(!first.holds(None, &[changed, entry("2")]));
        let moved = LogEntry { act: "bookb".into(), subject_kind: "ooking".into(), ..entry("1") };
        assert!(!first.holds(None, &[moved, entry("2")]));
        assert!(!first.holds(None, &entries[..1]));
        assert!(!first.holds(None, &[entry("1"), entry("15"), entry("2")]));
        assert!(!first.holds(None, &[]));
        let other = Seal { hash: "0".repeat(64), ..first };
        assert!(!second.holds(Some(&other), &[entry("3")]));
        assert_eq!(Seal::over(None, &[], now), None);
    }
}
