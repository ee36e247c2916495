//! The report on workless households over REST.

use crate::access::Act;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reports::workless::WorklessReport;
use crate::reports::workless::service::{WorklessOf, report};
use crate::web::{Answer, Api, ApiResult, Query, ServiceConfig};
use actix_web::get;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(report_workless);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WorklessReportIn {
    /// The reach area of one centre. Default: of all your centres.
    pub centre_id: Option<CentreId>,
    /// As at this day. Default: today.
    pub as_at: Option<NaiveDate>,
    /// As known at this moment. Default: now.
    pub known_at: Option<Moment>,
}

/// Report workless households in sustained contact
///
/// Of those counted by a jobcentre in the reach area; see `POST /feeds/workless`.
#[utoipa::path(tag = "reports", params(WorklessReportIn),
    responses((status = 200, body = WorklessReport)))]
#[get("/reports/workless")]
async fn report_workless(api: Api, query: Query<WorklessReportIn>) -> ApiResult {
    api.read(Act::SeeReports, move |tx| {
        let WorklessReportIn { centre_id, as_at, known_at } = query.read()?;
        let of = WorklessOf { centre: centre_id, as_at, known_at };
        Ok(Answer::ok(report(tx, &of)?))
    })
    .await
}
