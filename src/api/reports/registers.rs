//! The report on registers over REST: JSON, or a table.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::reports::registers::RegistersDone;
use crate::reports::registers::service::{self, RegistersReport, RegistersScope};
use crate::web::{Answer, Api, Download, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_registers);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct RegistersReportIn {
    /// Only this centre. Default: all your centres.
    centre_id: Option<CentreId>,
    /// Sessions that ended on this day or later. Default: three months ago.
    from: Option<NaiveDate>,
    /// Up to this day. Default: today.
    to: Option<NaiveDate>,
    /// Complete within this many days counts as in time, 0 to 60. Default: the organisation's
    /// setting.
    #[param(minimum = 0, maximum = 60, example = 2)]
    days: Option<i32>,
    /// `csv` for a table with one line per centre. `Accept: text/csv` does the same.
    #[param(example = "json")]
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    format: Option<String>,
}

/// How soon registers were complete.
#[derive(Serialize, ToSchema)]
pub struct RegistersReportOut {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Complete within this many days counts as in time.
    pub days: i32,
    /// By centre.
    pub centres: Vec<CentreRegistersOut>,
    /// Together.
    pub total: RegistersDoneOut,
}

/// The registers of one centre.
#[derive(Serialize, ToSchema)]
pub struct CentreRegistersOut {
    /// The centre.
    pub centre_id: CentreId,
    /// Its name.
    pub centre: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: RegistersDoneOut,
}

/// How many registers.
#[derive(Serialize, ToSchema)]
pub struct RegistersDoneOut {
    /// Sessions that took place and have ended.
    pub held: u64,
    /// Complete in time.
    pub in_time: u64,
    /// Complete, but later.
    pub later: u64,
    /// Still open.
    pub open: u64,
    /// The share complete in time, in percent; `null` if there was no session.
    #[schema(example = "92.3")]
    pub percent: Option<String>,
}

impl From<RegistersDone> for RegistersDoneOut {
    fn from(done: RegistersDone) -> RegistersDoneOut {
        let percent = done.percent();
        let RegistersDone { held, in_time, later, open } = done;
        RegistersDoneOut { held, in_time, later, open, percent }
    }
}

impl From<RegistersReport> for RegistersReportOut {
    fn from(report: RegistersReport) -> RegistersReportOut {
        let centre = |one: service::AtCentre| CentreRegistersOut {
            centre_id: one.id,
            centre: one.name,
            figures: one.done.into(),
        };
        RegistersReportOut {
            from: report.from,
            to: report.to,
            days: report.days,
            centres: report.centres.into_iter().map(centre).collect(),
            total: report.total.into(),
        }
    }
}

const COLUMNS: [&str; 7] =
    ["centre_id", "centre", "held", "in_time", "later", "open", "percent_in_time"];

fn table(report: &RegistersReport) -> Result<Download, Fault> {
    let row = |one: &service::AtCentre| {
        let done = &one.done;
        let mut row = vec![one.id.to_string(), one.name.clone()];
        row.extend([done.held, done.in_time, done.later, done.open].map(|n| n.to_string()));
        row.push(done.percent().unwrap_or_default());
        row
    };
    let rows: Vec<Vec<String>> = report.centres.iter().map(row).collect();
    Download::csv("registers.csv", &COLUMNS, &rows)
}

/// Report how soon registers are complete
#[utoipa::path(tag = "reports", params(RegistersReportIn),
    responses((status = 200, content(
        (RegistersReportOut = "application/json"),
        (String = "text/csv"),
    ))))]
#[get("/reports/registers")]
async fn report_registers(
    api: Api,
    query: Query<RegistersReportIn>,
) -> Result<HttpResponse, Fault> {
    let wanted = move || {
        let RegistersReportIn { centre_id, from, to, days, .. } = query.read()?;
        Ok::<_, Fault>(RegistersScope { centre: centre_id, from, to, days })
    };
    if api.wants_csv() {
        let report = move |tx: &mut crate::db::Tx| table(&service::report(tx, &wanted()?)?);
        return api.download(Act::SeeReports, report).await;
    }
    api.read(Act::SeeReports, move |tx| {
        Ok(Answer::ok(RegistersReportOut::from(service::report(tx, &wanted()?)?)))
    })
    .await
}
