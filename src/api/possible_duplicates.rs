//! Possible duplicates over REST: one list for the organisation, worked through pair by pair.

use super::families::merge::JoinOut;
use super::families::wire::FamilyOut;
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, ChildId, FamilyId, PossibleDuplicateId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::duplicates::service::{self as duplicates, PossibleDuplicate};
use crate::merge::service::{children, records};
use crate::merge::{Joined, Merge};
use crate::web::{
    Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

faults! {
    PairFaults: RecordsCannotBeJoined;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(list_possible_duplicates)
        .service(dismiss_possible_duplicate)
        .service(join_possible_duplicate);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct DuplicatesQuery {
    /// Only pairs with this family.
    #[param(value_type = Option<String>)]
    family_id: Option<FamilyId>,
}

/// Two records that may be of one family; or one household twice, where two of its children may be
/// one child.
#[derive(Serialize, ToSchema)]
pub(crate) struct PossibleDuplicateOut {
    /// The pair.
    pub id: PossibleDuplicateId,
    /// The record that was created first.
    pub family: FamilyOut,
    /// The other.
    pub other_family: FamilyOut,
    /// 70 to 100: how likely they are one family.
    #[schema(example = 85, minimum = 70, maximum = 100)]
    pub score: u8,
    /// Why, in words, the weightiest first.
    #[schema(example = json!(["a child with the same name and birth date", "the same postcode"]))]
    pub reasons: Vec<&'static str>,
    /// Children that may be the same: of the first, of the other.
    #[schema(value_type = Vec<Vec<String>>)]
    pub children: Vec<(ChildId, ChildId)>,
    /// When they were found.
    pub found_at: Moment,
}

impl PossibleDuplicateOut {
    fn load(tx: &mut Tx, found: PossibleDuplicate) -> Result<PossibleDuplicateOut> {
        Ok(PossibleDuplicateOut {
            id: found.pair.id,
            family: FamilyOut::load(tx, found.one)?,
            other_family: FamilyOut::load(tx, found.other)?,
            score: found.likeness.score,
            reasons: found.likeness.reasons,
            children: found.likeness.children,
            found_at: found.pair.found_at,
        })
    }
}

/// List possible duplicates
///
/// Pairs of records that may be of one family, of the whole organisation: found when a family was
/// met, sent or changed, and listed until somebody merges or dismisses them. Where two children of
/// one household may be the same, both families of the pair are that household. You see a pair if
/// you may open both records; only the safeguarding lead sees a pair with a restricted record.
/// Households that share a child are known to be two and are not listed.
#[utoipa::path(tag = "families", params(DuplicatesQuery, Paging),
    responses((status = 200, body = List<PossibleDuplicateOut>)))]
#[get("/possible-duplicates")]
async fn list_possible_duplicates(
    api: Api,
    query: Query<DuplicatesQuery>,
    paging: Query<Paging>,
) -> ApiResult {
    api.open(Act::SeeCandidates, move |tx| {
        let (DuplicatesQuery { family_id }, paging) = (query.read()?, paging.read()?);
        let after = paging.after.as_deref().unwrap_or_default();
        let (found, next) = duplicates::list(tx, family_id.as_ref(), after, paging.limit())?;
        let shown = found.into_iter().map(|one| PossibleDuplicateOut::load(tx, one));
        let items = shown.collect::<Result<Vec<_>, _>>()?;
        let of = |one: &PossibleDuplicateOut| [one.family.id.clone(), one.other_family.id.clone()];
        let families: Vec<FamilyId> = items.iter().flat_map(of).collect();
        tx.audit_families(Event::SeeCandidates, "", &families, json!({}))?;
        Ok(Answer::ok(List { items, next }))
    })
    .await
}

/// Dismiss a possible duplicate
///
/// Somebody checked: they are two families, or two children. The pair is not proposed again.
#[utoipa::path(tag = "families", request_body = Nothing,
    params(("id" = String, Path, description = "The pair.")),
    responses((status = 200, body = Nothing)))]
#[post("/possible-duplicates/{id}/dismiss")]
async fn dismiss_possible_duplicate(
    api: Api,
    id: Path<PossibleDuplicateId>,
    body: Body<Nothing>,
) -> ApiResult {
    api.write(Act::JoinRecords, body, move |tx, _| {
        duplicates::dismiss(tx, &id)?;
        tx.audit(Event::DismissDuplicate, id.as_str(), json!({}))?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

/// Which record of a pair is kept.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"keep": "0198fa", "preview": true}))]
pub(crate) struct JoinPairIn {
    /// The family whose record is kept; if left out, the one that was created first.
    #[schema(value_type = Option<String>)]
    pub keep: Option<FamilyId>,
    /// Which adults are the same: `[[kept, other], ...]`. Other adults are added.
    #[serde(default)]
    #[schema(schema_with = super::families::merge::pairs)]
    pub carers: Vec<(CarerId, CarerId)>,
    /// `true`: say what would happen, and change nothing.
    #[serde(default)]
    pub preview: bool,
}

/// Merge a possible duplicate
///
/// As `POST /families/{id}/join-records`, with the children of the pair that may be the same; for
/// one household, as `POST /families/{id}/join-children`.
#[utoipa::path(tag = "families", request_body = JoinPairIn,
    params(("id" = String, Path, description = "The pair.")),
    responses((status = 200, body = JoinOut), PairFaults))]
#[post("/possible-duplicates/{id}/join")]
async fn join_possible_duplicate(
    api: Api,
    id: Path<PossibleDuplicateId>,
    body: Body<JoinPairIn>,
) -> ApiResult {
    api.write(Act::JoinRecords, body, move |tx, input| {
        Ok(Answer::ok(JoinOut::from(join_pair(tx, &id, input)?)))
    })
    .await
}

/// Merges the records of a pair, or the two children of one household; or says what that would do.
pub(crate) fn join_pair(
    tx: &mut Tx,
    id: &PossibleDuplicateId,
    input: &JoinPairIn,
) -> Result<Joined> {
    let found = duplicates::open(tx, id)?;
    let is_of_children = found.pair.children().is_some();
    let join = if is_of_children { in_household(found, input) } else { of_pair(found, input) };
    let deed = match (is_of_children, input.preview) {
        (true, true) => children::preview,
        (true, false) => children::join,
        (false, true) => records::preview,
        (false, false) => records::join,
    };
    deed(tx, &join?)
}

fn in_household(found: PossibleDuplicate, input: &JoinPairIn) -> Result<Merge> {
    if !input.carers.is_empty() {
        return Err(Fault::invalid("/carers", "This pair is about two children. Leave it out."));
    }
    let family = found.pair.family_id;
    let other = input.keep.clone().unwrap_or_else(|| family.clone());
    if other != family {
        return Err(Fault::invalid("/keep", "Name the family of the pair, or leave it out."));
    }
    Ok(Merge { kept: family, other, children: found.likeness.children, carers: Vec::new() })
}

fn of_pair(found: PossibleDuplicate, input: &JoinPairIn) -> Result<Merge> {
    let (first, other) = (found.pair.family_id, found.pair.other_family_id);
    let mut children: Vec<(ChildId, ChildId)> = Vec::new();
    for (one, another) in found.likeness.children {
        let taken = |(a, b): &(ChildId, ChildId)| *a == one || *b == another;
        if !children.iter().any(taken) {
            children.push((one, another));
        }
    }
    let carers = input.carers.clone();
    match &input.keep {
        Some(keep) if *keep == other => {
            let children = children.into_iter().map(|(one, another)| (another, one)).collect();
            Ok(Merge { kept: other, other: first, children, carers })
        }
        Some(keep) if *keep != first => {
            Err(Fault::invalid("/keep", "Name one of the two families of the pair."))
        }
        _ => Ok(Merge { kept: first, other, children, carers }),
    }
}
