//! The baseline of workless households over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::PartnerId;
use crate::base::moment::Moment;
use crate::feeds::counts::{self, CountRow};
use crate::reach::baseline::service::{self, Households};
use crate::reach::baseline::store::Baseline;
use crate::web::{Answer, Api, Body, List, Paging, Query, faults};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    BaselineFaults: AgreementExpired;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(take_workless).service(list_workless);
}

/// Workless households, without names.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "rows": [{"month": "2026-10", "lsoa": "E01006110", "households": 21}]
}))]
pub struct WorklessIn {
    /// The partner that counted. A professional leaves it out: it is their own agency.
    pub partner_id: Option<PartnerId>,
    /// At most 5,000.
    #[schema(max_items = 5000)]
    pub rows: Vec<WorklessRowIn>,
}

/// Workless households of one month in one LSOA.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"month": "2026-10", "lsoa": "E01006110", "households": 21}))]
pub struct WorklessRowIn {
    /// `YYYY-MM`.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}$")]
    pub month: String,
    /// An LSOA code, from the same census as the reach areas.
    #[schema(max_length = 9)]
    pub lsoa: String,
    /// Workless households with a child under five.
    #[schema(minimum = 0, maximum = 100000)]
    pub households: i32,
}

impl WorklessRowIn {
    fn read(&self, row: &CountRow) -> Result<Households, Fault> {
        Ok(Households {
            month: row.month(&self.month)?,
            lsoa: row.lsoa(&self.lsoa)?.to_string(),
            households: row.count("households", self.households)?,
        })
    }
}

/// What was accepted.
#[derive(Serialize, ToSchema)]
pub struct WorklessTaken {
    /// The number of rows.
    pub taken: usize,
}

/// Workless households of one month in one LSOA.
#[derive(Serialize, ToSchema)]
pub struct WorklessOut {
    /// `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// The LSOA.
    pub lsoa: String,
    /// How many.
    pub households: i32,
    /// The partner that counted.
    pub partner_id: Option<PartnerId>,
    /// When it was last sent.
    pub sent_at: Moment,
}

impl From<Baseline> for WorklessOut {
    fn from(row: Baseline) -> WorklessOut {
        WorklessOut {
            month: row.month.format("%Y-%m").to_string(),
            lsoa: row.lsoa,
            households: row.households,
            partner_id: row.partner_id,
            sent_at: row.sent_at,
        }
    }
}

/// Send the baseline of workless households
///
/// By month and LSOA, without names, as counted by a jobcentre. A new count replaces the same
/// sender's earlier one for that month and LSOA.
#[utoipa::path(tag = "feeds", request_body = WorklessIn,
    responses((status = 200, body = WorklessTaken), BaselineFaults))]
#[post("/feeds/workless")]
async fn take_workless(api: Api, body: Body<WorklessIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::RunFeed, body, |tx, input| {
        let rows = counts::rows(&input.rows, tx.today(), |at, row| row.read(at))?;
        let taken = service::take(tx, input.partner_id.as_ref(), &rows)?;
        Ok(Answer::ok(WorklessTaken { taken }))
    })
    .await
}

/// List the baseline of workless households
///
/// In the order in which it was sent.
#[utoipa::path(tag = "feeds", params(Paging), responses((status = 200, body = List<WorklessOut>)))]
#[get("/feeds/workless")]
async fn list_workless(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeFeeds, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.clone().unwrap_or_default();
        let rows = service::list(tx, &after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), WorklessOut::from)))
    })
    .await
}
