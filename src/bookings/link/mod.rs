//! Links in mails, followed: what each would do as things stand, and doing it through the same
//! steps as anyone else. A link is good for one thing; whatever else has happened meanwhile is
//! told and left as it is.

pub mod service;

use super::Status;
use crate::mail::link::Purpose;

/// What came of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A place was taken: accepted or claimed.
    HasPlace,
    Declined,
    LeftLine,
    Cancelled,
    AlertStopped,
    /// The link or the offer is too old.
    TooLate,
    /// Something else was already answered.
    AnsweredBefore,
    /// Another was quicker, in the last hours.
    PlaceGone,
    /// No such link.
    Unknown,
}

/// What is to be told at once, as the booking stands; `None` where the link still does something.
pub fn end_of(purpose: Purpose, status: Status) -> Option<End> {
    match (purpose, status) {
        (Purpose::Accept | Purpose::Decline, Status::Offered)
        | (Purpose::Claim | Purpose::Leave, Status::Waiting)
        | (Purpose::Leave, Status::Offered)
        | (Purpose::Cancel, Status::Booked) => None,

        (Purpose::Accept | Purpose::Claim | Purpose::Leave, Status::Booked) => Some(End::HasPlace),
        (Purpose::Decline, Status::Declined) => Some(End::Declined),
        (Purpose::Leave, Status::Cancelled | Status::Lapsed | Status::Declined) => {
            Some(End::LeftLine)
        }
        (Purpose::Cancel, Status::Cancelled) => Some(End::Cancelled),
        (Purpose::Accept | Purpose::Decline | Purpose::Claim, Status::Lapsed) => Some(End::TooLate),

        (Purpose::Accept, Status::Waiting | Status::Cancelled | Status::Declined)
        | (Purpose::Decline, Status::Booked | Status::Waiting | Status::Cancelled)
        | (Purpose::Claim, Status::Offered | Status::Cancelled | Status::Declined)
        | (
            Purpose::Cancel,
            Status::Waiting | Status::Offered | Status::Lapsed | Status::Declined,
        )
        | (Purpose::StopAlert, _) => Some(End::AnsweredBefore),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_given_up_by_its_own_link_only() {
        let acts_on_a_place: Vec<Purpose> =
            Purpose::ALL.into_iter().filter(|p| end_of(*p, Status::Booked).is_none()).collect();

        assert_eq!(acts_on_a_place, [Purpose::Cancel]);
    }

    #[test]
    fn what_is_over_stays_over() {
        for purpose in Purpose::ALL {
            for status in [Status::Cancelled, Status::Lapsed, Status::Declined] {
                assert!(end_of(purpose, status).is_some(), "{purpose:?} {status:?}");
            }
        }
    }

    #[test]
    fn following_a_link_twice_tells_the_same_twice() {
        for (purpose, after, told) in [
            (Purpose::Accept, Status::Booked, End::HasPlace),
            (Purpose::Claim, Status::Booked, End::HasPlace),
            (Purpose::Decline, Status::Declined, End::Declined),
            (Purpose::Leave, Status::Cancelled, End::LeftLine),
            (Purpose::Cancel, Status::Cancelled, End::Cancelled),
        ] {
            assert_eq!(end_of(purpose, after), Some(told));
        }
    }
}
