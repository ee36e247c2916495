//! The report as one tidy table: one row per figure, so that it can be sorted, filtered and joined.

use crate::reports::reach::measures::{self, MEASURES};
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{BalanceLine, Cell, FigureRow, Line, ReachReport};

pub const HEADINGS: &[&str] =
    &["section", "key", "label", "measure", "n", "of", "percent", "words", "why_not"];

/// One figure of a report, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub section: String,
    pub key: String,
    pub label: String,
    pub measure: String,
    pub cell: Cell,
}

/// What figures have in common.
struct At<'a> {
    section: &'a str,
    key: &'a str,
    label: &'a str,
}

impl At<'_> {
    fn figure(&self, measure: &str, cell: &Cell) -> Figure {
        Figure {
            section: self.section.to_owned(),
            key: self.key.to_owned(),
            label: self.label.to_owned(),
            measure: measure.to_owned(),
            cell: cell.clone(),
        }
    }

    /// A text instead of a count.
    fn said(&self, text: &str) -> Figure {
        self.figure("", &Cell { words: Some(text.to_owned()), ..Cell::default() })
    }
}

/// Every figure with its basis, as table rows.
pub fn rows(report: &ReachReport, quarterly: Option<&Quarterly>) -> Vec<Vec<String>> {
    let settings = settings(report);
    let figures = figures(report, quarterly);
    let said = said(report);
    settings.into_iter().chain(figures).chain(said).map(row).collect()
}

fn row(figure: Figure) -> Vec<String> {
    let Figure { section, key, label, measure, cell } = figure;
    let number = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
    let why = cell.why_not.map(|why| why.as_str().to_owned());
    let counted = [number(cell.n), number(cell.of)];
    let told = [cell.percent, cell.words, why].map(Option::unwrap_or_default);
    [section, key, label, measure].into_iter().chain(counted).chain(told).collect()
}

/// Every figure of the report.
pub fn figures(report: &ReachReport, quarterly: Option<&Quarterly>) -> Vec<Figure> {
    let mut all = line("whole", &report.whole);
    for table in &report.tables {
        all.extend(table.lines.iter().flat_map(|one| line(table.by.as_str(), one)));
    }
    all.extend(report.outside.iter().flat_map(|one| line("outside", one)));
    all.extend(line("members", &report.members));
    let table = &report.balance;
    all.extend(balance(&table.whole));
    all.extend(balance(&table.without_area));
    all.extend(rows_of("balance", "group", &table.groups));
    for section in &report.sections {
        all.extend(rows_of(&section.heading, "count", &section.rows));
    }
    for quality in &report.quality {
        let at = At { section: "quality", key: &quality.code, label: &quality.label };
        all.push(at.figure("missing", &quality.cell));
    }
    for point in &report.trend {
        let key = point.as_at.to_string();
        let of_point = Line { key, label: point.label.clone(), ..point.line.clone() };
        all.extend(line("trend", &of_point));
    }
    all.extend(quarterly.into_iter().flat_map(quarters));
    all
}

fn rows_of(section: &str, measure: &str, rows: &[FigureRow]) -> Vec<Figure> {
    let figure = |row: &FigureRow| {
        At { section, key: &row.key, label: &row.label }.figure(measure, &row.cell)
    };
    rows.iter().map(figure).collect()
}

fn quarters(quarterly: &Quarterly) -> Vec<Figure> {
    let rows = quarterly.rows.iter();
    rows.flat_map(|row| {
        let at = At { section: "quarterly", key: &row.key, label: &row.label };
        let cells = row.cells.iter().zip(&quarterly.quarters);
        cells.map(move |(cell, quarter)| at.figure(quarter, cell)).collect::<Vec<_>>()
    })
    .collect()
}

fn settings(report: &ReachReport) -> Vec<Figure> {
    let told = measures::settings(&report.settings);
    let told =
        told.iter().map(|(key, label, value)| At { section: "settings", key, label }.said(value));
    let sources = measures::sources(&report.settings);
    let at = At { section: "settings", key: "source", label: "Source" };
    told.chain(sources.iter().map(|source| at.said(source))).collect()
}

fn said(report: &ReachReport) -> Vec<Figure> {
    let feeds = report.freshness.iter().map(|feed| {
        let at = At { section: "freshness", key: &feed.source, label: "Last came on" };
        at.said(&feed.last_on.map_or("never".to_owned(), |day| day.to_string()))
    });
    let notes = report.notes.iter();
    let notes = notes.map(|note| At { section: "note", key: "", label: "" }.said(note));
    let beside = report.sections.iter().flat_map(|section| {
        let at = At { section: &section.heading, key: "", label: "" };
        section.notes.iter().map(move |note| at.said(note)).collect::<Vec<_>>()
    });
    feeds.chain(notes).chain(beside).collect()
}

/// An empty figure was not requested.
fn line(section: &str, line: &Line) -> Vec<Figure> {
    let at = At { section, key: &line.key, label: &line.label };
    let cells = MEASURES.iter().map(|measure| (measure.code, (measure.of)(line)));
    let there = cells.filter(|(_, cell)| **cell != Cell::default());
    there.map(|(code, cell)| at.figure(code, cell)).collect()
}

fn balance(balance: &BalanceLine) -> Vec<Figure> {
    let at = At { section: "balance", key: &balance.key, label: &balance.label };
    let cells = balance_cells(balance).into_iter();
    let mut all: Vec<Figure> = cells.map(|(code, _, cell)| at.figure(code, cell)).collect();
    let claim = Cell { words: Some(balance.claim.as_str().to_owned()), ..Cell::default() };
    all.push(at.figure("claim", &claim));
    all
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
