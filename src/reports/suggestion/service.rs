//! What an activity's past sessions suggest for its release.

use super::facts::past;
use super::store::{self, PastSessions};
use super::{PastFigures, Suggestion, figures, suggest};
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, SessionId};
use crate::db::Tx;
use crate::reports;
use crate::sessions::{self, Activity};
use chrono::{Months, NaiveDate};

/// How far back sessions are considered; `ROWS` limits their number.
const MONTHS: Months = Months::new(12);
const SESSIONS: i64 = 60;

pub struct SuggestionReport {
    pub activity: Activity,
    pub from: NaiveDate,
    pub figures: PastFigures,
    pub suggestion: Option<Suggestion>,
}

pub fn of_activity(tx: &mut Tx, id: &ActivityId) -> Result<SuggestionReport, Fault> {
    let activity = sessions::store::activity(tx, id)?;
    let centres = reports::service::centres(tx, activity.centre_id.as_ref())?;
    let now = tx.now();
    let day = now.civil_day();
    let from = day.checked_sub_months(MONTHS).unwrap_or(day);

    let wanted = PastSessions { activity: id, unit: activity.unit, centres, from, now };
    let held = store::held(tx, &wanted, SESSIONS)?;
    let ids: Vec<SessionId> = held.iter().map(|(id, _)| id.clone()).collect();
    let asked = store::asked(tx, &ids)?;
    let came = store::came(tx, &ids)?;
    let sessions = held.iter().map(|(id, held)| {
        let asked = asked.get(id).map(Vec::as_slice).unwrap_or_default();
        past(held, asked, came.get(id))
    });
    let sessions: Vec<_> = sessions.collect();

    Ok(SuggestionReport {
        activity,
        from,
        figures: figures(&sessions),
        suggestion: suggest(&sessions),
    })
}
