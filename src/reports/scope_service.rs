//! Which centres a report is about: the one that was named, or all that whoever asks may see; and
//! of which somebody may choose.

use crate::access::{Act, Scope};
use crate::centres::Centre;
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
    tx.actor().allow_ever(Act::SeeReports)?;
    Ok(tx.actor().reach(Act::SeeReports).centres())
}

/// The centres of which they may name one, by name.
pub fn choices(tx: &mut Tx) -> Result<Vec<Centre>, Fault> {
    let own = centres(tx, None)?;
    let mut all = crate::centres::store::centres(tx, "", i64::MAX)?;
    all.retain(|centre| own.as_ref().is_none_or(|own| own.contains(&centre.id)));
    Ok(all)
}
