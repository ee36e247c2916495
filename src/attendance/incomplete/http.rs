//! Registers over REST, as a list.

use super::Over;
use super::service::{self, days_over};
use super::store::Filter;
use crate::access::Act;
use crate::attendance::RegisterState;
use crate::calendar::at_local;
use crate::fault::Fault;
use crate::id::{ActivityId, CentreId, SessionId};
use crate::moment::Moment;
use crate::web::{Answer, Api, List, Paging, Query};
use actix_web::{HttpResponse, get};
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;
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
    /// `open` or `complete`; left out, both.
    #[param(value_type = Option<String>, example = "open")]
    pub state: Option<RegisterState>,
    /// Only this centre's; left out, all of yours.
    #[param(value_type = Option<String>)]
    pub centre_id: Option<CentreId>,
    /// Sessions from this day on.
    pub from: Option<NaiveDate>,
    /// Up to this day.
    pub to: Option<NaiveDate>,
    /// How many at the most, 1 to 500.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// The register of a session that is over.
#[derive(Serialize, ToSchema)]
pub struct RegisterListedOut {
    /// Its session.
    pub session_id: SessionId,
    /// Where it was held.
    pub centre_id: CentreId,
    /// What was on.
    pub activity_id: ActivityId,
    /// Its title.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// Who led it.
    pub leader: Option<String>,
    /// When it began.
    pub starts_at: Moment,
    /// When it ended.
    pub ends_at: Moment,
    /// Whether the register is complete.
    pub state: RegisterState,
    /// When it was completed.
    pub completed_at: Option<Moment>,
    /// Whole days since the session ended.
    pub days_over: i64,
}

impl RegisterListedOut {
    fn new(over: Over, now: Moment) -> RegisterListedOut {
        let (days_over, state) = (days_over(&over, now), over.state());
        let session = over.planned.session;
        RegisterListedOut {
            session_id: session.id,
            centre_id: session.centre_id,
            activity_id: session.activity_id,
            title: over.planned.activity.title,
            leader: session.leader,
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            state,
            completed_at: over.completed_at,
            days_over,
        }
    }
}

impl RegistersQuery {
    fn filter(&self, rows: i64) -> Result<Filter, Fault> {
        let starts = |day: NaiveDate| Moment::from(at_local(day, NaiveTime::MIN, London));
        let after = match self.after.as_deref() {
            None => None,
            Some(text) => {
                let parts = text.split_once('|');
                let known = parts.and_then(|(at, id)| Some((Moment::parse(at)?, id.into())));
                let unknown =
                    || Fault::invalid("after", "Send back the `next` of the page before.");
                Some(known.ok_or_else(unknown)?)
            }
        };
        Ok(Filter {
            state: self.state,
            centres: None,
            from: self.from.map(starts),
            to: self.to.map(|day| starts(day + Days::new(1))),
            after,
            rows,
        })
    }
}

/// List the registers of sessions that are over
///
/// By their end, the oldest first.
#[utoipa::path(tag = "attendance", params(RegistersQuery),
    responses((status = 200, body = List<RegisterListedOut>)))]
#[get("/registers")]
async fn list_registers(api: Api, query: Query<RegistersQuery>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeRegister, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: None };
        let filter = query.filter(paging.rows())?;
        let rows = service::list(tx, query.centre_id.as_ref(), filter)?;
        let now = tx.now();
        let cursor =
            |over: &Over| format!("{}|{}", over.planned.session.ends_at, over.planned.session.id);
        Ok(Answer::ok(paging.page(rows, cursor, |over| RegisterListedOut::new(over, now))))
    })
    .await
}
