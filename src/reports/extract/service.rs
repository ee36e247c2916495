//! Taking an extract: the children of the reach report, each under a pseudonym unique to this
//! extract.

use super::row::{ExtractPurpose, Row};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::within_years;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, ExtractId};
use crate::db::Tx;
use crate::reach::settings::AgeBands;
use crate::reports::reach::asked::Asked;
use crate::reports::reach::count::Counted;
use crate::reports::reach::ground::Spot;
use crate::reports::reach::plan::Plan;
use crate::reports::reach::recipient_service::sensitive;
use crate::reports::reach::rows_service::secret;
use crate::reports::reach::service::{Made, plan};
use chrono::NaiveDate;
use serde_json::json;
use std::collections::{BTreeSet, HashSet};

/// An extract that was taken.
#[derive(Clone, Debug)]
pub struct Take {
    pub purpose: ExtractPurpose,
    pub centre: Option<CentreId>,
    /// `None`: today.
    pub as_at: Option<NaiveDate>,
}

pub struct Extract {
    pub as_at: NaiveDate,
    pub bands: AgeBands,
    /// Ordered by pseudonym, so the order reveals nothing.
    pub rows: Vec<Row>,
}

pub fn take(tx: &mut Tx, take: &Take) -> Result<Extract, Fault> {
    let scope = take.centre.as_ref().map_or_else(Scope::organisation, Scope::centre);
    tx.allow(Act::TakeExtract, &scope, "extract")?;
    take.as_at.map(|day| within_years("/as_at", day)).transpose()?;

    let by = Some(Vec::new());
    let asked = Asked { centre: take.centre.clone(), as_at: take.as_at, by, ..Asked::default() };
    let plan = plan(tx, &asked)?;
    let made = Made::of(tx, &plan)?;
    let count = made.count(&plan);
    let all: Vec<&Counted> = count.children.iter().collect();
    let secret = secret(tx, &all)?;
    let sensitive = sensitive(tx)?;
    let id = ExtractId::new();
    let mut rows = Vec::new();
    for child in all.into_iter().filter(|child| is_in(child, &secret)) {
        let hash = tx.keyed_hash(&format!("extract:{id}"), child.child.latest.child.as_str())?;
        // A spreadsheet takes text that starts with a minus for a formula.
        let pseudonym = format!("p{hash}");
        rows.push(Row { pseudonym, ..row(child, &made, &plan, &sensitive) });
    }
    rows.sort_by(|one, other| one.pseudonym.cmp(&other.pseudonym));

    let detail = json!({
        "purpose": take.purpose,
        "centre_id": take.centre,
        "as_at": plan.as_at,
        "rows": rows.len(),
    });
    tx.audit(Event::TakeExtract, id.as_str(), detail)?;
    Ok(Extract { as_at: plan.as_at, bands: plan.age_bands, rows })
}

fn is_in(child: &Counted, secret: &HashSet<ChildId>) -> bool {
    let is_known = child.judged.member || child.judged.listed || child.judged.seen;
    is_known && !secret.contains(&child.child.latest.child)
}

fn row(child: &Counted, made: &Made, plan: &Plan, sensitive: &BTreeSet<String>) -> Row {
    let lsoa = match child.spot {
        Spot::Lsoa(at) => made.ground.lsoas.get(at).map(|figure| figure.code.to_string()),
        Spot::Home | Spot::Outside(_) => None,
    };
    let groups = child
        .groups
        .iter()
        .filter_map(|at| made.records.histories.groups.list.get(usize::from(*at)));
    let groups = groups.map(|group| group.code.clone());
    let is_covered = plan.is_covered(made.ground.begins());
    Row {
        pseudonym: String::new(),
        age_months: child.age_months,
        lsoa,
        decile: made.ground.decile(child.spot),
        membership: match (child.judged.member, child.judged.listed) {
            (_, true) => "listed",
            (true, false) => "member",
            (false, false) => "none",
        },
        seen: child.judged.seen,
        days: child.met.days,
        direct: is_covered && child.judged.contact.direct,
        universal: is_covered && child.judged.contact.universal.is_some(),
        groups: groups.filter(|code| !sensitive.contains(code)).collect(),
    }
}
