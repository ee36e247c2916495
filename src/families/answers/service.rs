//! Storing answers and who gave them, and deciding which answers a caller may see.

use super::{AnswerSaid, FamilyAnswer, GivenBy, Question, store};
use crate::access::{Act, Actor, Role, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{AnswerId, FamilyId};
use crate::db::Tx;
use crate::families::service::scope_of;
use crate::families::store::{self as families, tasks};
use crate::families::{Family, Household, TaskKind};
use serde_json::json;

/// Records the answer to one question for a family or a person in it. A carer answers for the
/// family, the children and themselves; staff answer for another carer.
pub(crate) fn answer(
    tx: &mut Tx,
    id: &FamilyId,
    subject: &str,
    said: &AnswerSaid,
) -> Result<Household> {
    families::lock(tx, std::slice::from_ref(id))?;
    let household = families::household(tx, id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(Act::ChangeFamily, &scope, "family")?;
    let own = tx.actor().carer_id.as_ref();
    let is_other =
        household.carers.iter().any(|one| one.id.as_str() == subject && own != Some(&one.id));
    let by_other = is_other && !tx.actor().may(Act::SettleRequests, &scope);
    if by_other || !subjects(&household).contains(&subject) {
        return Err(Fault::not_found("person of the family"));
    }

    keep(tx, &household.family, subject, std::slice::from_ref(said))?;
    tx.audit(Event::Answer, id.as_str(), json!({ "question": said.question }))?;
    Ok(household)
}

/// Stores answers without checking permission: for a family that is created or changed.
pub(crate) fn keep(tx: &mut Tx, family: &Family, subject: &str, said: &[AnswerSaid]) -> Result<()> {
    if said.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    let before = store::live(tx, &[subject])?;
    for said in said {
        let is_old =
            |old: &&FamilyAnswer| old.question == said.question && old.family_id == family.id;
        let old = before.iter().find(is_old);
        if old.map(|old| old.value.as_str()) == Some(said.value.as_str()) {
            continue;
        }
        store::end(tx, &family.id, subject, said.question, now)?;
        if said.value.is_empty() {
            continue;
        }
        let actor = tx.actor().clone();
        let answer = FamilyAnswer {
            id: AnswerId::new(),
            family_id: family.id.clone(),
            subject_id: subject.to_owned(),
            question: said.question,
            value: said.value.clone(),
            given_by: giver(&actor),
            account_id: actor.account_id,
            partner_id: actor.partner_id,
            given_at: now,
            ended_at: None,
        };
        store::add(tx, &answer)?;
        if said.question == Question::Interpreter && said.value != "no" {
            tasks::add(tx, TaskKind::Interpreter, family, &said.value)?;
        }
    }
    Ok(())
}

fn giver(actor: &Actor) -> GivenBy {
    let at_desk = [Role::Staff, Role::FrontDesk, Role::SafeguardingLead];
    if actor.partner_id.is_some() && actor.has(Role::Professional) {
        GivenBy::Partner
    } else if at_desk.iter().any(|role| actor.has(*role)) || actor.is_service() {
        GivenBy::Staff
    } else {
        GivenBy::Own
    }
}

/// The ids answers can be about: the family, its carers and its children.
fn subjects(household: &Household) -> Vec<&str> {
    let carers = household.carers.iter().map(|carer| carer.id.as_str());
    let children = household.children.iter().map(|child| child.id.as_str());
    std::iter::once(household.family.id.as_str()).chain(carers).chain(children).collect()
}

/// The current answers of a household that this caller may see: all for the family itself and
/// staff, what the front desk needs for the desk, and an agency's own for a professional.
pub(crate) fn visible(
    tx: &mut Tx,
    household: &Household,
    scope: &Scope,
) -> Result<Vec<FamilyAnswer>> {
    let actor = tx.actor().clone();
    let whole = [Role::Parent, Role::Staff, Role::SafeguardingLead];
    let sees_all =
        actor.is_service() || whole.iter().any(|role| actor.may_as(*role, Act::SeeFamily, scope));
    let at_desk = actor.may_as(Role::FrontDesk, Act::SeeFamily, scope);
    // A shared child's other household gave its answers in private.
    let own = |answer: &FamilyAnswer| answer.family_id == household.family.id;
    let given_here = |answer: &FamilyAnswer| {
        answer.partner_id.is_some() && answer.partner_id == actor.partner_id
    };
    let mut answers = store::live(tx, &subjects(household))?;
    answers.retain(|answer| {
        own(answer)
            && (sees_all || at_desk && answer.question.is_for_the_door() || given_here(answer))
    });
    Ok(answers)
}
