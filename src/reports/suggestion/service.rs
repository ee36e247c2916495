//! What an activity's past sessions suggest for its release.

use super::facts::past;
use super::store::{self, PastSessions};
use super::{SESSIONS_AT_LEAST, SuggestionReport, figures, suggest};
use crate::base::fault::Result;
use crate::base::id::{ActivityId, SessionId};
use crate::db::Tx;
use crate::{reports, sessions};
use chrono::Months;

/// How far back sessions are considered; `ROWS` limits their number.
const MONTHS: Months = Months::new(12);
const ROWS: i64 = 60;

pub(crate) fn of_activity(tx: &mut Tx, id: &ActivityId) -> Result<SuggestionReport> {
    let activity = sessions::store::activity(tx, id)?;
    let centres = reports::service::centres(tx, activity.centre_id.as_ref())?;
    let now = tx.now();
    let day = now.civil_day();
    let from = day.checked_sub_months(MONTHS).unwrap_or(day);

    let wanted = PastSessions { activity: id, centres, from, now };
    let held = store::held(tx, &wanted, ROWS)?;
    let ids: Vec<SessionId> = held.iter().map(|(id, _)| id.clone()).collect();
    let asked = store::asked(tx, &ids)?;
    let came = store::came(tx, &ids)?;
    let sessions = held.iter().map(|(id, held)| {
        let asked = asked.get(id).map(Vec::as_slice).unwrap_or_default();
        past(held, activity.unit, asked, came.get(id))
    });
    let sessions: Vec<_> = sessions.collect();

    let (figures, suggestion) = (figures(&sessions), suggest(&sessions));
    let why_not = suggestion.is_none().then(|| {
        format!(
            "{} sessions were held since {from}; a suggestion needs {SESSIONS_AT_LEAST} or more.",
            figures.sessions
        )
    });
    let plan = &activity.release_plan;
    let window = |public| plan.referrals_days_before - public;
    Ok(SuggestionReport {
        from,
        priority_places_now: activity.priority_places,
        window_days_now: plan.public_days_before.map(window),
        activity_id: activity.id,
        figures,
        suggestion,
        why_not,
    })
}
