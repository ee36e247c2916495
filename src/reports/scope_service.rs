//! Which centres a report is about: the one that was named, or all that whoever asks may see.

use crate::access::{Act, Scope};
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
