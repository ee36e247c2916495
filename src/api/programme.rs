//! Copying a term's programme over REST.

use crate::access::Act;
use crate::sessions::planning::service::copy::{Copy, CopyOutcome, copy};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig};
use actix_web::post;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(copy_programme);
}

/// Copy a term's programme
///
/// Series are held again by their rule for the whole of the new period; courses and single sessions
/// come in the same week and on the same weekday. Everything is a draft until announced; sessions
/// that already exist are skipped, and so are those that clash.
#[utoipa::path(tag = "planning", request_body = Copy,
    responses((status = 201, body = CopyOutcome)))]
#[post("/programme/copy")]
async fn copy_programme(api: Api, body: Body<Copy>) -> ApiResult {
    api.write(Act::Plan, body, |tx, input| {
        input.check()?;
        Ok(Answer::created(copy(tx, input)?))
    })
    .await
}
