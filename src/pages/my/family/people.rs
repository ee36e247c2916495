//! The household whose form is opened, and where it is rung.

use crate::access::Act;
use crate::access::service::sessions::shown_lately;
use crate::base::fault::{Fault, Result};
use crate::centres;
use crate::db::Tx;
use crate::families::{self, Carer, Family, Household};
use crate::pages::my::frame::own_family;

/// The asking parent's household, which a form is about to change.
pub(crate) fn own_household(tx: &mut Tx) -> Result<Household> {
    let id = own_family(tx)?;
    families::service::allow(tx, Act::ChangeFamily, &id)?;
    families::store::household(tx, &id)
}

/// The same for what asks a parent to have signed in lately: said before anything is typed.
pub(crate) fn newly_shown(tx: &mut Tx) -> Result<Household> {
    let id = own_family(tx)?;
    shown_lately(tx, &id)?;
    own_household(tx)
}

/// The carer who asks.
pub(crate) fn own_carer(tx: &Tx, household: &Household) -> Result<Carer> {
    let own = tx.actor().carer_id.as_ref();
    let found = household.carers.iter().find(|carer| Some(&carer.id) == own);
    found.cloned().ok_or_else(|| Fault::not_found("carer"))
}

/// Where the family's centre is rung.
pub(crate) fn home_phone(tx: &mut Tx, family: &Family) -> Result<Option<String>> {
    let Some(centre) = &family.centre_id else { return Ok(None) };
    Ok(centres::store::centre(tx, centre)?.phone)
}
