//! Past referrals by health visitors: what they stated and the place the family got. The register
//! shows whether it came.

use super::rows::Referred;
use super::store;
use crate::api::sessions::referrals;
use crate::base::fault::{Fault, Result};
use crate::base::id::{PartnerId, ReferralId};
use crate::bookings::{
    Answered, Booking, Found, Holds, MadeAs, Referral, Status, Tier, Wants, store as bookings,
};
use crate::db::Tx;
use crate::demo::fill::professional_actor;
use crate::demo::past::habits::chance;
use crate::families::statements::{
    SaidCarer, SaidChild, StatementSaid, service, store as statements,
};
use crate::families::store as families;
use rand::RngExt;

/// Writes them in order, as made by the agency's professional.
pub(super) fn tell(tx: &mut Tx, agency: &PartnerId, mut referred: Vec<Referred>) -> Result<()> {
    let Some((account, team)) = store::professional(tx, agency)? else { return Ok(()) };
    let service_actor = tx.actor().clone();
    tx.act_as(professional_actor(account, agency.clone(), team));
    referred.sort_by_key(|one| one.made_at);
    for one in &referred {
        write(tx, one)?;
    }
    tx.act_as(service_actor);
    Ok(())
}

fn write(tx: &mut Tx, one: &Referred) -> Result<()> {
    let reason = reason(one.family.as_str());
    let booking = booking(tx, one, reason);
    let held = [(one.session.clone(), Holds::Place)];
    bookings::add(tx, &booking, std::slice::from_ref(&one.child), &held)?;
    let said = said(tx, one)?;
    let (statement, _) = service::keep(tx, &said, None)?;
    statements::link(tx, &statement.id, &one.family, &[Some(one.child.clone())])?;
    store::stated_at(tx, &statement.id, one.made_at)?;
    let actor = tx.actor().clone();
    let referral = Referral {
        id: ReferralId::new(),
        booking_id: one.booking.clone(),
        session_id: one.session.clone(),
        account_id: actor.account_id.ok_or_else(|| Fault::internal("a referral by nobody"))?,
        partner_id: actor.partner_id,
        team: actor.team,
        reason: reason.to_owned(),
        agreed_on: one.made_at.civil_day(),
        agreed_how: "at a home visit".to_owned(),
        tell_outcome: true,
        made_at: one.made_at,
        withdrawn_at: None,
        statement_id: Some(statement.id),
        answered: Answered::Booked,
        found: Found::Nothing,
        adults: booking.adults,
        children: booking.children,
    };
    bookings::add_referral(tx, &referral, &[])
}

fn reason(family: &str) -> &'static str {
    let reasons = referrals::wire::REASONS;
    reasons[chance(family, 11).random_range(0..reasons.len())].0
}

pub(super) fn booking(tx: &Tx, one: &Referred, reason: &str) -> Booking {
    Booking {
        id: one.booking.clone(),
        family_id: one.family.clone(),
        carer_id: None,
        session_id: one.session.clone(),
        status: Status::Booked,
        wants: Wants::Book,
        tier: Tier::Referred,
        tier_reason: format!("referred: {reason}"),
        number: 1,
        move_reason: None,
        adults: 1,
        children: 1,
        made_by: tx.actor().account_id.clone(),
        made_as: MadeAs::Professional,
        reason: None,
        made_at: one.made_at,
        taken_at: Some(one.made_at),
        ended_at: None,
        end_reason: None,
        late: false,
        saved_until: None,
        undo_until: None,
    }
}

/// The adult who was met, and the child.
fn said(tx: &mut Tx, one: &Referred) -> Result<StatementSaid> {
    let household = families::household(tx, &one.family)?;
    let carers = household.carers.into_iter().take(1).map(|carer| SaidCarer {
        name: carer.name,
        email: None,
        phone: carer.phone,
    });
    let child = household.children.into_iter().find(|child| child.id == one.child);
    let children = child.into_iter().map(|child| SaidChild {
        name: Some(child.name),
        born_on: child.born_on,
        month_only: child.born_month_only,
        due_on: None,
    });
    Ok(StatementSaid {
        carers: carers.collect(),
        children: children.collect(),
        postcode: household.family.postcode,
        ..StatementSaid::default()
    })
}
