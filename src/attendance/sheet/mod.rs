//! The register on paper: printed before a session where there is no tablet, and typed in again
//! from the short codes at its lines. A line keeps its code however often the sheet is printed; a
//! later booking gets the next one.

pub mod code;
pub(crate) mod drawing;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{BookingId, ChildId, SessionId};
use crate::db::schema::sheet_lines;
use diesel::prelude::*;

/// A line that was printed: a whole party, or one child of several.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = sheet_lines)]
pub struct SheetLine {
    pub session_id: SessionId,
    pub number: i32,
    pub booking_id: BookingId,
    /// `None`: everybody of the party.
    pub child_id: Option<ChildId>,
}
