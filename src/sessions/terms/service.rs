//! What can be done with terms and closures. Only people who may do so everywhere may change those
//! of the whole organisation.

use super::{ClosureRow, TermRow, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ClosureId, TermId};
use crate::centres;
use crate::db::Tx;
use chrono::NaiveDate;
use serde_json::json;

/// A term or a closure: a name, its days, and where it holds.
pub struct AddDays {
    pub centre_id: Option<CentreId>,
    pub name: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

pub fn add_term(tx: &mut Tx, add: &AddDays) -> Result<TermRow, Fault> {
    allow(tx, add.centre_id.as_ref())?;

    let term = TermRow {
        id: TermId::new(),
        centre_id: add.centre_id.clone(),
        name: add.name.clone(),
        first_day: add.first_day,
        last_day: add.last_day,
    };
    store::add_term(tx, &term)?;
    tx.audit(Event::AddTerm, term.id.as_str(), json!({}))?;
    Ok(term)
}

/// The closure, and how many sessions were already planned on its days.
pub fn add_closure(tx: &mut Tx, add: &AddDays) -> Result<(ClosureRow, i64), Fault> {
    allow(tx, add.centre_id.as_ref())?;

    let closure = ClosureRow {
        id: ClosureId::new(),
        centre_id: add.centre_id.clone(),
        first_day: add.first_day,
        last_day: add.last_day,
        reason: add.name.clone(),
    };
    store::add_closure(tx, &closure)?;
    tx.audit(Event::AddClosure, closure.id.as_str(), json!({}))?;
    let planned = store::sessions_on(tx, add.centre_id.as_ref(), add.first_day, add.last_day)?;
    Ok((closure, planned))
}

pub fn remove_term(tx: &mut Tx, id: &TermId) -> Result<TermRow, Fault> {
    let term = store::term(tx, id)?;
    allow(tx, term.centre_id.as_ref())?;

    store::remove_term(tx, id)?;
    tx.audit(Event::RemoveTerm, id.as_str(), json!({}))?;
    Ok(term)
}

pub fn remove_closure(tx: &mut Tx, id: &ClosureId) -> Result<ClosureRow, Fault> {
    let closure = store::closure(tx, id)?;
    allow(tx, closure.centre_id.as_ref())?;

    store::remove_closure(tx, id)?;
    tx.audit(Event::RemoveClosure, id.as_str(), json!({}))?;
    Ok(closure)
}

fn allow(tx: &mut Tx, centre: Option<&CentreId>) -> Result<(), Fault> {
    let Some(centre) = centre else {
        if tx.actor().may(Act::KeepCalendar, &Scope::organisation()) {
            return Ok(());
        }
        let detail = "Say which of your centres this is for. Only an administrator may leave it \
                      out.";
        return Err(Fault::invalid("/centre_id", detail));
    };
    tx.allow(Act::KeepCalendar, &Scope::centre(centre), "centre")?;
    centres::store::centre(tx, centre)?;
    Ok(())
}
