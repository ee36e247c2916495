//! Statements as stores run them: to the end, or as far as a rule of uniqueness lets them.

use super::prepared::Prepared;
use super::{Conn, Tx};
use crate::base::fault::{Fault, Result, is_duplicate};
use diesel::prelude::*;
use diesel::query_builder::{QueryFragment, QueryId};
use diesel::result::{Error, QueryResult};

/// A statement of which nobody counts the rows.
pub(crate) trait Run: Sized {
    fn run(self, tx: &mut Tx) -> Result<()>;

    /// False where a rule of uniqueness stands against it, and nothing was written.
    fn run_if_new(self, tx: &mut Tx) -> Result<bool>;
}

impl<Statement> Run for Statement
where
    Statement: QueryFragment<<Conn as Connection>::Backend> + QueryId,
{
    fn run(self, tx: &mut Tx) -> Result<()> {
        Prepared(self).execute(tx.conn())?;
        Ok(())
    }

    fn run_if_new(self, tx: &mut Tx) -> Result<bool> {
        match tx.attempt(|conn| Prepared(self).execute(conn)) {
            Ok(_) => Ok(true),
            Err(error) if is_duplicate(&error) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// The row that was asked for; the fault names what there is none of.
pub(crate) fn found<T>(row: QueryResult<T>, what: &str) -> Result<T> {
    match row {
        Err(Error::NotFound) => Err(Fault::not_found(what)),
        row => Ok(row?),
    }
}
