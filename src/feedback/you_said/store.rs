//! Queries about what centres changed.

use super::YouSaid;
use crate::base::fault::Result;
use crate::base::id::{CentreId, YouSaidId};
use crate::db::schema::you_said;
use crate::db::{Run, Tx, found};
use diesel::prelude::*;

/// The newest first, of one centre or of all.
pub(crate) fn list(tx: &mut Tx, centre: Option<&CentreId>, rows: i64) -> Result<Vec<YouSaid>> {
    let mut query = you_said::table.into_boxed();
    if let Some(centre) = centre {
        query = query.filter(you_said::centre_id.eq(centre));
    }
    Ok(query
        .order((you_said::dated_on.desc(), you_said::id.desc()))
        .limit(rows)
        .select(YouSaid::as_select())
        .load(tx.conn())?)
}

pub(crate) fn one(tx: &mut Tx, id: &YouSaidId) -> Result<YouSaid> {
    found(you_said::table.find(id).select(YouSaid::as_select()).first(tx.conn()), "entry")
}

/// The same, locked.
pub(crate) fn lock(tx: &mut Tx, id: &YouSaidId) -> Result<YouSaid> {
    diesel::update(you_said::table.find(id))
        .set(you_said::version.eq(you_said::version))
        .run(tx)?;
    one(tx, id)
}

pub(crate) fn add(tx: &mut Tx, entry: &YouSaid) -> Result<()> {
    diesel::insert_into(you_said::table).values(entry).run(tx)
}

pub(crate) fn save(tx: &mut Tx, entry: &YouSaid) -> Result<()> {
    diesel::update(you_said::table.find(&entry.id)).set(entry).run(tx)
}

pub(crate) fn remove(tx: &mut Tx, id: &YouSaidId) -> Result<()> {
    diesel::delete(you_said::table.find(id)).run(tx)
}
