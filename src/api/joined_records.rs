//! Undoing the merge of two records, over REST.

use crate::access::Act;
use crate::base::id::RecordJoinId;
use crate::merge::RecordJoin;
use crate::merge::service::undo;
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;

faults! {
    UndoFaults: RecordsCannotBeJoined, NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(undo_join);
}

/// Undo a merge
///
/// Both records are as they were before; what was added since stays with the one that was kept.
#[utoipa::path(tag = "families", request_body = Nothing,
    params(("id" = inline(RecordJoinId), Path, description = "The merge.")),
    responses((status = 200, body = RecordJoin), UndoFaults))]
#[post("/joined-records/{id}/undo")]
async fn undo_join(api: Api, id: Path<RecordJoinId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::JoinRecords, body, move |tx, _| Ok(Answer::ok(undo::undo(tx, &id)?))).await
}
