//! How many people came to sessions held before these registers: a library's list of events, an old
//! system's totals. Counts by day, title and place that name nobody: they are heads in the balance
//! of attendance, unknown as every head-count is, and create no member and no contact. A list of
//! people is refused here, whatever its columns are called.

pub(crate) mod headings;
pub(crate) mod line;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{ActivityId, CentreId, FeedRunId, PastHeadCountId};
use crate::base::moment::Moment;
use crate::db::schema::past_head_counts;
use chrono::NaiveDate;
use diesel::prelude::*;

/// A count as it was sent. It is added and withdrawn, and otherwise never changed.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = past_head_counts)]
pub struct PastHeadCount {
    pub id: PastHeadCountId,
    pub run_id: FeedRunId,
    pub centre_id: CentreId,
    /// Our activity of this title, if there is one.
    pub activity_id: Option<ActivityId>,
    pub title: String,
    pub venue: Option<String>,
    pub on_day: NaiveDate,
    pub starts: Option<String>,
    pub adults: i32,
    pub children: i32,
    /// Day, time, title and venue, which identify it when it is sent again.
    pub reference: String,
    pub recorded_at: Moment,
    pub withdrawn_at: Option<Moment>,
}
