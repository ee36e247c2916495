//! When so few families come to a session that somebody should see to it.

use chrono::TimeDelta;

/// How soon before it begins.
pub(crate) const THIN_WITHIN: TimeDelta = TimeDelta::days(3);

/// More than two of three places are free.
pub(crate) fn is_thin(places_left: i32, capacity: i32) -> bool {
    places_left * 3 > capacity * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_two_of_three_places_are_free() {
        for (left, capacity, thin) in [(12, 12, true), (9, 12, true), (8, 12, false), (0, 0, false)]
        {
            assert_eq!(is_thin(left, capacity), thin, "{left} of {capacity}");
        }
    }
}
