//! Changing a family record over REST. It is here because a changed birth date means that
//! everything the child is booked for, or waits for, is judged again.

use super::wire::FamilyOut;
use super::wire_in::{CarerIn, ChildIn};
use crate::access::Act;
use crate::base::fault::{Expected, Result};
use crate::base::id::FamilyId;
use crate::base::text;
use crate::bookings::service::again::judge_children_again;
use crate::bookings::service::child_requests::is_asked;
use crate::bookings::service::own_change;
use crate::db::Tx;
use crate::families::lives::Lives;
use crate::families::service::change::{ChangeChild, FamilyChange, change};
use crate::families::{Household, PostcodeReason};
use crate::membership;
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::patch;
use actix_web::web::Path;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    ChangeFaults: VersionNeeded, VersionConflict;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(change_family);
}

/// A change to a family. Fields left out stay as they are.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"postcode": "M31 4FL",
    "carers": [{"id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "name": "Amina Khan", "email": "amina@example.org"}]}))]
pub(crate) struct FamilyPatch {
    /// A UK postcode; `null` for none.
    #[serde(default, deserialize_with = "crate::api::sessions::wire::said")]
    #[schema(value_type = Option<String>, max_length = 20)]
    pub postcode: Option<Option<String>>,
    /// Why there is none.
    pub postcode_reason: Option<PostcodeReason>,
    /// Where post goes: lines without the postcode; `null` for none.
    #[serde(default, deserialize_with = "crate::api::sessions::wire::said")]
    #[schema(value_type = Option<String>, max_length = 300)]
    pub address: Option<Option<String>>,
    /// The day it moved away; `null` if it did not.
    #[serde(default, deserialize_with = "crate::api::sessions::wire::said")]
    #[schema(value_type = Option<NaiveDate>)]
    pub moved_away_on: Option<Option<NaiveDate>>,
    /// Carers to change (with `id`) or to add (without).
    #[schema(max_items = 10)]
    pub carers: Option<Vec<CarerIn>>,
    /// Children to change (with `id`) or to add (without).
    #[schema(max_items = 20)]
    pub children: Option<Vec<ChildIn>>,
}

impl FamilyPatch {
    fn command(&self, today: NaiveDate) -> Result<FamilyChange> {
        text::at_most("/carers", self.carers.as_deref().unwrap_or_default(), 10)?;
        text::at_most("/children", self.children.as_deref().unwrap_or_default(), 20)?;
        let sent = self.postcode.as_ref();
        let typed = sent.and_then(Option::as_deref);
        let (postcode, postcode_reason) = Lives::said("/postcode", typed, self.postcode_reason)?;
        let address = match &self.address {
            Some(sent) => Some(text::maybe_lines("/address", sent.as_deref(), 300)?),
            None => None,
        };
        let mut change = FamilyChange {
            postcode: sent.map(|_| postcode),
            postcode_reason,
            address,
            moved_away_on: self.moved_away_on,
            ..FamilyChange::default()
        };
        for (carer, at) in self.carers.iter().flatten().zip(0..) {
            change.carers.push((carer.id.clone(), carer.command(at)?));
        }
        for (child, at) in self.children.iter().flatten().zip(0..) {
            let (name, birth) = child.person(at, today)?;
            let (id, answers) = (child.id.clone(), child.said(at)?);
            change.children.push(ChangeChild { id, name, birth, answers });
        }
        Ok(change)
    }
}

/// Change a family record
///
/// After a new birth date, everything the child is booked for, or waits for, is judged again. A
/// parent changes only their own name and contact details; a new `email` is used once it is
/// confirmed from a message to it. A parent's change to a child's name or birth is a request (202):
/// it stands under `requests` in the record until staff settle it.
#[utoipa::path(tag = "families", request_body = FamilyPatch,
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = FamilyOut), (status = 202, body = FamilyOut), ChangeFaults))]
#[patch("/families/{id}")]
async fn change_family(api: Api, id: Path<FamilyId>, body: Body<FamilyPatch>) -> ApiResult {
    let version = api.if_match();
    api.write(Act::ChangeFamily, body, move |tx, input| {
        let today = tx.today();
        let (version, command) = (version.clone()?, input.command(today)?);
        if is_asked(tx, &id)? {
            return by_parent(tx, &id, &version, command);
        }
        let (household, births) = change(tx, &id, &version, &command)?;
        judge_children_again(tx, &births)?;
        membership::service::enrol_known(tx, &household)?;
        shown(tx, household, Answer::ok)
    })
    .await
}

fn by_parent(
    tx: &mut Tx,
    id: &FamilyId,
    version: &Expected,
    command: FamilyChange,
) -> Result<Answer<FamilyOut>> {
    let changed = own_change::change_own(tx, id, version, command)?;
    membership::service::enrol_known(tx, &changed.household)?;
    let answer = if changed.asked { Answer::accepted } else { Answer::ok };
    shown(tx, changed.household, answer)
}

fn shown(
    tx: &mut Tx,
    household: Household,
    answer: fn(FamilyOut) -> Answer<FamilyOut>,
) -> Result<Answer<FamilyOut>> {
    let version = household.family.version;
    Ok(answer(FamilyOut::load(tx, household)?).version(version))
}
