//! Links in mails, followed: what each would do as things stand, and doing it through the same
//! steps as anyone else. A link is good for one thing; anything else that has happened in the
//! meantime is reported and left as it is.

pub mod service;

/// The outcome of a link.
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
    /// It was already answered otherwise.
    AnsweredBefore,
    /// Another was quicker, in the last hours.
    PlaceGone,
    /// No such link.
    Unknown,
}
