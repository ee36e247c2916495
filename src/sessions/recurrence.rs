//! Rules that make dates: every few weeks, certain weekdays of the month, or listed dates. A date
//! that falls on a closure, a bank holiday or outside term is not silently dropped but reported as
//! skipped, with a reason in words that staff can pass on.

use crate::base::calendar::{Closure, Term, bank_holiday};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// When a series takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// At an interval of weeks, counted from the first such weekday of the period.
    Weekly { weekday: Weekday, interval: u32 },
    /// The 1st and 3rd, or the last, such weekday of every month.
    Monthly { weekday: Weekday, which: Vec<Which> },
    /// These days and no others.
    Dates(Vec<NaiveDate>),
}

/// A number from 1 to 5, or the word `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = WhichForm)]
pub enum Which {
    Nth(u32),
    Last(LastWord),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LastWord {
    Last,
}

/// What prevents a session from being held on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecurrenceLimits<'a> {
    /// Held only in these terms; `None` is held all the year.
    pub terms: Option<&'a [Term]>,
    pub closures: &'a [Closure],
    pub bank_holidays: BankHolidays,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BankHolidays {
    /// No session on a bank holiday.
    #[default]
    Skip,
    /// Held on bank holidays too.
    Keep,
}

/// Whether something is held all the year or only in term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    AllYear,
    TermTime,
}

/// A day the rule names, and whether a session is held on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    pub day: NaiveDate,
    pub status: Status,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    Held,
    /// Why not, in words.
    Skipped(String),
}

/// The days of a rule in a period, both its ends included, in order and without duplicates. Listed
/// days outside the period are reported like any other.
pub(crate) fn occurrences(
    rule: &Rule,
    from: NaiveDate,
    to: NaiveDate,
    limits: &RecurrenceLimits<'_>,
) -> Vec<Occurrence> {
    let judged = |day| Occurrence { day, status: limits.judge(day) };
    let held = days(rule, from, to).into_iter().map(judged).collect();
    with_the_rest(rule, held, "outside the period")
}

/// As many held dates as requested, from the first; those skipped between them are kept.
pub(crate) fn first_held(
    rule: &Rule,
    first: NaiveDate,
    count: usize,
    limits: &RecurrenceLimits<'_>,
) -> Vec<Occurrence> {
    // A course that finds no dates in two years of weeks ends there.
    let to = first.checked_add_days(Days::new(2 * 366)).unwrap_or(NaiveDate::MAX);
    let judged = |day| Occurrence { day, status: limits.judge(day) };
    let mut held = 0;
    let wanted = days(rule, first, to).into_iter().map(judged).take_while(|date| {
        let wanted = held < count;
        held += usize::from(date.status == Status::Held);
        wanted
    });
    with_the_rest(rule, wanted.collect(), "before the first day, or after as many as were wanted")
}

/// Adds the listed days that are not among them, each with why not.
fn with_the_rest(rule: &Rule, mut found: Vec<Occurrence>, why: &str) -> Vec<Occurrence> {
    let Rule::Dates(listed) = rule else { return found };
    for day in listed {
        if !found.iter().any(|date| date.day == *day) {
            found.push(Occurrence { day: *day, status: Status::Skipped(why.to_owned()) });
        }
    }
    found.sort_by_key(|date| date.day);
    found
}

/// A stretch of time cut into slots of a length, as offsets from its start; what is left over at
/// the end is not used.
pub(crate) fn slots(
    stretch: TimeDelta,
    minutes: u32,
) -> impl Iterator<Item = (TimeDelta, TimeDelta)> {
    let minutes = i64::from(minutes.max(1));
    let count = stretch.num_minutes() / minutes;
    (0..count).map(move |number| {
        let starts = TimeDelta::minutes(number * minutes);
        (starts, starts + TimeDelta::minutes(minutes))
    })
}

impl RecurrenceLimits<'_> {
    /// Whether a session may be held on this day.
    pub(crate) fn judge(&self, day: NaiveDate) -> Status {
        if let Some(closure) = self.closures.iter().find(|closure| closure.contains(day)) {
            return Status::Skipped(format!("closed: {}", closure.reason));
        }
        if self.bank_holidays == BankHolidays::Skip
            && let Some(name) = bank_holiday(day)
        {
            return Status::Skipped(format!("bank holiday: {name}"));
        }
        match self.terms {
            Some(terms) if !terms.iter().any(|term| term.contains(day)) => {
                Status::Skipped("outside term".to_owned())
            }
            _ => Status::Held,
        }
    }
}

fn days(rule: &Rule, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = match rule {
        Rule::Weekly { weekday, interval } => first_on_or_after(from, *weekday)
            .iter_weeks()
            .take_while(|day| *day <= to)
            .step_by((*interval).max(1) as usize)
            .collect(),
        Rule::Monthly { weekday, which } => first_on_or_after(from, *weekday)
            .iter_weeks()
            .take_while(|day| *day <= to)
            .filter(|day| which.iter().any(|which| which.is(*day)))
            .collect(),
        Rule::Dates(dates) => {
            dates.iter().copied().filter(|day| from <= *day && *day <= to).collect()
        }
    };
    days.sort_unstable();
    days.dedup();
    days
}

fn first_on_or_after(from: NaiveDate, weekday: Weekday) -> NaiveDate {
    let ahead = weekday.days_since(from.weekday());
    from.checked_add_days(Days::new(ahead.into())).unwrap_or(NaiveDate::MAX)
}

impl Which {
    pub const LAST: Which = Which::Last(LastWord::Last);

    /// A month without a fifth has none.
    fn is(self, day: NaiveDate) -> bool {
        match self {
            Self::Nth(nth) => (day.day() - 1) / 7 + 1 == nth,
            Self::Last(LastWord::Last) => day
                .checked_add_days(Days::new(7))
                .is_none_or(|week_later| week_later.month() != day.month()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const ALWAYS: RecurrenceLimits<'static> =
        RecurrenceLimits { terms: None, closures: &[], bank_holidays: BankHolidays::Keep };

    fn held(rule: &Rule, from: &str, to: &str) -> Vec<String> {
        occurrences(rule, day(from), day(to), &ALWAYS)
            .into_iter()
            .map(|occurrence| occurrence.day.to_string())
            .collect()
    }

    #[test]
    fn weekly_rules_step_from_the_first_such_weekday() {
        let mondays = |interval| Rule::Weekly { weekday: Weekday::Mon, interval };
        assert_eq!(
            held(&mondays(1), "2014-02-04", "2014-02-24"),
            ["2014-02-10", "2014-02-17", "2014-02-24"]
        );
        assert_eq!(held(&mondays(2), "2014-02-03", "2014-02-28"), ["2014-02-03", "2014-02-17"]);
        assert_eq!(held(&mondays(1), "2014-02-04", "2014-02-09"), [""; 0]);
    }

    #[test]
    fn monthly_rules_find_the_first_third_fifth_and_last() {
        let wednesdays =
            Rule::Monthly { weekday: Weekday::Wed, which: vec![Which::Nth(1), Which::Nth(3)] };
        assert_eq!(
            held(&wednesdays, "2014-01-02", "2014-02-28"),
            ["2014-01-15", "2014-02-05", "2014-02-19"]
        );
        let last_monday = Rule::Monthly { weekday: Weekday::Mon, which: vec![Which::LAST] };
        assert_eq!(
            held(&last_monday, "2014-01-01", "2014-03-31"),
            ["2014-01-27", "2014-02-24", "2014-03-31"]
        );
        let fifth_friday = Rule::Monthly { weekday: Weekday::Fri, which: vec![Which::Nth(5)] };
        assert_eq!(held(&fifth_friday, "2014-01-01", "2014-05-31"), ["2014-01-31", "2014-05-30"]);
        let fifth_and_last =
            Rule::Monthly { weekday: Weekday::Fri, which: vec![Which::Nth(5), Which::LAST] };
        assert_eq!(held(&fifth_and_last, "2014-05-30", "2014-05-31"), ["2014-05-30"]);
    }

    #[test]
    fn listed_dates_are_sorted_and_each_is_answered_for() {
        let dates =
            Rule::Dates(["2014-05-10", "2014-03-08", "2014-05-10", "2015-01-10"].map(day).into());
        let found = occurrences(&dates, day("2014-01-01"), day("2014-12-31"), &ALWAYS);
        let outside = Status::Skipped("outside the period".to_owned());
        let expected =
            [("2014-03-08", Status::Held), ("2014-05-10", Status::Held), ("2015-01-10", outside)];
        let expected = expected.map(|(on, status)| Occurrence { day: day(on), status });
        assert_eq!(found, expected);
    }

    #[test]
    fn a_skipped_date_says_why() {
        let closures = [Closure {
            reason: "deep cleaning".to_owned(),
            first_day: day("2014-04-14"),
            last_day: day("2014-04-21"),
        }];
        let terms = [Term {
            name: "summer".to_owned(),
            first_day: day("2014-04-07"),
            last_day: day("2014-05-23"),
        }];
        let limits = RecurrenceLimits {
            terms: Some(&terms),
            closures: &closures,
            bank_holidays: BankHolidays::Skip,
        };
        let mondays = Rule::Weekly { weekday: Weekday::Mon, interval: 1 };
        let found: Vec<_> = occurrences(&mondays, day("2014-03-31"), day("2014-05-26"), &limits)
            .into_iter()
            .map(|occurrence| match occurrence.status {
                Status::Held => format!("{} held", occurrence.day),
                Status::Skipped(why) => format!("{} {why}", occurrence.day),
            })
            .collect();
        assert_eq!(
            found,
            [
                "2014-03-31 outside term",
                "2014-04-07 held",
                "2014-04-14 closed: deep cleaning",
                "2014-04-21 closed: deep cleaning",
                "2014-04-28 held",
                "2014-05-05 bank holiday: Early May bank holiday",
                "2014-05-12 held",
                "2014-05-19 held",
                "2014-05-26 bank holiday: Spring bank holiday",
            ]
        );
    }
}
