//! Queries for the report on partners.

use crate::base::fault::Fault;
use crate::base::id::PartnerId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::feeds::FeedKind;
use crate::membership::Standing;
use crate::partners::Partner;
use crate::schema::{families, feed_runs, memberships, partners};
use diesel::dsl::max;
use diesel::prelude::*;

/// One partner, or all by name.
pub fn partners(tx: &mut Tx, only: Option<&PartnerId>) -> Result<Vec<Partner>, Fault> {
    let mut query = partners::table.select(Partner::as_select()).into_boxed();
    if let Some(only) = only {
        query = query.filter(partners::id.eq(only.clone()));
    }
    Ok(query.order(partners::name).load(tx.conn())?)
}

/// When a partner brought each of its families, and the family's membership. A merged record counts
/// as the one it was merged into.
pub fn brought(
    tx: &mut Tx,
    partner: &PartnerId,
    from: Moment,
    to: Moment,
) -> Result<Vec<(Moment, Standing)>, Fault> {
    Ok(families::table
        .inner_join(memberships::table.on(memberships::family_id.eq(families::id)))
        .filter(families::partner_id.eq(partner.as_str()))
        .filter(families::joined_into.is_null())
        .filter(families::created_at.ge(from))
        .filter(families::created_at.lt(to))
        .select((families::created_at, memberships::status))
        .load(tx.conn())?)
}

/// When a partner's last feed of families was processed.
pub fn last_feed(tx: &mut Tx, partner: &PartnerId) -> Result<Option<Moment>, Fault> {
    Ok(feed_runs::table
        .filter(feed_runs::partner_id.eq(partner.as_str()))
        .filter(feed_runs::kind.eq(FeedKind::Families))
        .select(max(feed_runs::ended_at))
        .first(tx.conn())?)
}
