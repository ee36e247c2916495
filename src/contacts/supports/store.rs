//! Queries about direct support to settings.

use super::Support;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, PartnerId, SettingSupportId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::schema::setting_supports;
use chrono::NaiveDate;
use diesel::prelude::*;

pub fn add(tx: &mut Tx, support: &Support) -> Result<(), Fault> {
    diesel::insert_into(setting_supports::table).values(support).execute(tx.conn())?;
    Ok(())
}

pub fn support(tx: &mut Tx, id: &SettingSupportId) -> Result<Support, Fault> {
    setting_supports::table
        .find(id.as_str())
        .select(Support::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("support"))
}

/// Returns how many were withdrawn.
pub fn withdraw(tx: &mut Tx, id: &SettingSupportId, at: Moment) -> Result<usize, Fault> {
    Ok(diesel::update(
        setting_supports::table.find(id.as_str()).filter(setting_supports::withdrawn_at.is_null()),
    )
    .set(setting_supports::withdrawn_at.eq(at))
    .execute(tx.conn())?)
}

/// Which support.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub partner: Option<PartnerId>,
    /// `None`: every centre.
    pub centres: Option<Vec<CentreId>>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub after: String,
    pub rows: i64,
}

/// Current support, in the order it was recorded.
pub fn list(tx: &mut Tx, filter: &Filter) -> Result<Vec<Support>, Fault> {
    let mut query = setting_supports::table
        .filter(setting_supports::withdrawn_at.is_null())
        .filter(setting_supports::id.gt(filter.after.clone()))
        .into_boxed();
    if let Some(partner) = &filter.partner {
        query = query.filter(setting_supports::partner_id.eq(partner.to_string()));
    }
    if let Some(centres) = &filter.centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(setting_supports::centre_id.eq_any(ids));
    }
    if let Some(from) = filter.from {
        query = query.filter(setting_supports::on_day.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(setting_supports::on_day.le(to));
    }
    Ok(query
        .order(setting_supports::id)
        .limit(filter.rows)
        .select(Support::as_select())
        .load(tx.conn())?)
}
