//! Queries about notices. The first version in English is in the code, all others in the table.

use super::words::{FIRST_VERSION, first};
use super::{ENGLISH, Notice};
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::db::schema::notices;
use crate::db::{Run, Tx};
use diesel::prelude::*;

/// Every version in every language, newest version first.
pub(crate) fn all(tx: &mut Tx) -> Result<Vec<Notice>> {
    let mut found: Vec<Notice> = notices::table
        .order((notices::version.desc(), notices::language))
        .select(Notice::as_select())
        .load(tx.conn())?;
    found.push(first());
    Ok(found)
}

pub(crate) fn latest_version(tx: &mut Tx) -> Result<i32> {
    let latest: Option<i32> = notices::table
        .filter(notices::language.eq(ENGLISH))
        .select(diesel::dsl::max(notices::version))
        .first(tx.conn())?;
    Ok(latest.unwrap_or(FIRST_VERSION))
}

pub(crate) fn one(tx: &mut Tx, version: i32, language: &str) -> Result<Option<Notice>> {
    if version == FIRST_VERSION && language == ENGLISH {
        return Ok(Some(first()));
    }
    Ok(notices::table
        .find((version, language))
        .select(Notice::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn add(tx: &mut Tx, notice: &Notice) -> Result<()> {
    diesel::insert_into(notices::table).values(notice).run(tx)
}

pub(crate) fn remove(tx: &mut Tx, version: i32, language: &str) -> Result<()> {
    diesel::delete(notices::table.find((version, language))).run(tx)
}

pub(crate) fn confirm(
    tx: &mut Tx,
    version: i32,
    language: &str,
    by: &str,
    at: Moment,
) -> Result<()> {
    diesel::update(notices::table.find((version, language)))
        .set((notices::confirmed_by.eq(by), notices::confirmed_at.eq(at)))
        .run(tx)
}
