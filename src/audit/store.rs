//! Queries about what was done and its seals.

use super::{LogEntry, Seal};
use crate::base::fault::{Fault, is_duplicate};
use crate::base::id::{AccountId, AuditId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{audit, audit_seals};
use diesel::prelude::*;

type EntryRow = (AuditId, Moment, Option<AccountId>, String, String, String, String);
type SealRow = (i64, Moment, AuditId, AuditId, i64, String);

fn seal((number, sealed_at, first, last, rows, hash): SealRow) -> Seal {
    Seal { number, sealed_at, first, last, rows, hash }
}

pub fn last_seal(tx: &mut Tx) -> Result<Option<Seal>, Fault> {
    let row: Option<SealRow> =
        audit_seals::table.order(audit_seals::number.desc()).first(tx.conn()).optional()?;
    Ok(row.map(seal))
}

pub fn seals_after(tx: &mut Tx, number: i64, most: i64) -> Result<Vec<Seal>, Fault> {
    let rows: Vec<SealRow> = audit_seals::table
        .filter(audit_seals::number.gt(number))
        .order(audit_seals::number)
        .limit(most)
        .load(tx.conn())?;
    Ok(rows.into_iter().map(seal).collect())
}

/// Entries after `after` and before a moment, by id, up to a limit.
pub fn entries_before(
    tx: &mut Tx,
    after: &str,
    moment: Moment,
    most: i64,
) -> Result<Vec<LogEntry>, Fault> {
    let rows: Vec<EntryRow> = audit::table
        .filter(audit::id.gt(after))
        .filter(audit::at.lt(moment))
        .order(audit::id)
        .limit(most)
        .load(tx.conn())?;
    Ok(entries(rows))
}

/// What a seal covers: what follows `after`, up to and including `last`.
pub fn entries_between(tx: &mut Tx, after: &str, last: &AuditId) -> Result<Vec<LogEntry>, Fault> {
    let rows: Vec<EntryRow> = audit::table
        .filter(audit::id.gt(after))
        .filter(audit::id.le(last))
        .order(audit::id)
        .load(tx.conn())?;
    Ok(entries(rows))
}

fn entries(rows: Vec<EntryRow>) -> Vec<LogEntry> {
    let entry = |(id, at, actor, act, subject_kind, subject_id, detail)| LogEntry {
        id,
        at,
        actor,
        act,
        subject_kind,
        subject_id,
        detail,
    };
    rows.into_iter().map(entry).collect()
}

/// False where another process came first.
pub fn add_seal(tx: &mut Tx, seal: &Seal) -> Result<bool, Fault> {
    let added = tx.attempt(|conn| {
        diesel::insert_into(audit_seals::table)
            .values((
                audit_seals::number.eq(seal.number),
                audit_seals::sealed_at.eq(seal.sealed_at),
                audit_seals::first_id.eq(&seal.first),
                audit_seals::last_id.eq(&seal.last),
                audit_seals::row_count.eq(seal.rows),
                audit_seals::hash.eq(&seal.hash),
            ))
            .execute(conn)
    });
    match added {
        Ok(_) => Ok(true),
        Err(error) if is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
