//! What an activity's past sessions suggest, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::ActivityId;
use crate::reports::suggestion::service::{SuggestionReport, of_activity};
use crate::reports::suggestion::{PastFigures, SESSIONS_AT_LEAST, Suggestion};
use crate::web::{Answer, Api};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(suggest_release);
}

/// What an activity's past sessions suggest for its release.
#[derive(Serialize, ToSchema)]
pub struct SuggestionOut {
    /// The activity.
    pub activity_id: ActivityId,
    /// Sessions from this day on were considered, at most the last 60.
    pub from: NaiveDate,
    /// The priority places that a new session has now.
    pub priority_places_now: i32,
    /// The referral window that a new session has now, in days; left out if it is never public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_days_now: Option<i32>,
    /// What the sessions were like.
    pub figures: PastFiguresOut,
    /// What they suggest; left out if there are too few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<SuggestedOut>,
    /// Why there is no suggestion.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2 sessions were held since 2025-11-16; a suggestion needs 4 or more.")]
    pub why_not: Option<String>,
}

/// Totals over an activity's past sessions.
#[derive(Serialize, ToSchema)]
pub struct PastFiguresOut {
    /// Sessions that were held; a course counts once.
    pub sessions: usize,
    /// Their total places.
    pub capacity: u32,
    /// Places that referred families had when the sessions began.
    pub referral_places_used: u32,
    /// Places that referred families requested and did not get.
    pub referred_in_vain: u32,
    /// Places that others requested and did not get.
    pub others_in_vain: u32,
    /// Families still on the waiting list when a session began.
    pub families_in_vain: u32,
    /// Sessions with a public release.
    pub released: usize,
    /// Of those, full before it.
    pub full_before_release: usize,
    /// Of those, full at some time.
    pub full: usize,
    /// The median number of hours after the release until they were full; left out if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_hours_to_fill: Option<i64>,
    /// The median of their referral windows, in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_days: Option<u32>,
    /// Families that cancelled too late.
    pub late_cancellations: u32,
    /// Families that had a place and did not come, in sessions whose register was taken.
    pub not_come: u32,
    /// Sessions whose register was taken.
    pub registers: usize,
}

/// A suggestion; staff decide.
#[derive(Serialize, ToSchema)]
pub struct SuggestedOut {
    /// A suggested referral window, in days; left out if nothing is public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_days: Option<u32>,
    /// A suggested number of places for families with priority.
    pub priority_places: u32,
    /// Why, with the numbers.
    #[schema(example = json!(["3 priority places would have been enough for referred families in 9 \
                               of 12 sessions: they had 26 places in total and did not get 2 more \
                               they asked for."]))]
    pub because: Vec<String>,
}

impl From<PastFigures> for PastFiguresOut {
    fn from(figures: PastFigures) -> PastFiguresOut {
        PastFiguresOut {
            sessions: figures.sessions,
            capacity: figures.capacity,
            referral_places_used: figures.referral_places,
            referred_in_vain: figures.referred_in_vain,
            others_in_vain: figures.others_in_vain,
            families_in_vain: figures.parties_in_vain,
            released: figures.released,
            full_before_release: figures.filled_before_release,
            full: figures.filled,
            median_hours_to_fill: figures.median_hours_to_fill,
            window_days: figures.window_days,
            late_cancellations: figures.late_cancellations,
            not_come: figures.not_come,
            registers: figures.registers,
        }
    }
}

impl From<Suggestion> for SuggestedOut {
    fn from(suggested: Suggestion) -> SuggestedOut {
        SuggestedOut {
            window_days: suggested.window_days,
            priority_places: suggested.priority_places,
            because: suggested.because,
        }
    }
}

impl From<SuggestionReport> for SuggestionOut {
    fn from(report: SuggestionReport) -> SuggestionOut {
        let SuggestionReport { activity, from, figures, suggestion } = report;
        let why_not = suggestion.is_none().then(|| {
            format!(
                "{} sessions were held since {from}; a suggestion needs {SESSIONS_AT_LEAST} or \
                 more.",
                figures.sessions
            )
        });
        SuggestionOut {
            from,
            priority_places_now: activity.priority_places,
            window_days_now: activity
                .release_plan
                .public_days_before
                .map(|public| activity.release_plan.referrals_days_before - public),
            figures: figures.into(),
            suggestion: suggestion.map(SuggestedOut::from),
            why_not,
            activity_id: activity.id,
        }
    }
}

/// Suggest an activity's referral window and priority places
///
/// From its sessions in the last 12 months: referral places used, how fast they filled, who did not
/// get a place, who cancelled late or did not come. Nothing is changed.
#[utoipa::path(tag = "reports", params(("id" = inline(ActivityId), Path, description = "The activity.")),
    responses((status = 200, body = SuggestionOut)))]
#[get("/activities/{id}/suggestion")]
async fn suggest_release(api: Api, id: Path<ActivityId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeReports, move |tx| Ok(Answer::ok(SuggestionOut::from(of_activity(tx, &id)?))))
        .await
}
