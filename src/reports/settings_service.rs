//! The report on settings without recent direct support, whose children are "not yet evidenced" in
//! reach.

use super::{scope_service, settings_store as store};
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::db::Tx;
use crate::partners::Partner;
use chrono::{Months, NaiveDate};

/// The default number of months.
const MONTHS: u32 = 12;

/// What to report on.
#[derive(Clone, Debug, Default)]
pub struct Unsupported {
    /// Support by this centre only.
    pub centre: Option<CentreId>,
    pub months: Option<u32>,
}

/// A setting without support since a day.
pub struct Setting {
    pub partner: Partner,
    pub last_support_on: Option<NaiveDate>,
    /// Children known to have a place in it.
    pub children: usize,
}

pub struct Report {
    pub as_at: NaiveDate,
    pub months: u32,
    pub since: NaiveDate,
    /// The total number of settings.
    pub settings: usize,
    pub without_support: Vec<Setting>,
}

pub fn report(tx: &mut Tx, of: &Unsupported) -> Result<Report, Fault> {
    let centres = scope_service::centres(tx, of.centre.as_ref())?;
    let months = of.months.unwrap_or(MONTHS);
    if !(1..=60).contains(&months) {
        return Err(Fault::invalid("/months", "Use 1 to 60 months."));
    }
    let as_at = tx.today();
    let before = as_at.checked_sub_months(Months::new(months));
    let since = before.and_then(|day| day.succ_opt()).unwrap_or(as_at);

    let all = store::settings(tx)?;
    let last = store::last_supports(tx, centres.as_deref(), as_at)?;
    let placed = store::children_placed(tx, as_at)?;
    let settings = all.len();
    let setting = |partner: Partner| Setting {
        last_support_on: last.get(&partner.id).copied(),
        children: placed.get(&partner.id).map_or(0, |children| children.len()),
        partner,
    };
    let quiet = |setting: &Setting| setting.last_support_on.is_none_or(|day| day < since);
    let without_support = all.into_iter().map(setting).filter(quiet).collect();
    Ok(Report { as_at, months, since, settings, without_support })
}
