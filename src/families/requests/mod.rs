//! Requests that a family makes about a child and staff settle: another name or birth date, a
//! birth, a death or loss, a move. They look the same whether the child has one household or two,
//! and only the requesting household and staff see them.

pub mod store;

use super::service::Birth;
use super::{Child, Ended};
use crate::base::id::{AccountId, ChildId, ChildRequestId, FamilyId, words};
use crate::base::moment::Moment;
use crate::schema::child_requests;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

words! {
    /// What a request is about.
    RequestKind {
        /// Another name, birth date or due date.
        Details = "details",
        /// An expected child was born.
        Birth = "birth",
        /// A child died, or a pregnancy ended.
        Ended = "ended",
        /// The child lives elsewhere.
        Left = "left",
    }
}

words! {
    /// What became of a request.
    RequestState {
        /// Staff have not settled it.
        Open = "open",
        Accepted = "accepted",
        Refused = "refused",
    }
}

/// A baby that was born.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"name": "Zara Khan", "born_on": "2027-01-30"}))]
pub struct Baby {
    /// As the family writes it.
    #[schema(max_length = 120)]
    pub name: String,
    /// The day of birth.
    pub born_on: NaiveDate,
}

/// The requested change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChildChange {
    /// Correct the child's name and birth or due date.
    Details {
        /// As the family writes it.
        name: String,
        /// The birth date; the first of the month if only the month is known.
        born_on: Option<NaiveDate>,
        /// Only the month of the birth is known.
        month_only: bool,
        /// For an expected child.
        due_on: Option<NaiveDate>,
    },
    /// An expected child was born: one baby, or more.
    Birth {
        /// In the order of birth.
        babies: Vec<Baby>,
    },
    /// Stop all messages about the child.
    Ended {
        /// A pregnancy ended, or a child died.
        ended: Ended,
    },
    /// The child lives elsewhere.
    Left,
}

impl ChildChange {
    pub fn details(name: &str, birth: Birth) -> ChildChange {
        let (born_on, month_only, due_on) = birth.columns();
        ChildChange::Details { name: name.to_owned(), born_on, month_only, due_on }
    }

    /// A child's current details.
    pub fn of(child: &Child) -> ChildChange {
        ChildChange::Details {
            name: child.name.clone(),
            born_on: child.born_on,
            month_only: child.born_month_only,
            due_on: child.due_on,
        }
    }

    pub fn kind(&self) -> RequestKind {
        match self {
            ChildChange::Details { .. } => RequestKind::Details,
            ChildChange::Birth { .. } => RequestKind::Birth,
            ChildChange::Ended { .. } => RequestKind::Ended,
            ChildChange::Left => RequestKind::Left,
        }
    }

    /// Whether it stops messages to the household that made it.
    pub fn silences(&self) -> bool {
        matches!(self, ChildChange::Ended { .. } | ChildChange::Left)
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = child_requests, treat_none_as_default_value = false)]
pub struct ChildRequest {
    pub id: ChildRequestId,
    pub family_id: FamilyId,
    pub child_id: ChildId,
    pub kind: RequestKind,
    /// The requested change, as JSON.
    pub asked: String,
    pub state: RequestState,
    pub made_at: Moment,
    pub settled_at: Option<Moment>,
    pub settled_by: Option<AccountId>,
    /// Why it was refused, for the family to read.
    pub why: Option<String>,
}
