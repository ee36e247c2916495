//! Records of one family that were made twice: who may be the same, joining them, and taking it
//! back. Whatever a join changes is written down value by value, so that undoing it restores
//! exactly what was. A child of two households is joined at the child and nowhere else, and so is
//! one that its household had twice.

mod against_service;
pub mod children_service;
pub mod duplicates_http;
pub mod http;
pub mod join_service;
mod moving_service;
pub mod store;
mod threads_store;
pub mod undo_service;
pub mod wire;

use crate::fault::{Code, Fault};
use crate::id::{AccountId, CarerId, ChildId, FamilyId, RecordJoinId, words};
use crate::moment::Moment;
use crate::schema::{record_join_moves, record_joins};
use diesel::prelude::*;

words! {
    /// What was joined.
    JoinKind {
        /// Two records of one family: the other is gone.
        Families = "families",
        /// One child of two households, which stay apart; or one that its household had twice.
        Children = "children",
    }
}

/// A join of records, and when it was taken back.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_joins)]
pub struct RecordJoin {
    pub id: RecordJoinId,
    pub kind: JoinKind,
    pub kept_family_id: FamilyId,
    pub other_family_id: FamilyId,
    pub joined_at: Moment,
    pub joined_by: Option<AccountId>,
    pub undone_at: Option<Moment>,
    pub undone_by: Option<AccountId>,
}

/// One value that a join changed. Where a row leads, and whatever else had to follow.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = record_join_moves)]
pub struct Move {
    pub join_id: RecordJoinId,
    pub position: i32,
    pub table_name: String,
    pub column_name: String,
    /// The key of the row, or the two it has.
    pub row_key: String,
    pub value_before: Option<String>,
    pub value_after: Option<String>,
}

impl Move {
    /// What takes it back.
    pub fn reversed(&self) -> Move {
        let (before, after) = (self.value_after.clone(), self.value_before.clone());
        Move { value_before: before, value_after: after, ..self.clone() }
    }
}

/// Why records cannot be joined, or not be taken apart, as things stand.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Against {
    /// What somebody has to do first.
    pub detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
}

impl Against {
    fn new(detail: impl Into<String>) -> Against {
        Against { detail: detail.into(), session_id: None }
    }
}

/// The answer where something stands against it.
pub fn refuse(against: &[Against]) -> Result<(), Fault> {
    let Some(first) = against.first() else { return Ok(()) };
    let fault = Fault::new(Code::RecordsCannotBeJoined, first.detail.clone());
    Err(fault.with("against", against))
}

/// Which persons of the other record are which of the kept one: `(kept, other)`.
#[derive(Clone, Debug, Default)]
pub struct Pairs {
    pub children: Vec<(ChildId, ChildId)>,
    pub carers: Vec<(CarerId, CarerId)>,
}

/// What a join did, or would do.
#[derive(Clone, Debug)]
pub struct Joined {
    /// `None` where it was only tried.
    pub id: Option<RecordJoinId>,
    pub moves: Vec<Move>,
    pub against: Vec<Against>,
}
