//! Contacts as they are sent.

use super::fit::Said;
use super::hand_service::{ByHand, Later};
use super::list_service::Wanted;
use super::{Contact, Kind, Place, Source};
use crate::calendar::within_years;
use crate::fault::Fault;
use crate::id::{ActivityId, CentreId, ChildId, ContactId, FamilyId, PartnerId, SessionId};
use crate::moment::Moment;
use crate::text;
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
    /// What it was.
    pub kind: Kind,
    /// The day it took place; of a place its first.
    pub on_day: NaiveDate,
    /// The family, or the record that its record was joined into; for a professional, its team's
    /// statement.
    pub family_id: FamilyId,
    /// The child; `null` where adults alone were met. To a professional, the child of the statement.
    #[schema(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
    /// How many adults were met, where no child is meant.
    pub adults: i32,
    /// The centre whose work it was; `null` for what a universal service reports.
    pub centre_id: Option<CentreId>,
    /// The session it took place in.
    pub session_id: Option<SessionId>,
    /// The activity of that session.
    pub activity_id: Option<ActivityId>,
    /// The service that reported it, or the setting of a place.
    pub partner_id: Option<PartnerId>,
    /// What place it is, where it is one.
    pub place: Option<Place>,
    /// A place's last day; `null` while it is taken.
    pub until_day: Option<NaiveDate>,
    /// Of signposting: whether the family took it up; `null` where that is not known.
    pub taken_up: Option<bool>,
    /// How it came to be known.
    pub source: Source,
    /// Since when it is known.
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
    /// What it was. Who came to a session is marked in its register.
    #[schema(schema_with = kinds_by_hand)]
    pub kind: Kind,
    /// The day it took place, not one that is to come; of a place its first.
    pub on_day: NaiveDate,
    /// The family; by a professional, the id of its team's statement.
    pub family_id: FamilyId,
    /// Children of the family, 20 at the most; one contact is made for each.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub child_ids: Vec<ChildId>,
    /// How many adults, where no child is meant.
    #[schema(minimum = 1, maximum = 20)]
    pub adults: Option<i32>,
    /// The centre whose work it was; left out by staff, their own.
    pub centre_id: Option<CentreId>,
    /// A session of that centre and day that it took place in.
    pub session_id: Option<SessionId>,
    /// The service that held a review, the setting of a place, where the family was signposted to.
    pub partner_id: Option<PartnerId>,
    /// Of early learning: what place it is.
    pub place: Option<Place>,
    /// A place's last day, where it is known.
    pub until_day: Option<NaiveDate>,
    /// Of signposting: whether the family took it up, where that is known.
    pub taken_up: Option<bool>,
}

/// Every kind but attendance.
fn kinds_by_hand() -> Object {
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Attendance);
    let said = "What it was. Who came to a session is marked in its register.";
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
            said: Said {
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

/// What became of a contact later; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"until_day": "2026-12-18"}))]
pub struct ContactPatch {
    /// A place's last day; `null`: it is taken still.
    #[serde(default, deserialize_with = "said")]
    pub until_day: Option<Option<NaiveDate>>,
    /// Of signposting: whether the family took it up; `null`: that is not known.
    #[serde(default, deserialize_with = "said")]
    pub taken_up: Option<Option<bool>>,
}

/// What is there, `null` too, was said.
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
    /// For whoever looks at it later; no names.
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
    /// Of this family, and of records that were joined into it.
    pub family_id: Option<FamilyId>,
    /// Of this child, and of records that were found to be its own.
    pub child_id: Option<ChildId>,
    /// Of this centre's work.
    pub centre_id: Option<CentreId>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or earlier.
    pub to: Option<NaiveDate>,
    /// How many at the most, 1 to 500; 100 where not given.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

impl ContactsQuery {
    pub fn paging(&self) -> Paging {
        Paging { limit: self.limit, after: self.after.clone() }
    }

    pub fn command(&self) -> Result<Wanted, Fault> {
        Ok(Wanted {
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
