//! Undoing a merge: value by value, the last first. Where something has changed since in a way that
//! leaves no way back, nothing is changed and the fault says what.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, FamilyId, RecordJoinId, SessionId};
use crate::db::Tx;
use crate::families::search::service::index_homes;
use crate::families::service::scope_of;
use crate::merge::store::threads::{self, ThreadMoved};
use crate::merge::{Against, RecordJoin, refuse, store};
use crate::{families, sessions};
use serde_json::json;

/// Restores both records as they were; what was added since stays with the kept one.
pub(crate) fn undo(tx: &mut Tx, id: &RecordJoinId) -> Result<RecordJoin> {
    let join = open(tx, id)?;
    if join.undone_at.is_some() {
        return Err(Fault::new(Code::NoLongerOpen, "This merge was already undone."));
    }

    for change in store::moves(tx, id)?.iter().rev() {
        if change.table_name == "children" {
            tx.note_child(&ChildId::from(change.row_key.as_str()));
        }
        if threads::apply(tx, &change.reversed())? != ThreadMoved::Changed {
            let detail = format!("What was merged has changed since ({}).", change.table_name);
            refuse(&[Against::new(detail)])?;
        }
    }
    let both = [join.kept_family_id.clone(), join.other_family_id.clone()];
    for family in &both {
        whole(tx, family)?;
    }
    index_homes(tx, &both)?;
    // What was ended stands again, in sessions that were not locked.
    tx.move_generation();
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    for family in &both {
        sessions::store::look_again(tx, family, now)?;
    }
    store::undone(tx, id, now, by.as_ref())?;
    tx.audit(Event::UndoJoin, both[0].as_str(), json!({ "other": both[1] }))?;
    store::join(tx, id)
}

/// The merge, with its families locked, if the caller may merge and separate them.
fn open(tx: &mut Tx, id: &RecordJoinId) -> Result<RecordJoin> {
    let join = store::join(tx, id)?;
    let both = [join.kept_family_id.clone(), join.other_family_id.clone()];
    let live = store::live(tx, &[&both[0], &both[1]])?;
    let sessions: Vec<SessionId> = live.into_iter().map(|date| date.session).collect();
    sessions::store::lock(tx, &sessions)?;
    families::store::lock_joined(tx, &both)?;
    for family in &both {
        let family = families::store::family(tx, family)?;
        let scope = scope_of(tx, &family)?;
        let joined = family.joined_into.is_some();
        // The record that is gone is at the kept one's centre, and as restricted as it was.
        if !joined || scope.restricted {
            tx.allow(Act::JoinRecords, &scope, "join")?;
        }
    }
    store::join(tx, id)
}

/// A party must not be left with somebody from a family that is not the child's.
fn whole(tx: &mut Tx, family: &FamilyId) -> Result<()> {
    let against: Vec<Against> = store::strangers(tx, family)?
        .into_iter()
        .map(|(session, _)| {
            let detail =
                "A child was booked here since the records were merged: cancel that first.";
            Against::session(detail, &session)
        })
        .collect();
    refuse(&against)
}
