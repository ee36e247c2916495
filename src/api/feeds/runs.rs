//! Files that were sent and the outcome of each line, for staff: the partner that sent the file
//! only learns whether its lines were valid.

use crate::access::Act;
use crate::base::id::FeedRunId;
use crate::feeds::service::runs;
use crate::feeds::{DoneLine, FeedRun, LineResult};
use crate::web::{Answer, Api, ApiResult, List, Paging, Query, ServiceConfig};
use actix_web::get;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_feed_runs).service(get_feed_run);
}

/// A file that was sent, line by line.
#[derive(Serialize, ToSchema)]
pub(crate) struct FeedRunResultsOut {
    /// The file.
    pub run: FeedRun,
    /// The outcome of each processed line. This is the real outcome, whatever the sender was told.
    pub results: Vec<LineResult>,
}

/// List the files that were sent
///
/// Newest first. Staff of a centre see files sent for it; staff of the whole organisation see all.
#[utoipa::path(tag = "feeds", params(Paging),
    responses((status = 200, body = List<FeedRun>)))]
#[get("/feeds/runs")]
async fn list_feed_runs(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeFeeds, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = runs::list(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |run| run.id.to_string(), |run| run)))
    })
    .await
}

/// Get the outcome of each line of a file
#[utoipa::path(tag = "feeds", params(("id" = String, Path, description = "The file.")),
    responses((status = 200, body = FeedRunResultsOut)))]
#[get("/feeds/runs/{id}")]
async fn get_feed_run(api: Api, id: Path<FeedRunId>) -> ApiResult {
    api.read(Act::SeeFeeds, move |tx| {
        let (run, lines) = runs::run(tx, &id)?;
        let result =
            |done: DoneLine| LineResult::new(run.kind, done.line, (done.outcome, done.detail));
        let results = lines.into_iter().map(result).collect();
        Ok(Answer::ok(FeedRunResultsOut { run, results }))
    })
    .await
}
