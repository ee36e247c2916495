//! Files that were sent and the outcome of each line, for staff: the partner that sent the file
//! only learns whether its lines were valid.

use super::families::LineOut;
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, FeedRunId, PartnerId};
use crate::base::moment::Moment;
use crate::feeds::service::runs;
use crate::feeds::{FeedKind, FeedRun, LineResult};
use crate::web::{Answer, Api, List, Paging, Query};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_feed_runs).service(get_feed_run);
}

/// A file that was sent.
#[derive(Serialize, ToSchema)]
pub struct FeedRunOut {
    /// Opaque.
    pub id: FeedRunId,
    /// What its lines describe.
    pub kind: FeedKind,
    /// Who sent it; `null` for the organisation's own.
    pub partner_id: Option<PartnerId>,
    /// The centre it was sent for.
    pub centre_id: Option<CentreId>,
    /// The number of lines.
    pub lines: i32,
    /// When it began.
    pub started_at: Moment,
    /// When its last line was processed.
    pub ended_at: Option<Moment>,
}

/// A file that was sent, line by line.
#[derive(Serialize, ToSchema)]
pub struct FeedRunResultsOut {
    /// The file.
    pub run: FeedRunOut,
    /// The outcome of each processed line. This is the real outcome, whatever the sender was told.
    pub results: Vec<LineOut>,
}

impl From<FeedRun> for FeedRunOut {
    fn from(run: FeedRun) -> FeedRunOut {
        FeedRunOut {
            id: run.id,
            kind: run.kind,
            partner_id: run.partner_id,
            centre_id: run.centre_id,
            lines: run.lines,
            started_at: run.started_at,
            ended_at: run.ended_at,
        }
    }
}

/// List the files that were sent
///
/// Newest first. Staff of a centre see files sent for it; staff of the whole organisation see all.
#[utoipa::path(tag = "feeds", params(Paging),
    responses((status = 200, body = List<FeedRunOut>)))]
#[get("/feeds/runs")]
async fn list_feed_runs(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeFeeds, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = runs::list(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |run| run.id.to_string(), FeedRunOut::from)))
    })
    .await
}

/// Get the outcome of each line of a file
#[utoipa::path(tag = "feeds", params(("id" = String, Path, description = "The file.")),
    responses((status = 200, body = FeedRunResultsOut)))]
#[get("/feeds/runs/{id}")]
async fn get_feed_run(api: Api, id: Path<FeedRunId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeFeeds, move |tx| {
        let (run, lines) = runs::run(tx, &id)?;
        let result = |done: crate::feeds::DoneLine| {
            LineOut::from(LineResult::new(run.kind, done.line, (done.outcome, done.detail)))
        };
        let results = lines.into_iter().map(result).collect();
        Ok(Answer::ok(FeedRunResultsOut { run: FeedRunOut::from(run), results }))
    })
    .await
}
