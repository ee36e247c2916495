//! "You said, we did": what a centre changed because of what families told it, for anybody to read. Both
//! sides are the centre's own words; what a family wrote is never in it.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, CentreId, YouSaidId};
use crate::base::moment::Moment;
use crate::db::schema::you_said;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset, Serialize, ToSchema)]
#[diesel(table_name = you_said)]
#[schema(as = YouSaidOut)]
pub(crate) struct YouSaid {
    /// Opaque.
    pub id: YouSaidId,
    /// The centre that changed something.
    #[diesel(skip_update)]
    pub centre_id: CentreId,
    /// What families said, in the centre's words.
    #[schema(example = "The room is too cold in winter.")]
    pub said: String,
    /// What the centre did.
    #[schema(example = "We have two new heaters.")]
    pub did: String,
    /// Since when.
    pub dated_on: NaiveDate,
    #[serde(skip)]
    #[diesel(skip_update)]
    pub made_by: Option<AccountId>,
    #[serde(skip)]
    #[diesel(skip_update)]
    pub made_at: Moment,
    #[serde(skip)]
    pub version: i64,
}
