//! The members report, for the caller's centres.

use super::{MemberGroup, MembersBy, MembersReport, count, store};
use crate::areas::Vintage;
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::db::Tx;
use crate::reports;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

/// The vintage of the LSOAs that members are counted by.
const VINTAGE: Vintage = Vintage::Of2021;

/// What to report on.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct MembersOf {
    /// Only families with this home centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// As at this day. Default: today.
    pub as_at: Option<NaiveDate>,
    /// What to split by, separated by commas: `centre`, `area`, `age`, `month`, `channel`. Default:
    /// `centre`.
    #[param(example = "centre,age")]
    pub by: Option<String>,
}

pub(crate) fn report(tx: &mut Tx, of: &MembersOf) -> Result<MembersReport> {
    let asked = of.by.as_deref().unwrap_or("centre");
    let by = reports::service::split(asked, MembersBy::ALL, MembersBy::as_str)?;
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let today = tx.today();
    let as_at = of.as_at.unwrap_or(today);
    if as_at > today {
        return Err(Fault::invalid("/as_at", "This date is in the future. Use today or earlier."));
    }

    let known = store::known(tx, centres.as_deref(), VINTAGE)?;
    let table = count(&known, as_at, &by);
    let names = || by.iter().map(|by| by.as_str().to_owned());
    let group = |(values, figures)| MemberGroup {
        group: names().zip::<Vec<String>>(values).collect(),
        figures,
    };
    let groups = table.groups.into_iter().map(group).collect();
    Ok(MembersReport { as_at, counted_at: tx.now(), groups, total: table.total, by })
}
