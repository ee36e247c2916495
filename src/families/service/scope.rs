//! Who may open a family's record, and what else they may do with it.

use crate::access::{Act, Scope};
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::{Family, Household, store};
use chrono::TimeDelta;

/// What the policy needs to know of a family: its centres and its id. A partner's team reaches its
/// own statements, never a record.
pub(crate) fn scope_of(tx: &mut Tx, family: &Family) -> Result<Scope> {
    let since = booked_since(tx);
    let centres = store::centres_of(tx, family, since)?;
    let scope = Scope { centres, restricted: family.restricted, ..Scope::default() };
    Ok(scope.family(&family.id))
}

/// Families that booked at a centre themselves or through a professional, or came there by card,
/// since this moment are also the centre's.
pub(crate) fn booked_since(tx: &mut Tx) -> Moment {
    tx.now() - TimeDelta::days(365)
}

/// Checks permission for an act on a family; without it, the answer is "not found".
pub(crate) fn allow(tx: &mut Tx, act: Act, id: &FamilyId) -> Result<()> {
    let family = store::family(tx, id)?;
    // Where its home centre is enough, nobody needs to look where else it came.
    let at_home = Scope {
        centres: family.centre_id.clone().into_iter().collect(),
        restricted: family.restricted,
        ..Scope::default()
    };
    if tx.actor().may(act, &at_home.family(&family.id)) {
        return Ok(());
    }
    let scope = scope_of(tx, &family)?;
    tx.allow(act, &scope, "family")
}

/// A family, locked, if the caller may do this to it.
pub(crate) fn lock_allowed(tx: &mut Tx, act: Act, id: &FamilyId) -> Result<Household> {
    store::lock(tx, std::slice::from_ref(id))?;
    let household = store::household(tx, id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(act, &scope, "family")?;
    Ok(household)
}
