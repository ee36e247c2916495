//! Monthly counts by area over REST: births, and the baseline of workless households.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::{CentreId, PartnerId};
use crate::base::moment::Moment;
use crate::feeds::counts::store::CountsFilter;
use crate::feeds::counts::{self, CountRow, Counted, MonthlyCount, SentCount, service};
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig, faults};
use actix_web::{get, post};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    CountsFaults: AgreementExpired;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(take_births).service(list_births);
    config.service(take_workless).service(list_workless);
}

/// Births, without names.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "rows": [{"month": "2026-10", "lsoa": "E01006110", "births": 4}]
}))]
pub(crate) struct BirthsIn {
    /// The partner that counted. A professional leaves it out: it is their own agency.
    pub partner_id: Option<PartnerId>,
    /// At most 5,000.
    #[schema(max_items = 5000)]
    pub rows: Vec<BirthsRowIn>,
}

/// Births of one month in one area.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"month": "2026-10", "lsoa": "E01006110", "births": 4}))]
pub(crate) struct BirthsRowIn {
    /// `YYYY-MM`.
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}$")]
    pub month: String,
    /// An LSOA code; or give a centre.
    #[schema(max_length = 9)]
    pub lsoa: Option<String>,
    /// The centre whose area it is; or give an LSOA.
    pub centre_id: Option<CentreId>,
    /// How many.
    #[schema(minimum = 0, maximum = 100000)]
    pub births: i32,
}

impl BirthsRowIn {
    fn read(&self, row: &CountRow) -> Result<SentCount> {
        let lsoa = self.lsoa.as_deref().map(|code| row.lsoa(code)).transpose()?;
        if lsoa.is_some() == self.centre_id.is_some() {
            return Err(row.wrong("lsoa", "Send either lsoa or centre_id."));
        }
        Ok(SentCount {
            month: row.month(&self.month)?,
            lsoa,
            centre: self.centre_id.clone(),
            number: row.count("births", self.births)?,
        })
    }
}

/// What was accepted.
#[derive(Serialize, ToSchema)]
pub(crate) struct BirthsTaken {
    /// The number of rows.
    pub taken: usize,
}

/// Births of one month in one area.
#[derive(Serialize, ToSchema)]
pub(crate) struct BirthsOut {
    /// `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// The LSOA, if the area is one.
    pub lsoa: Option<String>,
    /// The centre, if the area is a centre's.
    pub centre_id: Option<CentreId>,
    /// How many.
    pub births: i32,
    /// The partner that counted.
    pub partner_id: Option<PartnerId>,
    /// When it was last sent.
    pub sent_at: Moment,
}

impl From<MonthlyCount> for BirthsOut {
    fn from(row: MonthlyCount) -> BirthsOut {
        BirthsOut {
            month: written(row.month),
            lsoa: row.lsoa.map(|code| code.to_string()),
            centre_id: row.centre_id,
            births: row.number,
            partner_id: row.partner_id,
            sent_at: row.sent_at,
        }
    }
}

/// Workless households, without names.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "rows": [{"month": "2026-10", "lsoa": "E01006110", "households": 21}]
}))]
pub(crate) struct WorklessIn {
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
pub(crate) struct WorklessRowIn {
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
    fn read(&self, row: &CountRow) -> Result<SentCount> {
        Ok(SentCount {
            month: row.month(&self.month)?,
            lsoa: Some(row.lsoa(&self.lsoa)?),
            centre: None,
            number: row.count("households", self.households)?,
        })
    }
}

/// What was accepted.
#[derive(Serialize, ToSchema)]
pub(crate) struct WorklessTaken {
    /// The number of rows.
    pub taken: usize,
}

/// Workless households of one month in one LSOA.
#[derive(Serialize, ToSchema)]
pub(crate) struct WorklessOut {
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

impl From<MonthlyCount> for WorklessOut {
    fn from(row: MonthlyCount) -> WorklessOut {
        WorklessOut {
            month: written(row.month),
            lsoa: row.lsoa.map(|code| code.to_string()).unwrap_or_default(),
            households: row.number,
            partner_id: row.partner_id,
            sent_at: row.sent_at,
        }
    }
}

fn written(month: NaiveDate) -> String {
    month.format("%Y-%m").to_string()
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct BirthsQuery {
    /// From the month of this day.
    from: Option<NaiveDate>,
    /// Up to the month of this day.
    to: Option<NaiveDate>,
    /// Of this centre's area.
    centre_id: Option<CentreId>,
    /// Of this LSOA.
    lsoa: Option<String>,
    /// The page size, 1 to 500. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    limit: Option<u32>,
    /// The `next` of the previous page.
    after: Option<String>,
}

/// Send births by month and area
///
/// Counts without names show how many families there are. A new count replaces the same sender's
/// earlier one for that month and area.
#[utoipa::path(tag = "feeds", request_body = BirthsIn,
    responses((status = 200, body = BirthsTaken), CountsFaults))]
#[post("/feeds/births")]
async fn take_births(api: Api, body: Body<BirthsIn>) -> ApiResult {
    api.write(Act::RunFeed, body, |tx, input| {
        let rows = counts::rows(&input.rows, tx.today(), |at, row| row.read(at))?;
        let taken = service::take(tx, Counted::Births, input.partner_id.as_ref(), &rows)?;
        Ok(Answer::ok(BirthsTaken { taken }))
    })
    .await
}

/// List births by month and area
///
/// In the order in which they were sent.
#[utoipa::path(tag = "feeds", params(BirthsQuery),
    responses((status = 200, body = List<BirthsOut>)))]
#[get("/feeds/births")]
async fn list_births(api: Api, query: Query<BirthsQuery>) -> ApiResult {
    api.read(Act::SeeFeeds, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: query.after.clone() };
        let filter = CountsFilter {
            counted: Counted::Births,
            from: query.from.and_then(|day| day.with_day(1)),
            to: query.to,
            centre: query.centre_id.clone(),
            lsoa: query.lsoa.clone(),
            after: query.after.clone().unwrap_or_default(),
            rows: paging.rows(),
        };
        let rows = service::list(tx, &filter)?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), BirthsOut::from)))
    })
    .await
}

/// Send the baseline of workless households
///
/// By month and LSOA, without names, as counted by a jobcentre. A new count replaces the same
/// sender's earlier one for that month and LSOA.
#[utoipa::path(tag = "feeds", request_body = WorklessIn,
    responses((status = 200, body = WorklessTaken), CountsFaults))]
#[post("/feeds/workless")]
async fn take_workless(api: Api, body: Body<WorklessIn>) -> ApiResult {
    api.write(Act::RunFeed, body, |tx, input| {
        let rows = counts::rows(&input.rows, tx.today(), |at, row| row.read(at))?;
        let taken =
            service::take(tx, Counted::WorklessHouseholds, input.partner_id.as_ref(), &rows)?;
        Ok(Answer::ok(WorklessTaken { taken }))
    })
    .await
}

/// List the baseline of workless households
///
/// In the order in which it was sent.
#[utoipa::path(tag = "feeds", params(Paging), responses((status = 200, body = List<WorklessOut>)))]
#[get("/feeds/workless")]
async fn list_workless(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeFeeds, move |tx| {
        let paging = paging.read()?;
        let filter = CountsFilter {
            counted: Counted::WorklessHouseholds,
            from: None,
            to: None,
            centre: None,
            lsoa: None,
            after: paging.after.clone().unwrap_or_default(),
            rows: paging.rows(),
        };
        let rows = service::list(tx, &filter)?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), WorklessOut::from)))
    })
    .await
}
