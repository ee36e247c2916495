//! A time of day on the wire, by the centre's clock.

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

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
