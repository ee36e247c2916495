//! Cards that are printed with a number and a code before anybody knows whose they will be, and given
//! to a family by that number later: in a car park, at a first visit. Each is given once, by the team
//! that printed it, to a family as the team stated it; the answer is the same whether or not the
//! family was known.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, PartnerId, StatementId};
use crate::base::moment::Moment;
use crate::db::schema::blank_cards;
use crate::membership::number::Number;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

/// A card that was printed blank.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = blank_cards)]
#[schema(as = BlankCardOut)]
pub(crate) struct BlankCard {
    /// The number on it: eight digits.
    #[schema(value_type = String, example = "90000007")]
    pub number: Number,
    #[serde(skip)]
    pub partner_id: PartnerId,
    #[serde(skip)]
    pub team: Option<String>,
    #[serde(skip)]
    pub made_by: AccountId,
    /// When it was printed.
    pub made_at: Moment,
    /// The family it was given to: your team's statement.
    pub statement_id: Option<StatementId>,
    #[serde(skip)]
    pub given_by: Option<AccountId>,
    /// When it was given.
    pub given_at: Option<Moment>,
    /// Which of the family's cards it is as good as: a newer one ends it too.
    #[serde(skip)]
    pub card_issue: Option<i32>,
}
