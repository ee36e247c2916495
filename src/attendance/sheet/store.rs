//! Queries about printed lines.

use super::SheetLine;
use crate::base::fault::Fault;
use crate::base::id::SessionId;
use crate::db::schema::sheet_lines;
use crate::db::{Tx, insert_all};
use diesel::prelude::*;

/// Every line that was ever printed for a session, by its number.
pub fn lines(tx: &mut Tx, session: &SessionId) -> Result<Vec<SheetLine>, Fault> {
    Ok(sheet_lines::table
        .filter(sheet_lines::session_id.eq(session.as_str()))
        .order(sheet_lines::number)
        .select(SheetLine::as_select())
        .load(tx.conn())?)
}

pub fn add(tx: &mut Tx, lines: Vec<SheetLine>) -> Result<(), Fault> {
    insert_all!(tx, sheet_lines::table, lines)
}
