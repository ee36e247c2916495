//! Merging records over REST.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, ChildId, FamilyId, RecordJoinId, schema};
use crate::base::text;
use crate::merge::service::{children, records};
use crate::merge::{Against, Joined, Merge};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa::openapi::schema::{Array, ArrayBuilder};

faults! {
    JoinFaults: RecordsCannotBeJoined;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(join_records).service(join_children);
}

/// At most 20 pairs of ids.
pub(crate) fn pairs() -> Array {
    let pair = ArrayBuilder::new().items(schema()).min_items(Some(2)).max_items(Some(2));
    let said = "Who is the same, as pairs: `[[of the record that is kept, of the other], ...]`. \
                Others are added.";
    ArrayBuilder::new().items(pair).max_items(Some(20)).description(Some(said)).build()
}

/// Another record of the same family.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"family_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "children": [["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c", "0198d1d27f3a7d0e9d1c2b3a4f5e6d7c"]],
    "preview": true}))]
pub(crate) struct JoinRecordsIn {
    /// The record to merge into the one in the address; it is gone then.
    pub family_id: FamilyId,
    /// Which children are the same: `[[kept, other], ...]`. Others are added as brothers and
    /// sisters.
    #[serde(default)]
    #[schema(schema_with = pairs)]
    pub children: Vec<(ChildId, ChildId)>,
    /// Which adults are the same: `[[kept, other], ...]`. Others are added.
    #[serde(default)]
    #[schema(schema_with = pairs)]
    pub carers: Vec<(CarerId, CarerId)>,
    /// `true`: say what would happen, and change nothing.
    #[serde(default)]
    pub preview: bool,
}

/// A child that two households have a record of.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"family_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "children": [["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c", "0198d1d27f3a7d0e9d1c2b3a4f5e6d7c"]]}))]
pub(crate) struct JoinChildrenIn {
    /// The other household; the same one, if it has the child twice.
    pub family_id: FamilyId,
    /// Which children are the same: `[[of this family, of the other], ...]`.
    #[schema(schema_with = pairs)]
    pub children: Vec<(ChildId, ChildId)>,
    /// `true`: say what would happen, and change nothing.
    #[serde(default)]
    pub preview: bool,
}

/// Each person may be named only once.
fn once<T: PartialEq>(pointer: &str, pairs: &[(T, T)]) -> Result<()> {
    text::at_most(pointer, pairs, 20)?;
    for (at, (one, other)) in pairs.iter().enumerate() {
        let twice = |(a, b): &(T, T)| a == one || b == other;
        if pairs.iter().take(at).any(twice) {
            return Err(Fault::invalid(&format!("{pointer}/{at}"), "Name each person once."));
        }
    }
    Ok(())
}

/// A merge that was made, or tried.
#[derive(Serialize, ToSchema)]
pub(crate) struct JoinOut {
    /// For `POST /joined-records/{id}/undo`; none for a preview.
    pub id: Option<RecordJoinId>,
    /// How many values move or moved, by kind of thing.
    #[schema(example = json!({"bookings": 2, "carers": 1}))]
    pub moves: BTreeMap<String, usize>,
    /// What stands against it; empty where nothing does.
    pub against: Vec<AgainstOut>,
}

/// What somebody has to settle first.
#[derive(Serialize, ToSchema)]
pub(crate) struct AgainstOut {
    /// In words.
    pub detail: String,
    /// Where it is about a session.
    pub session_id: Option<String>,
}

impl From<Against> for AgainstOut {
    fn from(against: Against) -> AgainstOut {
        AgainstOut { detail: against.detail, session_id: against.session_id }
    }
}

impl From<Joined> for JoinOut {
    fn from(joined: Joined) -> JoinOut {
        let mut moves = BTreeMap::new();
        for change in joined.moves {
            *moves.entry(change.table_name).or_default() += 1;
        }
        let against = joined.against.into_iter().map(AgainstOut::from).collect();
        JoinOut { id: joined.id, moves, against }
    }
}

/// Merge another record of the same family into this one
///
/// Everything in it is kept. Its number keeps working and leads here. Send `preview` first. If
/// either record is restricted, only the safeguarding lead may do this.
#[utoipa::path(tag = "families", request_body = JoinRecordsIn,
    params(("id" = inline(FamilyId), Path, description = "The family whose record is kept.")),
    responses((status = 200, body = JoinOut), JoinFaults))]
#[post("/families/{id}/join-records")]
async fn join_records(api: Api, id: Path<FamilyId>, body: Body<JoinRecordsIn>) -> ApiResult {
    api.write(Act::JoinRecords, body, move |tx, input| {
        once("/children", &input.children)?;
        once("/carers", &input.carers)?;
        let (children, carers) = (input.children.clone(), input.carers.clone());
        let (kept, other) = (id.clone(), input.family_id.clone());
        let join = Merge { kept, other, children, carers };
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
async fn join_children(api: Api, id: Path<FamilyId>, body: Body<JoinChildrenIn>) -> ApiResult {
    api.write(Act::JoinRecords, body, move |tx, input| {
        once("/children", &input.children)?;
        let (kept, other) = (id.clone(), input.family_id.clone());
        let join = Merge { kept, other, children: input.children.clone(), carers: Vec::new() };
        let deed = if input.preview { children::preview } else { children::join };
        Ok(Answer::ok(JoinOut::from(deed(tx, &join)?)))
    })
    .await
}
