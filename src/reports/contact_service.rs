//! The report on families without a contact: the counts, and the families.

use super::contact::{Counted, Known, Last, count, is_quiet, last_contact};
use super::{contact_store as store, scope_service};
use crate::base::fault::Fault;
use crate::base::id::{CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::follow_up::ToRing;
use crate::families::follow_up_service;
use chrono::{Months, NaiveDate};
use std::collections::HashMap;

/// The default number of months.
const MONTHS: u32 = 12;

/// What to report on.
#[derive(Clone, Debug, Default)]
pub struct NoContact {
    pub centre: Option<CentreId>,
    pub months: Option<u32>,
    /// Only families with this group stated.
    pub group: Option<String>,
}

/// The facts it is counted from.
struct Facts {
    as_at: Moment,
    months: u32,
    since: NaiveDate,
    members: Vec<Known>,
    last: Last,
    groups: HashMap<FamilyId, Vec<String>>,
}

pub struct Report {
    pub as_at: Moment,
    pub months: u32,
    pub since: NaiveDate,
    pub counted: Counted,
    pub labels: HashMap<String, String>,
    pub centre_names: HashMap<CentreId, String>,
}

/// A family without a contact.
pub struct QuietFamily {
    pub known: Known,
    pub last_contact_on: Option<NaiveDate>,
    /// Only for callers who may open its file.
    pub to_ring: Option<ToRing>,
}

pub fn report(tx: &mut Tx, of: &NoContact) -> Result<Report, Fault> {
    let facts = facts(tx, of)?;
    let counted = count(&facts.members, &facts.last, &facts.groups, facts.since);
    let labels = store::labels(tx)?;
    let mut centre_names = HashMap::new();
    for id in counted.centres.keys().flatten() {
        let centre = crate::centres::store::centre(tx, id)?;
        centre_names.insert(id.clone(), centre.name);
    }
    let Facts { as_at, months, since, .. } = facts;
    Ok(Report { as_at, months, since, counted, labels, centre_names })
}

/// The families themselves, by id; restricted records are counted but not listed.
pub fn families(
    tx: &mut Tx,
    of: &NoContact,
    after: &str,
    rows: usize,
) -> Result<Vec<QuietFamily>, Fault> {
    let facts = facts(tx, of)?;
    let quiet = facts.members.iter().filter(|known| {
        known.family.as_str() > after
            && !known.restricted
            && is_quiet(known, &facts.last, facts.since)
    });
    let quiet: Vec<&Known> = quiet.take(rows).collect();
    let ids: Vec<&FamilyId> = quiet.iter().map(|known| &known.family).collect();
    let mut to_ring = follow_up_service::to_ring(tx, &ids)?;
    let family = |known: &Known| QuietFamily {
        last_contact_on: last_contact(known, &facts.last),
        to_ring: to_ring.remove(&known.family),
        known: known.clone(),
    };
    Ok(quiet.into_iter().map(family).collect())
}

fn facts(tx: &mut Tx, of: &NoContact) -> Result<Facts, Fault> {
    let centres = scope_service::centres(tx, of.centre.as_ref())?;
    let as_at = tx.now();
    let today = as_at.civil_day();
    let months = of.months.unwrap_or(MONTHS);
    if !(1..=60).contains(&months) {
        return Err(Fault::invalid("/months", "Use 1 to 60 months."));
    }
    let since = today.checked_sub_months(Months::new(months)).unwrap_or(today);
    let groups = store::groups(tx)?;
    let mut members = store::members(tx, centres.as_deref())?;
    if let Some(group) = &of.group {
        crate::families::groups_service::known_group(tx, group)?;
        members
            .retain(|known| groups.get(&known.family).is_some_and(|stated| stated.contains(group)));
    }
    let last = store::last_contacts(tx, since, today)?;
    Ok(Facts { as_at, months, since, members, last, groups })
}
