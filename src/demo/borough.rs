//! The demo's programme: centres, activities and weekly slots from `borough.json`, placed around
//! today so that some sessions are public and some in the referral window. Two more are planned by
//! hand: one that gets filled, one about to be released.

use super::members::DemoParty;
use crate::base::calendar::at_local;
use crate::base::fault::{Expected, Fault, Result};
use crate::base::id::{ActivityId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::centres::PlaceFeatures;
use crate::centres::house_rules::service::publish;
use crate::centres::service::{AddCentre, add_centre};
use crate::db::Tx;
use crate::partners::PartnerKind;
use crate::sessions::release::Overrides;
use crate::sessions::service::{Plan, add_activity, announce, plan};
use crate::sessions::{ActivitySettings, time_of_day};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use chrono_tz::Europe::London;
use serde::Deserialize;

const BOROUGH: &str = include_str!("borough.json");

/// Days that are planned, including today.
const DAYS_AHEAD: u64 = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Borough {
    pub organisation: String,
    pub partners: Vec<Agency>,
    pub birthdays: Vec<DemoParty>,
    house_rules: String,
    centres: Vec<DemoCentre>,
    activities: Vec<Offered>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    pub name: String,
    pub kind: PartnerKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoCentre {
    name: String,
    phone: String,
    address: String,
    postcode: String,
    access_features: PlaceFeatures,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Offered {
    activity: ActivitySettings,
    slots: Vec<DemoSlot>,
}

/// The same day and time every week.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoSlot {
    /// The centre's place in the list.
    centre: usize,
    day: Weekday,
    #[serde(with = "time_of_day")]
    starts: NaiveTime,
    #[serde(with = "time_of_day")]
    ends: NaiveTime,
}

/// The planned sessions that the rest of the demo needs.
pub struct DemoPlanned {
    pub centres: Vec<CentreId>,
    /// In order of start.
    pub public: Vec<SessionId>,
    pub in_referral_window: Vec<SessionId>,
    /// Public since yesterday, for babies.
    pub to_fill: SessionId,
}

impl Borough {
    pub fn read() -> Result<Borough> {
        serde_json::from_str(BOROUGH).map_err(Fault::internal)
    }

    /// The centres' names, in order.
    pub fn centre_names(&self) -> Vec<&str> {
        self.centres.iter().map(|centre| centre.name.as_str()).collect()
    }

    /// Makes the centres, the activities and all their sessions.
    pub fn plan(&self, tx: &mut Tx) -> Result<DemoPlanned> {
        let centres = self.centres(tx)?;
        publish(tx, None, &Expected::Any, Some(self.house_rules.clone()))?;
        let mut activities = Vec::new();
        for offered in &self.activities {
            activities.push(add_activity(tx, offered.activity.checked()?)?.id);
        }

        let (mut public, mut in_referral_window) = (Vec::new(), Vec::new());
        for (offered, activity) in self.activities.iter().zip(&activities) {
            for dated in offered.dates(tx.now()) {
                let centre = centres.get(dated.centre).ok_or_else(no_such_thing)?;
                let session = dated.plan(tx, activity, centre, Overrides::default())?;
                // Whether seven days ahead is public depends on the time of day.
                match dated.days_ahead {
                    ..=6 => public.push((dated.starts_at, session)),
                    8..=13 => in_referral_window.push((dated.starts_at, session)),
                    _ => {}
                }
            }
        }
        let to_fill = self.by_hand(tx, &centres, &activities)?;
        Ok(DemoPlanned {
            centres,
            public: in_order(public),
            in_referral_window: in_order(in_referral_window),
            to_fill,
        })
    }

    fn centres(&self, tx: &mut Tx) -> Result<Vec<CentreId>> {
        let mut ids = Vec::new();
        for centre in &self.centres {
            let add = AddCentre {
                name: centre.name.clone(),
                phone: Some(centre.phone.clone()),
                email: None,
                address: Some(centre.address.clone()),
                postcode: Some(centre.postcode.clone()),
                access_features: centre.access_features.clone(),
            };
            ids.push(add_centre(tx, &add)?.id);
        }
        Ok(ids)
    }

    /// One session public since yesterday, which comes back, and one released in a few minutes.
    fn by_hand(
        &self,
        tx: &mut Tx,
        centres: &[CentreId],
        activities: &[ActivityId],
    ) -> Result<SessionId> {
        let now = tx.now();
        let called = |title: &str| {
            let mut all = self.activities.iter().zip(activities);
            all.find(|(offered, _)| offered.activity.title == title).map(|(_, id)| id)
        };
        let [first, .., last] = centres else { return Err(no_such_thing()) };
        let massage = called("Baby Massage").ok_or_else(no_such_thing)?;
        let music = called("Family Music").ok_or_else(no_such_thing)?;

        let yesterday = Overrides {
            referrals_open_at: Some(now - TimeDelta::days(8)),
            public_release_at: Some(Some(now - TimeDelta::days(1))),
            ..Overrides::default()
        };
        let minutes_away = Overrides {
            referrals_open_at: Some(now - TimeDelta::days(7)),
            public_release_at: Some(Some(in_some_minutes(now))),
            ..Overrides::default()
        };
        on_day(now, 6, "10:45", "11:30").plan(tx, music, last, minutes_away)?;
        on_day(now, 3, "14:30", "15:30").plan(tx, massage, first, yesterday)
    }
}

/// A slot on one day.
struct Dated {
    centre: usize,
    days_ahead: u64,
    starts_at: Moment,
    ends_at: Moment,
}

impl Dated {
    fn plan(
        &self,
        tx: &mut Tx,
        activity: &ActivityId,
        centre: &CentreId,
        release: Overrides,
    ) -> Result<SessionId> {
        let times = (self.starts_at, self.ends_at);
        let wanted = Plan {
            referrals_open_at: release.referrals_open_at,
            public_release_at: release.public_release_at,
            ..Plan::new(activity.clone(), centre.clone(), times)
        };
        let session = plan(tx, &wanted)?;
        announce(tx, &session.id)?;
        Ok(session.id)
    }
}

impl Offered {
    fn dates(&self, now: Moment) -> Vec<Dated> {
        let mut dates = Vec::new();
        for slot in &self.slots {
            for days_ahead in 0..=DAYS_AHEAD {
                let day = day_after(now, days_ahead);
                let starts_at: Moment = at_local(day, slot.starts, London).into();
                if day.weekday() == slot.day && starts_at > now {
                    let ends_at = at_local(day, slot.ends, London).into();
                    dates.push(Dated { centre: slot.centre, days_ahead, starts_at, ends_at });
                }
            }
        }
        dates
    }
}

fn on_day(now: Moment, days_ahead: u64, starts: &str, ends: &str) -> Dated {
    let day = day_after(now, days_ahead);
    let at = |time: &str| at_local(day, time.parse().unwrap_or_default(), London).into();
    Dated { centre: 0, days_ahead, starts_at: at(starts), ends_at: at(ends) }
}

fn day_after(now: Moment, days: u64) -> NaiveDate {
    let today = now.civil_day();
    today.checked_add_days(Days::new(days)).unwrap_or(today)
}

/// The next whole five minutes that are at least five minutes away.
fn in_some_minutes(now: Moment) -> Moment {
    let five = 5 * 60;
    let past = now.seconds().rem_euclid(five);
    let whole = now - TimeDelta::microseconds(i64::from(now.utc().timestamp_subsec_micros()));
    whole + TimeDelta::seconds(2 * five - past)
}

fn in_order(mut sessions: Vec<(Moment, SessionId)>) -> Vec<SessionId> {
    sessions.sort();
    sessions.into_iter().map(|(_, id)| id).collect()
}

fn no_such_thing() -> Fault {
    Fault::internal("the demo's borough refers to something it does not have")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_in_some_minutes_is_five_to_ten_away_and_on_the_five() {
        for now in ["2026-11-23T09:00:00Z", "2026-11-23T09:04:59.5Z", "2026-11-23T09:55:01Z"] {
            let now = Moment::parse(now).expect("a moment");
            let release = in_some_minutes(now);
            let away = release - now;
            assert!(away > TimeDelta::minutes(5) - TimeDelta::seconds(1), "{away}");
            assert!(away <= TimeDelta::minutes(10), "{away}");
            assert_eq!(release.seconds() % 300, 0);
        }
    }
}
