//! The end of the page: children outside the area, how reliable the records are, and how the
//! figures are counted.

use super::figures::{View, boxed, count, headings, marks, section, shown};
use super::tables::spread;
use crate::areas::place::Bucket;
use crate::reports::reach::measures::{self, MEASURES, PRINCIPLES};
use crate::reports::reach::quality::Missing;
use crate::reports::reach::report::{Quality, ReachReport, WhyNot};
use maud::{Markup, html};

pub fn parts(view: &View) -> Markup {
    html! {
        (outside(view))
        (trust(view))
        (notes(view))
        (definitions(view))
    }
}

fn outside(view: &View) -> Markup {
    let lines = &view.report.outside;
    if lines.is_empty() {
        return html! {};
    }
    let table = html! {
        (headings("Where they live", &["Members", "Seen"], &[]))
        tbody {
            @for line in lines {
                tr id={ "outside." (line.key) } {
                    th scope="row" { (line.label) }
                    @for (measure, cell) in [("members", &line.members), ("seen", &line.seen)] {
                        td.n {
                            // These never open to a list.
                            @if line.key == Bucket::Restricted.as_str() { (shown(cell)) }
                            @else { (view.figure(&format!("outside.{}.{measure}", line.key), cell)) }
                        }
                    }
                }
            }
        }
    };
    let cells = lines.iter().flat_map(|line| [&line.members, &line.seen]);
    section(
        "outside",
        "Outside the area, or not known",
        html! {
            p { "These children are not counted in the shares above." }
            (boxed("outside", "Children who live outside the area, or where is not known", table))
            (marks(cells.filter(|cell| cell.n.is_none())))
        },
    )
}

pub fn has_quality(report: &ReachReport) -> bool {
    !report.quality.is_empty() || !report.freshness.is_empty()
}

fn trust(view: &View) -> Markup {
    let report = view.report;
    if !has_quality(report) {
        return html! {};
    }
    let missing = html! {
        (headings("What is missing", &["Number", "Of", "Percent"], &["In words"]))
        tbody {
            @for Quality { code, label, cell } in &report.quality {
                tr id={ "quality." (code) } {
                    th scope="row" { (label) }
                    @if Missing::parse(code).is_some() {
                        (spread(&view.open(&format!("quality.{code}"), cell, &count(cell)), cell))
                    } @else {
                        (spread(&html! { (count(cell)) }, cell))
                    }
                }
            }
        }
    };
    let feeds = html! {
        (headings("From", &[], &["Last came on"]))
        tbody {
            @for feed in &report.freshness {
                tr {
                    th scope="row" { (feed.source) }
                    td { (feed.last_on.map_or("never".to_owned(), measures::day)) }
                }
            }
        }
    };
    section(
        "quality",
        "How reliable the records are",
        html! {
            @if !report.quality.is_empty() {
                (boxed("quality", "What is missing in the records", missing))
            }
            @if !report.freshness.is_empty() {
                (boxed("feeds", "When each feed last came", feeds))
            }
        },
    )
}

fn notes(view: &View) -> Markup {
    let notes = &view.report.notes;
    html! {
        @if !notes.is_empty() {
            (section("notes", "Besides", html! { ul { @for note in notes { li { (note) } } } }))
        }
    }
}

fn definitions(view: &View) -> Markup {
    let settings = measures::settings(&view.report.settings);
    let rests = settings.iter().map(|(_, label, value)| (*label, value.as_str()));
    let counted = MEASURES.iter().map(|measure| (measure.label, measure.definition));
    let missing = WhyNot::ALL.iter().map(|why| (measures::mark(*why), measures::reason(*why)));
    html! {
        (section("rests", "Basis of the figures", pairs(rests)))
        (section("counted", "What is counted", pairs(counted.chain(PRINCIPLES.iter().copied()))))
        (section("missing", "Where a figure is missing", pairs(missing)))
        (section("sources", "Sources", html! {
            ul { @for source in measures::sources(&view.report.settings) { li { (source) } } }
        }))
    }
}

fn pairs<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Markup {
    html! {
        dl.pairs { @for (label, said) in pairs { div { dt { (label) } dd { (said) } } } }
    }
}
