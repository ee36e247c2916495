//! Ages and release plans as the API writes them, and an activity as the desk may know of it.

use super::time_of_day::Clock;
use crate::base::calendar::AgeUnit;
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::sessions::{Access, Activity, LineOrder, Unit, service};

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

/// What is offered: who it is for, how people get a place, how it is released and filled.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "Baby Massage", "access": "book", "unit": "families", "capacity": 10,
    "ages": {"unit": "weeks", "min": 6, "max": 40},
    "release_plan": {"referrals_days_before": 14, "public_days_before": 7, "public_time": "09:00"},
    "priority_places": 3
}))]
pub struct ActivityIn {
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
    #[serde(default = "hours_48")]
    #[schema(minimum = 0, maximum = 100000)]
    pub priority_hours: i32,
    /// When referrals and public booking open.
    #[serde(default)]
    pub release_plan: ReleasePlan,
    /// How long before the start booking closes.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 100000)]
    pub closes_minutes_before: i32,
    /// Hours before the start after which a cancellation is late.
    #[serde(default = "hours_24")]
    #[schema(minimum = 0, maximum = 100000)]
    pub cancel_hours: i32,
    /// In what order the waiting list is served.
    #[serde(default = "by_tier")]
    pub waitlist_order: LineOrder,
    /// Whether free places are saved for a larger party that is first on the waiting list.
    #[serde(default)]
    pub saving: bool,
    /// Sessions of this activity a family may book itself on one day.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 100000)]
    pub limit_a_day: i32,
    /// Live bookings of this activity a family may hold in any seven days.
    #[serde(default = "two")]
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
}

pub fn book() -> Access {
    Access::Book
}

pub fn families() -> Unit {
    Unit::Families
}

pub fn by_tier() -> LineOrder {
    LineOrder::Tier
}

pub fn yes() -> bool {
    true
}

pub fn one() -> i32 {
    1
}

pub fn two() -> i32 {
    2
}

pub fn hours_24() -> i32 {
    24
}

pub fn hours_48() -> i32 {
    48
}

impl ActivityIn {
    /// The activity it describes; the service sets id, version and age.
    pub fn activity(&self, now: Moment) -> Result<Activity, Fault> {
        self.check()?;
        let plan = &self.release_plan;
        let never = self.access == Access::ReferralOnly;
        Ok(Activity {
            id: ActivityId::new(),
            centre_id: self.centre_id.clone(),
            title: text::line("/title", &self.title, 120)?,
            description: text::maybe_lines("/description", self.description.as_deref(), 2000)?,
            audience: text::maybe_lines("/audience", self.audience.as_deref(), 200)?,
            access: self.access,
            unit: self.unit,
            capacity: self.capacity,
            adult_limit: self.adult_limit,
            safety_limit: self.safety_limit,
            party_limit: self.party_limit,
            age_unit: self.ages.unit,
            age_min: self.ages.min,
            age_max: self.ages.max,
            siblings_welcome: self.siblings_welcome,
            expectant_welcome: self.expectant_welcome,
            adults_only: self.adults_only,
            sensitive: self.sensitive,
            priority_places: self.priority_places,
            priority_hours: self.priority_hours,
            referrals_days_before: plan.referrals_days_before,
            referrals_time: plan.referrals_time.0,
            public_days_before: plan.public_days_before.filter(|_| !never),
            public_time: plan.public_time.0,
            closes_minutes_before: self.closes_minutes_before,
            cancel_hours: self.cancel_hours,
            waitlist_order: self.waitlist_order,
            saving: self.saving,
            limit_a_day: self.limit_a_day,
            limit_in_seven_days: self.limit_in_seven_days,
            slot_minutes: self.slot_minutes,
            price: text::maybe_lines("/price", self.price.as_deref(), 200)?,
            bring: text::maybe_lines("/bring", self.bring.as_deref(), 500)?,
            version: 1,
            created_at: now,
        })
    }

    fn check(&self) -> Result<(), Fault> {
        service::check_places(self.capacity, self.priority_places)?;
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

/// An activity as staff see it.
#[derive(Serialize, ToSchema)]
pub struct ActivityOut {
    /// Opaque.
    pub id: ActivityId,
    /// Send it as `If-Match` to change the activity.
    pub version: i64,
    #[serde(flatten)]
    pub activity: ActivityIn,
}

impl From<Activity> for ActivityOut {
    fn from(a: Activity) -> ActivityOut {
        ActivityOut {
            id: a.id,
            version: a.version,
            activity: ActivityIn {
                title: a.title,
                centre_id: a.centre_id,
                description: a.description,
                audience: a.audience,
                access: a.access,
                unit: a.unit,
                capacity: a.capacity,
                adult_limit: a.adult_limit,
                safety_limit: a.safety_limit,
                party_limit: a.party_limit,
                ages: Ages { unit: a.age_unit, min: a.age_min, max: a.age_max },
                siblings_welcome: a.siblings_welcome,
                expectant_welcome: a.expectant_welcome,
                adults_only: a.adults_only,
                sensitive: a.sensitive,
                priority_places: a.priority_places,
                priority_hours: a.priority_hours,
                release_plan: ReleasePlan {
                    referrals_days_before: a.referrals_days_before,
                    referrals_time: Clock(a.referrals_time),
                    public_days_before: a.public_days_before,
                    public_time: Clock(a.public_time),
                },
                closes_minutes_before: a.closes_minutes_before,
                cancel_hours: a.cancel_hours,
                waitlist_order: a.waitlist_order,
                saving: a.saving,
                limit_a_day: a.limit_a_day,
                limit_in_seven_days: a.limit_in_seven_days,
                slot_minutes: a.slot_minutes,
                price: a.price,
                bring: a.bring,
            },
        }
    }
}
