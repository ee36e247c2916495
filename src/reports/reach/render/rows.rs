//! The report as one tidy table: one row per figure, so that it can be sorted, filtered and joined.

use crate::reports::reach::measures::{self, MEASURES};
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{Cell, FigureRow, Line, ReachReport};

pub(crate) const HEADINGS: &[&str] =
    &["section", "key", "label", "measure", "n", "of", "percent", "words", "why_not"];

/// One figure of a report, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub section: String,
    pub key: String,
    pub label: String,
    pub measure: String,
    pub cell: Cell,
}

impl Figure {
    fn new(section: &str, (key, label): (&str, &str), measure: &str, cell: &Cell) -> Figure {
        let [section, key, label, measure] = [section, key, label, measure].map(str::to_owned);
        Figure { section, key, label, measure, cell: cell.clone() }
    }

    /// A text instead of a count.
    fn said(section: &str, at: (&str, &str), text: &str) -> Figure {
        Figure::new(section, at, "", &Cell { words: Some(text.to_owned()), ..Cell::default() })
    }
}

/// Every figure with its basis, as table rows.
pub(crate) fn rows(report: &ReachReport, quarterly: Option<&Quarterly>) -> Vec<Vec<String>> {
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
pub(crate) fn figures(report: &ReachReport, quarterly: Option<&Quarterly>) -> Vec<Figure> {
    let mut all = line("whole", (&report.whole.key, &report.whole.label), &report.whole);
    let mut lines = |section: &str, lines: &[Line]| {
        all.extend(lines.iter().flat_map(|one| line(section, (&one.key, &one.label), one)));
    };
    report.tables.iter().for_each(|table| lines(table.by.as_str(), &table.lines));
    lines("outside", &report.outside);
    lines("members", std::slice::from_ref(&report.members));
    for balance in [&report.balance.whole, &report.balance.without_area] {
        let at = (balance.key.as_str(), balance.label.as_str());
        let cells = balance.cells().into_iter();
        all.extend(cells.map(|(code, _, cell)| Figure::new("balance", at, code, cell)));
        let claim = Figure::said("balance", at, balance.claim.as_str());
        all.push(Figure { measure: "claim".to_owned(), ..claim });
    }
    let mut rows = |section: &str, measure: &str, rows: &[FigureRow]| {
        let figure =
            |one: &FigureRow| Figure::new(section, (&one.key, &one.label), measure, &one.cell);
        all.extend(rows.iter().map(figure));
    };
    rows("balance", "group", &report.balance.groups);
    report.sections.iter().for_each(|section| rows(&section.heading, "count", &section.rows));
    for quality in &report.quality {
        let at = (quality.code.as_str(), quality.label.as_str());
        all.push(Figure::new("quality", at, "missing", &quality.cell));
    }
    for point in &report.trend {
        all.extend(line("trend", (&point.as_at.to_string(), &point.label), &point.line));
    }
    if let Some(Quarterly { quarters, rows }) = quarterly {
        all.extend(rows.iter().flat_map(|row| {
            let at = (row.key.as_str(), row.label.as_str());
            let cells = row.cells.iter().zip(quarters);
            cells.map(move |(cell, quarter)| Figure::new("quarterly", at, quarter, cell))
        }));
    }
    all
}

/// An empty figure was not requested.
fn line(section: &str, at: (&str, &str), line: &Line) -> Vec<Figure> {
    let cells = MEASURES.iter().map(|measure| (measure.code, (measure.of)(line)));
    let there = cells.filter(|(_, cell)| **cell != Cell::default());
    there.map(|(code, cell)| Figure::new(section, at, code, cell)).collect()
}

fn settings(report: &ReachReport) -> Vec<Figure> {
    let settings = measures::settings(&report.settings).into_iter();
    let settings =
        settings.map(|(key, label, value)| Figure::said("settings", (key, label), &value));
    let sources = measures::sources(&report.settings).into_iter();
    let sources = sources.map(|source| Figure::said("settings", ("source", "Source"), &source));
    settings.chain(sources).collect()
}

fn said(report: &ReachReport) -> Vec<Figure> {
    let feeds = report.freshness.iter().map(|feed| {
        let last = feed.last_on.map_or("never".to_owned(), |day| day.to_string());
        Figure::said("freshness", (&feed.source, "Last came on"), &last)
    });
    let notes = report.notes.iter().map(|note| Figure::said("note", ("", ""), note));
    let beside = report.sections.iter().flat_map(|section| {
        section.notes.iter().map(|note| Figure::said(&section.heading, ("", ""), note))
    });
    feeds.chain(notes).chain(beside).collect()
}
