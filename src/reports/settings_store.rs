//! Queries for the report on settings and the support they had.

use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, PartnerId};
use crate::contacts::Kind;
use crate::db::Tx;
use crate::partners::{Partner, PartnerKind};
use crate::schema::{contacts, partners, setting_supports};
use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Nurseries, childminders and schools, by name.
pub fn settings(tx: &mut Tx) -> Result<Vec<Partner>, Fault> {
    Ok(partners::table
        .filter(partners::kind.eq(PartnerKind::EarlyYears))
        .order((partners::name, partners::id))
        .select(Partner::as_select())
        .load(tx.conn())?)
}

/// The last day of support to each setting up to a day, by some centres (`None`: all).
pub fn last_supports(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    to: NaiveDate,
) -> Result<HashMap<PartnerId, NaiveDate>, Fault> {
    let standing = setting_supports::table
        .filter(setting_supports::withdrawn_at.is_null())
        .filter(setting_supports::on_day.le(to))
        .group_by(setting_supports::partner_id)
        .select((setting_supports::partner_id, max(setting_supports::on_day)));
    let rows: Vec<(PartnerId, Option<NaiveDate>)> = match centres {
        None => standing.load(tx.conn())?,
        Some(centres) => {
            let ids: Vec<&str> = centres.iter().map(CentreId::as_str).collect();
            standing.filter(setting_supports::centre_id.eq_any(ids)).load(tx.conn())?
        }
    };
    Ok(rows.into_iter().filter_map(|(partner, day)| Some((partner, day?))).collect())
}

/// The number of children with a place in each setting on a day.
pub fn children_placed(
    tx: &mut Tx,
    on: NaiveDate,
) -> Result<HashMap<PartnerId, BTreeSet<ChildId>>, Fault> {
    let rows: Vec<(Option<PartnerId>, Option<ChildId>)> = contacts::table
        .filter(contacts::kind.eq_any([Kind::EarlyLearning, Kind::SchoolPlace]))
        .filter(contacts::withdrawn_at.is_null())
        .filter(contacts::on_day.le(on))
        .filter(contacts::until_day.is_null().or(contacts::until_day.ge(on)))
        .filter(contacts::partner_id.is_not_null())
        .select((contacts::partner_id, contacts::child_id))
        .distinct()
        .load(tx.conn())?;
    let mut placed: HashMap<PartnerId, BTreeSet<ChildId>> = HashMap::new();
    for (partner, child) in rows {
        if let (Some(partner), Some(child)) = (partner, child) {
            placed.entry(partner).or_default().insert(child);
        }
    }
    Ok(placed)
}
