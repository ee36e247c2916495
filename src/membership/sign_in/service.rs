//! Asking for a code, and using it. Limits come first and are the same for every address; a mail
//! goes only to an address by which a family's record can be reached. Whoever asks learns nothing
//! of it.

use super::{CODE_TRIES, Details, LASTS, Proof, SignInRequest, SignedIn, store};
use crate::access::Actor;
use crate::access::attempts::Limit;
use crate::access::secret::Secret;
use crate::access::service::sign_in::count_under;
use crate::access::store::attempts;
use crate::audit::Event;
use crate::audit::refusals::{self, Refusal, RefusedCaller};
use crate::base::fault::{Code, Fault, Result};
use crate::base::text::{mobile, phone_digits};
use crate::db::Tx;
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{Message, Recipient};
use crate::membership::service::access::has_ended_since;
use crate::membership::sign_up::Contact;
use crate::membership::sign_up::service::known::{KnownFamily, holder};
use crate::membership::sign_up::store::reached_by;
use chrono::TimeDelta;
use serde_json::json;

/// Codes asked for from one network address: a centre's wifi has many families on it.
const PER_CALLER: Limit = Limit { failures: 60, window: TimeDelta::minutes(15) };
/// Mails to one address, asked for by anyone.
const PER_ADDRESS: Limit = Limit { failures: 3, window: TimeDelta::minutes(15) };
/// Codes and links used from one network address.
const USED_PER_CALLER: Limit = Limit { failures: 200, window: TimeDelta::hours(1) };
/// Wrong codes for one address, from all callers: afterwards only its links work.
const WRONG_CODES: Limit = Limit { failures: 20, window: TimeDelta::hours(24) };
/// Wrong birth dates or postcodes for one address: afterwards it has to be by phone.
const WRONG_DETAILS: Limit = Limit { failures: 3, window: TimeDelta::hours(24) };

const CODES: u64 = 1_000_000;
const SEALED_AS: &str = "sign-in request";

/// The members of `Fault` that a page tells apart.
pub(crate) const WRONG_CODE: &str = "/code";
pub(crate) const MORE_NEEDED: &str = "/born_on";

pub(crate) struct Ask {
    /// An address in lower case, or a number that texts can go to.
    pub contact: Contact,
    /// The caller's network address.
    pub address: String,
    /// The language that the message is in.
    pub language: Option<String>,
}

/// Codes to one number in a day: each is paid for.
const PER_NUMBER: Limit = Limit { failures: 10, window: TimeDelta::hours(24) };

/// Whether codes can be sent to this number; the same whosever it is.
pub(crate) fn may_have_code(tx: &Tx, phone: &str) -> bool {
    tx.sends_texts() && mobile(phone).is_some()
}

/// Sends a code if the address opens a record, and answers everybody alike: with the secret that
/// the code is typed with.
pub(crate) fn ask(tx: &mut Tx, ask: &Ask) -> Result<Secret> {
    let caller = hashed(tx, "sign-in-asked", &ask.address)?;
    count_under(tx, &caller, PER_CALLER)?;
    let (request, token) = (Secret::random(), Secret::random());
    let code = code_of(tx, &token)?;
    let now = tx.now();
    let row = SignInRequest {
        request_hash: request.digest().as_str().to_owned(),
        token_hash: token.digest().as_str().to_owned(),
        code_hash: code_hash(tx, request.digest().as_str(), &code)?,
        code_tries: 0,
        sealed: tx.seal(SEALED_AS, request.digest().as_str(), ask.contact.typed())?,
        asked_at: now,
        ends_at: now + LASTS,
        used_at: None,
    };
    store::add(tx, &row)?;

    let key = key_of(&ask.contact);
    let address = hashed(tx, "sign-in-mails", &key)?;
    // Its owner has had enough mails; the caller learns nothing of it.
    let enough = !counted(count_under(tx, &address, PER_ADDRESS))?;
    let holders = reached_by(tx, &ask.contact)?;
    let to = match &ask.contact {
        Contact::Email(email) => Some(Recipient::email(email)),
        Contact::Phone(phone) => {
            let day = hashed(tx, "sign-in-texts", &key)?;
            let is_fine = !enough && counted(count_under(tx, &day, PER_NUMBER))?;
            // Where one of them wants no texts, the telephone may be another's too.
            let may = is_fine && may_have_code(tx, phone) && !holders.iter().any(|one| one.no_text);
            mobile(phone).filter(|_| may).map(Recipient::text)
        }
    };
    if let Some(to) = to.filter(|_| !holders.is_empty() && !enough) {
        send(tx, (to, ask.language.clone()), &row, (token, code))?;
    }
    Ok(request)
}

/// A way of contact as it is counted and compared.
fn key_of(contact: &Contact) -> String {
    match contact {
        Contact::Email(email) => email.clone(),
        Contact::Phone(phone) => phone_digits(phone),
    }
}

fn send(
    tx: &mut Tx,
    (to, language): (Recipient, Option<String>),
    row: &SignInRequest,
    (token, code): (Secret, String),
) -> Result<()> {
    let letter = Letter {
        dedupe: format!("sign_in_code:{}", row.token_hash),
        channel: to.channel,
        recipient: to.address,
        message: Message::SignInCode {
            token: token.reveal().to_owned(),
            code,
            ends_at: row.ends_at,
        },
        about: About { language, ..About::default() },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}

/// What the page behind a link shows.
pub(crate) enum LinkSeen {
    /// A button: this browser asked for it.
    Here,
    /// The code, to be typed in the browser that asked.
    Elsewhere { code: String },
}

/// Looks at a link; nothing is used. `None` where it was used or is too old.
pub(crate) fn look(
    tx: &mut Tx,
    token: &Secret,
    asked: Option<&Secret>,
) -> Result<Option<LinkSeen>> {
    let now = tx.now();
    let found = store::by_link(tx, &token.digest())?.filter(|request| request.is_live(now));
    let Some(request) = found else { return Ok(None) };
    if has_ended(tx, &request)? {
        return Ok(None);
    }
    if asked.is_some_and(|asked| request.was_asked_by(&asked.digest())) {
        return Ok(Some(LinkSeen::Here));
    }
    Ok(Some(LinkSeen::Elsewhere { code: code_of(tx, token)? }))
}

pub(crate) struct Confirm {
    pub proof: Proof,
    pub details: Option<Details>,
    /// The caller's network address.
    pub address: String,
}

/// Whose record a code or a link opens. It is used up; what was wrong is counted.
pub(crate) fn confirm(tx: &mut Tx, confirm: &Confirm) -> Result<SignedIn> {
    let caller = hashed(tx, "sign-in-used", &confirm.address)?;
    count_under(tx, &caller, USED_PER_CALLER)?;
    let request = match &confirm.proof {
        Proof::Code { request, code } => typed(tx, (request, code), &confirm.address)?,
        Proof::Link { token, asked } => followed(tx, token, asked.as_ref())?,
    };
    if has_ended(tx, &request)? {
        return Err(match confirm.proof {
            Proof::Code { .. } => wrong_code(),
            Proof::Link { .. } => link_ended(),
        });
    }
    let contact = contact_of(tx, &request)?;
    let signed_in = match identify(tx, &contact, confirm.details.as_ref())? {
        Identified::As(signed_in) => signed_in,
        Identified::MoreNeeded => return Err(more_needed()),
        Identified::No => {
            refused(tx, &contact, &confirm.address)?;
            return Err(phone_us());
        }
    };

    if !store::use_up(tx, &request)? {
        return Err(link_ended());
    }
    store::proved(tx, &signed_in.carer, &contact)?;
    tx.act_as(Actor::by_link(signed_in.family.clone(), Some(signed_in.carer.clone())));
    tx.audit(Event::SignInByCode, signed_in.family.as_str(), json!({}))?;
    Ok(signed_in)
}

/// A wrong code, an old one and a request that does not exist get the same answer.
fn typed(tx: &mut Tx, (request, code): (&Secret, &str), address: &str) -> Result<SignInRequest> {
    let digest = request.digest();
    let found = store::locked(tx, &digest)?;
    let now = tx.now();
    let found = found.filter(|row| row.is_live(now) && row.code_tries < CODE_TRIES);
    let row = found.ok_or_else(wrong_code)?;

    let contact = contact_of(tx, &row)?;
    let wrong = hashed(tx, "sign-in-code", &key_of(&contact))?;
    if !counted(count_under(tx, &wrong, WRONG_CODES))? {
        return Err(wrong_code());
    }
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if row.code_hash != code_hash(tx, digest.as_str(), &digits)? {
        store::count_try(tx, &row)?;
        refused(tx, &contact, address)?;
        return Err(wrong_code());
    }
    attempts::take_back(tx, &wrong)?;
    Ok(row)
}

fn followed(tx: &mut Tx, token: &Secret, asked: Option<&Secret>) -> Result<SignInRequest> {
    let now = tx.now();
    let found = store::by_link(tx, &token.digest())?.filter(|request| request.is_live(now));
    let asked = asked.map(Secret::digest);
    let of_this = |row: &SignInRequest| asked.as_ref().is_none_or(|asked| row.was_asked_by(asked));
    found.filter(of_this).ok_or_else(link_ended)
}

/// Who a confirmed address is.
enum Identified {
    As(SignedIn),
    /// It does not open the record alone.
    MoreNeeded,
    /// What was said besides does not match, or too often did not.
    No,
}

/// The carer whose address it is. What does not match is always answered with the same words, and so
/// is anything after too much of it.
fn identify(tx: &mut Tx, contact: &Contact, details: Option<&Details>) -> Result<Identified> {
    let Some(details) = details else {
        let found = holder(tx, contact, |_| false)?;
        return Ok(open(tx, found)?.map_or(Identified::MoreNeeded, Identified::As));
    };
    let wrong = hashed(tx, "sign-in-details", &key_of(contact))?;
    if !counted(count_under(tx, &wrong, WRONG_DETAILS))? {
        return Ok(Identified::No);
    }
    let found = holder(tx, contact, |household| details.describe(household))?;
    let Some(signed_in) = open(tx, found)? else { return Ok(Identified::No) };
    attempts::clear(tx, &wrong)?;
    Ok(Identified::As(signed_in))
}

/// Leaves a line of it, with nothing that was typed.
fn refused(tx: &mut Tx, contact: &Contact, address: &str) -> Result<()> {
    let refusal = Refusal {
        who: RefusedCaller::Typed(key_of(contact)),
        address: address.to_owned(),
        operation: "sign_in".to_owned(),
        code: Code::WrongCredentials,
    };
    refusals::write(tx, &refusal)
}

fn open(tx: &mut Tx, found: Option<KnownFamily>) -> Result<Option<SignedIn>> {
    let Some(found) = found else { return Ok(None) };
    let carer = found.carer.id;
    if store::is_barred(tx, &carer)? {
        return Ok(None);
    }
    Ok(Some(SignedIn { family: found.household.family.id, carer }))
}

/// Whether there was room for one more.
fn counted(count: Result<()>) -> Result<bool> {
    match count {
        Ok(()) => Ok(true),
        Err(fault) if fault.code() == Code::TooManyAttempts => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// Whether staff have ended the access of a carer with this address since it was asked for.
fn has_ended(tx: &mut Tx, request: &SignInRequest) -> Result<bool> {
    let contact = contact_of(tx, request)?;
    has_ended_since(tx, &contact, request.asked_at)
}

fn contact_of(tx: &Tx, request: &SignInRequest) -> Result<Contact> {
    let typed = tx.unseal(SEALED_AS, &request.request_hash, &request.sealed)?;
    Ok(match typed.contains('@') {
        true => Contact::Email(typed),
        false => Contact::Phone(typed),
    })
}

fn hashed(tx: &Tx, kind: &str, of: &str) -> Result<String> {
    Ok(format!("{kind}:{}", tx.keyed_hash(kind, of)?))
}

fn code_hash(tx: &Tx, request: &str, code: &str) -> Result<String> {
    tx.keyed_hash("sign-in code", &format!("{request}:{code}"))
}

/// The code is made of the link's secret, so that the page behind the link can show it.
fn code_of(tx: &Tx, token: &Secret) -> Result<String> {
    let hash = tx.keyed_hash("sign-in code of link", token.reveal())?;
    let number = hash.bytes().fold(0, |number, byte| (number * 257 + u64::from(byte)) % CODES);
    Ok(format!("{number:06}"))
}

fn wrong_code() -> Fault {
    let detail = "This is not the code in our message, or it is too old. Ask for a new one.";
    Fault::invalid(WRONG_CODE, detail).keeping()
}

fn link_ended() -> Fault {
    Fault::new(Code::NoLongerOpen, "The link was used or is too old. Ask for a new one.")
}

fn more_needed() -> Fault {
    Fault::invalid(MORE_NEEDED, "Give the birth date of one of your children too.")
        .field("/postcode", "Give your postcode too.")
        .keeping()
}

fn phone_us() -> Fault {
    let detail = "This does not match what we know. Please phone us.";
    Fault::invalid(MORE_NEEDED, detail).field("/postcode", detail).keeping()
}
