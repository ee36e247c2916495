//! Families that still have to be told, over REST.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::families::follow_up;
use crate::families::follow_up::ToRing;
use crate::feeds::telling::service::{self, ToTellScope};
use crate::feeds::telling::{ToTell, Way, letter};
use crate::membership::number::Number;
use crate::membership::{Membership, Standing, ToldHow};
use crate::web::{
    Answer, Api, ApiResult, Body, Download, List, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    ToldFaults: InvalidMembershipNumber, NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_to_tell).service(print_letters).service(record_told);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ToTellQuery {
    /// `true`: only overdue ones.
    overdue: Option<bool>,
    /// Only this home centre. Default: all the caller's centres.
    centre_id: Option<CentreId>,
    /// The page size, 1 to 500. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    limit: Option<u32>,
    /// The `next` of the previous page.
    after: Option<String>,
}

impl ToTellQuery {
    fn wanted(&self, paging: &Paging) -> Result<ToTellScope> {
        let after = self.after.as_deref().map(|text| {
            let (day, number) = text.split_once('_')?;
            Some((day.parse().ok()?, number.to_owned()))
        });
        let after = after.map(|read| {
            read.ok_or_else(|| {
                Fault::invalid("", "Send the `next` of the previous page as `after`.")
            })
        });
        Ok(ToTellScope {
            centre: self.centre_id.clone(),
            overdue: self.overdue.unwrap_or(false),
            after: after.transpose()?,
            rows: paging.rows(),
        })
    }
}

/// A family that is listed and has not been told.
#[derive(Serialize, ToSchema)]
pub(crate) struct ToTellOut {
    /// Its membership number.
    #[schema(example = "48210934")]
    pub number: Number,
    /// The family.
    pub family_id: FamilyId,
    /// Its home centre.
    pub centre_id: Option<CentreId>,
    /// When a feed brought it.
    pub listed_on: NaiveDate,
    /// The day by which it must be told.
    pub tell_by: NaiveDate,
    /// How it can be told; mail is sent automatically.
    pub way: Way,
    /// Who to call; only for families whose file you may open.
    pub to_ring: Option<ToRing>,
}

/// How a family was told.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"how": "letter"}))]
pub(crate) struct ToldIn {
    /// By a letter that was posted, or in person.
    pub how: ToldHow,
}

/// A family that was told.
#[derive(Serialize, ToSchema)]
pub(crate) struct ToldOut {
    /// Its membership number.
    #[schema(example = "48210934")]
    pub number: Number,
    /// A member from now on.
    pub status: Standing,
    /// When it was told.
    pub told_at: Option<Moment>,
    /// How.
    pub told_how: Option<ToldHow>,
}

impl From<Membership> for ToldOut {
    fn from(row: Membership) -> ToldOut {
        ToldOut {
            number: row.number,
            status: row.status,
            told_at: row.told_at,
            told_how: row.told_how,
        }
    }
}

/// List families that have to be told
///
/// Families known only from a feed. Each must be told within a month that it is a member, what data
/// is kept, and how to opt out. Most urgent first.
#[utoipa::path(tag = "membership", params(ToTellQuery),
    responses((status = 200, body = List<ToTellOut>)))]
#[get("/memberships/to-tell")]
async fn list_to_tell(api: Api, query: Query<ToTellQuery>) -> ApiResult {
    api.read(Act::SeeFeeds, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: None };
        let rows = service::to_tell(tx, &query.wanted(&paging)?)?;
        let cursor = |row: &ToTell| format!("{}_{}", row.tell_by, row.number.as_str());
        let ids: Vec<&FamilyId> = rows.iter().map(|row| &row.family_id).collect();
        let mut to_ring = follow_up::service::to_ring(tx, &ids)?;
        let out = |row: ToTell| ToTellOut {
            to_ring: to_ring.remove(&row.family_id),
            number: row.number,
            family_id: row.family_id,
            centre_id: row.centre_id,
            listed_on: row.listed_on,
            tell_by: row.tell_by,
            way: row.way,
        };
        Ok(Answer::ok(paging.page(rows, cursor, out)))
    })
    .await
}

/// Print letters to families that have to be told
///
/// A PDF of A4 pages for window envelopes, one letter for each family on the list that a letter can
/// reach: the welcome text, the notice, and codes to scan. Once posted, record each family as told.
#[utoipa::path(tag = "membership", params(ToTellQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/memberships/to-tell/letters.pdf")]
async fn print_letters(api: Api, query: Query<ToTellQuery>) -> ApiResult {
    let head = api.head();
    api.read(Act::SeeFeeds, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: None };
        let wanted = ToTellScope { rows: paging.rows() - 1, ..query.wanted(&paging)? };
        let letters = service::letters(tx, &wanted)?;
        let families: Vec<FamilyId> = letters.iter().map(|one| one.family.clone()).collect();
        Ok(Download::pdf("letters.pdf", letter::print(&letters, &head)?).of(families))
    })
    .await
}

/// Record that a listed family was told
///
/// It becomes a member. Repeating the call changes nothing.
#[utoipa::path(tag = "membership", request_body = ToldIn,
    params(("number" = String, Path, description = "The membership number.")),
    responses((status = 200, body = ToldOut), ToldFaults))]
#[post("/memberships/{number}/told")]
async fn record_told(api: Api, number: Path<String>, body: Body<ToldIn>) -> ApiResult {
    api.write(Act::IssueCard, body, move |tx, input| {
        let (membership, _) = service::told(tx, &Number::parse(&number)?, input.how)?;
        Ok(Answer::ok(ToldOut::from(membership)))
    })
    .await
}
