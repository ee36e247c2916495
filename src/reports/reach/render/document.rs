//! The report as pages to print: the whole and its funnel, each table with bars, the balance, the
//! trend, the quality of the records; then definitions and the basis of the figures.

use super::charts::{self, ChartLines, ChartStep, Mark, Part, Pattern, Series};
use super::closing::{definitions, notes, outside, quality};
use super::flow::{Flow, LEFT, PLAIN, SMALL, WIDTH};
use super::tables::{COLUMNS, figure, headings, row, short, split};
use crate::paper::{Anchor, Area, Ink, PaperPage, Style};
use crate::reports::reach::measures::{self, MEASURES};
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{
    BalanceLine, Cell, Line, Profile, ReachReport, Section, TrendPoint,
};

pub fn pages(report: &ReachReport, quarterly: Option<&Quarterly>) -> Vec<PaperPage> {
    let settings = &report.settings;
    let head = format!("Reach of {}, as at {}", settings.place, measures::day(settings.as_at));
    let foot = format!(
        "As known at {}. Sustained: {} days in {} months. {}",
        measures::moment(settings.known_at),
        settings.threshold,
        settings.window_months,
        match settings.profile {
            Profile::Exact => "Exact.",
            Profile::Partner => "For a partner.",
            Profile::Public => "For the public.",
        }
    );
    let mut flow = Flow::new(head, foot);
    opening(&mut flow, report);
    if let Some(quarterly) = quarterly {
        quarters(&mut flow, quarterly);
    }
    for table in &report.tables {
        split(&mut flow, table, settings.target_percent);
    }
    balance(&mut flow, report);
    report.sections.iter().for_each(|section| beside(&mut flow, section));
    trend(&mut flow, &report.trend);
    outside(&mut flow, &report.outside);
    quality(&mut flow, report);
    notes(&mut flow, &report.notes);
    definitions(&mut flow, report);
    flow.done()
}

fn opening(flow: &mut Flow, report: &ReachReport) {
    let settings = &report.settings;
    let title = format!("Reach: {}", settings.place);
    flow.page.text_within(LEFT, flow.y + 5.0, &title, Style::new(20.0).bold(), WIDTH);
    flow.down(10.0);
    let said = format!("As at {}. {}", measures::day(settings.as_at), recipient(settings.profile));
    flow.paragraph(&said, Style::new(11.0));

    flow.heading("From resident to sustained contact", 45.0);
    let whole = &report.whole;
    let step = |label: &str, cell: &Cell, pattern| ChartStep {
        label: label.to_owned(),
        count: cell.n,
        said: figure(cell),
        pattern,
    };
    let [resident, members, seen, direct] = measures::funnel(report);
    let steps = [
        step(resident.label, &resident.cell, Pattern::Empty),
        step(members.label, &members.cell, Pattern::Pale),
        step(seen.label, &seen.cell, Pattern::Stripes),
        step(direct.label, &direct.cell, Pattern::Solid),
    ];
    let high = charts::funnel(&mut flow.page, Area::new(LEFT, flow.y, WIDTH, 40.0), &steps);
    flow.down(high);

    flow.heading("The whole", 60.0);
    for measure in MEASURES {
        let cell = (measure.of)(whole);
        if *cell != Cell::default() {
            row(flow, measure.label, cell);
        }
    }
}

fn quarters(flow: &mut Flow, quarterly: &Quarterly) {
    flow.heading("The quarters of the financial year", 60.0);
    let at = |column: usize| LEFT + 84.0 + 28.0 * column as f32;
    for (quarter, column) in quarterly.quarters.iter().zip(0..) {
        let style = SMALL.bold().anchor(Anchor::End);
        flow.page.text(at(column), flow.y + 3.0, quarter, style);
    }
    flow.page.fill(Area::new(LEFT, flow.y + 4.2, WIDTH, 0.3), Ink::Black);
    flow.down(5.0);
    for row in &quarterly.rows {
        flow.room(6.0);
        flow.page.text_within(LEFT, flow.y + 3.6, &row.label, SMALL, 58.0);
        for (cell, column) in row.cells.iter().zip(0..) {
            flow.page.text(at(column), flow.y + 3.6, &short(cell), SMALL.anchor(Anchor::End));
        }
        flow.down(5.0);
    }
}

pub fn recipient(profile: Profile) -> &'static str {
    match profile {
        Profile::Exact => "Exact figures.",
        Profile::Partner => {
            "For a partner under an agreement: counts of 1 to 4, others that would reveal them, \
             and special category groups are left out."
        }
        Profile::Public => {
            "For the public: counts of 1 to 4 are left out, and others with them, so that nobody can \
             be recognised."
        }
    }
}

fn balance(flow: &mut Flow, report: &ReachReport) {
    let table = &report.balance;
    let balance = &table.whole;
    flow.heading("Who comes: the balance of attendance", 50.0);
    flow.paragraph(measures::claim(balance.claim), PLAIN);
    flow.down(9.0);
    let parts = parts(balance, |label, cell| format!("{label}: {}", short(cell)));
    if !parts.is_empty() {
        let high = charts::parts(&mut flow.page, Area::new(LEFT, flow.y, WIDTH, 18.0), &parts);
        flow.down(high + 2.0);
    }
    row(flow, "Of those known", &balance.percent_of_known);
    row(flow, "Of all", &balance.percent_of_all);
    let without = &table.without_area;
    flow.down(2.0);
    let said = format!("Without the area: {}", measures::claim(without.claim));
    flow.paragraph(&said, PLAIN);
    row(flow, "Without the area, of those known", &without.percent_of_known);
    row(flow, "Without the area, of all", &without.percent_of_all);
    let came = table.groups.iter().filter(|group| group.cell.n != Some(0));
    came.for_each(|group| row(flow, &group.label, &group.cell));
}

/// A section of the pack besides reach.
fn beside(flow: &mut Flow, section: &Section) {
    flow.heading(&section.heading, 24.0);
    section.rows.iter().for_each(|one| row(flow, &one.label, &one.cell));
    section.notes.iter().for_each(|note| flow.paragraph(note, SMALL));
}

/// The parts of the balance; none if any of them is hidden.
pub fn parts(balance: &BalanceLine, label: impl Fn(&str, &Cell) -> String) -> Vec<Part> {
    let parts = [
        (&balance.target, "In a target group", Pattern::Solid),
        (&balance.not_target, "In none", Pattern::Empty),
        (&balance.unknown, "Not known", Pattern::Stripes),
    ];
    let part = |(cell, name, pattern): (&Cell, &str, Pattern)| {
        Some(Part { label: label(name, cell), count: cell.n?, pattern })
    };
    parts.into_iter().map(part).collect::<Option<Vec<Part>>>().unwrap_or_default()
}

fn trend(flow: &mut Flow, points: &[TrendPoint]) {
    if points.is_empty() {
        return;
    }
    flow.heading("Over time", 70.0);
    let periods: Vec<String> = points.iter().map(|point| point.label.clone()).collect();
    let (series, unit) = over_time(points);
    let given = ChartLines { periods: &periods, series: &series, unit };
    charts::lines(&mut flow.page, Area::new(LEFT, flow.y, WIDTH, 62.0), &given);
    flow.down(64.0);
    headings(flow);
    for point in points {
        flow.room(6.0);
        let line = &point.line;
        let y = flow.y + 3.6;
        flow.page.text_within(LEFT, y, &point.label, SMALL, 46.0);
        let cells = [&line.resident, &line.members, &line.seen, &line.sustained];
        for (cell, x) in cells.iter().zip(COLUMNS) {
            flow.page.text(LEFT + x, y, &short(cell), SMALL.anchor(Anchor::End));
        }
        flow.down(5.0);
    }
}

/// The lines of a trend and their unit: shares, or counts if there are no shares.
pub fn over_time(points: &[TrendPoint]) -> ([Series; 3], &'static str) {
    let percent = |cell: &Cell| cell.percent.as_deref().and_then(|text| text.parse::<f32>().ok());
    let count = |cell: &Cell| cell.n.map(|count| count as f32);
    let shares = points.iter().any(|point| percent(&point.line.members).is_some());
    let value = |cell: &Cell| if shares { percent(cell) } else { count(cell) };
    let series = |label: &str, mark, of: fn(&Line) -> &Cell| Series {
        label: label.to_owned(),
        mark,
        values: points.iter().map(|point| value(of(&point.line))).collect(),
    };
    let all = [
        series("Members", Mark::Open, |line| &line.members),
        series("Seen", Mark::Square, |line| &line.seen),
        series("Sustained", Mark::Diamond, |line| &line.sustained),
    ];
    (all, if shares { "%" } else { "" })
}
