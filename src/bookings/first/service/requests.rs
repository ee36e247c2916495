//! A request from somebody who has not signed in waits here, sealed, until its way of contact is
//! confirmed by the link in a message, the code in it, or a call that staff record. Then it is
//! done.

use crate::access::attempts::Limit;
use crate::access::service::sign_in::count_under;
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CentreId, JoinRequestId};
use crate::base::text::{mobile, phone_digits};
use crate::bookings::first::store::requests as store;
use crate::bookings::first::{Finished, Join, JoinRequest, RingOutcome, SignUpOutcome, service};
use crate::bookings::judge::{self, Asker};
use crate::db::Tx;
use crate::families::add::AddCarer;
use crate::families::{self, suppression};
use crate::mail::link::{JoinLink, JoinPurpose, Link};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{Message, Recipient};
use crate::membership::service::access::has_ended_since;
use crate::membership::sign_in::service::may_have_code;
use crate::membership::sign_up::Contact;
use crate::membership::sign_up::store::reached_by;
use crate::{areas, bookings, bookings::telling, sessions};
use chrono::TimeDelta;
use serde_json::json;

/// Requests that name the same child, address or number.
const PER_IDENTIFIER: Limit = Limit { failures: 10, window: TimeDelta::hours(1) };
/// Requests, and codes typed, from one network address: a library may send many.
const PER_ADDRESS: Limit = Limit { failures: 200, window: TimeDelta::hours(1) };
/// Numbers to ring from one network address: each is work for somebody.
const TO_RING_PER_ADDRESS: Limit = Limit { failures: 10, window: TimeDelta::hours(24) };
/// Texts to one number, asked for by anyone.
const TEXTS_PER_NUMBER: Limit = Limit { failures: 3, window: TimeDelta::hours(1) };
/// Texts asked for from one network address: each is paid for.
const TEXTS_PER_ADDRESS: Limit = Limit { failures: 40, window: TimeDelta::hours(24) };

/// After this long, requests that were not confirmed are forgotten, and so are the results of the
/// rest.
pub const KEPT: TimeDelta = TimeDelta::days(7);
/// How long a code works: as long as somebody sits at the page.
pub const CODE_LASTS: TimeDelta = TimeDelta::minutes(30);
/// Wrong codes after which only the link works.
const CODE_TRIES: i32 = 5;
const CODES: u32 = 100_000_000;

const SEALED_AS: &str = "join request";

/// The answer to everybody.
pub struct Waiting {
    pub id: JoinRequestId,
    /// Staff will ring; nothing was sent.
    pub to_ring: bool,
    /// A text was sent, or staff will ring.
    pub by_text: bool,
}

/// Takes a request in. Limits are checked before anything is read, and apply to everybody, known or
/// not.
pub fn ask(tx: &mut Tx, join: &Join, address: &str) -> Result<Waiting> {
    let contact = minimum(join)?;
    limit(tx, join, &contact, address)?;
    let centre_id = centre(tx, join)?;

    let (id, now) = (JoinRequestId::new(), tx.now());
    let typed = serde_json::to_string(join).map_err(Fault::internal)?;
    let by_text = matches!(&contact, Contact::Phone(phone) if may_have_code(tx, phone));
    let recipient = recipient(tx, join, &contact)?;
    let to_ring = recipient.is_none();
    let code = format!("{:08}", rand::random_range(0..CODES));
    let code_hash = if to_ring { None } else { Some(hash(tx, &id, &code)?) };
    let request = JoinRequest {
        to_ring,
        centre_id,
        code_hash,
        code_tries: 0,
        sealed: Some(tx.seal(SEALED_AS, id.as_str(), &typed)?),
        asked_at: now,
        ends_at: now + KEPT,
        done_at: None,
        outcome: None,
        id: id.clone(),
    };
    store::add(tx, &request)?;
    tx.audit(Event::AskToJoin, id.as_str(), json!({}))?;
    if let Some(recipient) = recipient {
        let language = join.sign_up.family.carers.iter().find_map(|carer| carer.language.clone());
        ask_to_confirm(tx, &request, recipient, (code, language))?;
    }
    // Whether somebody with this number wants no texts is nobody's to know.
    Ok(Waiting { id, to_ring: to_ring && !by_text, by_text })
}

/// Where the message that asks goes; `None` where staff ring.
fn recipient(tx: &mut Tx, join: &Join, contact: &Contact) -> Result<Option<Recipient>> {
    let phone = match contact {
        Contact::Email(email) => return Ok(Some(Recipient::email(email))),
        Contact::Phone(phone) => phone,
    };
    let wants_none =
        |carer: &AddCarer| carer.phone.as_ref() == Some(phone) && carer.no_text == Some(true);
    if !may_have_code(tx, phone) || join.sign_up.family.carers.iter().any(wants_none) {
        return Ok(None);
    }
    let is_refused = reached_by(tx, contact)?.iter().any(|carer| carer.no_text);
    Ok(mobile(phone).filter(|_| !is_refused).map(Recipient::text))
}

/// One adult's name, one way to reach them, a postcode or why there is none, a child.
fn minimum(join: &Join) -> Result<Contact> {
    let family = &join.sign_up.family;
    let contact = join.sign_up.contact().ok_or_else(|| {
        Fault::invalid("/carers/0/email", "Give an e-mail address or a telephone number.")
    })?;
    if family.children.is_empty() {
        let detail = "Name a child with born_on, or for an expected child due_on.";
        return Err(Fault::invalid("/children", detail));
    }
    if family.postcode.is_none() && family.postcode_reason.is_none() {
        let detail = "Give a postcode, or say why there is none in postcode_reason.";
        return Err(Fault::invalid("/postcode", detail));
    }
    Ok(contact)
}

fn limit(tx: &mut Tx, join: &Join, contact: &Contact, address: &str) -> Result<()> {
    for fact in suppression::identifiers(&join.sign_up.family) {
        let key = format!("join:{}", tx.keyed_hash("join", &fact)?);
        count_under(tx, &key, PER_IDENTIFIER)?;
    }
    let hashed = tx.keyed_hash("join-address", address)?;
    count_under(tx, &format!("join-address:{hashed}"), PER_ADDRESS)?;
    match contact {
        Contact::Phone(phone) if may_have_code(tx, phone) => {
            let number = tx.keyed_hash("join-text", &phone_digits(phone))?;
            count_under(tx, &format!("join-text:{number}"), TEXTS_PER_NUMBER)?;
            count_under(tx, &format!("join-texts:{hashed}"), TEXTS_PER_ADDRESS)
        }
        Contact::Phone(_) => count_under(tx, &format!("join-ring:{hashed}"), TO_RING_PER_ADDRESS),
        Contact::Email(_) => Ok(()),
    }
}

/// The centre of the first booking, which must be one that families may ask for; else the centre
/// whose area the postcode is in.
fn centre(tx: &mut Tx, join: &Join) -> Result<Option<CentreId>> {
    if let Some(session) = &join.remind {
        return Ok(Some(telling::service::opens_later(tx, session)?.session.centre_id.clone()));
    }
    match (&join.first, &join.sign_up.family.postcode) {
        (Some(first), _) => {
            let planned = sessions::store::planned(tx, &first.session_id)?;
            if planned.activity.sensitive {
                return Err(Fault::not_found("session"));
            }
            let now = tx.now();
            judge::release(&planned, Asker::Family, now)?;
            judge::members(&planned, !join.sign_up.family.guest, Asker::Family)?;
            Ok(Some(planned.session.centre_id))
        }
        (None, Some(postcode)) => areas::service::home_centre(tx, postcode),
        (None, None) => Ok(None),
    }
}

/// Nothing that was typed is in this message: its reader may never have heard of us.
fn ask_to_confirm(
    tx: &mut Tx,
    request: &JoinRequest,
    recipient: Recipient,
    (code, language): (String, Option<String>),
) -> Result<()> {
    let link = Link {
        purpose: JoinPurpose::Confirm,
        subject: request.id.to_string(),
        detail: None,
        expires_at: request.ends_at,
        made_at: None,
    };
    let letter = Letter {
        dedupe: format!("confirm_join:{}", request.id),
        channel: recipient.channel,
        recipient: recipient.address,
        message: Message::ConfirmJoin { link, code },
        about: About { language, ..About::default() },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}

/// The code of the message, typed in the same sitting. A wrong code, an old one and a request that
/// does not exist get the same answer.
pub fn by_code(tx: &mut Tx, id: &JoinRequestId, code: &str, address: &str) -> Result<Finished> {
    let hashed = tx.keyed_hash("join-address", address)?;
    count_under(tx, &format!("join-code:{hashed}"), PER_ADDRESS)?;
    let wrong = || {
        let detail = "This is not the number in our message, or it is too old. Use the link there.";
        Fault::invalid("/code", detail).keeping()
    };
    let found = store::locked(tx, id)?;
    let now = tx.now();
    let live = |request: &JoinRequest| {
        now < request.asked_at + CODE_LASTS && request.code_tries < CODE_TRIES
    };
    let Some(request) = found.filter(live) else { return Err(wrong()) };
    if has_ended(tx, &request)? {
        return Err(wrong());
    }
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if request.code_hash != Some(hash(tx, id, &digits)?) {
        store::count_try(tx, id)?;
        return Err(wrong());
    }
    finish(tx, &request)
}

fn hash(tx: &Tx, id: &JoinRequestId, code: &str) -> Result<String> {
    tx.keyed_hash("join code", &format!("{id}:{code}"))
}

/// Whether staff have ended somebody's access since it was sent: of a carer with this way of contact,
/// or of the family it booked for.
fn has_ended(tx: &mut Tx, request: &JoinRequest) -> Result<bool> {
    if let Some(outcome) = &request.outcome {
        let outcome: SignUpOutcome = serde_json::from_str(outcome).map_err(Fault::internal)?;
        let Some(booking) = outcome.booking_id else { return Ok(false) };
        let family = bookings::store::booking(tx, &booking)?.family_id;
        let family = families::store::family(tx, &family)?;
        return Ok(family.has_ended_links_of(Some(request.asked_at)));
    }
    let contact = typed(tx, request)?.and_then(|join| join.sign_up.contact());
    contact.map_or(Ok(false), |contact| has_ended_since(tx, &contact, request.asked_at))
}

/// What a link would do: the request, and what was asked for. `None` where the request is gone.
pub fn look(tx: &mut Tx, link: &JoinLink) -> Result<Option<(JoinRequest, Option<Join>)>> {
    let Some(request) = store::request(tx, &JoinRequestId::from(link.subject.as_str()))? else {
        return Ok(None);
    };
    if has_ended(tx, &request)? {
        return Ok(None);
    }
    let join = typed(tx, &request)?;
    Ok(Some((request, join)))
}

/// The button behind the link of the message was pressed.
pub fn by_link(tx: &mut Tx, link: &JoinLink) -> Result<Option<SignUpOutcome>> {
    match store::locked(tx, &JoinRequestId::from(link.subject.as_str()))? {
        Some(request) if !has_ended(tx, &request)? => {
            finish(tx, &request).map(|done| Some(done.outcome))
        }
        Some(_) | None => Ok(None),
    }
}

/// Puts requests on the list to ring whose text did not arrive. Returns how many.
pub fn ring_untexted(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let ids = store::not_texted(tx, now - KEPT)?;
    store::to_be_rung(tx, &ids)
}

/// A number to ring, and what the call is about.
pub struct ToRing {
    pub request: JoinRequest,
    pub join: Join,
}

/// The requests to ring about, because a telephone number is all they gave.
pub fn to_ring(tx: &mut Tx, page: (&str, i64)) -> Result<Vec<ToRing>> {
    let now = tx.now();
    let centres = tx.actor().reach(Act::DoTasks).centres();
    let mut shown = Vec::new();
    for request in store::to_ring(tx, centres.as_deref(), now, page)? {
        if let Some(join) = typed(tx, &request)? {
            shown.push(ToRing { request, join });
        }
    }
    Ok(shown)
}

/// Records a call. If the person who answered had sent this, the number is confirmed and the
/// request is done; if they sent nothing, they are not asked again; if nobody answered, it stays on
/// the list.
pub fn by_call(
    tx: &mut Tx,
    id: &JoinRequestId,
    call: RingOutcome,
) -> Result<Option<SignUpOutcome>> {
    let request = store::locked(tx, id)?.filter(|request| request.to_ring);
    let now = tx.now();
    let request = request.filter(|request| now < request.ends_at).ok_or_else(not_there)?;
    match request.centre_id.as_ref().map(Scope::centre) {
        Some(scope) => tx.allow(Act::DoTasks, &scope, "request")?,
        None => tx.actor().allow_ever(Act::DoTasks)?,
    }
    tx.audit(Event::RecordJoinCall, id.as_str(), json!({ "outcome": call }))?;
    match call {
        RingOutcome::Confirmed => finish(tx, &request).map(|done| Some(done.outcome)),
        RingOutcome::NoAnswer => Ok(None),
        RingOutcome::NotTheirs => store::remove(tx, id).map(|()| None),
    }
}

fn not_there() -> Fault {
    Fault::new(Code::NotFound, "There is no such request any more, or you may not see it.")
}

fn typed(tx: &Tx, request: &JoinRequest) -> Result<Option<Join>> {
    let Some(sealed) = &request.sealed else { return Ok(None) };
    let typed = tx.unseal(SEALED_AS, request.id.as_str(), sealed)?;
    serde_json::from_str(&typed).map(Some).map_err(Fault::internal)
}

/// Done only once, however often it is confirmed.
fn finish(tx: &mut Tx, request: &JoinRequest) -> Result<Finished> {
    if let Some(outcome) = &request.outcome {
        let outcome = serde_json::from_str(outcome).map_err(Fault::internal)?;
        return Ok(Finished { outcome, newcomer: None });
    }
    let join = typed(tx, request)?.ok_or_else(|| Fault::internal("a request holds nothing"))?;
    let contact =
        join.sign_up.contact().ok_or_else(|| Fault::internal("a request has no contact"))?;
    let done = service::carry_out(tx, &join, &contact)?;

    let now = tx.now();
    let kept = serde_json::to_string(&done.outcome).map_err(Fault::internal)?;
    store::done(tx, &request.id, &kept, now)?;
    Ok(done)
}
