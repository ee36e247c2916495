//! Activities: what is offered, and the settings that every one of its sessions begins with.

use super::time_of_day;
use crate::base::calendar::{AgeRange, AgeUnit};
use crate::base::fault::{Fault, Result};
use crate::base::id::{ActivityId, CentreId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::base::text_enum::text_enum;
use crate::centres::{ActivityFeature, ActivityFeatures};
use crate::db::schema::activities;
use chrono::NaiveTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use utoipa::ToSchema;

text_enum! {
    /// How people get a place at a session.
    Access {
        Book = "book",
        /// Never released to the public.
        ReferralOnly = "referral_only",
        /// No booking; walk-ins up to the room's limit.
        DropIn = "drop_in",
        Members = "members",
        /// Slots of a length, one family each.
        Appointment = "appointment",
    }
}

text_enum! {
    /// What a place is counted in.
    Unit {
        Families = "families",
        Children = "children",
    }
}

text_enum! {
    /// In what order a waiting list is served.
    LineOrder {
        /// Referred, then target group with priority, then everyone.
        Tier = "tier",
        /// Plain order of joining.
        Joining = "joining",
    }
}

/// An activity as staff see it.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset, Serialize, ToSchema)]
#[diesel(table_name = activities, treat_none_as_null = true, treat_none_as_default_value = false)]
#[schema(as = ActivityOut)]
pub struct Activity {
    /// Opaque.
    pub id: ActivityId,
    /// Send it as `If-Match` to change the activity.
    pub version: i64,
    #[diesel(embed)]
    #[serde(flatten)]
    pub settings: ActivitySettings,
    #[serde(skip)]
    pub created_at: Moment,
}

/// An activity is read like its settings.
impl Deref for Activity {
    type Target = ActivitySettings;

    fn deref(&self) -> &ActivitySettings {
        &self.settings
    }
}

/// What is offered: who it is for, how people get a place, how it is released and filled.
#[derive(
    Clone, Debug, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize, ToSchema,
)]
#[diesel(table_name = activities, treat_none_as_null = true, treat_none_as_default_value = false)]
#[serde(deny_unknown_fields)]
#[schema(as = ActivityIn, example = json!({
    "title": "Baby Massage", "access": "book", "unit": "families", "capacity": 10,
    "ages": {"unit": "weeks", "min": 6, "max": 40},
    "release_plan": {"referrals_days_before": 14, "public_days_before": 7, "public_time": "09:00"},
    "priority_places": 3
}))]
pub struct ActivitySettings {
    /// What families read.
    #[schema(min_length = 1, max_length = 120)]
    pub title: String,
    /// The centre it belongs to; left out, any centre may hold it.
    pub centre_id: Option<CentreId>,
    /// A few sentences for families.
    #[schema(max_length = 2000)]
    pub description: Option<String>,
    /// Who it is for, in words.
    #[schema(max_length = 200)]
    pub audience: Option<String>,
    /// How people get a place.
    #[serde(default = "book")]
    pub access: Access,
    /// What a place is counted in.
    #[serde(default = "families")]
    pub unit: Unit,
    /// Places of each session, unless the session says otherwise.
    #[schema(minimum = 1, maximum = 10000)]
    pub capacity: i32,
    /// Most adults at once; none where left out.
    #[schema(minimum = 1, maximum = 100000)]
    pub adult_limit: Option<i32>,
    /// Most people in the room, walk-ins included.
    #[schema(minimum = 1, maximum = 100000)]
    pub safety_limit: Option<i32>,
    /// Most children of one party.
    #[schema(minimum = 1, maximum = 100000)]
    pub party_limit: Option<i32>,
    /// Ages taken on the session's day.
    #[serde(default)]
    #[diesel(embed)]
    pub ages: Ages,
    /// Whether brothers and sisters outside the ages may come along.
    #[serde(default = "yes")]
    pub siblings_welcome: bool,
    /// Whether an expected child may be booked before birth.
    #[serde(default)]
    pub expectant_welcome: bool,
    /// No children at all.
    #[serde(default)]
    pub adults_only: bool,
    /// In no public list; neutral words in mails.
    #[serde(default)]
    pub sensitive: bool,
    /// Places kept for referred and target-group parties until `priority_hours` before the start.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 10000)]
    pub priority_places: i32,
    /// How long before the start priority places lapse.
    #[serde(default = "number::<48>")]
    #[schema(minimum = 0, maximum = 100000)]
    pub priority_hours: i32,
    /// When referrals and public booking open.
    #[serde(default)]
    #[diesel(embed)]
    pub release_plan: ReleasePlan,
    /// How long before the start booking closes.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 100000)]
    pub closes_minutes_before: i32,
    /// Hours before the start after which a cancellation is late.
    #[serde(default = "number::<24>")]
    #[schema(minimum = 0, maximum = 100000)]
    pub cancel_hours: i32,
    /// In what order the waiting list is served.
    #[serde(default = "by_tier")]
    pub waitlist_order: LineOrder,
    /// Whether free places are saved for a larger party that is first on the waiting list.
    #[serde(default)]
    pub saving: bool,
    /// Sessions of this activity a family may book itself on one day.
    #[serde(default = "number::<1>")]
    #[schema(minimum = 1, maximum = 100000)]
    pub limit_a_day: i32,
    /// Live bookings of this activity a family may hold in any seven days.
    #[serde(default = "number::<2>")]
    #[schema(minimum = 1, maximum = 100000)]
    pub limit_in_seven_days: i32,
    /// Length of an appointment; needed for `appointment`.
    #[schema(minimum = 5, maximum = 100000)]
    pub slot_minutes: Option<i32>,
    /// Price or donation, in words.
    #[schema(max_length = 200)]
    pub price: Option<String>,
    /// What to bring, in words.
    #[schema(max_length = 500)]
    pub bring: Option<String>,
    /// What it offers people with access needs, besides what there is where it is held.
    #[serde(default)]
    pub access_features: ActivityFeatures,
    /// The interpreter's language or languages, in words; only with `interpreter`.
    #[schema(max_length = 60)]
    pub interpreter_language: Option<String>,
}

fn book() -> Access {
    Access::Book
}

fn families() -> Unit {
    Unit::Families
}

fn by_tier() -> LineOrder {
    LineOrder::Tier
}

fn yes() -> bool {
    true
}

fn number<const NUMBER: i32>() -> i32 {
    NUMBER
}

impl ActivitySettings {
    /// As they are kept: every number within its bounds, texts without stray spaces.
    pub fn checked(&self) -> Result<ActivitySettings> {
        self.check_numbers()?;
        let never = self.access == Access::ReferralOnly;
        let public_days_before = self.release_plan.public_days_before.filter(|_| !never);
        Ok(ActivitySettings {
            title: text::line("/title", &self.title, 120)?,
            description: text::maybe_lines("/description", self.description.as_deref(), 2000)?,
            audience: text::maybe_lines("/audience", self.audience.as_deref(), 200)?,
            release_plan: ReleasePlan { public_days_before, ..self.release_plan },
            price: text::maybe_lines("/price", self.price.as_deref(), 200)?,
            bring: text::maybe_lines("/bring", self.bring.as_deref(), 500)?,
            interpreter_language: self.language()?,
            ..self.clone()
        })
    }

    fn language(&self) -> Result<Option<String>> {
        let pointer = "/interpreter_language";
        let said = text::maybe_line(pointer, self.interpreter_language.as_deref(), 60)?;
        match said.is_some() && !self.access_features.has(ActivityFeature::Interpreter) {
            true => Err(Fault::invalid(pointer, "Add `interpreter` to the access features too.")),
            false => Ok(said),
        }
    }

    fn check_numbers(&self) -> Result<()> {
        check_places(self.capacity, self.priority_places)?;
        let limits = [
            ("/adult_limit", self.adult_limit, 1),
            ("/safety_limit", self.safety_limit, 1),
            ("/party_limit", self.party_limit, 1),
            ("/ages/min", Some(self.ages.min), 0),
            ("/ages/max", self.ages.max, self.ages.min.saturating_add(1)),
            ("/priority_hours", Some(self.priority_hours), 0),
            ("/closes_minutes_before", Some(self.closes_minutes_before), 0),
            ("/cancel_hours", Some(self.cancel_hours), 0),
            ("/limit_a_day", Some(self.limit_a_day), 1),
            ("/limit_in_seven_days", Some(self.limit_in_seven_days), 1),
            ("/slot_minutes", self.slot_minutes, 5),
            ("/release_plan/public_days_before", self.release_plan.public_days_before, 0),
            (
                "/release_plan/referrals_days_before",
                Some(self.release_plan.referrals_days_before),
                self.release_plan.public_days_before.unwrap_or(0),
            ),
        ];
        for (pointer, value, least) in limits {
            if value.is_some_and(|value| !(least..=100_000).contains(&value)) {
                return Err(Fault::invalid(pointer, format!("Use {least} or more.")));
            }
        }
        if self.access == Access::Appointment && self.slot_minutes.is_none() {
            return Err(Fault::invalid("/slot_minutes", "Say how long an appointment lasts."));
        }
        Ok(())
    }
}

pub(crate) fn check_places(capacity: i32, priority_places: i32) -> Result<()> {
    if !(1..=10_000).contains(&capacity) {
        return Err(Fault::invalid("/capacity", "Use 1 to 10,000 places."));
    }
    if !(0..=capacity).contains(&priority_places) {
        return Err(Fault::invalid(
            "/priority_places",
            format!("Use 0 to {capacity}, the capacity."),
        ));
    }
    Ok(())
}

/// Ages, `min ≤ completed < max`.
#[derive(
    Clone,
    Copy,
    Debug,
    Queryable,
    Selectable,
    Insertable,
    AsChangeset,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[diesel(table_name = activities, treat_none_as_null = true, treat_none_as_default_value = false)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"unit": "months", "min": 0, "max": 60}))]
pub struct Ages {
    /// What ages are counted in.
    #[diesel(column_name = age_unit)]
    pub unit: AgeUnit,
    /// Youngest age completed.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 100000)]
    #[diesel(column_name = age_min)]
    pub min: i32,
    /// First age no longer taken; `null` for no limit.
    #[schema(minimum = 1, maximum = 100000)]
    #[diesel(column_name = age_max)]
    pub max: Option<i32>,
}

impl Default for Ages {
    fn default() -> Ages {
        Ages { unit: AgeUnit::Months, min: 0, max: Some(60) }
    }
}

impl Ages {
    pub fn range(self) -> AgeRange {
        AgeRange { unit: self.unit, min: self.min, max: self.max }
    }
}

/// When a session's places are released, counted back from its local day.
#[derive(
    Clone,
    Copy,
    Debug,
    Queryable,
    Selectable,
    Insertable,
    AsChangeset,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[diesel(table_name = activities, treat_none_as_null = true, treat_none_as_default_value = false)]
#[serde(default, deny_unknown_fields)]
#[schema(example = json!({"referrals_days_before": 14, "referrals_time": "09:00",
    "public_days_before": 7, "public_time": "09:00"}))]
pub struct ReleasePlan {
    /// Days before on which professionals may begin to refer.
    #[schema(minimum = 0, maximum = 100000)]
    pub referrals_days_before: i32,
    /// Local time of that day.
    #[serde(with = "time_of_day")]
    #[schema(value_type = String, default = "09:00", example = "09:00", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub referrals_time: NaiveTime,
    /// Days before on which the public may begin to book; `null` for never.
    #[schema(minimum = 0, maximum = 100000)]
    pub public_days_before: Option<i32>,
    /// Local time of that day.
    #[serde(with = "time_of_day")]
    #[schema(value_type = String, default = "09:00", example = "09:00", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub public_time: NaiveTime,
}

impl Default for ReleasePlan {
    fn default() -> ReleasePlan {
        ReleasePlan {
            referrals_days_before: 14,
            referrals_time: time_of_day::nine(),
            public_days_before: Some(7),
            public_time: time_of_day::nine(),
        }
    }
}
