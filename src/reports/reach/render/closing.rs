//! The end of the document: children outside the area, how reliable the records are, and how the
//! figures are counted.

use super::flow::{Flow, LEFT, PLAIN, SMALL};
use super::tables::{COLUMNS, headings, row, short};
use crate::paper::Anchor;
use crate::reports::reach::measures::{self, MEASURES, PRINCIPLES};
use crate::reports::reach::report::{Line, ReachReport, WhyNot};

pub fn outside(flow: &mut Flow, lines: &[Line]) {
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

pub fn quality(flow: &mut Flow, report: &ReachReport) {
    if report.quality.is_empty() && report.freshness.is_empty() {
        return;
    }
    flow.heading("How reliable the records are", 20.0);
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

/// Further notes.
pub fn notes(flow: &mut Flow, notes: &[String]) {
    if notes.is_empty() {
        return;
    }
    flow.heading("Besides", 12.0);
    notes.iter().for_each(|note| flow.paragraph(note, PLAIN));
}

pub fn definitions(flow: &mut Flow, report: &ReachReport) {
    flow.heading("Basis of the figures", 40.0);
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
