//! Requests that a family makes about a child and staff settle: another name or birth date, a
//! birth, a death or loss, a move. They look the same whether the child has one household or two,
//! and only the requesting household and staff see them.

use super::add::Birth;
use super::{Child, Ended};
use crate::base::id::{AccountId, ChildId, ChildRequestId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::child_requests;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

text_enum! {
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

text_enum! {
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
pub(crate) struct Baby {
    /// As the family writes it.
    #[schema(max_length = 120)]
    pub name: String,
    /// The day of birth.
    pub born_on: NaiveDate,
}

/// A child's recorded details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Details {
    /// As the family writes it.
    pub name: String,
    /// The birth date; the first of the month if only the month is known.
    pub born_on: Option<NaiveDate>,
    /// Only the month of the birth is known.
    pub month_only: bool,
    /// For an expected child.
    pub due_on: Option<NaiveDate>,
}

/// The requested change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum ChildChange {
    /// Correct the child's name and birth or due date.
    Details(Details),
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
    pub(crate) fn details(name: &str, birth: Birth) -> ChildChange {
        let (born_on, month_only, due_on) = birth.columns();
        ChildChange::Details(Details { name: name.to_owned(), born_on, month_only, due_on })
    }

    /// A child's current details.
    pub(crate) fn of(child: &Child) -> ChildChange {
        ChildChange::Details(Details {
            name: child.name.clone(),
            born_on: child.born_on,
            month_only: child.born_month_only,
            due_on: child.due_on,
        })
    }

    pub(crate) fn kind(&self) -> RequestKind {
        match self {
            ChildChange::Details(_) => RequestKind::Details,
            ChildChange::Birth { .. } => RequestKind::Birth,
            ChildChange::Ended { .. } => RequestKind::Ended,
            ChildChange::Left => RequestKind::Left,
        }
    }

    /// Whether it stops messages to the household that made it.
    pub(crate) fn silences(&self) -> bool {
        matches!(self, ChildChange::Ended { .. } | ChildChange::Left)
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = child_requests, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct ChildRequest {
    pub id: ChildRequestId,
    #[diesel(skip_update)]
    pub family_id: FamilyId,
    #[diesel(skip_update)]
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

pub(crate) mod store {
    //! Queries about requests.

    use super::{ChildRequest, RequestKind, RequestState};
    use crate::base::fault::Result;
    use crate::base::id::{ChildId, ChildRequestId, FamilyId};
    use crate::db::schema::{child_requests, family_children};
    use crate::db::{Run, Tx, found};
    use diesel::prelude::*;
    use std::collections::HashSet;

    /// Saves a request, replacing the family's earlier open request of the same kind.
    pub(crate) fn ask(tx: &mut Tx, request: &ChildRequest) -> Result<()> {
        tx.note_child(&request.child_id);
        diesel::delete(child_requests::table)
            .filter(child_requests::family_id.eq(request.family_id.as_str()))
            .filter(child_requests::child_id.eq(request.child_id.as_str()))
            .filter(child_requests::kind.eq(request.kind))
            .filter(child_requests::state.eq(RequestState::Open))
            .execute(tx.conn())?;
        diesel::insert_into(child_requests::table).values(request).run(tx)
    }

    pub(crate) fn request(tx: &mut Tx, id: &ChildRequestId) -> Result<ChildRequest> {
        found(
            child_requests::table
                .find(id.as_str())
                .select(ChildRequest::as_select())
                .first(tx.conn()),
            "request",
        )
    }

    /// A household's requests, oldest first.
    pub(crate) fn of_family(tx: &mut Tx, family: &FamilyId) -> Result<Vec<ChildRequest>> {
        Ok(child_requests::table
            .filter(child_requests::family_id.eq(family.as_str()))
            .order(child_requests::id)
            .select(ChildRequest::as_select())
            .load(tx.conn())?)
    }

    /// Open requests, oldest first.
    pub(crate) fn open(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<ChildRequest>> {
        Ok(child_requests::table
            .filter(child_requests::state.eq(RequestState::Open))
            .filter(child_requests::id.gt(after))
            .order(child_requests::id)
            .limit(rows)
            .select(ChildRequest::as_select())
            .load(tx.conn())?)
    }

    /// Whether both children have an open request of the same kind.
    pub(crate) fn both_ask(tx: &mut Tx, one: &ChildId, another: &ChildId) -> Result<bool> {
        let rows: Vec<(ChildId, RequestKind)> = child_requests::table
            .filter(child_requests::child_id.eq_any([one.as_str(), another.as_str()]))
            .filter(child_requests::state.eq(RequestState::Open))
            .select((child_requests::child_id, child_requests::kind))
            .load(tx.conn())?;
        let asked = |child: &ChildId, kind| rows.iter().any(|row| row.0 == *child && row.1 == kind);
        Ok(rows.iter().any(|(_, kind)| asked(one, *kind) && asked(another, *kind)))
    }

    /// Records how a request was settled.
    pub(crate) fn settle(tx: &mut Tx, request: &ChildRequest) -> Result<()> {
        tx.note_child(&request.child_id);
        diesel::update(child_requests::table.find(request.id.as_str())).set(request).run(tx)
    }

    /// Those of these children with an open request from their home to stop all messages.
    pub(crate) fn silenced(tx: &mut Tx, children: &[&str]) -> Result<HashSet<ChildId>> {
        let ids: Vec<ChildId> = child_requests::table
            .inner_join(
                family_children::table.on(family_children::child_id
                    .eq(child_requests::child_id)
                    .and(family_children::family_id.eq(child_requests::family_id))),
            )
            .filter(family_children::is_home)
            .filter(child_requests::child_id.eq_any(children.to_vec()))
            .filter(child_requests::state.eq(RequestState::Open))
            .filter(child_requests::kind.eq_any([RequestKind::Ended, RequestKind::Left]))
            .select(child_requests::child_id)
            .load(tx.conn())?;
        Ok(ids.into_iter().collect())
    }
}
