//! The report on settings without direct support, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, PartnerId};
use crate::reports::unsupported_settings;
use crate::reports::unsupported_settings::service::{Unsupported, UnsupportedReport};
use crate::web::{Answer, Api, Download, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_unsupported_settings);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UnsupportedIn {
    /// Support by this centre only. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// Without support for this many months, 1 to 60. Default: 12.
    #[param(minimum = 1, maximum = 60, example = 12)]
    pub months: Option<u32>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

impl UnsupportedIn {
    fn command(&self) -> Unsupported {
        Unsupported { centre: self.centre_id.clone(), months: self.months }
    }
}

/// Settings without recent direct support.
#[derive(Serialize, ToSchema)]
pub struct UnsupportedOut {
    /// As at this day.
    pub as_at: NaiveDate,
    /// The length of the period, in months.
    pub months: u32,
    /// No support on or after this day.
    pub since: NaiveDate,
    /// The total number of settings.
    pub settings: usize,
    /// Those without support, by name.
    pub without_support: Vec<UnsupportedSettingOut>,
}

/// A setting without direct support.
#[derive(Serialize, ToSchema)]
pub struct UnsupportedSettingOut {
    /// The setting.
    pub partner_id: PartnerId,
    /// Its name.
    pub setting: String,
    /// When it last had support; `null`: never, as far as known.
    pub last_support_on: Option<NaiveDate>,
    /// Children known to have a place in it: in reach they are "not yet evidenced".
    pub children: usize,
}

impl From<UnsupportedReport> for UnsupportedOut {
    fn from(report: UnsupportedReport) -> UnsupportedOut {
        let without = report.without_support.into_iter();
        let without_support = without.map(|setting| UnsupportedSettingOut {
            partner_id: setting.partner.id,
            setting: setting.partner.name,
            last_support_on: setting.last_support_on,
            children: setting.children,
        });
        UnsupportedOut {
            as_at: report.as_at,
            months: report.months,
            since: report.since,
            settings: report.settings,
            without_support: without_support.collect(),
        }
    }
}

/// Report settings without direct support in 12 months
///
/// JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(UnsupportedIn),
    responses((status = 200, content(
        (UnsupportedOut = "application/json"), (String = "text/csv")))))]
#[get("/reports/unsupported-settings")]
async fn report_unsupported_settings(
    api: Api,
    query: Query<UnsupportedIn>,
) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .download(Act::SeeReports, move |tx| {
                table(&unsupported_settings::service::report(tx, &query.read()?.command())?.into())
            })
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        let report = unsupported_settings::service::report(tx, &query.read()?.command())?;
        Ok(Answer::ok(UnsupportedOut::from(report)))
    })
    .await
}

fn table(report: &UnsupportedOut) -> Result<Download, Fault> {
    let row = |one: &UnsupportedSettingOut| {
        let last = one.last_support_on.map(|day| day.to_string()).unwrap_or_default();
        vec![report.since.to_string(), one.setting.clone(), last, one.children.to_string()]
    };
    let rows: Vec<Vec<String>> = report.without_support.iter().map(row).collect();
    let headings = ["no_support_since", "setting", "last_support_on", "children"];
    Download::csv("unsupported-settings.csv", &headings, &rows)
}
