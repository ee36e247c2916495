//! Families that had places and did not come: asked kindly, once, whether anything keeps them away.
//! The same for every family. What they told us about, and what they cancelled, is never held
//! against them; sensitive sessions are never counted, because a letter could give them away.

pub(crate) mod run;
pub mod service;
pub(crate) mod store;

use crate::base::id::{ActivityId, FamilyId, NotComingId};
use crate::base::moment::Moment;
use crate::db::schema::not_coming_told;
use diesel::prelude::*;

/// That a family was asked: the run of missed places ends when it comes again.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = not_coming_told)]
pub struct NotComingTold {
    pub id: NotComingId,
    pub family_id: FamilyId,
    /// The activity, if it is counted separately.
    pub activity_id: Option<ActivityId>,
    /// The start of the last place that was missed then.
    pub last_missed_at: Moment,
    pub told_at: Moment,
}
