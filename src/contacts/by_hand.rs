//! A contact as it is entered by hand, and a later change to it.

use super::{Kind, Place};
use crate::base::id::{CentreId, ChildId, FamilyId, PartnerId, SessionId};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

/// A contact to record.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ContactIn, example = json!({
    "kind": "home_visit", "on_day": "2026-11-16",
    "family_id": "0198c0de00007000800000000000000a",
    "child_ids": ["0198c0de00007000800000000000000b"]
}))]
pub(crate) struct ByHand {
    /// The kind of contact. Attendance at a session is marked in its register.
    #[schema(schema_with = kinds_by_hand)]
    pub kind: Kind,
    /// The day it took place, not in the future; for a place, its first day.
    pub on_day: NaiveDate,
    /// The family; from a professional, the id of the team's statement.
    pub family_id: FamilyId,
    /// Children of the family, at most 20; one contact is created for each.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub child_ids: Vec<ChildId>,
    /// The number of adults, for a contact without a child.
    #[schema(minimum = 1, maximum = 20)]
    pub adults: Option<i32>,
    /// The centre that made the contact. Default for staff: their own.
    pub centre_id: Option<CentreId>,
    /// The session it took place in, at that centre and on that day.
    pub session_id: Option<SessionId>,
    /// The service that did a review, the setting of a place, or where the family was signposted
    /// to.
    pub partner_id: Option<PartnerId>,
    /// For early learning: the kind of place.
    pub place: Option<Place>,
    /// A place's last day, if known.
    pub until_day: Option<NaiveDate>,
    /// For signposting: whether the family took it up, if known.
    pub taken_up: Option<bool>,
}

/// Every kind but attendance.
fn kinds_by_hand() -> Object {
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Attendance);
    let said = "The kind of contact. Attendance at a session is marked in its register.";
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(kinds.map(Kind::as_str)))
        .description(Some(said))
        .build()
}

/// A change to a contact; fields left out stay as they are.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ContactPatch, example = json!({"until_day": "2026-12-18"}))]
pub(crate) struct Later {
    /// A place's last day; `null`: still taken up.
    #[serde(default, deserialize_with = "said")]
    pub until_day: Option<Option<NaiveDate>>,
    /// For signposting: whether the family took it up; `null`: unknown.
    #[serde(default, deserialize_with = "said")]
    pub taken_up: Option<Option<bool>>,
}

/// A field that is present was set, even to `null`.
fn said<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}
