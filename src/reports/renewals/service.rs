//! The report on renewals in a period.

use super::{CentreRenewals, RenewalsReport, count, store};
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::db::Tx;
use crate::reports;
use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;
use utoipa::IntoParams;

/// What to report on.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RenewalsOf {
    /// Only this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// Birthdays from this day on. Default: the last twelve months, from the first of a month.
    pub from: Option<NaiveDate>,
    /// Up to this day, which may be in the future. Default: today.
    pub to: Option<NaiveDate>,
}

pub(crate) fn report(tx: &mut Tx, of: &RenewalsOf) -> Result<RenewalsReport> {
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let as_at = tx.now();
    let (from, to) = reports::service::period("/to", (of.from, of.to), as_at.civil_day(), |to| {
        let year_ago = to.checked_sub_months(Months::new(12)).unwrap_or(to);
        year_ago.with_day(1).unwrap_or(year_ago)
    })?;

    let members = store::members(tx, (from, to), centres.as_deref())?;
    let renewed = store::renewed(tx, (from, to), centres.as_deref())?;
    let sent = store::sent(tx, (from, to), centres.as_deref())?;
    let counted = count((from, to), &members, &renewed, &sent);
    let mut lines = reports::service::named(tx, counted.centres)?;
    // By name; families without a centre last.
    lines.sort_by(|one, other| (one.0.is_none(), &one.1).cmp(&(other.0.is_none(), &other.1)));
    let lines = lines.into_iter();
    let centres = lines
        .map(|(centre_id, centre, figures)| CentreRenewals { centre_id, centre, figures })
        .collect();
    Ok(RenewalsReport { from, to, as_at, centres, total: counted.total })
}
