//! The report on families without a contact, over REST.

use super::children_not_met::{TABLE, follow_up_list};
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::families::follow_up::{HEADINGS, ToRing};
use crate::membership::number::Number;
use crate::reports::no_contact;
use crate::reports::no_contact::Quiet;
use crate::reports::no_contact::service::{NoContact, NoContactReport, QuietFamily};
use crate::web::{Answer, Api, Download, List, Logged, Paging, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_no_contact).service(list_no_contact);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct NoContactIn {
    /// Only this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// Only families with this target group, stated for them or one of their children.
    pub group: Option<String>,
    /// Without a contact for this many months, 1 to 60. Default: 12.
    #[param(minimum = 1, maximum = 60, example = 12)]
    pub months: Option<u32>,
    /// The page size, 1 to 500 families. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

impl NoContactIn {
    fn command(&self) -> NoContact {
        let centre = self.centre_id.clone();
        NoContact { centre, months: self.months, group: self.group.clone() }
    }
}

/// Members without a contact.
#[derive(Serialize, ToSchema)]
pub struct NoContactOut {
    /// When it was counted.
    pub as_at: Moment,
    /// The length of the period, in months.
    pub months: u32,
    /// No contact on or after this day.
    pub since: NaiveDate,
    /// What counts as a contact: `direct`, which means a kind that counts as direct (`GET
    /// /contact-kinds`), and the day a family was met.
    #[schema(example = "direct")]
    pub contact: &'static str,
    /// By home centre.
    pub centres: Vec<QuietCentreOut>,
    /// By stated target group. A family may be in several, so they do not add up.
    pub groups: Vec<QuietGroupOut>,
    /// Distinct families.
    pub total: QuietOut,
}

/// How many.
#[derive(Serialize, ToSchema)]
pub struct QuietOut {
    /// Families with a membership, including listed ones.
    pub members: u64,
    /// Those without a contact.
    pub without_contact: u64,
}

impl From<Quiet> for QuietOut {
    fn from(quiet: Quiet) -> QuietOut {
        QuietOut { members: quiet.members, without_contact: quiet.without_contact }
    }
}

/// One centre.
#[derive(Serialize, ToSchema)]
pub struct QuietCentreOut {
    /// The centre; `null` for families without a home centre.
    pub centre_id: Option<CentreId>,
    /// Its name.
    pub centre: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: QuietOut,
}

/// One target group.
#[derive(Serialize, ToSchema)]
pub struct QuietGroupOut {
    /// Its code.
    pub group: String,
    /// Its name.
    pub label: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: QuietOut,
}

impl From<NoContactReport> for NoContactOut {
    fn from(report: NoContactReport) -> NoContactOut {
        let name = |id: &Option<CentreId>| {
            id.as_ref().and_then(|id| report.centre_names.get(id)).cloned().unwrap_or_default()
        };
        let mut centres: Vec<QuietCentreOut> = report
            .counted
            .centres
            .iter()
            .map(|(id, quiet)| QuietCentreOut {
                centre_id: id.clone(),
                centre: name(id),
                figures: (*quiet).into(),
            })
            .collect();
        centres.sort_by(|one, other| one.centre.cmp(&other.centre));
        let groups = report.counted.groups.iter().map(|(code, quiet)| QuietGroupOut {
            group: code.clone(),
            label: report.labels.get(code).cloned().unwrap_or_default(),
            figures: (*quiet).into(),
        });
        NoContactOut {
            as_at: report.as_at,
            months: report.months,
            since: report.since,
            contact: "direct",
            centres,
            groups: groups.collect(),
            total: report.counted.total.into(),
        }
    }
}

/// Report families without a contact in 12 months
///
/// By home centre and by target group. JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(NoContactIn),
    responses((status = 200, content(
        (NoContactOut = "application/json"), (String = "text/csv")))))]
#[get("/reports/no-contact")]
async fn report_no_contact(api: Api, query: Query<NoContactIn>) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .download(Act::SeeReports, move |tx| {
                table(&no_contact::service::report(tx, &query.read()?.command())?.into())
            })
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        let report = no_contact::service::report(tx, &query.read()?.command())?;
        Ok(Answer::ok(NoContactOut::from(report)))
    })
    .await
}

fn table(report: &NoContactOut) -> Result<Download, Fault> {
    let row = |by: &str, name: &str, figures: &QuietOut| {
        let numbers = [figures.members, figures.without_contact].map(|number| number.to_string());
        let mut cells = vec![report.since.to_string(), by.to_owned(), name.to_owned()];
        cells.extend(numbers);
        cells
    };
    let mut rows = Vec::new();
    rows.extend(report.centres.iter().map(|one| row("centre", &one.centre, &one.figures)));
    rows.extend(report.groups.iter().map(|one| row("group", &one.label, &one.figures)));
    rows.push(row("total", "", &report.total));
    let headings = ["no_contact_since", "by", "name", "members", "without_contact"];
    Download::csv("no-contact.csv", &headings, &rows)
}

/// A family without a contact.
#[derive(Serialize, ToSchema)]
pub struct QuietFamilyOut {
    /// The family.
    pub family_id: FamilyId,
    /// Its membership number.
    #[schema(value_type = String)]
    pub number: Number,
    /// Its home centre.
    pub centre_id: Option<CentreId>,
    /// When somebody last met it; `null` if it is known only from a feed.
    pub last_contact_on: Option<NaiveDate>,
    /// Who to call; left out if you may not open its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_ring: Option<ToRing>,
}

impl From<QuietFamily> for QuietFamilyOut {
    fn from(quiet: QuietFamily) -> QuietFamilyOut {
        QuietFamilyOut {
            family_id: quiet.known.family,
            number: quiet.known.number,
            centre_id: quiet.known.centre,
            last_contact_on: quiet.last_contact_on,
            to_ring: quiet.to_ring,
        }
    }
}

/// List families without a contact in 12 months
///
/// For a call or a visit: includes names, ages and telephone numbers if you may open the file.
/// Restricted records are counted in the report but not listed. The log records each family listed.
/// JSON, or CSV with `Accept: text/csv` or `format=csv`, which is not paged.
#[utoipa::path(tag = "reports", params(NoContactIn),
    responses((status = 200, content(
        (List<QuietFamilyOut> = "application/json"), (String = "text/csv")))))]
#[get("/reports/no-contact/families")]
async fn list_no_contact(api: Api, query: Query<NoContactIn>) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .look_download(Act::SeeReports, move |tx| {
                let found = no_contact::service::families(tx, &query.read()?.command(), "", TABLE)?;
                let logged = listed(&found);
                Ok((families_table(found)?, logged))
            })
            .await;
    }
    api.look(Act::SeeReports, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: query.after.clone() };
        let after = query.after.as_deref().unwrap_or_default();
        let rows = paging.limit() + 1;
        let found = no_contact::service::families(tx, &query.command(), after, rows)?;
        let logged = listed(&found);
        let cursor = |quiet: &QuietFamily| quiet.known.family.to_string();
        Ok((Answer::ok(paging.page(found, cursor, QuietFamilyOut::from)), logged))
    })
    .await
}

fn listed(found: &[QuietFamily]) -> Logged {
    follow_up_list("no_contact", found.iter().map(|quiet| &quiet.known.family))
}

fn families_table(found: Vec<QuietFamily>) -> Result<Download, Fault> {
    let row = |quiet: QuietFamily| {
        let mut cells = vec![
            quiet.known.family.to_string(),
            quiet.known.number.to_string(),
            quiet.known.centre.map(|id| id.to_string()).unwrap_or_default(),
            quiet.last_contact_on.map(|day| day.to_string()).unwrap_or_default(),
        ];
        cells.extend(ToRing::cells(quiet.to_ring.as_ref()));
        cells
    };
    let rows: Vec<Vec<String>> = found.into_iter().map(row).collect();
    let mut headings = vec!["family_id", "number", "centre_id", "last_contact_on"];
    headings.extend(HEADINGS);
    Download::csv("no-contact-families.csv", &headings, &rows)
}
