//! When something that failed is tried again: after a minute, then after twice as long each time up
//! to an hour, for two days. A mail server that is down for a day loses nothing.

use crate::base::moment::Moment;
use chrono::TimeDelta;

/// From the first try to the last.
const FOR: TimeDelta = TimeDelta::hours(48);
const LONGEST_WAIT: i64 = 60;

/// The time of the next try after this many, or `None` when that was the last.
pub(crate) fn next_try(tried: i32, since: Moment, now: Moment) -> Option<Moment> {
    let last = since + FOR;
    let minutes = (1 << (tried.clamp(1, 7) - 1)).min(LONGEST_WAIT);
    (now < last).then(|| (now + TimeDelta::minutes(minutes)).min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour_and_the_last_try_is_two_days_after_the_first() {
        let since = Moment::parse("2026-11-23T09:00:00Z").expect("a moment");
        let (mut now, mut waits) = (since, Vec::new());
        for tried in 1.. {
            let Some(next) = next_try(tried, since, now) else { break };
            waits.push((next - now).num_minutes());
            now = next;
        }

        assert_eq!(waits[..8], [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(now, since + TimeDelta::hours(48));
        assert!(waits.iter().all(|wait| (1..=60).contains(wait)), "{waits:?}");
    }
}
