//! What staff have to do themselves: ring a family that no message reaches, tell those not
//! reached, look at two families of one child. A list for each centre.

pub mod http;
pub mod service;
pub mod store;

use crate::id::{BookingId, CentreId, FamilyId, OfferId, SessionId, TaskId, words};
use crate::moment::Moment;
use crate::schema::tasks;
use diesel::prelude::*;

words! {
    /// What there is to do.
    TaskKind {
        /// An offer's clock starts when the call is recorded.
        RingOffer = "ring_offer",
        /// Good news that no message carries.
        RingNews = "ring_news",
        /// A child was asked for through two families; the family was told to phone.
        TwoFamilies = "two_families",
        /// Of a cancelled or changed session.
        NotReached = "not_reached",
    }
}

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
}
