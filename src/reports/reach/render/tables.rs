//! Figures in rows and columns, with bars.

use super::charts::{self, Pattern};
use super::flow::{Flow, LEFT, PLAIN, RIGHT, SMALL, WIDTH};
use crate::paper::{Anchor, Area, Ink, PaperPage, text};
use crate::reports::reach::measures;
use crate::reports::reach::report::{Cell, Line, ReachBy, Table, WhyNot};

/// A figure as it is read: "646 of 1,000 (64.6%)", or the mark for a missing figure.
pub fn figure(cell: &Cell) -> String {
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

pub fn grouped(count: u64) -> String {
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

/// A figure on a line of its own, with its word.
pub fn row(flow: &mut Flow, label: &str, cell: &Cell) {
    flow.room(6.0);
    let y = flow.y + 3.6;
    let style = text::shrunk(label, PLAIN, 6.5, 70.0);
    flow.page.text_within(LEFT, y, label, style, 70.0);
    flow.page.text_within(LEFT + 72.0, y, &figure(cell), PLAIN, 50.0);
    let said =
        cell.words.clone().or_else(|| cell.why_not.map(|why| measures::reason(why).to_owned()));
    flow.page.text_within(LEFT + 124.0, y, &said.unwrap_or_default(), PLAIN, WIDTH - 124.0);
    flow.page.fill(Area::new(LEFT, flow.y + 5.2, WIDTH, 0.15), Ink::Pale);
    flow.down(5.6);
}

/// The right edges of a table's columns, and where its bars begin.
pub const COLUMNS: [f32; 4] = [66.0, 86.0, 106.0, 126.0];
const BARS: f32 = 130.0;
const BAR: f32 = WIDTH - BARS;

pub fn split(flow: &mut Flow, table: &Table, target: u64) {
    flow.heading(title(table.by), 24.0);
    if table.overlaps {
        flow.paragraph(
            "A child can be in several lines, so they do not add up to the whole.",
            SMALL,
        );
    }
    headings(flow);
    let (nobody, lines): (Vec<&Line>, Vec<&Line>) =
        table.lines.iter().partition(|line| table.overlaps && is_empty(line));
    for line in lines {
        if !flow.has_room(6.0) {
            flow.turn();
            headings(flow);
        }
        bars(flow, line, target);
    }
    legend(flow, target);
    if !nobody.is_empty() {
        let labels: Vec<&str> = nobody.iter().map(|line| line.label.as_str()).collect();
        flow.paragraph(&format!("No known children in: {}.", labels.join(", ")), SMALL);
    }
}

/// Whether no known child is in it and its residents are unknown.
pub fn is_empty(line: &Line) -> bool {
    let none = |cell: &Cell| cell.n == Some(0);
    let counted = [&line.members, &line.seen, &line.sustained];
    line.resident.n.is_none()
        && none(&line.members)
        && none(&line.seen)
        && counted.iter().all(|cell| cell.n.is_none_or(|count| count == 0))
}

pub fn title(by: ReachBy) -> &'static str {
    match by {
        ReachBy::Area => "By area (LSOA)",
        ReachBy::Decile => "By decile of deprivation (1 is the most deprived)",
        ReachBy::TargetGroup => "By target group",
        ReachBy::AgeBand => "By age",
        ReachBy::Activity => "By activity",
        ReachBy::Centre => "By centre",
    }
}

pub fn headings(flow: &mut Flow) {
    let said = ["Resident", "Members", "Seen", "Sustained"];
    for (said, x) in said.iter().zip(COLUMNS) {
        flow.page.text(LEFT + x, flow.y + 3.0, said, SMALL.bold().anchor(Anchor::End));
    }
    flow.page.fill(Area::new(LEFT, flow.y + 4.2, WIDTH, 0.3), Ink::Black);
    flow.down(5.0);
}

fn bars(flow: &mut Flow, line: &Line, target: u64) {
    let y = flow.y + 3.8;
    let label = if line.label.is_empty() { &line.key } else { &line.label };
    flow.page.text_within(LEFT, y, label, SMALL, 46.0);
    let cells = [&line.resident, &line.members, &line.seen, &line.sustained];
    for (cell, x) in cells.iter().zip(COLUMNS) {
        flow.page.text(LEFT + x, y, &short(cell), SMALL.anchor(Anchor::End));
    }
    shares(&mut flow.page, Area::new(LEFT + BARS, flow.y, BAR, 5.6), line, target);
    flow.page.fill(Area::new(LEFT, flow.y + 5.5, BARS - 2.0, 0.1), Ink::Pale);
    flow.down(5.6);
}

/// Bars for members, seen and sustained, proportional to their share, and a mark at the target.
pub fn shares(page: &mut PaperPage, area: Area, line: &Line, target: u64) {
    let long = |cell: &Cell| {
        let percent = cell.percent.as_deref().and_then(|percent| percent.parse::<f32>().ok());
        percent.map_or(0.0, |percent| area.width * percent.min(100.0) / 100.0)
    };
    let at = |wide: f32| Area::new(area.x, area.y + 1.0, wide, area.height - 2.0);
    let (members, seen) = (at(long(&line.members)), at(long(&line.seen)));
    // Narrower, because more may be in sustained contact than were seen.
    let sustained =
        Area { y: area.y + 2.0, height: area.height - 4.0, ..at(long(&line.sustained)) };
    charts::bar(page, members, Pattern::Empty);
    charts::bar(page, seen, Pattern::Stripes);
    charts::bar(page, sustained, Pattern::Solid);
    let x = area.x + area.width * (target.min(100) as f32) / 100.0;
    page.line((x, area.y), (x, area.bottom()), Ink::Grey, 0.3);
}

/// "120 (64%)" in a narrow column.
pub fn short(cell: &Cell) -> String {
    match (cell.n, &cell.percent) {
        (Some(n), Some(percent)) => {
            let whole = percent.parse::<f32>().unwrap_or_default().round();
            format!("{} ({whole}%)", grouped(n))
        }
        (Some(n), None) if cell.why_not == Some(WhyNot::CheckPopulation) => {
            format!("{} {}", grouped(n), measures::mark(WhyNot::CheckPopulation))
        }
        (Some(n), None) => grouped(n),
        (None, _) => cell.why_not.map(measures::mark).unwrap_or_default().to_owned(),
    }
}

fn legend(flow: &mut Flow, target: u64) {
    flow.room(7.0);
    let said = [
        (Pattern::Empty, "members", 20.0),
        (Pattern::Stripes, "seen", 16.0),
        (Pattern::Solid, "in sustained contact, each of the residents", 64.0),
    ];
    let mut x = LEFT;
    for (pattern, label, wide) in said {
        charts::bar(&mut flow.page, Area::new(x, flow.y + 1.5, 5.0, 3.0), pattern);
        flow.page.text(x + 6.5, flow.y + 4.0, label, SMALL);
        x += wide + 6.5;
    }
    let mark = format!("| the target of {target}%");
    flow.page.text(RIGHT, flow.y + 4.0, &mark, SMALL.anchor(Anchor::End));
    flow.down(7.0);
}
