//! What families said of sessions, by activity and centre, so that nobody learns a single answer: not
//! from a figure, and not from the difference of two. The answers of an activity are counted in
//! blocks of whole months, each grown until it holds at least five; a block belongs to the month that
//! completes it. Two reports differ by whole blocks, and totals are of what is shown alone. A month
//! is counted once nobody can change an answer about it any more.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{ActivityId, CentreId};
use crate::base::moment::Moment;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Fewer answers than this are not shown.
pub(crate) const FEWEST: u64 = 5;

/// Longer than a family may change what it said.
const SETTLED_AFTER: Days = Days::new(15);

/// Answers, and those of them that said "good".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    pub all: u64,
    pub good: u64,
}

impl Answers {
    fn add(&mut self, other: Answers) {
        self.all += other.all;
        self.good += other.good;
    }
}

/// What families said, by activity.
#[derive(Serialize, ToSchema)]
#[schema(as = FeedbackReportOut)]
pub(crate) struct FeedbackReport {
    /// The first day of the first month.
    pub from: NaiveDate,
    /// The last day of the last month that can be counted: one that ended 15 days ago or more. Before
    /// `from`, where none of the months asked for can be counted yet.
    pub to: NaiveDate,
    /// When it was counted.
    pub as_at: Moment,
    /// The least number of answers that is shown.
    pub fewest: u64,
    /// Activities with sessions in these months, by title; at each centre separately.
    pub activities: Vec<FeedbackLine>,
    /// The total of what is shown, and of nothing else.
    pub shown: FeedbackFigures,
}

/// What families said of an activity at a centre.
#[derive(Serialize, ToSchema)]
#[schema(as = FeedbackLineOut)]
pub(crate) struct FeedbackLine {
    /// The activity.
    pub activity_id: ActivityId,
    /// Its title.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// The centre.
    pub centre_id: CentreId,
    /// Its name.
    pub centre: String,
    /// `null`: fewer than five answers, or none, up to the end of these months. They are counted in
    /// the month in which there are five.
    pub figures: Option<FeedbackFigures>,
}

/// How many answered, and how many said that it was good.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = FeedbackFiguresOut)]
pub(crate) struct FeedbackFigures {
    /// Families that answered; one that came to several sessions may have answered for each.
    pub answers: u64,
    /// Those that said "good".
    pub good: u64,
    /// Their share in percent, rounded down; `null` without answers.
    pub percent_good: Option<u64>,
}

impl From<Answers> for FeedbackFigures {
    fn from(Answers { all, good }: Answers) -> FeedbackFigures {
        FeedbackFigures { answers: all, good, percent_good: (good * 100).checked_div(all) }
    }
}

pub(crate) fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The first day of the month after.
pub(crate) fn next_month(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).unwrap_or(month)
}

/// The month after the last that can be counted today.
pub(crate) fn counted_before(today: NaiveDate) -> NaiveDate {
    month_of(today.checked_sub_days(SETTLED_AFTER).unwrap_or(today))
}

/// The answers of the blocks that these months complete; nothing where they complete none. `by_month`
/// has every month since the first answer.
pub(crate) fn completed(
    by_month: &BTreeMap<NaiveDate, Answers>,
    (from, before): (NaiveDate, NaiveDate),
) -> Option<Answers> {
    let (mut block, mut found) = (Answers::default(), None::<Answers>);
    for (month, answers) in by_month {
        block.add(*answers);
        if block.all >= FEWEST {
            if from <= *month && *month < before {
                found.get_or_insert_default().add(block);
            }
            block = Answers::default();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::OPEN_FOR;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Months from January on, each with its answers and those that said "good".
    fn months(counts: &[(u64, u64)]) -> BTreeMap<NaiveDate, Answers> {
        let month = |at: usize| day(&format!("2026-{:02}-01", at + 1));
        let months = counts.iter().enumerate();
        months.map(|(at, (all, good))| (month(at), Answers { all: *all, good: *good })).collect()
    }

    fn of(counts: &[(u64, u64)], from: u32, before: u32) -> Option<(u64, u64)> {
        let month = |month: u32| day(&format!("2026-{month:02}-01"));
        let found = completed(&months(counts), (month(from), month(before)));
        found.map(|answers| (answers.all, answers.good))
    }

    #[test]
    fn a_month_with_few_answers_waits_for_the_next() {
        let counts = [(3, 3), (4, 2), (6, 6), (1, 0), (0, 0), (2, 2)];
        assert_eq!(of(&counts, 1, 2), None, "three are not shown");
        assert_eq!(of(&counts, 2, 3), Some((7, 5)), "with the three before");
        assert_eq!(of(&counts, 1, 3), Some((7, 5)));
        assert_eq!(of(&counts, 1, 7), Some((13, 11)), "the last three are still to come");
        assert_eq!(of(&counts, 4, 7), None);
        assert_eq!(of(&[(5, 0)], 1, 2), Some((5, 0)));
        assert_eq!(of(&[(4, 4)], 1, 2), None);
    }

    /// Whatever period is taken from one that holds it, what is left is nothing or at least five
    /// answers.
    #[test]
    fn no_two_reports_differ_by_fewer_than_five() {
        for seed in 0..200_u64 {
            let count = |at: u64| (seed * 7919 + at * at * 104_729 + at * 31) % 8;
            let counts: Vec<(u64, u64)> = (0..9).map(|at| (count(at), 0)).collect();
            let all = |from, before| of(&counts, from, before).map_or(0, |found| found.0);
            for from in 1..10 {
                for before in from + 1..=10 {
                    for (inner_from, inner_before) in [(from + 1, before), (from, before - 1)] {
                        if inner_from < inner_before {
                            let left = all(from, before) - all(inner_from, inner_before);
                            assert!(left == 0 || left >= FEWEST, "{counts:?} {from} {before}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_month_is_counted_when_no_answer_about_it_can_change() {
        for (today, before) in [
            ("2026-05-15", "2026-04-01"),
            ("2026-05-16", "2026-05-01"),
            ("2026-06-01", "2026-05-01"),
        ] {
            assert_eq!(counted_before(day(today)), day(before), "{today}");
        }
        // The last session of April can be spoken of until 14 May.
        assert!(OPEN_FOR < chrono::TimeDelta::days(15));
    }
}
