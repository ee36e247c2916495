//! The ages that an activity takes, as parents count them: weeks and months of babies, years and
//! half years of children.

use crate::base::calendar::AgeUnit;
use crate::sessions::ActivitySettings;
use crate::words::{Words, say};

/// "Birth to 5"; nothing where any age may come.
pub(crate) fn ages(words: Words, activity: &ActivitySettings) -> Option<String> {
    if activity.adults_only {
        return Some(words.say("whats-on-ages-adults"));
    }
    let (unit, min, max) = (activity.ages.unit, activity.ages.min, activity.ages.max);
    match activity.expectant_welcome {
        true => Some(with_expected(words, unit, min, max)),
        false => range(words, unit, min, max),
    }
}

fn range(words: Words, unit: AgeUnit, min: i32, max: Option<i32>) -> Option<String> {
    let (from, to) = (age(words, unit, min), max.map(|max| age(words, unit, max)));
    let is_for_babies = max.is_some_and(|max| in_months(unit, max) <= BABY);
    let first = in_months(unit, min);
    let in_years = first == BABY || first >= TWO;
    Some(match (min, to) {
        (0, None) => return None,
        (_, None) => say!(words, "whats-on-ages-from", from = from),
        (0, Some(to)) if is_for_babies => say!(words, "whats-on-ages-babies", to = to),
        (0, Some(to)) => say!(words, "whats-on-ages-birth", to = to),
        (_, Some(to)) if is_for_babies => {
            say!(words, "whats-on-ages-babies-from", from = from, to = to)
        }
        (_, Some(to)) if in_years => say!(words, "whats-on-ages-years", from = from, to = to),
        (_, Some(to)) => say!(words, "whats-on-ages-between", from = from, to = to),
    })
}

/// Where those who expect a child may come too.
fn with_expected(words: Words, unit: AgeUnit, min: i32, max: Option<i32>) -> String {
    let (from, to) = (age(words, unit, min), max.map(|max| age(words, unit, max)));
    match (min, to) {
        (0, None) => words.say("whats-on-ages-pregnant-any"),
        (_, None) => say!(words, "whats-on-ages-pregnant-from", from = from),
        (0, Some(to)) => say!(words, "whats-on-ages-pregnant", to = to),
        (_, Some(to)) => say!(words, "whats-on-ages-pregnant-between", from = from, to = to),
    }
}

/// Until this age a child is a baby.
const BABY: i32 = 12;
/// From this age on it is counted in years.
const TWO: i32 = 24;

/// Of more weeks than this a parent thinks in months.
const MOST_WEEKS: i32 = 12;

/// Weeks come to whole months: 40 weeks to 9.
fn in_months(unit: AgeUnit, count: i32) -> i32 {
    match unit {
        AgeUnit::Weeks => count * 7 * 12 / 365,
        AgeUnit::Months => count,
    }
}

/// "6 weeks", "18 months", "2½".
fn age(words: Words, unit: AgeUnit, count: i32) -> String {
    if unit == AgeUnit::Weeks && count <= MOST_WEEKS {
        return say!(words, "whats-on-age-weeks", n = count);
    }
    let months = in_months(unit, count);
    let (years, rest) = (months / 12, months % 12);
    match rest {
        _ if months < TWO && months != BABY => say!(words, "whats-on-age-months", n = months),
        0 => say!(words, "whats-on-age-years", years = years),
        6 | 7 => say!(words, "whats-on-age-half", years = years),
        _ => say!(words, "whats-on-age-years-months", years = years, months = rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_said_as_parents_count_them() {
        for (unit, min, max, said) in [
            (AgeUnit::Months, 0, Some(60), Some("Birth to 5")),
            (AgeUnit::Months, 0, Some(12), Some("Babies up to 1")),
            (AgeUnit::Weeks, 0, Some(40), Some("Babies up to 9 months")),
            (AgeUnit::Weeks, 6, Some(40), Some("Babies from 6 weeks to 9 months")),
            (AgeUnit::Months, 24, Some(31), Some("Age 2 to 2½")),
            (AgeUnit::Months, 24, Some(48), Some("Age 2 to 4")),
            (AgeUnit::Months, 12, Some(24), Some("Age 1 to 2")),
            (AgeUnit::Months, 18, Some(48), Some("18 months to 4")),
            (AgeUnit::Months, 6, Some(33), Some("6 months to 2 years 9 months")),
            (AgeUnit::Months, 1, None, Some("From 1 month")),
            (AgeUnit::Months, 0, None, None),
        ] {
            assert_eq!(range(Words::english(), unit, min, max).as_deref(), said);
        }
    }

    #[test]
    fn those_who_expect_a_child_are_named_first() {
        for (min, max, said) in [
            (0, Some(24), "Pregnant, or with a child up to 2"),
            (0, Some(9), "Pregnant, or with a child up to 9 months"),
            (6, Some(24), "Pregnant, or with a child from 6 months to 2"),
            (6, None, "Pregnant, or with a child from 6 months"),
            (0, None, "Pregnant, or with a child of any age"),
        ] {
            assert_eq!(with_expected(Words::english(), AgeUnit::Months, min, max), said);
        }
    }
}
