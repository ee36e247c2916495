//! Who may open a family's record.

use crate::access::Scope;
use crate::base::fault::Fault;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::{Family, store};
use chrono::TimeDelta;

/// What the policy needs to know of a family: its centres and its id. A partner's team reaches its
/// own statements, never a record.
pub fn scope_of(tx: &mut Tx, family: &Family) -> Result<Scope, Fault> {
    let since = booked_since(tx);
    let centres = store::centres_of(tx, family, since)?;
    let scope = Scope { centres, restricted: family.restricted, ..Scope::default() };
    Ok(scope.family(&family.id))
}

/// Families that booked at a centre themselves or through a professional, or came there by card,
/// since this moment are also the centre's.
pub fn booked_since(tx: &mut Tx) -> Moment {
    tx.now() - TimeDelta::days(365)
}
