//! Terms and closures as data: of one centre, or of the whole organisation. They say on which
//! days a series is held; sessions that are already planned do not follow them.

pub mod service;
pub mod store;

use crate::base::calendar::{Closure, Term};
use crate::base::id::{CentreId, ClosureId, TermId};
use crate::schema::{closures, terms};
use chrono::NaiveDate;
use diesel::prelude::*;

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = terms)]
pub struct TermRow {
    pub id: TermId,
    /// `None` is a term of every centre.
    pub centre_id: Option<CentreId>,
    pub name: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

impl From<TermRow> for Term {
    fn from(row: TermRow) -> Term {
        Term { name: row.name, first_day: row.first_day, last_day: row.last_day }
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = closures)]
pub struct ClosureRow {
    pub id: ClosureId,
    /// `None` closes every centre.
    pub centre_id: Option<CentreId>,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub reason: String,
}

impl From<ClosureRow> for Closure {
    fn from(row: ClosureRow) -> Closure {
        Closure { reason: row.reason, first_day: row.first_day, last_day: row.last_day }
    }
}
