//! Attendance: the register of each session, taken at the door. A mark says that a person came or
//! did not; everyone who came has a contact from that moment. Marks are a log that only grows:
//! which of them stands is worked out again (`merging`) whenever one arrives, in any order.

pub(crate) mod asked;
pub(crate) mod auditor;
pub(crate) mod building;
pub(crate) mod course;
pub(crate) mod devices;
pub(crate) mod handover;
pub(crate) mod incomplete;
pub(crate) mod late;
pub(crate) mod mark_log;
pub(crate) mod merging;
pub(crate) mod names;
pub mod not_coming;
pub(crate) mod past;
pub mod referrals;
pub(crate) mod register;
pub(crate) mod room;
pub(crate) mod service;
pub(crate) mod settings;
pub mod sheet;

use crate::base::id::{
    AccountId, BookingId, ChildId, FamilyId, HandoverId, HeadCountId, MarkId, SessionId,
};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{handovers, head_counts, marks, registers};
use diesel::prelude::*;

text_enum! {
    /// The state of a register.
    RegisterState {
        Open = "open",
        Complete = "complete",
    }
}

impl RegisterState {
    pub fn of(completed_at: Option<Moment>) -> RegisterState {
        match completed_at {
            Some(_) => RegisterState::Complete,
            None => RegisterState::Open,
        }
    }
}

text_enum! {
    /// What a mark says of a person.
    Mark {
        Came = "came",
        /// Came after the start.
        Late = "late",
        DidNotCome = "did_not_come",
        /// Did not come, and had said so.
        ToldUs = "told_us",
    }
}

impl Mark {
    /// Whether the person is here.
    pub fn is_here(self) -> bool {
        match self {
            Mark::Came | Mark::Late => true,
            Mark::DidNotCome | Mark::ToldUs => false,
        }
    }
}

text_enum! {
    /// How the person was identified.
    MarkSource {
        /// On the list of the register.
        Tap = "tap",
        /// A membership number, typed.
        Number = "number",
        /// A card, scanned.
        Card = "card",
        /// A family that was looked up.
        Name = "name",
        /// A family nobody knew.
        WalkIn = "walk_in",
        Guest = "guest",
        /// On a printed sheet, typed in again.
        Paper = "paper",
        /// Nobody said anything: taken as not come when the register was completed.
        Presumed = "presumed",
    }
}

/// Who a mark is for: a child, or the adults of a family together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkedPerson {
    Child(ChildId),
    Adults(FamilyId),
}

impl MarkedPerson {
    pub fn child(&self) -> Option<&ChildId> {
        match self {
            MarkedPerson::Child(child) => Some(child),
            MarkedPerson::Adults(_) => None,
        }
    }
}

/// One mark for one person. Only `stands` and `disputed` ever change.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = marks, treat_none_as_default_value = false)]
pub struct MarkRow {
    pub id: MarkId,
    pub session_id: SessionId,
    /// The device's own name for it: sent again, it is the same mark. A mark for a whole family is
    /// a row for each person.
    pub client_id: String,
    /// A keyed hash of what was sent.
    pub content: String,
    pub family_id: FamilyId,
    /// `None`: the adults of the family.
    pub child_id: Option<ChildId>,
    /// How many adults; 0 for a child.
    pub adults: i32,
    /// `None` for a walk-in.
    pub booking_id: Option<BookingId>,
    /// The device's own name for a family that nobody knew.
    pub walk_in_key: Option<String>,
    pub mark: Mark,
    pub source: MarkSource,
    pub device: String,
    /// When it was made, by the device's clock.
    pub at: Moment,
    /// The mark that it corrects.
    pub corrects: Option<String>,
    pub marked_by: Option<AccountId>,
    pub received_at: Moment,
    /// Whether it is the current mark of this person: one mark of each person is.
    pub stands: bool,
    /// Another device said otherwise, and nobody has corrected it.
    pub disputed: bool,
}

impl MarkRow {
    pub fn who(&self) -> MarkedPerson {
        match &self.child_id {
            Some(child) => MarkedPerson::Child(child.clone()),
            None => MarkedPerson::Adults(self.family_id.clone()),
        }
    }
}

/// People who are only counted. The counts that stand are added up.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = head_counts, treat_none_as_default_value = false)]
pub struct HeadCount {
    pub id: HeadCountId,
    pub session_id: SessionId,
    pub client_id: String,
    pub content: String,
    pub adults: i32,
    pub children: i32,
    pub device: String,
    pub at: Moment,
    /// The count that it corrects.
    pub corrects: Option<String>,
    pub counted_by: Option<AccountId>,
    pub received_at: Moment,
    pub stands: bool,
}

/// A register that is complete; one that is open has no row.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = registers)]
pub struct Completed {
    pub session_id: SessionId,
    pub completed_at: Moment,
    pub completed_by: Option<AccountId>,
}

/// A register handed to a volunteer, until its session ends or it is taken back.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = handovers, treat_none_as_default_value = false)]
pub struct Handover {
    pub id: HandoverId,
    pub session_id: SessionId,
    pub account_id: AccountId,
    pub handed_at: Moment,
    pub handed_by: Option<AccountId>,
    pub taken_back_at: Option<Moment>,
    pub taken_back_by: Option<AccountId>,
}
