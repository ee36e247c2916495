//! The children behind a figure, for callers with access to all the report's centres. Restricted
//! families are in the figures but never listed, nor are children in a group stated only by an
//! agency. A child is named only if the caller may open the family's record. Opening a figure is
//! logged.

use super::made::ReachMade;
use super::plan;
use crate::access::Act;
use crate::areas::place::Bucket;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families;
use crate::families::groups::StatedOf;
use crate::families::service::booked_since;
use crate::reach::facts::PlaceKnown;
use crate::reports::reach::asked::ReachRequest;
use crate::reports::reach::count::ReachCounts;
use crate::reports::reach::ground::Spot;
use crate::reports::reach::plan::ReachPlan;
use crate::reports::reach::quality::{self, Missing};
use crate::reports::reach::report::ReachBy;
use crate::reports::reach::store::records as store;
use crate::reports::reach::store::rows;
use crate::reports::reach::tally::Judged;
use chrono::NaiveDate;
use serde_json::json;
use std::collections::HashSet;

pub struct BehindRow {
    pub child: ChildId,
    pub family: Option<FamilyId>,
    pub name: Option<String>,
    pub age_months: u32,
    pub centre: Option<CentreId>,
    pub lsoa: Option<String>,
    pub judged: Judged,
    pub days: usize,
    pub first_day: Option<NaiveDate>,
}

/// A figure: the line and the measure, or what is missing.
struct DrillDownCell<'a> {
    missing: Option<Missing>,
    table: &'a str,
    key: &'a str,
    measure: fn(&Judged) -> bool,
}

/// The children behind one figure of the report, by id.
pub fn behind(tx: &mut Tx, asked: &ReachRequest, cell: &str) -> Result<Vec<BehindRow>, Fault> {
    let wanted = DrillDownCell::parse(cell)?;
    let split = ReachBy::parse(wanted.table);
    let asked = ReachRequest { by: Some(split.into_iter().collect()), ..asked.clone() };
    let plan = plan(tx, &asked)?;
    allow(tx, &plan)?;

    let made = ReachMade::of(tx, &plan)?;
    let count = made.count(&plan);
    let lines = made.lines(&plan, &count);
    let found = count.children.iter().filter(|one| match wanted.missing {
        Some(missing) => quality::holds(&plan, &made.ground, missing, one),
        None => {
            lines.holds(wanted.table, wanted.key, one)
                && (wanted.measure)(&lines.judged_in(split, wanted.key, one))
        }
    });
    let found: Vec<&ReachCounts> = found.collect();
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
        days: one.met.days,
        child: one.child.latest.child.clone(),
        family: one.child.lived.family.clone(),
        age_months: one.age_months,
        centre: one.child.lived.centre.clone(),
        lsoa: match one.spot {
            Spot::Lsoa(_) => one.child.lived.lsoa.as_deref().map(str::to_owned),
            Spot::Home | Spot::Outside(_) => None,
        },
        judged: one.judged,
        first_day: one.met.first_day,
    };
    let rows: Vec<BehindRow> = open.into_iter().map(row).collect();
    let detail = json!({ "cell": cell, "as_at": plan.as_at, "rows": rows.len() });
    let of = plan.named.as_ref().map_or("all", CentreId::as_str);
    let families: Vec<FamilyId> = rows.iter().filter_map(|row| row.family.clone()).collect();
    tx.audit_families(Event::SeeReachRows, of, &families, detail)?;
    Ok(rows)
}

/// Whether the caller may open the figures of a report.
pub fn opens(tx: &mut Tx, asked: &ReachRequest) -> Result<bool, Fault> {
    let plan = plan(tx, asked)?;
    Ok(allow(tx, &plan).is_ok())
}

/// Children that no list may show: those who live in a restricted household now, or whose household
/// is or was restricted.
pub fn secret(tx: &mut Tx, of: &[&ReachCounts]) -> Result<HashSet<ChildId>, Fault> {
    let lived: Vec<&FamilyId> =
        of.iter().filter_map(|one| one.child.lived.family.as_ref()).collect();
    let restricted = store::restricted(tx, &lived)?;
    let all: Vec<&ChildId> = of.iter().map(|one| &one.child.latest.child).collect();
    let mut secret = rows::secret(tx, &all)?;
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
) -> Result<HashSet<ChildId>, Fault> {
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
    let stated = rows::stated(tx, (group, as_at), &all)?;
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
fn allow(tx: &mut Tx, plan: &ReachPlan) -> Result<(), Fault> {
    tx.actor().allow_ever(Act::SeeReachRows)?;
    let Some(own) = tx.actor().reach(Act::SeeReachRows).centres() else { return Ok(()) };
    match &plan.centres {
        Some(centres) if centres.iter().all(|centre| own.contains(centre)) => Ok(()),
        _ => Err(Fault::invalid("/centre_id", "Name one of your own centres.")),
    }
}

impl DrillDownCell<'_> {
    fn parse(text: &str) -> Result<DrillDownCell<'_>, Fault> {
        let wrong = || {
            let detail =
                "Use a table, a key and a measure, such as area.E01006074.seen or whole.seen.";
            Fault::invalid("/cell", detail)
        };
        let (line, measure) = text.rsplit_once('.').ok_or_else(wrong)?;
        let (table, key) = line.split_once('.').unwrap_or((line, ""));
        if table == "quality" {
            let missing = Some(Missing::parse(measure).ok_or_else(wrong)?);
            return Ok(DrillDownCell { missing, table, key, measure: |_| true });
        }
        let measure: fn(&Judged) -> bool = match measure {
            "members" => |one| one.member,
            "listed" => |one| one.listed,
            "seen_here" => |one| one.seen_here,
            "seen" => |one| one.seen,
            "seen_new" => |one| one.seen_new,
            "sustained_direct" => |one| one.contact.direct,
            "sustained_universal" => |one| one.contact.universal.is_some(),
            "not_yet_evidenced" => |one| one.contact.not_yet_evidenced,
            "sustained" => |one| one.contact.together(),
            _ => return Err(wrong()),
        };
        let known =
            matches!(table, "whole" | "members" | "outside") || ReachBy::parse(table).is_some();
        if !known || (table == "outside" && Bucket::parse(key).is_none()) {
            return Err(wrong());
        }
        Ok(DrillDownCell { missing: None, table, key, measure })
    }
}
