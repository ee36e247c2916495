//! Ages and release plans as the API writes them, and an activity as the desk may know of it.

use crate::base::calendar::AgeUnit;
use crate::base::id::{ActivityId, CentreId};
use crate::sessions::{Access, Activity, Unit};
use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Ages, `min ≤ completed < max`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"unit": "months", "min": 0, "max": 60}))]
pub struct Ages {
    /// What ages are counted in.
    pub unit: AgeUnit,
    /// Youngest age completed.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 100000)]
    pub min: i32,
    /// First age no longer taken; `null` for no limit.
    #[schema(minimum = 1, maximum = 100000)]
    pub max: Option<i32>,
}

impl Default for Ages {
    fn default() -> Ages {
        Ages { unit: AgeUnit::Months, min: 0, max: Some(60) }
    }
}

/// When a session's places are released, counted back from its local day.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(example = json!({"referrals_days_before": 14, "referrals_time": "09:00",
    "public_days_before": 7, "public_time": "09:00"}))]
pub struct ReleasePlan {
    /// Days before on which professionals may begin to refer.
    #[schema(minimum = 0, maximum = 100000)]
    pub referrals_days_before: i32,
    /// Local time of that day.
    #[schema(value_type = String, example = "09:00", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub referrals_time: Clock,
    /// Days before on which the public may begin to book; `null` for never.
    #[schema(minimum = 0, maximum = 100000)]
    pub public_days_before: Option<i32>,
    /// Local time of that day.
    #[schema(value_type = String, example = "09:00", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub public_time: Clock,
}

impl Default for ReleasePlan {
    fn default() -> ReleasePlan {
        ReleasePlan {
            referrals_days_before: 14,
            referrals_time: Clock::default(),
            public_days_before: Some(7),
            public_time: Clock::default(),
        }
    }
}

/// An activity as the desk sees it.
#[derive(Serialize, ToSchema)]
pub struct DeskActivityOut {
    /// Opaque.
    pub id: ActivityId,
    /// What families read.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// The one centre that may hold it; `null` for all.
    #[schema(value_type = Option<String>)]
    pub centre_id: Option<CentreId>,
    /// A few sentences about it.
    pub description: Option<String>,
    /// Who it is for, in words.
    pub audience: Option<String>,
    /// How people get a place; left out where that is by referral only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// What places are counted in.
    pub unit: Unit,
    /// Places.
    pub capacity: i32,
    /// Ages, `min ≤ completed < max`.
    pub ages: Ages,
    /// Whether brothers and sisters of another age may come along.
    pub siblings_welcome: bool,
    /// Whether expectant parents are admitted.
    pub expectant_welcome: bool,
    /// Whether it is for adults alone.
    pub adults_only: bool,
    /// In no public list, and visible only to the carer who comes.
    pub sensitive: bool,
    /// Price or donation, in words.
    pub price: Option<String>,
    /// What to bring, in words.
    pub bring: Option<String>,
}

impl From<Activity> for DeskActivityOut {
    fn from(activity: Activity) -> DeskActivityOut {
        DeskActivityOut {
            id: activity.id,
            title: activity.title,
            centre_id: activity.centre_id,
            description: activity.description,
            audience: activity.audience,
            access: Some(activity.access).filter(|access| *access != Access::ReferralOnly),
            unit: activity.unit,
            capacity: activity.capacity,
            ages: Ages { unit: activity.age_unit, min: activity.age_min, max: activity.age_max },
            siblings_welcome: activity.siblings_welcome,
            expectant_welcome: activity.expectant_welcome,
            adults_only: activity.adults_only,
            sensitive: activity.sensitive,
            price: activity.price,
            bring: activity.bring,
        }
    }
}

/// A local time of day, `HH:MM`.
#[derive(Clone, Copy)]
pub struct Clock(pub NaiveTime);

impl Default for Clock {
    fn default() -> Clock {
        Clock(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default())
    }
}

impl Serialize for Clock {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&self.0.format("%H:%M"))
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Clock, D::Error> {
        let text = String::deserialize(d)?;
        NaiveTime::parse_from_str(&text, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"))
            .ok()
            .filter(|time| time.nanosecond() < 1_000_000_000)
            .map(Clock)
            .ok_or_else(|| serde::de::Error::custom("expected a time of day such as 09:00"))
    }
}
