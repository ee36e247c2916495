//! The members report over REST, as JSON and as CSV.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reports::members::service::{MembersOf, MembersReport, report};
use crate::reports::members::{MemberFigures, MembersBy};
use crate::web::{Answer, Api, Download, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_members);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MembersIn {
    /// Only families with this home centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// As at this day. Default: today.
    pub as_at: Option<NaiveDate>,
    /// What to split by, separated by commas: `centre`, `area`, `age`, `month`, `channel`. Default:
    /// `centre`.
    #[param(example = "centre,age")]
    pub by: Option<String>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

/// Members on a day.
#[derive(Serialize, ToSchema)]
pub struct MembersOut {
    /// As at this day.
    pub as_at: NaiveDate,
    /// When it was counted.
    pub counted_at: Moment,
    /// What it is split by.
    pub by: Vec<MembersBy>,
    /// By group. A family with children of two ages is in both groups; the total counts it once.
    pub groups: Vec<MemberGroupOut>,
    /// The total; everybody counts once.
    pub total: MemberFiguresOut,
}

/// One group's members.
#[derive(Serialize, ToSchema)]
pub struct MemberGroupOut {
    /// The group's value for each split. `none` if unknown; an area is a 2021 LSOA, or the postcode
    /// district.
    #[schema(example = json!({"centre": "0198c0d27f3a7d0e9d1c2b3a4f5e6d7c", "age": "2"}))]
    pub group: BTreeMap<String, String>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: MemberFiguresOut,
}

/// The counts; everybody counts once. Families that are only listed are counted separately.
#[derive(Serialize, ToSchema)]
pub struct MemberFiguresOut {
    /// Families that are members.
    pub member_families: usize,
    /// Families known only from a feed and not told yet.
    pub listed_families: usize,
    /// Children of members, including expected ones.
    pub member_children: usize,
    /// Children of listed families who are not also a member's.
    pub listed_children: usize,
}

impl From<MemberFigures> for MemberFiguresOut {
    fn from(figures: MemberFigures) -> MemberFiguresOut {
        MemberFiguresOut {
            member_families: figures.member_families,
            listed_families: figures.listed_families,
            member_children: figures.member_children,
            listed_children: figures.listed_children,
        }
    }
}

impl MembersIn {
    fn command(self) -> Result<MembersOf, Fault> {
        let mut by = Vec::new();
        for word in self.by.as_deref().unwrap_or("centre").split(',').map(str::trim) {
            let known =
                MembersBy::parse(word).filter(|known| !by.contains(known)).ok_or_else(|| {
                    Fault::invalid(
                        "/by",
                        "Use each of centre, area, age, month, channel at most once.",
                    )
                })?;
            by.push(known);
        }
        Ok(MembersOf { centre: self.centre_id, as_at: self.as_at, by })
    }
}

impl From<MembersReport> for MembersOut {
    fn from(report: MembersReport) -> MembersOut {
        let by = &report.by;
        let group = |(cells, figures): (Vec<String>, MemberFigures)| MemberGroupOut {
            group: by.iter().map(|by| by.as_str().to_owned()).zip(cells).collect(),
            figures: figures.into(),
        };
        MembersOut {
            as_at: report.as_at,
            counted_at: report.counted_at,
            groups: report.table.groups.into_iter().map(group).collect(),
            total: report.table.total.into(),
            by: report.by,
        }
    }
}

/// Report members
///
/// Families and children, listed and with a card separately, each counted once. JSON, or CSV with
/// `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(MembersIn),
    responses((status = 200, content(
        (MembersOut = "application/json"), (String = "text/csv")))))]
#[get("/reports/members")]
async fn report_members(api: Api, query: Query<MembersIn>) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .download(Act::SeeReports, move |tx| table(&report(tx, &query.read()?.command()?)?))
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        Ok(Answer::ok(MembersOut::from(report(tx, &query.read()?.command()?)?)))
    })
    .await
}

fn table(report: &MembersReport) -> Result<Download, Fault> {
    let mut headings = vec!["as_at"];
    headings.extend(report.by.iter().map(MembersBy::as_str));
    headings.extend(["member_families", "listed_families", "member_children", "listed_children"]);
    let row = |cells: &[String], figures: &MemberFigures| {
        let numbers = [
            figures.member_families,
            figures.listed_families,
            figures.member_children,
            figures.listed_children,
        ];
        let mut row = vec![report.as_at.to_string()];
        row.extend(cells.iter().cloned());
        row.extend(numbers.map(|number| number.to_string()));
        row
    };
    let mut rows: Vec<_> =
        report.table.groups.iter().map(|(cells, figures)| row(cells, figures)).collect();
    let mut all = vec![String::new(); report.by.len()];
    if let Some(first) = all.first_mut() {
        "total".clone_into(first);
    }
    rows.push(row(&all, &report.table.total));
    Download::csv("members.csv", &headings, &rows)
}
