//! Printing blank cards, and giving one to a family.

use super::BlankCard;
use super::store::{self, Given};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code as FaultCode, Fault, Result};
use crate::base::id::{PartnerId, StatementId};
use crate::db::Tx;
use crate::families::statements::service as statements;
use crate::families::store as households;
use crate::membership::card::Card;
use crate::membership::card::code::Code;
use crate::membership::card::service::{Press, key};
use crate::membership::notices::{ENGLISH, service as notices};
use crate::membership::number::Number;
use crate::membership::store as memberships;
use serde_json::json;

/// How many random numbers may be taken before something must be wrong.
const NUMBERS_TRIED: usize = 50;

/// Every blank card is the first of its number.
pub(crate) const ISSUE: i32 = 1;

fn team(tx: &Tx) -> Result<(PartnerId, Option<String>)> {
    let actor = tx.actor();
    let partner = actor.partner_id.clone().ok_or_else(|| Fault::not_found("partner"))?;
    let scope = Scope::organisation().team(Some(&partner), actor.team.as_deref());
    tx.allow(Act::GiveCard, &scope, "card")?;
    Ok((partner, actor.team.clone()))
}

/// New cards of the caller's team, with what is drawn on each.
pub(crate) fn make(tx: &mut Tx, press: &Press, count: usize) -> Result<Vec<Card>> {
    let (partner_id, team) = team(tx)?;
    let made_by = tx.actor().account_id.clone().ok_or_else(|| Fault::not_found("account"))?;
    let made_at = tx.now();
    let blank = |number| BlankCard {
        number,
        partner_id: partner_id.clone(),
        team: team.clone(),
        made_by: made_by.clone(),
        made_at,
        statement_id: None,
        given_by: None,
        given_at: None,
        card_issue: None,
    };
    let mut numbers = Vec::new();
    for _ in 0..count {
        let mut card = blank(Number::blank());
        let mut tried = 1;
        while !store::add(tx, &card)? {
            if tried == NUMBERS_TRIED {
                return Err(Fault::internal("no number for a blank card is free"));
            }
            tried += 1;
            card = blank(Number::blank());
        }
        numbers.push(card.number);
    }
    tx.audit(Event::PrintBlankCards, partner_id.as_str(), json!({ "cards": numbers.len() }))?;
    drawn(tx, press, numbers)
}

fn drawn(tx: &mut Tx, press: &Press, numbers: Vec<Number>) -> Result<Vec<Card>> {
    let pair = key(tx, &press.wrapping)?.pair(&press.wrapping)?;
    let notice = notices::current(tx, ENGLISH)?;
    let card = |number: Number| Card {
        organisation: press.organisation.clone(),
        adults: Vec::new(),
        code: Code { number: number.clone(), issue: ISSUE }.signed(&pair),
        number,
        centre: None,
        phone: None,
        offer: Vec::new(),
        notice: notice.clone(),
        whats_on: press.whats_on.clone(),
        language: None,
    };
    Ok(numbers.into_iter().map(card).collect())
}

/// The team's cards that nobody has yet.
pub(crate) fn to_give(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<BlankCard>> {
    let (partner, team) = team(tx)?;
    store::to_give(tx, (&partner, team.as_deref()), after, rows)
}

/// Gives one of the team's cards to a family that it has stated. Repeating it changes nothing.
pub(crate) fn give(tx: &mut Tx, number: &Number, to: &StatementId) -> Result<BlankCard> {
    let (partner, team) = team(tx)?;
    let by = tx.actor().account_id.clone().ok_or_else(|| Fault::not_found("account"))?;
    let own = |card: &BlankCard| card.partner_id == partner && card.team == team;
    let card = store::card(tx, number)?.filter(own);
    card.ok_or_else(|| {
        let detail = "Your team has printed no card with this number. Read it again.";
        Fault::invalid("/number", detail)
    })?;
    let statement = statements::own(tx, to)?;
    if statement.said_no_at.is_some() {
        let detail = "This family said that it does not want to be a member, so it has no card.";
        return Err(Fault::new(FaultCode::NoLongerOpen, detail));
    }

    let membership = match &statement.family_id {
        Some(family) => {
            let kept = households::kept(tx, family)?;
            memberships::of_family(tx, &kept)?
        }
        None => None,
    };
    let card_issue = membership.map_or(ISSUE, |membership| membership.card_issue);
    let given = Given { statement: to, by: &by, at: tx.now(), card_issue };
    let is_new = store::give(tx, number, &given)?;
    let card = store::card(tx, number)?.ok_or_else(|| Fault::not_found("card"))?;
    if card.statement_id.as_ref() != Some(to) {
        let detail = "This card was given to another family. Take another one.";
        return Err(Fault::new(FaultCode::NoLongerOpen, detail).field("/number", detail));
    }
    if is_new {
        let detail = json!({ "statement": to });
        tx.audit_families(
            Event::GiveCard,
            number.as_str(),
            statement.family_id.as_slice(),
            detail,
        )?;
    }
    Ok(card)
}
