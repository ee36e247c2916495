//! Reports: who is counted, who may read them, in which forms they leave.

pub mod balance;
mod costs;
mod extracts;
mod members;
mod partners;
pub mod reach;
mod renewals;
pub mod returns;
mod workless;
mod worklists;

use std::collections::BTreeMap;

/// A line of a CSV without quotes, by its headings.
pub fn by_heading(table: &str, line: usize) -> BTreeMap<&str, &str> {
    let mut lines = table.trim_start_matches('\u{feff}').lines();
    let headings: Vec<&str> = lines.next().expect("headings").split(',').collect();
    let cells: Vec<&str> = lines.nth(line - 1).expect("a line").split(',').collect();
    assert_eq!(headings.len(), cells.len(), "{table}");
    headings.into_iter().zip(cells).collect()
}
