//! The register on paper: printed before a session where there is no tablet, and typed in again
//! from the short codes at its lines. A line keeps its code however often the sheet is printed; a
//! later booking gets the next one.

pub mod code;
pub(crate) mod drawing;
pub(crate) mod service {
    //! Printed, and typed in afterwards.

    pub(crate) mod entry;
    pub(crate) mod print;
}

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

pub(crate) mod store {
    //! Queries about printed lines.

    use super::SheetLine;
    use crate::base::fault::Result;
    use crate::base::id::SessionId;
    use crate::db::schema::sheet_lines;
    use crate::db::{Tx, insert_all};
    use diesel::prelude::*;

    /// Every line that was ever printed for a session, by its number.
    pub(crate) fn lines(tx: &mut Tx, session: &SessionId) -> Result<Vec<SheetLine>> {
        Ok(sheet_lines::table
            .filter(sheet_lines::session_id.eq(session))
            .order(sheet_lines::number)
            .select(SheetLine::as_select())
            .load(tx.conn())?)
    }

    pub(crate) fn add(tx: &mut Tx, lines: Vec<SheetLine>) -> Result<()> {
        insert_all!(tx, sheet_lines::table, lines)
    }
}
