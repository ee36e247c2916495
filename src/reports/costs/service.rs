//! Centres' costs, as entered by a manager, and the cost per child.

use super::{Cost, CostEntry, CostLine, CostsMet, CostsReport, cost, store};
use crate::access::{Act, Scope};
use crate::areas::Vintage;
use crate::audit::Event;
use crate::base::calendar::within_years;
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::reach::histories;
use crate::reach::settings::ReachSettings;
use crate::{centres, reports, settings};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

/// Enters a centre's costs. Overlapping another entry is refused, unless it has the same first day:
/// then it is replaced.
pub(crate) fn enter(tx: &mut Tx, centre: &CentreId, entry: &CostEntry) -> Result<Vec<CostEntry>> {
    tx.allow(Act::KeepReach, &Scope::centre(centre), "centre")?;
    centres::store::centre(tx, centre)?;
    within_years("/from", entry.from)?;
    within_years("/until", entry.until)?;
    if entry.until < entry.from {
        return Err(Fault::invalid("/until", "The first day is after the last."));
    }
    if !(0..=100_000_000_000).contains(&entry.pence) {
        return Err(Fault::invalid("/pence", "Use 0 or more pence."));
    }
    tx.alone("centre_costs")?;
    let others = store::entries(tx, centre)?;
    if let Some(other) = others.iter().find(|one| one.from != entry.from && one.overlaps(entry)) {
        let detail = format!("{} to {} is already entered.", other.from, other.until);
        return Err(Fault::invalid("/from", detail));
    }

    let (by, at) = (tx.actor().account_id.clone(), tx.now());
    store::put(tx, centre, entry, by.as_ref(), at)?;
    let before = others.iter().find(|one| one.from == entry.from).map(|one| one.pence);
    let detail = json!({ "from": entry.from, "pence": entry.pence, "before": before });
    tx.audit(Event::EnterCosts, centre.as_str(), detail)?;
    store::entries(tx, centre)
}

pub(crate) fn entries(tx: &mut Tx, centre: &CentreId) -> Result<Vec<CostEntry>> {
    tx.allow(Act::SeeReports, &Scope::centre(centre), "centre")?;
    centres::store::centre(tx, centre)?;
    store::entries(tx, centre)
}

/// What to report on.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CostsOf {
    /// Only this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// The first day. Default: the window in the reach settings, up to `to`.
    pub from: Option<NaiveDate>,
    /// The last day. Default: today.
    pub to: Option<NaiveDate>,
}

pub(crate) fn report(tx: &mut Tx, of: &CostsOf) -> Result<CostsReport> {
    let scope = reports::service::centres(tx, of.centre_id.as_ref())?;
    let counted_at = tx.now();
    let measure = settings::store::read::<ReachSettings>(tx)?.measure;
    let (threshold, first_day) = (measure.threshold, |to| measure.first_day(to));
    let (from, to) =
        reports::service::period("/from", (of.from, of.to), counted_at.civil_day(), first_day)?;

    let (mut all, mut all_met) = (Cost::default(), CostsMet::default());
    let mut lines = Vec::new();
    for centre in centres::store::centres(tx, "", i64::MAX)? {
        if scope.as_ref().is_some_and(|scope| !scope.contains(&centre.id)) {
            continue;
        }
        let cost = cost(&store::entries(tx, &centre.id)?, from, to);
        let met = met(tx, &centre.id, (from, to), counted_at)?;
        all = all.and(&cost);
        all_met.add(&met);
        lines.push(CostLine::new((Some(centre.id), centre.name), cost, &met, threshold));
    }
    let whole = CostLine::new((None, "All".to_owned()), all, &all_met, threshold);
    Ok(CostsReport { from, to, counted_at, threshold, centres: lines, whole })
}

fn met(
    tx: &mut Tx,
    centre: &CentreId,
    days: (NaiveDate, NaiveDate),
    known_at: Moment,
) -> Result<CostsMet> {
    let rows = store::met(tx, centre, days, known_at)?;
    let children = rows.iter().map(|(child, _)| child.clone()).collect();
    // Addresses are not needed, so any vintage will do.
    let known = histories::service::records(tx, (Vintage::Of2021, known_at), Some(children))?;
    let mut met = CostsMet::default();
    for (child, day) in rows {
        match known.at(&child) {
            Some(_) => met.on(known.kept(&child).clone(), day),
            // A guest's child has a new record with each booking.
            None => met.guest_visits += 1,
        }
    }
    Ok(met)
}
