//! The report on partners over REST: JSON, or a table.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::PartnerId;
use crate::base::moment::Moment;
use crate::partners::PartnerKind;
use crate::reports::partners::service::{self, PartnersScope};
use crate::reports::partners::{Month, PartnerReport};
use crate::web::{Answer, Api, Download, List, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_partners);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct PartnersQuery {
    /// Only this partner.
    partner_id: Option<PartnerId>,
    /// From the month of this day. Default: twelve months.
    from: Option<NaiveDate>,
    /// Up to this day. Default: today.
    to: Option<NaiveDate>,
    /// `csv` for a table with one line per partner and month. `Accept: text/csv` does the same.
    #[param(example = "json")]
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    format: Option<String>,
}

/// What a partner brought, compared with what was agreed.
#[derive(Serialize, ToSchema)]
pub struct PartnerReportOut {
    /// The partner.
    pub partner_id: PartnerId,
    /// Its name.
    #[schema(example = "Trafford health visitors")]
    pub name: String,
    /// The kind of partner.
    pub kind: PartnerKind,
    /// The last day of the current agreement to register members; `null`: there is none.
    pub agreed_until: Option<NaiveDate>,
    /// When its last feed was processed.
    pub last_feed_at: Option<Moment>,
    /// When the next is due, if the agreement says how often.
    pub feed_due_on: Option<NaiveDate>,
    /// Whether that day has passed.
    pub feed_overdue: bool,
    /// By month.
    pub months: Vec<PartnerMonthOut>,
}

/// One month of a partner.
#[derive(Serialize, ToSchema)]
pub struct PartnerMonthOut {
    /// `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// Families it brought in the month, through its staff and its feeds.
    pub registered: i64,
    /// Of these, still listed: known from a feed and not told yet.
    pub listed: i64,
    /// Of these, members now.
    pub members: i64,
    /// Membership cards it agreed to hand out in a month.
    pub agreed: Option<i32>,
}

impl From<Month> for PartnerMonthOut {
    fn from(row: Month) -> PartnerMonthOut {
        PartnerMonthOut {
            month: row.month.format("%Y-%m").to_string(),
            registered: row.registered,
            listed: row.listed,
            members: row.members,
            agreed: row.agreed,
        }
    }
}

impl From<PartnerReport> for PartnerReportOut {
    fn from(row: PartnerReport) -> PartnerReportOut {
        PartnerReportOut {
            partner_id: row.partner_id,
            name: row.name,
            kind: row.kind,
            agreed_until: row.agreed_until,
            last_feed_at: row.last_feed_at,
            feed_due_on: row.feed_due_on,
            feed_overdue: row.feed_overdue,
            months: row.months.into_iter().map(PartnerMonthOut::from).collect(),
        }
    }
}

const COLUMNS: [&str; 12] = [
    "partner_id",
    "partner",
    "kind",
    "agreed_until",
    "last_feed_at",
    "feed_due_on",
    "feed_overdue",
    "month",
    "registered",
    "listed",
    "members",
    "agreed",
];

fn table(reports: &[PartnerReport]) -> Result<Download, Fault> {
    let said = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut rows = Vec::new();
    for report in reports {
        for month in &report.months {
            rows.push(vec![
                report.partner_id.to_string(),
                report.name.clone(),
                report.kind.as_str().to_owned(),
                said(report.agreed_until),
                report.last_feed_at.map(|at| at.to_string()).unwrap_or_default(),
                said(report.feed_due_on),
                report.feed_overdue.to_string(),
                month.month.format("%Y-%m").to_string(),
                month.registered.to_string(),
                month.listed.to_string(),
                month.members.to_string(),
                month.agreed.map(|cards| cards.to_string()).unwrap_or_default(),
            ]);
        }
    }
    Download::csv("partners.csv", &COLUMNS, &rows)
}

/// Report what partners brought
///
/// For each partner: members registered by month compared with the number agreed, its last feed,
/// and whether the next is overdue.
#[utoipa::path(tag = "reports", params(PartnersQuery),
    responses((status = 200, content(
        (List<PartnerReportOut> = "application/json"),
        (String = "text/csv"),
    ))))]
#[get("/reports/partners")]
async fn report_partners(api: Api, query: Query<PartnersQuery>) -> Result<HttpResponse, Fault> {
    let wanted = move || {
        let PartnersQuery { partner_id, from, to, .. } = query.read()?;
        Ok::<_, Fault>(PartnersScope { partner: partner_id, from, to })
    };
    if api.wants_csv() {
        let report = move |tx: &mut crate::db::Tx| table(&service::report(tx, &wanted()?)?);
        return api.download(Act::SeePartnerReports, report).await;
    }
    api.read(Act::SeePartnerReports, move |tx| {
        let items = service::report(tx, &wanted()?)?;
        let items = items.into_iter().map(PartnerReportOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}
