//! A birth, a death or loss, or a move of a child to another household, over REST.

use super::wire::FamilyOut;
use crate::access::Act;
use crate::base::calendar::SLIP_BEFORE;
use crate::base::fault::{Fault, Result};
use crate::base::id::{ChildId, FamilyId};
use crate::base::text;
use crate::bookings::service::{child_requests, children};
use crate::db::Tx;
use crate::families::Ended;
use crate::families::requests::{Baby, ChildChange};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    BirthFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(child_was_born).service(end_child).service(move_child);
}

/// What a family says about its child is for staff to settle: 202, with the family's record as it
/// stands.
fn ask(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    asked: &ChildChange,
) -> Result<Answer<FamilyOut>> {
    let household = child_requests::ask(tx, family, child, asked)?;
    Ok(Answer::accepted(FamilyOut::load(tx, household)?))
}

/// The babies that were born: one, or more than one.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"babies": [{"name": "Zara Khan", "born_on": "2026-11-20"}]}))]
pub(crate) struct BirthIn {
    /// In the order of birth; the first keeps the record of the expected child.
    #[schema(min_items = 1, max_items = 8)]
    pub babies: Vec<BabyIn>,
}

/// A baby.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Zara Khan", "born_on": "2026-11-20"}))]
pub(crate) struct BabyIn {
    /// As the family writes it.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// The day of birth.
    pub born_on: NaiveDate,
}

impl BirthIn {
    fn babies(&self, today: NaiveDate) -> Result<Vec<Baby>> {
        if self.babies.is_empty() || self.babies.len() > 8 {
            return Err(Fault::invalid("/babies", "Name one baby or up to eight."));
        }
        let one = |(baby, at): (&BabyIn, usize)| {
            let name = text::name(&format!("/babies/{at}/name"), &baby.name)?;
            let pointer = format!("/babies/{at}/born_on");
            if baby.born_on > today {
                return Err(Fault::invalid(&pointer, "This date is in the future."));
            }
            if baby.born_on.year() < SLIP_BEFORE {
                return Err(Fault::invalid(&pointer, "This is too long ago for a child."));
            }
            Ok(Baby { name, born_on: baby.born_on })
        };
        self.babies.iter().zip(0..).map(one).collect()
    }
}

/// Record that an expected child was born
///
/// Twins are two babies. What was booked for the expected child stays, if the age fits. From a
/// parent this is a request (202): it stands under `requests` in the record until staff settle it.
#[utoipa::path(tag = "families", request_body = BirthIn,
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("child_id" = inline(ChildId), Path, description = "The expected child.")),
    responses((status = 200, body = FamilyOut), (status = 202, body = FamilyOut), BirthFaults))]
#[post("/families/{id}/children/{child_id}/birth")]
async fn child_was_born(
    api: Api,
    path: Path<(FamilyId, ChildId)>,
    body: Body<BirthIn>,
) -> ApiResult {
    api.write(Act::ChangeFamily, body, move |tx, input| {
        let (family, child) = &*path;
        let babies = input.babies(tx.today())?;
        if child_requests::is_asked(tx, family)? {
            return ask(tx, family, child, &ChildChange::Birth { babies });
        }
        let household = children::born(tx, family, child, &babies)?;
        Ok(Answer::ok(FamilyOut::load(tx, household)?))
    })
    .await
}

/// Why nothing more is sent about a child.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"ended": "pregnancy_ended"}))]
pub(crate) struct EndChildIn {
    /// A pregnancy that ended, or a child that died.
    pub ended: Ended,
}

/// Record that a pregnancy ended or a child died
///
/// From now on nothing is sent about this child; its places are given up without a message, and
/// staff are told once. From a parent this is a request (202) that staff settle; nothing more is
/// sent to that household from the moment it is made.
#[utoipa::path(tag = "families", request_body = EndChildIn,
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("child_id" = inline(ChildId), Path, description = "The child.")),
    responses((status = 200, body = FamilyOut), (status = 202, body = FamilyOut)))]
#[post("/families/{id}/children/{child_id}/end")]
async fn end_child(api: Api, path: Path<(FamilyId, ChildId)>, body: Body<EndChildIn>) -> ApiResult {
    api.write(Act::ChangeFamily, body, move |tx, input| {
        let (family, child) = &*path;
        if child_requests::is_asked(tx, family)? {
            return ask(tx, family, child, &ChildChange::Ended { ended: input.ended });
        }
        let household = children::end(tx, family, child, input.ended)?;
        Ok(Answer::ok(FamilyOut::load(tx, household)?))
    })
    .await
}

/// Where a child lives from now on.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to_family_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c"}))]
pub(crate) struct MoveChildIn {
    /// The other household; left out, the child lives elsewhere.
    pub to_family_id: Option<FamilyId>,
}

/// Move a child to another household
///
/// What was booked for it alone moves with it. The household it leaves can no longer see it. From a
/// parent, without `to_family_id`, this is a request (202) that staff settle; nothing more is sent
/// to that household about the child from the moment it is made.
#[utoipa::path(tag = "families", request_body = MoveChildIn,
    params(("id" = inline(FamilyId), Path, description = "The family it leaves."),
        ("child_id" = inline(ChildId), Path, description = "The child.")),
    responses((status = 200, body = FamilyOut), (status = 202, body = FamilyOut)))]
#[post("/families/{id}/children/{child_id}/move")]
async fn move_child(
    api: Api,
    path: Path<(FamilyId, ChildId)>,
    body: Body<MoveChildIn>,
) -> ApiResult {
    api.write(Act::ChangeFamily, body, move |tx, input| {
        let (family, child) = &*path;
        let to = input.to_family_id.as_ref();
        if child_requests::is_asked(tx, family)? {
            // A family may never know of another household.
            return match to {
                Some(_) => Err(Fault::not_found("family")),
                None => ask(tx, family, child, &ChildChange::Left),
            };
        }
        let household = children::move_out(tx, family, child, to)?;
        Ok(Answer::ok(FamilyOut::load(tx, household)?))
    })
    .await
}
