//! How a family becomes a member, is told, and leaves. Every change to a membership holds the lock
//! of its family.

pub(crate) mod access;
pub(crate) mod link;
pub(crate) mod partner_statements;
pub mod search;

use super::number::Number;
use super::{EndedWhy, Membership, Standing, ToldHow, birthdays, store};
use crate::access::Act;
use crate::audit::Event;
use crate::base::calendar::{HOME, at_local};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::families::add::AddFamily;
use crate::families::service::{self as families, scope_of};
use crate::families::statements::{
    Statement, StatementSaid, service as statements, store as statements_store,
};
use crate::families::store::tasks;
use crate::families::{Family, Household, TaskKind, first_contact, suppression};
use crate::sessions::store::look_again;
use chrono::{Months, NaiveDate, NaiveTime};
use serde_json::json;

/// Months within which a listed family must be told.
const TELL_WITHIN: Months = Months::new(1);

/// How many random numbers may be taken before something must be wrong.
const NUMBERS_TRIED: usize = 50;

/// The result of a first contact that staff record.
#[derive(Clone, Debug)]
pub enum FirstMeeting {
    New(Household),
    /// It is this family, and they may open it.
    Known(Household),
    /// It is a family that they may not open: what they said is kept as a statement.
    Stated(Statement),
}

/// Somebody at a centre meets a family. The first contact creates a record, a second does not.
pub fn meet(tx: &mut Tx, add: &AddFamily) -> Result<FirstMeeting> {
    families::allow_making(tx, add)?;
    if add.guest {
        return Ok(FirstMeeting::New(make(tx, add)?));
    }
    suppression::service::refuse_suppressed(tx, add)?;
    tx.alone("described families")?;
    let Some(known) = first_contact::service::known(tx, add)? else {
        return Ok(FirstMeeting::New(make(tx, add)?));
    };
    let family = &known.household.family;
    let scope = scope_of(tx, family)?;
    if tx.actor().may(Act::SeeFamily, &scope) {
        tx.audit(Event::OpenFamily, family.id.as_str(), json!({}))?;
        return Ok(FirstMeeting::Known(known.household));
    }
    let said = StatementSaid::of(add).ok_or_else(|| Fault::not_found("child"))?;
    let (statement, is_new) = statements::keep(tx, &said, None)?;
    if is_new {
        statements_store::link(tx, &statement.id, &family.id, &known.children)?;
        tx.audit(Event::State, family.id.as_str(), json!({ "statement": statement.id }))?;
    }
    if family.restricted {
        restricted_met(tx, family)?;
    }
    Ok(FirstMeeting::Stated(statement))
}

/// What was typed about a restricted family is answered like any other; its lead settles it.
pub fn restricted_met(tx: &mut Tx, family: &Family) -> Result<()> {
    let detail = "Somebody described or referred this family. Settle it: nobody else was told.";
    tasks::add(tx, TaskKind::RestrictedMet, family, detail)
}

/// A family record of any kind: a member at once, unless it is a guest.
pub fn make(tx: &mut Tx, add: &AddFamily) -> Result<Household> {
    let household = families::add(tx, add)?;
    enrol(tx, &household, Standing::Member)?;
    Ok(household)
}

/// The family asks staff to join again: what remembered its no is deleted.
pub fn lift(tx: &mut Tx, add: &AddFamily) -> Result<()> {
    tx.actor().allow_ever(Act::ChangeFamily)?;
    suppression::service::lift(tx, add)
}

/// Makes a family a member, or lists it. A guest is neither, and nor is a family without a child or
/// an expected one; a known family stays what it is: a listed one must be told first.
pub fn enrol(tx: &mut Tx, household: &Household, standing: Standing) -> Result<Option<Membership>> {
    if household.family.guest || !household.children.iter().any(|child| child.is_spoken_of()) {
        return Ok(None);
    }
    if let Some(known) = store::of_family(tx, &household.family.id)? {
        return Ok(Some(known));
    }
    add(tx, &household.family.id, standing, None).map(Some)
}

/// The same for a family that was known before, and may wait in a line that was closed to it.
pub fn enrol_known(tx: &mut Tx, household: &Household) -> Result<Option<Membership>> {
    let family = &household.family.id;
    let was_enrolled = store::of_family(tx, family)?.is_some();
    let membership = enrol(tx, household, Standing::Member)?;
    if !was_enrolled && membership.is_some() {
        let now = tx.now();
        look_again(tx, family, now)?;
    }
    Ok(membership)
}

/// Lists a family from a feed. The day on which an old system registered it is the beginning of its
/// membership, even if its children are past the served age by now: then the membership is over,
/// and the family is not written to.
pub fn list(
    tx: &mut Tx,
    household: &Household,
    registered_on: Option<NaiveDate>,
) -> Result<Option<Membership>> {
    if household.family.guest || !household.children.iter().any(|child| child.is_spoken_of()) {
        return Ok(None);
    }
    let (family, today) = (&household.family.id, tx.today());
    let served_until = household.served_until();
    let is_past = served_until.is_some_and(|day| day <= today);
    let known = store::of_family(tx, family)?;
    match (known, registered_on, served_until.filter(|_| is_past)) {
        (Some(known), _, _) => again(tx, known, registered_on, !is_past).map(Some),
        (None, Some(since), Some(until)) if since < until => {
            let mut membership = add(tx, family, Standing::Listed, Some(since))?;
            membership.status = Standing::Ended;
            membership.ended_why = Some(EndedWhy::AgedOut);
            membership.status_at = at_local(until, NaiveTime::MIN, HOME).into();
            membership.joined_on = Some(since);
            store::save(tx, &membership)?;
            Ok(Some(membership))
        }
        (None, _, Some(_)) => Ok(None),
        (None, since, None) => add(tx, family, Standing::Listed, since).map(Some),
    }
}

/// The same family once more in one list: of several days the first counts, and with a child of the
/// served age it is listed after all.
fn again(
    tx: &mut Tx,
    mut known: Membership,
    registered_on: Option<NaiveDate>,
    is_served: bool,
) -> Result<Membership> {
    let before = (known.registered_on, known.status);
    let today = tx.today();
    known.registered_on = [known.registered_on, registered_on].into_iter().flatten().min();
    if known.status == Standing::Listed {
        known.listed_on = known.registered_on.or(known.listed_on);
    }
    let was_never_told = before.0.is_some() && known.told_at.is_none();
    if is_served && was_never_told && known.ended_why == Some(EndedWhy::AgedOut) {
        (known.status, known.ended_why, known.joined_on) = (Standing::Listed, None, None);
        known.status_at = tx.now();
        known.tell_by = Some(today.checked_add_months(TELL_WITHIN).unwrap_or(today));
    }
    if before != (known.registered_on, known.status) {
        store::save(tx, &known)?;
    }
    if before.1 != known.status {
        look_again(tx, &known.family_id, known.status_at)?;
    }
    Ok(known)
}

fn add(
    tx: &mut Tx,
    family: &FamilyId,
    standing: Standing,
    registered_on: Option<NaiveDate>,
) -> Result<Membership> {
    let (now, today) = (tx.now(), tx.today());
    let is_listed = standing == Standing::Listed;
    let mut membership = Membership {
        number: Number::random(),
        family_id: family.clone(),
        status: standing,
        status_at: now,
        joined_on: (!is_listed).then_some(today),
        listed_on: is_listed.then_some(registered_on.unwrap_or(today)),
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
        registered_on,
    };
    for _ in 0..NUMBERS_TRIED {
        if store::add(tx, &membership)? {
            return Ok(membership);
        }
        membership.number = Number::random();
    }
    Err(Fault::internal("no membership number is free"))
}

/// A listed family was told and did not say no: it is a member.
pub fn told(tx: &mut Tx, family: &FamilyId, how: ToldHow) -> Result<Membership> {
    let mut membership = of(tx, family)?;
    if membership.status == Standing::Listed {
        let (now, today) = (tx.now(), tx.today());
        membership.status = Standing::Member;
        membership.status_at = now;
        membership.joined_on = Some(membership.registered_on.unwrap_or(today));
        membership.told_at = Some(now);
        membership.told_how = Some(how);
        store::save(tx, &membership)?;
        tx.audit(Event::Told, membership.number.as_str(), json!({ "how": how }))?;
    }
    Ok(membership)
}

/// Ends a membership. What the family has booked stays booked.
pub fn end(tx: &mut Tx, family: &FamilyId, why: EndedWhy) -> Result<Membership> {
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
        look_again(tx, family, membership.status_at)?;
    }
    Ok(membership)
}

/// The family says no: no membership, no card, no feed, no birthday mail. It may go on booking.
pub fn opt_out(tx: &mut Tx, id: &FamilyId) -> Result<Household> {
    let household = families::lock_allowed(tx, Act::EndMembership, id)?;
    decline(tx, &household)?;
    Ok(household)
}

/// Opts out a family that is locked, after a carer, staff or a partner recorded its wish. Repeating
/// it changes nothing.
pub fn decline(tx: &mut Tx, household: &Household) -> Result<()> {
    let id = &household.family.id;
    let before = store::of_family(tx, id)?;
    if before.as_ref().is_some_and(|before| before.status == Standing::OptedOut) {
        return Ok(());
    }
    if before.is_some() {
        end_anyway(tx, id)?;
    }
    birthdays::service::withdraw(tx, id, birthdays::CardReason::OptedOut)?;
    families::end_feeds(tx, household)?;
    suppression::service::suppress(tx, household)?;
    tx.audit(Event::OptOut, id.as_str(), json!({}))
}

/// Opting out also turns a membership that had ended into one that was declined.
fn end_anyway(tx: &mut Tx, family: &FamilyId) -> Result<()> {
    let mut membership = of(tx, family)?;
    membership.status = Standing::OptedOut;
    membership.ended_why = Some(EndedWhy::OptedOut);
    membership.status_at = tx.now();
    store::save(tx, &membership)?;
    look_again(tx, family, membership.status_at)
}

/// A family that opted out, or whose membership had ended, joins again: by itself or by staff.
pub fn join_again(tx: &mut Tx, id: &FamilyId) -> Result<Household> {
    let household = families::lock_allowed(tx, Act::ChangeFamily, id)?;
    suppression::service::lift_of(tx, &household)?;
    match store::of_family(tx, id)? {
        None => drop(enrol_known(tx, &household)?),
        Some(membership) if membership.is_live() => {}
        Some(mut membership) => {
            let (now, today) = (tx.now(), tx.today());
            membership.status = Standing::Member;
            membership.status_at = now;
            membership.joined_on = Some(today);
            membership.ended_why = None;
            store::save(tx, &membership)?;
            look_again(tx, id, now)?;
        }
    }
    tx.audit(Event::JoinAgain, id.as_str(), json!({}))?;
    Ok(household)
}

/// A child died, or a pregnancy ended: where no other child is left the membership ends too.
pub fn silenced(tx: &mut Tx, household: &Household) -> Result<()> {
    let is_left = household.children.iter().any(|child| child.is_spoken_of());
    if !is_left && store::of_family(tx, &household.family.id)?.is_some() {
        end(tx, &household.family.id, EndedWhy::Silenced)?;
    }
    Ok(())
}

fn of(tx: &mut Tx, family: &FamilyId) -> Result<Membership> {
    store::of_family(tx, family)?.ok_or_else(|| {
        Fault::new(Code::NotFound, "This family has no membership: it books as a guest.")
    })
}

/// Whether a card may be made for this family.
pub fn is_member(tx: &mut Tx, family: &Family) -> Result<bool> {
    let membership = store::of_family(tx, &family.id)?;
    Ok(membership.is_some_and(|membership| membership.is_live()))
}
