//! Registers left open: listing them, and putting them on their centre's list of tasks.

use super::{Over, store};
use crate::access::{Act, Scope};
use crate::attendance::settings::AttendanceSettings;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, SessionId, TaskId};
use crate::base::moment::Moment;
use crate::bookings::tasks::{Task, TaskKind};
use crate::centres;
use crate::db::Tx;
use crate::mail::spoken;
use crate::sessions::{self, Planned};
use crate::settings;
use chrono::TimeDelta;

/// Nobody remembers who came longer ago than this.
const LOOKS_BACK: TimeDelta = TimeDelta::days(14);
/// Registers handled in one transaction.
const AT_ONCE: i64 = 100;

/// Registers of sessions that have begun, of one centre or of all that may be seen.
pub fn list(
    tx: &mut Tx,
    centre: Option<&CentreId>,
    mut filter: store::RegisterFilter,
) -> Result<Vec<Over>, Fault> {
    filter.centres = match centre {
        Some(centre) => {
            tx.allow(Act::SeeRegister, &Scope::centre(centre), "centre")?;
            centres::store::centre(tx, centre)?;
            Some(vec![centre.clone()])
        }
        None => tx.actor().reach(Act::SeeRegister).centres(),
    };
    store::list(tx, &filter)
}

/// Whether any register should be put on a list or taken off; checked without blocking writers.
pub fn is_anything_due(tx: &mut Tx) -> Result<bool, Fault> {
    Ok(!due(tx, 1)?.is_empty() || !store::to_close(tx, 1)?.is_empty())
}

fn due(tx: &mut Tx, rows: i64) -> Result<Vec<SessionId>, Fault> {
    let days = settings::store::read::<AttendanceSettings>(tx)?.incomplete_days;
    let until = tx.now() - TimeDelta::days(i64::from(days));
    store::to_nag(tx, until - LOOKS_BACK, until, rows)
}

/// Puts each register that was open too long on its centre's list, once; takes off those that are
/// complete now. Returns how many.
pub fn nag(tx: &mut Tx) -> Result<usize, Fault> {
    let mut changed = 0;
    for session in due(tx, AT_ONCE)? {
        let task = task(tx, &session)?;
        changed += usize::from(store::add(tx, &task)?);
    }
    for session in store::to_close(tx, AT_ONCE)? {
        done(tx, &session)?;
        changed += 1;
    }
    Ok(changed)
}

/// The register is complete: nobody needs to be asked for it any more.
pub fn done(tx: &mut Tx, session: &SessionId) -> Result<(), Fault> {
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    store::close(tx, session, by.as_ref().map(|id| id.as_str()), now)
}

fn task(tx: &mut Tx, id: &SessionId) -> Result<Task, Fault> {
    let planned = sessions::store::planned(tx, id)?;
    Ok(Task {
        id: TaskId::new(),
        centre_id: planned.session.centre_id.clone(),
        kind: TaskKind::RegisterIncomplete,
        family_id: None,
        session_id: Some(id.clone()),
        booking_id: None,
        offer_id: None,
        detail: sentence(&planned),
        made_at: tx.now(),
        done_at: None,
        done_by: None,
        outcome: None,
        other_booking_id: None,
    })
}

fn sentence(planned: &Planned) -> String {
    let (title, day) = (&planned.activity.title, spoken::day(planned.session.local_day));
    match &planned.session.leader {
        Some(leader) => format!("{title}, {day}: ask {leader} to complete the register."),
        None => format!("{title}, {day}: complete the register."),
    }
}

/// Whole days since a session ended.
pub fn days_over(over: &Over, now: Moment) -> i64 {
    (now - over.planned.session.ends_at).num_days()
}
