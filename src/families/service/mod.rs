//! Creating family records, by staff or a professional who meets the family, and opening them,
//! which is always logged.

pub(crate) mod change;
pub(crate) mod children;
pub(crate) mod scope;

use super::add::{AddCarer, AddChild, AddFamily, Birth};
use super::answers::service as answers;
use super::duplicates::service::note as duplicates;
use super::groups::service::write_statement;
use super::search::service::index;
use super::{Carer, Child, Family, FirstContact, Household, PostcodeReason, store, suppression};
use crate::access::service::feeds;
use crate::access::{Act, Scope};
use crate::areas;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, CentreId, ChildId, FamilyId};
use crate::base::language;
use crate::base::moment::Moment;
use crate::base::text::{phone_digits, sort_name};
use crate::db::Tx;
pub(crate) use scope::{allow, booked_since, lock_allowed, scope_of};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// Checks that this caller may create a record there; returns the caller's own centre.
pub(crate) fn allow_making(
    tx: &mut Tx,
    add: &AddFamily,
) -> Result<(Scope, Option<CentreId>, Option<CentreId>)> {
    let own = tx.actor().roles.iter().find_map(|held| held.centre.clone());
    let at = add.centre_id.clone().or(own.clone());
    let scope = at.as_ref().map_or_else(Scope::organisation, Scope::centre);
    tx.allow(Act::MakeFamily, &scope, "centre")?;
    Ok((scope, at, own))
}

pub(crate) fn add(tx: &mut Tx, add: &AddFamily) -> Result<Household> {
    let (scope, at, own) = allow_making(tx, add)?;
    if let Some(centre) = &at {
        crate::centres::store::centre(tx, centre)?;
    }
    if !add.target_groups.is_empty() {
        tx.allow(Act::StateGroups, &scope, "centre")?;
    }
    if !add.guest {
        suppression::service::refuse_suppressed(tx, add)?;
    }

    let household = insert(tx, add, own)?;
    for code in &add.target_groups {
        write_statement(tx, &household.family.id, code)?;
    }
    tx.audit(Event::AddFamily, household.family.id.as_str(), json!({}))?;
    Ok(household)
}

/// Without a permission check: `bookings` checks it for a referral of a new family. The home centre
/// is the named one, else the one whose area has the postcode, else `creators`.
pub(crate) fn insert(
    tx: &mut Tx,
    add: &AddFamily,
    creators: Option<CentreId>,
) -> Result<Household> {
    let centre = match (&add.centre_id, &add.postcode) {
        (Some(named), _) => Some(named.clone()),
        (None, Some(postcode)) => areas::service::home_centre(tx, postcode)?.or(creators),
        (None, None) => creators,
    };
    let now = tx.now();
    let actor = tx.actor().clone();
    let family = Family {
        id: FamilyId::new(),
        centre_id: centre,
        postcode: add.postcode.clone(),
        postcode_reason: no_postcode(add.postcode.as_deref(), add.postcode_reason),
        address: add.address.clone(),
        channel: add.channel,
        guest: add.guest,
        restricted: false,
        unsafe_address: false,
        moved_away_on: None,
        joined_into: None,
        erased_at: None,
        made_by: actor.account_id,
        partner_id: actor.partner_id,
        team: actor.team,
        touched: 0,
        version: 1,
        created_at: now,
        links_ended_at: None,
    };
    // Staff and partners got the address from the family; one sent by a form is unconfirmed.
    let confirmed_at = (add.channel != FirstContact::Own).then_some(now);
    let row = |(carer, at)| {
        let row = carer_row(&family.id, carer, at);
        let phone_confirmed_at = confirmed_at.filter(|_| row.phone.is_some());
        Carer { confirmed_at, phone_confirmed_at, ..row }
    };
    let carers: Vec<Carer> = add.carers.iter().zip(0..).map(row).collect();
    let mut household = Household { carers, family, children: Vec::new() };
    store::add(tx, &household)?;
    for (child, position) in add.children.iter().zip(0..) {
        let child = child_row(tx, child, now)?;
        store::join_child(tx, &household.family.id, &child.id, position)?;
        household.children.push(child);
    }
    keep_answers(tx, add, &household)?;
    index(tx, &household)?;
    duplicates::note(tx, &household)?;
    Ok(household)
}

fn keep_answers(tx: &mut Tx, add: &AddFamily, household: &Household) -> Result<()> {
    let family = &household.family;
    for (sent, carer) in add.carers.iter().zip(&household.carers) {
        answers::keep(tx, family, carer.id.as_str(), &sent.answers)?;
    }
    for (sent, child) in add.children.iter().zip(&household.children) {
        if let AddChild::New { answers, .. } = sent {
            answers::keep(tx, family, child.id.as_str(), answers)?;
        }
    }
    Ok(())
}

/// The reason, kept only if there is no postcode.
pub(crate) fn no_postcode(
    postcode: Option<&str>,
    reason: Option<PostcodeReason>,
) -> Option<PostcodeReason> {
    match postcode {
        Some(_) => None,
        None => Some(reason.unwrap_or(PostcodeReason::NotAsked)),
    }
}

pub(crate) fn carer_row(family: &FamilyId, carer: &AddCarer, position: i32) -> Carer {
    Carer {
        id: CarerId::new(),
        family_id: family.clone(),
        position,
        name: carer.name.clone(),
        sort_name: sort_name(&carer.name),
        former_name: carer.former_name.clone(),
        email: carer.email.clone(),
        phone: carer.phone.clone(),
        phone_digits: carer.phone.as_deref().map(phone_digits),
        mail_allowed: carer.mail_allowed.unwrap_or(true),
        no_post: carer.no_post.unwrap_or(false),
        no_voicemail: carer.no_voicemail.unwrap_or(false),
        no_text: carer.no_text.unwrap_or(false),
        no_call: carer.no_call.unwrap_or(false),
        confirmed_at: None,
        email_proved_at: None,
        phone_proved_at: None,
        no_address_notice: carer.no_address_notice.unwrap_or(false),
        language: carer.language.clone(),
        phone_confirmed_at: None,
    }
}

/// The language the caller is written to in from now on. Where no parent has signed in, nothing.
pub(crate) fn speaks(tx: &mut Tx, language: &str) -> Result<()> {
    let language = language::tag("/language", language)?;
    match tx.actor().carer_id.clone() {
        Some(carer) => store::set_language(tx, &carer, &language),
        None => Ok(()),
    }
}

/// Of somebody who signs in: a language that was chosen with this browser is theirs from now on;
/// where none was, the one they have. Returns theirs.
pub(crate) fn speaks_from_now(
    tx: &mut Tx,
    carer: &CarerId,
    chosen: Option<&str>,
) -> Result<Option<String>> {
    let known = store::language_of(tx, carer)?;
    let chosen = chosen.and_then(|tag| language::tag("", tag).ok());
    match chosen.filter(|chosen| known.as_ref() != Some(chosen)) {
        Some(chosen) => store::set_language(tx, carer, &chosen).map(|()| Some(chosen)),
        None => Ok(known),
    }
}

fn child_row(tx: &mut Tx, child: &AddChild, now: Moment) -> Result<Child> {
    match child {
        AddChild::Known(id) => {
            let known = store::child(tx, id)?.ok_or_else(|| Fault::not_found("child"))?;
            allow_sharing(tx, id)?;
            Ok(known)
        }
        AddChild::New { name, birth, nhs_number, .. } => {
            let child = Child { nhs_number: nhs_number.clone(), ..new_child(name, *birth, now) };
            store::add_child(tx, &child)?;
            Ok(child)
        }
    }
}

/// To add a known child to another family, the caller must be allowed to change a family it already
/// lives in.
fn allow_sharing(tx: &mut Tx, child: &ChildId) -> Result<()> {
    for id in store::families_of(tx, std::slice::from_ref(child))? {
        let family = store::family(tx, &id)?;
        let scope = scope_of(tx, &family)?;
        if tx.actor().may(Act::ChangeFamily, &scope) {
            return Ok(());
        }
    }
    Err(Fault::not_found("child"))
}

pub(crate) fn new_child(name: &str, birth: Birth, now: Moment) -> Child {
    let (born_on, born_month_only, due_on) = birth.columns();
    Child {
        id: ChildId::new(),
        name: name.to_owned(),
        sort_name: sort_name(name),
        born_on,
        born_month_only,
        due_on,
        nhs_number: None,
        ended: None,
        ended_at: None,
        asked_at: None,
        created_at: now,
    }
}

/// Opens a family's file, which is logged. For a merged record this opens the one it was merged
/// into.
pub(crate) fn open(tx: &mut Tx, id: &FamilyId) -> Result<Household> {
    let id = &store::kept(tx, id)?;
    let household = store::household(tx, id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(Act::SeeFamily, &scope, "family")?;
    tx.audit(Event::OpenFamily, id.as_str(), json!({}))?;
    Ok(household)
}

/// The families that the caller may see, by id.
pub(crate) fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Household>> {
    let (reach, since) = (tx.actor().reach(Act::SeeFamily), booked_since(tx));
    let families = store::list(tx, &reach, since, after, rows)?;
    families.iter().map(|family| store::household(tx, &family.id)).collect()
}

/// Whether a family may appear in a list this caller sees: a restricted record's id and name appear
/// only for those who may open it.
pub(crate) fn names(tx: &mut Tx, id: &FamilyId) -> Result<bool> {
    let family = store::family(tx, id)?;
    if !family.restricted {
        return Ok(true);
    }
    let scope = scope_of(tx, &family)?;
    Ok(tx.actor().may(Act::SeeFamily, &scope))
}

/// Who opens a record, and whether post goes to its address.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RestrictionIn, example = json!({"restricted": true, "unsafe_address": true}))]
pub(crate) struct Restriction {
    /// Only the safeguarding lead opens it, beside the family itself.
    pub restricted: bool,
    /// Nothing goes there by post.
    pub unsafe_address: bool,
}

pub(crate) fn restrict(tx: &mut Tx, id: &FamilyId, restriction: &Restriction) -> Result<()> {
    let household = lock_allowed(tx, Act::RestrictFamily, id)?;
    let Restriction { restricted, unsafe_address } = *restriction;
    if restricted {
        end_feeds(tx, &household)?;
    }
    store::restrict(tx, id, restricted, unsafe_address)?;
    tx.audit(Event::RestrictFamily, id.as_str(), json!({ "restricted": restricted }))
}

/// Ends the calendar feeds of all its carers.
pub(crate) fn end_feeds(tx: &mut Tx, household: &Household) -> Result<()> {
    household.carers.iter().try_for_each(|carer| feeds::end_of(tx, &carer.id))
}
