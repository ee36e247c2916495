//! A family's request about a child, on its way out.

use crate::base::fault::Fault;
use crate::base::id::{ChildId, ChildRequestId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::requests::{
    Baby, ChildChange, ChildRequest, RequestKind, RequestState, store,
};
use crate::families::{Ended, store as families};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// A family's request about a child, for staff to settle.
#[derive(Serialize, ToSchema)]
pub struct ChildRequestOut {
    /// Opaque.
    pub id: ChildRequestId,
    /// The household that made it.
    pub family_id: FamilyId,
    /// The child.
    pub child_id: ChildId,
    /// The child's name as it is now.
    pub child_name: String,
    /// What it is about.
    pub kind: RequestKind,
    /// For `details`: the name as the family writes it.
    pub name: Option<String>,
    /// For `details`: a day, or a month where only that is known.
    #[schema(example = "2024-05-14")]
    pub born_on: Option<String>,
    /// For `details`, about an expected child: the due date.
    pub due_on: Option<NaiveDate>,
    /// For `birth`: who was born.
    pub babies: Vec<Baby>,
    /// For `ended`: what happened.
    pub ended: Option<Ended>,
    /// What became of it.
    pub state: RequestState,
    /// When it was made.
    pub made_at: Moment,
    /// When staff settled it.
    pub settled_at: Option<Moment>,
    /// Why it was refused.
    pub why: Option<String>,
}

impl ChildRequestOut {
    pub fn load(tx: &mut Tx, request: ChildRequest) -> Result<ChildRequestOut, Fault> {
        let child = families::child(tx, &request.child_id)?;
        let child = child.ok_or_else(|| Fault::not_found("child"))?;
        let mut shown = ChildRequestOut {
            kind: request.kind,
            name: None,
            born_on: None,
            due_on: None,
            babies: Vec::new(),
            ended: None,
            id: request.id,
            family_id: request.family_id,
            child_id: request.child_id,
            child_name: child.name,
            state: request.state,
            made_at: request.made_at,
            settled_at: request.settled_at,
            why: request.why,
        };
        match serde_json::from_str(&request.asked).map_err(Fault::internal)? {
            ChildChange::Details { name, born_on, month_only, due_on } => {
                let format = if month_only { "%Y-%m" } else { "%Y-%m-%d" };
                shown.name = Some(name);
                shown.born_on = born_on.map(|day| day.format(format).to_string());
                shown.due_on = due_on;
            }
            ChildChange::Birth { babies } => shown.babies = babies,
            ChildChange::Ended { ended } => shown.ended = Some(ended),
            ChildChange::Left => {}
        }
        Ok(shown)
    }

    /// A household's requests about children it still has, that nobody has settled or that staff
    /// refused.
    pub fn of_family(tx: &mut Tx, family: &FamilyId) -> Result<Vec<ChildRequestOut>, Fault> {
        let children = families::children_of(tx, family)?;
        let mut shown = Vec::new();
        for request in store::of_family(tx, family)? {
            let has = children.iter().any(|child| child.id == request.child_id);
            if has && request.state != RequestState::Accepted {
                shown.push(ChildRequestOut::load(tx, request)?);
            }
        }
        Ok(shown)
    }
}
