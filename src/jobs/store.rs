//! How far each recurring step has got, and deleting what has had its time.

use crate::base::fault::{Result, is_duplicate};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{idempotency, job_runs};
use chrono::TimeDelta;
use diesel::prelude::*;

/// A step that never ran looks this far back, and no further.
const FIRST_LOOK: TimeDelta = TimeDelta::minutes(15);

/// The period a step has to look at: from its last run to now, which this run takes on. Another
/// process that wants the same waits here and then finds nothing left.
pub(crate) fn since_last_run(tx: &mut Tx, name: &str) -> Result<(Moment, Moment)> {
    tx.lock(|conn| {
        diesel::update(job_runs::table.find(name))
            .set(job_runs::name.eq(name))
            .execute(conn)
            .map(drop)
    })?;
    let now = tx.now();
    let last: Option<Moment> =
        job_runs::table.find(name).select(job_runs::ran_at).first(tx.conn()).optional()?;
    match last {
        Some(last) => {
            diesel::update(job_runs::table.find(name))
                .set(job_runs::ran_at.eq(now.max(last)))
                .execute(tx.conn())?;
            Ok((last, now))
        }
        None => {
            diesel::insert_into(job_runs::table)
                .values((job_runs::name.eq(name), job_runs::ran_at.eq(now)))
                .execute(tx.conn())?;
            Ok((now - FIRST_LOOK, now))
        }
    }
}

/// How far a step has got, if it records that itself.
pub(crate) fn last_run(tx: &mut Tx, name: &str) -> Result<Option<Moment>> {
    Ok(job_runs::table.find(name).select(job_runs::ran_at).first(tx.conn()).optional()?)
}

/// Records how far a step has got. It never goes back: another process may be further.
pub(crate) fn ran_until(tx: &mut Tx, name: &str, at: Moment) -> Result<()> {
    let moved = diesel::update(job_runs::table.find(name))
        .filter(job_runs::ran_at.lt(at))
        .set(job_runs::ran_at.eq(at))
        .execute(tx.conn())?;
    if moved > 0 || last_run(tx, name)?.is_some() {
        return Ok(());
    }
    let added = tx.attempt(|conn| {
        diesel::insert_into(job_runs::table)
            .values((job_runs::name.eq(name), job_runs::ran_at.eq(at)))
            .execute(conn)
    });
    match added {
        Err(error) if !is_duplicate(&error) => Err(error.into()),
        _ => Ok(()),
    }
}

/// Answers kept for a repeated request, made before a moment.
pub(crate) fn forget_answers(tx: &mut Tx, before: Moment) -> Result<usize> {
    Ok(diesel::delete(idempotency::table)
        .filter(idempotency::created_at.lt(before))
        .execute(tx.conn())?)
}
