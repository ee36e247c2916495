//! How a session was, said by the families that came to it: good or not so good, and perhaps a few
//! words. Each family answers once for a session, and can change its answer for two weeks. The words
//! are `base::free_text`'s: read by few, purged soon, never published. What a centre changed because
//! of them it writes itself (`you_said`).

pub(crate) mod asking;
pub(crate) mod reader;
pub mod service;
pub(crate) mod store;
pub(crate) mod you_said;

use crate::base::free_text::{Finding, FreeText};
use crate::base::id::{AccountId, FamilyId, FeedbackId, FeedbackTextId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{feedback, feedback_texts};
use crate::mail::SessionFacts;
use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

/// How long after a session a family may say how it was.
pub(crate) const OPEN_FOR: TimeDelta = TimeDelta::days(14);

/// A family's answer about a session.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = feedback)]
pub(crate) struct FeedbackRow {
    pub id: FeedbackId,
    pub family_id: FamilyId,
    pub session_id: SessionId,
    pub good: bool,
    pub answered_at: Moment,
}

/// Words that go with an answer. Once read they stay as they are; what is written afterwards is read
/// by itself.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = feedback_texts)]
pub(crate) struct FeedbackText {
    pub id: FeedbackTextId,
    pub feedback_id: FeedbackId,
    pub said: FreeText,
    pub written_at: Moment,
    /// The last day on which it is read in time.
    pub read_by: NaiveDate,
    /// Deleted the day after.
    pub kept_until: NaiveDate,
    pub read_at: Option<Moment>,
    pub reader_id: Option<AccountId>,
    pub finding: Option<Finding>,
    /// When it had been followed up.
    pub done_at: Option<Moment>,
}

/// What a family says; its words alone only where it has answered before.
#[derive(Clone, Debug, Default)]
pub(crate) struct FeedbackGiven {
    pub good: Option<bool>,
    pub said: Option<FreeText>,
}

/// An answer as its family sees it: never its own words, because others may read over its shoulder.
#[derive(Clone, Debug)]
pub(crate) struct FeedbackShown {
    pub session: SessionFacts,
    /// `None` until it has answered.
    pub good: Option<bool>,
    pub answered_at: Option<Moment>,
    /// Whether it wrote something that nobody has read yet.
    pub is_written: bool,
    /// It can be said and changed before this.
    pub until: Moment,
}

text_enum! {
    /// How far a family's words have come.
    TextState {
        ToRead = "to_read",
        /// Read, and to be followed up.
        ToFollowUp = "to_follow_up",
        /// Read.
        Read = "read",
    }
}
