//! What can be done with feedback: ask for it, give it, read its words, forget them.

pub mod ask;
pub(crate) mod give;
pub(crate) mod read;

use super::store::texts;
use crate::base::fault::Result;
use crate::db::Tx;

/// Deletes the words of families that had their time; returns how many.
pub fn forget(tx: &mut Tx) -> Result<usize> {
    let today = tx.today();
    texts::forget(tx, today)
}
