//! What can be done with family records: made by staff or a professional who meets them, opened
//! (always logged), changed. Groups are stated by staff here, by professionals on a referral.

use super::groups::TargetGroup;
use super::{Carer, Child, Family, Household, store};
use crate::access::{Act, Scope};
use crate::db::Tx;
use crate::fault::{Code, Fault, version_conflict};
use crate::id::{CarerId, CentreId, ChildId, FamilyId};
use crate::moment::Moment;
use crate::text::sort_name;
use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

#[derive(Clone, Debug)]
pub struct AddCarer {
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub mail_allowed: bool,
}

#[derive(Clone, Debug)]
pub enum AddChild {
    /// A child already known, who lives in this family too.
    Known(ChildId),
    New {
        name: String,
        birth: Birth,
    },
}

#[derive(Clone, Copy, Debug)]
pub enum Birth {
    Born(NaiveDate),
    /// Known to the month.
    BornIn(NaiveDate),
    Due(NaiveDate),
}

#[derive(Clone, Debug)]
pub struct AddFamily {
    pub carers: Vec<AddCarer>,
    pub children: Vec<AddChild>,
    pub postcode: Option<String>,
    pub centre_id: Option<CentreId>,
    pub target_groups: Vec<String>,
}

pub fn add(tx: &mut Tx, add: &AddFamily) -> Result<Household, Fault> {
    let centre = home_centre(tx, add);
    let scope = centre.as_ref().map_or_else(Scope::organisation, Scope::centre);
    tx.allow(Act::MakeFamily, &scope, "centre")?;
    if let Some(centre) = &centre {
        crate::centres::store::centre(tx, centre)?;
    }
    if !add.target_groups.is_empty() {
        tx.allow(Act::StateGroups, &scope, "centre")?;
    }

    let household = insert(tx, add, centre)?;
    for code in &add.target_groups {
        state(tx, &household.family.id, code)?;
    }
    tx.audit("add_family", "family", household.family.id.as_str(), json!({}))?;
    Ok(household)
}

/// Without the question who may: `bookings` asks it for a referral of a new family.
pub fn insert(tx: &mut Tx, add: &AddFamily, centre: Option<CentreId>) -> Result<Household, Fault> {
    let now = tx.now();
    let actor = tx.actor().clone();
    let family = Family {
        id: FamilyId::new(),
        centre_id: centre,
        postcode: add.postcode.clone(),
        made_by: actor.account_id,
        partner_id: actor.partner_id,
        team: actor.team,
        touched: 0,
        version: 1,
        created_at: now,
    };
    let carers = add.carers.iter().zip(0..).map(|(carer, at)| carer_row(&family.id, carer, at));
    let mut household = Household { carers: carers.collect(), family, children: Vec::new() };
    store::add(tx, &household)?;
    for (child, position) in add.children.iter().zip(0..) {
        let child = child_row(tx, child, now)?;
        store::join_child(tx, &household.family.id, &child.id, position)?;
        household.children.push(child);
    }
    Ok(household)
}

fn carer_row(family: &FamilyId, carer: &AddCarer, position: i32) -> Carer {
    Carer {
        id: CarerId::new(),
        family_id: family.clone(),
        position,
        name: carer.name.clone(),
        email: carer.email.clone(),
        phone: carer.phone.clone(),
        mail_allowed: carer.mail_allowed,
    }
}

fn child_row(tx: &mut Tx, child: &AddChild, now: Moment) -> Result<Child, Fault> {
    match child {
        AddChild::Known(id) => {
            let known = store::child(tx, id)?.ok_or_else(|| Fault::not_found("child"))?;
            allow_sharing(tx, id)?;
            Ok(known)
        }
        AddChild::New { name, birth } => {
            let child = new_child(name, *birth, now);
            store::add_child(tx, &child)?;
            Ok(child)
        }
    }
}

/// Whoever puts a known child into another family may change one it lives in already.
fn allow_sharing(tx: &mut Tx, child: &ChildId) -> Result<(), Fault> {
    for id in store::families_of(tx, std::slice::from_ref(child))? {
        let family = store::family(tx, &id)?;
        let scope = scope_of(tx, &family)?;
        if tx.actor().may(Act::ChangeFamily, &scope) {
            return Ok(());
        }
    }
    Err(Fault::not_found("child"))
}

fn new_child(name: &str, birth: Birth, now: Moment) -> Child {
    let (born_on, born_month_only, due_on) = match birth {
        Birth::Born(day) => (Some(day), false, None),
        Birth::BornIn(month) => (Some(month), true, None),
        Birth::Due(day) => (None, false, Some(day)),
    };
    Child {
        id: ChildId::new(),
        name: name.to_owned(),
        sort_name: sort_name(name),
        born_on,
        born_month_only,
        due_on,
        created_at: now,
    }
}

/// The one that was named, else the creator's.
fn home_centre(tx: &Tx, add: &AddFamily) -> Option<CentreId> {
    let own = tx.actor().roles.iter().find_map(|held| held.centre.clone());
    add.centre_id.clone().or(own)
}

/// Opens a family's file; the opening is logged.
pub fn open(tx: &mut Tx, id: &FamilyId) -> Result<Household, Fault> {
    let household = store::household(tx, id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(Act::SeeFamily, &scope, "family")?;
    tx.audit("open_family", "family", id.as_str(), json!({}))?;
    Ok(household)
}

/// Where a family stands for the policy: its centres, itself, and the team that met it.
pub fn scope_of(tx: &mut Tx, family: &Family) -> Result<Scope, Fault> {
    let since = tx.now() - TimeDelta::days(365);
    let centres = store::centres_of(tx, family, since)?;
    let scope = Scope { centres, ..Scope::default() };
    Ok(scope.family(&family.id).team(family.partner_id.as_ref(), family.team.as_deref()))
}

/// What may be changed of a family; `None` stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub postcode: Option<Option<String>>,
    pub carers: Option<Vec<(Option<CarerId>, AddCarer)>>,
    pub children: Option<Vec<(Option<ChildId>, String, Birth)>>,
}

/// Changes a family; gives the household as it now is, and whether a birth date changed.
pub fn change(
    tx: &mut Tx,
    id: &FamilyId,
    version: i64,
    change: &Change,
) -> Result<(Household, Vec<ChildId>), Fault> {
    store::lock(tx, std::slice::from_ref(id))?;
    let before = store::household(tx, id)?;
    let scope = scope_of(tx, &before.family)?;
    tx.allow(Act::ChangeFamily, &scope, "family")?;
    if before.family.version != version {
        return Err(version_conflict());
    }

    let postcode = change.postcode.clone().unwrap_or(before.family.postcode.clone());
    store::save_postcode(tx, id, postcode.as_deref(), before.family.centre_id.as_ref())?;
    for (known, carer) in change.carers.iter().flatten() {
        change_carer(tx, &before, known.as_ref(), carer)?;
    }
    let mut births = Vec::new();
    for (known, name, birth) in change.children.iter().flatten() {
        births.extend(change_child(tx, &before, known.as_ref(), name, *birth)?);
    }
    tx.audit("change_family", "family", id.as_str(), json!({}))?;
    Ok((store::household(tx, id)?, births))
}

fn change_carer(
    tx: &mut Tx,
    before: &Household,
    known: Option<&CarerId>,
    carer: &AddCarer,
) -> Result<(), Fault> {
    let next = before.carers.iter().map(|carer| carer.position + 1).max().unwrap_or(0);
    match known {
        None => store::add_carer(tx, &carer_row(&before.family.id, carer, next)),
        Some(id) => {
            let old = before.carers.iter().find(|carer| carer.id == *id);
            let old = old.ok_or_else(|| Fault::not_found("carer"))?;
            let mut row = carer_row(&before.family.id, carer, old.position);
            row.id = id.clone();
            store::save_carer(tx, &row)
        }
    }
}

fn change_child(
    tx: &mut Tx,
    before: &Household,
    known: Option<&ChildId>,
    name: &str,
    birth: Birth,
) -> Result<Option<ChildId>, Fault> {
    let mut row = new_child(name, birth, tx.now());
    let Some(id) = known else {
        store::add_child(tx, &row)?;
        let position = i32::try_from(before.children.len()).unwrap_or(i32::MAX);
        store::join_child(tx, &before.family.id, &row.id, position)?;
        return Ok(None);
    };
    let old = before.children.iter().find(|child| child.id == *id);
    let old = old.ok_or_else(|| Fault::not_found("child"))?;
    row.id = id.clone();
    store::save_birth(tx, &row)?;
    let moved = (old.born(), old.due_on) != (row.born(), row.due_on);
    Ok(moved.then(|| id.clone()))
}

/// States a group of a family, as staff.
pub fn state(tx: &mut Tx, id: &FamilyId, code: &str) -> Result<(), Fault> {
    let family = store::family(tx, id)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::StateGroups, &scope, "family")?;
    known_group(tx, code)?;
    let stated = store::stated(tx, id)?;
    if stated.iter().any(|(known, partner)| known == code && partner.is_none()) {
        return Ok(());
    }

    let at = tx.now();
    let by = tx.actor().account_id.as_ref().map(ToString::to_string).unwrap_or_default();
    store::state(tx, &store::Statement { family: id, code, stated_by: &by, partner: None, at })?;
    tx.audit("state_group", "family", id.as_str(), json!({ "group": code }))
}

/// Ends what staff stated.
pub fn end_statement(tx: &mut Tx, id: &FamilyId, code: &str) -> Result<(), Fault> {
    let family = store::family(tx, id)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::StateGroups, &scope, "family")?;

    let at = tx.now();
    store::end_statement(tx, id, code, at)?;
    tx.audit("end_group", "family", id.as_str(), json!({ "group": code }))
}

pub fn known_group(tx: &mut Tx, code: &str) -> Result<TargetGroup, Fault> {
    let groups = store::groups(tx)?;
    let known: Vec<&str> = groups.iter().map(|group| group.code.as_str()).collect();
    let unknown =
        Fault::invalid("/target_groups", format!("\"{code}\" is none of: {}.", known.join(", ")));
    groups.iter().find(|group| group.code == code).cloned().ok_or(unknown)
}

pub struct ChangeGroup {
    pub gives_priority: Option<bool>,
    pub counts_for_reach: Option<bool>,
    pub priority_reason: Option<String>,
    pub priority_review_on: Option<NaiveDate>,
}

/// Switches what a group does. Priority for a protected characteristic needs why and until when.
pub fn change_group(tx: &mut Tx, code: &str, change: &ChangeGroup) -> Result<TargetGroup, Fault> {
    tx.allow(Act::ManageTargetGroups, &Scope::organisation(), "target group")?;
    let groups = store::groups(tx)?;
    let group = groups.into_iter().find(|group| group.code == code);
    let mut group = group.ok_or_else(|| Fault::not_found("target group"))?;

    group.gives_priority = change.gives_priority.unwrap_or(group.gives_priority);
    group.counts_for_reach = change.counts_for_reach.unwrap_or(group.counts_for_reach);
    group.priority_reason = change.priority_reason.clone().or(group.priority_reason);
    group.priority_review_on = change.priority_review_on.or(group.priority_review_on);
    let explained = group.priority_reason.is_some() && group.priority_review_on.is_some();
    if group.protected && group.gives_priority && !explained {
        return Err(Fault::new(
            Code::ReasonNeeded,
            "Priority for a protected characteristic needs priority_reason and priority_review_on.",
        ));
    }
    store::save_group(tx, &group)?;
    tx.audit(
        "change_group",
        "target_group",
        code,
        json!({ "gives_priority": group.gives_priority }),
    )?;
    Ok(group)
}
