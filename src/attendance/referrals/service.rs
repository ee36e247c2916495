//! Telling professionals what became of their referrals, when they ask and by message.

use super::store::KeptReferral;
use super::{Became, Ended, ReferralList, store};
use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::{FamilyId, PartnerId, ReferralId, SessionId};
use crate::bookings::service::withdraw;
use crate::bookings::telling::service as telling;
use crate::db::Tx;
use crate::families::statements::service as statements;
use crate::mail::service::{Letter, enqueue};
use crate::mail::{MailChannel, Message, Outcome, OutcomeResult};
use crate::sessions::Planned;
use crate::{bookings, jobs, sessions};
use chrono::TimeDelta;
use std::collections::HashMap;

/// The team's referrals, the newest first.
pub(crate) fn list(
    tx: &mut Tx,
    wanted: &ReferralList,
    after: &str,
    rows: i64,
) -> Result<Vec<Became>> {
    let (partner, team) = (tx.actor().partner_id.clone(), tx.actor().team.clone());
    let partner = partner.ok_or_else(|| Fault::not_found("partner"))?;
    let line = wanted.line.trim();
    let named = match line.is_empty() {
        true => None,
        false => Some(statements::find(tx, line, STATEMENTS_FOUND)?),
    };
    let named = named.map(|all| all.iter().map(|one| one.id.to_string()).collect());
    let now = tx.now();
    let found =
        store::of_team(tx, (&partner, team.as_deref()), (wanted, named, now), (after, rows))?;
    became(tx, &partner, found)
}

/// One of the team's referrals.
pub fn one(tx: &mut Tx, id: &ReferralId) -> Result<Became> {
    let own = withdraw::own(tx, Act::SeeReferrals, id)?;
    let partner = own.partner_id.ok_or_else(|| Fault::not_found("referral"))?;
    let found = store::one(tx, id)?;
    let became = became(tx, &partner, vec![found])?;
    became.into_iter().next().ok_or_else(|| Fault::not_found("referral"))
}

/// As many families a search may name: what is searched for more widely is no name.
const STATEMENTS_FOUND: usize = 200;

fn became(tx: &mut Tx, partner: &PartnerId, found: Vec<KeptReferral>) -> Result<Vec<Became>> {
    let hears = bookings::store::partner_kind(tx, partner)?.hears_attendance();
    let now = tx.now();
    let told = |kept: &KeptReferral| {
        let agreed = kept.referral.tell_outcome && kept.referral.withdrawn_at.is_none();
        (agreed && kept.ends_at <= now).then(|| kept.fate.result())
    };
    let has_place = |kept: &KeptReferral| told(kept) == Some(OutcomeResult::PlaceGiven);
    let asked: Vec<(SessionId, FamilyId)> = found
        .iter()
        .filter(|kept| hears && has_place(kept))
        .map(|kept| (kept.session.clone(), kept.family.clone()))
        .collect();
    let came = store::came(tx, &asked)?;
    let mut ids: Vec<SessionId> =
        found.iter().map(|kept| kept.referral.session_id.clone()).collect();
    ids.sort();
    ids.dedup();
    let planned: HashMap<SessionId, Planned> = sessions::store::planned_of(tx, &ids)?
        .into_iter()
        .map(|one| (one.session.id.clone(), one))
        .collect();
    let became = |kept: KeptReferral| {
        let outcome = told(&kept);
        let came = came.get(&(kept.session.clone(), kept.family.clone())).copied();
        let came = came.filter(|_| hears && has_place(&kept));
        let said = kept.said.as_deref().map(serde_json::from_str).transpose();
        let planned = planned.get(&kept.referral.session_id).cloned();
        Ok(Became {
            planned: planned.ok_or_else(|| Fault::internal("a referral to no session"))?,
            said: said.map_err(Fault::internal)?,
            family: kept.family,
            referral: kept.referral,
            reference: kept.reference,
            outcome,
            came,
        })
    };
    found.into_iter().map(became).collect()
}

/// If no register is complete this long after a session, a professional hears at least about the
/// place.
const PATIENCE: TimeDelta = TimeDelta::days(14);

/// Tells professionals what became of their referrals: when the session is over or, where they may
/// hear who came, when its register is complete.
pub fn tell_outcomes(tx: &mut Tx) -> Result<usize> {
    let (since, now) = jobs::store::since_last_run(tx, "tell_outcomes")?;

    let mut told = 0;
    for one in store::ended(tx, since, now)? {
        if !one.waits_for_the_register() {
            told += usize::from(tell(tx, &one, one.fate.result())?);
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
        told += usize::from(tell(tx, &one, one.fate.result())?);
    }
    Ok(told)
}

/// Once for each referral.
fn tell(tx: &mut Tx, one: &Ended, result: OutcomeResult) -> Result<bool> {
    let planned = sessions::store::planned(tx, &one.session)?;
    let outcome = Outcome {
        session: telling::facts(&planned),
        reference: one.reference.clone().unwrap_or_else(|| one.referral.to_string()),
        referred_on: planned.local(one.made_at).date(),
        result,
    };
    let letter = Letter {
        dedupe: format!("outcome:{}", one.referral),
        channel: MailChannel::Email,
        recipient: one.email.clone(),
        message: Message::Outcome(outcome),
        about: telling::about(None, &one.session, Some(&one.booking)),
        not_before: None,
    };
    enqueue(tx, &letter)
}
