//! The lists of children not met in the window, and of two-year-olds who have not taken up their
//! funded place. Restricted records are counted but not listed.

use super::store;
use super::{ListedChild, NotMetReason, TwoYearOlds};
use crate::base::calendar::at_local;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families::follow_up;
use crate::families::follow_up::ToRing;
use crate::families::store::joined_children;
use crate::reach::groups::ELIGIBLE_TWO;
use crate::reach::sustained::{EarlyLearning, Measure};
use crate::reports;
use crate::reports::worklist;
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Europe::London;
use std::collections::HashMap;

/// Which children, and the page.
#[derive(Clone, Debug, Default)]
pub struct FollowUpScope {
    pub centre: Option<CentreId>,
    pub months: Option<u32>,
    pub after: String,
    pub rows: usize,
}

/// A child that was not met.
pub struct NotMet {
    pub child: ListedChild,
    pub why: Vec<NotMetReason>,
    pub last_contact_on: Option<NaiveDate>,
    /// Only for callers who may open the file.
    pub to_ring: Option<ToRing>,
}

/// Children not met, by id.
pub fn not_met(tx: &mut Tx, asked: &FollowUpScope) -> Result<Vec<NotMet>, Fault> {
    let centres = reports::service::centres(tx, asked.centre.as_ref())?;
    let window_months = asked.months.unwrap_or(Measure::default().window_months);
    if !(1..=60).contains(&window_months) {
        return Err(Fault::invalid("/months", "Use 1 to 60 months."));
    }
    let today = tx.today();
    let first = Measure { window_months, ..Measure::default() }.first_day(today);
    let begins = at_local(first, NaiveTime::MIN, London).into();

    let children = store::children(tx, centres.as_deref(), today)?;
    let referred = store::referred(tx, begins)?;
    let kept = joined_children(tx)?;
    let met = store::met(tx, (first, today), &kept)?;
    let list = worklist::not_met(&children, &referred, &met);
    let after = ChildId::from(asked.after.as_str());
    let page: Vec<(ListedChild, Vec<NotMetReason>)> = list
        .into_values()
        .filter(|(child, _)| !child.restricted && child.id > after)
        .take(asked.rows)
        .collect();

    let mut ids: Vec<ChildId> = page.iter().map(|(child, _)| child.id.clone()).collect();
    ids.extend(kept.keys().cloned());
    let last = worklist::latest(store::last_days(tx, &ids)?, &kept);
    let to_ring = to_ring(tx, page.iter().map(|(child, _)| child))?;
    let one = |(child, why): (ListedChild, Vec<NotMetReason>)| NotMet {
        to_ring: to_ring.get(&child.family).cloned(),
        last_contact_on: last.get(&child.id).copied(),
        child,
        why,
    };
    Ok(page.into_iter().map(one).collect())
}

/// Eligible two-year-olds, and which of them to follow up.
pub fn two_year_olds(
    tx: &mut Tx,
    centre: Option<&CentreId>,
) -> Result<(NaiveDate, TwoYearOlds), Fault> {
    let centres = reports::service::centres(tx, centre)?;
    let today = tx.today();
    let kept = joined_children(tx)?;
    let eligible = store::stated(tx, ELIGIBLE_TWO, today, &kept)?;
    let places = store::places(tx, today, &kept)?;
    let mut children = store::children(tx, centres.as_deref(), today)?;
    children.retain(|child| eligible.contains(&child.id));
    Ok((today, worklist::two_year_olds(children, &places)))
}

/// Who to call about these children.
pub fn to_ring<'a>(
    tx: &mut Tx,
    of: impl Iterator<Item = &'a ListedChild>,
) -> Result<HashMap<FamilyId, ToRing>, Fault> {
    let families: Vec<&FamilyId> = of.map(|child| &child.family).collect();
    follow_up::service::to_ring(tx, &families)
}

/// The children to list, without restricted records.
pub fn listed(found: &TwoYearOlds) -> impl Iterator<Item = &(ListedChild, EarlyLearning)> {
    found.to_follow_up.iter().filter(|(child, _)| !child.restricted)
}
