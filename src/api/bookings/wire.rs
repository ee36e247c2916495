//! Bookings on the wire: what is requested, and what each role may know of the answer.

use crate::access::{Act, Role, Scope};
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, CarerId, ChildId, FamilyId, OfferId, SessionId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::service::request::{Book, IfFull};
use crate::bookings::service::shown::Shown;
use crate::bookings::view::sight;
use crate::bookings::{Booking, MadeAs, Status, Tier, Wants, store};
use crate::db::{Lane, Tx};
use crate::mail::Chance;
use crate::sessions::{LineOrder, Phase, Planned};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A request for a place.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"family_id": "0198fad27f3a7d0e9d1c2b3a4f5e6d7c", "child_ids": ["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c"], "adults": 1,
    "if_full": "wait", "wants": "offer"}))]
pub(crate) struct BookIn {
    /// Which family. A parent's own where left out.
    pub family_id: Option<FamilyId>,
    /// Which children come.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub child_ids: Vec<ChildId>,
    /// How many adults come.
    #[serde(default = "one")]
    #[schema(minimum = 0, maximum = 50)]
    pub adults: i32,
    /// What to do where the party does not fit: `wait` where left out.
    pub if_full: Option<IfFull>,
    /// On the waiting list: to be offered a place, or booked at once. `offer` where left out.
    pub wants: Option<Wants>,
    /// Staff: why a rule is overridden.
    #[schema(max_length = 300)]
    pub reason: Option<String>,
    /// Other dates of the activity, any of which would do.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub or_sessions: Vec<SessionId>,
    /// Who comes with the children; matters for sensitive sessions.
    pub carer_id: Option<CarerId>,
}

pub(crate) fn one() -> i32 {
    1
}

pub(crate) fn adults_ok(adults: i32) -> Result<i32> {
    if (0..=50).contains(&adults) {
        Ok(adults)
    } else {
        Err(Fault::invalid("/adults", "Use 0 to 50."))
    }
}

impl BookIn {
    /// Several dates are not decided in one lane.
    pub(crate) fn lane(&self, session: &SessionId) -> Option<Lane> {
        let lane = || Lane::with_party(session, self.family_id.as_ref(), &self.child_ids);
        self.or_sessions.is_empty().then(lane)
    }

    pub(crate) fn command(&self, tx: &Tx, session: &SessionId) -> Result<Book> {
        text::at_most("/child_ids", &self.child_ids, 20)?;
        text::at_most("/or_sessions", &self.or_sessions, 20)?;
        if self.adults == 0 && self.child_ids.is_empty() {
            return Err(Fault::invalid("/adults", "At least one person must come."));
        }
        let family = self.family_id.clone().or(tx.actor().family_id.clone());
        Ok(Book {
            session_id: session.clone(),
            or_sessions: self.or_sessions.clone(),
            family_id: family
                .ok_or_else(|| Fault::invalid("/family_id", "Say which family comes."))?,
            carer_id: self.carer_id.clone(),
            child_ids: self.child_ids.clone(),
            adults: adults_ok(self.adults)?,
            if_full: self.if_full.unwrap_or(IfFull::Wait),
            wants: self.wants.unwrap_or(Wants::Offer),
            reason: text::maybe_lines("/reason", self.reason.as_deref(), 300)?,
        })
    }
}

/// A place kept for a party.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct OfferOut {
    /// To accept or decline it by.
    pub id: OfferId,
    /// Which session it is for.
    pub session_id: SessionId,
    /// Live until then.
    pub expires_at: Moment,
}

/// The session of a booking, as its family is told of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct BookedSessionOut {
    /// What families read.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// The start.
    pub starts_at: Moment,
    /// The end.
    pub ends_at: Moment,
    /// Its phase now, as `GET /sessions/{id}` tells it.
    pub phase: Phase,
    /// The centre's name.
    #[schema(example = "Partington Children's Centre")]
    pub centre: String,
    /// Where to ring.
    pub phone: Option<String>,
    /// Where it is, if not at the centre itself.
    pub venue: Option<String>,
    /// Where that is: of the venue, or of the centre.
    pub address: Option<String>,
    /// What to bring.
    pub bring: Option<String>,
    /// After this a cancellation counts as late.
    pub cancel_by: Moment,
}

impl BookedSessionOut {
    fn of(tx: &mut Tx, planned: &Planned) -> BookedSessionOut {
        let now = tx.now();
        let Planned { session, activity, centre, venue, .. } = planned;
        let (address, postcode) = match venue {
            Some(venue) => (&venue.address, &venue.postcode),
            None => (&centre.address, &centre.postcode),
        };
        let address: Vec<&str> = address.iter().chain(postcode).map(String::as_str).collect();
        BookedSessionOut {
            title: activity.title.clone(),
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            phase: sight(tx.actor()).phase(session, now),
            centre: centre.name.clone(),
            phone: centre.phone.clone(),
            venue: venue.as_ref().map(|venue| venue.name.clone()),
            address: (!address.is_empty()).then(|| address.join(", ")),
            bring: activity.bring.clone(),
            cancel_by: session.cancel_by,
        }
    }
}

/// A booking, as far as the caller may know of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct BookingOut {
    /// Opaque; it stays the same from waiting to booked.
    pub id: BookingId,
    /// The status of the request.
    pub status: Status,
    /// Where the place is; for an entry in several lines, the one asked for first.
    pub session_id: SessionId,
    /// That session in short.
    pub session: BookedSessionOut,
    /// The family. Not shown to professionals; for a restricted record, only to callers who may
    /// open it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_id: Option<FamilyId>,
    /// The children that come. Shown to callers who are shown the family.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub child_ids: Option<Vec<ChildId>>,
    /// How many adults come.
    pub adults: i32,
    /// Its position on the waiting list: for staff, and for families where the order is plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<usize>,
    /// On the waiting list, the chance in words: `good`, `some` or `small`. Left out while the
    /// family may have no place here: it has as many as one family may book, or is no member.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "good")]
    pub chance: Option<Chance>,
    /// The place kept for it, while the status is `offered`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<OfferOut>,
    /// The other dates waited for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub or_sessions: Vec<SessionId>,
    /// When it was requested. For waiting parties, not shown to the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_at: Option<Moment>,
    /// Whether it was cancelled after `cancel_by`.
    pub late: bool,
    /// Staff: referred, of a target group, or everyone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Staff: the reason behind the tier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier_reason: Option<String>,
    /// Staff: in what capacity it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_as: Option<MadeAs>,
    /// Staff: why a rule was overridden.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl BookingOut {
    pub(crate) fn load(tx: &mut Tx, booking: Booking) -> Result<BookingOut> {
        let shown = Shown::load(tx, &booking)?;
        BookingOut::of(tx, booking, shown)
    }

    /// With what is known of it already.
    pub(crate) fn of(tx: &mut Tx, booking: Booking, mut shown: Shown) -> Result<BookingOut> {
        let scope = Scope::centre(&shown.planned.session.centre_id).family(&booking.family_id);
        let staff = tx.actor().may_as(Role::Staff, Act::SeeLine, &scope);
        let desk = tx.actor().may_as(Role::FrontDesk, Act::SeeBooking, &scope);
        let own = tx.actor().may_as(Role::Parent, Act::SeeBooking, &scope);
        let lead = tx.actor().may_as(Role::SafeguardingLead, Act::SeeBooking, &scope);
        let opens = own || lead || tx.actor().is_service();
        let knows_family = opens || ((staff || desk) && !shown.restricted);
        // At the desk the waiting list has no order.
        let is_in_line = matches!(booking.status, Status::Waiting | Status::Offered);
        let tells_moment = !is_in_line || !desk || staff || opens;
        let plain = shown.planned.activity.waitlist_order == LineOrder::Joining && own;

        let now = tx.now();
        let live = match booking.status {
            Status::Offered => store::live_offer(tx, &booking.id)?,
            _ => None,
        };
        let live = live.filter(|offer| now < offer.expires_at);
        let status = match booking.status {
            // Its time is over; the next decision records that.
            Status::Offered if live.is_none() => Status::Lapsed,
            status => status,
        };
        let offer = live.map(|offer| OfferOut {
            id: offer.id,
            session_id: offer.session_id,
            expires_at: offer.expires_at,
        });
        let position = if staff || plain { shown.position(tx, &booking)? } else { None };
        let chance = if own { shown.chance(tx, &booking)? } else { None };
        let lines = shown.lines(tx, &booking)?;
        let or_sessions = lines.into_iter().filter(|id| *id != booking.session_id).collect();
        let session = BookedSessionOut::of(tx, &shown.planned);
        let child_ids = if knows_family { Some(shown.children(tx, &booking)?) } else { None };
        Ok(BookingOut {
            position,
            chance,
            offer: offer.filter(|_| knows_family),
            or_sessions,
            child_ids,
            family_id: knows_family.then_some(booking.family_id),
            tier: staff.then_some(booking.tier),
            tier_reason: staff.then_some(booking.tier_reason),
            made_as: staff.then_some(booking.made_as),
            reason: booking.reason.filter(|_| staff),
            id: booking.id,
            status,
            session_id: booking.session_id,
            session,
            adults: booking.adults,
            made_at: tells_moment.then_some(booking.made_at),
            late: booking.late,
        })
    }
}
