//! The baseline of workless households over REST.

use super::baseline_service::{self as service, Households};
use super::baseline_store::Baseline;
use crate::access::Act;
use crate::areas::LsoaCode;
use crate::fault::Fault;
use crate::id::PartnerId;
use crate::moment::Moment;
use crate::web::{Answer, Api, Body, List, Paging, Query, faults};
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    BaselineFaults: AgreementExpired;
}

/// Of one call: a borough's LSOAs over some years.
const MOST_ROWS: usize = 5_000;

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
    /// Who counted; left out by a professional, the own agency.
    #[schema(value_type = Option<String>)]
    pub partner_id: Option<PartnerId>,
    /// At most 5,000.
    pub rows: Vec<WorklessRowIn>,
}

/// Workless households of one month in one LSOA.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"month": "2026-10", "lsoa": "E01006110", "households": 21}))]
pub struct WorklessRowIn {
    /// `YYYY-MM`.
    pub month: String,
    /// An LSOA's code, of the reach areas' census.
    pub lsoa: String,
    /// Households without work in which a child under five lives.
    pub households: i32,
}

impl WorklessRowIn {
    fn read(&self, at: usize, today: NaiveDate) -> Result<Households, Fault> {
        let pointer = |field: &str| format!("/rows/{at}/{field}");
        let month = format!("{}-01", self.month).parse::<NaiveDate>();
        let month =
            month.map_err(|_| Fault::invalid(&pointer("month"), "Use a month such as 2026-10."))?;
        if month > today {
            return Err(Fault::invalid(&pointer("month"), "This month is yet to come."));
        }
        let lsoa = LsoaCode::parse(&self.lsoa)
            .ok_or_else(|| Fault::invalid(&pointer("lsoa"), "Use a code such as E01006110."))?;
        if !(0..=100_000).contains(&self.households) {
            let detail = "Use a number from 0 to 100000.";
            return Err(Fault::invalid(&pointer("households"), detail));
        }
        Ok(Households { month, lsoa: lsoa.to_string(), households: self.households })
    }
}

/// What was taken.
#[derive(Serialize, ToSchema)]
pub struct WorklessTaken {
    /// How many rows.
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
    /// Who counted.
    pub partner_id: Option<PartnerId>,
    /// When it was sent last.
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
/// By month and LSOA, without names, as a jobcentre counts them. What the same sender gave before
/// for a month and an LSOA is replaced.
#[utoipa::path(tag = "feeds", request_body = WorklessIn,
    responses((status = 200, body = WorklessTaken), BaselineFaults))]
#[post("/feeds/workless")]
async fn take_workless(api: Api, body: Body<WorklessIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::RunFeed, body, |tx, input| {
        if input.rows.len() > MOST_ROWS {
            return Err(Fault::invalid("/rows", format!("Send at most {MOST_ROWS} rows.")));
        }
        let today = crate::families::service::today(tx);
        let rows = input.rows.iter().zip(0..).map(|(row, at)| row.read(at, today));
        let rows: Vec<Households> = rows.collect::<Result<_, _>>()?;
        let taken = service::take(tx, input.partner_id.as_ref(), &rows)?;
        Ok(Answer::ok(WorklessTaken { taken }))
    })
    .await
}

/// List the baseline of workless households
///
/// In the order it was sent.
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
