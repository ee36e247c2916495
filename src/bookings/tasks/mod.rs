//! What staff have to do themselves: ring a family that no message reaches, tell people who were
//! not reached, look at two families of one child. One list for each centre.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{BookingId, CentreId, FamilyId, OfferId, SessionId, TaskId};
use crate::base::moment::Moment;
use crate::db::schema::tasks;
pub(crate) use crate::families::TaskKind;
use diesel::prelude::*;

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = tasks)]
pub struct Task {
    pub id: TaskId,
    pub centre_id: CentreId,
    pub kind: TaskKind,
    pub family_id: Option<FamilyId>,
    pub session_id: Option<SessionId>,
    pub booking_id: Option<BookingId>,
    pub offer_id: Option<OfferId>,
    pub detail: String,
    pub made_at: Moment,
    pub done_at: Option<Moment>,
    pub done_by: Option<String>,
    pub outcome: Option<String>,
    /// The other place of the same child at that time.
    pub other_booking_id: Option<BookingId>,
    /// When somebody last rang and nobody answered.
    pub tried_at: Option<Moment>,
}

/// Tasks that a call to the family settles.
pub(crate) const TO_RING: &[TaskKind] = &[TaskKind::RingOffer, TaskKind::RingNews];

/// Which tasks somebody may see.
#[derive(Clone, Debug)]
pub(crate) struct TaskSeen {
    /// The centres whose list it is; `None`: all.
    pub centres: Option<Vec<CentreId>>,
    /// Where both places of a child must be, for a task about the two.
    pub two_places_at: Option<Vec<CentreId>>,
    /// Whether one of the two may be of a restricted record.
    pub restricted: bool,
}
