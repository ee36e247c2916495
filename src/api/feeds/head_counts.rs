//! Head-counts of the past over REST: a list in, what became of each line out.

use super::take::take;
use crate::access::Act;
use crate::attendance::past::service::{HeadCounts, may_import};
use crate::base::calendar::YEARS;
use crate::base::fault::{Code, Fault};
use crate::base::id::CentreId;
use crate::feeds::service::plan::PlanRequest;
use crate::feeds::service::run::FeedRunReport;
use crate::web::{Api, ApiResult, File, Query, ServiceConfig};
use actix_web::post;
use serde::Deserialize;
use utoipa::IntoParams;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(feed_head_counts);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct HeadCountFeedQuery {
    /// `true`: report what would become of each line, and write nothing.
    dry_run: Option<String>,
    /// The year of days that are written without one, as "14 March".
    #[param(minimum = 1900, maximum = 2199)]
    year: Option<i32>,
    /// The centre whose work it was, where a row does not name one; left out, the caller's own.
    centre_id: Option<CentreId>,
    /// A saved mapping of headings.
    mapping: Option<String>,
}

/// Send head-counts of the past in a file
///
/// How many people came to what, by day, title and place, without names: a library's list of
/// events, or the totals of earlier years. CSV with a heading, or JSON rows, up to 64 MiB;
/// processed like a feed of families, and the same list again creates no duplicates. They count as
/// other head-counts do: among those who came, as unknown, and they make nobody a member or seen.
/// Numbers that do not separate adults and children count as children, or as adults where the
/// activity of that title is for adults only. A row sent again with another number replaces the old
/// one, and a row with 0 withdraws it. A session in our own registers is counted there, and its row
/// is refused.
#[utoipa::path(tag = "feeds", params(HeadCountFeedQuery),
    request_body(content(
        (String = "text/csv", example = "Date,Title,Venue,Attendance\n14/03/2026,Baby Rhyme Time,Sale Library,32\n"),
        (Vec<BTreeMap<String, String>> = "application/json", example = json!(
            [{"Date": "14/03/2026", "Title": "Baby Rhyme Time", "Venue": "Sale Library", "Attendance": "32"}]
        )),
    )),
    responses((status = 200, body = FeedRunReport)))]
#[post("/feeds/head-counts")]
async fn feed_head_counts(api: Api, query: Query<HeadCountFeedQuery>, file: File) -> ApiResult {
    let asked = move || {
        let HeadCountFeedQuery { dry_run, year, centre_id, mapping } = query.read()?;
        if year.is_some_and(|year| !YEARS.contains(&year)) {
            return Err(Fault::new(Code::InvalidRequest, "year lies between 1900 and 2199."));
        }
        Ok((HeadCounts { year }, PlanRequest::of(centre_id, None, mapping), dry_run))
    };
    take(api, file, Act::ImportHeadCounts, asked, |tx, _, asked| may_import(tx, asked)).await
}
