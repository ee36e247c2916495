//! The report as one tidy table: a row a figure, so that it can be sorted, filtered and joined.

use crate::reports::reach::measures::{self, MEASURES};
use crate::reports::reach::report::{BalanceLine, Cell, Line, ReachReport};

pub const HEADINGS: &[&str] =
    &["section", "key", "label", "measure", "n", "of", "percent", "words", "why_not"];

/// What the rows of a part have in common.
struct At<'a> {
    section: &'a str,
    key: &'a str,
    label: &'a str,
}

impl At<'_> {
    fn row(&self, measure: &str, cell: &Cell) -> Vec<String> {
        let number = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
        vec![
            self.section.to_owned(),
            self.key.to_owned(),
            self.label.to_owned(),
            measure.to_owned(),
            number(cell.n),
            number(cell.of),
            cell.percent.clone().unwrap_or_default(),
            cell.words.clone().unwrap_or_default(),
            cell.why_not.map(|why| why.as_str().to_owned()).unwrap_or_default(),
        ]
    }

    /// Something said rather than counted.
    fn said(&self, text: &str) -> Vec<String> {
        self.row("", &Cell { words: Some(text.to_owned()), ..Cell::default() })
    }
}

/// Every figure of the report with its settings.
pub fn rows(report: &ReachReport) -> Vec<Vec<String>> {
    let mut rows = settings(report);
    rows.extend(line("whole", &report.whole));
    for table in &report.tables {
        rows.extend(table.lines.iter().flat_map(|one| line(table.by.as_str(), one)));
    }
    rows.extend(report.outside.iter().flat_map(|one| line("outside", one)));
    rows.extend(balance(&report.balance));
    for quality in &report.quality {
        let at = At { section: "quality", key: &quality.code, label: &quality.label };
        rows.push(at.row("missing", &quality.cell));
    }
    for point in &report.trend {
        let key = point.as_at.to_string();
        let of_point = Line { key, label: point.label.clone(), ..point.line.clone() };
        rows.extend(line("trend", &of_point));
    }
    for feed in &report.freshness {
        let at = At { section: "freshness", key: &feed.source, label: "Last came on" };
        rows.push(at.said(&feed.last_on.map_or("never".to_owned(), |day| day.to_string())));
    }
    let notes = report.notes.iter();
    rows.extend(notes.map(|note| At { section: "note", key: "", label: "" }.said(note)));
    rows
}

fn settings(report: &ReachReport) -> Vec<Vec<String>> {
    let told = measures::settings(&report.settings);
    let told =
        told.iter().map(|(key, label, value)| At { section: "settings", key, label }.said(value));
    let sources = measures::sources(&report.settings);
    let sources = sources
        .iter()
        .map(|source| At { section: "settings", key: "source", label: "Source" }.said(source));
    told.chain(sources).collect()
}

/// A figure with nothing in it was not asked for.
fn line(section: &str, line: &Line) -> Vec<Vec<String>> {
    let at = At { section, key: &line.key, label: &line.label };
    let cells = MEASURES.iter().map(|measure| (measure.code, (measure.of)(line)));
    let there = cells.filter(|(_, cell)| **cell != Cell::default());
    there.map(|(code, cell)| at.row(code, cell)).collect()
}

fn balance(balance: &BalanceLine) -> Vec<Vec<String>> {
    let at = At { section: "balance", key: &balance.key, label: &balance.label };
    let mut rows: Vec<_> =
        balance_cells(balance).into_iter().map(|(code, _, cell)| at.row(code, cell)).collect();
    let claim = Cell { words: Some(balance.claim.as_str().to_owned()), ..Cell::default() };
    rows.push(at.row("claim", &claim));
    rows
}

/// The figures of a balance: code, label, cell.
pub fn balance_cells(balance: &BalanceLine) -> [(&'static str, &'static str, &Cell); 5] {
    [
        ("target", "In a target group", &balance.target),
        ("not_target", "In none", &balance.not_target),
        ("unknown", "Not known", &balance.unknown),
        ("percent_of_known", "In a target group, of those known", &balance.percent_of_known),
        ("percent_of_all", "In a target group, of all", &balance.percent_of_all),
    ]
}
