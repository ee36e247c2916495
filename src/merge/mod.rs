//! Duplicate records of one family: who may be the same, merging them, and undoing it. Everything a
//! merge changes is written down value by value, so that undoing it restores exactly what was. Of a
//! child of two households only the child is merged, and likewise of a child that its household had
//! twice.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AccountId, CarerId, ChildId, FamilyId, RecordJoinId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{record_join_moves, record_joins};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

text_enum! {
    /// What was merged.
    JoinKind {
        /// Two records of one family: the other is gone.
        Families = "families",
        /// One child of two households, which stay apart; or one that its household had twice.
        Children = "children",
    }
}

/// A merge, and when it was undone.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = record_joins)]
#[schema(as = RecordJoinOut)]
pub struct RecordJoin {
    /// Opaque.
    pub id: RecordJoinId,
    /// What was merged.
    pub kind: JoinKind,
    /// The record that was kept; for merged children, the first household.
    #[serde(rename = "family_id")]
    pub kept_family_id: FamilyId,
    /// The record that is gone; for merged children, the other household.
    pub other_family_id: FamilyId,
    /// When.
    pub joined_at: Moment,
    #[serde(skip)]
    pub joined_by: Option<AccountId>,
    /// When it was undone.
    pub undone_at: Option<Moment>,
    #[serde(skip)]
    pub undone_by: Option<AccountId>,
}

/// One value that a merge changed: where a row leads, and whatever else had to follow.
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
    /// What undoes it.
    pub fn reversed(&self) -> Move {
        let (before, after) = (self.value_after.clone(), self.value_before.clone());
        Move { value_before: before, value_after: after, ..self.clone() }
    }
}

/// Why records cannot be merged, or a merge not undone, as things stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Against {
    /// What somebody has to do first.
    pub detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
}

impl Against {
    fn new(detail: impl Into<String>) -> Against {
        Against { detail: detail.into(), session_id: None }
    }

    fn session(detail: &str, session: &SessionId) -> Against {
        Against { session_id: Some(session.to_string()), ..Against::new(detail) }
    }
}

/// The answer where something stands against it.
pub(crate) fn refuse(against: &[Against]) -> Result<()> {
    let Some(first) = against.first() else { return Ok(()) };
    let fault = Fault::new(Code::RecordsCannotBeJoined, first.detail.clone());
    Err(fault.with("against", against))
}

/// What a merge did, or would do.
#[derive(Clone, Debug)]
pub(crate) struct Joined {
    /// `None` for a preview.
    pub id: Option<RecordJoinId>,
    pub moves: Vec<Move>,
    pub against: Vec<Against>,
}

/// Two records to merge, and which people of them are the same: `(of the kept record, of the other)`.
/// Where only children are merged, the two households stay apart and may be one.
#[derive(Clone, Debug)]
pub(crate) struct Merge {
    pub kept: FamilyId,
    pub other: FamilyId,
    pub children: Vec<(ChildId, ChildId)>,
    pub carers: Vec<(CarerId, CarerId)>,
}
