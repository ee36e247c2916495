//! A family joins by itself. Everything is first done as for a family nobody knows, and undone: that
//! is the answer, whoever asks. Then it is done for the family as it is.

use super::store;
use crate::access::Actor;
use crate::access::attempts::Limit;
use crate::access::service::sign_in::count_under;
use crate::audit::Event;
use crate::bookings::Status;
use crate::bookings::Wants;
use crate::bookings::service::book::{Book, IfFull, book};
use crate::db::Tx;
use crate::families::service::{self as families, AddChild, AddFamily, Birth, today};
use crate::families::{Carer, Household, TaskKind, store as households, suppression_service};
use crate::families::{suppression, task_store};
use crate::fault::{Code, Fault};
use crate::id::{CentreId, FamilyId, SessionId};
use crate::mail::link::{FamilyLink, FamilyPurpose};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{Channel, Message};
use crate::membership::{Standing, notices, service as membership};
use crate::sessions;
use crate::text::sort_name;
use chrono::TimeDelta;
use serde_json::json;

/// Requests that name the same child or the same address or number.
const PER_IDENTIFIER: Limit = Limit { failures: 10, window: TimeDelta::hours(1) };
/// Requests from one network address: a centre's tablet or a library may send many.
const PER_ADDRESS: Limit = Limit { failures: 200, window: TimeDelta::hours(1) };
/// How long a way of contact may stay unconfirmed before staff ask.
pub const CONFIRM_WITHIN: TimeDelta = TimeDelta::days(7);

/// What a family sends of itself.
#[derive(Clone, Debug)]
pub struct Join {
    pub family: AddFamily,
    pub notice_language: Option<String>,
    pub first: Option<First>,
    /// The caller's network address.
    pub address: String,
}

/// A first booking on the way.
#[derive(Clone, Debug)]
pub struct First {
    pub session_id: SessionId,
    pub adults: i32,
    pub if_full: IfFull,
}

/// Joins; gives how the first booking stands, if one was asked for.
pub fn join(tx: &mut Tx, join: &Join) -> Result<Option<Status>, Fault> {
    minimum(&join.family)?;
    limit(tx, join)?;
    let mut centre = None;
    if let Some(first) = &join.first {
        let session = sessions::store::planned(tx, &first.session_id)?.session;
        sessions::store::lock(tx, &[session.head_session_id.unwrap_or(session.id)])?;
        centre = Some(session.centre_id);
    }
    // Two who join with the same child at once are one family.
    tx.alone("described families")?;

    let take_in = |tx: &mut Tx| take_in(tx, join, centre.clone());
    let answer = tx.rehearse(take_in).map_err(Fault::forgetting)?;
    match known(tx, &join.family)? {
        Some(household) => again(tx, join, household)?,
        None => drop(take_in(tx)?),
    }
    Ok(answer)
}

/// One adult's name, one way to reach it, a postcode or why there is none, a child.
fn minimum(family: &AddFamily) -> Result<(), Fault> {
    let reached = family.carers.iter().any(|carer| carer.email.is_some() || carer.phone.is_some());
    if !reached {
        let detail = "Give an e-mail address or a telephone number.";
        return Err(Fault::invalid("/carers/0/email", detail));
    }
    if family.children.is_empty() {
        let detail = "Name a child with born_on, or for an expected child due_on.";
        return Err(Fault::invalid("/children", detail));
    }
    if family.postcode.is_none() && family.postcode_reason.is_none() {
        let detail = "Give a postcode, or say why there is none in postcode_reason.";
        return Err(Fault::invalid("/postcode", detail));
    }
    Ok(())
}

/// Limits per identifier come before limits per address, and hold whether or not it is known.
fn limit(tx: &mut Tx, join: &Join) -> Result<(), Fault> {
    for fact in suppression::identifiers(&join.family) {
        let key = format!("join:{}", tx.keyed_hash("join", &fact)?);
        count_under(tx, &key, PER_IDENTIFIER)?;
    }
    let key = format!("join-address:{}", tx.keyed_hash("join-address", &join.address)?);
    count_under(tx, &key, PER_ADDRESS)
}

/// A family nobody knows: a member at once, its contact to be confirmed. One that opted out before
/// is booked for as a guest, and is answered as everyone is.
/// Its home centre is the one whose area it lives in, else that of its first booking.
fn take_in(tx: &mut Tx, join: &Join, centre: Option<CentreId>) -> Result<Option<Status>, Fault> {
    let suppressed = suppression_service::is_suppressed(tx, &join.family)?;
    let add = AddFamily { guest: join.family.guest || suppressed, ..join.family.clone() };
    let household = families::insert(tx, &add, centre)?;
    let id = household.family.id.clone();
    tx.audit(Event::Join, id.as_str(), json!({ "guest": add.guest }))?;
    membership::enrol(tx, &household, Standing::Member)?;
    let language = join.notice_language.as_deref().unwrap_or("en");
    notices::service::show_to(tx, &household.family.id, language)?;
    if !add.guest {
        for carer in &household.carers {
            ask_to_confirm(tx, &household, carer)?;
        }
    }
    first_booking(tx, join, &household)
}

/// The same family once more: it is asked to confirm its contact, and its booking is made. What
/// stands against the booking is told by mail to nobody; the family sees what it has already.
fn again(tx: &mut Tx, join: &Join, household: Household) -> Result<(), Fault> {
    tx.audit(Event::JoinAgain, household.family.id.as_str(), json!({}))?;
    let sent: Vec<&str> =
        join.family.carers.iter().filter_map(|carer| carer.email.as_deref()).collect();
    for carer in &household.carers {
        if carer.email.as_deref().is_some_and(|email| sent.contains(&email)) {
            ask_to_confirm(tx, &household, carer)?;
        }
    }
    match first_booking(tx, join, &household) {
        Err(fault) if fault.code() != Code::Internal => Ok(()),
        other => other.map(drop),
    }
}

fn first_booking(tx: &mut Tx, join: &Join, household: &Household) -> Result<Option<Status>, Fault> {
    let Some(first) = &join.first else { return Ok(None) };
    let named: Vec<String> = join.family.children.iter().filter_map(name_of).collect();
    let come = household.children.iter().filter(|child| named.contains(&child.sort_name));
    let carer = household.carers.first().map(|carer| carer.id.clone());
    let request = Book {
        session_id: first.session_id.clone(),
        or_sessions: Vec::new(),
        family_id: household.family.id.clone(),
        carer_id: carer.clone(),
        child_ids: come.map(|child| child.id.clone()).collect(),
        adults: first.adults,
        if_full: first.if_full,
        wants: Wants::Offer,
        reason: None,
    };
    let caller = tx.actor().clone();
    tx.act_as(Actor::by_link(household.family.id.clone(), carer));
    let booked = book(tx, &request);
    tx.act_as(caller);
    Ok(Some(booked?.status))
}

fn name_of(child: &AddChild) -> Option<String> {
    match child {
        AddChild::New { name, .. } => Some(sort_name(name)),
        AddChild::Known(_) => None,
    }
}

/// The family that this is, beyond doubt: a child by name, birth date and postcode, and a way of
/// contact that the family has given before. Anything less is a new record, which staff may join.
fn known(tx: &mut Tx, add: &AddFamily) -> Result<Option<Household>, Fault> {
    let mut found: Vec<FamilyId> = Vec::new();
    for child in &add.children {
        let AddChild::New { name, birth: Birth::Born(day), .. } = child else { continue };
        let described = households::Described {
            postcode: add.postcode.as_deref(),
            sort_name: &sort_name(name),
            born_on: Some(*day),
            nhs_number: None,
        };
        let same = households::exact(tx, &described)?;
        found.extend(same.into_iter().map(|(family, _)| family));
    }
    found.sort();
    found.dedup();
    for id in found {
        let household = households::household(tx, &id)?;
        if shares_contact(&household, add) && !household.family.restricted {
            return Ok(Some(household));
        }
    }
    Ok(None)
}

fn shares_contact(household: &Household, add: &AddFamily) -> bool {
    let same = |carer: &Carer| {
        add.carers.iter().any(|sent| {
            let email = sent.email.is_some() && sent.email == carer.email;
            let digits = sent.phone.as_deref().map(crate::text::phone_digits);
            email || (digits.is_some() && digits == carer.phone_digits)
        })
    };
    household.carers.iter().any(same)
}

fn ask_to_confirm(tx: &mut Tx, household: &Household, carer: &Carer) -> Result<(), Fault> {
    let Some(recipient) = carer.mail() else { return Ok(()) };
    let now = tx.now();
    let (family, expires_at) = (&household.family.id, now + CONFIRM_WITHIN);
    let confirm = FamilyLink::to(FamilyPurpose::ConfirmContact, family, &carer.id, expires_at);
    let say_no = FamilyLink::to(FamilyPurpose::SayNo, family, &carer.id, expires_at);
    let letter = Letter {
        dedupe: format!("joined:{}:{}", carer.id, today(tx)),
        channel: Channel::Email,
        recipient: recipient.to_owned(),
        message: Message::Joined { confirm, say_no },
        about: About { family: Some(family.clone()), ..About::default() },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}

/// Families that have not confirmed how to reach them in time are on their centre's list.
pub fn chase(tx: &mut Tx) -> Result<usize, Fault> {
    let now = tx.now();
    let late = now - CONFIRM_WITHIN;
    let families = store::unconfirmed(tx, (late - TimeDelta::days(2), late))?;
    for family in &families {
        task_store::add(tx, TaskKind::ContactNotConfirmed, family, "joined_by_itself")?;
    }
    Ok(families.len())
}

/// Guests are deleted so long after their last session.
pub const GUESTS_KEPT: TimeDelta = TimeDelta::days(30);
