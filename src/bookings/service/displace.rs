//! A dated session that takes the place of regular ones: they are called off on that day as any
//! session is, everyone concerned is told, and each records what displaced it.

use super::change_session::{cancel_session, plan_sessions};
use crate::base::calendar::local_day;
use crate::base::fault::{Fault, Result};
use crate::base::id::SessionId;
use crate::db::Tx;
use crate::sessions::service::Plan;
use crate::sessions::{Planned, store};

/// Plans a session and calls off those that it displaces. They go first, so that it may have
/// their room and their leader.
pub(crate) fn plan_instead(tx: &mut Tx, wanted: &Plan) -> Result<Vec<SessionId>> {
    let title = store::activity(tx, &wanted.activity_id)?.settings.title;
    let mut ids = wanted.displaces.clone();
    ids.sort();
    ids.dedup();
    for id in &ids {
        let planned = store::planned(tx, id)?;
        refuse(&planned, wanted)?;
        cancel_session(tx, id, &format!("\"{title}\" is on instead"))?;
    }

    let made = plan_sessions(tx, wanted)?;
    for id in &ids {
        store::displaced(tx, id, made.first())?;
    }
    Ok(made)
}

/// Only sessions at the same centre on the same day can be displaced; anything else is a mistake.
fn refuse(planned: &Planned, wanted: &Plan) -> Result<()> {
    let session = &planned.session;
    let day = local_day(wanted.starts_at.utc(), planned.centre.zone());
    let whole_course = session.course_id.is_some() && session.head_session_id.is_none();
    let why = if session.centre_id != wanted.centre_id {
        "is at another centre"
    } else if session.local_day != day {
        "is on another day"
    } else if session.cancelled_at.is_some() {
        "is cancelled already"
    } else if whole_course {
        "is the first of a course, and all of it would be called off: cancel it yourself"
    } else {
        return Ok(());
    };
    Err(Fault::invalid("/displaces", format!("\"{}\" {why}.", planned.activity.title)))
}
