//! What the desk page of a session shows: who is booked, who waits and why in this order, what was
//! sent, who has the register. The order of the line, the forecast and the messages are for those
//! who may see the line; the desk reads names alone.

use crate::access::{Act, Scope};
use crate::api::sessions::register::wire::RegisterOut;
use crate::api::sessions::wire::SessionOut;
use crate::attendance::handover::service::{self as handover, Hands};
use crate::attendance::register;
use crate::base::fault::{Code, Result};
use crate::base::id::{BookingId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::service::waitlist::{line, order_in_words};
use crate::bookings::tasks::service::{listed, seen_by};
use crate::bookings::tasks::store::{self as tasks, Open};
use crate::bookings::{Booking, Status, Tier, store, view as standings};
use crate::db::Tx;
use crate::families::follow_up::{ToRing, service::to_ring};
use crate::families::service::names;
use crate::mail::store::{AboutSession, about_session};
use crate::pages::task_lines::TaskLine;
use crate::reports::forecast::ForecastReport;
use crate::reports::forecast::service::of_session;
use crate::sessions;
use std::collections::HashMap;

/// Tasks about one session that are shown.
const TASKS: i64 = 50;

/// A party that has no place yet.
pub(super) struct InLine {
    pub booking: BookingId,
    /// Left out where the family may not be named.
    pub family: Option<FamilyId>,
    pub who: String,
    pub adults: i32,
    pub children: i32,
    /// While a place is kept for it.
    pub offered_until: Option<Moment>,
    /// In the order of the line, counted from 1; only for those who may see the line.
    pub position: Option<usize>,
    /// Why it stands in its tier, for the same.
    pub reason: Option<String>,
    /// Why it stands before the next.
    pub before_next: Option<String>,
}

pub(super) struct DeskFacts {
    pub session: SessionOut,
    pub register: RegisterOut,
    /// Numbers of the booked families that may be named.
    pub to_ring: HashMap<FamilyId, ToRing>,
    pub is_sensitive: bool,
    pub line: Vec<InLine>,
    pub forecast: Option<ForecastReport>,
    pub messages: Vec<AboutSession>,
    /// The volunteers of the centre; none for a session that stays with staff or is over.
    pub hands: Vec<Hands>,
    pub tasks: Vec<TaskLine>,
    pub sees_line: bool,
    pub plans: bool,
    pub books: bool,
    pub moves: bool,
}

impl DeskFacts {
    /// Those it names, and those whose line it shows without a name.
    pub(super) fn families(&self) -> Vec<FamilyId> {
        let booked = self.register.parties.iter().filter_map(|party| party.family_id.clone());
        let line = self.line.iter().filter_map(|one| one.family.clone());
        let tasks = self.tasks.iter().filter_map(|task| task.family.clone());
        let mut all: Vec<FamilyId> = booked.chain(line).chain(tasks).collect();
        all.sort();
        all.dedup();
        all
    }
}

pub(super) fn load(tx: &mut Tx, id: &SessionId) -> Result<DeskFacts> {
    let planned = sessions::store::planned(tx, id)?;
    let scope = Scope::centre(&planned.session.centre_id);
    tx.allow(Act::SeeBooking, &scope, "session")?;
    tx.allow(Act::KeepRegister, &scope, "session")?;
    let (now, sight) = (tx.now(), standings::sight(tx.actor()));
    let session = SessionOut::of(&standings::see(tx, id)?, sight, now);
    let register = register::service::open(tx, id)?;
    let register = RegisterOut::of(&register, now);
    let is_sensitive = planned.activity.sensitive;
    let booked: Vec<&FamilyId> =
        register.parties.iter().filter_map(|party| party.family_id.as_ref()).collect();
    // Beside a sensitive session no number of another carer stands.
    let to_ring = if is_sensitive { HashMap::new() } else { to_ring(tx, &booked)? };

    let (sees_line, plans, books, moves) = {
        let actor = tx.actor();
        let may = |act| actor.may(act, &scope);
        (may(Act::SeeLine), may(Act::Plan), may(Act::Book), may(Act::MoveInLine))
    };
    let is_over = now >= planned.session.ends_at || planned.session.cancelled_at.is_some();
    let hands = if is_sensitive || is_over { Vec::new() } else { handover::list(tx, id)? };
    let mut open_tasks = Vec::new();
    let open = Open { seen: seen_by(tx), kinds: None, for_lead: false, session: Some(id.clone()) };
    for task in tasks::open(tx, &open, "", TASKS)? {
        let task = listed(tx, task)?;
        open_tasks.push(TaskLine::load(tx, task)?);
    }
    Ok(DeskFacts {
        line: in_line(tx, id, sees_line, is_sensitive)?,
        forecast: if sees_line { forecast(tx, id)? } else { None },
        messages: if sees_line { about_session(tx, id)? } else { Vec::new() },
        session,
        register,
        to_ring,
        is_sensitive,
        hands,
        tasks: open_tasks,
        sees_line,
        plans,
        books,
        moves,
    })
}

/// There are forecasts for upcoming sessions only.
fn forecast(tx: &mut Tx, id: &SessionId) -> Result<Option<ForecastReport>> {
    match of_session(tx, id) {
        Ok(report) => Ok(Some(report)),
        Err(fault) if fault.code() == Code::NoLongerOpen => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Offers first, then the line in its order; for those who may not see the order, by name.
fn in_line(
    tx: &mut Tx,
    id: &SessionId,
    sees_line: bool,
    is_sensitive: bool,
) -> Result<Vec<InLine>> {
    let planned = sessions::store::planned_where_counted(tx, id)?;
    let live = store::live_in(tx, &planned.session.id)?;
    let mut shown = Vec::new();
    let (offered, waiting): (Vec<Booking>, Vec<Booking>) = live
        .into_iter()
        .filter(|booking| booking.status != Status::Booked)
        .partition(|booking| booking.status == Status::Offered);
    for booking in offered {
        let until = store::live_offer(tx, &booking.id)?.map(|offer| offer.expires_at);
        shown.push(InLine { offered_until: until, ..one(tx, booking, is_sensitive)? });
    }
    if !sees_line {
        for booking in waiting {
            shown.push(one(tx, booking, is_sensitive)?);
        }
        let key = |line: &InLine| (line.family.is_none(), line.who.clone(), line.booking.clone());
        shown.sort_by_cached_key(key);
        return Ok(shown);
    }
    let (planned, placed) = line(tx, id)?;
    let mut words = order_in_words(&planned, &placed).into_iter();
    for placed in placed {
        let booking = placed.booking;
        let reason = match (&booking.move_reason, booking.tier) {
            (Some(moved), _) => format!("Moved by staff: {moved}"),
            (None, Tier::Referred) => format!("Referred: {}", booking.tier_reason),
            (None, Tier::TargetGroup) => format!("Target group: {}", booking.tier_reason),
            (None, Tier::Everyone) => "Like everyone, in order of asking".to_owned(),
        };
        let (position, reason) = (Some(placed.position), Some(reason));
        let before_next = words.next();
        let line = one(tx, booking, is_sensitive)?;
        shown.push(InLine { position, reason, before_next, ..line });
    }
    Ok(shown)
}

fn one(tx: &mut Tx, booking: Booking, is_sensitive: bool) -> Result<InLine> {
    let is_named = names(tx, &booking.family_id)?;
    let who = match is_named {
        false => "A family. Ask the safeguarding lead.".to_owned(),
        true => {
            let mut carers = crate::families::store::carers_of(tx, &booking.family_id)?;
            if is_sensitive {
                carers.retain(|carer| booking.carer_id.as_ref() == Some(&carer.id));
            }
            crate::pages::team::adults(&carers)
        }
    };
    Ok(InLine {
        family: is_named.then_some(booking.family_id),
        who,
        adults: booking.adults,
        children: booking.children,
        offered_until: None,
        position: None,
        reason: None,
        before_next: None,
        booking: booking.id,
    })
}
