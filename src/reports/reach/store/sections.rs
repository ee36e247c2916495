//! Queries for the sections of the pack besides reach.

use crate::base::fault::Fault;
use crate::base::id::PartnerId;
use crate::base::moment::Moment;
use crate::contacts::supports::SupportKind;
use crate::db::Tx;
use crate::db::schema::{families, partners, setting_supports};
use crate::partners::PartnerKind;
use crate::reports::reach::plan::ReachPlan;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

/// The number of nurseries, childminders and schools known at a given moment.
pub fn settings(tx: &mut Tx, known_at: Moment) -> Result<u64, Fault> {
    let all: i64 = partners::table
        .filter(partners::kind.eq(PartnerKind::EarlyYears))
        .filter(partners::created_at.le(known_at))
        .count()
        .get_result(tx.conn())?;
    Ok(u64::try_from(all).unwrap_or_default())
}

/// The direct support that the report's centres gave settings in its window.
pub fn supports(tx: &mut Tx, plan: &ReachPlan) -> Result<Vec<(PartnerId, SupportKind)>, Fault> {
    let mut query = setting_supports::table
        .filter(setting_supports::on_day.between(plan.window_from(), plan.as_at))
        .filter(setting_supports::recorded_at.le(plan.known_at))
        .filter(
            setting_supports::withdrawn_at
                .is_null()
                .or(setting_supports::withdrawn_at.gt(plan.known_at)),
        )
        .into_boxed();
    if let Some(centres) = &plan.centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(setting_supports::centre_id.eq_any(ids));
    }
    Ok(query
        .order(setting_supports::id)
        .select((setting_supports::partner_id, setting_supports::kind))
        .load(tx.conn())?)
}

/// The number of families each partner brought in a period.
pub fn brought(tx: &mut Tx, from: Moment, until: Moment) -> Result<HashMap<PartnerId, u64>, Fault> {
    let rows: Vec<(Option<PartnerId>, i64)> = families::table
        .filter(families::partner_id.is_not_null())
        .filter(families::guest.eq(false))
        .filter(families::created_at.ge(from))
        .filter(families::created_at.le(until))
        .group_by(families::partner_id)
        .select((families::partner_id, count_star()))
        .load(tx.conn())?;
    let number = |(partner, families): (Option<PartnerId>, i64)| {
        Some((partner?, u64::try_from(families).unwrap_or_default()))
    };
    Ok(rows.into_iter().filter_map(number).collect())
}
