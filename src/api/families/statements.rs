//! A statement as returned to the team that made it.

use crate::base::fault::Result;
use crate::base::id::{ChildId, StatementId};
use crate::base::moment::Moment;
use crate::families::statements::service::said;
use crate::families::statements::{SaidCarer, SaidChild, Statement, child_id};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// What your team has said about a family. It is the same whether or not the family was known.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartnerStatementOut {
    /// The id of the statement: send it as a referral's `statement_id`.
    pub id: StatementId,
    /// Your own reference.
    pub reference: Option<String>,
    /// The adults, as you gave them.
    pub carers: Vec<SaidCarer>,
    /// The children, as you gave them.
    pub children: Vec<StatedChildOut>,
    /// The postcode you gave.
    pub postcode: Option<String>,
    /// When your team first said it.
    pub made_at: Moment,
    /// When your team recorded that the family does not want to be a member.
    pub said_no_at: Option<Moment>,
}

/// A child, as your team named it.
#[derive(Serialize, ToSchema)]
pub(crate) struct StatedChildOut {
    /// Valid within this statement: send it in a referral's `child_ids`.
    #[schema(value_type = String, example = "0198c5d27f3a7d0e9d1c2b3a4f5e6d7c.0")]
    pub id: ChildId,
    /// The name you gave; `null` if only a card was shown.
    pub name: Option<String>,
    /// A day, or a month if only that was given.
    #[schema(example = "2024-05-14")]
    pub born_on: Option<String>,
    /// For an expected child.
    pub due_on: Option<NaiveDate>,
}

impl PartnerStatementOut {
    pub(crate) fn new(statement: Statement) -> Result<PartnerStatementOut> {
        let said = said(&statement)?;
        Ok(PartnerStatementOut {
            children: stated_children(&statement.id, said.children),
            carers: said.carers,
            postcode: said.postcode,
            id: statement.id,
            reference: statement.reference,
            made_at: statement.made_at,
            said_no_at: statement.said_no_at,
        })
    }
}

/// The children of a statement, each with the id that it has within it.
pub(crate) fn stated_children(id: &StatementId, said: Vec<SaidChild>) -> Vec<StatedChildOut> {
    let out = |(child, at): (SaidChild, usize)| StatedChildOut {
        id: child_id(id, at),
        born_on: child
            .born_on
            .map(|day| day.format(if child.month_only { "%Y-%m" } else { "%Y-%m-%d" }).to_string()),
        name: child.name,
        due_on: child.due_on,
    };
    said.into_iter().zip(0..).map(out).collect()
}
