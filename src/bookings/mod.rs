//! Bookings: who has a place, who waits, who is offered a place. Places taken are counted from
//! bookings and live offers, never kept as a total; every decision locks its session first.

pub mod auditor;
pub(crate) mod chance;
pub(crate) mod diary;
pub mod first;
pub(crate) mod judge;
pub(crate) mod link;
pub(crate) mod offer;
pub mod service;
pub mod store;
pub(crate) mod tasks;
pub mod telling;
pub(crate) mod texted;
pub(crate) mod thin;
pub(crate) mod view;
pub(crate) mod waitlist;

use crate::base::id::{
    AccountId, BookingId, CarerId, FamilyId, OfferId, PartnerId, ReferralId, SessionId, StatementId,
};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{bookings, offers, referrals};
use crate::families::reads::{Reads, recipient};
use crate::mail::Recipient;
use chrono::NaiveDate;
use diesel::prelude::*;

text_enum! {
    /// The status of a request.
    Status {
        Booked = "booked",
        Waiting = "waiting",
        /// A place is kept until a stated moment.
        Offered = "offered",
        Cancelled = "cancelled",
        /// An offer ran out, or the line was over.
        Lapsed = "lapsed",
        Declined = "declined",
    }
}

impl Status {
    pub fn is_live(self) -> bool {
        match self {
            Status::Booked | Status::Waiting | Status::Offered => true,
            Status::Cancelled | Status::Lapsed | Status::Declined => false,
        }
    }
}

text_enum! {
    /// Which of a family's bookings.
    BookingTime {
        /// A place, an offer or an entry in line, while a date of its session is still to come.
        ToCome = "to_come",
        /// Its session is over, or the booking has ended.
        Over = "over",
    }
}

text_enum! {
    /// What a waiting party wants when a place is free for it.
    Wants {
        /// To be asked first.
        Offer = "offer",
        /// The place at once, until `cancel_by`.
        Book = "book",
    }
}

text_enum! {
    /// Why a party has its place in the line. Written by staff; families never read it.
    Tier {
        Referred = "referred",
        TargetGroup = "target_group",
        Everyone = "everyone",
    }
}

impl Tier {
    pub fn rank(self) -> i32 {
        match self {
            Tier::Referred => 0,
            Tier::TargetGroup => 1,
            Tier::Everyone => 2,
        }
    }

    /// Whether it may use priority places.
    pub fn has_priority(self) -> bool {
        self != Tier::Everyone
    }
}

text_enum! {
    /// How a booking is tied to one of its sessions.
    Holds {
        Place = "place",
        Waits = "waits",
        None = "none",
    }
}

/// Whether a request may exceed a family's limits, and enter a session for members: a referral does
/// both, and staff with a reason exceed the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passes {
    Nothing,
    Limits,
    LimitsAndMembers,
}

impl Passes {
    pub fn of(made_as: MadeAs, tier: Tier, reason: Option<&str>) -> Passes {
        match (made_as, tier) {
            (MadeAs::Professional, _) | (_, Tier::Referred) => Passes::LimitsAndMembers,
            (MadeAs::Staff | MadeAs::FrontDesk | MadeAs::Service, _) if reason.is_some() => {
                Passes::Limits
            }
            (MadeAs::Parent | MadeAs::Staff | MadeAs::FrontDesk | MadeAs::Service, _) => {
                Passes::Nothing
            }
        }
    }
}

text_enum! {
    OfferState {
        Live = "live",
        Accepted = "accepted",
        Declined = "declined",
        Lapsed = "lapsed",
        /// The session or the booking ended, and the offer with it.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// In what capacity somebody made a booking.
    MadeAs {
        Parent = "parent",
        FrontDesk = "front_desk",
        Staff = "staff",
        Professional = "professional",
        Service = "service",
    }
}

text_enum! {
    /// The answer to a referral: what an unknown party of its size would have got then.
    Answered {
        Booked = "booked",
        Waiting = "waiting",
    }
}

text_enum! {
    /// What a referral found of the family at its session. Nobody is told.
    Found {
        Nothing = "nothing",
        Waiting = "waiting",
        Place = "place",
    }
}

/// One party's request, from beginning to end.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = bookings, treat_none_as_default_value = false)]
pub struct Booking {
    pub id: BookingId,
    pub family_id: FamilyId,
    /// Who asked or comes, where that is known.
    pub carer_id: Option<CarerId>,
    /// Where the place is; for an entry in several lines, the one asked for first.
    pub session_id: SessionId,
    pub status: Status,
    pub wants: Wants,
    pub tier: Tier,
    pub tier_reason: String,
    /// Given under the lock of its sessions: who asked earlier has the smaller one.
    pub number: i64,
    pub move_reason: Option<String>,
    pub adults: i32,
    pub children: i32,
    pub made_by: Option<AccountId>,
    pub made_as: MadeAs,
    pub reason: Option<String>,
    pub made_at: Moment,
    pub taken_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub end_reason: Option<String>,
    pub late: bool,
    pub saved_until: Option<Moment>,
    /// Its family cancelled it, and may take that back until then.
    pub undo_until: Option<Moment>,
}

impl Booking {
    pub fn passes(&self) -> Passes {
        Passes::of(self.made_as, self.tier, self.reason.as_deref())
    }
}

/// A place kept for an entry until a stated moment.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = offers, treat_none_as_default_value = false)]
pub struct Offer {
    pub id: OfferId,
    pub booking_id: BookingId,
    pub session_id: SessionId,
    pub state: OfferState,
    pub made_at: Moment,
    /// `None` until the call to a family that cannot be reached by message.
    pub clock_starts_at: Option<Moment>,
    pub expires_at: Moment,
    pub ended_at: Option<Moment>,
}

/// A professional's request, with the family's agreement. Its reason is a code.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = referrals)]
pub struct Referral {
    pub id: ReferralId,
    pub booking_id: BookingId,
    pub session_id: SessionId,
    pub account_id: AccountId,
    pub partner_id: Option<PartnerId>,
    pub team: Option<String>,
    pub reason: String,
    pub agreed_on: NaiveDate,
    pub agreed_how: String,
    /// Whether the family agrees that the professional hears the outcome.
    pub tell_outcome: bool,
    pub made_at: Moment,
    pub withdrawn_at: Option<Moment>,
    /// The team's statement; all it sees of the family.
    pub statement_id: Option<StatementId>,
    pub answered: Answered,
    pub found: Found,
    /// The party, as it was requested.
    pub adults: i32,
    pub children: i32,
}

/// A place that one of the children already has.
#[derive(Clone, Debug, Queryable)]
pub struct Busy {
    pub booking: BookingId,
    pub family: FamilyId,
    /// Who comes, where that is known.
    pub carer: Option<CarerId>,
    pub sensitive: bool,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

/// The family that a request is for, as far as its booking depends on it.
#[derive(Clone, Debug)]
pub(crate) struct Applicant {
    pub family: FamilyId,
    pub restricted: bool,
    pub is_member: bool,
    /// Its parents say that a child died, was lost or left, and nobody has settled it yet.
    pub is_silenced: bool,
    /// The group that gives it priority today.
    pub priority: Option<String>,
    /// In their order.
    pub carers: Vec<Reads>,
}

impl Applicant {
    /// Where the family reads its messages.
    pub(crate) fn address(&self, comes: Option<&CarerId>, sensitive: bool) -> Option<Recipient> {
        recipient(&self.carers, comes, sensitive)
    }
}
