//! The extract over REST, as a file.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::reports::extracts::row::{ExtractPurpose, ExtractRow, HEADINGS};
use crate::reports::extracts::service::{Extract, Take, take};
use crate::web::{Api, Body, Download};
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(take_extract);
}

/// What an extract covers, and its purpose.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"purpose": "needs_assessment", "as_at": "2026-09-30"}))]
pub struct ExtractIn {
    /// Its purpose, which is logged.
    pub purpose: ExtractPurpose,
    /// Only this centre's area. Default: all.
    pub centre_id: Option<CentreId>,
    /// As at this day. Default: today.
    pub as_at: Option<NaiveDate>,
}

/// Take a pseudonymised extract
///
/// CSV, one row per child under five that is a member or was seen: age band, LSOA, decile,
/// membership, days of contact in bands, sustained contact, target groups outside the special
/// categories. Pseudonyms are unique to this extract. Families with a restricted record are never
/// included. The log records who took it and why.
#[utoipa::path(tag = "reports", request_body = ExtractIn,
    responses((status = 200, description = "The extract", body = String,
        content_type = "text/csv")))]
#[post("/reports/extracts")]
async fn take_extract(api: Api, body: Body<ExtractIn>) -> Result<HttpResponse, Fault> {
    let open = move |tx: &mut crate::db::Tx| {
        let ExtractIn { purpose, centre_id, as_at } = body.read.clone()?;
        take(tx, &Take { purpose, centre: centre_id, as_at })
    };
    api.open_download(Act::TakeExtract, open, file).await
}

fn file(extract: Extract) -> Result<Download, Fault> {
    let rows: Vec<Vec<String>> =
        extract.rows.iter().map(|row: &ExtractRow| row.cells(extract.bands)).collect();
    Download::csv(&format!("extract-{}.csv", extract.as_at), HEADINGS, &rows)
}
