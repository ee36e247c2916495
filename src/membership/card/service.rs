//! Opening a membership by its number, making its card, issuing a new one, checking a code.

use super::blank::store as blanks;
use super::code::Code;
use super::{Card, Checked, Validity, drawing, store};
use crate::access::keys::{KeyState, StoredKey};
use crate::access::wrapping::WrappingKey;
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code as FaultCode, Fault, Result};
use crate::base::id::CentreId;
use crate::centres;
use crate::db::Tx;
use crate::families::service::scope_of;
use crate::families::{Household, store as households};
use crate::membership::notices::service as notices;
use crate::membership::number::Number;
use crate::membership::{Membership, store as memberships};
use serde_json::json;

/// What every card of the installation shares.
#[derive(Clone)]
pub(crate) struct Press {
    pub organisation: String,
    pub whats_on: String,
    pub wrapping: WrappingKey,
}

/// A membership and its family, if the caller may do this with it; the opening is logged.
pub(crate) fn open(
    tx: &mut Tx,
    number: &Number,
    act: Act,
    logged: Event,
) -> Result<(Membership, Household)> {
    let membership =
        memberships::leading(tx, number)?.ok_or_else(|| Fault::not_found("membership"))?;
    let household = households::household(tx, &membership.family_id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(act, &scope, "membership")?;
    let family = [household.family.id.clone()];
    tx.audit_families(logged, number.as_str(), &family, json!({}))?;
    Ok((membership, household))
}

/// The card of a current membership.
pub(crate) fn card(tx: &mut Tx, press: &Press, number: &Number, act: Act) -> Result<Card> {
    let (membership, household) = open(tx, number, act, Event::OpenCard)?;
    must_stand(&membership)?;

    let key = key(tx, &press.wrapping)?;
    let code = Code { number: membership.number.clone(), issue: membership.card_issue };
    let notice = notices::of_membership(tx, &membership)?;
    let (centre, offer) = match &household.family.centre_id {
        None => (None, Vec::new()),
        Some(id) => (Some(centres::store::centre(tx, id)?), store::offer(tx, id)?),
    };
    Ok(Card {
        organisation: press.organisation.clone(),
        adults: household.carers.iter().take(2).map(|carer| carer.name.clone()).collect(),
        number: membership.number,
        phone: centre.as_ref().and_then(|centre| centre.phone.clone()),
        centre: centre.map(|centre| centre.name),
        code: code.signed(&key.pair(&press.wrapping)?),
        offer,
        notice,
        whats_on: press.whats_on.clone(),
        language: household.carers.iter().find_map(|carer| carer.language.clone()),
    })
}

/// The cards of several memberships, in this order.
pub(crate) fn cards(tx: &mut Tx, press: &Press, numbers: &[Number]) -> Result<Vec<Card>> {
    let each = numbers.iter().enumerate().map(|(at, number)| {
        card(tx, press, number, Act::IssueCard).map_err(|fault| {
            let detail = fault.detail().to_owned();
            fault.field(&format!("/numbers/{at}"), detail)
        })
    });
    each.collect()
}

/// A new card: the codes of all earlier cards stop working from now on.
pub(crate) fn reissue(tx: &mut Tx, number: &Number) -> Result<(Membership, Household)> {
    let unlocked =
        memberships::leading(tx, number)?.ok_or_else(|| Fault::not_found("membership"))?;
    households::lock(tx, &[unlocked.family_id])?;
    let (mut membership, household) = open(tx, number, Act::IssueCard, Event::ReissueCard)?;
    must_stand(&membership)?;

    membership.card_issue += 1;
    memberships::save(tx, &membership)?;
    Ok((membership, household))
}

/// What a scanned code is worth. Only a caller who may see the family is told which it is.
pub(crate) fn check(tx: &mut Tx, scanned: &str) -> Result<Checked> {
    tx.allow(Act::CheckCard, &Scope::organisation(), "card")?;
    let keys = store::keys(tx)?;
    let Code { number, issue } = Code::read(scanned, &keys)?;

    let Some(membership) = memberships::by_number(tx, &number)? else {
        return check_blank(tx, number);
    };
    let kept = households::kept(tx, &membership.family_id)?;
    let leads_on = kept != membership.family_id;
    let family = households::family(tx, &kept)?;
    let scope = scope_of(tx, &family)?;
    let may_see = tx.actor().may(Act::SeeMembership, &scope);
    // The family of a record that was merged into another has that one's card.
    let standing = memberships::leading(tx, &number)?;
    let validity = if !standing.is_some_and(|standing| standing.is_live()) {
        Validity::Ended
    } else if leads_on || issue != membership.card_issue {
        Validity::Replaced
    } else {
        Validity::Valid
    };
    tx.audit(Event::CheckCard, number.as_str(), json!({ "validity": validity }))?;
    Ok(Checked { number, validity, family_id: may_see.then_some(family.id) })
}

/// The same of a card that was printed blank: it is as good as the card that its family had when it
/// was given.
fn check_blank(tx: &mut Tx, number: Number) -> Result<Checked> {
    let Some(blank) = blanks::card(tx, &number)? else {
        return Ok(Checked { number, validity: Validity::Ended, family_id: None });
    };
    let standing = memberships::leading(tx, &number)?;
    let (validity, family_id) = match standing {
        _ if blank.given_at.is_none() => (Validity::NotGiven, None),
        None => (Validity::Ended, None),
        Some(membership) => {
            let family = households::family(tx, &membership.family_id)?;
            let scope = scope_of(tx, &family)?;
            let may_see = tx.actor().may(Act::SeeMembership, &scope);
            let validity = match membership.is_live() {
                false => Validity::Ended,
                true if blank.card_issue != Some(membership.card_issue) => Validity::Replaced,
                true => Validity::Valid,
            };
            (validity, may_see.then_some(family.id))
        }
    };
    tx.audit(Event::CheckCard, number.as_str(), json!({ "validity": validity }))?;
    Ok(Checked { number, validity, family_id })
}

/// The key that signs cards, created when it is first needed.
pub(crate) fn key(tx: &mut Tx, wrapping: &WrappingKey) -> Result<StoredKey> {
    if let Some(key) = store::keys(tx)?.pop() {
        return Ok(key);
    }
    tx.alone("card_keys")?;
    if let Some(key) = store::keys(tx)?.pop() {
        return Ok(key);
    }
    let key = StoredKey::random(KeyState::Current, tx.now(), wrapping)?;
    store::add_key(tx, &key)?;
    Ok(key)
}

/// Sets what a centre offers; no lines means nothing of its own.
pub(crate) fn keep_offer(tx: &mut Tx, centre: &CentreId, lines: &[String]) -> Result<()> {
    tx.allow(Act::KeepOffer, &Scope::centre(centre), "centre")?;
    centres::store::centre(tx, centre)?;
    if !drawing::offer_fits(lines) {
        let detail = "This does not fit on the back of a card. Use fewer or shorter lines.";
        return Err(Fault::invalid("/lines", detail));
    }

    let now = tx.now();
    store::save_offer(tx, centre, lines, now)?;
    tx.audit(Event::KeepOffer, centre.as_str(), json!({ "lines": lines.len() }))
}

fn must_stand(membership: &Membership) -> Result<()> {
    if membership.is_live() {
        return Ok(());
    }
    let detail = "This membership has ended, so it has no card. The family may still book.";
    Err(Fault::new(FaultCode::NoLongerOpen, detail))
}
