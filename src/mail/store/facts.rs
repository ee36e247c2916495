//! Queries about what a letter is about, as it is at the moment the letter would leave.

use super::Due;
use crate::base::fault::Result;
use crate::base::id::{BookingId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::base::text::phone_digits;
use crate::db::Tx;
use crate::db::schema::{
    answers, birthday_cards, booking_sessions, bookings, carers, children, families, memberships,
    sessions,
};
use crate::mail::MailChannel;
use crate::mail::still::{Session, StillFacts};
use diesel::dsl::max;
use diesel::prelude::*;

pub(crate) fn facts(tx: &mut Tx, letter: &Due) -> Result<StillFacts> {
    let mut facts = StillFacts::default();
    if let Some(id) = &letter.session_id {
        facts.session = session(tx, id)?;
    }
    if let Some(id) = &letter.booking_id {
        facts.booking =
            bookings::table.find(id).select(bookings::status).first(tx.conn()).optional()?;
        facts.last_ends_at = last_ends_at(tx, id)?;
    }
    if let Some(id) = &letter.family_id {
        let (said_no, no_card) = family(tx, id)?;
        facts.said_no = said_no;
        facts.no_card = no_card || said_no || child_ended(tx, &letter.dedupe)?;
        facts.no_feedback = letter.kind == FEEDBACK && !wants_feedback(tx, id, &letter.recipient)?;
    }
    Ok(facts)
}

/// The carer a letter is for.
pub(crate) struct Reader {
    pub name: String,
    pub language: Option<String>,
}

/// The carer a letter is for; `None` where it goes to somebody else, to an address
/// that was not confirmed, or to one that two of them share.
pub(crate) fn reader(tx: &mut Tx, letter: &Due) -> Result<Option<Reader>> {
    let Some(family) = &letter.family_id else { return Ok(None) };
    let to = letter.recipient.as_str();
    let own = carers::table.filter(carers::family_id.eq(family)).limit(2);
    let row = (carers::name, carers::language);
    let mut readers: Vec<(String, Option<String>)> = match letter.channel {
        MailChannel::Email => {
            let own = own.filter(carers::email.eq(to)).filter(carers::confirmed_at.is_not_null());
            own.select(row).load(tx.conn())?
        }
        MailChannel::Text => {
            let own = own.filter(carers::phone_digits.eq(phone_digits(&format!("+{to}"))));
            own.select(row).load(tx.conn())?
        }
    };
    let only = readers.pop().filter(|_| readers.is_empty());
    Ok(only.map(|(name, language)| Reader { name, language }))
}

fn session(tx: &mut Tx, id: &SessionId) -> Result<Option<Session>> {
    let row: Option<(Moment, Moment, Option<Moment>)> = sessions::table
        .find(id)
        .select((sessions::starts_at, sessions::ends_at, sessions::cancelled_at))
        .first(tx.conn())
        .optional()?;
    Ok(row.map(|(starts_at, ends_at, cancelled)| Session {
        starts_at,
        ends_at,
        is_cancelled: cancelled.is_some(),
    }))
}

/// Of a course, its last date; of an entry for any of several dates, the last of them.
fn last_ends_at(tx: &mut Tx, booking: &BookingId) -> Result<Option<Moment>> {
    let dates = sessions::table
        .inner_join(booking_sessions::table.on(booking_sessions::session_id.eq(sessions::id).or(
            sessions::head_session_id.eq(booking_sessions::session_id.nullable()).assume_not_null(),
        )))
        .filter(booking_sessions::booking_id.eq(booking))
        .filter(sessions::cancelled_at.is_null());
    Ok(dates.select(max(sessions::ends_at)).first(tx.conn())?)
}

/// Whether a family said no to membership, and whether it gets no cards.
fn family(tx: &mut Tx, id: &FamilyId) -> Result<(bool, bool)> {
    let (restricted, is_unsafe, moved): (bool, bool, bool) = families::table
        .find(id)
        .select((
            families::restricted,
            families::unsafe_address,
            families::moved_away_on.is_not_null(),
        ))
        .first(tx.conn())?;
    let said_no = memberships::table
        .filter(memberships::family_id.eq(id))
        .filter(memberships::status.eq("opted_out"));
    let said_no = diesel::select(diesel::dsl::exists(said_no)).get_result(tx.conn())?;
    Ok((said_no, restricted || is_unsafe || moved))
}

/// The letter that asks how a session was.
const FEEDBACK: &str = "feedback";

/// Whether a carer with this address says yes to such letters.
fn wants_feedback(tx: &mut Tx, family: &FamilyId, address: &str) -> Result<bool> {
    let own = carers::table
        .filter(carers::family_id.eq(family))
        .filter(carers::email.eq(address))
        .select(carers::id);
    let yes = answers::table
        .filter(answers::family_id.eq(family))
        .filter(answers::subject_id.eq_any(own))
        .filter(answers::question.eq("feedback_by_email"))
        .filter(answers::value.eq("yes"))
        .filter(answers::ended_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(yes)).get_result(tx.conn())?)
}

/// A letter with a card is recognised by the card.
fn child_ended(tx: &mut Tx, dedupe: &str) -> Result<bool> {
    let ended = birthday_cards::table
        .inner_join(children::table.on(children::id.eq(birthday_cards::child_id)))
        .filter(birthday_cards::id.eq(dedupe))
        .filter(children::ended.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(ended)).get_result(tx.conn())?)
}
