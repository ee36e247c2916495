//! Registers left open: listing them, and putting them on their centre's list of tasks.

use super::store::{self, RegisterFilter};
use super::{RegisterListed, RegistersQuery};
use crate::access::{Act, Scope};
use crate::attendance::settings::AttendanceSettings;
use crate::base::fault::{Result, unknown_cursor};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::bookings::tasks::TaskKind;
use crate::bookings::tasks::service::task;
use crate::db::Tx;
use crate::sessions::{self, Planned};
use crate::words::Words;
use crate::{centres, settings};
use chrono::TimeDelta;

/// Nobody remembers who came longer ago than this.
const LOOKS_BACK: TimeDelta = TimeDelta::days(14);
/// Registers handled in one transaction.
const AT_ONCE: i64 = 100;

/// Registers of sessions that have begun, of one centre or of all that may be seen.
pub(crate) fn list(tx: &mut Tx, wanted: &RegistersQuery, rows: i64) -> Result<Vec<RegisterListed>> {
    let after = wanted.after.as_deref().map(cursor).transpose()?;
    let centres = match &wanted.centre_id {
        Some(centre) => {
            tx.allow(Act::SeeRegister, &Scope::centre(centre), "centre")?;
            centres::store::centre(tx, centre)?;
            Some(vec![centre.clone()])
        }
        None => tx.actor().reach(Act::SeeRegister).centres(),
    };
    let now = tx.now();
    let found = store::list(tx, &RegisterFilter { wanted, centres, now, after, rows })?;
    let listed =
        |(session, title, completed_at)| RegisterListed::of(session, title, completed_at, now);
    Ok(found.into_iter().map(listed).collect())
}

/// The end and the id of the last session of a page.
pub(crate) fn cursor_of(register: &RegisterListed) -> String {
    format!("{}|{}", register.ends_at, register.session_id)
}

fn cursor(text: &str) -> Result<(Moment, SessionId)> {
    let parts = text.split_once('|').and_then(|(at, id)| Some((Moment::parse(at)?, id.into())));
    parts.ok_or_else(unknown_cursor)
}

/// Whether any register should be put on a list or taken off; checked without blocking writers.
pub(crate) fn is_anything_due(tx: &mut Tx) -> Result<bool> {
    Ok(!due(tx, 1)?.is_empty() || !store::to_close(tx, 1)?.is_empty())
}

fn due(tx: &mut Tx, rows: i64) -> Result<Vec<SessionId>> {
    let days = settings::store::read::<AttendanceSettings>(tx)?.incomplete_days;
    let until = tx.now() - TimeDelta::days(i64::from(days));
    store::to_nag(tx, until - LOOKS_BACK, until, rows)
}

/// Puts each register that was open too long on its centre's list, once; takes off those that are
/// complete now. Returns how many.
pub(crate) fn nag(tx: &mut Tx) -> Result<usize> {
    let mut changed = 0;
    for session in due(tx, AT_ONCE)? {
        let planned = sessions::store::planned(tx, &session)?;
        let task = task(tx, &planned, TaskKind::RegisterIncomplete, &sentence(&planned));
        changed += usize::from(store::add(tx, &task)?);
    }
    for session in store::to_close(tx, AT_ONCE)? {
        done(tx, &session)?;
        changed += 1;
    }
    Ok(changed)
}

/// The register is complete: nobody needs to be asked for it any more.
pub(crate) fn done(tx: &mut Tx, session: &SessionId) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    store::close(tx, session, by.as_ref(), now)
}

fn sentence(planned: &Planned) -> String {
    let title = &planned.activity.title;
    let day = Words::english().day(planned.session.local_day);
    match &planned.session.leader {
        Some(leader) => format!("{title}, {day}: ask {leader} to complete the register."),
        None => format!("{title}, {day}: complete the register."),
    }
}
