//! The report's page: a summary in sentences, download links, the contents, and the document.

use super::blocks::{self, View};
use super::desk::Desk;
use super::filled::{FILE, Filled, REACH};
use super::{form, said};
use crate::reports::reach::document::Chapter;
use crate::reports::reach::document::chapters::chapters;
use crate::reports::reach::measures::{self, recipient};
use crate::reports::reach::report::{Profile, Settings};
use maud::{Markup, html};

pub(crate) fn main(desk: &Desk, view: &View) -> Markup {
    let report = view.report;
    let chapters = chapters(report, None);
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
        (contents(&chapters))
        @for chapter in &chapters { (blocks::show(view, chapter)) }
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
fn contents(chapters: &[Chapter]) -> Markup {
    html! {
        nav.screen aria-label="On this page" {
            ul.contents {
                @for chapter in chapters {
                    li { a href={ "#" (chapter.id) } { (chapter.heading) } }
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
