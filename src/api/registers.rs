//! Registers over REST, as a list.

use crate::access::Act;
use crate::attendance::RegisterState;
use crate::attendance::incomplete::service::{self, days_over};
use crate::attendance::incomplete::store::RegisterFilter;
use crate::attendance::incomplete::{Over, RegisterPhase};
use crate::base::calendar::{day_begins, today_begins};
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::web::{Answer, Api, List, Paging, Query};
use actix_web::{HttpResponse, get};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_registers);
}

/// Which registers to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RegistersQuery {
    /// `open` or `complete`; if left out, both.
    #[param(inline, example = "open")]
    pub state: Option<RegisterState>,
    /// Only registers of this centre; if left out, of all your centres.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
    /// Only of sessions that are running, or only of those that have ended; if left out, both.
    #[param(inline, example = "ended")]
    pub phase: Option<RegisterPhase>,
    /// Sessions from this day on; if left out, from today.
    pub from: Option<NaiveDate>,
    /// Up to this day.
    pub to: Option<NaiveDate>,
    /// Page size, 1 to 500.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// The register of a session that has begun.
#[derive(Serialize, ToSchema)]
pub struct RegisterListedOut {
    /// Its session.
    pub session_id: SessionId,
    /// Where it was held.
    pub centre_id: CentreId,
    /// The activity.
    pub activity_id: ActivityId,
    /// Its title.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// Who led it.
    pub leader: Option<String>,
    /// When it began.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Whether it runs or has ended.
    pub phase: RegisterPhase,
    /// Whether the register is complete.
    pub state: RegisterState,
    /// When it was completed.
    pub completed_at: Option<Moment>,
    /// Whole days since the session ended; 0 while it runs.
    pub days_over: i64,
}

impl RegisterListedOut {
    fn new(over: Over, now: Moment) -> RegisterListedOut {
        let (days_over, state) = (days_over(&over, now).max(0), over.state());
        let phase = over.phase(now);
        let session = over.planned.session;
        RegisterListedOut {
            session_id: session.id,
            centre_id: session.centre_id,
            activity_id: session.activity_id,
            title: over.planned.activity.settings.title,
            leader: session.leader,
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            phase,
            state,
            completed_at: over.completed_at,
            days_over,
        }
    }
}

impl RegistersQuery {
    fn filter(&self, now: Moment, rows: i64) -> Result<RegisterFilter, Fault> {
        let after = match self.after.as_deref() {
            None => None,
            Some(text) => {
                let parts = text.split_once('|');
                let known = parts.and_then(|(at, id)| Some((Moment::parse(at)?, id.into())));
                let unknown =
                    || Fault::invalid("/after", "Send back the `next` of the page before.");
                Some(known.ok_or_else(unknown)?)
            }
        };
        Ok(RegisterFilter {
            state: self.state,
            centres: None,
            phase: self.phase,
            from: self.from.map_or_else(|| today_begins(now.utc()), day_begins).into(),
            to: self.to.map(|day| day_begins(day + Days::new(1)).into()),
            now,
            after,
            rows,
        })
    }
}

/// List the registers of sessions that have begun
///
/// Sorted by end, oldest first; from today unless you say otherwise.
#[utoipa::path(tag = "attendance", params(RegistersQuery),
    responses((status = 200, body = List<RegisterListedOut>)))]
#[get("/registers")]
async fn list_registers(api: Api, query: Query<RegistersQuery>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeRegister, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: None };
        let now = tx.now();
        let filter = query.filter(now, paging.rows())?;
        let rows = service::list(tx, query.centre_id.as_ref(), filter)?;
        let cursor =
            |over: &Over| format!("{}|{}", over.planned.session.ends_at, over.planned.session.id);
        Ok(Answer::ok(paging.page(rows, cursor, |over| RegisterListedOut::new(over, now))))
    })
    .await
}
