//! The page behind the link in a mail: one booking as its family sees it, whatever its state, and
//! what can be done with it there. Looking changes nothing. What is done goes through the same steps
//! as for anyone else, and only from the state in which its button stood on the page: a page that
//! lay open for a day gives up nothing that came since.

pub(crate) mod service;

use crate::base::id::{ChildId, SessionId};
use crate::base::text_enum::text_enum;
use crate::mail::spoken::When;
use crate::mail::{CalendarFacts, Chance, SessionFacts};
use chrono::NaiveDateTime;

text_enum! {
    /// What can be done on the page of a booking.
    Deed {
        /// Say yes to an offer.
        Accept = "accept",
        /// Say no to an offer.
        Decline = "decline",
        /// Stop waiting.
        Leave = "leave",
        /// Give up a place.
        Cancel = "cancel",
        /// Take a free place in the last hours.
        Claim = "claim",
        /// Take back a cancellation.
        Undo = "undo",
        /// Have the place on another day.
        Move = "move",
        /// Come with fewer.
        Party = "party",
    }
}

/// What a button's form says besides.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pressed {
    /// Which of several days it is about.
    pub session: Option<SessionId>,
    /// Who still comes, of the children that the page shows.
    pub children: Vec<ChildId>,
    pub adults: Option<i32>,
}

/// A booking as its page shows it.
#[derive(Debug, Clone)]
pub(crate) struct BookingPage {
    pub session_id: SessionId,
    pub session: SessionFacts,
    /// A course's later dates; empty for a single session.
    pub more_dates: Vec<When>,
    /// Those of the party that live in this family.
    pub children: Vec<(ChildId, String)>,
    pub adults: i32,
    /// Days on which the party could have its place instead.
    pub other_days: Vec<(SessionId, When, String)>,
    pub bring: Option<String>,
    pub standing: Standing,
    /// Of a place, had or given up.
    pub calendar: Option<CalendarFacts>,
}

/// How a booking stands. Moments are in the centre's civil time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Standing {
    Booked {
        /// After this a cancellation is late; `None` where that has passed.
        cancel_by: Option<NaiveDateTime>,
        has_begun: bool,
    },
    Waiting {
        /// `None` while it may have no place here.
        chance: Option<Chance>,
        /// Only where the line is in plain order of joining.
        position: Option<usize>,
        /// The other dates any of which would do.
        or_dates: Vec<When>,
        /// Where a place can be claimed now.
        free: Vec<(SessionId, When)>,
    },
    Offered {
        until: NaiveDateTime,
    },
    Over(Over),
}

/// Why there is nothing more to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Over {
    /// The session is over, and the family had a place.
    Past,
    /// The family gave up its place; perhaps it can still be taken back.
    GivenUp {
        at: NaiveDateTime,
        undo_until: Option<NaiveDateTime>,
    },
    /// Cancelled by somebody else, or long ago.
    Cancelled {
        at: NaiveDateTime,
    },
    LeftLine {
        at: NaiveDateTime,
    },
    Declined {
        at: NaiveDateTime,
    },
    /// The offer ran out.
    Lapsed {
        until: NaiveDateTime,
    },
    /// No place came free.
    LineEnded,
    SessionCancelled,
    /// Somebody who comes is of another age.
    Unfit,
}

/// What came of a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is as was wished, now or since before.
    Done,
    /// Somebody else has the place.
    PlaceGone,
    TooLate,
    /// It was settled otherwise before.
    SettledOtherwise,
    /// A child has another place at that time.
    Busy,
    /// A rule stands against that day.
    NotThatDay,
    /// A rule stands against those who would be left.
    NotThatParty,
    /// Nobody was left who comes.
    Nobody,
}

/// What an alert is about.
#[derive(Debug, Clone)]
pub(crate) struct AlertPage {
    pub session: SessionFacts,
    pub is_stopped: bool,
}
