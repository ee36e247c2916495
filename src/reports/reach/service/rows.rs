//! The children behind a figure, for callers with access to all the report's centres. Restricted
//! families are in the figures but never listed, nor are children in a group stated only by an
//! agency. A child is named only if the caller may open the family's record. Opening a figure is
//! logged.

use super::made::ReachMade;
use super::plan;
use crate::access::Act;
use crate::areas::place::Bucket;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families;
use crate::families::groups::StatedOf;
use crate::families::service::booked_since;
use crate::reach::facts::PlaceKnown;
use crate::reach::figure::Figure;
use crate::reports::reach::asked::ReachRequest;
use crate::reports::reach::count::ReachCounts;
use crate::reports::reach::ground::Spot;
use crate::reports::reach::plan::ReachPlan;
use crate::reports::reach::quality::{self, Missing};
use crate::reports::reach::report::ReachBy;
use crate::reports::reach::store;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;
use std::collections::HashSet;
use utoipa::ToSchema;

/// A child behind a figure.
#[derive(Serialize, ToSchema)]
#[schema(as = BehindOut)]
pub(crate) struct BehindRow {
    /// The child.
    pub child_id: ChildId,
    /// Its home household.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_id: Option<FamilyId>,
    /// Its name; left out if you may not open the family's record, or it was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Completed months on the report's day.
    pub age_months: u32,
    /// Its household's home centre.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// The LSOA it lived in, if in the area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lsoa: Option<String>,
    /// A member with a card.
    pub member: bool,
    /// Listed only.
    pub listed: bool,
    /// Distinct days of direct contact in the window.
    pub days: usize,
    /// The first direct contact ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_seen_on: Option<NaiveDate>,
    /// In sustained contact directly.
    pub sustained_direct: bool,
    /// In sustained contact through a universal service.
    pub sustained_universal: bool,
}

/// A figure: the line, and what is counted or missing in it.
struct DrillDownCell<'a> {
    table: &'a str,
    key: &'a str,
    wanted: Wanted,
}

enum Wanted {
    Counted(Figure),
    Missing(Missing),
}

/// The children behind one figure of the report, by id.
pub(crate) fn behind(tx: &mut Tx, asked: &ReachRequest, cell: &str) -> Result<Vec<BehindRow>> {
    let wanted = DrillDownCell::parse(cell)?;
    let split = ReachBy::parse(wanted.table);
    let asked = ReachRequest { by: Some(split.into_iter().collect()), ..asked.clone() };
    let plan = plan(tx, &asked)?;
    allow(tx, &plan)?;

    let made = ReachMade::of(tx, &plan)?;
    let count = made.count(&plan);
    let lines = made.lines(&plan, &count);
    let found: Vec<&ReachCounts> = match wanted.wanted {
        Wanted::Missing(missing) => {
            let holds = |one: &&ReachCounts| quality::holds(&plan, &made.ground, missing, one);
            count.children.iter().filter(holds).collect()
        }
        Wanted::Counted(figure) => {
            let of_line = lines.of_line(wanted.table, wanted.key).into_iter();
            of_line.filter(|(_, judged)| judged.is_in(figure)).map(|(one, _)| one).collect()
        }
    };
    let secret = secret(tx, &found)?;
    let untold = untold(tx, &made, &wanted, (plan.as_at, &found))?;
    let open: Vec<&ReachCounts> = found
        .into_iter()
        .filter(|one| !secret.contains(&one.child.latest.child))
        .filter(|one| !untold.contains(&one.child.latest.child))
        .collect();

    let (reach, since) = (tx.actor().reach(Act::SeeFamily), booked_since(tx));
    let own: Vec<&FamilyId> =
        open.iter().filter_map(|one| one.child.latest.family.as_ref()).collect();
    let openable = families::store::openable(tx, (&reach, since), &own)?;
    let named = open.iter().filter(|one| is_of(&openable, &one.child.latest.family));
    let named: Vec<ChildId> = named.map(|one| one.child.latest.child.clone()).collect();
    let names = store::names(tx, &named)?;
    let row = |one: &ReachCounts| BehindRow {
        name: names.get(&one.child.latest.child).filter(|name| !name.is_empty()).cloned(),
        child_id: one.child.latest.child.clone(),
        family_id: one.child.lived.family.clone(),
        age_months: one.age_months,
        centre_id: one.child.lived.centre.clone(),
        lsoa: match one.spot {
            Spot::Lsoa(_) => one.child.lived.lsoa.as_deref().map(str::to_owned),
            Spot::Home | Spot::Outside(_) => None,
        },
        member: one.judged.member,
        listed: one.judged.listed,
        days: one.met.days,
        first_seen_on: one.met.first_day,
        sustained_direct: one.judged.contact.direct,
        sustained_universal: one.judged.contact.universal.is_some(),
    };
    let rows: Vec<BehindRow> = open.into_iter().map(row).collect();
    let detail = json!({ "cell": cell, "as_at": plan.as_at, "rows": rows.len() });
    let of = plan.named.as_ref().map_or("all", CentreId::as_str);
    let families: Vec<FamilyId> = rows.iter().filter_map(|row| row.family_id.clone()).collect();
    tx.audit_families(Event::SeeReachRows, of, &families, detail)?;
    Ok(rows)
}

/// Whether the caller may open the figures of a report.
pub(crate) fn opens(tx: &mut Tx, asked: &ReachRequest) -> Result<bool> {
    let plan = plan(tx, asked)?;
    Ok(allow(tx, &plan).is_ok())
}

/// Children that no list may show: those who live in a restricted household now, or whose household
/// is or was restricted.
pub(crate) fn secret(tx: &mut Tx, of: &[&ReachCounts]) -> Result<HashSet<ChildId>> {
    let lived: Vec<&FamilyId> =
        of.iter().filter_map(|one| one.child.lived.family.as_ref()).collect();
    let restricted = store::restricted(tx, &lived)?;
    let all: Vec<&ChildId> = of.iter().map(|one| &one.child.latest.child).collect();
    let mut secret = store::secret(tx, &all)?;
    let is_kept = |one: &&&ReachCounts| {
        let lived = one.child.lived;
        let at_home = lived.family.as_ref().is_some_and(|id| restricted.contains(id));
        at_home || lived.place == PlaceKnown::Restricted
    };
    secret.extend(of.iter().filter(is_kept).map(|one| one.child.latest.child.clone()));
    Ok(secret)
}

/// Children who are, or may be, in a group only because an agency stated it, which is not shown to
/// others. Groups that are never derived are stated by staff or by an agency.
fn untold(
    tx: &mut Tx,
    made: &ReachMade,
    cell: &DrillDownCell,
    (as_at, found): (NaiveDate, &[&ReachCounts]),
) -> Result<HashSet<ChildId>> {
    let is_split = ReachBy::parse(cell.table) == Some(ReachBy::TargetGroup);
    let groups = &made.records.histories.groups.list;
    let Some(group) = groups.iter().find(|group| is_split && group.code == cell.key) else {
        return Ok(HashSet::new());
    };
    let of_whom = |one: &&ReachCounts| -> Vec<String> {
        let (latest, lived) = (one.child.latest, one.child.lived);
        match group.stated_of {
            StatedOf::Child => vec![latest.child.to_string()],
            StatedOf::Household => {
                let homes = [&latest.family, &lived.family].into_iter().flatten();
                homes.map(ToString::to_string).collect()
            }
        }
    };
    let all: HashSet<String> = found.iter().flat_map(of_whom).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let stated = store::stated(tx, (group, as_at), &all)?;
    let is_untold = |one: &&&ReachCounts| {
        let by = |set: &HashSet<String>| of_whom(one).iter().any(|id| set.contains(id));
        !by(&stated.staff) && (group.derived.is_none() || by(&stated.agencies))
    };
    Ok(found.iter().filter(is_untold).map(|one| one.child.latest.child.clone()).collect())
}

fn is_of(set: &HashSet<FamilyId>, family: &Option<FamilyId>) -> bool {
    family.as_ref().is_some_and(|id| set.contains(id))
}

/// Checks that the caller may see the rows of every centre in the report.
fn allow(tx: &mut Tx, plan: &ReachPlan) -> Result<()> {
    tx.actor().allow_ever(Act::SeeReachRows)?;
    let Some(own) = tx.actor().reach(Act::SeeReachRows).centres() else { return Ok(()) };
    match &plan.centres {
        Some(centres) if centres.iter().all(|centre| own.contains(centre)) => Ok(()),
        _ => Err(Fault::invalid("/centre_id", "Name one of your own centres.")),
    }
}

impl DrillDownCell<'_> {
    fn parse(text: &str) -> Result<DrillDownCell<'_>> {
        let wrong = || {
            let detail =
                "Use a table, a key and a measure, such as area.E01006074.seen or whole.seen.";
            Fault::invalid("/cell", detail)
        };
        let (line, measure) = text.rsplit_once('.').ok_or_else(wrong)?;
        let (table, key) = line.split_once('.').unwrap_or((line, ""));
        if table == "quality" {
            let wanted = Wanted::Missing(Missing::parse(measure).ok_or_else(wrong)?);
            return Ok(DrillDownCell { table, key, wanted });
        }
        let wanted = Wanted::Counted(Figure::parse(measure).ok_or_else(wrong)?);
        let known =
            matches!(table, "whole" | "members" | "outside") || ReachBy::parse(table).is_some();
        if !known || (table == "outside" && Bucket::parse(key).is_none()) {
            return Err(wrong());
        }
        Ok(DrillDownCell { table, key, wanted })
    }
}
