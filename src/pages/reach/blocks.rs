//! The document's blocks on the page: each figure in a table that can be read without its bar or
//! chart, linked to its children for those who may see them.

use super::filled::{Filled, REACH, ROWS};
use crate::paper::{Area, PaperPage};
use crate::reports::reach::document::texts::{count, grouped, shown, words};
use crate::reports::reach::document::{
    Bar, Block, BlockRow, BlockTable, Chapter, Chart, Columns, LEGEND, NOTHING, Pattern, Room,
};
use crate::reports::reach::measures;
use crate::reports::reach::render::charts;
use crate::reports::reach::report::{Cell, ReachBy, ReachReport, WhyNot};
use maud::{Markup, PreEscaped, html};

/// A report and how it is shown.
pub(crate) struct View<'a> {
    pub report: &'a ReachReport,
    pub filled: &'a Filled,
    /// Whether figures link to their children.
    pub opens: bool,
}

pub(crate) fn show(view: &View, chapter: &Chapter) -> Markup {
    html! {
        section {
            h2 id=(chapter.id) { (chapter.heading) }
            @for block in &chapter.blocks {
                @match block {
                    Block::Said(said) => p { strong { (said) } },
                    Block::Note(said) => p.quiet { (said) },
                    Block::List(items) => ul { @for item in items { li { (item) } } },
                    Block::Pairs(pairs) => dl.pairs {
                        @for (term, said) in pairs { div { dt { (term) } dd { (said) } } }
                    },
                    Block::Chart(chart) => (drawn(chart)),
                    Block::Table(table) => (view.table(table)),
                }
            }
        }
    }
}

impl View<'_> {
    fn table(&self, table: &BlockTable) -> Markup {
        let rows: Vec<&BlockRow> = table.filled().collect();
        if rows.is_empty() {
            return html! { p { (NOTHING) } };
        }
        let columns = table.columns.beside().iter().filter(|column| column.room <= Room::Page);
        let (numbers, said): (Vec<&str>, Vec<String>) = match &table.columns {
            Columns::Apart => (vec!["Number", "Of", "Percent"], vec!["In words".to_owned()]),
            Columns::Beside(_) => {
                let said = columns.clone().filter(|column| column.in_words);
                let said = said.map(|column| format!("{}, in words", column.short));
                (columns.map(|column| column.short.as_str()).collect(), said.collect())
            }
        };
        let content = html! {
            thead {
                tr {
                    th scope="col" { (table.subject) }
                    @for number in numbers { th.n scope="col" { (number) } }
                    @for said in said { th scope="col" { (said) } }
                }
            }
            tbody {
                @for row in &rows {
                    tr id={ (table.id) "." (row.key) } {
                        th.drawn[row.bar.is_some()] scope="row" {
                            (self.label(table, row))
                            @if let Some(bar) = &row.bar { (row_bar(bar)) }
                        }
                        @match &table.columns {
                            Columns::Apart => @for cell in &row.cells { (self.apart(row, cell)) },
                            columns @ Columns::Beside(_) => (self.beside(columns, row)),
                        }
                    }
                }
            }
        };
        let cells = rows.iter().flat_map(|row| match &table.columns {
            Columns::Apart => row.cells.iter().collect::<Vec<_>>(),
            columns => columns.in_room(Room::Page, row).map(|(_, cell)| cell).collect(),
        });
        html! {
            (boxed(&table.id, &table.caption, content))
            @if let Some(target) = table.target() { (legend(target)) }
            (marks(cells))
        }
    }

    /// A centre links to its own report.
    fn label(&self, table: &BlockTable, row: &BlockRow) -> Markup {
        let is_centre = table.id == ReachBy::Centre.as_str();
        html! {
            @if is_centre && !self.report.settings.profile.is_fixed() {
                a href=(self.filled.with("centre_id", &row.key).link(REACH)) { (row.label) }
            } @else { (row.label) }
        }
    }

    /// Number, of, percent, words or why there is none.
    fn apart(&self, row: &BlockRow, cell: &Cell) -> Markup {
        html! {
            td.n { (self.linked(row.name.as_deref(), cell, &count(cell))) }
            td.n { @if let Some(of) = cell.of { (grouped(of)) } }
            td.n { @if let Some(percent) = &cell.percent { (percent) "%" } }
            td { (words(cell)) }
        }
    }

    fn beside(&self, columns: &Columns, row: &BlockRow) -> Markup {
        let cells = || columns.in_room(Room::Page, row);
        html! {
            @for (column, cell) in cells() {
                @let name = row.name.as_ref().zip(column.code);
                @let name = name.map(|(line, code)| format!("{line}.{code}"));
                td.n { (self.linked(name.as_deref(), cell, &shown(cell))) }
            }
            @for (_, cell) in cells().filter(|(column, _)| column.in_words) {
                td { (cell.words.as_deref().unwrap_or_default()) }
            }
        }
    }

    /// A figure's text, linked to its children if there are any and the caller may see them.
    fn linked(&self, name: Option<&str>, cell: &Cell, said: &str) -> Markup {
        let some = self.opens && cell.n.is_some_and(|count| count > 0);
        html! {
            @if let Some(name) = name.filter(|_| some) {
                a href=(self.filled.with("cell", name).link(ROWS)) { (said) }
            } @else { (said) }
        }
    }
}

/// A table in its own box, which scrolls sideways if it is too wide.
pub(crate) fn boxed(id: &str, caption: &str, table: Markup) -> Markup {
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

/// The key to the marks in these figures.
fn marks<'a>(cells: impl Iterator<Item = &'a Cell>) -> Markup {
    let marked = |cell: &Cell| match (cell.n, cell.why_not) {
        (None, why) => why,
        (Some(_), Some(WhyNot::CheckPopulation)) => Some(WhyNot::CheckPopulation),
        (Some(_), _) => None,
    };
    let found: Vec<WhyNot> = cells.filter_map(marked).collect();
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

fn legend(target: u64) -> Markup {
    html! {
        p.quiet aria-hidden="true" {
            "The bars: "
            @for (pattern, label) in LEGEND { (swatch(pattern)) " " (label) ", " }
            "each of the residents; the upright line is the target of " (target) "%."
        }
    }
}

/// A chart on its own, with a description; its figures are in the table below.
fn drawn(chart: &Chart) -> Markup {
    let mut page = PaperPage::new(110.0, chart.height());
    chart.draw(&mut page, Area::new(0.2, 0.0, 109.6, chart.height()));
    html! { div.chart role="img" aria-label=(chart.description()) { (PreEscaped(page.svg())) } }
}

fn row_bar(bar: &Bar) -> Markup {
    let mut page = PaperPage::new(30.0, 5.6);
    charts::row_bar(&mut page, Area::new(0.2, 0.0, 29.6, 5.6), bar);
    html! { span.bar aria-hidden="true" { (PreEscaped(page.svg())) } }
}

/// A sample of a pattern, for the legend.
fn swatch(pattern: Pattern) -> Markup {
    let mut page = PaperPage::new(6.0, 4.0);
    charts::bar(&mut page, Area::new(0.2, 0.2, 5.6, 3.6), pattern);
    html! { span.swatch aria-hidden="true" { (PreEscaped(page.svg())) } }
}
