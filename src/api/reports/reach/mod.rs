//! The reach report over REST, and the children behind a figure.

pub(crate) mod file;
pub(crate) mod wire;

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::reports::reach::report::ReachReport;
use crate::reports::reach::service::recipient;
use crate::reports::reach::service::rows::{self, BehindRow};
use crate::web::{Answer, Api, List, Logged, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use file::Format;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use wire::ReachIn;

pub fn routes(config: &mut ServiceConfig) {
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
async fn report_reach(api: Api, query: Query<ReachIn>) -> Result<HttpResponse, Fault> {
    if query.read().is_ok_and(ReachIn::wants_file) {
        return api
            .look_download(Act::SeeReports, move |tx| {
                let asked = query.read()?;
                let format = Format::asked(asked.format.as_deref())?;
                let (report, logged) = given(tx, asked, format.as_str())?;
                Ok((file::file(&report, format)?, logged))
            })
            .await;
    }
    api.look(Act::SeeReports, move |tx| {
        let (report, logged) = given(tx, query.read()?, Format::Json.as_str())?;
        Ok((Answer::ok(report), logged))
    })
    .await
}

/// Makes the report for its recipient, and logs it.
pub fn given(tx: &mut Tx, asked: ReachIn, format: &str) -> Result<(ReachReport, Logged), Fault> {
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
pub struct CellIn {
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
    pub known_at: Option<crate::base::moment::Moment>,
    /// The length of the window in months. Default: the organisation's setting.
    pub window_months: Option<u32>,
    /// Number of distinct contact days that count as sustained. Default: the organisation's
    /// setting.
    pub threshold: Option<usize>,
    /// The age bands. Default: the organisation's setting.
    pub bands: Option<crate::reach::settings::AgeBands>,
}

impl CellIn {
    pub fn report(&self) -> ReachIn {
        ReachIn {
            centre_id: self.centre_id.clone(),
            as_at: self.as_at,
            known_at: self.known_at,
            window_months: self.window_months,
            threshold: self.threshold,
            by: None,
            bands: self.bands,
            trend: None,
            profile: None,
            rounding: None,
            format: None,
        }
    }
}

/// A child behind a figure.
#[derive(Serialize, ToSchema)]
pub struct BehindOut {
    /// The child.
    pub child_id: ChildId,
    /// Its home household.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_id: Option<FamilyId>,
    /// Its name; left out if you may not open the family's record, or it was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Completed months on the report's day.
    pub age_months: u32,
    /// Its household's home centre.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// The LSOA it lived in, if in the area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lsoa: Option<String>,
    /// A member with a card.
    pub member: bool,
    /// Listed only.
    pub listed: bool,
    /// Distinct days of direct contact in the window.
    pub days: usize,
    /// The first direct contact ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_seen_on: Option<NaiveDate>,
    /// In sustained contact directly.
    pub sustained_direct: bool,
    /// In sustained contact through a universal service.
    pub sustained_universal: bool,
}

impl From<BehindRow> for BehindOut {
    fn from(row: BehindRow) -> BehindOut {
        BehindOut {
            child_id: row.child,
            family_id: row.family,
            name: row.name,
            age_months: row.age_months,
            centre_id: row.centre,
            lsoa: row.lsoa,
            member: row.judged.member,
            listed: row.judged.listed,
            days: row.days,
            first_seen_on: row.first_day,
            sustained_direct: row.judged.contact.direct,
            sustained_universal: row.judged.contact.universal.is_some(),
        }
    }
}

/// List the children behind a figure
///
/// Children of restricted families are in the figure but not in the list; nor are those in a target
/// group only because an agency stated it. Reading is logged.
#[utoipa::path(tag = "reports", params(CellIn),
    responses((status = 200, body = List<BehindOut>)))]
#[get("/reports/reach/rows")]
async fn list_reach_rows(api: Api, query: Query<CellIn>) -> Result<HttpResponse, Fault> {
    api.open(Act::SeeReachRows, move |tx| {
        let asked = query.read()?;
        let rows = rows::behind(tx, &asked.report().asked()?, &asked.cell)?;
        let items = rows.into_iter().map(BehindOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}
