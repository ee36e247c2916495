//! The report on workless households over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reach::proportion::Words;
use crate::reports::reach::report::{Cell, WhyNot};
use crate::reports::workless::Households;
use crate::reports::workless::service::{WorklessOf, WorklessReport, report};
use crate::web::{Answer, Api, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_workless);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WorklessReportIn {
    /// The reach area of one centre. Default: of all your centres.
    pub centre_id: Option<CentreId>,
    /// As at this day. Default: today.
    pub as_at: Option<NaiveDate>,
    /// As known at this moment. Default: now.
    pub known_at: Option<Moment>,
}

/// Workless households in sustained contact, of those counted by a jobcentre.
#[derive(Serialize, ToSchema)]
pub struct WorklessReportOut {
    /// The centre of the reach area; left out for all your centres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// As at this day.
    pub as_at: NaiveDate,
    /// As known at this moment.
    pub known_at: Moment,
    /// The month of the baseline: the latest up to `as_at`. Left out if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-10")]
    pub baseline_month: Option<String>,
    /// The window's first day; its last is `as_at`.
    pub window_from: NaiveDate,
    /// Number of distinct days of direct contact with one child that count as sustained.
    pub threshold: usize,
    /// The style of the words for figures.
    #[schema(example = "Ofsted 2013-15 style")]
    pub words: String,
    /// All LSOAs in the baseline; without a baseline, the whole area.
    pub whole: WorklessLineOut,
    /// By LSOA.
    pub areas: Vec<WorklessLineOut>,
    /// How it is counted.
    pub notes: Vec<&'static str>,
}

/// Households of one area.
#[derive(Serialize, ToSchema)]
pub struct WorklessLineOut {
    /// The LSOA; left out for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lsoa: Option<String>,
    /// Workless households with a child under five, as counted by the jobcentre.
    pub baseline: Cell,
    /// Known here to be workless. Share of the baseline.
    pub known: Cell,
    /// With a child under five met directly in the window. Share of the baseline.
    pub seen: Cell,
    /// In sustained contact. Share of the baseline.
    pub sustained: Cell,
}

const NOTES: &[&str] = &[
    "Each household is counted once, in the LSOA it lives in. LSOAs missing from the baseline are \
     not in the whole.",
    "Sustained: a child under five of the household was met directly by a centre on enough \
     distinct days. Contact through universal services is not counted here.",
    "The baseline has no names: a household is known to be workless because that was stated for \
     it.",
];

impl WorklessLineOut {
    fn new(lsoa: Option<String>, line: &Households, covered: bool, words: &Words) -> Self {
        let baseline = Cell {
            n: line.baseline,
            why_not: line.baseline.is_none().then_some(WhyNot::NotAvailable),
            ..Cell::default()
        };
        let sustained = match covered {
            true => line.cell(&line.sustained, words),
            false => Cell { why_not: Some(WhyNot::WindowNotCovered), ..Cell::default() },
        };
        WorklessLineOut {
            lsoa,
            baseline,
            known: line.cell(&line.known, words),
            seen: line.cell(&line.seen, words),
            sustained,
        }
    }
}

impl From<WorklessReport> for WorklessReportOut {
    fn from(report: WorklessReport) -> WorklessReportOut {
        let line = |lsoa, line: &Households| {
            WorklessLineOut::new(lsoa, line, report.covered, &report.words)
        };
        WorklessReportOut {
            whole: line(None, &report.whole),
            areas: report.lines.iter().map(|(code, of)| line(Some(code.to_string()), of)).collect(),
            centre_id: report.centre,
            as_at: report.as_at,
            known_at: report.known_at,
            baseline_month: report.baseline_month.map(|month| month.format("%Y-%m").to_string()),
            window_from: report.measure.first_day(report.as_at),
            threshold: report.measure.threshold,
            words: report.words.label.clone(),
            notes: NOTES.to_vec(),
        }
    }
}

/// Report workless households in sustained contact
///
/// Of those counted by a jobcentre in the reach area; see `POST /feeds/workless`.
#[utoipa::path(tag = "reports", params(WorklessReportIn),
    responses((status = 200, body = WorklessReportOut)))]
#[get("/reports/workless")]
async fn report_workless(api: Api, query: Query<WorklessReportIn>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeReports, move |tx| {
        let WorklessReportIn { centre_id, as_at, known_at } = query.read()?;
        let of = WorklessOf { centre: centre_id, as_at, known_at };
        Ok(Answer::ok(WorklessReportOut::from(report(tx, &of)?)))
    })
    .await
}
