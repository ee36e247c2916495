//! Queries about addresses to be confirmed.

use super::AddressChange;
use crate::base::fault::Fault;
use crate::base::id::{AddressChangeId, CarerId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::schema::address_changes;
use diesel::prelude::*;

pub fn replace(tx: &mut Tx, change: &AddressChange) -> Result<(), Fault> {
    withdraw(tx, &change.carer_id)?;
    diesel::insert_into(address_changes::table).values(change).execute(tx.conn())?;
    Ok(())
}

/// A request that was not confirmed is no longer wanted.
pub fn withdraw(tx: &mut Tx, carer: &CarerId) -> Result<(), Fault> {
    diesel::delete(address_changes::table)
        .filter(address_changes::carer_id.eq(carer.as_str()))
        .filter(address_changes::confirmed_at.is_null())
        .execute(tx.conn())?;
    Ok(())
}

pub fn change(tx: &mut Tx, id: &AddressChangeId) -> Result<Option<AddressChange>, Fault> {
    Ok(address_changes::table
        .find(id.as_str())
        .select(AddressChange::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The address this carer has still to confirm.
pub fn open_of(tx: &mut Tx, carer: &CarerId) -> Result<Option<String>, Fault> {
    Ok(address_changes::table
        .filter(address_changes::carer_id.eq(carer.as_str()))
        .filter(address_changes::confirmed_at.is_null())
        .select(address_changes::email)
        .first(tx.conn())
        .optional()?)
}

pub fn confirmed(tx: &mut Tx, id: &AddressChangeId, at: Moment) -> Result<(), Fault> {
    diesel::update(address_changes::table.find(id.as_str()))
        .set(address_changes::confirmed_at.eq(at))
        .execute(tx.conn())?;
    Ok(())
}
