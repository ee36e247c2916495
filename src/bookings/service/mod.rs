//! What can be done with bookings. Each action locks its sessions first, brings the line up to now,
//! then allows, judges, writes, and tells, in one transaction.

pub(crate) mod again;
mod alternatives;
pub(crate) mod answer;
pub(crate) mod book;
pub(crate) mod calendar;
pub(crate) mod cancel;
pub(crate) mod change_session;
pub(crate) mod child_requests;
pub(crate) mod children;
pub(crate) mod clash;
pub(crate) mod displace;
mod earlier;
pub(crate) mod list;
pub(crate) mod own_change;
pub(crate) mod own_feed;
pub(crate) mod party;
mod place;
pub(crate) mod refer;
pub(crate) mod request;
pub mod settle;
pub(crate) mod shown;
pub(crate) mod tell;
pub(crate) mod undo;
pub(crate) mod waitlist;
pub(crate) mod withdraw;

use super::{Booking, MadeAs, store};
use crate::access::service::sessions::shown_lately;
use crate::access::{Act, Actor, Role, Scope};
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, SessionId};
use crate::db::Tx;
use crate::families;
use crate::sessions::{self, Planned};

/// Locks every session that a booking involves, and reads the booking as it then is.
pub(crate) fn lock_booking(tx: &mut Tx, id: &BookingId) -> Result<(Booking, Vec<SessionId>)> {
    let before = store::booking(tx, id)?;
    let mut ids = store::sessions_of(tx, id)?;
    if ids.is_empty() {
        ids.push(before.session_id);
    }
    sessions::store::lock(tx, &ids)?;
    Ok((store::booking(tx, id)?, ids))
}

/// A booking's scope for the policy: the session's centre, and the family. A team that referred it
/// reaches its referral, and not the booking.
pub fn scope_of(booking: &Booking, planned: &Planned) -> Scope {
    Scope::centre(&planned.session.centre_id).family(&booking.family_id)
}

/// Allows an act on a booking. Within a family, sensitive bookings are shown only to the carer who
/// comes, and changed only by one who has lately shown that it is her.
pub fn allow(tx: &mut Tx, act: Act, booking: &Booking, planned: &Planned) -> Result<()> {
    let scope = scope_of(booking, planned);
    tx.allow(act, &scope, "booking")?;
    let as_parent = tx.actor().may_as(Role::Parent, act, &scope);
    let as_other =
        [Role::Staff, Role::FrontDesk].into_iter().any(|role| tx.actor().may_as(role, act, &scope));
    let comes = booking.carer_id == tx.actor().carer_id;
    if as_parent && !as_other && planned.activity.sensitive && !comes {
        return Err(Fault::not_found("booking"));
    }
    let changes = matches!(act, Act::ChangeBooking | Act::AnswerOffer);
    if as_parent && !as_other && planned.activity.sensitive && changes {
        shown_lately(tx, &booking.family_id)?;
    }
    Ok(())
}

/// In what capacity the actor deals with a booking, the strongest role first.
fn made_as(actor: &Actor, scope: &Scope, act: Act) -> MadeAs {
    if actor.is_service() {
        MadeAs::Service
    } else if actor.may_as(Role::Staff, act, scope) {
        MadeAs::Staff
    } else if actor.may_as(Role::FrontDesk, act, scope) {
        MadeAs::FrontDesk
    } else if actor.may_as(Role::Professional, act, scope) {
        MadeAs::Professional
    } else {
        MadeAs::Parent
    }
}

/// Locks the families of these children and this one, after the sessions.
fn lock_families(
    tx: &mut Tx,
    family: &crate::base::id::FamilyId,
    children: &[crate::base::id::ChildId],
) -> Result<()> {
    let mut ids = families::store::families_of(tx, children)?;
    ids.push(family.clone());
    families::store::lock(tx, &ids)
}
