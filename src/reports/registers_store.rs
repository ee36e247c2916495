//! Queries for the report on registers.

use super::registers::Held;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::schema::{registers, sessions};
use diesel::prelude::*;

/// Sessions of some centres (`None`: all) that took place and ended in a period.
pub fn held(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    from: Moment,
    until: Moment,
) -> Result<Vec<Held>, Fault> {
    let mut query = sessions::table
        .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::ends_at.ge(from))
        .filter(sessions::ends_at.lt(until))
        .into_boxed();
    if let Some(centres) = centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(sessions::centre_id.eq_any(ids));
    }
    let rows: Vec<(CentreId, Moment, Option<Moment>)> = query
        .select((sessions::centre_id, sessions::ends_at, registers::completed_at.nullable()))
        .load(tx.conn())?;
    let held = |(centre, ended_at, completed_at)| Held { centre, ended_at, completed_at };
    Ok(rows.into_iter().map(held).collect())
}
