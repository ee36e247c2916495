//! When something that failed is tried again: after a minute, then after twice as long each time,
//! eight times in all.

use crate::moment::Moment;
use chrono::TimeDelta;

const TRIES: i32 = 8;

/// The next try after so many, or `None` when that was the last.
pub fn next_try(tried: i32, now: Moment) -> Option<Moment> {
    if tried >= TRIES {
        return None;
    }
    let doublings = tried.clamp(1, TRIES) - 1;
    Some(now + TimeDelta::minutes(1 << doublings))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_until_the_eighth_try_is_the_last() {
        let now = Moment::parse("2026-11-23T09:00:00Z").expect("a moment");
        let waits: Vec<_> = (1..=8)
            .map(|tried| next_try(tried, now).map(|next| (next - now).num_minutes()))
            .collect();

        let expected = [1, 2, 4, 8, 16, 32, 64].map(Some);
        assert_eq!(waits[..7], expected);
        assert_eq!(waits[7], None);
    }
}
