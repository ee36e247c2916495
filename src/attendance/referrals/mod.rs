//! What became of referrals. A professional of health or social care hears whether the family came,
//! once the register is complete; others hear that a place was given; nobody hears anything where
//! the family does not wish it.

pub mod http;
pub mod service;
pub mod store;

use crate::bookings::{Booking, Referral, Status};
use crate::id::{BookingId, FamilyId, ReferralId, SessionId};
use crate::moment::Moment;
use crate::partners::PartnerKind;

/// A referral with what became of it, as far as its partner may know.
#[derive(Clone, Debug)]
pub struct Became {
    pub referral: Referral,
    pub booking: Booking,
    /// `None`: not known yet, or not this partner's to know.
    pub came: Option<bool>,
}

/// A referral whose time has come to be told of, and what its booking came to.
#[derive(Clone, Debug)]
pub struct Ended {
    pub referral: ReferralId,
    pub session: SessionId,
    pub booking: BookingId,
    pub family: FamilyId,
    /// Of the professional.
    pub email: String,
    pub made_at: Moment,
    pub status: Status,
    pub was_offered: bool,
    pub kind: Option<PartnerKind>,
}

impl Ended {
    /// A place was given, and this partner hears whether it was used.
    pub fn waits_for_the_register(&self) -> bool {
        self.status == Status::Booked && self.kind.is_some_and(PartnerKind::hears_attendance)
    }
}
