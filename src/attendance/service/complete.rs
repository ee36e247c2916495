//! Completing a register. Anybody without a mark is named in the refusal; only if the caller says
//! so are they recorded as not come, and a mark that arrives late from a tablet still outweighs
//! that.

use super::keep::{Before, keep};
use crate::access::Act;
use crate::attendance::register::RegisterDesk;
use crate::attendance::{
    Completed, Mark, MarkRow, MarkSource, MarkedPerson, incomplete, names, register,
};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, ChildId, FamilyId, MarkId, SessionId};
use crate::base::text_enum::text_enum;
use crate::db::Tx;
use crate::families::Child;
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;

text_enum! {
    /// How to record people without a mark.
    Unmarked {
        DidNotCome = "did_not_come",
    }
}

/// Somebody without a mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Missing {
    pub booking_id: BookingId,
    #[serde(skip)]
    pub family_id: FamilyId,
    /// `None`: the adults of the party.
    #[serde(skip)]
    pub child_id: Option<ChildId>,
    /// The child, where it may be named.
    #[serde(rename = "child_id")]
    pub named: Option<ChildId>,
    /// The name used at the door; a child of a restricted record is not named.
    pub name: Option<String>,
    #[serde(skip)]
    pub adults: i32,
}

pub(crate) fn complete(
    tx: &mut Tx,
    id: &SessionId,
    unmarked: Option<Unmarked>,
) -> Result<RegisterDesk> {
    let mut desk = register::service::lock(tx, id, Act::KeepRegister)?;
    if desk.completed.is_some() {
        return Ok(desk);
    }
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    desk.must_be_held()?;
    if now < desk.planned.session.starts_at {
        let detail = "The session has not begun. Complete its register when it is over.";
        return Err(Fault::new(Code::NotYetBegun, detail));
    }

    let missing = missing(tx, &desk)?;
    if unmarked.is_none() && !missing.is_empty() {
        let detail = "Mark everybody first, or send unmarked: \"did_not_come\" to record that \
                      those who are not marked did not come.";
        return Err(Fault::new(Code::PeopleUnmarked, detail).with("unmarked", &missing));
    }
    let before = Before::of(&desk);
    for one in &missing {
        let mark = presumed(tx, id, one);
        desk.rows.push(mark);
    }
    keep(tx, &mut desk, &before)?;
    let completed = Completed { session_id: id.clone(), completed_at: now, completed_by: by };
    register::store::complete(tx, &completed)?;
    incomplete::service::done(tx, id)?;
    desk.completed = Some(completed);
    tx.audit(Event::CompleteRegister, id.as_str(), json!({ "presumed": missing.len() }))?;
    Ok(desk)
}

/// Every child that is expected; for a party without children, the adults.
pub(crate) fn missing(tx: &mut Tx, desk: &RegisterDesk) -> Result<Vec<Missing>> {
    let marked: BTreeSet<MarkedPerson> = desk.rows.iter().map(MarkRow::who).collect();
    let unnamed = register::service::unnamed(tx, desk)?;
    let mut missing = Vec::new();
    for seated in &desk.seated {
        let booking = &seated.booking;
        let one = |child: Option<&Child>| {
            let named = child.filter(|_| !unnamed.contains(&booking.family_id));
            Missing {
                booking_id: booking.id.clone(),
                family_id: booking.family_id.clone(),
                child_id: child.map(|child| child.id.clone()),
                named: named.map(|child| child.id.clone()),
                name: named.map(|child| names::first(&child.name).to_owned()),
                adults: if child.is_some() { 0 } else { booking.adults },
            }
        };
        let children = seated.children.iter();
        let unmarked =
            children.filter(|child| !marked.contains(&MarkedPerson::Child(child.id.clone())));
        missing.extend(unmarked.map(|child| one(Some(child))));
        let adults = MarkedPerson::Adults(booking.family_id.clone());
        if seated.children.is_empty() && !marked.contains(&adults) {
            missing.push(one(None));
        }
    }
    Ok(missing)
}

/// The service's own mark: made by nobody, of no device.
fn presumed(tx: &mut Tx, session: &SessionId, missing: &Missing) -> MarkRow {
    let now = tx.now();
    let id = MarkId::new();
    MarkRow {
        client_id: format!("presumed:{id}"),
        id,
        session_id: session.clone(),
        content: String::new(),
        family_id: missing.family_id.clone(),
        child_id: missing.child_id.clone(),
        adults: missing.adults,
        booking_id: Some(missing.booking_id.clone()),
        walk_in_key: None,
        mark: Mark::DidNotCome,
        source: MarkSource::Presumed,
        device: String::new(),
        at: now,
        corrects: None,
        marked_by: tx.actor().account_id.clone(),
        received_at: now,
        stands: false,
        disputed: false,
    }
}
