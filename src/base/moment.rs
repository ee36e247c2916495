//! An instant, in UTC, cut to microseconds: what both databases keep and what the API prints.
//! Civil time (a centre's days and hours) is `calendar`'s; asking for the time is `clock`'s.

use super::calendar::{HOME, local_day};
use chrono::{
    DateTime, NaiveDate, NaiveDateTime, SecondsFormat, SubsecRound, TimeDelta, Timelike, Utc,
};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::{Add, Sub};
use utoipa::ToSchema;

/// A UTC instant with microseconds; RFC 3339 with `Z` on the wire.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, ToSchema,
)]
#[diesel(sql_type = Timestamp)]
#[schema(
    value_type = String,
    format = DateTime,
    description = "An instant, RFC 3339, UTC.",
    examples("2026-11-23T09:00:00Z")
)]
pub struct Moment(NaiveDateTime);

impl Moment {
    pub fn utc(self) -> DateTime<Utc> {
        self.0.and_utc()
    }

    /// Reads RFC 3339, with any offset. A second 60 is refused: no database keeps it, and nobody
    /// plans by it.
    pub fn parse(text: &str) -> Option<Moment> {
        let at = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
        (at.nanosecond() < 1_000_000_000).then(|| at.into())
    }

    /// The organisation's civil day: what "today" is, and on which day something was. Between
    /// midnight and one in summer it is the day after the UTC day.
    pub fn civil_day(self) -> NaiveDate {
        local_day(self.utc(), HOME)
    }

    pub fn seconds(self) -> i64 {
        self.0.and_utc().timestamp()
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(at: DateTime<Utc>) -> Moment {
        Moment(at.naive_utc().trunc_subsecs(6))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl Add<TimeDelta> for Moment {
    type Output = Moment;
    fn add(self, by: TimeDelta) -> Moment {
        Moment(self.0 + by)
    }
}

impl Sub<TimeDelta> for Moment {
    type Output = Moment;
    fn sub(self, by: TimeDelta) -> Moment {
        Moment(self.0 - by)
    }
}

impl Sub for Moment {
    type Output = TimeDelta;
    fn sub(self, other: Moment) -> TimeDelta {
        self.0 - other.0
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Moment, D::Error> {
        let text = String::deserialize(d)?;
        let at = Moment::parse(&text).ok_or_else(|| {
            serde::de::Error::custom("expected an instant such as 2026-11-23T09:00:00Z")
        })?;
        let year = chrono::Datelike::year(&at.0);
        if super::calendar::YEARS.contains(&year) {
            Ok(at)
        } else {
            Err(serde::de::Error::custom("the year must lie between 1900 and 2199"))
        }
    }
}

impl<DB: Backend> ToSql<Timestamp, DB> for Moment
where
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<Timestamp, DB> for Moment
where
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Moment> {
        NaiveDateTime::from_sql(raw).map(Moment)
    }
}
