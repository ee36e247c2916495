//! Centres' costs over REST: entering them, and the cost per child.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reports::costs::pounds;
use crate::reports::costs::service::{self, CostLine, CostsOf, CostsReport};
use crate::reports::reach::report::WhyNot;
use crate::web::{Answer, Api, Download, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_costs);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CostsIn {
    /// Only this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// The first day. Default: the window in the reach settings, up to `to`.
    pub from: Option<NaiveDate>,
    /// The last day. Default: today.
    pub to: Option<NaiveDate>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

/// The cost per child.
#[derive(Serialize, ToSchema)]
pub struct CostsOut {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// When it was counted.
    pub counted_at: Moment,
    /// Number of distinct days of direct contact at the centre that count as sustained.
    pub threshold: usize,
    /// By centre.
    pub centres: Vec<CostLineOut>,
    /// All centres together; a child met at two centres counts once.
    pub whole: CostLineOut,
}

/// A centre's cost per child.
#[derive(Serialize, ToSchema)]
pub struct CostLineOut {
    /// The centre; left out for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// Its name.
    pub centre: String,
    /// The cost of the days as far as entered, in pence.
    pub pence: i64,
    /// Number of days with a cost entered.
    pub days_entered: i64,
    /// Number of days in total.
    pub days: i64,
    /// Distinct children met directly, wherever they live; without guests.
    pub children_seen: u64,
    /// Visits by guests' children, in no other figure: it is unknown whether the same child came
    /// again.
    pub guest_visits: u64,
    /// Of those, children met on at least the threshold number of days.
    pub sustained: u64,
    /// Per child seen.
    pub per_child_seen: AmountOut,
    /// Per child in sustained contact.
    pub per_sustained_contact: AmountOut,
}

/// An amount, or why there is none.
#[derive(Serialize, ToSchema)]
pub struct AmountOut {
    /// In pence, halves rounded up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pence: Option<i64>,
    /// The same as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "£412.07")]
    pub text: Option<String>,
    /// `not_available`: the cost of some days is not entered. `not_applicable`: there is no such
    /// child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<WhyNot>,
}

impl CostLineOut {
    fn new(line: CostLine, threshold: usize) -> CostLineOut {
        let (seen, sustained) = (line.met.children(), line.met.sustained(threshold));
        let amount = |number| {
            let pence = line.cost.each(number);
            let why_not = match pence {
                Some(_) => None,
                None if line.cost.is_whole() => Some(WhyNot::NotApplicable),
                None => Some(WhyNot::NotAvailable),
            };
            AmountOut { pence, text: pence.map(pounds), why_not }
        };
        CostLineOut {
            per_child_seen: amount(seen),
            per_sustained_contact: amount(sustained),
            pence: line.cost.pence,
            days_entered: line.cost.days_known,
            days: line.cost.days,
            children_seen: seen,
            guest_visits: line.met.guest_visits,
            sustained,
            centre: line.centre.as_ref().map_or("All", |centre| &centre.name).to_owned(),
            centre_id: line.centre.map(|centre| centre.id),
        }
    }
}

impl From<CostsReport> for CostsOut {
    fn from(report: CostsReport) -> CostsOut {
        let line = |line| CostLineOut::new(line, report.threshold);
        CostsOut {
            from: report.from,
            to: report.to,
            counted_at: report.known_at,
            threshold: report.threshold,
            centres: report.lines.into_iter().map(line).collect(),
            whole: line(report.whole),
        }
    }
}

impl CostsIn {
    fn command(self) -> CostsOf {
        CostsOf { centre: self.centre_id, from: self.from, to: self.to }
    }
}

/// Report the cost per child seen and per sustained contact
///
/// Needs a centre's costs entered for every day. JSON, or CSV with `Accept: text/csv` or
/// `format=csv`.
#[utoipa::path(tag = "reports", params(CostsIn),
    responses((status = 200, content((CostsOut = "application/json"), (String = "text/csv")))))]
#[get("/reports/costs")]
async fn report_costs(api: Api, query: Query<CostsIn>) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .download(Act::SeeReports, move |tx| {
                table(&service::report(tx, &query.read()?.command())?.into())
            })
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        Ok(Answer::ok(CostsOut::from(service::report(tx, &query.read()?.command())?)))
    })
    .await
}

fn table(report: &CostsOut) -> Result<Download, Fault> {
    let amount = |amount: &AmountOut| amount.pence.map(|pence| pence.to_string());
    let row = |line: &CostLineOut| {
        vec![
            report.from.to_string(),
            report.to.to_string(),
            line.centre.clone(),
            line.pence.to_string(),
            line.days_entered.to_string(),
            line.days.to_string(),
            line.children_seen.to_string(),
            line.guest_visits.to_string(),
            line.sustained.to_string(),
            amount(&line.per_child_seen).unwrap_or_default(),
            amount(&line.per_sustained_contact).unwrap_or_default(),
        ]
    };
    let mut rows: Vec<_> = report.centres.iter().map(row).collect();
    rows.push(row(&report.whole));
    let headings = [
        "from",
        "to",
        "centre",
        "pence",
        "days_entered",
        "days",
        "children_seen",
        "guest_visits",
        "sustained",
        "pence_per_child_seen",
        "pence_per_sustained_contact",
    ];
    Download::csv("costs.csv", &headings, &rows)
}
