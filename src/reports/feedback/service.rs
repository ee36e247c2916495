//! The report on what families said of sessions.

use super::{
    Answers, FEWEST, FeedbackLine, FeedbackReport, completed, counted_before, month_of, next_month,
    store,
};
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId};
use crate::db::Tx;
use crate::reports;
use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::IntoParams;

/// What to report on.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FeedbackOf {
    /// Only this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// From the month of this day on. Default: the last twelve months.
    pub from: Option<NaiveDate>,
    /// Up to the month of this day. Default: the last month that can be counted.
    pub to: Option<NaiveDate>,
}

type ByMonth = BTreeMap<NaiveDate, Answers>;

pub(crate) fn report(tx: &mut Tx, of: &FeedbackOf) -> Result<FeedbackReport> {
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let as_at = tx.now();
    let counted = counted_before(as_at.civil_day());
    let last = counted.checked_sub_days(Days::new(1)).unwrap_or(counted);
    // Of months that cannot be counted yet nothing is shown.
    let last = of.from.map_or(last, |from| from.max(last));
    let (from, to) = reports::service::period("/to", (of.from, of.to), last, |to| {
        month_of(to).checked_sub_months(Months::new(11)).unwrap_or(to)
    })?;
    let from = month_of(from);
    let before = next_month(month_of(to)).min(counted);

    let mut by_activity = BTreeMap::<(ActivityId, CentreId), ByMonth>::new();
    for day in store::answers(tx, before, centres.as_deref())? {
        let months = by_activity.entry((day.activity, day.centre)).or_default();
        months.entry(month_of(day.on)).or_default().add(day.answers);
    }
    let mut total = Answers::default();
    let mut activities = Vec::new();
    for (activity_id, title, centre_id, centre) in
        store::held(tx, (from, before), centres.as_deref())?
    {
        let months = by_activity.get(&(activity_id.clone(), centre_id.clone()));
        let found = months.and_then(|months| completed(months, (from, before)));
        total.add(found.unwrap_or_default());
        let figures = found.map(Into::into);
        activities.push(FeedbackLine { activity_id, title, centre_id, centre, figures });
    }
    let to = before.checked_sub_days(Days::new(1)).unwrap_or(before);
    Ok(FeedbackReport { from, to, as_at, fewest: FEWEST, activities, shown: total.into() })
}
