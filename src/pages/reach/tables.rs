//! The tables of the report with their bars, the trend and the balance.

use super::drawn;
use super::figures::{View, boxed, count, headings, marks, section, shown};
use super::paths::REACH;
use crate::reports::reach::measures;
use crate::reports::reach::render::charts::Pattern;
use crate::reports::reach::render::rows::balance_cells;
use crate::reports::reach::render::tables::{grouped, is_empty, title};
use crate::reports::reach::report::{
    BalanceLine, Cell, FigureRow, Line, ReachBy, ReachReport, Section, Table,
};
use maud::{Markup, html};

/// The columns of every table of lines.
const COLUMNS: [&str; 5] = ["Resident", "Members", "Seen", "Sustained", "Gap"];

fn columns(line: &Line) -> [(&'static str, &Cell); 5] {
    [
        ("resident", &line.resident),
        ("members", &line.members),
        ("seen", &line.seen),
        ("sustained", &line.sustained),
        ("gap", &line.gap),
    ]
}

/// The comparison of centres first: it is used to choose a centre.
pub fn ordered(report: &ReachReport) -> impl Iterator<Item = &Table> {
    let (centres, others): (Vec<&Table>, Vec<&Table>) =
        report.tables.iter().partition(|table| table.by == ReachBy::Centre);
    centres.into_iter().chain(others)
}

pub fn splits(view: &View) -> Markup {
    html! { @for table in ordered(view.report) { (split(view, table)) } }
}

fn split(view: &View, table: &Table) -> Markup {
    let (nobody, lines): (Vec<&Line>, Vec<&Line>) =
        table.lines.iter().partition(|line| table.overlaps && is_empty(line));
    let labels: Vec<&str> = nobody.iter().map(|line| line.label.as_str()).collect();
    let cells = lines.iter().flat_map(|line| columns(line).map(|(_, cell)| cell));
    let caption = format!("{}: children, and their share of the residents", title(table.by));
    section(
        table.by.as_str(),
        title(table.by),
        html! {
            @if table.overlaps {
                p { "A child can be in several lines, so they do not add up to the whole." }
            }
            @if lines.is_empty() { p { "There is nothing to show." } }
            @else {
                (boxed(table.by.as_str(), &caption, lined(view, table.by, &lines)))
                (legend(view.report.settings.target_percent))
                (marks(cells))
            }
            @if !labels.is_empty() { p { "No known children in: " (labels.join(", ")) "." } }
        },
    )
}

/// What each line of a table is about.
fn noun(by: ReachBy) -> &'static str {
    match by {
        ReachBy::Area => "Area",
        ReachBy::Decile => "Decile",
        ReachBy::TargetGroup => "Target group",
        ReachBy::AgeBand => "Age",
        ReachBy::Activity => "Activity",
        ReachBy::Centre => "Centre",
    }
}

fn lined(view: &View, by: ReachBy, lines: &[&Line]) -> Markup {
    html! {
        (headings(noun(by), &COLUMNS, &["Sustained, in words"]))
        tbody {
            @for line in lines {
                tr id={ (by.as_str()) "." (line.key) } {
                    th.drawn scope="row" {
                        (label(view, by, line))
                        (drawn::shares(line, view.report.settings.target_percent))
                    }
                    @for (measure, cell) in columns(line) {
                        td.n { (view.figure(&format!("{}.{}.{measure}", by.as_str(), line.key), cell)) }
                    }
                    td { (line.sustained.words.as_deref().unwrap_or_default()) }
                }
            }
        }
    }
}

/// A centre links to its own report.
fn label(view: &View, by: ReachBy, line: &Line) -> Markup {
    let said = if line.label.is_empty() { &line.key } else { &line.label };
    html! {
        @if by == ReachBy::Centre && !view.report.settings.profile.is_fixed() {
            a href=(view.filled.with("centre_id", &line.key).link(REACH)) { (said) }
        } @else { (said) }
    }
}

fn legend(target: u64) -> Markup {
    html! {
        p.quiet aria-hidden="true" {
            "The bars: " (drawn::swatch(Pattern::Empty)) " members, "
            (drawn::swatch(Pattern::Stripes)) " seen, "
            (drawn::swatch(Pattern::Solid)) " in sustained contact; the upright line is the target of "
            (target) "%."
        }
    }
}

/// A figure across four columns: number, of, percent, words or why there is none.
pub fn spread(number: &Markup, cell: &Cell) -> Markup {
    let why = cell.why_not.map(measures::reason);
    html! {
        td.n { (number) }
        td.n { @if let Some(of) = cell.of { (grouped(of)) } }
        td.n { @if let Some(percent) = &cell.percent { (percent) "%" } }
        td { (cell.words.as_deref().or(why).unwrap_or_default()) }
    }
}

pub fn trend(view: &View) -> Markup {
    let points = &view.report.trend;
    if points.is_empty() {
        return html! {};
    }
    let table = html! {
        (headings("Period", &["Resident", "Members", "Seen", "Sustained"], &[]))
        tbody {
            @for point in points {
                tr {
                    th scope="row" { (point.label) }
                    @for (_, cell) in &columns(&point.line)[..4] { td.n { (shown(cell)) } }
                }
            }
        }
    };
    let cells = points.iter().flat_map(|point| columns(&point.line).map(|(_, cell)| cell));
    section(
        "over-time",
        "Over time",
        html! {
            (drawn::trend(points))
            (boxed("over-time", "Members, seen and sustained at the end of each period", table))
            (marks(cells))
        },
    )
}

pub fn balance(view: &View) -> Markup {
    let balance = &view.report.balance;
    let (whole, without) = (&balance.whole, &balance.without_area);
    section(
        "balance",
        "Who comes: the balance of attendance",
        html! {
            p { strong { (measures::claim(whole.claim)) } }
            (drawn::balance(whole))
            (boxed("balance", "Attendances in the window by who came", attendances("balance", whole)))
            p { strong { "Without the area: " (measures::claim(without.claim)) } }
            (boxed(
                "without-area",
                "The same, without the deprived area as a target group",
                attendances("without-area", without),
            ))
            @if !balance.groups.is_empty() {
                (boxed("balance-groups", "Attendances by target group, of all", rows(&balance.groups)))
            }
        },
    )
}

fn attendances(id: &str, line: &BalanceLine) -> Markup {
    html! {
        (headings("Attendances", &["Number", "Of", "Percent"], &["In words"]))
        tbody {
            @for (code, label, cell) in balance_cells(line) {
                tr id={ (id) "." (code) } {
                    th scope="row" { (label) }
                    (spread(&html! { (count(cell)) }, cell))
                }
            }
        }
    }
}

fn rows(rows: &[FigureRow]) -> Markup {
    html! {
        (headings("What is counted", &["Number", "Of", "Percent"], &["In words"]))
        tbody {
            @for row in rows {
                tr {
                    th scope="row" { (row.label) }
                    (spread(&html! { (count(&row.cell)) }, &row.cell))
                }
            }
        }
    }
}

/// A section of the pack besides reach.
pub fn beside(part: &Section) -> Markup {
    section(
        &part.key,
        &part.heading,
        html! {
            @if part.rows.is_empty() { p { "There is nothing to show." } }
            @else { (boxed(&part.key, &part.heading, rows(&part.rows))) }
            (marks(part.rows.iter().map(|row| &row.cell)))
            @for note in &part.notes { p.quiet { (note) } }
        },
    )
}
