//! Birthdays: each renews a child's memberships and brings a card for the age reached; when no
//! child is served any more, membership ends with a farewell. A renewal never waits for a card. A
//! child has one card a year however often and wherever this runs: the database holds it.

pub(crate) mod channel;
pub(crate) mod days;
pub(crate) mod decisions;
pub(crate) mod ending;
pub(crate) mod expected;
pub(crate) mod judge;
pub(crate) mod lost;
pub(crate) mod paper;
pub mod service;
pub(crate) mod store;

use crate::base::id::{
    AccountId, BirthdayCardId, BirthdayDecisionId, CarerId, CentreId, ChildId, FamilyId,
};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{birthday_cards, birthday_decisions};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

text_enum! {
    /// What is sent.
    CardKind {
        Birthday = "birthday",
        /// Membership has ended: no child of the family is served any more.
        Farewell = "farewell",
    }
}

text_enum! {
    /// How a card goes to its family.
    CardChannel {
        Email = "email",
        Text = "text",
        /// By the centre, on paper.
        Print = "print",
        None = "none",
    }
}

text_enum! {
    /// Why a card goes as it does, or why there is none.
    CardReason {
        /// A carer agreed to it.
        SaidYes = "said_yes",
        /// The organisation decided that it is part of the service, and recorded why.
        ServiceMessage = "service_message",
        /// Nobody in the family agreed to e-mail or text.
        NobodySaidYes = "nobody_said_yes",
        /// The family said that it wants no cards.
        SaidNo = "said_no",
        /// Nobody agreed to messages, and no post is wanted either.
        NoPost = "no_post",
        NoAddress = "no_address",
        OptedOut = "opted_out",
        /// Membership has ended.
        Ended = "ended",
        NotAMember = "not_a_member",
        Guest = "guest",
        /// Known from a feed, and not told of it yet.
        NotTold = "not_told",
        MovedAway = "moved_away",
        Restricted = "restricted",
        UnsafeAddress = "unsafe_address",
        ChildDied = "child_died",
        /// The card goes to the child's home household.
        LivesElsewhere = "lives_elsewhere",
        /// The child already had its card for this year.
        AlreadySent = "already_sent",
        /// The birthday is so long past that a card would be odd.
        TooLate = "too_late",
    }
}

impl CardReason {
    /// Whether a card was wanted but there was no way to send it.
    pub fn is_failure(self) -> bool {
        matches!(self, CardReason::NoPost | CardReason::NoAddress)
    }
}

/// The outbox's word for a text that has no sender yet. Such a card is printed instead.
pub const NO_SENDER: &str = "no_sender_for_text";

/// A card or farewell that was decided on, sent or not. One for a child and age, one farewell
/// for a family and day.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = birthday_cards)]
pub struct Card {
    pub id: BirthdayCardId,
    pub kind: CardKind,
    pub family_id: FamilyId,
    /// For a farewell: the child that was served last.
    pub child_id: ChildId,
    /// The age reached.
    pub age: i32,
    /// The birthday.
    pub due_on: NaiveDate,
    /// The family's home centre when it was made.
    pub centre_id: Option<CentreId>,
    pub channel: CardChannel,
    pub why: CardReason,
    /// Who it was sent to.
    pub carer_id: Option<CarerId>,
    pub made_at: Moment,
    pub printed_at: Option<Moment>,
    pub printed_by: Option<AccountId>,
    /// When it came back, after the last try.
    pub undelivered_at: Option<Moment>,
    pub undelivered_why: Option<String>,
    /// When the family was reached again after that.
    pub found_at: Option<Moment>,
}

// Such cards need no consent; a family's no still stands.
/// The organisation decided that cards by this channel are part of its service.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = birthday_decisions)]
#[schema(as = BirthdayDecisionOut)]
pub struct CardDecision {
    /// Opaque.
    pub id: BirthdayDecisionId,
    /// `email` or `text`.
    pub channel: CardChannel,
    /// Why.
    pub why: String,
    /// Who decided, as the organisation names them.
    pub decided_by: String,
    /// When it was decided.
    pub decided_on: NaiveDate,
    #[serde(skip)]
    pub recorded_by: Option<AccountId>,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// When it ended; `null` while it stands.
    pub ended_at: Option<Moment>,
}
