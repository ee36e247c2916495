//! The periods of a trend: their last days, up to the day of the report, and their labels.

use super::asked::TrendPeriod;
use crate::base::calendar::Term;
use chrono::{Datelike, Months, NaiveDate};

/// The number of whole periods shown.
const MONTHS: u32 = 12;
const QUARTERS: u32 = 8;
const TERMS: usize = 6;

/// `(last day, label)`, earliest first. A period that is not over ends on the report's day.
pub(crate) fn periods(
    every: TrendPeriod,
    as_at: NaiveDate,
    terms: &[Term],
) -> Vec<(NaiveDate, String)> {
    match every {
        TrendPeriod::Month => {
            of_months(as_at, 1, MONTHS, &|first| first.format("%B %Y").to_string())
        }
        TrendPeriod::Quarter => of_months(as_at, 3, QUARTERS, &|first| {
            format!("Q{} {}", first.month0() / 3 + 1, first.year())
        }),
        TrendPeriod::FinancialQuarter => of_months(as_at, 3, QUARTERS, &|first| {
            let quarter = (first.month0() + 9) % 12 / 3 + 1;
            let year = first.year() - i32::from(first.month() < 4);
            format!("Q{quarter} {year}/{:02}", (year + 1).rem_euclid(100))
        }),
        TrendPeriod::Term => of_terms(as_at, terms),
    }
}

fn of_months(
    as_at: NaiveDate,
    months: u32,
    count: u32,
    label: &dyn Fn(NaiveDate) -> String,
) -> Vec<(NaiveDate, String)> {
    let month = as_at.month0() / months * months;
    let Some(current) = as_at.with_day(1).and_then(|day| day.with_month0(month)) else {
        return Vec::new();
    };
    let period = |back: u32| {
        let first = current.checked_sub_months(Months::new(back * months))?;
        let next = first.checked_add_months(Months::new(months))?;
        let last = next.pred_opt()?;
        let open = last > as_at;
        let so_far = if open { " so far" } else { "" };
        Some((last.min(as_at), format!("{}{so_far}", label(first))))
    };
    (0..=count).rev().filter_map(period).collect()
}

fn of_terms(as_at: NaiveDate, terms: &[Term]) -> Vec<(NaiveDate, String)> {
    let begun = terms.iter().filter(|term| term.first_day <= as_at);
    let mut periods: Vec<(NaiveDate, String)> = begun
        .map(|term| {
            let so_far = if term.last_day > as_at { " so far" } else { "" };
            let year = term.first_day.year();
            (term.last_day.min(as_at), format!("{} {year}{so_far}", term.name))
        })
        .collect();
    periods.sort();
    periods.dedup();
    periods.split_off(periods.len().saturating_sub(TERMS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::reach::sample::day;

    fn said(every: TrendPeriod, as_at: &str) -> Vec<(String, String)> {
        let terms = [
            Term {
                name: "Autumn".into(),
                first_day: day("2026-09-01"),
                last_day: day("2026-12-18"),
            },
            Term {
                name: "Spring".into(),
                first_day: day("2027-01-05"),
                last_day: day("2027-03-25"),
            },
        ];
        let periods = periods(every, day(as_at), &terms);
        periods.into_iter().map(|(last, label)| (last.to_string(), label)).collect()
    }

    #[test]
    fn periods_end_on_their_last_day_and_the_last_so_far() {
        let months = said(TrendPeriod::Month, "2026-11-16");
        assert_eq!(months.len(), 13);
        assert_eq!(months[0], ("2025-11-30".to_owned(), "November 2025".to_owned()));
        assert_eq!(months[12], ("2026-11-16".to_owned(), "November 2026 so far".to_owned()));
        let whole = said(TrendPeriod::Month, "2027-02-28");
        assert_eq!(whole[12], ("2027-02-28".to_owned(), "February 2027".to_owned()));

        let quarters = said(TrendPeriod::Quarter, "2026-11-16");
        assert_eq!(quarters[7], ("2026-09-30".to_owned(), "Q3 2026".to_owned()));
        assert_eq!(quarters[8].1, "Q4 2026 so far");
        let financial = said(TrendPeriod::FinancialQuarter, "2027-02-16");
        assert_eq!(financial[7], ("2026-12-31".to_owned(), "Q3 2026/27".to_owned()));
        assert_eq!(financial[8].1, "Q4 2026/27 so far");

        let terms = said(TrendPeriod::Term, "2027-01-10");
        assert_eq!(terms[0], ("2026-12-18".to_owned(), "Autumn 2026".to_owned()));
        assert_eq!(terms[1], ("2027-01-10".to_owned(), "Spring 2027 so far".to_owned()));
    }
}
