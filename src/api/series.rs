//! Series and courses over REST.

use super::activities::Clock;
use crate::access::Act;
use crate::base::calendar::within_years;
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, RoomId, SeriesId, SessionId};
use crate::base::text;
use crate::sessions::planning::{Dates, OnClash, PlannedDay, Series, Until, service};
use crate::sessions::recurrence::{BankHolidays, Season, Status};
use crate::sessions::rule_form::RuleForm;
use crate::web::{Answer, Api, Body, Nothing, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    PlanFaults: RoomClash, LeaderClash, AlreadyExists;
}

/// The longest period that one call plans, in days: two years.
const LONGEST: i64 = 2 * 366;

/// The most days that one call plans by their number.
const MOST_DATES: u32 = 120;

pub fn routes(config: &mut ServiceConfig) {
    config.service(add_series).service(get_series).service(announce_series);
}

/// Sessions to plan by a rule: the days, the time of day, the place.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "activity_id": "0198c5d27f3a7d0e9d1c2b3a4f5e6d7c",
    "centre_id": "0198c5d27f3a7d0e9d1c2b3a4f5e6d7d",
    "rule": {"every": "month", "weekday": "wednesday", "which": [1, 3]},
    "first_day": "2027-01-04", "last_day": "2027-03-25",
    "starts": "09:15", "ends": "10:30", "term_time_only": true
}))]
pub struct DatesIn {
    /// What is held.
    pub activity_id: ActivityId,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// A course's name; the activity's title where it is left out.
    #[schema(max_length = 160)]
    pub name: Option<String>,
    /// On which days.
    pub rule: RuleForm,
    /// Where the rule begins.
    pub first_day: NaiveDate,
    /// The last day belongs to it; at most two years after the first. Or say how many `dates`.
    pub last_day: Option<NaiveDate>,
    /// How many days are held, skipped ones not counted. Or say the `last_day`.
    #[schema(minimum = 1, maximum = 120, example = json!(null))]
    pub dates: Option<u32>,
    /// By the centre's clock; it stays so when the clocks change.
    #[schema(value_type = String, example = "10:00", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub starts: Clock,
    /// After `starts`, on the same day.
    #[schema(value_type = String, example = "11:30", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub ends: Clock,
    /// Held only in the centre's terms.
    #[serde(default)]
    pub term_time_only: bool,
    /// Bank holidays are left out unless this says `keep`.
    #[serde(default)]
    pub bank_holidays: BankHolidays,
    /// A venue of the centre by name; made where it is new.
    #[schema(max_length = 120)]
    pub venue: Option<String>,
    /// A room of the venue; two sessions never share one at a time.
    pub room_id: Option<RoomId>,
    /// Who leads it; nobody leads two sessions at a time.
    #[schema(max_length = 120)]
    pub leader: Option<String>,
    /// Of each session; the activity's where it is left out.
    #[schema(minimum = 1, maximum = 10000)]
    pub capacity: Option<i32>,
    /// Of each session; the activity's where it is left out.
    #[schema(minimum = 0, maximum = 10000)]
    pub priority_places: Option<i32>,
    /// What to do about a day on which the room or the leader is taken.
    #[serde(default)]
    pub on_clash: OnClash,
}

impl DatesIn {
    pub fn command(&self) -> Result<Dates, Fault> {
        let rule = self
            .rule
            .rule()
            .map_err(|(field, what)| Fault::invalid(&format!("/rule/{field}"), what))?;
        if self.starts.0 >= self.ends.0 {
            return Err(Fault::invalid("/ends", "It must come after `starts` on the same day."));
        }
        for (pointer, number) in [
            ("/capacity", self.capacity.map(|places| places - 1)),
            ("/priority_places", self.priority_places),
        ] {
            if number.is_some_and(|number| !(0..10_000).contains(&number)) {
                return Err(Fault::invalid(pointer, "Use a number of places."));
            }
        }
        Ok(Dates {
            activity_id: self.activity_id.clone(),
            centre_id: self.centre_id.clone(),
            rule,
            first_day: self.first_day,
            until: self.until()?,
            starts: self.starts.0,
            ends: self.ends.0,
            season: if self.term_time_only { Season::TermTime } else { Season::AllYear },
            bank_holidays: self.bank_holidays,
            venue: text::maybe_name("/venue", self.venue.as_deref())?,
            venue_id: None,
            room_id: self.room_id.clone(),
            leader: text::maybe_name("/leader", self.leader.as_deref())?,
            capacity: self.capacity,
            priority_places: self.priority_places,
            on_clash: self.on_clash,
        })
    }

    fn until(&self) -> Result<Until, Fault> {
        within_years("/first_day", self.first_day)?;
        match (self.last_day, self.dates) {
            (Some(last), None) if last < self.first_day => {
                Err(Fault::invalid("/last_day", "It must not come before the first day."))
            }
            (Some(last), None) if (last - self.first_day).num_days() > LONGEST => {
                Err(Fault::invalid("/last_day", "Plan at most two years at once."))
            }
            (Some(last), None) => Ok(Until::Day(last)),
            (None, Some(dates)) if (1..=MOST_DATES).contains(&dates) => {
                Ok(Until::Held(dates as usize))
            }
            (None, Some(_)) => Err(Fault::invalid("/dates", "Use a number from 1 to 120.")),
            (None, None) | (Some(_), Some(_)) => {
                Err(Fault::invalid("/last_day", "Say either `last_day` or how many `dates`."))
            }
        }
    }
}

/// One day that the rule names.
#[derive(Serialize, ToSchema)]
pub struct DayOut {
    /// By the centre's clock.
    pub day: NaiveDate,
    /// Whether a session is held on it.
    pub status: DayStatus,
    /// Why it is skipped.
    #[schema(example = "bank holiday: Easter Monday")]
    pub why: Option<String>,
    /// The sessions made for it: several where the activity is by appointment.
    pub session_ids: Vec<SessionId>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayStatus {
    Held,
    Skipped,
}

impl From<PlannedDay> for DayOut {
    fn from(planned: PlannedDay) -> DayOut {
        let (status, why) = match planned.status {
            Status::Held => (DayStatus::Held, None),
            Status::Skipped(why) => (DayStatus::Skipped, Some(why)),
        };
        DayOut { day: planned.day, status, why, session_ids: planned.sessions }
    }
}

/// A series, and each day that its rule names.
#[derive(Serialize, ToSchema)]
pub struct SeriesOut {
    /// Opaque.
    pub id: SeriesId,
    /// What is held.
    pub activity_id: ActivityId,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// On which days.
    pub rule: RuleForm,
    /// Where the rule begins.
    pub first_day: NaiveDate,
    /// The last day belongs to it.
    pub last_day: NaiveDate,
    /// By the centre's clock.
    #[schema(value_type = String, example = "10:00")]
    pub starts: Clock,
    /// By the centre's clock.
    #[schema(value_type = String, example = "11:30")]
    pub ends: Clock,
    /// Held only in the centre's terms.
    pub term_time_only: bool,
    /// Every day of the rule, held or skipped; for a series that was read, the days held.
    pub days: Vec<DayOut>,
    /// Things to check, although nothing was refused because of them.
    pub warnings: Vec<String>,
}

impl SeriesOut {
    fn new(planned: service::PlannedDates<Series>) -> SeriesOut {
        let series = planned.made;
        SeriesOut {
            rule: serde_json::from_str(&series.rule).unwrap_or_default(),
            id: series.id,
            activity_id: series.activity_id,
            centre_id: series.centre_id,
            first_day: series.first_day,
            last_day: series.last_day,
            starts: Clock(series.starts),
            ends: Clock(series.ends),
            term_time_only: series.term_time_only,
            days: planned.days.into_iter().map(DayOut::from).collect(),
            warnings: planned.warnings,
        }
    }
}

/// Plan a series
///
/// Makes one session for each day of the rule, or one for each slot where the activity is by
/// appointment. Closures, bank holidays and days outside term are skipped and named.
#[utoipa::path(tag = "planning", request_body = DatesIn,
    responses((status = 201, body = SeriesOut), PlanFaults))]
#[post("/series")]
async fn add_series(api: Api, body: Body<DatesIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, |tx, input| {
        if input.name.is_some() {
            return Err(Fault::invalid(
                "/name",
                "A series has its activity's title; leave it out.",
            ));
        }
        Ok(Answer::created(SeriesOut::new(service::add_series(tx, &input.command()?)?)))
    })
    .await
}

/// Get a series with its sessions
#[utoipa::path(tag = "planning", params(("id" = inline(SeriesId), Path, description = "The series.")),
    responses((status = 200, body = SeriesOut)))]
#[get("/series/{id}")]
async fn get_series(api: Api, id: Path<SeriesId>) -> Result<HttpResponse, Fault> {
    api.read(Act::Plan, move |tx| Ok(Answer::ok(SeriesOut::new(service::series(tx, &id)?)))).await
}

/// Announce every session of a series
#[utoipa::path(tag = "planning", request_body = Nothing, params(("id" = inline(SeriesId), Path, description = "The series.")),
    responses((status = 200, body = SeriesOut)))]
#[post("/series/{id}/announce")]
async fn announce_series(
    api: Api,
    id: Path<SeriesId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, move |tx, _| {
        Ok(Answer::ok(SeriesOut::new(service::announce_series(tx, &id)?)))
    })
    .await
}
