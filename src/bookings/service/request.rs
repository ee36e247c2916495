//! What is asked for, and what stands against it.

use super::clash::Comes;
use super::head_of;
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, CarerId, ChildId, FamilyId, SessionId};
use crate::base::text_enum::text_enum;
use crate::bookings::judge::{self, Asker};
use crate::bookings::{MadeAs, Tier, Wants, store};
use crate::db::Tx;
use crate::families::{self, Child};
use crate::membership;
use crate::sessions::{self, Access, Planned};
use chrono::TimeDelta;

text_enum! {
    /// What to do where the party does not fit.
    IfFull {
        Wait = "wait",
        Refuse = "refuse",
    }
}

/// A request for a place.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub session_id: SessionId,
    /// Other dates, any of which would do.
    pub or_sessions: Vec<SessionId>,
    pub family_id: FamilyId,
    pub carer_id: Option<CarerId>,
    pub child_ids: Vec<ChildId>,
    pub adults: i32,
    pub if_full: IfFull,
    pub wants: Wants,
    pub reason: Option<String>,
}

impl Book {
    /// The people who would come by this request.
    pub(crate) fn comes(&self) -> Comes<'_> {
        Comes {
            family: &self.family_id,
            carer: self.carer_id.as_ref(),
            children: &self.child_ids,
            with: None,
        }
    }
}

/// A request with what was found out about its maker.
pub(crate) struct Request<'a> {
    pub book: &'a Book,
    pub made: MadeAs,
    pub asker: Asker,
    pub tier: Tier,
    pub tier_reason: String,
}

/// Locks every date asked for, where its places are counted; the first one asked for comes first.
pub(crate) fn lock_sessions(
    tx: &mut Tx,
    first: &SessionId,
    others: &[SessionId],
) -> Result<Vec<Planned>> {
    let mut ids = Vec::new();
    for id in std::iter::once(first).chain(others) {
        let head = head_of(tx, id)?;
        if !ids.contains(&head) {
            ids.push(head);
        }
    }
    sessions::store::lock(tx, &ids)?;
    let lined: Vec<Planned> =
        ids.iter().map(|id| sessions::store::planned(tx, id)).collect::<Result<_, _>>()?;
    let activity = lined.first().map(|planned| planned.activity.id.clone());
    if lined.iter().any(|planned| Some(&planned.activity.id) != activity.as_ref()) {
        return Err(Fault::invalid("/or_sessions", "Choose other dates of the same activity."));
    }
    Ok(lined)
}

/// The children that come, each of the family.
pub(crate) fn children_of(tx: &mut Tx, book: &Book) -> Result<Vec<Child>> {
    let family = families::store::children_of(tx, &book.family_id)?;
    if family.is_empty() {
        families::store::family(tx, &book.family_id)?;
    }
    let mut come = Vec::new();
    for (id, at) in book.child_ids.iter().zip(0..) {
        let child = family.iter().find(|child| child.id == *id).cloned();
        let pointer = format!("/child_ids/{at}");
        let child = child.ok_or_else(|| {
            Fault::invalid(&pointer, "This child does not belong to this family.")
        })?;
        if come.contains(&child.id) {
            return Err(Fault::invalid(&pointer, "This child is named twice."));
        }
        come.push(child.id.clone());
    }
    Ok(family.into_iter().filter(|child| come.contains(&child.id)).collect())
}

/// Says which of several dates a fault is about.
pub(crate) fn at_date(fault: Fault, at: usize) -> Fault {
    match at.checked_sub(1) {
        Some(other) => fault.field(&format!("/or_sessions/{other}"), "This date is not possible."),
        None => fault,
    }
}

/// Whether a session for members takes this family.
pub(crate) fn members(
    tx: &mut Tx,
    planned: &Planned,
    family: &FamilyId,
    asker: Asker,
) -> Result<()> {
    if planned.activity.access != Access::Members {
        return Ok(());
    }
    let membership = membership::store::of_family(tx, family)?;
    judge::members(planned, membership.is_some_and(|known| known.is_live()), asker)
}

/// Whether the family may have one more place in this activity, not counting one of its bookings.
pub(crate) fn limits(
    tx: &mut Tx,
    planned: &Planned,
    (family, but): (&FamilyId, Option<&BookingId>),
    asker: Asker,
) -> Result<()> {
    let day = planned.session.local_day;
    let week = (day - TimeDelta::days(6), day + TimeDelta::days(6));
    let days = store::days_held(tx, family, &planned.activity.id, week, but)?;
    judge::limits(planned, &days, asker)
}
