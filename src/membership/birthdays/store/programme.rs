//! Queries for what is on at a centre that a card may name: public, announced, not sensitive, for
//! children.

use crate::base::calendar::{AgeRange, AgeUnit, at_local};
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{activities, centres, sessions, venues};
use crate::sessions::Access;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use diesel::prelude::*;

/// A session to come, and where.
#[derive(Clone, Debug)]
pub(crate) struct Coming {
    pub activity_id: ActivityId,
    pub title: String,
    pub ages: AgeRange,
    pub local_day: NaiveDate,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub centre: String,
    pub phone: Option<String>,
    pub zone: Tz,
    pub venue: String,
    /// In one line.
    pub address: String,
}

type ActivityPart = (ActivityId, String, AgeUnit, i32, Option<i32>);
type SessionPart = (NaiveDate, Moment, Moment);
type CentrePart = (String, Option<String>, String, Option<String>, Option<String>);
type VenuePart = (String, Option<String>, Option<String>);

/// What a centre has on from a day on, in order of time.
pub(crate) fn coming(
    tx: &mut Tx,
    centre: &CentreId,
    from: NaiveDate,
    days: i64,
) -> Result<Vec<Coming>> {
    let start: Moment = at_local(from, NaiveTime::MIN, chrono_tz::Europe::London).into();
    let rows: Vec<(ActivityPart, SessionPart, CentrePart, Option<VenuePart>)> = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .inner_join(centres::table.on(centres::id.eq(sessions::centre_id)))
        .left_join(venues::table.on(venues::id.nullable().eq(sessions::venue_id)))
        .filter(sessions::centre_id.eq(centre.as_str()))
        .filter(sessions::starts_at.ge(start))
        .filter(sessions::starts_at.lt(start + TimeDelta::days(days)))
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::public_release_at.is_not_null().or(activities::access.eq(Access::DropIn)))
        .filter(activities::sensitive.eq(false))
        .filter(activities::adults_only.eq(false))
        .order((sessions::starts_at, sessions::id))
        .select((
            (
                activities::id,
                activities::title,
                activities::age_unit,
                activities::age_min,
                activities::age_max,
            ),
            (sessions::local_day, sessions::starts_at, sessions::ends_at),
            (centres::name, centres::phone, centres::zone, centres::address, centres::postcode),
            (venues::name, venues::address, venues::postcode).nullable(),
        ))
        .load(tx.conn())?;
    Ok(rows
        .into_iter()
        .map(|(activity, session, at, venue)| row(activity, session, at, venue))
        .collect())
}

fn row(
    (activity_id, title, unit, min, max): ActivityPart,
    (local_day, starts_at, ends_at): SessionPart,
    (centre, phone, zone, centre_address, centre_postcode): CentrePart,
    venue: Option<VenuePart>,
) -> Coming {
    let zone: Tz = zone.parse().unwrap_or(chrono_tz::Europe::London);
    let (venue, address, postcode) =
        venue.unwrap_or_else(|| (centre.clone(), centre_address, centre_postcode));
    let address: Vec<String> = address.into_iter().chain(postcode).collect();
    Coming {
        activity_id,
        title,
        ages: AgeRange { unit, min, max },
        local_day,
        starts_at,
        ends_at,
        centre,
        phone,
        zone,
        venue,
        address: address.join(", "),
    }
}
