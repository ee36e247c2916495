//! Places that are not taken up. Room is kept for everybody who booked; an activity may stop
//! keeping it for those who are not there a number of minutes after the start, and give it to
//! walk-ins. Latecomers are still let in, as long as the room is safe.

use crate::base::moment::Moment;
use chrono::TimeDelta;

/// Whether room is still kept for people who booked and are not marked yet.
pub fn is_room_kept(give_after_minutes: Option<i32>, starts_at: Moment, now: Moment) -> bool {
    match give_after_minutes {
        None => true,
        Some(minutes) => now < starts_at + TimeDelta::minutes(i64::from(minutes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_kept_until_the_minute_and_for_ever_where_nothing_was_said() {
        let at = |text: &str| Moment::parse(text).expect("a moment");
        let starts = at("2026-11-23T10:00:00Z");
        for (minutes, now, kept) in [
            (Some(15), "2026-11-23T10:14:59Z", true),
            (Some(15), "2026-11-23T10:15:00Z", false),
            (Some(0), "2026-11-23T09:59:59Z", true),
            (Some(0), "2026-11-23T10:00:00Z", false),
            (None, "2026-11-23T12:00:00Z", true),
        ] {
            assert_eq!(is_room_kept(minutes, starts, at(now)), kept, "{minutes:?} {now}");
        }
    }
}
