//! Sessions on the wire: one shape, of which each role gets what it may know.

use crate::base::id::{ActivityId, CentreId, CourseId, RoomId, SeriesId, SessionId, VenueId};
use crate::base::moment::Moment;
use crate::bookings::view::{SessionStanding, Sight};
use crate::centres::AccessFeature;
use crate::sessions::release::phase_for_families;
pub(crate) use crate::sessions::said;
use crate::sessions::{Access, ActivitySettings, Ages, Phase, Planned};
use serde::Serialize;
use utoipa::ToSchema;

/// A session, as far as the caller may know of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct SessionOut {
    /// Opaque.
    pub id: SessionId,
    /// The activity.
    pub activity_id: ActivityId,
    /// What families read.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// A few sentences about it.
    pub description: Option<String>,
    /// Who it is for, in words.
    pub audience: Option<String>,
    /// Ages taken on the day; `null` for adults only.
    pub ages: Option<Ages>,
    /// Price or donation, in words.
    pub price: Option<String>,
    /// What to bring.
    pub bring: Option<String>,
    /// What there is for people with access needs, of the place and of the activity.
    pub access_features: Vec<AccessFeature>,
    /// Where an interpreter is there: the language, in words.
    #[schema(example = "Urdu")]
    pub interpreter_language: Option<String>,
    /// How people get a place. Left out for a family that has a booking there already, and at the
    /// desk where it is by referral only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// The centre's name.
    #[schema(example = "Partington Children's Centre")]
    pub centre: String,
    /// Where it is, if not at the centre itself.
    pub venue: Option<String>,
    /// The start.
    pub starts_at: Moment,
    /// The end.
    pub ends_at: Moment,
    /// Its phase now. Families and the desk never see `referral_window`: to them it is `announced`.
    pub phase: Phase,
    /// When the public may begin to book; `null` for never.
    pub public_release_at: Option<Moment>,
    /// When new requests stop.
    pub bookings_close_at: Moment,
    /// After this a cancellation counts as late.
    pub cancel_by: Moment,
    /// Places free now: what the public may take, for families and the desk; for families only while
    /// booking is open.
    pub places_left: Option<i32>,
    /// Whether the session was called off.
    pub cancelled: bool,
    /// All places. Staff and professionals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<i32>,
    /// Parties in line. Staff and professionals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<usize>,
    /// When professionals may begin to refer. Staff and professionals, not the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referrals_open_at: Option<Moment>,
    /// What staff and the desk see.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffSession>,
}

/// What only staff and the desk see of a session.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct StaffSession {
    /// Places the public may take now.
    pub public_places_left: i32,
    /// Places kept for referred and target-group parties. Not told to the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority_places: Option<i32>,
    /// Until when they are kept. Not told to the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority_until: Option<Moment>,
    /// When it was announced; `null` for a draft.
    pub announced_at: Option<Moment>,
    /// The venue.
    pub venue_id: Option<VenueId>,
    /// The room.
    pub room_id: Option<RoomId>,
    /// Who leads it.
    pub leader: Option<String>,
    /// The series it belongs to.
    pub series_id: Option<SeriesId>,
    /// The course it belongs to.
    pub course_id: Option<CourseId>,
    /// For a later date of a course: the first, where places are counted.
    pub head_session_id: Option<SessionId>,
    /// Send it as `If-Match` to change the session.
    pub version: i64,
    /// Why it was called off.
    pub cancel_reason: Option<String>,
    /// The session that is on instead of it.
    pub displaced_by: Option<SessionId>,
}

impl SessionOut {
    pub(crate) fn of(standing: &SessionStanding, sight: Sight, now: Moment) -> SessionOut {
        let Planned { session, activity, centre, venue, .. } = standing.planned();
        let inner = sight != Sight::Family;
        // Callers who are told of referral dates and of places kept for referred parties.
        let plan = matches!(sight, Sight::Staff | Sight::Professional);
        let shown = sight.phase(session, now);
        let left = if plan { standing.places_left() } else { standing.public_places_left() };
        let is_told = match sight {
            Sight::Family => !standing.is_own,
            Sight::Desk => activity.access != Access::ReferralOnly,
            Sight::Staff | Sight::Professional => true,
        };
        SessionOut {
            id: session.id.clone(),
            activity_id: session.activity_id.clone(),
            title: activity.title.clone(),
            description: activity.description.clone(),
            audience: activity.audience.clone(),
            ages: ages(activity),
            price: activity.price.clone(),
            bring: activity.bring.clone(),
            access_features: standing.planned().access_features(),
            interpreter_language: activity.interpreter_language.clone(),
            access: is_told.then_some(activity.access),
            centre_id: session.centre_id.clone(),
            centre: centre.name.clone(),
            venue: venue.as_ref().map(|venue| venue.name.clone()),
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            phase: shown,
            public_release_at: session.public_release_at,
            bookings_close_at: session.bookings_close_at,
            cancel_by: session.cancel_by,
            places_left: (inner || shown == Phase::Public).then_some(left),
            cancelled: session.cancelled_at.is_some(),
            capacity: inner.then_some(session.capacity),
            waiting: inner.then(|| standing.waiting()),
            referrals_open_at: plan.then_some(session.referrals_open_at),
            staff: matches!(sight, Sight::Staff | Sight::Desk)
                .then(|| StaffSession::of(standing, plan)),
        }
    }
}

impl StaffSession {
    fn of(standing: &SessionStanding, plan: bool) -> StaffSession {
        let session = &standing.planned().session;
        StaffSession {
            public_places_left: standing.public_places_left(),
            priority_places: plan.then_some(session.priority_places),
            priority_until: plan.then_some(session.priority_until),
            announced_at: session.announced_at,
            venue_id: session.venue_id.clone(),
            room_id: session.room_id.clone(),
            leader: session.leader.clone(),
            series_id: session.series_id.clone(),
            course_id: session.course_id.clone(),
            head_session_id: session.head_session_id.clone(),
            version: session.version,
            cancel_reason: session.cancel_reason.clone(),
            displaced_by: session.displaced_by.clone(),
        }
    }
}

fn ages(activity: &ActivitySettings) -> Option<Ages> {
    (!activity.adults_only).then_some(activity.ages)
}

/// What families may know of a session that is on.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct WhatsOnOut {
    /// The session's id, to book it with.
    pub id: SessionId,
    /// The title.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// A few sentences about it.
    pub description: Option<String>,
    /// Who it is for, in words.
    pub audience: Option<String>,
    /// Ages taken on the day; `null` for adults only.
    pub ages: Option<Ages>,
    /// How people get a place.
    pub access: Access,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// The centre's name.
    #[schema(example = "Partington Children's Centre")]
    pub centre: String,
    /// The number families ring.
    pub phone: Option<String>,
    /// Where it is, if not at the centre itself.
    pub venue: Option<String>,
    /// Street and town, of the venue or else of the centre.
    pub address: Option<String>,
    /// The venue's postcode.
    pub postcode: Option<String>,
    /// The start.
    pub starts_at: Moment,
    /// The end.
    pub ends_at: Moment,
    /// `announced` until booking opens, then `public`, then `closed`; of one session also what came
    /// after.
    pub phase: Phase,
    /// When booking opens.
    pub booking_opens_at: Option<Moment>,
    /// When booking closes.
    pub booking_closes_at: Moment,
    /// Places free now, while booking is open.
    pub places_left: Option<i32>,
    /// Price or donation, in words.
    pub price: Option<String>,
    /// What to bring.
    pub bring: Option<String>,
    /// What there is for people with access needs, of the place and of the activity.
    pub access_features: Vec<AccessFeature>,
    /// Where an interpreter is there: the language, in words.
    #[schema(example = "Urdu")]
    pub interpreter_language: Option<String>,
}

impl WhatsOnOut {
    pub(crate) fn of(standing: &SessionStanding, now: Moment) -> WhatsOnOut {
        let Planned { session, activity, centre, venue, .. } = standing.planned();
        let phase = phase_for_families(session, now);
        let postcode = venue.as_ref().and_then(|venue| venue.postcode.as_ref());
        let address = match venue {
            Some(venue) => &venue.address,
            None => &centre.address,
        };
        WhatsOnOut {
            id: session.id.clone(),
            title: activity.title.clone(),
            description: activity.description.clone(),
            audience: activity.audience.clone(),
            ages: ages(activity),
            access: activity.access,
            centre_id: centre.id.clone(),
            centre: centre.name.clone(),
            phone: centre.phone.clone(),
            venue: venue.as_ref().map(|venue| venue.name.clone()),
            address: address.clone(),
            postcode: postcode.or(centre.postcode.as_ref()).cloned(),
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            phase,
            booking_opens_at: session.public_release_at,
            booking_closes_at: session.bookings_close_at,
            places_left: (phase == Phase::Public).then(|| standing.public_places_left()),
            price: activity.price.clone(),
            bring: activity.bring.clone(),
            access_features: standing.planned().access_features(),
            interpreter_language: activity.interpreter_language.clone(),
        }
    }
}
