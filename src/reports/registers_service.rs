//! The report on registers.

use super::registers::{Done, tally};
use super::{registers_store as store, scope_service};
use crate::attendance::settings;
use crate::base::calendar::at_local;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::centres;
use crate::db::Tx;
use chrono::{Days, Months, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;

pub struct Wanted {
    pub centre: Option<CentreId>,
    /// `None`: three months before the last day.
    pub from: Option<NaiveDate>,
    /// `None`: today.
    pub to: Option<NaiveDate>,
    /// `None`: the organisation's setting.
    pub days: Option<i32>,
}

/// One centre's registers.
pub struct AtCentre {
    pub id: CentreId,
    pub name: String,
    pub done: Done,
}

pub struct Report {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub days: i32,
    pub centres: Vec<AtCentre>,
    pub total: Done,
}

pub fn report(tx: &mut Tx, wanted: &Wanted) -> Result<Report, Fault> {
    let centres = scope_service::centres(tx, wanted.centre.as_ref())?;
    let to = wanted.to.unwrap_or(tx.today());
    let quarter = to.checked_sub_months(Months::new(3)).unwrap_or(to);
    let from = wanted.from.unwrap_or(quarter);
    if from > to {
        return Err(Fault::invalid("/to", "The first day is after the last."));
    }
    let days = match wanted.days {
        Some(days) if !(0..=60).contains(&days) => {
            return Err(Fault::invalid("/days", "Use 0 to 60."));
        }
        Some(days) => days,
        None => settings::store::read(tx)?.incomplete_days,
    };

    let until = starts(to + Days::new(1)).min(tx.now());
    let held = store::held(tx, centres.as_deref(), starts(from), until)?;
    let (by_centre, total) = tally(&held, i64::from(days));
    let mut found = Vec::new();
    for (id, done) in by_centre {
        let name = centres::store::centre(tx, &id)?.name;
        found.push(AtCentre { id, name, done });
    }
    found.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(Report { from, to, days, centres: found, total })
}

fn starts(day: NaiveDate) -> Moment {
    at_local(day, NaiveTime::MIN, London).into()
}
