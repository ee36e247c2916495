//! Queries about partners.

use super::{Partner, Professional};
use crate::base::fault::{Code, Fault, Result, is_duplicate};
use crate::base::id::PartnerId;
use crate::db::schema::{accounts, partners};
use crate::db::{Tx, found};
use diesel::prelude::*;

/// By name.
pub(crate) fn partners(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Partner>> {
    Ok(partners::table
        .filter(partners::name.gt(after))
        .order(partners::name)
        .limit(rows)
        .select(Partner::as_select())
        .load(tx.conn())?)
}

pub(crate) fn partner(tx: &mut Tx, id: &PartnerId) -> Result<Partner> {
    found(partners::table.find(id).select(Partner::as_select()).first(tx.conn()), "partner")
}

/// The partner of this name or id.
pub(crate) fn named(tx: &mut Tx, named: &str) -> Result<PartnerId> {
    partners::table
        .filter(partners::id.eq(named).or(partners::name.eq(named)))
        .select(partners::id)
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::new(Code::NotFound, format!("There is no partner \"{named}\".")))
}

pub(crate) fn add(tx: &mut Tx, partner: &Partner) -> Result<()> {
    diesel::insert_into(partners::table).values(partner).execute(tx.conn()).map_err(|error| {
        if is_duplicate(&error) {
            Fault::new(
                Code::AlreadyExists,
                "A partner with this name already exists. Choose another name.",
            )
        } else {
            error.into()
        }
    })?;
    Ok(())
}

/// By team and name.
pub(crate) fn professionals(tx: &mut Tx, id: &PartnerId) -> Result<Vec<Professional>> {
    Ok(accounts::table
        .filter(accounts::partner_id.eq(id.as_str()))
        .order((accounts::team, accounts::name, accounts::id))
        .select(Professional::as_select())
        .load(tx.conn())?)
}
