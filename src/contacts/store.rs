//! Queries about contacts. Rows are added and withdrawn, never changed otherwise.

use super::{Contact, Counts, Kind};
use crate::base::fault::{Code, Fault, Result, is_duplicate};
use crate::base::id::{AccountId, ContactId, SessionId};
use crate::base::moment::Moment;
use crate::db::schema::{contact_kinds, contacts};
use crate::db::{Run, Tx, found, insert_all};
use crate::settings;
use diesel::prelude::*;

/// Fault: `already_exists` if the child (or the family's adults) already has one for the session,
/// or the reference exists.
pub(crate) fn add(tx: &mut Tx, contact: &Contact) -> Result<()> {
    diesel::insert_into(contacts::table).values(contact).execute(tx.conn()).map_err(exists)?;
    Ok(())
}

/// Adds many new contacts at once.
pub(crate) fn add_all(tx: &mut Tx, rows: Vec<Contact>) -> Result<()> {
    insert_all!(tx, contacts::table, rows)
}

pub(crate) fn contact(tx: &mut Tx, id: &ContactId) -> Result<Contact> {
    found(
        contacts::table.find(id.as_str()).select(Contact::as_select()).first(tx.conn()),
        "contact",
    )
}

/// The current contacts of a session: children and adults.
pub(crate) fn of_session(tx: &mut Tx, session: &SessionId) -> Result<Vec<Contact>> {
    Ok(contacts::table
        .filter(contacts::session_id.eq(session.as_str()))
        .filter(contacts::kind.eq(Kind::Attendance))
        .filter(contacts::withdrawn_at.is_null())
        .order(contacts::id)
        .select(Contact::as_select())
        .load(tx.conn())?)
}

/// Returns how many were withdrawn.
pub(crate) fn withdraw(tx: &mut Tx, id: &ContactId, at: Moment) -> Result<usize> {
    Ok(diesel::update(contacts::table.find(id.as_str()).filter(contacts::withdrawn_at.is_null()))
        .set(contacts::withdrawn_at.eq(at))
        .execute(tx.conn())?)
}

/// The same, with who withdrew it and why.
pub(crate) fn withdraw_because(
    tx: &mut Tx,
    id: &ContactId,
    at: Moment,
    by: Option<&AccountId>,
    why: &str,
) -> Result<usize> {
    Ok(diesel::update(contacts::table.find(id.as_str()).filter(contacts::withdrawn_at.is_null()))
        .set((
            contacts::withdrawn_at.eq(at),
            contacts::withdrawn_by.eq(by.map(AccountId::as_str)),
            contacts::withdrawn_why.eq(why),
        ))
        .execute(tx.conn())?)
}

/// A report as known at an earlier moment uses the kinds' settings of that moment.
const KEPT_AS: &str = "contact_kinds";

/// What each kind counts as.
pub(crate) fn kinds(tx: &mut Tx) -> Result<Vec<(Kind, Counts)>> {
    Ok(contact_kinds::table
        .order(contact_kinds::kind)
        .select((contact_kinds::kind, contact_kinds::counts))
        .load(tx.conn())?)
}

/// The same at a given moment.
pub(crate) fn kinds_at(tx: &mut Tx, known_at: Moment) -> Result<Vec<(Kind, Counts)>> {
    settings::store::at(tx, KEPT_AS, known_at, kinds)
}

pub(crate) fn set_counts(tx: &mut Tx, kind: Kind, counts: Counts) -> Result<()> {
    tx.alone("contact_kinds")?;
    let before = kinds(tx)?;
    settings::store::keep(tx, KEPT_AS, &before)?;
    diesel::update(contact_kinds::table.find(kind)).set(contact_kinds::counts.eq(counts)).run(tx)
}

fn exists(error: diesel::result::Error) -> Fault {
    if is_duplicate(&error) {
        Fault::new(Code::AlreadyExists, "This contact is already on record.")
    } else {
        error.into()
    }
}
