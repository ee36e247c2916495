//! A confirmed request, done: for the family that the way of contact belongs to, else for a
//! household of its own that is judged as if nobody knew it and sees only what it typed.

pub mod guests;
pub mod known;
pub mod requests;

use super::{Contact, Join, Refused, SignUp, SignUpOutcome};
use crate::access::Actor;
use crate::audit::Event;
use crate::base::fault::{Code, Fault};
use crate::base::id::{CarerId, CentreId, ChildId, FamilyId, SessionId};
use crate::base::text::phone_digits;
use crate::bookings::service::book::book;
use crate::bookings::service::request::Book;
use crate::bookings::{Booking, Wants, telling};
use crate::db::Tx;
use crate::families::add::AddFamily;
use crate::families::search::service::index_homes;
use crate::families::service as families;
use crate::families::{Carer, Family, Household, store as households, suppression};
use crate::mail::link::{FamilyLink, FamilyPurpose};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{MailChannel, Message, NotBooked};
use crate::membership::{self, Standing, notices, service as members};
use crate::sessions;
use chrono::TimeDelta;
use known::KnownFamily;
use serde_json::json;

/// Guests are deleted this long after their last session.
pub const GUESTS_KEPT: TimeDelta = TimeDelta::days(30);
/// How long the links in a welcome work.
const LINKS_LAST: TimeDelta = TimeDelta::days(7);

/// Does what was asked for, now that `contact` is confirmed.
pub fn carry_out(tx: &mut Tx, join: &Join, contact: &Contact) -> Result<SignUpOutcome, Fault> {
    let mut centre = None;
    if let Some(first) = &join.first {
        let session = sessions::store::planned(tx, &first.session_id)?.session;
        sessions::store::lock(tx, &[session.head_session_id.unwrap_or(session.id)])?;
        centre = Some(session.centre_id);
    }
    // One way of contact is one household, even if it is confirmed twice at once.
    tx.alone("described families")?;

    match known::known(tx, join, contact)? {
        Some(known) => for_known(tx, join, contact, known),
        None => for_new(tx, join, contact, centre),
    }
}

fn for_known(
    tx: &mut Tx,
    join: &Join,
    contact: &Contact,
    known: KnownFamily,
) -> Result<SignUpOutcome, Fault> {
    let id = known.household.family.id.clone();
    households::lock(tx, std::slice::from_ref(&id))?;
    prove(tx, known.carer.clone(), contact)?;
    let come = known::children(tx, join, &id)?;
    index_homes(tx, std::slice::from_ref(&id))?;
    tx.audit(Event::JoinAgain, id.as_str(), json!({}))?;

    let household = households::household(tx, &id)?;
    if join.rejoins {
        suppression::service::lift_by_contact(tx, &join.family, &contact.fact())?;
    }
    let sign_up = as_family(tx, &id, &known.carer.id, |tx| sign_up_again(tx, join, &household))?;
    if sign_up == SignUp::Member {
        welcome(tx, &household, &known.carer.id)?;
    }
    let booked = first_booking(tx, join, &id, &known.carer.id, come);
    told(tx, join, &household, &known.carer.id, sign_up, booked)
}

/// What the wish to be a member means for a family that has a record. One that said no before has
/// to ask for it explicitly.
fn sign_up_again(tx: &mut Tx, join: &Join, household: &Household) -> Result<SignUp, Fault> {
    let id = &household.family.id;
    let standing = membership::store::of_family(tx, id)?.map(|known| known.status);
    match standing {
        Some(Standing::Member) => return Ok(SignUp::AlreadyMember),
        _ if join.family.guest => return Ok(SignUp::Guest),
        Some(Standing::OptedOut) if !join.rejoins => return Ok(SignUp::Guest),
        None if suppression::service::is_suppressed(tx, &join.family)? => return Ok(SignUp::Guest),
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
    let language = join.notice_language.as_deref().unwrap_or(notices::ENGLISH);
    notices::service::show_to(tx, id, language)?;
    Ok(SignUp::Member)
}

/// The home centre is the one whose area the family lives in, else that of its first booking.
fn for_new(
    tx: &mut Tx,
    join: &Join,
    contact: &Contact,
    centre: Option<CentreId>,
) -> Result<SignUpOutcome, Fault> {
    if join.rejoins {
        suppression::service::lift_by_contact(tx, &join.family, &contact.fact())?;
    }
    let suppressed = suppression::service::is_suppressed(tx, &join.family)?;
    let guest = join.family.guest || suppressed;
    let add = AddFamily { guest, ..join.family.clone() };
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
            let language = join.notice_language.as_deref().unwrap_or(notices::ENGLISH);
            notices::service::show_to(tx, &id, language)?;
            welcome(tx, &household, &holder.id)?;
            SignUp::Member
        }
    };
    let come = household.children.iter().map(|child| child.id.clone()).collect();
    let booked = first_booking(tx, join, &id, &holder.id, come);
    told(tx, join, &household, &holder.id, sign_up, booked)
}

fn holds(carer: &Carer, contact: &Contact) -> bool {
    match contact {
        Contact::Email(email) => carer.email.as_ref() == Some(email),
        Contact::Phone(phone) => carer.phone_digits == Some(phone_digits(phone)),
    }
}

/// The holder has shown that the contact is theirs.
fn prove(tx: &mut Tx, mut carer: Carer, contact: &Contact) -> Result<(), Fault> {
    let now = tx.now();
    carer.confirmed_at = carer.confirmed_at.or(Some(now));
    match contact {
        Contact::Email(_) => carer.email_proved_at = Some(now),
        Contact::Phone(_) => carer.phone_proved_at = Some(now),
    }
    households::save_carer(tx, &carer)
}

fn as_family<T>(
    tx: &mut Tx,
    family: &FamilyId,
    carer: &CarerId,
    work: impl FnOnce(&mut Tx) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let caller = tx.actor().clone();
    tx.act_as(Actor::by_link(family.clone(), Some(carer.clone())));
    let done = work(tx);
    tx.act_as(caller);
    done
}

fn first_booking(
    tx: &mut Tx,
    join: &Join,
    family: &FamilyId,
    carer: &CarerId,
    come: Vec<ChildId>,
) -> Result<Option<Booking>, Fault> {
    let Some(first) = &join.first else { return Ok(None) };
    let request = Book {
        session_id: first.session_id.clone(),
        or_sessions: Vec::new(),
        family_id: family.clone(),
        carer_id: Some(carer.clone()),
        child_ids: come,
        adults: first.adults,
        if_full: first.if_full,
        wants: Wants::Offer,
        reason: None,
    };
    as_family(tx, family, carer, |tx| book(tx, &request)).map(Some)
}

/// The outcome, as it is; a booking that was refused is also reported by mail.
fn told(
    tx: &mut Tx,
    join: &Join,
    household: &Household,
    carer: &CarerId,
    sign_up: SignUp,
    booked: Result<Option<Booking>, Fault>,
) -> Result<SignUpOutcome, Fault> {
    match booked {
        Ok(booking) => {
            Ok(SignUpOutcome { sign_up, booking: booking.map(|made| made.status), refused: None })
        }
        Err(fault) if fault.code() == Code::Internal => Err(fault),
        Err(fault) => {
            if let Some(first) = &join.first {
                not_booked(tx, household, carer, &first.session_id, &fault)?;
            }
            let (code, detail) = (fault.code().as_str().to_owned(), fault.detail().to_owned());
            Ok(SignUpOutcome { sign_up, booking: None, refused: Some(Refused { code, detail }) })
        }
    }
}

fn not_booked(
    tx: &mut Tx,
    household: &Household,
    carer: &CarerId,
    session: &SessionId,
    fault: &Fault,
) -> Result<(), Fault> {
    // A session that this family may not even know of is not named to it.
    let session = match fault.code() {
        Code::NotFound => None,
        _ => Some(telling::service::session_facts(tx, session)?),
    };
    let why = match fault.code() {
        Code::SessionFull => NotBooked::Full,
        Code::AlreadyBooked => NotBooked::Already,
        Code::OutsideAgeRange => NotBooked::Age,
        Code::PartyTooLarge => NotBooked::TooMany,
        Code::ClashingBooking => NotBooked::Busy,
        Code::OverLimit => NotBooked::OverLimit,
        _ => NotBooked::Closed,
    };
    let message = Message::NotBooked { session, why };
    write(tx, household, carer, "not_booked", message)
}

/// Only somebody who has just become a member reads that they are one. Another carer, whose address
/// was only typed, is asked whether it is theirs, and reads nothing else.
fn welcome(tx: &mut Tx, household: &Household, holder: &CarerId) -> Result<(), Fault> {
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

fn write(
    tx: &mut Tx,
    household: &Household,
    carer: &CarerId,
    event: &str,
    message: Message,
) -> Result<(), Fault> {
    let (family, now) = (&household.family.id, tx.now());
    let carer = household.carers.iter().find(|known| known.id == *carer);
    let Some(carer) = carer.filter(|carer| carer.mail_allowed) else { return Ok(()) };
    let Some(recipient) = carer.email.clone() else { return Ok(()) };
    let letter = Letter {
        dedupe: format!("{event}:{}:{now}", carer.id),
        channel: MailChannel::Email,
        recipient,
        message,
        about: About { family: Some(family.clone()), ..About::default() },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}
