//! A time of day on the wire, by the centre's clock: `HH:MM`. Seconds may be sent, and are not shown.

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serializer};

/// When the working day begins.
pub(crate) fn nine() -> NaiveTime {
    NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()
}

pub(crate) fn serialize<S: Serializer>(time: &NaiveTime, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&time.format("%H:%M"))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
    let text = String::deserialize(from)?;
    NaiveTime::parse_from_str(&text, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"))
        .ok()
        .filter(|time| time.nanosecond() < 1_000_000_000)
        .ok_or_else(|| serde::de::Error::custom("expected a time of day such as 09:00"))
}
