//! The report's page: a summary in sentences, download links, the funnel and the measures of the
//! whole; then its tables and how they are counted.

use super::closing;
use super::desk::Desk;
use super::drawn;
use super::figures::{View, boxed, count, headings, marks, section};
use super::filled::Filled;
use super::form;
use super::paths::{FILE, REACH};
use super::said;
use super::tables;
use crate::reports::reach::measures::{self, MEASURES, Measure};
use crate::reports::reach::render::charts::Pattern;
use crate::reports::reach::render::document::recipient;
use crate::reports::reach::render::tables::title;
use crate::reports::reach::report::{Cell, Profile, ReachReport, Settings};
use maud::{Markup, html};

pub fn main(desk: &Desk, view: &View) -> Markup {
    let report = view.report;
    html! {
        (lead(&report.settings))
        @if report.settings.profile.is_fixed() {
            p.screen { a href=(REACH) { "The exact report, of any centre and day" } }
        } @else {
            details.screen {
                summary { "Another centre, day or table" }
                (form::form(desk, Some(&report.settings)))
            }
        }
        ul.said { @for sentence in said::sentences(report) { li { (sentence) } } }
        (rests_on(&report.settings))
        (files(desk, &report.settings))
        (contents(report))
        (funnel(view))
        (whole(view))
        (tables::splits(view))
        (tables::trend(view))
        (tables::balance(view))
        @for section in &view.report.sections { (tables::beside(section)) }
        (closing::parts(view))
    }
}

fn lead(settings: &Settings) -> Markup {
    html! {
        p {
            "As at " (measures::day(settings.as_at)) ", as known at "
            (measures::moment(settings.known_at)) ". " (recipient(settings.profile))
        }
    }
}

fn rests_on(settings: &Settings) -> Markup {
    html! {
        p.quiet {
            "Seen: at least one contact with a centre from " (measures::day(settings.window_from)) " to "
            (measures::day(settings.as_at)) ". Sustained: on " (settings.threshold)
            " distinct days or more, or through a universal service if evidenced. "
            @match settings.data_begins {
                Some(day) => { "The records begin on " (measures::day(day)) ". " },
                None => { "No contact is recorded yet. " },
            }
            "Words: " (settings.words) "."
        }
    }
}

/// Download links for this report and for the partner and public reports.
fn files(desk: &Desk, settings: &Settings) -> Markup {
    let of = |profile: Profile| Filled::default().with("profile", profile.as_str());
    let (partner, public) = (of(Profile::Partner), of(Profile::Public));
    html! {
        nav.screen.files aria-label="Files" {
            p { "This report: " (formats(&desk.filled)) }
            @if desk.everywhere && !settings.profile.is_fixed() {
                p {
                    "For partners, of all centres at the end of a quarter: "
                    a href=(partner.link(REACH)) { "on a page" } " " (formats(&partner))
                }
                p {
                    "For the public, of all centres at the end of a quarter: "
                    a href=(public.link(REACH)) { "on a page" } " " (formats(&public))
                }
            }
        }
    }
}

/// Links to the parts of the page.
fn contents(report: &ReachReport) -> Markup {
    let tables = tables::ordered(report).map(|table| (table.by.as_str(), title(table.by)));
    let trend = (!report.trend.is_empty()).then_some(("over-time", "Over time"));
    let last = [
        (true, "balance", "Who comes"),
        (!report.outside.is_empty(), "outside", "Outside the area"),
        (closing::has_quality(report), "quality", "How reliable the records are"),
        (true, "rests", "Basis of the figures"),
    ];
    let last = last.into_iter().filter(|(there, ..)| *there).map(|(_, id, label)| (id, label));
    let beside = report.sections.iter().map(|one| (one.key.as_str(), one.heading.as_str()));
    html! {
        nav.screen aria-label="On this page" {
            ul.contents {
                @for (id, label) in tables.chain(trend).chain(beside).chain(last) {
                    li { a href={ "#" (id) } { (label) } }
                }
            }
        }
    }
}

fn formats(filled: &Filled) -> Markup {
    html! {
        @for (format, label) in [("pdf", "PDF to print"), ("xlsx", "Excel workbook"), ("csv", "CSV")] {
            a href=(filled.with("format", format).link(FILE)) { (label) } " "
        }
    }
}

fn funnel(view: &View) -> Markup {
    let steps = measures::funnel(view.report);
    let patterns = [Pattern::Empty, Pattern::Pale, Pattern::Stripes, Pattern::Solid];
    let most = steps.iter().filter_map(|step| step.cell.n).max().unwrap_or_default();
    let table = html! {
        (headings("Step", &["Children"], &["As a bar"]))
        tbody {
            @for (measures::FunnelStep { label, cell, figure }, pattern) in steps.iter().zip(patterns) {
                tr {
                    th scope="row" { (label) }
                    td.n { (view.figure(figure, cell)) }
                    td.drawn { (drawn::bar(cell.n.unwrap_or_default(), most, pattern)) }
                }
            }
        }
    };
    section(
        "funnel",
        "From resident to sustained contact",
        html! {
            (boxed("funnel", "Children who live in the area, step by step", table))
            (marks(steps.iter().map(|step| &step.cell)))
        },
    )
}

fn whole(view: &View) -> Markup {
    let whole = &view.report.whole;
    let number = |measure: &Measure, cell: &Cell| {
        view.open(&format!("whole.{}", measure.code), cell, &count(cell))
    };
    let table = html! {
        (headings("Measure", &["Number", "Of", "Percent"], &["In words"]))
        tbody {
            @for measure in MEASURES {
                @let cell = (measure.of)(whole);
                @if *cell != Cell::default() {
                    tr {
                        th scope="row" { (measure.label) }
                        (tables::spread(&number(measure, cell), cell))
                    }
                }
            }
        }
    };
    section(
        "whole",
        "The whole area",
        boxed("whole", "Children who live in the area, by every measure", table),
    )
}
