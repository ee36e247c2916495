//! Links in mails, followed: what each would do as things stand, and doing it through the same
//! steps as anyone else. A link is good for one thing; whatever else has happened meanwhile is
//! told and left as it is.

pub mod service;

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
