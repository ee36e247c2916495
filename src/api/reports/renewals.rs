//! The report on renewals over REST, as JSON and as CSV.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reports::renewals::RenewalFigures;
use crate::reports::renewals::service::{RenewalsOf, RenewalsReport, report};
use crate::web::{Answer, Api, Download, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_renewals);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RenewalsIn {
    /// Only this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// Birthdays from this day on. Default: the last twelve months, from the first of a month.
    pub from: Option<NaiveDate>,
    /// Up to this day, which may be in the future. Default: today.
    pub to: Option<NaiveDate>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

/// Renewals in a period and how their cards were sent.
#[derive(Serialize, ToSchema)]
pub struct RenewalsOut {
    /// Birthdays from this day on.
    pub from: NaiveDate,
    /// Up to this day.
    pub to: NaiveDate,
    /// When it was counted.
    pub as_at: Moment,
    /// By home centre.
    pub centres: Vec<CentreRenewalsOut>,
    /// The total.
    pub total: RenewalFiguresOut,
}

/// One centre's renewals.
#[derive(Serialize, ToSchema)]
pub struct CentreRenewalsOut {
    /// The centre; `null` for families without a home centre.
    pub centre_id: Option<CentreId>,
    /// Its name.
    pub centre: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: RenewalFiguresOut,
}

/// How many.
#[derive(Serialize, ToSchema)]
pub struct RenewalFiguresOut {
    /// Birthdays up to four that renew a membership: each child in each member household.
    pub due: u64,
    /// Memberships renewed.
    pub done: u64,
    /// Not renewed yet: late, or in the future.
    pub not_done: u64,
    /// Cards that reached nobody: no channel, or undeliverable.
    pub failed: u64,
    /// Of these, cards without consent for messages and without post.
    pub no_channel: u64,
    /// Of these, messages given up after the last try.
    pub undelivered: u64,
    /// Cards by channel. A child gets one, even if both its households renew.
    pub cards: CardsOut,
    /// Paper cards marked as printed.
    pub printed: u64,
    /// Memberships that ended with the last child's fifth birthday.
    pub farewells: u64,
}

/// Cards by channel.
#[derive(Serialize, ToSchema)]
pub struct CardsOut {
    /// By e-mail.
    pub email: u64,
    /// By text.
    pub text: u64,
    /// On paper.
    pub print: u64,
    /// None, whatever the reason.
    pub none: u64,
}

impl From<&RenewalFigures> for RenewalFiguresOut {
    fn from(figures: &RenewalFigures) -> RenewalFiguresOut {
        RenewalFiguresOut {
            due: figures.due,
            done: figures.done,
            not_done: figures.due.saturating_sub(figures.done),
            failed: figures.failed(),
            no_channel: figures.no_channel,
            undelivered: figures.undelivered,
            cards: CardsOut {
                email: figures.email,
                text: figures.text,
                print: figures.print,
                none: figures.none,
            },
            printed: figures.printed,
            farewells: figures.farewells,
        }
    }
}

impl From<RenewalsReport> for RenewalsOut {
    fn from(report: RenewalsReport) -> RenewalsOut {
        let centre = |(centre_id, centre, figures): &(Option<CentreId>, String, RenewalFigures)| {
            let (centre_id, centre) = (centre_id.clone(), centre.clone());
            CentreRenewalsOut { centre_id, centre, figures: figures.into() }
        };
        RenewalsOut {
            from: report.from,
            to: report.to,
            as_at: report.as_at,
            centres: report.centres.iter().map(centre).collect(),
            total: (&report.total).into(),
        }
    }
}

/// Report renewals due, done and failed
///
/// JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(RenewalsIn),
    responses((status = 200, content(
        (RenewalsOut = "application/json"), (String = "text/csv")))))]
#[get("/reports/renewals")]
async fn report_renewals(api: Api, query: Query<RenewalsIn>) -> Result<HttpResponse, Fault> {
    let of = move || {
        let RenewalsIn { centre_id, from, to, .. } = query.read()?;
        Ok::<_, Fault>(RenewalsOf { centre: centre_id, from, to })
    };
    if api.wants_csv() {
        return api.download(Act::SeeReports, move |tx| table(&report(tx, &of()?)?)).await;
    }
    api.read(Act::SeeReports, move |tx| Ok(Answer::ok(RenewalsOut::from(report(tx, &of()?)?))))
        .await
}

const HEADINGS: [&str; 14] = [
    "from",
    "to",
    "centre",
    "due",
    "done",
    "not_done",
    "failed",
    "no_channel",
    "undelivered",
    "email",
    "text",
    "print",
    "none",
    "printed",
];

fn table(report: &RenewalsReport) -> Result<Download, Fault> {
    let row = |centre: &str, figures: &RenewalFigures| {
        let numbers = [
            figures.due,
            figures.done,
            figures.due.saturating_sub(figures.done),
            figures.failed(),
            figures.no_channel,
            figures.undelivered,
            figures.email,
            figures.text,
            figures.print,
            figures.none,
            figures.printed,
        ];
        let mut cells = vec![report.from.to_string(), report.to.to_string(), centre.to_owned()];
        cells.extend(numbers.map(|number| number.to_string()));
        cells
    };
    let mut rows: Vec<_> =
        report.centres.iter().map(|(_, centre, figures)| row(centre, figures)).collect();
    rows.push(row("total", &report.total));
    Download::csv("renewals.csv", &HEADINGS, &rows)
}
