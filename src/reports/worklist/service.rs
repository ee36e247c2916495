//! The lists of children not met in the window, and of two-year-olds who have not taken up their
//! funded place. Restricted records are counted but not listed.

use super::{ListedChild, NotMet, TwoYearOld, TwoYearOldsReport, store};
use crate::base::calendar::day_begins;
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families::follow_up;
use crate::families::store::joined_children;
use crate::reach::groups::ELIGIBLE_TWO;
use crate::reach::sustained::Measure;
use crate::reports;
use crate::reports::worklist;
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct NotMetOf {
    /// Only families with this home centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// Not met for this many months, 1 to 60. Default: 12.
    #[param(minimum = 1, maximum = 60, example = 12)]
    pub months: Option<u32>,
    /// The page size, 1 to 500. Default: 100. A table is not paged.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TwoYearOldsOf {
    /// Only families with this home centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
}

/// Children not met, by id.
pub(crate) fn not_met(tx: &mut Tx, of: &NotMetOf, after: &str, rows: usize) -> Result<Vec<NotMet>> {
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let window_months = reports::service::months(of.months)?;
    let today = tx.today();
    let first = Measure { window_months, ..Measure::default() }.first_day(today);

    let children = store::children(tx, centres.as_deref(), None, today)?;
    let referred = store::referred(tx, day_begins(first).into())?;
    let kept = joined_children(tx)?;
    let met = store::met(tx, (first, today), &kept)?;
    let list = worklist::not_met(&children, &referred, &met);
    let mut page: Vec<NotMet> = list
        .into_values()
        .filter(|one| !one.child.restricted && one.child.child_id.as_str() > after)
        .take(rows)
        .collect();

    let mut ids: Vec<ChildId> = page.iter().map(|one| one.child.child_id.clone()).collect();
    ids.extend(kept.keys().cloned());
    let last = worklist::latest(store::last_days(tx, &ids)?, &kept);
    for one in &mut page {
        one.last_contact_on = last.get(&one.child.child_id).copied();
    }
    add_calls(tx, page.iter_mut().map(|one| &mut one.child).collect())?;
    Ok(page)
}

/// Eligible two-year-olds, and which of them to follow up.
pub(crate) fn two_year_olds(tx: &mut Tx, of: &TwoYearOldsOf) -> Result<TwoYearOldsReport> {
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let as_at = tx.today();
    let kept = joined_children(tx)?;
    let eligible = store::stated(tx, ELIGIBLE_TWO, as_at, &kept)?;
    let places = store::places(tx, as_at, None, &kept)?;
    let mut children = store::children(tx, centres.as_deref(), None, as_at)?;
    children.retain(|child| eligible.contains(&child.child_id));
    let found = worklist::two_year_olds(children, &places);

    let (eligible, to_follow_up) = (found.eligible, found.to_follow_up.len());
    let mut children = found.to_follow_up;
    children.retain(|one| !one.child.restricted);
    add_calls(tx, children.iter_mut().map(|one| &mut one.child).collect())?;
    let in_a_place = eligible - to_follow_up;
    Ok(TwoYearOldsReport { as_at, eligible, in_a_place, to_follow_up, children })
}

/// Records that are looked at together.
const TOGETHER: usize = 500;

/// Those to follow up, page by page, by the record of the child, and where to go on; no more records
/// than `most` are looked at, so that a page may hold few children and yet not be the last.
pub(crate) fn two_year_olds_page(
    tx: &mut Tx,
    after: &str,
    (rows, most): (usize, usize),
) -> Result<(Vec<TwoYearOld>, Option<String>)> {
    let centres = reports::service::centres(tx, None)?;
    let today = tx.today();
    let kept = joined_children(tx)?;
    let (mut shown, mut looked_at, mut after) = (Vec::new(), 0, after.to_owned());
    let next = loop {
        let together = TOGETHER.min(rows.max(50));
        let limit = i64::try_from(together).unwrap_or(i64::MAX);
        let records = store::stated_after(tx, ELIGIBLE_TWO, today, (&after, limit))?;
        let Some(last) = records.last().cloned() else { break None };
        let mut standing: Vec<ChildId> =
            records.iter().map(|record| worklist::standing(record, &kept)).collect();
        standing.sort();
        standing.dedup();
        let merged = kept
            .keys()
            .filter(|record| standing.binary_search(&worklist::standing(record, &kept)).is_ok());
        let all: Vec<ChildId> = standing.iter().chain(merged).cloned().collect();
        let places = store::places(tx, today, Some(&all), &kept)?;
        let children = store::children(tx, centres.as_deref(), Some(&standing), today)?;
        let found = worklist::two_year_olds(children, &places).to_follow_up;
        shown.extend(found.into_iter().filter(|one| !one.child.restricted));
        looked_at += records.len();
        after = last.to_string();
        if records.len() < together {
            break None;
        }
        if shown.len() >= rows || looked_at >= most {
            break Some(after);
        }
    };
    add_calls(tx, shown.iter_mut().map(|one| &mut one.child).collect())?;
    Ok((shown, next))
}

/// Adds names and who to call, where the caller may open the family's file.
fn add_calls(tx: &mut Tx, children: Vec<&mut ListedChild>) -> Result<()> {
    let families: Vec<&FamilyId> = children.iter().map(|child| &child.family_id).collect();
    let to_ring = follow_up::service::to_ring(tx, &families)?;
    for child in children {
        let Some(of) = to_ring.get(&child.family_id) else { continue };
        child.name = of.child(&child.child_id).map(|child| child.name.clone());
        child.to_ring = Some(of.clone());
    }
    Ok(())
}
