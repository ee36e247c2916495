//! Queries about partners.

use super::Partner;
use crate::db::Tx;
use crate::fault::{Code, Fault, is_duplicate};
use crate::id::PartnerId;
use crate::schema::partners;
use diesel::prelude::*;

/// By name.
pub fn partners(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Partner>, Fault> {
    Ok(partners::table
        .filter(partners::name.gt(after))
        .order(partners::name)
        .limit(rows)
        .select(Partner::as_select())
        .load(tx.conn())?)
}

pub fn partner(tx: &mut Tx, id: &PartnerId) -> Result<Partner, Fault> {
    partners::table
        .find(id)
        .select(Partner::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("partner"))
}

pub fn add(tx: &mut Tx, partner: &Partner) -> Result<(), Fault> {
    diesel::insert_into(partners::table).values(partner).execute(tx.conn()).map_err(|error| {
        if is_duplicate(&error) {
            Fault::new(Code::AlreadyExists, "A partner of that name exists. Choose another name.")
        } else {
            error.into()
        }
    })?;
    Ok(())
}
