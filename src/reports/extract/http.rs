//! The extract over REST: a file for whoever may take it.

use super::row::{ExtractPurpose, HEADINGS, Row};
use super::service::{Extract, Take, take};
use crate::access::Act;
use crate::fault::Fault;
use crate::id::CentreId;
use crate::web::{Api, Body, Download};
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(take_extract);
}

/// What an extract is of, and what for.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"purpose": "needs_assessment", "as_at": "2026-09-30"}))]
pub struct ExtractIn {
    /// What it is taken for; it is logged.
    pub purpose: ExtractPurpose,
    /// One centre's area; left out, all.
    pub centre_id: Option<CentreId>,
    /// As things stood on this day; left out, today.
    pub as_at: Option<NaiveDate>,
}

/// Take a pseudonymised extract
///
/// CSV, one row a child under five that is a member or was seen: age band, LSOA, decile, membership,
/// days of contact in bands, sustained contact, target groups that are of no special category. The
/// pseudonyms are of this extract alone. Families whose record is restricted are never in it. Who
/// took it and what for is logged.
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
        extract.rows.iter().map(|row: &Row| row.cells(extract.bands)).collect();
    Download::csv(&format!("extract-{}.csv", extract.as_at), HEADINGS, &rows)
}
