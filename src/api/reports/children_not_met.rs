//! The lists of children not met and of two-year-olds without their funded place, over REST.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::families::follow_up::{HEADINGS, ToRing};
use crate::reports::worklist;
use crate::reports::worklist::service::{FollowUpScope, NotMet};
use crate::reports::worklist::{ListedChild, NotMetReason};
use crate::web::{Answer, Api, Download, List, Logged, Paging, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// The largest number of rows in a table.
pub const TABLE: usize = 10_000;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_children_not_met);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct NotMetIn {
    /// Only families with this home centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// Not met for this many months, 1 to 60. Default: 12.
    #[param(minimum = 1, maximum = 60, example = 12)]
    pub months: Option<u32>,
    /// The page size, 1 to 500. Default: 100. A table is not paged.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
    /// `csv` for a table.
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    pub format: Option<String>,
}

impl NotMetIn {
    fn asked(&self, rows: usize) -> FollowUpScope {
        let after = self.after.clone().unwrap_or_default();
        FollowUpScope { centre: self.centre_id.clone(), months: self.months, after, rows }
    }
}

/// A child that the centre has not met.
#[derive(Serialize, ToSchema)]
pub struct NotMetOut {
    /// The child.
    pub child_id: ChildId,
    /// The family it lives with.
    pub family_id: FamilyId,
    /// That family's home centre.
    pub centre_id: Option<CentreId>,
    /// Completed months of age.
    pub age_months: u32,
    /// Why it is on the list.
    pub why: Vec<NotMetReason>,
    /// When it was last met; `null`: never, as far as known.
    pub last_contact_on: Option<NaiveDate>,
    /// Its name; left out if you may not open the family's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who to call; left out in the same case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_ring: Option<ToRing>,
}

impl From<NotMet> for NotMetOut {
    fn from(one: NotMet) -> NotMetOut {
        NotMetOut {
            name: name(&one.child, one.to_ring.as_ref()),
            child_id: one.child.id,
            family_id: one.child.family,
            centre_id: one.child.centre,
            age_months: one.child.age_months,
            why: one.why,
            last_contact_on: one.last_contact_on,
            to_ring: one.to_ring,
        }
    }
}

pub fn name(child: &ListedChild, of: Option<&ToRing>) -> Option<String> {
    Some(of?.child(&child.id)?.name.clone())
}

/// Logs, for each family on a follow-up list, that the list was read.
pub fn follow_up_list<'a>(list: &str, of: impl Iterator<Item = &'a FamilyId>) -> Logged {
    let families = of.cloned().collect();
    Logged { families, ..Logged::of(Event::ListToFollowUp, list) }
}

/// List children not met by the centre
///
/// One-year-olds, and children of referred families, without a direct contact in the window.
/// Includes names, ages and telephone numbers if you may open the file. Restricted records are
/// never listed. The log records each family listed. JSON, or CSV with `Accept: text/csv` or
/// `format=csv`.
#[utoipa::path(tag = "reports", params(NotMetIn),
    responses((status = 200, content(
        (List<NotMetOut> = "application/json"), (String = "text/csv")))))]
#[get("/reports/children-not-met")]
async fn list_children_not_met(api: Api, query: Query<NotMetIn>) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        return api
            .look_download(Act::SeeReports, move |tx| {
                let found = worklist::service::not_met(tx, &query.read()?.asked(TABLE))?;
                let logged = listed_not_met(&found);
                Ok((not_met_table(found)?, logged))
            })
            .await;
    }
    api.look(Act::SeeReports, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: query.after.clone() };
        let found = worklist::service::not_met(tx, &query.asked(paging.limit() + 1))?;
        let logged = listed_not_met(&found);
        let page = paging.page(found, |one| one.child.id.to_string(), NotMetOut::from);
        Ok((Answer::ok(page), logged))
    })
    .await
}

fn listed_not_met(found: &[NotMet]) -> Logged {
    follow_up_list("children_not_met", found.iter().map(|one| &one.child.family))
}

fn not_met_table(found: Vec<NotMet>) -> Result<Download, Fault> {
    let row = |one: NotMet| {
        let why: Vec<&str> = one.why.iter().map(|why| why.as_str()).collect();
        let of = one.to_ring.as_ref();
        let mut cells = vec![
            one.child.id.to_string(),
            name(&one.child, of).unwrap_or_default(),
            one.child.family.to_string(),
            one.child.centre.map(|id| id.to_string()).unwrap_or_default(),
            one.child.age_months.to_string(),
            why.join(" "),
            one.last_contact_on.map(|day| day.to_string()).unwrap_or_default(),
        ];
        cells.extend(ToRing::cells(of));
        cells
    };
    let families: Vec<FamilyId> = found.iter().map(|one| one.child.family.clone()).collect();
    let rows: Vec<Vec<String>> = found.into_iter().map(row).collect();
    let mut headings =
        vec!["child_id", "name", "family_id", "centre_id", "age_months", "why", "last_contact_on"];
    headings.extend(HEADINGS);
    Ok(Download::csv("children-not-met.csv", &headings, &rows)?.of(families))
}
