//! Queries about terms and closures.

use super::{ClosureRow, TermRow};
use crate::base::fault::{Code, Fault, is_duplicate};
use crate::base::id::{CentreId, ClosureId, TermId};
use crate::db::Tx;
use crate::schema::{closures, sessions, terms};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Terms in order of their first day: all, or those that apply to one centre.
pub fn terms(tx: &mut Tx, centre: Option<&CentreId>) -> Result<Vec<TermRow>, Fault> {
    let query = terms::table.order((terms::first_day, terms::id)).select(TermRow::as_select());
    Ok(match centre {
        None => query.load(tx.conn())?,
        Some(centre) => query
            .filter(terms::centre_id.is_null().or(terms::centre_id.eq(centre.as_str())))
            .load(tx.conn())?,
    })
}

/// Closures in order of their first day: all, or those that apply to one centre.
pub fn closures(tx: &mut Tx, centre: Option<&CentreId>) -> Result<Vec<ClosureRow>, Fault> {
    let query =
        closures::table.order((closures::first_day, closures::id)).select(ClosureRow::as_select());
    Ok(match centre {
        None => query.load(tx.conn())?,
        Some(centre) => query
            .filter(closures::centre_id.is_null().or(closures::centre_id.eq(centre.as_str())))
            .load(tx.conn())?,
    })
}

pub fn term(tx: &mut Tx, id: &TermId) -> Result<TermRow, Fault> {
    terms::table
        .find(id.as_str())
        .select(TermRow::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("term"))
}

pub fn closure(tx: &mut Tx, id: &ClosureId) -> Result<ClosureRow, Fault> {
    closures::table
        .find(id.as_str())
        .select(ClosureRow::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("closure"))
}

pub fn add_term(tx: &mut Tx, term: &TermRow) -> Result<(), Fault> {
    diesel::insert_into(terms::table)
        .values(term)
        .execute(tx.conn())
        .map_err(|error| exists(error, "A term with this name already begins on this day."))?;
    Ok(())
}

pub fn add_closure(tx: &mut Tx, closure: &ClosureRow) -> Result<(), Fault> {
    diesel::insert_into(closures::table)
        .values(closure)
        .execute(tx.conn())
        .map_err(|error| exists(error, "A closure on exactly these days already exists."))?;
    Ok(())
}

pub fn remove_term(tx: &mut Tx, id: &TermId) -> Result<(), Fault> {
    diesel::delete(terms::table.find(id.as_str())).execute(tx.conn())?;
    Ok(())
}

pub fn remove_closure(tx: &mut Tx, id: &ClosureId) -> Result<(), Fault> {
    diesel::delete(closures::table.find(id.as_str())).execute(tx.conn())?;
    Ok(())
}

/// How many sessions are planned on these days, at one centre or at all.
pub fn sessions_on(
    tx: &mut Tx,
    centre: Option<&CentreId>,
    first_day: NaiveDate,
    last_day: NaiveDate,
) -> Result<i64, Fault> {
    let planned = sessions::table
        .filter(sessions::local_day.between(first_day, last_day))
        .filter(sessions::cancelled_at.is_null())
        .count();
    Ok(match centre {
        None => planned.get_result(tx.conn())?,
        Some(centre) => {
            planned.filter(sessions::centre_id.eq(centre.as_str())).get_result(tx.conn())?
        }
    })
}

fn exists(error: diesel::result::Error, detail: &str) -> Fault {
    if is_duplicate(&error) { Fault::new(Code::AlreadyExists, detail) } else { error.into() }
}
