//! The report on renewals in a period.

use super::store::{self, Period};
use super::{ByCentre, RenewalFigures, count, total};
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::centres;
use crate::db::Tx;
use crate::reports;
use chrono::{Datelike, Months, NaiveDate};

/// What to report on.
#[derive(Clone, Debug, Default)]
pub struct RenewalsOf {
    pub centre: Option<CentreId>,
    /// `None`: the first of this month a year ago.
    pub from: Option<NaiveDate>,
    /// `None`: today.
    pub to: Option<NaiveDate>,
}

pub struct RenewalsReport {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub as_at: Moment,
    /// By the centre's name; families without a centre last.
    pub centres: Vec<(Option<CentreId>, String, RenewalFigures)>,
    pub total: RenewalFigures,
}

pub fn report(tx: &mut Tx, of: &RenewalsOf) -> Result<RenewalsReport, Fault> {
    let centres = reports::service::centres(tx, of.centre.as_ref())?;
    let as_at = tx.now();
    let today = as_at.civil_day();
    let to = of.to.unwrap_or(today);
    let year_ago = to.checked_sub_months(Months::new(12)).unwrap_or(to);
    let from = of.from.unwrap_or_else(|| year_ago.with_day(1).unwrap_or(year_ago));
    if from > to {
        return Err(Fault::invalid("/to", "The first day is after the last."));
    }

    let period = Period { from, to, centres: centres.as_deref() };
    let members = store::members(tx, &period)?;
    let renewed = store::renewed(tx, &period)?;
    let sent = store::sent(tx, &period)?;
    let table = count((from, to), &members, &renewed, &sent);
    let total = total(&table);
    Ok(RenewalsReport { from, to, as_at, centres: named(tx, table)?, total })
}

fn named(
    tx: &mut Tx,
    table: ByCentre,
) -> Result<Vec<(Option<CentreId>, String, RenewalFigures)>, Fault> {
    let mut rows = Vec::new();
    for (id, figures) in table {
        let name = match &id {
            Some(id) => centres::store::centre(tx, id)?.name,
            None => String::new(),
        };
        rows.push((id, name, figures));
    }
    rows.sort_by(|one, other| (one.0.is_none(), &one.1).cmp(&(other.0.is_none(), &other.1)));
    Ok(rows)
}
