//! Putting names on the list, and recording the outcome of a call.

use super::{Task, TaskKind, TaskSeen, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::day_begins;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{OfferId, TaskId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::bookings::{self, Booking, Busy, Offer, OfferState, offer};
use crate::db::Tx;
use crate::families::told::answer_by;
use crate::families::{self, Carer};
use crate::sessions::{self, Planned};
use serde_json::json;
use std::collections::HashMap;

text_enum! {
    /// The outcome of a call.
    CallOutcome {
        /// Somebody of the family was spoken to.
        Spoke = "spoke",
        /// A message was left, where that is allowed.
        LeftMessage = "left_message",
        NoAnswer = "no_answer",
    }
}

/// A task about a session, for the list of its centre.
pub(crate) fn task(tx: &mut Tx, planned: &Planned, kind: TaskKind, detail: &str) -> Task {
    Task {
        id: TaskId::new(),
        centre_id: planned.session.centre_id.clone(),
        kind,
        family_id: None,
        session_id: Some(planned.session.id.clone()),
        booking_id: None,
        offer_id: None,
        detail: detail.to_owned(),
        made_at: tx.now(),
        done_at: None,
        done_by: None,
        outcome: None,
        other_booking_id: None,
        tried_at: None,
    }
}

fn about(mut task: Task, booking: &Booking) -> Task {
    task.family_id = Some(booking.family_id.clone());
    task.booking_id = Some(booking.id.clone());
    task
}

/// An offer to a family that no message reaches: its clock starts when the call is recorded.
pub(crate) fn ring_offer(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    offer: &Offer,
) -> Result<()> {
    let mut task = about(task(tx, planned, TaskKind::RingOffer, "offer"), booking);
    task.offer_id = Some(offer.id.clone());
    store::add(tx, &task)
}

/// Something that a family must hear, and that no message tells it.
pub(crate) fn ring(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    kind: TaskKind,
    detail: &str,
) -> Result<()> {
    let task = about(task(tx, planned, kind, detail), booking);
    store::add(tx, &task)
}

/// A child has two places at one time, and the person who booked one may not know of the other: one
/// task for both.
pub(crate) fn two_places(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    other: &Busy,
) -> Result<()> {
    if store::is_told(tx, &booking.id, &other.booking)? {
        return Ok(());
    }
    let detail = match booking.family_id == other.family {
        true => "of_two_carers",
        false => "of_two_households",
    };
    let mut task = about(task(tx, planned, TaskKind::TwoFamilies, detail), booking);
    task.other_booking_id = Some(other.booking.clone());
    store::add(tx, &task)
}

/// Which tasks this caller may see.
pub(crate) fn seen_by(tx: &mut Tx) -> TaskSeen {
    let actor = tx.actor();
    TaskSeen {
        centres: actor.reach(Act::SeeTasks).centres(),
        two_places_at: actor.reach(Act::SeeTwoPlaces).centres(),
        restricted: actor.reach(Act::SeeTwoPlaces).restricted,
    }
}

pub(crate) fn close_ring(tx: &mut Tx, offer: &Offer) -> Result<()> {
    let now = tx.now();
    store::close_for_offer(tx, &offer.id, now)
}

/// Members of a task's family who have a number and may be rung: for a sensitive session only the
/// carer who comes.
pub(crate) fn whom_to_ring(tx: &mut Tx, task: &Task) -> Result<Vec<Carer>> {
    let Some(id) = &task.family_id else { return Ok(Vec::new()) };
    let mut carers = families::store::carers_of(tx, id)?;
    carers.retain(|carer| carer.phone.is_some() && !carer.no_call);
    if let Some(booking) = &task.booking_id {
        let booking = bookings::store::booking(tx, booking)?;
        let planned = sessions::store::planned(tx, &booking.session_id)?;
        if planned.activity.sensitive {
            carers.retain(|carer| booking.carer_id.as_ref() == Some(&carer.id));
        }
    }
    Ok(carers)
}

/// A task as a list shows it.
pub(crate) struct ListedTask {
    pub task: Task,
    /// Whether its family may be named to the caller.
    pub is_named: bool,
    /// The adults who may be rung; none where the family may not be named.
    pub to_ring: Vec<Carer>,
    /// By when it matters.
    pub until: Option<Moment>,
}

pub(crate) fn listed(tx: &mut Tx, task: Task) -> Result<ListedTask> {
    let is_named = match &task.family_id {
        Some(family) => families::service::names(tx, family)?,
        None => false,
    };
    let to_ring = if is_named { whom_to_ring(tx, &task)? } else { Vec::new() };
    let until = match (&task.offer_id, task.kind) {
        (Some(offer), _) => Some(bookings::store::offer(tx, offer)?.expires_at),
        (None, TaskKind::RecordAsked) => Some(day_begins(answer_by(task.made_at)).into()),
        (None, _) => None,
    };
    Ok(ListedTask { task, is_named, to_ring, until })
}

/// Offers to ring about that are looked at to find those that end first.
const OFFERS: i64 = 200;

/// The families that only a call reaches, whose offer ends first before the rest, and those before
/// whoever has waited longest; and whether there are more.
pub(crate) fn to_ring_first(
    tx: &mut Tx,
    for_lead: bool,
    rows: usize,
) -> Result<(Vec<ListedTask>, bool)> {
    let seen = seen_by(tx);
    let of =
        |kind| store::Open { seen: seen.clone(), kinds: Some(vec![kind]), for_lead, session: None };
    let offers = store::open(tx, &of(TaskKind::RingOffer), "", OFFERS)?;
    let most = i64::try_from(rows).unwrap_or(i64::MAX).saturating_add(1);
    let news = store::open(tx, &of(TaskKind::RingNews), "", most)?;
    let ids: Vec<&OfferId> = offers.iter().filter_map(|task| task.offer_id.as_ref()).collect();
    let ends: HashMap<OfferId, Moment> =
        bookings::store::offer_ends(tx, &ids)?.into_iter().collect();
    let mut offers: Vec<(Option<Moment>, Task)> = offers
        .into_iter()
        .map(|task| (task.offer_id.as_ref().and_then(|id| ends.get(id).copied()), task))
        .collect();
    offers.sort_by(|(a, one), (b, other)| (a, &one.id).cmp(&(b, &other.id)));

    let mut all: Vec<Task> = offers.into_iter().map(|(_, task)| task).chain(news).collect();
    let more = all.len() > rows;
    all.truncate(rows);
    let shown: Result<Vec<ListedTask>> = all.into_iter().map(|task| listed(tx, task)).collect();
    Ok((shown?, more))
}

/// Records a call. Once somebody was reached, the offer's clock starts and the task is done.
pub(crate) fn record_call(tx: &mut Tx, id: &TaskId, outcome: CallOutcome) -> Result<Task> {
    let before = store::task(tx, id)?;
    tx.allow(Act::DoTasks, &Scope::centre(&before.centre_id), "task")?;
    let seen = seen_by(tx);
    if !store::is_seen(tx, id, &seen)? {
        return Err(Fault::not_found("task"));
    }
    if let Some(session) = &before.session_id {
        sessions::store::lock(tx, std::slice::from_ref(session))?;
    }
    let task = store::task(tx, id)?;
    if task.done_at.is_some() {
        return Ok(task);
    }

    tx.audit(Event::RecordCall, id.as_str(), json!({ "outcome": outcome }))?;
    if outcome == CallOutcome::NoAnswer {
        let now = tx.now();
        store::tried(tx, id, now)?;
        return store::task(tx, id);
    }
    if let (TaskKind::RingOffer, Some(offer)) = (task.kind, &task.offer_id) {
        start_clock(tx, offer)?;
    }
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    store::done(tx, id, by.as_ref().map(|id| id.as_str()), outcome.as_str(), now)?;
    store::task(tx, id)
}

fn start_clock(tx: &mut Tx, id: &crate::base::id::OfferId) -> Result<()> {
    use crate::bookings::store as bookings;
    let live = bookings::offer(tx, id)?;
    let now = tx.now();
    if live.state != OfferState::Live || now >= live.expires_at {
        return Err(Fault::new(Code::OfferEnded, "The offer ended before the family was reached."));
    }
    let planned = sessions::store::planned(tx, &live.session_id)?;
    let ends = offer::end(now, planned.session.starts_at, planned.centre.zone());
    bookings::start_clock(tx, id, now, ends)?;
    let until = planned.session.settled_until.map_or(ends, |until| until.min(ends));
    bookings::settled(tx, &planned.session.id, Some(until))
}
