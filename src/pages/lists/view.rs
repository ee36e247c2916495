//! How a list looks: on the screen, and on paper.

use super::rows::{ListKind, Row};
use crate::base::id::CentreId;
use crate::centres::Centre;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::pages::team::{
    FAMILIES, TeamPage, done_box, next_page, number, page as frame, press, when,
};
use crate::web::form::Wrong;
use maud::{Markup, html};

const LISTS: &str = "/lists";

pub(super) struct ListPage<'a> {
    pub kind: &'static ListKind,
    pub rows: &'a [Row],
    pub next: Option<&'a str>,
    /// Those to choose from, where each centre has a list.
    pub centres: &'a [Centre],
    pub centre: Option<&'a CentreId>,
    pub may_settle: bool,
    pub is_done: bool,
    pub wrong: &'a [Wrong],
}

impl ListPage<'_> {
    /// Its address, with what it was asked for.
    fn address(&self) -> String {
        let name = self.kind.name;
        match self.centre {
            Some(centre) => format!("{LISTS}/{name}?centre={centre}"),
            None => format!("{LISTS}/{name}"),
        }
    }

    fn with(&self, more: &str) -> String {
        let address = self.address();
        let and = if address.contains('?') { '&' } else { '?' };
        format!("{address}{and}{more}")
    }
}

pub(super) fn index(tx: &Tx, head: &Letterhead, kinds: &[&ListKind]) -> Markup {
    let main = html! {
        ul.plain {
            @for kind in kinds {
                li {
                    a href={ (LISTS) "/" (kind.name) } { (kind.title) }
                    p.quiet { (kind.about) }
                }
            }
        }
    };
    frame(tx, head, TeamPage { here: LISTS, heading: "Lists", wrong: &[], main })
}

pub(super) fn list(tx: &Tx, head: &Letterhead, list: &ListPage) -> Markup {
    let kind = list.kind;
    let main = html! {
        (done_box(list.is_done.then_some("Done.")))
        p { (kind.about) }
        @if list.centres.len() > 1 { (choose(list)) }
        p.files.screen {
            a href=(list.with("view=print")) { "Print" }
            a href=(list.with("format=csv")) { "As a table (CSV)" }
            @if kind.name == "birthday-print" && !list.rows.is_empty() {
                @let centre = list.centre.map(CentreId::as_str).unwrap_or_default();
                a href={ (LISTS) "/birthday-print/cards.pdf?centre=" (centre) } { "Cards (PDF)" }
                a href={ (LISTS) "/birthday-print/labels.pdf?centre=" (centre) } { "Labels (PDF)" }
            }
            a href=(LISTS) { "All lists" }
        }
        @if list.rows.is_empty() && list.next.is_none() { p role="status" { "Nobody is waiting." } }
        @if list.rows.is_empty() && list.next.is_some() { p role="status" { "Nobody among these. Go on to the next page." } }
        ul.found { @for row in list.rows { (one(list, row)) } }
        @if let Some((deed, label)) = kind.for_all.filter(|_| list.may_settle && list.rows.len() > 1) {
            form method="post" action={ (LISTS) "/" (kind.name) } {
                @for row in list.rows { input type="hidden" name="id" value=(row.id); }
                (centre_box(list))
                button type="submit" name="deed" value=(deed) { (label) }
            }
        }
        (next_page(&list.address(), list.next))
    };
    frame(tx, head, TeamPage { here: LISTS, heading: kind.title, wrong: list.wrong, main })
}

fn centre_box(list: &ListPage) -> Markup {
    html! {
        @if let Some(centre) = list.centre { input type="hidden" name="centre" value=(centre); }
    }
}

fn choose(list: &ListPage) -> Markup {
    html! {
        form.filters method="get" action={ (LISTS) "/" (list.kind.name) } {
            label for="centre" { "Centre" }
            select id="centre" name="centre" {
                @for centre in list.centres {
                    option value=(centre.id) selected[list.centre == Some(&centre.id)] { (centre.name) }
                }
            }
            button type="submit" { "Show" }
        }
    }
}

fn one(list: &ListPage, row: &Row) -> Markup {
    let action = format!("{LISTS}/{}", list.kind.name);
    let centre = list.centre.map(CentreId::as_str).unwrap_or_default();
    html! {
        li.box {
            h2 {
                @match &row.family {
                    Some(family) => a href={ (FAMILIES) "/" (family) } { (row.who) },
                    None => (row.who),
                }
            }
            p { (row.why) }
            @for dial in &row.numbers { p { (number(&dial.name, &dial.phone, dial.no_voicemail)) } }
            @if !row.last_try.is_empty() { p.quiet { "Last: " (row.last_try) } }
            @if list.may_settle && !row.deeds.is_empty() {
                div.actions {
                    @for (deed, label) in &row.deeds {
                        (press(&action, &[("id", &row.id), ("deed", deed), ("centre", centre)], &html! {
                            (label) span.hidden { ": " (row.who) }
                        }))
                    }
                }
            }
        }
    }
}

/// As a table with room for a tick.
pub(super) fn to_print(tx: &mut Tx, head: &Letterhead, list: &ListPage) -> Markup {
    let now = tx.now();
    let main = html! {
        p { (list.kind.about) " As at " (when(now)) "." }
        p.screen { "Print this page from your browser. " a href=(list.address()) { "Back to the list" } }
        div.wide tabindex="0" role="region" aria-label=(list.kind.title) {
            table {
                thead { tr {
                    th scope="col" { "Name" } th scope="col" { "Telephone" } th scope="col" { "Why" }
                    th scope="col" { "Last try" } th scope="col" { "Done" }
                } }
                tbody {
                    @for row in list.rows {
                        tr {
                            th scope="row" { (row.who) }
                            td {
                                @for dial in &row.numbers {
                                    div { (dial.phone) @if dial.no_voicemail { " (leave no message)" } }
                                }
                            }
                            td { (row.why) }
                            td { (row.last_try) }
                            td { "☐" }
                        }
                    }
                }
            }
        }
        @if list.next.is_some() {
            p { "There are more than stand here." }
            (next_page(&list.with("view=print"), list.next))
        }
    };
    frame(tx, head, TeamPage { here: LISTS, heading: list.kind.title, wrong: &[], main })
}
