//! Processes one line of a feed of families, in one transaction: checks whether the family is known
//! or opted out, then creates and lists it, or adds what is new. A feed never changes what a family
//! or staff said.

pub(crate) mod plan;
pub(crate) mod run;
pub(crate) mod runs;
pub(crate) mod sender;
pub(crate) mod subject;

use super::entry::{self, ContactReach, FeedEntry, UnfitEntry};
use super::fields::{self, FeedColumns, Field};
use super::mapping::Mapping;
use super::matching::{Elsewhere, MatchDecision, SeenRecord, same_child};
use super::telling::service::welcome;
use super::{FeedKind, Outcome, store};
use crate::areas;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId, FeedRunId};
use crate::db::Tx;
use crate::families::add::{AddCarer, AddChild, AddFamily};
use crate::families::duplicates::store as duplicates;
use crate::families::likeness::{self, LikenessFacts};
use crate::families::service::children;
use crate::families::store::{Described, tasks};
use crate::families::{self, Family, FirstContact, TaskKind, first_contact, suppression};
use crate::membership::{Standing, service as membership, store as memberships};
use crate::partners::agreements::{AgreementPurpose, Item};
use csv::StringRecord;
use serde_json::json;
use subject::{Became, FeedPlan, Subject};

/// Feeds of families.
#[derive(Clone, Copy)]
pub(crate) struct Families;

impl Subject for Families {
    type Entry = FeedEntry;
    type Seen = SeenRecord;

    fn kind(&self) -> FeedKind {
        FeedKind::Families
    }

    fn purpose(&self) -> AgreementPurpose {
        AgreementPurpose::Membership
    }

    fn columns(
        &self,
        headings: &[String],
        mapping: &Mapping,
        items: Option<&[Item]>,
    ) -> Result<FeedColumns> {
        fields::columns(headings, mapping, items)
    }

    fn read(&self, plan: &FeedPlan, cells: &StringRecord) -> Result<FeedEntry, UnfitEntry> {
        // A partner's list covers families it meets now; an old system's list has registration
        // dates.
        let is_past = plan.partner.is_none() && plan.columns.has(&[Field::RegisteredOn]);
        let reach = if is_past { ContactReach::Past } else { ContactReach::Served };
        let entry = entry::read(&plan.columns, cells, plan.today, reach)?;
        let registered_on = entry.registered_on.filter(|_| reach == ContactReach::Past);
        Ok(FeedEntry { registered_on, ..entry })
    }

    fn work_off(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        run: &FeedRunId,
        entry: &FeedEntry,
    ) -> Result<Became> {
        let decision = decide(tx, plan, Some(run), entry)?;
        let family = carry_out(tx, plan, run, entry, &decision)?;
        let outcome = match (&decision, family) {
            // Created, and on the list of possible duplicates.
            (MatchDecision::Make, Some(family)) if duplicates::is_in_a_pair(tx, &family)? => {
                Outcome::Proposed
            }
            _ => decision.outcome(),
        };
        Ok((outcome, None))
    }

    fn try_out(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        seen: &mut SeenRecord,
        entry: &FeedEntry,
    ) -> Result<Became> {
        let decision = decide(tx, plan, None, entry)?;
        let outcome = seen.after(entry, &decision);
        if outcome != Outcome::Suppressed {
            seen.note(entry);
        }
        Ok((outcome, None))
    }
}

/// What to do with a row. Reads only.
pub(crate) fn decide(
    tx: &mut Tx,
    plan: &FeedPlan,
    run: Option<&FeedRunId>,
    entry: &FeedEntry,
) -> Result<MatchDecision> {
    // Exactly the same row was sent before: it still matches, wherever the family is now.
    let mark = tx.keyed_hash("feed", &entry.fingerprint())?;
    if let Some(family) = store::family_of(tx, plan.source(), &mark)? {
        return known_family(tx, entry, &family, None, Elsewhere::No);
    }
    if let Some((family, child)) = exact(tx, entry)? {
        return known_family(tx, entry, &family, Some(child), Elsewhere::Ask);
    }
    if let Some(known) = first_contact::service::known(tx, &to_add(plan, entry))? {
        let child = known.children.into_iter().flatten().next();
        return known_family(tx, entry, &known.household.family.id, child, Elsewhere::Ask);
    }
    if let Some(family) = of_the_sender(tx, plan, run, entry)? {
        let family = standing(tx, &family)?;
        let children = families::store::children_of(tx, &family.id)?;
        if children.iter().any(|child| is_nearly(entry, child)) {
            // A brother or sister has another birth date or a completely different name.
            return Ok(MatchDecision::Make);
        }
        return match may_be_told(tx, &family)? {
            true if !family.restricted => Ok(MatchDecision::AddChild(family.id)),
            true => Ok(MatchDecision::Known { family: family.id, elsewhere: Elsewhere::No }),
            false => Ok(MatchDecision::LeaveAlone),
        };
    }
    match suppression::service::is_suppressed(tx, &to_add(plan, entry))? {
        true => Ok(MatchDecision::LeaveAlone),
        false => Ok(MatchDecision::Make),
    }
}

/// An exact match of family and child; if the child has two homes, the one at the given postcode.
fn exact(tx: &mut Tx, entry: &FeedEntry) -> Result<Option<(FamilyId, ChildId)>> {
    let name = crate::base::text::sort_name(&entry.child_name);
    let described = Described {
        postcode: entry.postcode.as_deref(),
        sort_name: &name,
        born_on: entry.born_on(),
        nhs_number: entry.nhs_number.as_deref(),
    };
    let mut found = Vec::new();
    for (family, child) in families::store::exact(tx, &described)? {
        let family = standing(tx, &family)?;
        let children = families::store::children_of(tx, &family.id)?;
        let is_same = same_child(entry, &children).is_some_and(|same| same.id == child);
        if is_same && !family.guest && family.erased_at.is_none() {
            found.push((family, child));
        }
    }
    let at_postcode = found.iter().position(|(family, _)| family.postcode == entry.postcode);
    let best = at_postcode.unwrap_or(0);
    Ok(found.into_iter().nth(best).map(|(family, child)| (family.id, child)))
}

/// A match by an old system's family number, or by an earlier row with the same adult at the same
/// place: a brother or sister.
fn of_the_sender(
    tx: &mut Tx,
    plan: &FeedPlan,
    run: Option<&FeedRunId>,
    entry: &FeedEntry,
) -> Result<Option<FamilyId>> {
    if let Some(reference) = &entry.reference
        && let Some(family) = store::family_of(tx, plan.source(), &numbered(reference))?
    {
        return Ok(Some(family));
    }
    let (Some(run), Some(household)) = (run, entry.household()) else { return Ok(None) };
    let mark = tx.keyed_hash("feed", &household)?;
    store::family_of(tx, run.as_str(), &mark)
}

/// Whether a child is a near match for a row.
fn is_nearly(entry: &FeedEntry, child: &families::Child) -> bool {
    let (born_on, is_month, due_on) = entry.birth.columns();
    let told = LikenessFacts {
        name: Some(&entry.child_name),
        born_on: born_on.filter(|_| !is_month),
        born_in: born_on.filter(|_| is_month),
        due_on,
        nhs_number: entry.nhs_number.as_deref(),
        postcode: None,
    };
    likeness::in_one_household(told, LikenessFacts::of(child, None)).is_some()
}

/// The stored form of an old system's family number.
pub(crate) fn numbered(reference: &str) -> String {
    format!("number {}", reference.to_uppercase())
}

fn known_family(
    tx: &mut Tx,
    entry: &FeedEntry,
    family: &FamilyId,
    child: Option<ChildId>,
    elsewhere: Elsewhere,
) -> Result<MatchDecision> {
    let family = standing(tx, family)?;
    if !may_be_told(tx, &family)? {
        return Ok(MatchDecision::LeaveAlone);
    }
    let unchanged = |elsewhere| MatchDecision::Known { family: family.id.clone(), elsewhere };
    if family.restricted || family.unsafe_address {
        return Ok(unchanged(Elsewhere::No));
    }
    let Some(child) = child else { return Ok(unchanged(Elsewhere::No)) };
    let homes = families::store::families_of(tx, std::slice::from_ref(&child))?.len();
    let moved = entry.postcode.is_some() && family.postcode != entry.postcode && homes == 1;
    let children = families::store::children_of(tx, &family.id)?;
    let unnumbered = children.iter().any(|one| one.id == child && one.nhs_number.is_none());
    if moved && elsewhere == Elsewhere::Ask {
        Ok(unchanged(Elsewhere::Ask))
    } else if unnumbered && entry.nhs_number.is_some() {
        Ok(MatchDecision::FillNumber { family: family.id, child })
    } else {
        Ok(unchanged(Elsewhere::No))
    }
}

/// A family's current record: itself, or the one it was merged into.
pub(crate) fn standing(tx: &mut Tx, id: &FamilyId) -> Result<Family> {
    let kept = families::store::kept(tx, id)?;
    families::store::family(tx, &kept)
}

/// False for a family that opted out.
pub(crate) fn may_be_told(tx: &mut Tx, family: &Family) -> Result<bool> {
    let membership = memberships::of_family(tx, &family.id)?;
    Ok(membership.is_none_or(|one| one.status != Standing::OptedOut))
}

fn carry_out(
    tx: &mut Tx,
    plan: &FeedPlan,
    run: &FeedRunId,
    entry: &FeedEntry,
    decision: &MatchDecision,
) -> Result<Option<FamilyId>> {
    let family = match decision {
        MatchDecision::LeaveAlone => return Ok(None),
        MatchDecision::Make => make(tx, plan, run, entry)?,
        MatchDecision::AddChild(family) => {
            add_child(tx, plan, family, entry)?;
            family.clone()
        }
        MatchDecision::FillNumber { family, child } => {
            let number = entry.nhs_number.as_deref().unwrap_or_default();
            store::fill_nhs_number(tx, child, number)?;
            tx.audit(Event::FillNhsNumber, family.as_str(), json!({ "feed": run }))?;
            family.clone()
        }
        MatchDecision::Known { family, elsewhere } => {
            if *elsewhere == Elsewhere::Ask {
                let family = families::store::family(tx, family)?;
                let detail = "A partner gave another postcode. Ask the family where it lives.";
                tasks::add(tx, TaskKind::AddressDiffers, &family, detail)?;
            }
            family.clone()
        }
    };
    remember(tx, plan, run, entry, &family)?;
    Ok(Some(family))
}

/// Remembers the family, so that the same row, the same number, and a sibling in this file are
/// recognised.
fn remember(
    tx: &mut Tx,
    plan: &FeedPlan,
    run: &FeedRunId,
    entry: &FeedEntry,
    family: &FamilyId,
) -> Result<()> {
    let row = tx.keyed_hash("feed", &entry.fingerprint())?;
    store::add_reference(tx, plan.source(), &row, family)?;
    if let Some(reference) = &entry.reference {
        store::add_reference(tx, plan.source(), &numbered(reference), family)?;
    }
    if let Some(household) = entry.household() {
        let household = tx.keyed_hash("feed", &household)?;
        store::add_reference(tx, run.as_str(), &household, family)?;
    }
    Ok(())
}

fn make(tx: &mut Tx, plan: &FeedPlan, run: &FeedRunId, entry: &FeedEntry) -> Result<FamilyId> {
    let centre = home_centre(tx, plan, entry)?;
    let household = families::service::insert(tx, &to_add(plan, entry), centre)?;
    let id = household.family.id.clone();
    tx.audit(Event::AddFamily, id.as_str(), json!({ "feed": run }))?;
    let membership = membership::list(tx, &household, entry.registered_on)?;
    if let Some(listed) = membership.filter(|one| one.status == Standing::Listed) {
        welcome(tx, &household, &listed, plan.partner.as_ref())?;
    }
    Ok(id)
}

/// The centre of the postcode, else of the old system's number, else of the feed.
fn home_centre(tx: &mut Tx, plan: &FeedPlan, entry: &FeedEntry) -> Result<Option<CentreId>> {
    if let Some(postcode) = &entry.postcode
        && let Some(centre) = areas::service::home_centre(tx, postcode)?
    {
        return Ok(Some(centre));
    }
    let by_number = entry.reference.as_deref().and_then(|number| plan.mapping.centre(number));
    Ok(by_number.or(plan.centre.as_ref()).cloned())
}

fn add_child(tx: &mut Tx, plan: &FeedPlan, family: &FamilyId, entry: &FeedEntry) -> Result<()> {
    let before = memberships::of_family(tx, family)?.map(|one| one.status);
    let number = entry.nhs_number.as_deref();
    let child = children::add(tx, family, &entry.child_name, entry.birth, number)?;
    let household = families::store::household(tx, family)?;
    families::search::service::index(tx, &household)?;
    families::duplicates::service::note::note(tx, &household)?;
    let membership = membership::list(tx, &household, entry.registered_on)?;
    let is_listed = |status: Standing| status == Standing::Listed;
    if let Some(listed) = membership.filter(|one| is_listed(one.status))
        && !before.is_some_and(is_listed)
    {
        welcome(tx, &household, &listed, plan.partner.as_ref())?;
    }
    tx.audit(Event::AddChild, child.as_str(), json!({}))
}

fn to_add(plan: &FeedPlan, entry: &FeedEntry) -> AddFamily {
    let carer = AddCarer {
        name: entry.carer_name.clone(),
        email: entry.email.clone(),
        phone: entry.phone.clone(),
        answers: entry.answers.clone(),
        ..AddCarer::default()
    };
    AddFamily {
        carers: vec![carer],
        children: vec![AddChild::New {
            name: entry.child_name.clone(),
            birth: entry.birth,
            nhs_number: entry.nhs_number.clone(),
            answers: Vec::new(),
        }],
        postcode: entry.postcode.clone(),
        postcode_reason: entry.postcode_reason,
        address: entry.address.clone(),
        channel: FirstContact::Feed,
        guest: false,
        centre_id: plan.centre.clone(),
        target_groups: Vec::new(),
    }
}
