//! Eligible two-year-olds and the offer, over REST.

use super::children_not_met::{follow_up_list, name};
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families::follow_up::{HEADINGS, ToRing};
use crate::reach::sustained::EarlyLearning;
use crate::reports::worklist;
use crate::reports::worklist::ListedChild;
use crate::reports::worklist::service::listed;
use crate::web::{Answer, Api, Download, Logged, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(report_two_year_olds);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TwoYearOldsIn {
    /// Only families with this home centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

/// Two-year-olds eligible for the funded offer.
#[derive(Serialize, ToSchema)]
pub struct TwoYearOldsOut {
    /// As at this day.
    pub as_at: NaiveDate,
    /// Two-year-olds stated to be in the group `eligible_two`.
    pub eligible: usize,
    /// Those in a funded place, including places for working families.
    pub in_a_place: usize,
    /// Those to follow up, including restricted records.
    pub to_follow_up: usize,
    /// The children to follow up, without restricted records.
    pub children: Vec<FollowUpOut>,
}

/// A two-year-old who has not taken up the funded place.
#[derive(Serialize, ToSchema)]
pub struct FollowUpOut {
    /// The child.
    pub child_id: ChildId,
    /// The family it lives with.
    pub family_id: FamilyId,
    /// That family's home centre.
    pub centre_id: Option<CentreId>,
    /// Completed months of age.
    pub age_months: u32,
    /// Where it is now: `nowhere` known, or in a place its parents pay for.
    pub early_learning: EarlyLearning,
    /// Its name; left out if you may not open the family's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who to call; left out in the same case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_ring: Option<ToRing>,
}

/// Report eligible two-year-olds without their funded place
///
/// Includes names, ages and telephone numbers if you may open the file. The log records each family
/// listed. JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(TwoYearOldsIn),
    responses((status = 200, content(
        (TwoYearOldsOut = "application/json"), (String = "text/csv")))))]
#[get("/reports/two-year-olds")]
async fn report_two_year_olds(
    api: Api,
    query: Query<TwoYearOldsIn>,
) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .look_download(Act::SeeReports, move |tx| {
                let report = two_year_olds(tx, &query.read()?)?;
                Ok((two_year_table(&report)?, listed_two(&report)))
            })
            .await;
    }
    api.look(Act::SeeReports, move |tx| {
        let report = two_year_olds(tx, &query.read()?)?;
        let logged = listed_two(&report);
        Ok((Answer::ok(report), logged))
    })
    .await
}

fn listed_two(report: &TwoYearOldsOut) -> Logged {
    follow_up_list("two_year_olds", report.children.iter().map(|one| &one.family_id))
}

fn two_year_olds(tx: &mut Tx, query: &TwoYearOldsIn) -> Result<TwoYearOldsOut, Fault> {
    let (as_at, found) = worklist::service::two_year_olds(tx, query.centre_id.as_ref())?;
    let to_ring = worklist::service::to_ring(tx, listed(&found).map(|(child, _)| child))?;
    Ok(TwoYearOldsOut {
        as_at,
        eligible: found.eligible,
        in_a_place: found.eligible - found.to_follow_up.len(),
        to_follow_up: found.to_follow_up.len(),
        children: listed(&found).map(|one| follow_up(one, &to_ring)).collect(),
    })
}

fn follow_up(
    (child, early_learning): &(ListedChild, EarlyLearning),
    to_ring: &HashMap<FamilyId, ToRing>,
) -> FollowUpOut {
    let of = to_ring.get(&child.family);
    FollowUpOut {
        name: name(child, of),
        to_ring: of.cloned(),
        child_id: child.id.clone(),
        family_id: child.family.clone(),
        centre_id: child.centre.clone(),
        age_months: child.age_months,
        early_learning: *early_learning,
    }
}

fn two_year_table(report: &TwoYearOldsOut) -> Result<Download, Fault> {
    let row = |one: &FollowUpOut| {
        let mut cells = vec![
            one.child_id.to_string(),
            one.name.clone().unwrap_or_default(),
            one.family_id.to_string(),
            one.centre_id.as_ref().map(ToString::to_string).unwrap_or_default(),
            one.age_months.to_string(),
            one.early_learning.as_str().to_owned(),
        ];
        cells.extend(ToRing::cells(one.to_ring.as_ref()));
        cells
    };
    let rows: Vec<Vec<String>> = report.children.iter().map(row).collect();
    let mut headings =
        vec!["child_id", "name", "family_id", "centre_id", "age_months", "early_learning"];
    headings.extend(HEADINGS);
    let families = report.children.iter().map(|one| one.family_id.clone());
    Ok(Download::csv("two-year-olds.csv", &headings, &rows)?.of(families))
}
