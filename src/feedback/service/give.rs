//! A family says how a session was, by the link of its letter or signed in, and changes what it said.

use crate::access::{Act, Actor, Scope};
use crate::audit::Event;
use crate::base::calendar::local_day;
use crate::base::fault::{Code, Fault, Result};
use crate::base::free_text::{self, FreeText};
use crate::base::id::{BookingId, FamilyId, FeedbackId, FeedbackTextId, SessionId};
use crate::bookings;
use crate::bookings::telling::service::facts;
use crate::db::Tx;
use crate::families::{Family, store as families};
use crate::feedback::store::{self, texts};
use crate::feedback::{FeedbackGiven, FeedbackRow, FeedbackShown, FeedbackText, OPEN_FOR};
use crate::mail::link::FeedbackLink;
use crate::sessions::{self, Planned};
use serde_json::json;

/// What the page behind a link shows; `None` where there is nothing to say: the family did not come,
/// its access was ended since, or the session is not one that is asked about.
pub(crate) fn look(tx: &mut Tx, link: &FeedbackLink) -> Result<Option<FeedbackShown>> {
    let Some((family, planned)) = opened(tx, link)? else { return Ok(None) };
    shown(tx, &family.id, &planned).map(Some)
}

/// What a press on that page does.
pub(crate) fn answer(
    tx: &mut Tx,
    link: &FeedbackLink,
    given: FeedbackGiven,
) -> Result<Option<FeedbackShown>> {
    let Some((family, planned)) = opened(tx, link)? else { return Ok(None) };
    tx.act_as(Actor::by_link(family.id.clone(), None));
    keep(tx, &family.id, &planned, given)?;
    shown(tx, &family.id, &planned).map(Some)
}

/// The link for a place that a family had, where it may say how it was.
pub(crate) fn link_of(tx: &mut Tx, booking: &BookingId) -> Result<Option<FeedbackLink>> {
    let booking = bookings::store::booking(tx, booking)?;
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    let until = planned.session.ends_at + OPEN_FOR;
    let may = until > tx.now() && may_be_said(tx, &booking.family_id, &planned)?;
    Ok(may.then(|| FeedbackLink::to(&booking.session_id, &booking.family_id, until)))
}

/// How a session was, for the caller's own family.
pub(crate) fn own(tx: &mut Tx, session: &SessionId) -> Result<FeedbackShown> {
    let (family, planned) = own_session(tx, session)?;
    shown(tx, &family, &planned)
}

/// Says it, or changes it, as a parent who signed in.
pub(crate) fn give(
    tx: &mut Tx,
    session: &SessionId,
    given: FeedbackGiven,
) -> Result<FeedbackShown> {
    let (family, planned) = own_session(tx, session)?;
    if tx.now() >= planned.session.ends_at + OPEN_FOR {
        let detail = "A family can say how a session was for two weeks after it.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }
    keep(tx, &family, &planned, given)?;
    shown(tx, &family, &planned)
}

fn own_session(tx: &mut Tx, session: &SessionId) -> Result<(FamilyId, Planned)> {
    let nothing = || Fault::not_found("session that your family came to");
    let family = tx.actor().family_id.clone().ok_or_else(nothing)?;
    tx.allow(Act::GiveFeedback, &Scope::organisation().family(&family), "family")?;
    let planned = sessions::store::planned(tx, session).map_err(|fault| match fault.code() {
        Code::NotFound => nothing(),
        _ => fault,
    })?;
    match may_be_said(tx, &family, &planned)? {
        true => Ok((family, planned)),
        false => Err(nothing()),
    }
}

fn opened(tx: &mut Tx, link: &FeedbackLink) -> Result<Option<(Family, Planned)>> {
    match find(tx, link) {
        Ok((family, planned)) => {
            let is_open =
                !family.has_ended_links_of(link.made_at) && may_be_said(tx, &family.id, &planned)?;
            Ok(is_open.then_some((family, planned)))
        }
        Err(fault) if fault.code() == Code::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn find(tx: &mut Tx, link: &FeedbackLink) -> Result<(Family, Planned)> {
    let sent_to = FamilyId::from(link.detail.as_deref().unwrap_or_default());
    let family = families::kept(tx, &sent_to)?;
    let family = families::family(tx, &family)?;
    let planned = sessions::store::planned(tx, &SessionId::from(link.subject.as_str()))?;
    Ok((family, planned))
}

/// Only of a session that the family came to. A sensitive one is never asked about, because the
/// answer would lie where others read it.
fn may_be_said(tx: &mut Tx, family: &FamilyId, planned: &Planned) -> Result<bool> {
    let is_asked = !planned.activity.sensitive && planned.session.cancelled_at.is_none();
    Ok(is_asked && store::has_come(tx, family, &planned.session.id)?)
}

fn shown(tx: &mut Tx, family: &FamilyId, planned: &Planned) -> Result<FeedbackShown> {
    let row = store::of(tx, family, &planned.session.id)?;
    let is_written = match &row {
        Some(row) => texts::has_unread(tx, &row.id)?,
        None => false,
    };
    Ok(FeedbackShown {
        session: facts(planned),
        good: row.as_ref().map(|row| row.good),
        answered_at: row.map(|row| row.answered_at),
        is_written,
        until: planned.session.ends_at + OPEN_FOR,
    })
}

fn keep(tx: &mut Tx, family: &FamilyId, planned: &Planned, given: FeedbackGiven) -> Result<()> {
    families::lock(tx, std::slice::from_ref(family))?;
    let session = &planned.session.id;
    let (before, now) = (store::of(tx, family, session)?, tx.now());

    let answer = match (before, given.good) {
        (Some(row), None) => row.id,
        (Some(row), Some(good)) => {
            if row.good != good {
                store::change(tx, &row.id, good, now)?;
            }
            row.id
        }
        (None, Some(good)) => {
            let row = FeedbackRow {
                id: FeedbackId::new(),
                family_id: family.clone(),
                session_id: session.clone(),
                good,
                answered_at: now,
            };
            store::add(tx, &row)?;
            row.id
        }
        (None, None) => return Err(Fault::invalid("/good", "Say first whether it was good.")),
    };
    if let Some(said) = given.said {
        keep_words(tx, family, planned, (answer, said))?;
    }
    tx.audit(Event::GiveFeedback, family.as_str(), json!({}))
}

fn keep_words(
    tx: &mut Tx,
    family: &FamilyId,
    planned: &Planned,
    (answer, said): (FeedbackId, FreeText),
) -> Result<()> {
    let now = tx.now();
    let is_guest = families::family(tx, family)?.guest;
    let kept = if is_guest { free_text::KEPT_OF_GUESTS } else { free_text::KEPT };
    texts::remove_unread(tx, &answer)?;
    let text = FeedbackText {
        id: FeedbackTextId::new(),
        feedback_id: answer,
        said,
        written_at: now,
        read_by: free_text::read_by(local_day(now.utc(), planned.centre.zone())),
        kept_until: planned.session.local_day + kept,
        read_at: None,
        reader_id: None,
        finding: None,
        done_at: None,
    };
    texts::add(tx, &text)
}
