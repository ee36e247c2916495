//! What became of referrals. A professional in health or social care hears whether the family came,
//! once the register is complete; others hear that a place was given; nobody hears anything if the
//! family does not wish it.

pub mod service;
pub(crate) mod store;

use crate::base::id::{BookingId, FamilyId, ReferralId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::bookings::{Answered, BookingTime, Found, Referral, Status};
use crate::families::statements::StatementSaid;
use crate::mail::OutcomeResult;
use crate::partners::PartnerKind;
use crate::sessions::Planned;
use diesel::prelude::*;

/// A referral with what became of it, as far as its partner may know.
#[derive(Clone, Debug)]
pub struct Became {
    pub referral: Referral,
    /// The team's own reference.
    pub reference: Option<String>,
    /// The family, as the team stated it.
    pub(crate) said: Option<StatementSaid>,
    /// The session that it was for, whatever became of the booking.
    pub planned: Planned,
    /// Whose log its reading belongs in; never shown.
    pub family: FamilyId,
    /// `None`: the session is not over, or this partner may not know.
    pub outcome: Option<OutcomeResult>,
    /// `None`: not known yet, or this partner may not know.
    pub came: Option<bool>,
}

/// Which of a team's referrals to list; what is left out does not matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReferralList {
    /// The family's names as the team stated them, its postcode, or the own reference.
    pub line: String,
    pub state: Option<ReferralState>,
    /// Whether their session is still to come.
    pub time: Option<BookingTime>,
}

text_enum! {
    /// What a team is shown of its referral.
    ReferralState {
        /// A place was there for a party of this size.
        Booked = "booked",
        /// There was none; the party is in line.
        Waiting = "waiting",
        /// The team withdrew it.
        Withdrawn = "withdrawn",
    }
}

impl ReferralState {
    pub(crate) fn of(referral: &Referral) -> ReferralState {
        match (referral.withdrawn_at, referral.answered) {
            (Some(_), _) => ReferralState::Withdrawn,
            (None, Answered::Booked) => ReferralState::Booked,
            (None, Answered::Waiting) => ReferralState::Waiting,
        }
    }
}

/// What a referral was answered and found, and what its booking came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct Fate {
    pub answered: Answered,
    pub found: Found,
    pub status: Status,
    pub was_offered: bool,
}

impl Fate {
    /// What came of it, as for an unknown party: where there was no room for one, a place that the
    /// family had before is not mentioned.
    pub fn result(self) -> OutcomeResult {
        if self.answered == Answered::Waiting && self.found == Found::Place {
            return OutcomeResult::NoPlace;
        }
        match self.status {
            Status::Booked => OutcomeResult::PlaceGiven,
            Status::Cancelled | Status::Declined => OutcomeResult::NotTaken,
            Status::Waiting | Status::Offered | Status::Lapsed if self.was_offered => {
                OutcomeResult::NotTaken
            }
            Status::Waiting | Status::Offered | Status::Lapsed => OutcomeResult::NoPlace,
        }
    }
}

/// A referral that is due to be reported, and what its booking came to.
#[derive(Clone, Debug, Queryable)]
pub struct Ended {
    pub referral: ReferralId,
    pub session: SessionId,
    pub booking: BookingId,
    pub family: FamilyId,
    /// Of the professional.
    pub email: String,
    /// The team's own reference.
    pub reference: Option<String>,
    pub made_at: Moment,
    pub fate: Fate,
    pub kind: Option<PartnerKind>,
}

impl Ended {
    /// A place was given, and this partner may hear whether it was used.
    pub fn waits_for_the_register(&self) -> bool {
        self.fate.result() == OutcomeResult::PlaceGiven
            && self.kind.is_some_and(PartnerKind::hears_attendance)
    }
}
