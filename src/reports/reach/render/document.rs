//! The report as pages to print: the whole and its funnel, each table with bars, the balance, the
//! trend, the quality of the records; then what the words mean and what all of it rests on.

use super::charts::{self, Lines, Mark, Part, Pattern, Series, Step};
use super::flow::{Flow, LEFT, PLAIN, RIGHT, SMALL, WIDTH};
use crate::paper::{Anchor, Area, Ink, Page, Style};
use crate::reach::balance::Claim;
use crate::reports::reach::measures::{self, MEASURES, PRINCIPLES};
use crate::reports::reach::report::{
    By, Cell, Line, Profile, ReachReport, Table, TrendPoint, WhyNot,
};

pub fn pages(report: &ReachReport) -> Vec<Page> {
    let settings = &report.settings;
    let head = format!("Reach of {}, as at {}", settings.place, measures::day(settings.as_at));
    let foot = format!(
        "As known at {}. Sustained: {} days in {} months. Words: {}. Profile: {}.",
        measures::moment(settings.known_at),
        settings.threshold,
        settings.window_months,
        settings.words,
        settings.profile.as_str()
    );
    let mut flow = Flow::new(head, foot);
    opening(&mut flow, report);
    for table in &report.tables {
        split(&mut flow, table, settings.target_percent);
    }
    balance(&mut flow, report);
    trend(&mut flow, &report.trend);
    outside(&mut flow, &report.outside);
    quality(&mut flow, report);
    definitions(&mut flow, report);
    flow.done()
}

/// A figure as it is read: "646 of 1,000 (64.6%)", or the mark of why there is none.
fn figure(cell: &Cell) -> String {
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

fn grouped(count: u64) -> String {
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

fn opening(flow: &mut Flow, report: &ReachReport) {
    let settings = &report.settings;
    let title = format!("Reach: {}", settings.place);
    flow.page.text_within(LEFT, flow.y + 5.0, &title, Style::new(20.0).bold(), WIDTH);
    flow.down(10.0);
    let said = format!("As at {}. {}", measures::day(settings.as_at), recipient(settings.profile));
    flow.paragraph(&said, Style::new(11.0));
    for note in &report.notes {
        flow.paragraph(note, PLAIN);
    }

    flow.heading("From resident to sustained contact", 45.0);
    let whole = &report.whole;
    let step = |label: &str, cell: &Cell, pattern| Step {
        label: label.to_owned(),
        count: cell.n,
        said: figure(cell),
        pattern,
    };
    let steps = [
        step("Resident", &whole.resident, Pattern::Empty),
        step("Members", &whole.members, Pattern::Pale),
        step("Seen", &whole.seen, Pattern::Stripes),
        step("Sustained", &whole.sustained, Pattern::Solid),
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

fn recipient(profile: Profile) -> &'static str {
    match profile {
        Profile::Exact => "Exact figures, for the organisation and those it has an agreement with.",
        Profile::Partner => {
            "For a partner under an agreement: counts of 1 to 4 and special category groups are left \
             out."
        }
        Profile::Public => {
            "For the public: counts of 1 to 4 are left out, and others with them, so that nobody can \
             be recognised."
        }
    }
}

/// A figure on a line of its own, with its word.
fn row(flow: &mut Flow, label: &str, cell: &Cell) {
    flow.room(6.0);
    let y = flow.y + 3.6;
    flow.page.text_within(LEFT, y, label, PLAIN, 70.0);
    flow.page.text_within(LEFT + 72.0, y, &figure(cell), PLAIN, 50.0);
    let said =
        cell.words.clone().or_else(|| cell.why_not.map(|why| measures::reason(why).to_owned()));
    flow.page.text_within(LEFT + 124.0, y, &said.unwrap_or_default(), PLAIN, WIDTH - 124.0);
    flow.page.fill(Area::new(LEFT, flow.y + 5.2, WIDTH, 0.15), Ink::Pale);
    flow.down(5.6);
}

/// Where the columns of a table stand, right aligned, and where its bars begin.
const COLUMNS: [f32; 4] = [66.0, 86.0, 106.0, 126.0];
const BARS: f32 = 130.0;
const BAR: f32 = WIDTH - BARS;

fn split(flow: &mut Flow, table: &Table, target: u64) {
    flow.heading(title(table.by), 24.0);
    if table.overlaps {
        flow.paragraph("A child can be in several lines: they do not add up to the whole.", SMALL);
    }
    headings(flow);
    for line in &table.lines {
        if !flow.has_room(6.0) {
            flow.turn();
            headings(flow);
        }
        bars(flow, line, target);
    }
    legend(flow, target);
}

fn title(by: By) -> &'static str {
    match by {
        By::Area => "By area (LSOA)",
        By::Decile => "By decile of deprivation (1 is the most deprived)",
        By::TargetGroup => "By target group",
        By::AgeBand => "By age",
        By::Activity => "By activity",
        By::Centre => "By centre",
    }
}

fn headings(flow: &mut Flow) {
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
    let long = |cell: &Cell| {
        let percent = cell.percent.as_deref().and_then(|percent| percent.parse::<f32>().ok());
        percent.map_or(0.0, |percent| BAR * percent.min(100.0) / 100.0)
    };
    let at = |wide: f32| Area::new(LEFT + BARS, flow.y + 1.0, wide, 3.6);
    let (members, seen, sustained) =
        (at(long(&line.members)), at(long(&line.seen)), at(long(&line.sustained)));
    charts::bar(&mut flow.page, members, Pattern::Empty);
    charts::bar(&mut flow.page, seen, Pattern::Stripes);
    charts::bar(&mut flow.page, sustained, Pattern::Solid);
    let x = LEFT + BARS + BAR * (target.min(100) as f32) / 100.0;
    flow.page.line((x, flow.y), (x, flow.y + 5.6), Ink::Grey, 0.3);
    flow.page.fill(Area::new(LEFT, flow.y + 5.5, BARS - 2.0, 0.1), Ink::Pale);
    flow.down(5.6);
}

/// "120 (64%)" in a narrow column.
fn short(cell: &Cell) -> String {
    match (cell.n, &cell.percent) {
        (Some(n), Some(percent)) => {
            let whole = percent.parse::<f32>().unwrap_or_default().round();
            format!("{} ({whole}%)", grouped(n))
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

fn balance(flow: &mut Flow, report: &ReachReport) {
    let balance = &report.balance;
    flow.heading("Who comes: the balance of attendance", 50.0);
    let said = match balance.claim {
        Claim::Majority => "A majority of all attendances are by children in a target group.",
        Claim::Half => "Exactly half of all attendances: not a majority.",
        Claim::NotMajority => "No majority can be claimed, the unknown counted among all.",
        Claim::NotApplicable => "Nothing can be said of the balance.",
    };
    flow.paragraph(said, PLAIN);
    flow.down(5.0);
    let parts = [
        (&balance.target, "In a target group", Pattern::Solid),
        (&balance.not_target, "In none", Pattern::Empty),
        (&balance.unknown, "Not known", Pattern::Stripes),
    ];
    if parts.iter().all(|(cell, ..)| cell.n.is_some()) {
        let parts = parts.map(|(cell, label, pattern)| Part {
            label: format!("{label}: {}", figure(cell)),
            count: cell.n.unwrap_or_default(),
            pattern,
        });
        let high = charts::parts(&mut flow.page, Area::new(LEFT, flow.y, WIDTH, 18.0), &parts);
        flow.down(high + 2.0);
    }
    row(flow, "Of those known", &balance.percent_of_known);
    row(flow, "Of all", &balance.percent_of_all);
}

fn trend(flow: &mut Flow, points: &[TrendPoint]) {
    if points.is_empty() {
        return;
    }
    flow.heading("Over time", 70.0);
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
    let periods: Vec<String> = points.iter().map(|point| point.label.clone()).collect();
    let given = Lines { periods: &periods, series: &all, unit: if shares { "%" } else { "" } };
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

fn outside(flow: &mut Flow, lines: &[Line]) {
    if lines.is_empty() {
        return;
    }
    flow.heading("Outside the reach area, or not known", 20.0);
    headings(flow);
    for line in lines {
        flow.room(6.0);
        let y = flow.y + 3.6;
        flow.page.text_within(LEFT, y, &line.label, SMALL, 60.0);
        for (cell, x) in [&line.members, &line.seen].iter().zip([COLUMNS[1], COLUMNS[2]]) {
            flow.page.text(LEFT + x, y, &short(cell), SMALL.anchor(Anchor::End));
        }
        flow.down(5.0);
    }
}

fn quality(flow: &mut Flow, report: &ReachReport) {
    if report.quality.is_empty() && report.freshness.is_empty() {
        return;
    }
    flow.heading("How far the records can be trusted", 20.0);
    for quality in &report.quality {
        row(flow, &quality.label, &quality.cell);
    }
    for feed in &report.freshness {
        let last = feed
            .last_on
            .map_or("never came".to_owned(), |day| format!("last came on {}", measures::day(day)));
        flow.paragraph(&format!("{}: {last}.", feed.source), PLAIN);
    }
}

fn definitions(flow: &mut Flow, report: &ReachReport) {
    flow.heading("What the figures rest on", 40.0);
    for (_, label, value) in measures::settings(&report.settings) {
        flow.pair(label, &value, SMALL);
    }
    flow.heading("What is counted", 40.0);
    for measure in MEASURES {
        flow.pair(measure.label, measure.definition, SMALL);
    }
    for (label, said) in PRINCIPLES {
        flow.pair(label, said, SMALL);
    }
    flow.heading("Where a figure is missing", 20.0);
    for why in WhyNot::ALL {
        flow.pair(measures::mark(*why), measures::reason(*why), SMALL);
    }
    flow.heading("Sources", 20.0);
    for source in measures::sources(&report.settings) {
        flow.paragraph(&source, SMALL);
    }
}
