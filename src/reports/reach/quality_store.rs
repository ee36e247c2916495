//! Queries about how far the records can be trusted: when each feed last came.

use crate::db::Tx;
use crate::fault::Fault;
use crate::moment::Moment;
use crate::schema::{feed_runs, partners};
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::HashMap;

/// When each partner's feed last ended, by name; a run without a partner is the own old system's.
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
