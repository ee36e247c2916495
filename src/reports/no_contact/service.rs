//! The report on families without a contact: the counts, and the families.

use super::{NoContactReport, QuietCentre, QuietFamily, QuietGroup, add_contacts, count, store};
use crate::base::fault::Result;
use crate::base::id::{CentreId, FamilyId};
use crate::db::Tx;
use crate::families::follow_up;
use crate::reports;
use chrono::{Months, NaiveDate};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::IntoParams;

/// What to report on.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct NoContactOf {
    /// Only this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// Only families with this target group, stated for them or one of their children.
    pub group: Option<String>,
    /// Without a contact for this many months, 1 to 60. Default: 12.
    #[param(minimum = 1, maximum = 60, example = 12)]
    pub months: Option<u32>,
    /// The page size, 1 to 500 families. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
}

/// The facts it is counted from.
struct NoContactFacts {
    months: u32,
    since: NaiveDate,
    members: Vec<QuietFamily>,
    groups: HashMap<FamilyId, Vec<String>>,
}

pub(crate) fn report(tx: &mut Tx, of: &NoContactOf) -> Result<NoContactReport> {
    let NoContactFacts { months, since, members, groups } = facts(tx, of)?;
    let (counted, by_group) = count(&members, &groups, since);
    let mut labels = store::labels(tx)?;
    let centre = |(centre_id, centre, figures)| QuietCentre { centre_id, centre, figures };
    let centres = reports::service::named(tx, counted.centres)?;
    let mut centres: Vec<QuietCentre> = centres.into_iter().map(centre).collect();
    centres.sort_by(|one, other| one.centre.cmp(&other.centre));
    let group = |(group, figures)| {
        let label = labels.remove(&group).unwrap_or_default();
        QuietGroup { group, label, figures }
    };
    let groups = by_group.into_iter().map(group).collect();
    let (as_at, total) = (tx.now(), counted.total);
    Ok(NoContactReport { as_at, months, since, contact: "direct", centres, groups, total })
}

/// Members that are looked at together.
const TOGETHER: usize = 500;

/// The families themselves, by id; restricted records are counted but not listed.
pub(crate) fn families(
    tx: &mut Tx,
    of: &NoContactOf,
    after: &str,
    rows: usize,
) -> Result<Vec<QuietFamily>> {
    Ok(page(tx, of, after, (rows, usize::MAX))?.0)
}

/// The same, with where to go on; no more members than `most` are looked at, so that a page may hold
/// few families and yet not be the last.
pub(crate) fn page(
    tx: &mut Tx,
    of: &NoContactOf,
    after: &str,
    (rows, most): (usize, usize),
) -> Result<(Vec<QuietFamily>, Option<String>)> {
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let since = since(tx, of)?;
    let today = tx.today();
    let groups = match &of.group {
        Some(group) => {
            crate::families::groups::service::known_group(tx, group)?;
            store::groups(tx)?
        }
        None => HashMap::new(),
    };
    let in_group = |known: &QuietFamily| {
        of.group.as_ref().is_none_or(|group| {
            groups.get(&known.family_id).is_some_and(|stated| stated.contains(group))
        })
    };

    let (mut quiet, mut looked_at, mut after) = (Vec::new(), 0, after.to_owned());
    let next = loop {
        let together = i64::try_from(TOGETHER).unwrap_or(i64::MAX);
        let mut members = store::members(tx, centres.as_deref(), (&after, together))?;
        let (read, last) = (members.len(), members.last().map(|last| last.family_id.to_string()));
        let ids: Vec<FamilyId> = members.iter().map(|known| known.family_id.clone()).collect();
        add_contacts(&mut members, &store::last_contacts_of(tx, (since, today), &ids)?);
        members.retain(|known| !known.restricted && known.is_quiet(since) && in_group(known));
        quiet.extend(members);
        looked_at += read;
        if quiet.len() >= rows {
            let more = quiet.len() > rows || read == TOGETHER;
            quiet.truncate(rows);
            let last = quiet.last().map(|last: &QuietFamily| last.family_id.to_string());
            break last.filter(|_| more);
        }
        match last {
            Some(last) if read == TOGETHER => after = last,
            _ => break None,
        }
        if looked_at >= most {
            break Some(after);
        }
    };
    let ids: Vec<&FamilyId> = quiet.iter().map(|known| &known.family_id).collect();
    let mut to_ring = follow_up::service::to_ring(tx, &ids)?;
    for known in &mut quiet {
        known.to_ring = to_ring.remove(&known.family_id);
    }
    Ok((quiet, next))
}

fn since(tx: &mut Tx, of: &NoContactOf) -> Result<NaiveDate> {
    let today = tx.today();
    let months = reports::service::months(of.months)?;
    Ok(today.checked_sub_months(Months::new(months)).unwrap_or(today))
}

fn facts(tx: &mut Tx, of: &NoContactOf) -> Result<NoContactFacts> {
    let centres = reports::service::centres(tx, of.centre_id.as_ref())?;
    let today = tx.today();
    let months = reports::service::months(of.months)?;
    let since = since(tx, of)?;
    let groups = store::groups(tx)?;
    let mut members = store::members(tx, centres.as_deref(), ("", i64::MAX))?;
    if let Some(group) = &of.group {
        crate::families::groups::service::known_group(tx, group)?;
        members.retain(|known| {
            groups.get(&known.family_id).is_some_and(|stated| stated.contains(group))
        });
    }
    add_contacts(&mut members, &store::last_contacts(tx, since, today)?);
    Ok(NoContactFacts { months, since, members, groups })
}
