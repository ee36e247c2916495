//! Births by month and area, without names: a trust that gives no list may give these, so that a
//! centre sees how many families it does not know yet. A new count replaces the old one.

pub mod service;
pub mod store;

use crate::base::id::{BirthCountId, CentreId, PartnerId};
use crate::base::moment::Moment;
use crate::schema::birth_counts;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Births of one month in one LSOA, or in one centre's area.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = birth_counts)]
pub struct BirthCount {
    pub id: BirthCountId,
    /// Its first day.
    pub month: NaiveDate,
    pub lsoa: Option<String>,
    pub centre_id: Option<CentreId>,
    pub births: i32,
    /// The partner that counted.
    pub partner_id: Option<PartnerId>,
    pub sent_at: Moment,
}
