//! Ages and release plans as the API writes them.

use crate::calendar::AgeUnit;
use chrono::NaiveTime;
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
    pub min: i32,
    /// First age no longer taken; `null` for no limit.
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
    pub referrals_days_before: i32,
    /// Local time of that day.
    #[schema(value_type = String, example = "09:00")]
    pub referrals_time: Clock,
    /// Days before on which the public may begin to book; `null` for never.
    pub public_days_before: Option<i32>,
    /// Local time of that day.
    #[schema(value_type = String, example = "09:00")]
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
            .map(Clock)
            .map_err(|_| serde::de::Error::custom("expected a time of day such as 09:00"))
    }
}
