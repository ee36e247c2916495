//! Lists of tasks.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::TaskId;
use crate::bookings::tasks::service::{listed, seen_by};
use crate::bookings::tasks::store::{self, Open};
use crate::bookings::tasks::{TO_RING, TaskKind};
use crate::db::Tx;
use crate::pages::lists::rows::{Listed, Row, Wanted, paged};
use crate::pages::task_lines::{self, TaskLine};
use crate::pages::team::when;

pub(crate) fn to_ring(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    of_kinds(tx, wanted, TO_RING.to_vec())
}

pub(crate) fn not_reached(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    of_kinds(tx, wanted, vec![TaskKind::NotReached])
}

pub(crate) fn others(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let has_its_own = |kind: &TaskKind| TO_RING.contains(kind) || *kind == TaskKind::NotReached;
    let kinds = TaskKind::ALL.iter().copied().filter(|kind| !has_its_own(kind));
    of_kinds(tx, wanted, kinds.collect())
}

fn of_kinds(tx: &mut Tx, wanted: &Wanted, kinds: Vec<TaskKind>) -> Result<Listed> {
    let open = Open {
        seen: seen_by(tx),
        kinds: Some(kinds),
        // The lead alone reads what is for the lead.
        for_lead: !tx.actor().may_ever(Act::SeeRegister),
        session: None,
    };
    let rows = i64::try_from(wanted.rows).unwrap_or(i64::MAX).saturating_add(1);
    let found = store::open(tx, &open, wanted.after, rows)?;
    let (found, next) = paged(found, wanted.rows, |task| task.id.to_string());
    let mut rows = Vec::new();
    for task in found {
        let task = listed(tx, task)?;
        let line = TaskLine::load(tx, task)?;
        let deeds = line.buttons();
        let until = line.until.map(|until| format!(" (until {})", when(until)));
        rows.push(Row {
            id: line.id.to_string(),
            family: line.family,
            who: if line.who.is_empty() { "The centre".to_owned() } else { line.who },
            numbers: line.to_dial,
            why: format!("{}{}", line.what, until.unwrap_or_default()),
            last_try: line.tried_at.map(when).unwrap_or_default(),
            deeds,
        });
    }
    Ok(Listed { rows, next })
}

pub(crate) fn settle(tx: &mut Tx, id: &str, deed: &str) -> Result<bool> {
    Ok(task_lines::settle(tx, &TaskId::from(id), deed)?.is_some())
}
