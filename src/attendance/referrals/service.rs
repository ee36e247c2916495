//! Telling professionals what became of their referrals, when they ask and by message.

use super::{Became, Ended, store};
use crate::bookings::telling::{service as telling, store as topics};
use crate::bookings::{self, Status};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{FamilyId, SessionId};
use crate::jobs;
use crate::mail::service::{Letter, enqueue};
use crate::mail::{Channel, Message, Outcome, OutcomeResult};
use chrono::TimeDelta;

/// The team's referrals, the newest first.
pub fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Became>, Fault> {
    let (partner, team) = (tx.actor().partner_id.clone(), tx.actor().team.clone());
    let partner = partner.ok_or_else(|| Fault::not_found("partner"))?;
    let found = bookings::store::referrals_of(tx, &partner, team.as_deref(), after, rows)?;

    let hears = bookings::store::partner_kind(tx, &partner)?.hears_attendance();
    let asked: Vec<(SessionId, FamilyId)> = found
        .iter()
        .filter(|(referral, _)| hears && referral.tell_outcome && referral.withdrawn_at.is_none())
        .filter(|(_, booking)| booking.status == Status::Booked)
        .map(|(_, booking)| (booking.session_id.clone(), booking.family_id.clone()))
        .collect();
    let came = store::came(tx, &asked)?;
    let became = |(referral, booking): (bookings::Referral, bookings::Booking)| {
        let key = (booking.session_id.clone(), booking.family_id.clone());
        let told = referral.tell_outcome && referral.withdrawn_at.is_none();
        let came = came.get(&key).copied().filter(|_| told && booking.status == Status::Booked);
        Became { referral, booking, came }
    };
    Ok(found.into_iter().map(became).collect())
}

/// Where no register tells so long after a session, a professional hears at least of the place.
const PATIENCE: TimeDelta = TimeDelta::days(14);

/// Tells professionals what became of their referrals: when the session is over, or where it is
/// theirs to hear who came, when its register is complete.
pub fn tell_outcomes(tx: &mut Tx) -> Result<usize, Fault> {
    let (since, now) = jobs::store::since_last_run(tx, "tell_outcomes")?;

    let mut told = 0;
    for one in store::ended(tx, since, now)? {
        if !one.waits_for_the_register() {
            told += usize::from(tell(tx, &one, result_of(&one))?);
        }
    }
    for one in store::completed(tx, since, now)? {
        if one.waits_for_the_register() {
            let key = (one.session.clone(), one.family.clone());
            let result = match store::came(tx, std::slice::from_ref(&key))?.get(&key) {
                Some(true) => OutcomeResult::Came,
                Some(false) | None => OutcomeResult::DidNotCome,
            };
            told += usize::from(tell(tx, &one, result)?);
        }
    }
    for one in store::ended(tx, since - PATIENCE, now - PATIENCE)? {
        told += usize::from(tell(tx, &one, result_of(&one))?);
    }
    Ok(told)
}

/// Once for each referral.
fn tell(tx: &mut Tx, one: &Ended, result: OutcomeResult) -> Result<bool, Fault> {
    let topic = topics::topic(tx, &one.session)?;
    let outcome = Outcome {
        session: telling::facts(&topic),
        reference: one.referral.to_string(),
        referred_on: topic.local(one.made_at).date(),
        result,
    };
    let letter = Letter {
        dedupe: format!("outcome:{}", one.referral),
        channel: Channel::Email,
        recipient: one.email.clone(),
        message: Message::Outcome(outcome),
        about: telling::about(None, &one.session, Some(&one.booking)),
        not_before: None,
    };
    enqueue(tx, &letter)
}

fn result_of(ended: &Ended) -> OutcomeResult {
    match ended.status {
        Status::Booked => OutcomeResult::PlaceGiven,
        Status::Cancelled | Status::Declined => OutcomeResult::NotTaken,
        Status::Waiting | Status::Offered | Status::Lapsed if ended.was_offered => {
            OutcomeResult::NotTaken
        }
        Status::Waiting | Status::Offered | Status::Lapsed => OutcomeResult::NoPlace,
    }
}
