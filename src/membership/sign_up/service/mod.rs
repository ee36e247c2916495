//! Signing up: for the family that the way of contact belongs to, else for a household of its own
//! that is judged as if nobody knew it and sees only what it typed.

pub(crate) mod known;

use super::{Contact, SignUp, SignUpRequest, SignedUp};
use crate::access::Actor;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, CentreId, FamilyId};
use crate::base::text::phone_digits;
use crate::db::Tx;
use crate::families::add::AddFamily;
use crate::families::search::service::index_homes;
use crate::families::{
    Carer, Family, Household, service as families, store as households, suppression,
};
use crate::mail::link::{FamilyLink, FamilyPurpose};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{Message, Recipient};
use crate::membership::{self, Standing, notices, service as members};
use chrono::TimeDelta;
use known::KnownFamily;
use serde_json::json;

/// How long the links in a welcome work.
const LINKS_LAST: TimeDelta = TimeDelta::days(7);

/// Signs up, now that `contact` is confirmed. The home centre is the one whose area the family
/// lives in, else `centre`.
pub(crate) fn sign_up(
    tx: &mut Tx,
    request: &SignUpRequest,
    contact: &Contact,
    centre: Option<CentreId>,
) -> Result<SignedUp> {
    // One way of contact is one household, even if it is confirmed twice at once.
    tx.alone("described families")?;

    match known::known(tx, request, contact)? {
        Some(known) => for_known(tx, request, contact, known),
        None => for_new(tx, request, contact, centre),
    }
}

fn for_known(
    tx: &mut Tx,
    request: &SignUpRequest,
    contact: &Contact,
    known: KnownFamily,
) -> Result<SignedUp> {
    let id = known.household.family.id.clone();
    households::lock(tx, std::slice::from_ref(&id))?;
    prove(tx, known.carer.clone(), contact)?;
    let children = known::children(tx, request, &id)?;
    index_homes(tx, std::slice::from_ref(&id))?;
    tx.audit(Event::JoinAgain, id.as_str(), json!({}))?;

    let household = households::household(tx, &id)?;
    if request.rejoins {
        suppression::service::lift_by_contact(tx, &request.family, &contact.fact())?;
    }
    let sign_up = as_family(tx, &id, &known.carer.id, |tx| sign_up_again(tx, request, &household))?;
    if sign_up == SignUp::Member {
        welcome(tx, &household, &known.carer.id)?;
    }
    Ok(SignedUp { household, holder: known.carer.id, sign_up, is_new: false, children })
}

/// What the wish to be a member means for a family that has a record. One that said no before has
/// to ask for it explicitly.
fn sign_up_again(tx: &mut Tx, request: &SignUpRequest, household: &Household) -> Result<SignUp> {
    let id = &household.family.id;
    let standing = membership::store::of_family(tx, id)?.map(|known| known.status);
    match standing {
        Some(Standing::Member) => return Ok(SignUp::AlreadyMember),
        _ if request.family.guest => return Ok(SignUp::Guest),
        Some(Standing::OptedOut) if !request.rejoins => return Ok(SignUp::Guest),
        None if suppression::service::is_suppressed(tx, &request.family)? => {
            return Ok(SignUp::Guest);
        }
        Some(Standing::Listed) => drop(members::told(tx, id, membership::ToldHow::Mail)?),
        Some(Standing::OptedOut | Standing::Ended) => drop(members::join_again(tx, id)?),
        None => {
            let guest = Family { guest: false, ..household.family.clone() };
            households::save_family(tx, &guest)?;
            members::enrol(
                tx,
                &Household { family: guest, ..household.clone() },
                Standing::Member,
            )?;
        }
    }
    let language = request.notice_language.as_deref().unwrap_or(notices::ENGLISH);
    notices::service::show_to(tx, id, language)?;
    Ok(SignUp::Member)
}

fn for_new(
    tx: &mut Tx,
    request: &SignUpRequest,
    contact: &Contact,
    centre: Option<CentreId>,
) -> Result<SignedUp> {
    if request.rejoins {
        suppression::service::lift_by_contact(tx, &request.family, &contact.fact())?;
    }
    let suppressed = suppression::service::is_suppressed(tx, &request.family)?;
    let guest = request.family.guest || suppressed;
    let add = AddFamily { guest, ..request.family.clone() };
    let household = families::insert(tx, &add, centre)?;
    let id = household.family.id.clone();
    tx.audit(Event::Join, id.as_str(), json!({ "guest": guest }))?;

    let holder = household.carers.iter().find(|carer| holds(carer, contact)).cloned();
    let holder = holder.ok_or_else(|| Fault::internal("nobody of the family has its contact"))?;
    prove(tx, holder.clone(), contact)?;
    let household = households::household(tx, &id)?;
    let sign_up = match members::enrol(tx, &household, Standing::Member)? {
        None => SignUp::Guest,
        Some(_) => {
            let language = request.notice_language.as_deref().unwrap_or(notices::ENGLISH);
            notices::service::show_to(tx, &id, language)?;
            welcome(tx, &household, &holder.id)?;
            SignUp::Member
        }
    };
    let children = household.children.iter().map(|child| child.id.clone()).collect();
    Ok(SignedUp { household, holder: holder.id, sign_up, is_new: true, children })
}

fn holds(carer: &Carer, contact: &Contact) -> bool {
    match contact {
        Contact::Email(email) => carer.email.as_ref() == Some(email),
        Contact::Phone(phone) => carer.phone_digits == Some(phone_digits(phone)),
    }
}

/// The holder has shown that the contact is theirs.
fn prove(tx: &mut Tx, mut carer: Carer, contact: &Contact) -> Result<()> {
    let now = tx.now();
    carer.confirmed_at = carer.confirmed_at.or(Some(now));
    match contact {
        Contact::Email(_) => carer.email_proved_at = Some(now),
        Contact::Phone(_) => {
            carer.phone_proved_at = Some(now);
            carer.phone_confirmed_at = carer.phone_confirmed_at.or(Some(now));
        }
    }
    households::save_carer(tx, &carer)
}

/// Does what the family itself does: as its link would.
pub(crate) fn as_family<T>(
    tx: &mut Tx,
    family: &FamilyId,
    carer: &CarerId,
    work: impl FnOnce(&mut Tx) -> Result<T>,
) -> Result<T> {
    let caller = tx.actor().clone();
    tx.act_as(Actor::by_link(family.clone(), Some(carer.clone())));
    let done = work(tx);
    tx.act_as(caller);
    done
}

/// Only somebody who has just become a member reads that they are one. Another carer, whose address
/// was only typed, is asked whether it is theirs, and reads nothing else.
fn welcome(tx: &mut Tx, household: &Household, holder: &CarerId) -> Result<()> {
    let (family, expires_at) = (&household.family.id, tx.now() + LINKS_LAST);
    for carer in &household.carers {
        let link = |purpose| FamilyLink::to(purpose, family, &carer.id, expires_at);
        if carer.id == *holder {
            let say_no = link(FamilyPurpose::SayNo);
            write(tx, household, &carer.id, "joined", Message::Joined { say_no })?;
        } else if carer.confirmed_at.is_none() {
            let confirm = link(FamilyPurpose::ConfirmContact);
            let message = Message::ConfirmAddress { confirm };
            write(tx, household, &carer.id, "confirm_address", message)?;
        }
    }
    Ok(())
}

pub(crate) fn write(
    tx: &mut Tx,
    household: &Household,
    carer: &CarerId,
    event: &str,
    message: Message,
) -> Result<()> {
    let (family, now) = (&household.family.id, tx.now());
    let carer = household.carers.iter().find(|known| known.id == *carer);
    let Some(carer) = carer else { return Ok(()) };
    let email = carer.email.as_ref().filter(|_| carer.mail_allowed).map(Recipient::email);
    let by_text = || carer.text_number().filter(|_| tx.sends_texts()).map(Recipient::text);
    let Some(recipient) = email.or_else(by_text) else { return Ok(()) };
    let letter = Letter {
        dedupe: format!("{event}:{}:{now}", carer.id),
        channel: recipient.channel,
        recipient: recipient.address,
        message,
        about: About { family: Some(family.clone()), ..About::default() },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}
