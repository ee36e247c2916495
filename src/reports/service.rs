//! Which centres a report covers: the named one, or all that the caller may see; and which ones the
//! caller may choose.

use crate::access::{Act, Scope};
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::centres::Centre;
use crate::db::Tx;

/// `None`: the whole organisation.
pub fn centres(tx: &mut Tx, named: Option<&CentreId>) -> Result<Option<Vec<CentreId>>, Fault> {
    if let Some(centre) = named {
        tx.allow(Act::SeeReports, &Scope::centre(centre), "centre")?;
        crate::centres::store::centre(tx, centre)?;
        return Ok(Some(vec![centre.clone()]));
    }
    tx.actor().allow_ever(Act::SeeReports)?;
    Ok(tx.actor().reach(Act::SeeReports).centres())
}

/// The centres that the caller may choose, by name.
pub fn choices(tx: &mut Tx) -> Result<Vec<Centre>, Fault> {
    let own = centres(tx, None)?;
    let mut all = crate::centres::store::centres(tx, "", i64::MAX)?;
    all.retain(|centre| own.as_ref().is_none_or(|own| own.contains(&centre.id)));
    Ok(all)
}
