//! The extract over REST, as a file.

use crate::access::Act;
use crate::base::fault::Result;
use crate::reports::extracts::row::HEADINGS;
use crate::reports::extracts::service::{Extract, Take, take};
use crate::web::{Api, ApiResult, Body, Download};
use actix_web::post;

/// Take a pseudonymised extract
///
/// CSV, one row per child under five that is a member or was seen: age band, LSOA, decile,
/// membership, days of contact in bands, sustained contact, target groups outside the special
/// categories. Pseudonyms are unique to this extract. Families with a restricted record are never
/// included. The log records who took it and why.
#[utoipa::path(tag = "reports", request_body = Take,
    responses((status = 200, description = "The extract", body = String,
        content_type = "text/csv")))]
#[post("/reports/extracts")]
pub(super) async fn take_extract(api: Api, body: Body<Take>) -> ApiResult {
    api.open_and_draw(Act::TakeExtract, move |tx| take(tx, &body.read.clone()?), file).await
}

fn file(extract: Extract) -> Result<Download> {
    let cells: Vec<Vec<String>> = extract.rows.iter().map(|row| row.cells(extract.bands)).collect();
    let headings: Vec<&str> = HEADINGS.split(',').collect();
    Download::csv(&format!("extract-{}.csv", extract.as_at), &headings, &cells)
}
