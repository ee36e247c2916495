//! How sessions stand, worked out from everyone who has or waits for a place.

use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::bookings::offer::{self, LAST_HOURS};
use crate::bookings::waitlist::{PlacesLeft, Size, Waitlist, WaitlistEntry};
use crate::bookings::{Answered, Referral, Tier, Wants, store};
use crate::db::Tx;
use crate::sessions::{self, Planned, Unit};
use std::collections::{BTreeMap, HashMap};

/// What is counted of a session.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    /// What is left for referred parties and staff.
    pub places_left: i32,
    /// What is left for everyone.
    pub public_places_left: i32,
    /// Parties in line.
    pub waiting: usize,
}

impl Figures {
    fn of(line: &Waitlist, room: &PlacesLeft, now: Moment) -> Figures {
        Figures {
            places_left: line.places_left(room, now, Tier::Referred),
            public_places_left: line.places_left(room, now, Tier::Everyone),
            waiting: line.waiting.len() + line.unread,
        }
    }
}

pub(super) struct WorkedOut {
    pub planned: Planned,
    pub counted: Figures,
    /// Referrals that brought no party count as parties.
    pub told: Figures,
    /// When time alone next changes a figure.
    pub until: Option<Moment>,
}

/// The figures of a session where places are counted: counted, told, and until when.
type OfHead = (Figures, Figures, Option<Moment>);

/// These sessions as they stand now, in their order.
pub(super) fn work_out(tx: &mut Tx, planned: Vec<Planned>) -> Result<Vec<WorkedOut>> {
    let elsewhere: Vec<SessionId> =
        planned.iter().filter_map(|one| one.session.head_session_id.clone()).collect();
    let elsewhere = match elsewhere.is_empty() {
        true => Vec::new(),
        false => sessions::store::planned_of(tx, &elsewhere)?,
    };
    let counted_here = planned.iter().filter(|one| one.session.head_session_id.is_none());
    let heads: BTreeMap<&SessionId, &Planned> =
        counted_here.chain(&elsewhere).map(|head| (&head.session.id, head)).collect();
    let heads: Vec<&Planned> = heads.into_values().collect();
    let figures = figures(tx, &heads)?;
    let worked_out = planned.into_iter().filter_map(|planned| {
        let (counted, told, until) = *figures.get(planned.session.counted_at())?;
        Some(WorkedOut { planned, counted, told, until })
    });
    Ok(worked_out.collect())
}

fn figures(tx: &mut Tx, heads: &[&Planned]) -> Result<HashMap<SessionId, OfHead>> {
    let now = tx.now();
    let wanted: Vec<(&SessionId, Unit)> =
        heads.iter().map(|head| (&head.session.id, head.activity.unit)).collect();
    let rooms: HashMap<&SessionId, PlacesLeft> =
        heads.iter().map(|head| (&head.session.id, PlacesLeft::of(head))).collect();
    let may_change = |id: &SessionId, line: &Waitlist| {
        rooms.get(id).is_none_or(|room| line.may_change(room, now))
    };
    let mut lines = store::lines(tx, &wanted, may_change)?;
    let ids: Vec<&str> = heads.iter().map(|head| head.session.id.as_str()).collect();
    let unseen = store::added_to_others(tx, &ids)?;

    let of_head = |head: &&Planned| {
        let id = &head.session.id;
        let mut line = lines.remove(id).unwrap_or_default();
        let room = PlacesLeft::of(head);
        let end = offer::term(now, room.starts_at, head.centre.zone()).expires_at;
        line.settle(&room, now, end);
        let (counted, until) = (Figures::of(&line, &room, now), next_change(&line, &room, now));
        for referral in unseen.iter().filter(|one| one.session_id == *id) {
            count_as_unknown(&mut line, referral, head.activity.unit);
        }
        (id.clone(), (counted, Figures::of(&line, &room, now), until))
    };
    Ok(heads.iter().map(of_head).collect())
}

/// When time alone next changes what is counted, whether or not somebody waits.
fn next_change(line: &Waitlist, room: &PlacesLeft, now: Moment) -> Option<Moment> {
    let of_room =
        [room.priority_until, room.cancel_by, room.starts_at - LAST_HOURS, room.starts_at];
    let coming = of_room.into_iter().filter(|moment| *moment > now);
    coming.chain(line.next_change(room, now)).min()
}

/// A referral that brought no party, because its family was there before. In the numbers that
/// partners and families read it counts as a party like any other, or the number would reveal to
/// the team that referred what was there. It plays no part in deciding who has a place.
fn count_as_unknown(line: &mut Waitlist, referral: &Referral, unit: Unit) {
    let size = Size::of(unit, referral.adults, referral.children);
    let tier = Tier::Referred;
    match referral.answered {
        Answered::Booked => line.taken.add(tier, size),
        Answered::Waiting => line.waiting.push(WaitlistEntry {
            booking: referral.booking_id.clone(),
            tier,
            line_tier: tier.rank(),
            line_number: 0.0,
            size,
            wants: Wants::Book,
            saved_until: None,
            saved_here: false,
            told_last_call: false,
            barred: false,
        }),
    }
}
