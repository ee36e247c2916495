//! The members report, for the caller's centres.

use super::store;
use super::{MembersBy, MembersTable, count};
use crate::areas::Vintage;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::reports;
use chrono::NaiveDate;

/// The vintage of the LSOAs that members are counted by.
const VINTAGE: Vintage = Vintage::Of2021;

/// What to report on.
#[derive(Clone, Debug)]
pub struct MembersOf {
    pub centre: Option<CentreId>,
    /// `None`: today.
    pub as_at: Option<NaiveDate>,
    pub by: Vec<MembersBy>,
}

#[derive(Clone, Debug)]
pub struct MembersReport {
    pub as_at: NaiveDate,
    pub counted_at: Moment,
    pub by: Vec<MembersBy>,
    pub table: MembersTable,
}

pub fn report(tx: &mut Tx, of: &MembersOf) -> Result<MembersReport, Fault> {
    let centres = reports::service::centres(tx, of.centre.as_ref())?;
    let today = tx.today();
    let as_at = of.as_at.unwrap_or(today);
    if as_at > today {
        return Err(Fault::invalid("/as_at", "This date is in the future. Use today or earlier."));
    }

    let known = store::known(tx, centres.as_deref(), VINTAGE)?;
    let table = count(&known, as_at, &of.by);
    Ok(MembersReport { as_at, counted_at: tx.now(), by: of.by.clone(), table })
}
