//! Queries about how reliable the records are: when each feed last came, and which registers are
//! complete.

use crate::base::fault::Fault;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{feed_runs, partners, registers, sessions};
use crate::reports::reach::plan::ReachPlan;
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::HashMap;

/// When each partner's feed last ended, by name; a run without a partner is from the organisation's
/// own files.
pub fn feeds(tx: &mut Tx, known_at: Moment) -> Result<Vec<(String, Option<Moment>)>, Fault> {
    let rows: Vec<(Option<String>, Option<Moment>)> = feed_runs::table
        .filter(feed_runs::ended_at.le(known_at))
        .group_by(feed_runs::partner_id)
        .select((feed_runs::partner_id, max(feed_runs::ended_at)))
        .load(tx.conn())?;
    let names: Vec<(String, String)> =
        partners::table.select((partners::id, partners::name)).load(tx.conn())?;
    let names: HashMap<String, String> = names.into_iter().collect();
    let name = |id: Option<String>| {
        id.and_then(|id| names.get(&id).cloned()).unwrap_or_else(|| "Own files".to_owned())
    };
    let mut feeds: Vec<_> = rows.into_iter().map(|(id, at)| (name(id), at)).collect();
    feeds.sort();
    Ok(feeds)
}

/// Sessions that were held in the window, and those of them whose register is complete.
pub fn registers(tx: &mut Tx, plan: &ReachPlan) -> Result<(u64, u64), Fault> {
    let held = || {
        let mut query = sessions::table
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .filter(sessions::announced_at.is_not_null())
            .filter(sessions::cancelled_at.is_null())
            .filter(sessions::ends_at.le(plan.known_at))
            .filter(sessions::local_day.between(plan.window_from(), plan.as_at))
            .into_boxed();
        if let Some(centres) = &plan.centres {
            let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
            query = query.filter(sessions::centre_id.eq_any(ids));
        }
        query
    };
    let all: i64 = held().count().get_result(tx.conn())?;
    let complete: i64 =
        held().filter(registers::completed_at.le(plan.known_at)).count().get_result(tx.conn())?;
    Ok((u64::try_from(all).unwrap_or_default(), u64::try_from(complete).unwrap_or_default()))
}
