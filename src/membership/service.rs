//! How a family becomes a member, is told, and leaves. Whoever changes a membership holds the lock
//! of its family.

use super::birthdays;
use super::number::Number;
use super::{EndedWhy, Membership, Standing, ToldHow, store};
use crate::access::Act;
use crate::audit::Event;
use crate::db::Tx;
use crate::families::service::{self as families, AddFamily, scope_of, today};
use crate::families::statements::{
    Said, Statement, service as statements, store as statements_store,
};
use crate::families::{
    Family, Household, TaskKind, first_contact_service, store as households, suppression_service,
    task_store,
};
use crate::fault::{Code, Fault};
use crate::id::FamilyId;
use chrono::Months;
use serde_json::json;

/// A listed family is told within so many months.
const TELL_WITHIN: Months = Months::new(1);

/// Random numbers that may be taken before something must be wrong.
const NUMBERS_TRIED: usize = 50;

/// What came of a first contact that staff write down.
#[derive(Clone, Debug)]
pub enum Met {
    New(Household),
    /// It is this family, and theirs to open.
    Known(Household),
    /// It is a family that is not theirs to open: what they said is kept as a statement.
    Stated(Statement),
}

/// Somebody at a centre meets a family. Its first contact makes a record, a second makes none.
pub fn meet(tx: &mut Tx, add: &AddFamily) -> Result<Met, Fault> {
    families::allow_making(tx, add)?;
    if add.guest {
        return Ok(Met::New(make(tx, add)?));
    }
    suppression_service::refuse_suppressed(tx, add)?;
    tx.alone("described families")?;
    let Some(known) = first_contact_service::known(tx, add)? else {
        return Ok(Met::New(make(tx, add)?));
    };
    let family = &known.household.family;
    let scope = scope_of(tx, family)?;
    if tx.actor().may(Act::SeeFamily, &scope) {
        tx.audit(Event::OpenFamily, family.id.as_str(), json!({}))?;
        return Ok(Met::Known(known.household));
    }
    let said = Said::of(add).ok_or_else(|| Fault::not_found("child"))?;
    let (statement, is_new) = statements::keep(tx, &said, None)?;
    if is_new {
        statements_store::link(tx, &statement.id, &family.id, &known.children)?;
        tx.audit(Event::State, family.id.as_str(), json!({ "statement": statement.id }))?;
    }
    if family.restricted {
        restricted_met(tx, family)?;
    }
    Ok(Met::Stated(statement))
}

/// What was typed of a restricted family is answered like any other; its lead settles it.
pub fn restricted_met(tx: &mut Tx, family: &Family) -> Result<(), Fault> {
    let detail = "Somebody described or referred this family. Settle it: nobody else was told.";
    task_store::add(tx, TaskKind::RestrictedMet, family, detail)
}

/// A family record, whoever it is of: a member at once, unless it is a guest.
pub fn make(tx: &mut Tx, add: &AddFamily) -> Result<Household, Fault> {
    let household = families::add(tx, add)?;
    enrol(tx, &household, Standing::Member)?;
    Ok(household)
}

/// The family asks staff to join again: what remembered it is forgotten.
pub fn lift(tx: &mut Tx, add: &AddFamily) -> Result<(), Fault> {
    tx.actor().allow_ever(Act::ChangeFamily)?;
    suppression_service::lift(tx, add)
}

/// Makes a family a member, or lists it. A guest, and a family without a child or one expected,
/// is neither; one that is known stays what it is, but a listed one that is met becomes a member.
pub fn enrol(
    tx: &mut Tx,
    household: &Household,
    standing: Standing,
) -> Result<Option<Membership>, Fault> {
    if household.family.guest || !household.children.iter().any(|child| child.is_spoken_of()) {
        return Ok(None);
    }
    if let Some(known) = store::of_family(tx, &household.family.id)? {
        if known.status == Standing::Listed && standing == Standing::Member {
            return told(tx, &household.family.id, ToldHow::InPerson).map(Some);
        }
        return Ok(Some(known));
    }
    let (now, today) = (tx.now(), today(tx));
    let is_listed = standing == Standing::Listed;
    let mut membership = Membership {
        number: Number::random(),
        family_id: household.family.id.clone(),
        status: standing,
        status_at: now,
        joined_on: (!is_listed).then_some(today),
        listed_on: is_listed.then_some(today),
        tell_by: is_listed.then(|| today.checked_add_months(TELL_WITHIN).unwrap_or(today)),
        told_at: None,
        told_how: None,
        ended_why: None,
        renewed_on: None,
        card_issue: 1,
        notice_version: None,
        notice_language: None,
        notice_shown_at: None,
        details_confirmed_at: None,
    };
    for _ in 0..NUMBERS_TRIED {
        if store::add(tx, &membership)? {
            return Ok(Some(membership));
        }
        membership.number = Number::random();
    }
    Err(Fault::internal("no membership number is free"))
}

/// A listed family was told, and did not say no: it is a member.
pub fn told(tx: &mut Tx, family: &FamilyId, how: ToldHow) -> Result<Membership, Fault> {
    let mut membership = of(tx, family)?;
    if membership.status == Standing::Listed {
        let (now, today) = (tx.now(), today(tx));
        membership.status = Standing::Member;
        membership.status_at = now;
        membership.joined_on = Some(today);
        membership.told_at = Some(now);
        membership.told_how = Some(how);
        store::save(tx, &membership)?;
        tx.audit(Event::Told, membership.number.as_str(), json!({ "how": how }))?;
    }
    Ok(membership)
}

/// Ends a membership. What the family has booked stays booked.
pub fn end(tx: &mut Tx, family: &FamilyId, why: EndedWhy) -> Result<Membership, Fault> {
    let mut membership = of(tx, family)?;
    if membership.is_live() {
        membership.status = match why {
            EndedWhy::OptedOut => Standing::OptedOut,
            EndedWhy::AgedOut | EndedWhy::MovedAway | EndedWhy::Silenced | EndedWhy::Joined => {
                Standing::Ended
            }
        };
        membership.ended_why = Some(why);
        membership.status_at = tx.now();
        store::save(tx, &membership)?;
        tx.audit(Event::EndMembership, membership.number.as_str(), json!({ "why": why }))?;
    }
    Ok(membership)
}

/// The family says no: no membership, no card, no feed, no birthday mail. It may go on booking.
pub fn opt_out(tx: &mut Tx, id: &FamilyId) -> Result<Household, Fault> {
    households::lock(tx, std::slice::from_ref(id))?;
    let household = households::household(tx, id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(Act::EndMembership, &scope, "family")?;

    let before = store::of_family(tx, id)?;
    if before.as_ref().is_some_and(|before| before.status == Standing::OptedOut) {
        return Ok(household);
    }
    if before.is_some() {
        end_anyway(tx, id)?;
    }
    birthdays::service::withdraw(tx, id, birthdays::Why::OptedOut)?;
    suppression_service::suppress(tx, &household)?;
    tx.audit(Event::OptOut, id.as_str(), json!({}))?;
    Ok(household)
}

/// Opting out also turns a membership that had ended into one that was declined.
fn end_anyway(tx: &mut Tx, family: &FamilyId) -> Result<(), Fault> {
    let mut membership = of(tx, family)?;
    membership.status = Standing::OptedOut;
    membership.ended_why = Some(EndedWhy::OptedOut);
    membership.status_at = tx.now();
    store::save(tx, &membership)
}

/// A family that opted out, or whose membership had ended, joins again: by itself or by staff.
pub fn join_again(tx: &mut Tx, id: &FamilyId) -> Result<Household, Fault> {
    households::lock(tx, std::slice::from_ref(id))?;
    let household = households::household(tx, id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(Act::ChangeFamily, &scope, "family")?;
    suppression_service::lift_of(tx, &household)?;
    match store::of_family(tx, id)? {
        None => drop(enrol(tx, &household, Standing::Member)?),
        Some(membership) if membership.is_live() => {}
        Some(mut membership) => {
            let (now, today) = (tx.now(), today(tx));
            membership.status = Standing::Member;
            membership.status_at = now;
            membership.joined_on = Some(today);
            membership.ended_why = None;
            store::save(tx, &membership)?;
        }
    }
    tx.audit(Event::JoinAgain, id.as_str(), json!({}))?;
    Ok(household)
}

/// A child died, or a pregnancy ended: where no other child is left the membership ends too.
pub fn silenced(tx: &mut Tx, household: &Household) -> Result<(), Fault> {
    let is_left = household.children.iter().any(|child| child.is_spoken_of());
    if !is_left && store::of_family(tx, &household.family.id)?.is_some() {
        end(tx, &household.family.id, EndedWhy::Silenced)?;
    }
    Ok(())
}

fn of(tx: &mut Tx, family: &FamilyId) -> Result<Membership, Fault> {
    store::of_family(tx, family)?.ok_or_else(|| {
        Fault::new(Code::NotFound, "This family has no membership: it books as a guest.")
    })
}

/// Whether this is somebody a card may be made for.
pub fn is_member(tx: &mut Tx, family: &Family) -> Result<bool, Fault> {
    let membership = store::of_family(tx, &family.id)?;
    Ok(membership.is_some_and(|membership| membership.is_live()))
}
