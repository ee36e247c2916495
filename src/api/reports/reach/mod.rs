//! The reach report over REST, and the children behind a figure.

pub(crate) mod file;
pub(crate) mod wire;

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::reach::settings::AgeBands;
use crate::reports::reach::asked::ReachRequest;
use crate::reports::reach::report::ReachReport;
use crate::reports::reach::service::recipient;
use crate::reports::reach::service::rows::{self, BehindRow};
use crate::web::{Answer, Api, ApiResult, List, Logged, Query, ServiceConfig};
use actix_web::get;
use chrono::NaiveDate;
use file::Format;
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;
use wire::ReachIn;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(report_reach).service(list_reach_rows);
}

/// Report reach
///
/// Of the children who live in the reach area: members, seen, in sustained contact; in total and
/// split, each figure with its share and words, or why there is none. As JSON, CSV, a workbook or a
/// PDF, for different readers. There is one `partner` and one `public` report for all their
/// readers, covering the whole organisation at the end of a quarter, as known two weeks later, so
/// that no two can be compared; the only options are that day and the rounding. The public report
/// is split by centre, decile, age band and target group. The partner report is also split by area,
/// but leaves out target groups of a special category. Both leave out counts of 1 to 4, and further
/// ones until each hidden count keeps at least two possible values for somebody who has both
/// reports. What cannot be protected within the time allowed by the reach settings is withheld, and
/// a note says so.
#[utoipa::path(tag = "reports", params(ReachIn),
    responses((status = 200, content(
        (ReachReport = "application/json"), (String = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "application/pdf")))))]
#[get("/reports/reach")]
async fn report_reach(api: Api, query: Query<ReachIn>) -> ApiResult {
    if query.read().is_ok_and(ReachIn::wants_file) {
        return api
            .read(Act::SeeReports, move |tx| {
                let asked = query.read()?;
                let format = Format::asked(asked.format.as_deref())?;
                let (report, logged) = given(tx, asked, format.as_str())?;
                Ok((file::file(&report, None, format)?, logged))
            })
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        let (report, logged) = given(tx, query.read()?, Format::Json.as_str())?;
        Ok((Answer::ok(report), logged))
    })
    .await
}

/// Makes the report for its recipient, and logs it.
pub(crate) fn given(tx: &mut Tx, asked: ReachIn, format: &str) -> Result<(ReachReport, Logged)> {
    let asked = asked.asked()?;
    let report = recipient::report(tx, &asked)?;
    let detail = json!({
        "profile": asked.profile,
        "format": format,
        "as_at": report.settings.as_at,
        "known_at": report.settings.known_at,
    });
    let id = asked.centre.map(|centre| centre.to_string()).unwrap_or_default();
    Ok((report, Logged { detail, ..Logged::of(Event::GiveReport, &id) }))
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CellIn {
    /// The figure: the table, the line's key and the measure, separated by dots, such as
    /// `area.E01006074.seen`; `whole.seen`, `members.seen` (of the members),
    /// `outside.unknown.members` and `quality.no_postcode` too.
    #[param(example = "whole.sustained")]
    pub cell: String,
    /// One centre and its reach area. Default: all your centres together.
    pub centre_id: Option<CentreId>,
    /// As at this day. Default: today.
    pub as_at: Option<NaiveDate>,
    /// As known at this moment. Default: now.
    pub known_at: Option<Moment>,
    /// The length of the window in months. Default: the organisation's setting.
    pub window_months: Option<u32>,
    /// Number of distinct contact days that count as sustained. Default: the organisation's
    /// setting.
    pub threshold: Option<usize>,
    /// The age bands. Default: the organisation's setting.
    pub bands: Option<AgeBands>,
}

impl CellIn {
    /// The report whose figure it is.
    pub(crate) fn asked(&self) -> ReachRequest {
        ReachRequest {
            centre: self.centre_id.clone(),
            as_at: self.as_at,
            known_at: self.known_at,
            window_months: self.window_months,
            threshold: self.threshold,
            age_bands: self.bands,
            ..ReachRequest::default()
        }
    }
}

/// List the children behind a figure
///
/// Children of restricted families are in the figure but not in the list; nor are those in a target
/// group only because an agency stated it. Reading is logged.
#[utoipa::path(tag = "reports", params(CellIn),
    responses((status = 200, body = List<BehindRow>)))]
#[get("/reports/reach/rows")]
async fn list_reach_rows(api: Api, query: Query<CellIn>) -> ApiResult {
    api.open(Act::SeeReachRows, move |tx| {
        let asked = query.read()?;
        let items = rows::behind(tx, &asked.asked(), &asked.cell)?;
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}
