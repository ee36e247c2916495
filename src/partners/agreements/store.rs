//! Queries about agreements.

use super::Agreement;
use crate::base::fault::Result;
use crate::base::id::{AgreementId, PartnerId};
use crate::db::schema::agreements;
use crate::db::{Run, Tx, found};
use chrono::NaiveDate;
use diesel::prelude::*;

/// All of a partner, newest first.
pub(crate) fn of_partner(tx: &mut Tx, partner: &PartnerId) -> Result<Vec<Agreement>> {
    Ok(agreements::table
        .filter(agreements::partner_id.eq(partner.as_str()))
        .order((agreements::first_day.desc(), agreements::id.desc()))
        .select(Agreement::as_select())
        .load(tx.conn())?)
}

/// Those of all partners whose last day is this one or later, the one made last first.
pub(crate) fn not_ended(tx: &mut Tx, today: NaiveDate) -> Result<Vec<Agreement>> {
    Ok(agreements::table
        .filter(agreements::last_day.ge(today))
        .order((agreements::made_at.desc(), agreements::id.desc()))
        .select(Agreement::as_select())
        .load(tx.conn())?)
}

pub(crate) fn agreement(tx: &mut Tx, id: &AgreementId) -> Result<Agreement> {
    found(
        agreements::table.find(id.as_str()).select(Agreement::as_select()).first(tx.conn()),
        "agreement",
    )
}

pub(crate) fn add(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    diesel::insert_into(agreements::table).values(agreement).run(tx)
}

pub(crate) fn save_last_day(tx: &mut Tx, id: &AgreementId, last_day: NaiveDate) -> Result<()> {
    diesel::update(agreements::table.find(id.as_str()))
        .set(agreements::last_day.eq(last_day))
        .run(tx)
}
