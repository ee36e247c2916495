//! Days and times of day as a zone's clock has them.

use chrono::{DateTime, DurationRound, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::London;
use chrono_tz::Tz;

/// The longest stretch of civil time a zone has ever skipped is a whole day (Samoa, 2011).
const LONGEST_GAP_MINUTES: i64 = 25 * 60;

/// Where the organisation and the families live.
pub const HOME: Tz = chrono_tz::Europe::London;

/// The day a clock on the centre's wall shows at this instant.
pub fn local_day(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// When a day begins in London.
pub fn day_begins(day: NaiveDate) -> DateTime<Utc> {
    at_local(day, NaiveTime::MIN, London)
}

/// When the day of this instant began in London.
pub fn today_begins(now: DateTime<Utc>) -> DateTime<Utc> {
    day_begins(local_day(now, London))
}

/// The instant at which the centre's wall clock shows this time on this day. A time that
/// comes twice is the earlier; one that the clocks skip is the first instant after the gap.
pub fn at_local(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let wanted = day.and_time(time);
    if let Some(instant) = zone.from_local_datetime(&wanted).earliest() {
        return instant.to_utc();
    }

    let whole_minute = wanted.duration_trunc(TimeDelta::minutes(1)).unwrap_or(wanted);
    (1..=LONGEST_GAP_MINUTES)
        .filter_map(|minutes| whole_minute.checked_add_signed(TimeDelta::minutes(minutes)))
        .find_map(|later| zone.from_local_datetime(&later).earliest())
        .map_or_else(|| wanted.and_utc(), |instant| instant.to_utc())
}
