//! Who is meant by a mark: a party of the list, a member by number or card, a family that staff
//! looked up, or one that is not known yet.

use super::walk_in;
use crate::access::Act;
use crate::access::attempts::Limit;
use crate::access::service::guesses;
use crate::attendance::asked::{AskedMark, Target, can_have_come, children_meant};
use crate::attendance::register::{RegisterDesk, Seated};
use crate::attendance::{MarkSource, register};
use crate::base::fault::{Code as FaultCode, Fault, Result};
use crate::base::id::{BookingId, ChildId, FamilyId};
use crate::bookings;
use crate::db::Tx;
use crate::families::store as households;
use crate::families::{self, Child};
use crate::membership::card::code::Code;
use crate::membership::card::store as cards;
use crate::membership::number::Number;
use crate::membership::store as memberships;
use chrono::TimeDelta;

/// Wrong membership numbers that one account may type.
const WRONG_NUMBERS: Limit = Limit { failures: 20, window: TimeDelta::hours(1) };

/// The people a mark is for.
#[derive(Clone, Debug)]
pub(crate) struct PartyMember {
    pub family_id: FamilyId,
    /// `None` for a walk-in.
    pub booking_id: Option<BookingId>,
    pub children: Vec<ChildId>,
    /// `None` where one child is meant and not the adults.
    pub adults: Option<i32>,
    pub source: MarkSource,
    pub walk_in_key: Option<String>,
}

pub(crate) fn party_member(
    tx: &mut Tx,
    desk: &RegisterDesk,
    asked: &AskedMark,
    device: &str,
) -> Result<PartyMember> {
    let everybody = match &asked.target {
        Target::Booking(id) => by_booking(tx, desk, id, asked)?,
        Target::Sheet(id) => {
            PartyMember { source: MarkSource::Paper, ..by_booking(tx, desk, id, asked)? }
        }
        Target::Number(text) => by_number(tx, desk, &Number::parse(text)?)?,
        Target::Card(scanned) => by_card(tx, desk, scanned)?,
        Target::Family(id) => by_family(tx, desk, id)?,
        Target::WalkIn(newcomer) => {
            let (family, source) = walk_in::family_of(tx, desk, newcomer, device)?;
            let key = Some(newcomer.key.clone());
            let came = walk_in::who_came(tx, &family, newcomer)?;
            let mut member = of_family(tx, desk, family, source)?;
            if !came.is_empty() {
                member.children.retain(|child| came.contains(child));
            }
            PartyMember { walk_in_key: key, ..member }
        }
    };
    narrowed(tx, desk, everybody, asked)
}

fn of_seated(seated: &Seated, source: MarkSource) -> PartyMember {
    PartyMember {
        family_id: seated.booking.family_id.clone(),
        booking_id: Some(seated.booking.id.clone()),
        children: seated.children.iter().map(|child| child.id.clone()).collect(),
        adults: Some(seated.booking.adults),
        source,
        walk_in_key: None,
    }
}

/// A party whose booking ended is let in as a walk-in; that it did not come is not recorded.
fn by_booking(
    tx: &mut Tx,
    desk: &RegisterDesk,
    id: &BookingId,
    asked: &AskedMark,
) -> Result<PartyMember> {
    if let Some(seated) = desk.seated_by(id) {
        return Ok(of_seated(seated, MarkSource::Tap));
    }
    if !register::store::was_for(tx, id, &desk.seat)? {
        return Err(Fault::not_found("booking of this session"));
    }
    if !asked.mark.is_here() {
        let detail = "This booking no longer has a place, so there is nothing to mark.";
        return Err(Fault::new(FaultCode::NoLongerOpen, detail));
    }
    let booking = bookings::store::booking(tx, id)?;
    let mut children = bookings::store::children_of(tx, id)?;
    children.retain(Child::is_spoken_of);
    let member = of_seated(&Seated { booking, children }, MarkSource::Tap);
    Ok(PartyMember { booking_id: None, ..member })
}

fn by_card(tx: &mut Tx, desk: &RegisterDesk, scanned: &str) -> Result<PartyMember> {
    let keys = cards::keys(tx)?;
    let Code { number, .. } = Code::read(scanned, &keys)?;
    // A replaced card still belongs to the family that holds it.
    let membership = memberships::leading(tx, &number)?;
    let membership = membership.ok_or_else(|| Fault::not_found("membership"))?;
    of_family(tx, desk, membership.family_id, MarkSource::Card)
}

/// A number can be made up, so it shows no unknown family's names to a volunteer, opens nobody's
/// file, and can be tried only so often; a card cannot.
fn by_number(tx: &mut Tx, desk: &RegisterDesk, number: &Number) -> Result<PartyMember> {
    let look = |tx: &mut Tx| memberships::leading(tx, number);
    let found = guesses::look(tx, "membership_number", WRONG_NUMBERS, look)?;
    let membership = found.ok_or_else(|| Fault::not_found("membership"))?;
    let member = of_family(tx, desk, membership.family_id, MarkSource::Number)?;
    if desk.keeps || is_listed(desk, &member) {
        return Ok(member);
    }
    let detail = "This family is not on the register. Scan its card, or ask a member of staff.";
    Err(Fault::new(FaultCode::NotAllowed, detail))
}

fn by_family(tx: &mut Tx, desk: &RegisterDesk, id: &FamilyId) -> Result<PartyMember> {
    let kept = households::kept(tx, id)?;
    if let Some(seated) = desk.seated_of(&kept) {
        return Ok(of_seated(seated, MarkSource::Tap));
    }
    // How a mark is stored must not depend on which of several arrived first.
    let member = of_family(tx, desk, kept, MarkSource::Name)?;
    if !is_listed(desk, &member) {
        families::service::allow(tx, Act::SeeFamily, &member.family_id)?;
    }
    Ok(member)
}

/// Booked, or marked before.
fn is_listed(desk: &RegisterDesk, member: &PartyMember) -> bool {
    member.booking_id.is_some() || desk.rows.iter().any(|row| row.family_id == member.family_id)
}

fn of_family(
    tx: &mut Tx,
    desk: &RegisterDesk,
    family_id: FamilyId,
    source: MarkSource,
) -> Result<PartyMember> {
    if let Some(seated) = desk.seated_of(&family_id) {
        return Ok(of_seated(seated, source));
    }
    let children = households::children_of(tx, &family_id)?;
    let day = desk.planned.session.local_day;
    let children = children_meant(&children, &desk.planned.activity, day);
    Ok(PartyMember {
        family_id,
        booking_id: None,
        children,
        adults: Some(1),
        source,
        walk_in_key: None,
    })
}

/// One child of the family where one was named, and as many adults as were said to come.
fn narrowed(
    tx: &mut Tx,
    desk: &RegisterDesk,
    member: PartyMember,
    asked: &AskedMark,
) -> Result<PartyMember> {
    let Some(child) = &asked.child_id else {
        let adults = asked.adults.or(member.adults);
        if member.children.is_empty() && adults.unwrap_or(0) == 0 {
            return Err(Fault::invalid("/child_id", "Name at least one person in this family."));
        }
        if member.children.is_empty() && asked.adults.is_none() && asked.mark.is_here() {
            refuse_unborn(tx, desk, &member)?;
        }
        return Ok(PartyMember { adults, ..member });
    };
    if !member.children.contains(child) {
        let household = households::children_of(tx, &member.family_id)?;
        let is_theirs = household.iter().any(|one| one.id == *child && one.is_spoken_of());
        if !is_theirs {
            return Err(Fault::invalid("/child_id", "This child does not belong to this family."));
        }
    }
    Ok(PartyMember { children: vec![child.clone()], adults: None, ..member })
}

/// A family with no child born by then was not seen at that session; its adults come by themselves.
fn refuse_unborn(tx: &mut Tx, desk: &RegisterDesk, member: &PartyMember) -> Result<()> {
    let (activity, day) = (&desk.planned.activity, desk.planned.session.local_day);
    let children = households::children_of(tx, &member.family_id)?;
    let unborn = |child: &Child| child.born().is_some() && !can_have_come(child, activity, day);
    if activity.adults_only || !children.iter().any(unborn) {
        return Ok(());
    }
    let detail = "The child was not born on the day of this session. Correct its birth date, or say \
                  in adults how many came without it.";
    Err(Fault::invalid("/child_id", detail))
}
