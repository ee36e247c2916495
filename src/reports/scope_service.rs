//! Which centres a report is about: the one that was named, or all that whoever asks may see.

use crate::access::policy::grant;
use crate::access::{Act, Grant, RoleAt, Scope};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::CentreId;

/// `None`: the whole organisation.
pub fn centres(tx: &mut Tx, named: Option<&CentreId>) -> Result<Option<Vec<CentreId>>, Fault> {
    if let Some(centre) = named {
        tx.allow(Act::SeeReports, &Scope::centre(centre), "centre")?;
        crate::centres::store::centre(tx, centre)?;
        return Ok(Some(vec![centre.clone()]));
    }
    let actor = tx.actor();
    if actor.may(Act::SeeReports, &Scope::organisation()) {
        return Ok(None);
    }
    actor.allow_ever(Act::SeeReports)?;
    let sees = |held: &&RoleAt| grant(held.role, Act::SeeReports) != Grant::No;
    Ok(Some(actor.roles.iter().filter(sees).filter_map(|held| held.centre.clone()).collect()))
}
