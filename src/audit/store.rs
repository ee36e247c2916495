//! Queries about what was done and its seals.

use super::{LogEntry, Seal};
use crate::base::fault::Result;
use crate::base::id::AuditId;
use crate::base::moment::Moment;
use crate::db::schema::{audit, audit_seals};
use crate::db::{Run, Tx};
use diesel::prelude::*;

pub(crate) fn last_seal(tx: &mut Tx) -> Result<Option<Seal>> {
    let seals = audit_seals::table.order(audit_seals::number.desc());
    Ok(seals.select(Seal::as_select()).first(tx.conn()).optional()?)
}

pub(crate) fn seals_after(tx: &mut Tx, number: i64, most: i64) -> Result<Vec<Seal>> {
    Ok(audit_seals::table
        .filter(audit_seals::number.gt(number))
        .order(audit_seals::number)
        .limit(most)
        .select(Seal::as_select())
        .load(tx.conn())?)
}

/// Entries after `after` and before a moment, by id, up to a limit.
pub(crate) fn entries_before(
    tx: &mut Tx,
    after: &str,
    moment: Moment,
    most: i64,
) -> Result<Vec<LogEntry>> {
    Ok(audit::table
        .filter(audit::id.gt(after))
        .filter(audit::at.lt(moment))
        .order(audit::id)
        .limit(most)
        .select(LogEntry::as_select())
        .load(tx.conn())?)
}

/// What a seal covers: what follows `after`, up to and including `last`.
pub(crate) fn entries_between(tx: &mut Tx, after: &str, last: &AuditId) -> Result<Vec<LogEntry>> {
    Ok(audit::table
        .filter(audit::id.gt(after))
        .filter(audit::id.le(last))
        .order(audit::id)
        .select(LogEntry::as_select())
        .load(tx.conn())?)
}

/// False where another process came first.
pub(crate) fn add_seal(tx: &mut Tx, seal: &Seal) -> Result<bool> {
    diesel::insert_into(audit_seals::table).values(seal).run_if_new(tx)
}
