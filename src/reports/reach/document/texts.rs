//! Figures as they are read.

use crate::reports::reach::measures;
use crate::reports::reach::report::{Cell, WhyNot};

/// "646 of 1,000 (64.6%)", or the mark for a missing figure.
pub(crate) fn figure(cell: &Cell) -> String {
    let why = cell.why_not.map(measures::mark).unwrap_or_default();
    match (cell.n, cell.of, &cell.percent) {
        (Some(n), Some(of), Some(percent)) => {
            format!("{} of {} ({percent}%)", grouped(n), grouped(of))
        }
        (Some(n), Some(of), None) => format!("{} of {} {why}", grouped(n), grouped(of)),
        (Some(n), None, _) => format!("{} {why}", grouped(n)).trim_end().to_owned(),
        (None, _, _) => why.to_owned(),
    }
}

/// "1,163 (64.6%)", the count alone, or the mark for a missing figure.
pub(crate) fn shown(cell: &Cell) -> String {
    match (cell.n, &cell.percent) {
        (Some(n), Some(percent)) => format!("{} ({percent}%)", grouped(n)),
        (Some(_), None) | (None, _) => count(cell),
    }
}

/// "1,163 (65%)" for a narrow column.
pub(crate) fn short(cell: &Cell) -> String {
    match (cell.n, percent(cell)) {
        (Some(n), Some(percent)) => format!("{} ({}%)", grouped(n), percent.round()),
        (Some(_), None) | (None, _) => count(cell),
    }
}

/// The count alone, or the mark for a missing figure.
pub(crate) fn count(cell: &Cell) -> String {
    match (cell.n, cell.why_not) {
        (Some(n), Some(why @ WhyNot::CheckPopulation)) => {
            format!("{} {}", grouped(n), measures::mark(why))
        }
        (Some(n), _) => grouped(n),
        (None, why) => why.map(measures::mark).unwrap_or_default().to_owned(),
    }
}

/// The share in words, or why there is none.
pub(crate) fn words(cell: &Cell) -> &str {
    cell.words.as_deref().or(cell.why_not.map(measures::reason)).unwrap_or_default()
}

pub(crate) fn percent(cell: &Cell) -> Option<f64> {
    cell.percent.as_deref().and_then(|percent| percent.parse().ok())
}

pub(crate) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
        out.push(digit);
        if left > 0 && left % 3 == 0 {
            out.push(',');
        }
    }
    out
}
