//! How often a made-up family comes. Deterministic: the same family comes on the same days.

use crate::base::calendar::at_local;
use crate::base::moment::Moment;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Europe::London;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// How often a family comes to its centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    Never,
    /// In this week only.
    Once(i64),
    /// Every few weeks, from one week to another.
    Often {
        every: i64,
        from: i64,
        until: i64,
    },
}

/// A random generator for one family or child.
pub(super) fn chance(id: &str, part: u64) -> StdRng {
    let mixed = id.bytes().fold(part, |mixed, byte| {
        mixed.wrapping_mul(0x0100_0000_01B3).wrapping_add(u64::from(byte))
    });
    StdRng::seed_from_u64(mixed)
}

impl Habit {
    /// Three in ten never come, two have come once, the others come often. Weeks are counted back
    /// from today.
    pub(super) fn of(family: &str, weeks: i64) -> Habit {
        let draw = &mut chance(family, 1);
        match draw.random_range(0..10) {
            0..3 => Habit::Never,
            3..5 => Habit::Once(draw.random_range(1..=weeks)),
            _ => {
                let from = draw.random_range(20..=weeks);
                let until = draw.random_range(1..=(from - 10).min(16));
                Habit::Often { every: draw.random_range(2..=7), from, until }
            }
        }
    }

    /// The week in which a health visitor referred the family to what it came to first. One family
    /// in five was referred; some of those that never come were, too.
    pub(super) fn referred_in(self, family: &str, weeks: i64) -> Option<i64> {
        let draw = &mut chance(family, 9);
        let (often, week) = match self {
            Habit::Never => (0.08, draw.random_range(1..=weeks)),
            Habit::Once(only) => (0.2, only),
            Habit::Often { from, .. } => (0.2, from),
        };
        draw.random_bool(often).then_some(week)
    }

    pub(super) fn comes(self, week: i64) -> bool {
        match self {
            Habit::Never => false,
            Habit::Once(only) => only == week,
            Habit::Often { every, from, until } => {
                (until..=from).contains(&week) && (from - week) % every == 0
            }
        }
    }
}

/// A full hour of a day, by the clock here.
pub(super) fn at_hour(day: NaiveDate, hour: i64) -> Moment {
    at_local(day, NaiveTime::MIN + TimeDelta::hours(hour), London).into()
}

/// The first day of the term after the third birthday, when a three-year-old's place starts.
pub(super) fn nursery_from(third_birthday: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    let year = third_birthday.year();
    let (year, month) = match third_birthday.month() {
        1..=3 => (year, 4),
        4..=8 => (year, 9),
        _ => (year + 1, 1),
    };
    NaiveDate::from_ymd_opt(year, month, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_never_come_and_many_come_often() {
        let habits: Vec<Habit> = (0..1_000).map(|n| Habit::of(&format!("f{n}"), 70)).collect();
        let count = |rule: fn(&Habit) -> bool| habits.iter().filter(|habit| rule(habit)).count();
        assert!((200..400).contains(&count(|habit| *habit == Habit::Never)));
        assert!((400..600).contains(&count(|habit| matches!(habit, Habit::Often { .. }))));
        assert_eq!(Habit::of("f1", 70), Habit::of("f1", 70));
        let often = Habit::Often { every: 3, from: 30, until: 5 };
        assert!(often.comes(30) && often.comes(27) && !often.comes(28) && !often.comes(3));
    }

    #[test]
    fn some_are_referred_to_what_they_come_to_first() {
        let weeks = |n: usize| {
            let family = format!("f{n}");
            let habit = Habit::of(&family, 70);
            habit.referred_in(&family, 70).map(|week| (habit, week))
        };
        let referred: Vec<(Habit, i64)> = (0..1_000).filter_map(weeks).collect();
        let came = referred.iter().filter(|(habit, week)| habit.comes(*week)).count();
        assert!((100..220).contains(&came) && came < referred.len(), "{came}");
    }

    #[test]
    fn a_place_begins_with_the_term_after_the_birthday() {
        for (birthday, from) in [
            ("2026-03-31", "2026-04-01"),
            ("2026-04-01", "2026-09-01"),
            ("2026-12-31", "2027-01-01"),
        ] {
            let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
            assert_eq!(nursery_from(day(birthday)), Some(day(from)));
        }
    }
}
