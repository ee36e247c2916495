//! Referrals: a professional asks for a place for a family, with the family's agreement. The answer
//! is what an unknown party of that size would get: it never reveals whether the family was known,
//! booked, busy, restricted or had opted out.

use super::lock_families;
use super::place::{fits, place};
use super::request::{Book, BookingFacts, IfFull, Request, lock_party, lock_sessions};
use super::settle::{Since, for_newcomer, settle};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, ReferralId, SessionId, StatementId};
use crate::bookings::judge::{self, Asker, Party};
use crate::bookings::{Answered, Booking, Found, MadeAs, Referral, Status, Tier, Wants, store};
use crate::db::Tx;
use crate::families::add::AddFamily;
use crate::families::groups::{StatedOf, TargetGroup};
use crate::families::statements::{Statement, StatementSaid, child_id, service as statements};
use crate::families::{self, Child, groups};
use crate::membership::number::Number;
use crate::membership::service as membership;
use crate::membership::service::partner_statements::{self, Behind};
use crate::sessions::Planned;
use chrono::NaiveDate;
use serde_json::json;

/// Who a referral is for.
#[derive(Clone, Debug)]
pub(crate) enum ReferredFamily {
    /// By an earlier statement of the team.
    Stated(StatementId),
    /// By the number on a card, and the birth date of a child on it.
    Card(Number, NaiveDate),
    /// By names, birth dates and postcode.
    Described(AddFamily),
}

#[derive(Clone, Debug)]
pub(crate) struct Refer {
    pub session_id: SessionId,
    /// Other dates, any of which would do.
    pub or_sessions: Vec<SessionId>,
    pub family: ReferredFamily,
    /// The team's own reference.
    pub reference: Option<String>,
    /// Children of the statement; empty: all, or none where the session is for adults.
    pub child_ids: Vec<ChildId>,
    pub adults: i32,
    pub if_full: IfFull,
    pub wants: Wants,
    pub reason: String,
    pub target_groups: Vec<String>,
    pub agreed_on: Option<NaiveDate>,
    pub agreed_how: Option<String>,
    pub tell_outcome: bool,
}

/// Refers a family; a team that refers it again to the same session gets its referral again.
pub(crate) fn refer(tx: &mut Tx, refer: &Refer) -> Result<Referral> {
    let lined = lock_sessions(tx, &refer.session_id, &refer.or_sessions, None)?;
    tx.allow(Act::Refer, &Scope::organisation(), "session")?;
    let (agreed_on, agreed_how) = agreement(tx, refer)?;
    let groups = check_groups(tx, &refer.target_groups)?;
    let now = tx.now();
    for planned in &lined {
        judge::release(planned, Asker::Professional, now)?;
    }

    let statement = stated(tx, refer)?;
    let said = statements::said(&statement)?;
    let come = who_come(tx, refer, &lined, (&statement, &said))?;
    one_child_each(&groups, &come)?;
    let children = described(&come);
    for planned in &lined {
        judge::ages(planned, &party(refer, &children))?;
        judge::party_size(planned, &party(refer, &children))?;
    }
    if let Some(before) = store::live_referral(tx, &statement.id, &lined)? {
        return ask_again(tx, refer, &lined, (before, &statement, &said, come.as_slice()));
    }
    let (answered, session_id) = answer(tx, refer, &lined, &come)?;
    let behind = partner_statements::behind(tx, &statement, &said)?;
    let (booking, found) = keep_a_place(tx, refer, &lined, (&behind, come.as_slice()))?;

    let actor = tx.actor().clone();
    let account_id = actor.account_id.ok_or_else(|| Fault::internal("a referral by nobody"))?;
    let referral = Referral {
        id: ReferralId::new(),
        booking_id: booking.id.clone(),
        session_id,
        account_id,
        partner_id: actor.partner_id,
        team: actor.team,
        reason: refer.reason.clone(),
        agreed_on,
        agreed_how,
        tell_outcome: refer.tell_outcome,
        made_at: tx.now(),
        withdrawn_at: None,
        statement_id: Some(statement.id),
        answered,
        found,
        adults: refer.adults,
        children: i32::try_from(come.len()).unwrap_or(i32::MAX),
    };
    store::add_referral(tx, &referral, &of_whom(&groups, &behind, &come))?;
    tx.audit(Event::Refer, booking.id.as_str(), json!({ "referral": referral.id }))?;
    Ok(referral)
}

/// An existing referral is the answer, as it was. If the place it brought was given up since, it is
/// asked for again; that is not revealed either.
fn ask_again(
    tx: &mut Tx,
    refer: &Refer,
    lined: &[Planned],
    (before, statement, said, come): (Referral, &Statement, &StatementSaid, &[Comes]),
) -> Result<Referral> {
    if store::booking(tx, &before.booking_id)?.status.is_live() {
        return Ok(before);
    }
    let behind = partner_statements::behind(tx, statement, said)?;
    let (booking, _) = keep_a_place(tx, refer, lined, (&behind, come))?;
    store::refer_to_booking(tx, &before.id, &booking.id)?;
    tx.audit(Event::Refer, booking.id.as_str(), json!({ "referral": before.id }))?;
    store::referral(tx, &before.id)
}

fn agreement(tx: &mut Tx, refer: &Refer) -> Result<(NaiveDate, String)> {
    let (Some(on), Some(how)) = (refer.agreed_on, &refer.agreed_how) else {
        return Err(Fault::new(
            Code::NotAgreed,
            "A referral needs the family's agreement: agreed_on and agreed_how. If you fear for a \
             child's safety, do not refer here: follow your safeguarding procedure and ring the \
             council's children's services.",
        ));
    };
    if on > tx.today() {
        return Err(Fault::invalid("/agreed_on", "This date is in the future."));
    }
    Ok((on, how.clone()))
}

/// Which groups a partner may record depends on its kind.
fn check_groups(tx: &mut Tx, codes: &[String]) -> Result<Vec<TargetGroup>> {
    let partner = tx.actor().partner_id.clone();
    let kind = match partner {
        Some(partner) => store::partner_kind(tx, &partner)?,
        None => crate::partners::PartnerKind::Other,
    };
    let mut groups = Vec::new();
    for (code, at) in codes.iter().zip(0..) {
        let group = families::groups::service::known_group(tx, code)?;
        if !groups::may_state(kind, code) {
            let pointer = format!("/target_groups/{at}");
            return Err(Fault::invalid(&pointer, "Your agency may not record this group."));
        }
        groups.push(group);
    }
    Ok(groups)
}

/// A group of a child belongs to the child that is referred alone, as the request has it.
fn one_child_each(groups: &[TargetGroup], come: &[Comes]) -> Result<()> {
    let of_child = |group: &TargetGroup| group.stated_of == StatedOf::Child;
    match groups.iter().position(of_child) {
        Some(at) if come.len() != 1 => Err(Fault::invalid(
            &format!("/target_groups/{at}"),
            "This group is about one child: refer that child alone, or leave the group out.",
        )),
        _ => Ok(()),
    }
}

/// Each group with the child it is about, if it is about one; without a child on record it says
/// nothing.
fn of_whom(
    groups: &[TargetGroup],
    behind: &Behind,
    come: &[Comes],
) -> Vec<(String, Option<ChildId>)> {
    let child = come.first().and_then(|(at, _)| behind.children.get(*at).cloned().flatten());
    let of = |group: &TargetGroup| match group.stated_of {
        StatedOf::Child => Some((group.code.clone(), Some(child.clone()?))),
        StatedOf::Household => Some((group.code.clone(), None)),
    };
    groups.iter().filter_map(of).collect()
}

/// The team's statement, written once.
fn stated(tx: &mut Tx, refer: &Refer) -> Result<Statement> {
    let reference = refer.reference.as_deref();
    match &refer.family {
        ReferredFamily::Stated(id) => statements::own(tx, id),
        ReferredFamily::Card(number, born_on) => {
            partner_statements::by_card(tx, number, *born_on, reference)
        }
        ReferredFamily::Described(add) => Ok(partner_statements::state(tx, add, reference)?.0),
    }
}

/// A child that comes: its position in the statement, and what was said about it.
type Comes = (usize, Child);

fn who_come(
    tx: &mut Tx,
    refer: &Refer,
    lined: &[Planned],
    (statement, said): (&Statement, &StatementSaid),
) -> Result<Vec<Comes>> {
    let now = tx.now();
    let all = said.children.iter().enumerate().map(|(at, child)| {
        let id = child_id(&statement.id, at);
        (at, child.as_described(id, now))
    });
    let all: Vec<Comes> = all.collect();
    let for_adults = lined.iter().all(|planned| planned.activity.adults_only);
    let come = if refer.child_ids.is_empty() {
        if for_adults { Vec::new() } else { all }
    } else {
        let mut come: Vec<Comes> = Vec::new();
        for (id, at) in refer.child_ids.iter().zip(0..) {
            let pointer = format!("/child_ids/{at}");
            let named = all.iter().find(|(_, child)| child.id == *id).cloned();
            let named = named.ok_or_else(|| {
                Fault::invalid(&pointer, "Name children by their ids in the statement.")
            })?;
            if come.iter().any(|(at, _)| *at == named.0) {
                return Err(Fault::invalid(&pointer, "This child is named twice."));
            }
            come.push(named);
        }
        come
    };
    if come.is_empty() && refer.adults == 0 {
        return Err(Fault::invalid("/adults", "At least one person must come."));
    }
    Ok(come)
}

fn described(come: &[Comes]) -> Vec<Child> {
    come.iter().map(|(_, child)| child.clone()).collect()
}

/// The party as it was described: nothing on record is judged.
fn party<'a>(refer: &Refer, children: &'a [Child]) -> Party<'a> {
    Party { children, adults: refer.adults }
}

/// What an unknown party of this size would get, and at which of the dates.
fn answer(
    tx: &mut Tx,
    refer: &Refer,
    lined: &[Planned],
    come: &[Comes],
) -> Result<(Answered, SessionId)> {
    let (now, children) = (tx.now(), described(come));
    for planned in lined {
        let size = judge::party_size(planned, &party(refer, &children))?;
        let here = for_newcomer(tx, planned)?;
        if fits(&here, now, Tier::Referred, size) {
            return Ok((Answered::Booked, planned.session.id.clone()));
        }
    }
    if refer.if_full == IfFull::Refuse {
        // Nothing is kept: neither the statement nor a family created for it.
        return Err(Fault::new(
            Code::SessionFull,
            "There is no room for this party. Send if_full: \"wait\" to join the waiting list.",
        ));
    }
    Ok((Answered::Waiting, lined[0].session.id.clone()))
}

/// The place itself: added to one that the family has, or asked for.
fn keep_a_place(
    tx: &mut Tx,
    refer: &Refer,
    lined: &[Planned],
    (behind, come): (&Behind, &[Comes]),
) -> Result<(Booking, Found)> {
    let on_record = |(at, _): &Comes| behind.children.get(*at).cloned().flatten();
    let book = Book {
        session_id: refer.session_id.clone(),
        or_sessions: refer.or_sessions.clone(),
        family_id: behind.family.id.clone(),
        carer_id: None,
        child_ids: come.iter().filter_map(on_record).collect(),
        adults: refer.adults,
        if_full: IfFull::Wait,
        wants: refer.wants,
        reason: None,
    };
    lock_families(tx, &book.family_id, &book.child_ids)?;
    if behind.family.restricted {
        membership::restricted_met(tx, &behind.family)?;
    }
    for planned in lined {
        if let Some(live) = store::live_of(tx, &planned.session.id, &book.family_id)? {
            let waits = live.status == Status::Waiting;
            let found = if waits { Found::Waiting } else { Found::Place };
            return Ok((lift(tx, planned, live, &refer.reason)?, found));
        }
    }
    let children = lock_party(tx, &book.family_id, &book.child_ids)?;
    let facts = BookingFacts::load(tx, lined.to_vec(), &book.family_id, children)?;
    let request = Request {
        book: &book,
        made: MadeAs::Professional,
        asker: Asker::Professional,
        tier: Tier::Referred,
        tier_reason: format!("referred: {}", refer.reason),
    };
    let (booking, _) = place(tx, &request, &facts)?;
    Ok((booking, Found::Nothing))
}

/// Already waiting: to the higher tier, with the old number. Already booked: stored with it.
fn lift(tx: &mut Tx, planned: &Planned, live: Booking, reason: &str) -> Result<Booking> {
    if live.tier != Tier::Referred {
        store::set_tier(tx, &live.id, Tier::Referred, &format!("referred: {reason}"))?;
        if live.status == Status::Waiting {
            store::set_wants(tx, &live.id, Wants::Book)?;
        }
        settle(tx, planned, Since::Change)?;
    }
    store::booking(tx, &live.id)
}
