//! Figures in a table: their format, their links, and the key to the marks for missing figures.

use super::filled::Filled;
use super::paths::ROWS;
use crate::reports::reach::measures;
use crate::reports::reach::render::tables::{grouped, short};
use crate::reports::reach::report::{Cell, ReachReport, WhyNot};
use maud::{Markup, html};

/// A report and how it is shown.
pub struct View<'a> {
    pub report: &'a ReachReport,
    pub filled: &'a Filled,
    /// Whether figures link to their children.
    pub opens: bool,
}

impl View<'_> {
    /// A figure by name, such as `area.E01006074.seen`.
    pub fn figure(&self, name: &str, cell: &Cell) -> Markup {
        self.open(name, cell, &shown(cell))
    }

    /// A figure's text, linked to its children if there are any and the caller may see them.
    pub fn open(&self, name: &str, cell: &Cell, said: &str) -> Markup {
        let children = !name.ends_with(".resident") && !name.ends_with(".gap");
        let opens = self.opens && children && cell.n.is_some_and(|count| count > 0);
        html! {
            @if opens {
                a href=(self.filled.with("cell", name).link(ROWS)) { (said) }
            } @else { (said) }
        }
    }
}

/// "1,163 (64.6%)", the count alone, or the mark for a missing figure.
pub fn shown(cell: &Cell) -> String {
    match (cell.n, &cell.percent) {
        (Some(n), Some(percent)) => format!("{} ({percent}%)", grouped(n)),
        (Some(_), None) | (None, _) => short(cell),
    }
}

/// The count alone, or the mark for a missing figure.
pub fn count(cell: &Cell) -> String {
    short(&Cell { percent: None, ..cell.clone() })
}

/// A table in its own box, which scrolls sideways if it is too wide.
pub fn boxed(id: &str, caption: &str, table: Markup) -> Markup {
    let name = format!("{id}-table");
    html! {
        div.wide role="region" aria-labelledby=(name) tabindex="0" {
            table {
                caption id=(name) { span { (caption) } }
                (table)
            }
        }
    }
}

/// The column headings: the label, the numbers, the words.
pub fn headings(first: &str, numbers: &[&str], words: &[&str]) -> Markup {
    html! {
        thead {
            tr {
                th scope="col" { (first) }
                @for number in numbers { th.n scope="col" { (number) } }
                @for word in words { th scope="col" { (word) } }
            }
        }
    }
}

pub fn section(id: &str, heading: &str, body: Markup) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            (body)
        }
    }
}

/// The key to the marks in these figures.
pub fn marks<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Markup {
    let marked = |cell: &Cell| match (cell.n, cell.why_not) {
        (None, why) => why,
        (Some(_), Some(WhyNot::CheckPopulation)) => Some(WhyNot::CheckPopulation),
        (Some(_), _) => None,
    };
    let found: Vec<WhyNot> = cells.into_iter().filter_map(marked).collect();
    html! {
        @if !found.is_empty() {
            ul.quiet.marks-key {
                @for why in WhyNot::ALL {
                    @if found.contains(why) {
                        li { b { (measures::mark(*why)) } " " (measures::reason(*why)) }
                    }
                }
            }
        }
    }
}
