//! Small reports of families to call: children not met, families without a contact, two-year-olds
//! without their funded place. The log says of each family that the list was read.

use super::give::{AsTable, Tabular, give, table};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::families::follow_up::ToRing;
use crate::reports::no_contact::service::NoContactOf;
use crate::reports::no_contact::{self, NoContactReport, QuietFamily};
use crate::reports::worklist::service::{NotMetOf, TwoYearOldsOf, not_met, two_year_olds};
use crate::reports::worklist::{ListedChild, NotMet, NotMetReason, TwoYearOldsReport};
use crate::web::{Answer, Api, ApiResult, List, Logged, Paging, Query};
use actix_web::{HttpResponse, get};
use serde::Serialize;

/// The largest number of rows in a list of families as a table.
const MOST_ROWS: usize = 10_000;

/// A report that names families to call: the log says of each that the list was read.
trait FollowUp: Tabular {
    /// The list's name in the log.
    const LIST: &'static str;

    fn families(&self) -> Vec<FamilyId>;

    fn logged(&self) -> Logged {
        Logged { families: self.families(), ..Logged::of(Event::ListToFollowUp, Self::LIST) }
    }
}

/// Answers with a report that names families, as JSON or as CSV.
async fn give_follow_up<Q: Clone + Send + 'static, R: FollowUp>(
    api: Api,
    query: Query<Q>,
    report: fn(&mut Tx, &Q) -> Result<R>,
) -> ApiResult {
    if api.wants_csv() {
        return api
            .read(Act::SeeReports, move |tx| {
                let report = report(tx, &query.read()?)?;
                Ok((table(&report)?, report.logged()))
            })
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        let report = report(tx, &query.read()?)?;
        let logged = report.logged();
        Ok((Answer::ok(report), logged))
    })
    .await
}

/// Lists what comes after a key, up to a number of rows.
type Listing<Q, T> = fn(&mut Tx, &Q, &str, usize) -> Result<Vec<T>>;

/// Answers with a list of families: a page of it as JSON, or all of it as CSV.
async fn list_follow_up<Q: Clone + Send + 'static, T: Serialize + Send + 'static>(
    api: Api,
    query: Query<Q>,
    paging: fn(&Q) -> Paging,
    list: Listing<Q, T>,
    key: fn(&T) -> String,
) -> Result<HttpResponse>
where
    Vec<T>: FollowUp,
{
    if api.wants_csv() {
        return api
            .read(Act::SeeReports, move |tx| {
                let found = list(tx, &query.read()?, "", MOST_ROWS)?;
                Ok((table(&found)?, found.logged()))
            })
            .await;
    }
    api.read(Act::SeeReports, move |tx| {
        let query = query.read()?;
        let paging = paging(&query);
        let after = paging.after.as_deref().unwrap_or_default();
        let found = list(tx, &query, after, paging.limit() + 1)?;
        let logged = found.logged();
        Ok((Answer::ok(paging.page(found, key, |one| one)), logged))
    })
    .await
}

impl Tabular for Vec<NotMet> {
    const FILE: &'static str = "children-not-met.csv";
    const HEADINGS: &'static str = "child_id,name,family_id,centre_id,age_months,why,\
         last_contact_on,adults,telephone,children";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        self.iter().map(|one| {
            let why: Vec<&str> = one.why.iter().map(NotMetReason::as_str).collect();
            let rest = (why.join(" "), one.last_contact_on);
            (child_cells(&one.child), rest, ToRing::cells(one.child.to_ring.as_ref()))
        })
    }
}

fn child_cells(of: &ListedChild) -> impl Serialize {
    (&of.child_id, &of.name, &of.family_id, &of.centre_id, of.age_months)
}

impl FollowUp for Vec<NotMet> {
    const LIST: &'static str = "children_not_met";

    fn families(&self) -> Vec<FamilyId> {
        self.iter().map(|one| one.child.family_id.clone()).collect()
    }
}

/// List children not met by the centre
///
/// One-year-olds, and children of referred families, without a direct contact in the window.
/// Includes names, ages and telephone numbers if you may open the file. Restricted records are
/// never listed. The log records each family listed. JSON, or CSV with `Accept: text/csv` or
/// `format=csv`.
#[utoipa::path(tag = "reports", params(NotMetOf, AsTable),
    responses((status = 200, content(
        (List<NotMet> = "application/json"), (String = "text/csv")))))]
#[get("/reports/children-not-met")]
pub(super) async fn list_children_not_met(api: Api, query: Query<NotMetOf>) -> ApiResult {
    let paging = |of: &NotMetOf| Paging { limit: of.limit, after: of.after.clone() };
    list_follow_up(api, query, paging, not_met, |one| one.child.child_id.to_string()).await
}

impl Tabular for NoContactReport {
    const FILE: &'static str = "no-contact.csv";
    const HEADINGS: &'static str = "no_contact_since,by,name,members,without_contact";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        let centres = self.centres.iter().map(|one| ("centre", one.centre.as_str(), one.figures));
        let groups = self.groups.iter().map(|one| ("group", one.label.as_str(), one.figures));
        centres.chain(groups).chain([("total", "", self.total)]).map(|row| (self.since, row))
    }
}

/// Report families without a contact in 12 months
///
/// By home centre and by target group. JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(NoContactOf, AsTable),
    responses((status = 200, content(
        (NoContactReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/no-contact")]
pub(super) async fn report_no_contact(api: Api, query: Query<NoContactOf>) -> ApiResult {
    give(api, Act::SeeReports, query, no_contact::service::report).await
}

impl Tabular for Vec<QuietFamily> {
    const FILE: &'static str = "no-contact-families.csv";
    const HEADINGS: &'static str =
        "family_id,number,centre_id,last_contact_on,adults,telephone,children";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        self.iter().map(|one| {
            let to_ring = ToRing::cells(one.to_ring.as_ref());
            let number = one.number.to_string();
            (&one.family_id, number, &one.centre_id, one.last_contact_on, to_ring)
        })
    }
}

impl FollowUp for Vec<QuietFamily> {
    const LIST: &'static str = "no_contact";

    fn families(&self) -> Vec<FamilyId> {
        self.iter().map(|one| one.family_id.clone()).collect()
    }
}

/// List families without a contact in 12 months
///
/// For a call or a visit: includes names, ages and telephone numbers if you may open the file.
/// Restricted records are counted in the report but not listed. The log records each family listed.
/// JSON, or CSV with `Accept: text/csv` or `format=csv`, which is not paged.
#[utoipa::path(tag = "reports", params(NoContactOf, AsTable),
    responses((status = 200, content(
        (List<QuietFamily> = "application/json"), (String = "text/csv")))))]
#[get("/reports/no-contact/families")]
pub(super) async fn list_no_contact(api: Api, query: Query<NoContactOf>) -> ApiResult {
    let paging = |of: &NoContactOf| Paging { limit: of.limit, after: of.after.clone() };
    list_follow_up(api, query, paging, no_contact::service::families, |one| {
        one.family_id.to_string()
    })
    .await
}

impl Tabular for TwoYearOldsReport {
    const FILE: &'static str = "two-year-olds.csv";
    const HEADINGS: &'static str = "child_id,name,family_id,centre_id,age_months,early_learning,\
         adults,telephone,children";

    fn rows(&self) -> impl Iterator<Item = impl Serialize> {
        self.children.iter().map(|one| {
            let to_ring = ToRing::cells(one.child.to_ring.as_ref());
            (child_cells(&one.child), one.early_learning, to_ring)
        })
    }
}

impl FollowUp for TwoYearOldsReport {
    const LIST: &'static str = "two_year_olds";

    fn families(&self) -> Vec<FamilyId> {
        self.children.iter().map(|one| one.child.family_id.clone()).collect()
    }
}

/// Report eligible two-year-olds without their funded place
///
/// Includes names, ages and telephone numbers if you may open the file. The log records each family
/// listed. JSON, or CSV with `Accept: text/csv` or `format=csv`.
#[utoipa::path(tag = "reports", params(TwoYearOldsOf, AsTable),
    responses((status = 200, content(
        (TwoYearOldsReport = "application/json"), (String = "text/csv")))))]
#[get("/reports/two-year-olds")]
pub(super) async fn report_two_year_olds(api: Api, query: Query<TwoYearOldsOf>) -> ApiResult {
    give_follow_up(api, query, two_year_olds).await
}
