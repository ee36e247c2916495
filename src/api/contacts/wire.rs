//! Contacts in requests and responses.

use crate::base::calendar::within_years;
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, ChildId, ContactId, FamilyId, PartnerId, SessionId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::contacts::fit::ContactSaid;
use crate::contacts::list::service::ContactsScope;
use crate::contacts::service::hand::{ByHand, Later};
use crate::contacts::{Contact, Kind, Place, Source};
use crate::web::Paging;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::{IntoParams, ToSchema};

/// A recorded meeting.
#[derive(Serialize, ToSchema)]
pub struct ContactOut {
    /// Opaque.
    pub id: ContactId,
    /// What kind it was.
    pub kind: Kind,
    /// The day it took place; for a place, its first day.
    pub on_day: NaiveDate,
    /// The family, or the record it was merged into; for a professional, the team's statement.
    pub family_id: FamilyId,
    /// The child; `null` for adults only. For a professional, the child in the statement.
    #[schema(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
    /// The number of adults, for a contact without a child.
    pub adults: i32,
    /// The centre that made the contact; `null` for contacts reported by a universal service.
    pub centre_id: Option<CentreId>,
    /// The session it took place in.
    pub session_id: Option<SessionId>,
    /// The activity of that session.
    pub activity_id: Option<ActivityId>,
    /// The service that reported it, or the setting of a place.
    pub partner_id: Option<PartnerId>,
    /// The kind of place, if it is one.
    pub place: Option<Place>,
    /// A place's last day; `null` while it is taken up.
    pub until_day: Option<NaiveDate>,
    /// For signposting: whether the family took it up; `null` if unknown.
    pub taken_up: Option<bool>,
    /// How it came to be known.
    pub source: Source,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

impl ContactOut {
    pub fn new((contact, family): (Contact, FamilyId)) -> ContactOut {
        ContactOut {
            id: contact.id,
            kind: contact.kind,
            on_day: contact.on_day,
            family_id: family,
            child_id: contact.child_id,
            adults: contact.adults,
            centre_id: contact.centre_id,
            session_id: contact.session_id,
            activity_id: contact.activity_id,
            partner_id: contact.partner_id,
            place: contact.place,
            until_day: contact.until_day,
            taken_up: contact.taken_up,
            source: contact.source,
            recorded_at: contact.recorded_at,
            withdrawn_at: contact.withdrawn_at,
        }
    }
}

/// A contact to record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "kind": "home_visit", "on_day": "2026-11-16",
    "family_id": "0198c0de00007000800000000000000a",
    "child_ids": ["0198c0de00007000800000000000000b"]
}))]
pub struct ContactIn {
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

impl ContactIn {
    pub fn command(&self) -> Result<ByHand, Fault> {
        if self.child_ids.len() > 20 {
            return Err(Fault::invalid("/child_ids", "Name at most 20 children."));
        }
        Ok(ByHand {
            said: ContactSaid {
                kind: self.kind,
                on_day: self.on_day,
                place: self.place,
                until_day: self.until_day,
                taken_up: self.taken_up,
            },
            family: self.family_id.clone(),
            children: self.child_ids.clone(),
            adults: self.adults,
            centre: self.centre_id.clone(),
            session: self.session_id.clone(),
            partner: self.partner_id.clone(),
        })
    }
}

/// A change to a contact; fields left out stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"until_day": "2026-12-18"}))]
pub struct ContactPatch {
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

impl ContactPatch {
    pub fn command(&self) -> Later {
        Later { until_day: self.until_day, taken_up: self.taken_up }
    }
}

/// Why a contact is withdrawn.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Written down for the wrong family"}))]
pub struct WithdrawIn {
    /// The reason, for later readers; no names.
    #[schema(min_length = 1, max_length = 200)]
    pub reason: String,
}

impl WithdrawIn {
    pub fn reason(&self) -> Result<String, Fault> {
        text::lines("/reason", &self.reason, 200)
    }
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ContactsQuery {
    /// Only this family, including records merged into it.
    pub family_id: Option<FamilyId>,
    /// Only this child, including records merged into it.
    pub child_id: Option<ChildId>,
    /// Only contacts by this centre.
    pub centre_id: Option<CentreId>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or earlier.
    pub to: Option<NaiveDate>,
    /// The page size, 1 to 500. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
}

impl ContactsQuery {
    pub fn paging(&self) -> Paging {
        Paging { limit: self.limit, after: self.after.clone() }
    }

    pub fn command(&self) -> Result<ContactsScope, Fault> {
        Ok(ContactsScope {
            family: self.family_id.clone(),
            child: self.child_id.clone(),
            centre: self.centre_id.clone(),
            kind: self.kind,
            from: self.from,
            to: self.to,
            after: self.after.as_deref().map(cursor).transpose()?,
            rows: self.paging().rows(),
        })
    }
}

/// The day and id of the last contact of a page.
pub fn cursor_of((contact, _): &(Contact, FamilyId)) -> String {
    format!("{}|{}", contact.on_day, contact.id)
}

fn cursor(text: &str) -> Result<(NaiveDate, String), Fault> {
    let unknown = || Fault::invalid("/after", "Send the `next` of the page before.");
    let (day, id) = text.split_once('|').ok_or_else(unknown)?;
    let day = day.parse().map_err(|_| unknown())?;
    Ok((within_years("/after", day)?, id.to_owned()))
}
