//! A carer's new address: used once its holder has confirmed it from a message of its own. The old
//! address is told that a change was requested, and never which; staff may hold that message back
//! where it would endanger somebody.

pub mod service;
pub mod store;

use crate::base::id::{AddressChangeId, CarerId};
use crate::base::moment::Moment;
use crate::schema::address_changes;
use diesel::prelude::*;

/// An address a carer wants to use.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = address_changes, treat_none_as_default_value = false)]
pub struct AddressChange {
    pub id: AddressChangeId,
    pub carer_id: CarerId,
    pub email: String,
    pub made_at: Moment,
    pub confirmed_at: Option<Moment>,
}
