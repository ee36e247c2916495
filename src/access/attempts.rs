//! How often somebody may fail to sign in. Counted by address, by account and by both, each within
//! a window that starts with its first failure; the refusal says when the window ends. An account
//! by itself waits at most a minute, so that strangers who guess cannot lock its owner out.

use chrono::TimeDelta;

use crate::base::moment::Moment;

/// What was counted under one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountedAttempts {
    pub failures: i32,
    pub since: Moment,
}

/// A number of failures within a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub failures: i32,
    pub window: TimeDelta,
}

/// Counts one more attempt, or says until when no more are allowed.
pub fn count(
    before: Option<CountedAttempts>,
    limit: Limit,
    now: Moment,
) -> Result<CountedAttempts, Moment> {
    let first = CountedAttempts { failures: 1, since: now };
    match before {
        Some(counted) if now - counted.since < limit.window => {
            if counted.failures >= limit.failures {
                return Err(counted.since + limit.window);
            }
            Ok(CountedAttempts { failures: counted.failures + 1, ..counted })
        }
        _ => Ok(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_holds_to_the_end_of_its_window() {
        let limit = Limit { failures: 2, window: TimeDelta::minutes(15) };
        let at = |text: &str| Moment::parse(text).unwrap();
        let start = at("2026-11-22T12:00:00Z");

        let one = count(None, limit, start).unwrap();
        let two = count(Some(one), limit, at("2026-11-22T12:10:00Z")).unwrap();
        assert_eq!(two, CountedAttempts { failures: 2, since: start });
        let until = at("2026-11-22T12:15:00Z");
        assert_eq!(count(Some(two), limit, at("2026-11-22T12:14:59.999999Z")), Err(until));
        assert_eq!(
            count(Some(two), limit, until),
            Ok(CountedAttempts { failures: 1, since: until })
        );
    }
}
