//! Merging records over REST, and undoing it.

pub(crate) mod wire;

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::FamilyId;
use crate::merge::MergeChildren;
use crate::merge::MergeRecords;
use crate::merge::service::children;
use crate::merge::service::records;
use crate::web::{Answer, Api, Body, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, post};
use utoipa_actix_web::service_config::ServiceConfig;
use wire::{JoinChildrenIn, JoinOut, JoinRecordsIn};

faults! {
    JoinFaults: RecordsCannotBeJoined;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(join_records).service(join_children);
}

/// Merge another record of the same family into this one
///
/// Everything in it is kept. Its number keeps working and leads here. Send `preview` first. If
/// either record is restricted, only the safeguarding lead may do this.
#[utoipa::path(tag = "families", request_body = JoinRecordsIn,
    params(("id" = inline(FamilyId), Path, description = "The family whose record is kept.")),
    responses((status = 200, body = JoinOut), JoinFaults))]
#[post("/families/{id}/join-records")]
async fn join_records(
    api: Api,
    id: Path<FamilyId>,
    body: Body<JoinRecordsIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::JoinRecords, body, move |tx, input| {
        let (kept, other) = (id.clone(), input.family_id.clone());
        let join = MergeRecords { kept, other, pairs: input.pairs()? };
        let deed = if input.preview { records::preview } else { records::join };
        Ok(Answer::ok(JoinOut::from(deed(tx, &join)?)))
    })
    .await
}

/// Merge two records of one child, in two households or in one
///
/// Only the child is merged: it lives in both households from then on, and neither sees the other.
/// Send the same family twice for a child that the household had two records of.
#[utoipa::path(tag = "families", request_body = JoinChildrenIn,
    params(("id" = inline(FamilyId), Path, description = "The family whose record of the child is kept.")),
    responses((status = 200, body = JoinOut), JoinFaults))]
#[post("/families/{id}/join-children")]
async fn join_children(
    api: Api,
    id: Path<FamilyId>,
    body: Body<JoinChildrenIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::JoinRecords, body, move |tx, input| {
        let (family, other) = (id.clone(), input.family_id.clone());
        let join = MergeChildren { family, other, children: input.pairs()? };
        let deed = if input.preview { children::preview } else { children::join };
        Ok(Answer::ok(JoinOut::from(deed(tx, &join)?)))
    })
    .await
}
