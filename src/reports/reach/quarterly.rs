//! The quarterly return: children seen in each quarter of the financial year by year of age, new
//! and existing, and disabled children separately, with the population. The columns follow a
//! council's monitoring return of 2013-14; the attached report has the recommended figures by area
//! and group.

use super::asked::ReachRequest;
use super::report::{Cell, Line, ReachBy, ReachReport};
use crate::reach::settings::AgeBands;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The group of disabled children.
const DISABLED: &str = "send_child";

/// The quarters side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Quarterly {
    /// The quarters of the financial year up to the return's.
    #[schema(example = json!(["Q1 2026-27", "Q2 2026-27"]))]
    pub quarters: Vec<String>,
    /// One row per measure.
    pub rows: Vec<QuarterlyRow>,
}

/// One measure over the quarters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuarterlyRow {
    /// The measure, as a code.
    #[schema(example = "seen")]
    pub key: String,
    /// The same in words.
    #[schema(example = "Total children seen")]
    pub label: String,
    /// A figure for each quarter, in order.
    pub cells: Vec<Cell>,
}

/// A quarter by its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quarter {
    pub last_day: NaiveDate,
}

impl Quarter {
    /// The last completed quarter.
    pub(crate) fn before(today: NaiveDate) -> Quarter {
        let days = (1..=92).map(|back| today - Days::new(back));
        let last_day = days.into_iter().find(|day| is_last(*day)).unwrap_or(today);
        Quarter { last_day }
    }

    /// `None`: the day does not end a quarter.
    pub(crate) fn ending(day: NaiveDate) -> Option<Quarter> {
        is_last(day).then_some(Quarter { last_day: day })
    }

    /// Q1 begins in April.
    pub(crate) fn number(self) -> u32 {
        (self.last_day.month() / 3 + 2) % 4 + 1
    }

    pub(crate) fn label(self) -> String {
        let first = self.last_day.year() - i32::from(self.last_day.month() == 3);
        format!("Q{} {first}-{:02}", self.number(), (first + 1).rem_euclid(100))
    }

    /// The quarters of its financial year up to this one.
    pub(crate) fn of_year(self) -> Vec<Quarter> {
        let mut quarters = vec![self];
        while let Some(first) = quarters.first().copied()
            && first.number() > 1
        {
            quarters.insert(0, Quarter::before(first.last_day));
        }
        quarters
    }

    /// The parameters for this quarter only.
    pub(crate) fn alone(self, asked: &ReachRequest) -> ReachRequest {
        ReachRequest {
            as_at: Some(self.last_day),
            window_months: Some(3),
            by: Some(vec![ReachBy::AgeBand, ReachBy::TargetGroup]),
            age_bands: Some(AgeBands::Years),
            trend: None,
            ..asked.clone()
        }
    }
}

fn is_last(day: NaiveDate) -> bool {
    day.succ_opt().is_some_and(|next| next.day() == 1 && next.month() % 3 == 1)
}

/// The rows, from each quarter's report.
pub(crate) fn quarterly(reports: &[(Quarter, ReachReport)]) -> Quarterly {
    let row = |key: &str, label: &str, of: &dyn Fn(&ReachReport) -> Cell| QuarterlyRow {
        key: key.to_owned(),
        label: label.to_owned(),
        cells: reports.iter().map(|(_, report)| of(report)).collect(),
    };
    let seen_in = |by, key: &str, of: fn(&Line) -> Cell| {
        let key = key.to_owned();
        move |report: &ReachReport| line(report, by, &key).map(of).unwrap_or_default()
    };
    let seen: fn(&Line) -> Cell = |line| line.seen.clone();
    let new: fn(&Line) -> Cell = |line| line.seen_new.clone();
    let disabled = |of| seen_in(ReachBy::TargetGroup, DISABLED, of);

    let mut rows = vec![row("population", "Population 0-4", &|of| of.whole.resident.clone())];
    rows.extend(bands(reports).iter().map(|(key, label)| {
        let (code, label) = (format!("seen_{key}"), format!("Seen, {label}"));
        row(&code, &label, &seen_in(ReachBy::AgeBand, key, seen))
    }));
    rows.extend([
        row("seen", "Total children seen", &|of| seen(&of.whole)),
        row("seen_new", "New children seen", &|of| new(&of.whole)),
        row("seen_existing", "Existing children seen", &|of| existing(&of.whole)),
        row("disabled_new", "Disabled children seen, new", &disabled(new)),
        row("disabled_existing", "Disabled children seen, existing", &disabled(existing)),
    ]);
    let quarters = reports.iter().map(|(quarter, _)| quarter.label()).collect();
    Quarterly { quarters, rows }
}

fn line<'a>(report: &'a ReachReport, by: ReachBy, key: &str) -> Option<&'a Line> {
    let table = report.tables.iter().find(|table| table.by == by)?;
    table.lines.iter().find(|line| line.key == key)
}

/// The age bands, in order.
fn bands(reports: &[(Quarter, ReachReport)]) -> Vec<(String, String)> {
    let tables = reports.iter().flat_map(|(_, report)| &report.tables);
    let Some(table) = tables.into_iter().find(|table| table.by == ReachBy::AgeBand) else {
        return Vec::new();
    };
    table.lines.iter().map(|line| (line.key.clone(), line.label.clone())).collect()
}

/// Children also seen before this quarter, of those seen.
fn existing(line: &Line) -> Cell {
    let (Some(seen), Some(new)) = (line.seen.n, line.seen_new.n) else {
        return Cell { why_not: line.seen.why_not.or(line.seen_new.why_not), ..Cell::default() };
    };
    Cell { n: Some(seen.saturating_sub(new)), of: Some(seen), ..Cell::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::reach::sample::day;

    #[test]
    fn quarters_are_of_the_financial_year() {
        for (last, number, label, before) in [
            ("2026-06-30", 1, "Q1 2026-27", 0),
            ("2026-09-30", 2, "Q2 2026-27", 1),
            ("2026-12-31", 3, "Q3 2026-27", 2),
            ("2027-03-31", 4, "Q4 2026-27", 3),
            ("2100-03-31", 4, "Q4 2099-00", 3),
        ] {
            let quarter = Quarter::ending(day(last)).expect("a quarter");
            assert_eq!((quarter.number(), quarter.label()), (number, label.to_owned()));
            assert_eq!(quarter.of_year().len(), before + 1, "{last}");
        }
        assert_eq!(Quarter::ending(day("2026-10-31")), None);
        assert_eq!(Quarter::before(day("2026-11-22")).last_day, day("2026-09-30"));
        assert_eq!(Quarter::before(day("2026-09-30")).last_day, day("2026-06-30"));
    }
}
