//! Links about a family's membership, followed: its contact is confirmed, its details are
//! confirmed, or it says no. Each does one thing, and following it twice changes nothing.

use crate::access::{Act, Actor};
use crate::audit::Event;
use crate::base::fault::{Code, Result};
use crate::base::id::{CarerId, FamilyId};
use crate::db::Tx;
use crate::families::answers::{self, AnswerSaid, FamilyAnswer, Question};
use crate::families::service::allow;
use crate::families::{Carer, Household, store as families};
use crate::mail::link::{FamilyLink, FamilyPurpose};
use crate::membership::addresses::service as addresses;
use crate::membership::birthdays::{self, lost};
use crate::membership::{service, store};
use serde_json::json;

/// Whether there is something to ask, or it was already done; `None`: the family no longer exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkOpened {
    ToDo,
    Done,
}

const NO: &str = "no";

pub(crate) fn look(tx: &mut Tx, link: &FamilyLink) -> Result<Option<LinkOpened>> {
    let Some((household, carer)) = carer_of(tx, link)? else { return Ok(None) };
    let done = match link.purpose {
        FamilyPurpose::ConfirmContact => carer.email_proved_at.is_some(),
        FamilyPurpose::ConfirmDetails => false,
        FamilyPurpose::SayNo => store::has_opted_out(tx, &household.family.id)?,
        FamilyPurpose::StopCards => wants_no_cards(tx, &household.family.id)?,
        FamilyPurpose::StopFeedback => !wants_feedback(tx, &carer)?,
        FamilyPurpose::ConfirmAddress => {
            addresses::asked(tx, link)?.is_some_and(|change| change.confirmed_at.is_some())
        }
    };
    Ok(Some(if done { LinkOpened::Done } else { LinkOpened::ToDo }))
}

/// Does what a link is for, as the carer it was sent to.
pub(crate) fn follow(tx: &mut Tx, link: &FamilyLink) -> Result<Option<LinkOpened>> {
    let Some((household, carer)) = carer_of(tx, link)? else { return Ok(None) };
    let id = household.family.id.clone();
    tx.act_as(Actor::by_link(id.clone(), Some(carer.id.clone())));
    families::lock(tx, std::slice::from_ref(&id))?;
    match link.purpose {
        FamilyPurpose::ConfirmContact => confirm_contact(tx, &household, carer)?,
        FamilyPurpose::ConfirmDetails => confirm_details(tx, &household)?,
        FamilyPurpose::SayNo => drop(service::opt_out(tx, &id)?),
        FamilyPurpose::StopCards => stop_cards(tx, &household)?,
        FamilyPurpose::StopFeedback => stop_feedback(tx, &household, &carer)?,
        FamilyPurpose::ConfirmAddress => {
            if let Some(change) = addresses::asked(tx, link)? {
                addresses::confirm(tx, carer, &change)?;
            }
        }
    }
    Ok(Some(LinkOpened::Done))
}

fn confirm_contact(tx: &mut Tx, household: &Household, carer: Carer) -> Result<()> {
    allow(tx, Act::ChangeFamily, &household.family.id)?;
    if carer.email_proved_at.is_none() {
        let now = tx.now();
        let confirmed_at = carer.confirmed_at.or(Some(now));
        let proved = Carer { confirmed_at, email_proved_at: Some(now), ..carer };
        families::save_carer(tx, &proved)?;
        tx.audit(Event::ConfirmContact, household.family.id.as_str(), json!({}))?;
    }
    Ok(())
}

fn confirm_details(tx: &mut Tx, household: &Household) -> Result<()> {
    allow(tx, Act::ChangeFamily, &household.family.id)?;
    if let Some(mut membership) = store::of_family(tx, &household.family.id)? {
        membership.details_confirmed_at = Some(tx.now());
        store::save(tx, &membership)?;
        let now = tx.now();
        lost::store::family_found(tx, &household.family.id, now)?;
        tx.audit(Event::ConfirmDetails, household.family.id.as_str(), json!({}))?;
    }
    Ok(())
}

fn wants_no_cards(tx: &mut Tx, family: &FamilyId) -> Result<bool> {
    let live = answers::store::live(tx, &[family.as_str()])?;
    let is_no =
        |answer: &FamilyAnswer| answer.question == Question::BirthdayCards && answer.value == NO;
    Ok(live.iter().any(is_no))
}

fn stop_cards(tx: &mut Tx, household: &Household) -> Result<()> {
    allow(tx, Act::ChangeFamily, &household.family.id)?;
    let no = AnswerSaid { question: Question::BirthdayCards, value: NO.to_owned() };
    let family = &household.family;
    answers::service::keep(tx, family, family.id.as_str(), &[no])?;
    birthdays::service::withdraw(tx, &family.id, birthdays::CardReason::SaidNo)?;
    tx.audit(Event::StopCards, family.id.as_str(), json!({}))
}

fn wants_feedback(tx: &mut Tx, carer: &Carer) -> Result<bool> {
    let live = answers::store::live(tx, &[carer.id.as_str()])?;
    let is_yes = |answer: &FamilyAnswer| {
        answer.question == Question::FeedbackByEmail
            && answer.family_id == carer.family_id
            && answer.value != NO
    };
    Ok(live.iter().any(is_yes))
}

fn stop_feedback(tx: &mut Tx, household: &Household, carer: &Carer) -> Result<()> {
    let family = &household.family;
    allow(tx, Act::ChangeFamily, &family.id)?;
    let no = AnswerSaid { question: Question::FeedbackByEmail, value: NO.to_owned() };
    answers::service::keep(tx, family, carer.id.as_str(), &[no])?;
    tx.audit(Event::StopFeedback, family.id.as_str(), json!({}))
}

fn carer_of(tx: &mut Tx, link: &FamilyLink) -> Result<Option<(Household, Carer)>> {
    let id = FamilyId::from(link.subject.as_str());
    let kept = families::kept(tx, &id).and_then(|id| families::household(tx, &id));
    let household = match kept {
        Ok(household) => household,
        Err(fault) if fault.code() == Code::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    if household.family.has_ended_links_of(link.made_at) {
        return Ok(None);
    }
    let carer = match (link.purpose, addresses::asked(tx, link)?) {
        (FamilyPurpose::ConfirmAddress, None) => return Ok(None),
        (_, Some(change)) => change.carer_id,
        (_, None) => CarerId::from(link.detail.as_deref().unwrap_or_default()),
    };
    let carer = household.carers.iter().find(|known| known.id == carer).cloned();
    Ok(carer.map(|carer| (household, carer)))
}
