//! The document as pages to print.

use super::charts;
use super::flow::{Flow, LEFT, PLAIN, RIGHT, SMALL, WIDTH};
use crate::paper::{Anchor, Area, Ink, PaperPage, Style, text};
use crate::reports::reach::document::chapters::chapters;
use crate::reports::reach::document::texts::{figure, short, words};
use crate::reports::reach::document::{
    Block, BlockRow, BlockTable, Chapter, Columns, LEGEND, NOTHING, Room,
};
use crate::reports::reach::measures;
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{Profile, ReachReport};

pub(crate) fn pages(report: &ReachReport, quarterly: Option<&Quarterly>) -> Vec<PaperPage> {
    let settings = &report.settings;
    let as_at = measures::day(settings.as_at);
    let head = format!("Reach of {}, as at {as_at}", settings.place);
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
    let title = format!("Reach: {}", settings.place);
    flow.page.text_within(LEFT, flow.y + 5.0, &title, Style::new(20.0).bold(), WIDTH);
    flow.down(10.0);
    let said = format!("As at {as_at}. {}", measures::recipient(settings.profile));
    flow.paragraph(&said, Style::new(11.0));
    chapters(report, quarterly).iter().for_each(|chapter| print(&mut flow, chapter));
    flow.done()
}

fn print(flow: &mut Flow, chapter: &Chapter) {
    let charts = chapter.blocks.iter().map(|block| match block {
        Block::Chart(chart) => chart.height(),
        _ => 0.0,
    });
    flow.heading(&chapter.heading, 24.0 + charts.sum::<f32>());
    // The heading says enough about the first table.
    let mut is_first = true;
    for block in &chapter.blocks {
        match block {
            Block::Said(said) => flow.paragraph(said, PLAIN),
            Block::Note(said) => flow.paragraph(said, SMALL),
            Block::List(items) => items.iter().for_each(|item| flow.paragraph(item, PLAIN)),
            Block::Pairs(pairs) => {
                pairs.iter().for_each(|(term, said)| flow.pair(term, said, SMALL))
            }
            Block::Chart(chart) => {
                let area = Area::new(LEFT, flow.y, WIDTH, chart.height());
                chart.draw(&mut flow.page, area);
                flow.down(area.height + 2.0);
            }
            Block::Table(table) => {
                if !std::mem::take(&mut is_first) {
                    flow.room(12.0);
                    flow.paragraph(&table.caption, SMALL.bold());
                }
                print_table(flow, table);
            }
        }
    }
}

fn print_table(flow: &mut Flow, table: &BlockTable) {
    if table.filled().next().is_none() {
        flow.paragraph(NOTHING, PLAIN);
    }
    match &table.columns {
        Columns::Apart => table.filled().for_each(|row| print_apart(flow, row)),
        Columns::Beside(_) => print_beside(flow, table),
    }
}

/// A figure on a line of its own, with its bar or its words.
fn print_apart(flow: &mut Flow, row: &BlockRow) {
    flow.room(6.0);
    let y = flow.y + 3.6;
    let style = text::shrunk(&row.label, PLAIN, 6.5, 70.0);
    flow.page.text_within(LEFT, y, &row.label, style, 70.0);
    for cell in &row.cells {
        flow.page.text_within(LEFT + 72.0, y, &figure(cell), PLAIN, 50.0);
        match &row.bar {
            Some(bar) => {
                let area = Area::new(LEFT + 124.0, flow.y, WIDTH - 124.0, 5.0);
                charts::row_bar(&mut flow.page, area, bar);
            }
            None => flow.page.text_within(LEFT + 124.0, y, words(cell), PLAIN, WIDTH - 124.0),
        }
    }
    flow.page.fill(Area::new(LEFT, flow.y + 5.2, WIDTH, 0.15), Ink::Pale);
    flow.down(5.6);
}

/// Figures in columns, and bars to their right if the table has any.
fn print_beside(flow: &mut Flow, table: &BlockTable) {
    let has_bars = table.target().is_some();
    // Room for labels, the right edge of the first column, and its distance to the next.
    let (room, first, step) = if has_bars { (46.0, 66.0, 20.0) } else { (58.0, 84.0, 28.0) };
    let edge = |column: usize| LEFT + first + step * column as f32;
    let headings = |flow: &mut Flow| {
        let shown = table.columns.beside().iter().filter(|column| column.room == Room::Paper);
        for (column, at) in shown.zip(0..) {
            let style = SMALL.bold().anchor(Anchor::End);
            flow.page.text(edge(at), flow.y + 3.0, &column.short, style);
        }
        flow.page.fill(Area::new(LEFT, flow.y + 4.2, WIDTH, 0.3), Ink::Black);
        flow.down(5.0);
    };
    headings(flow);
    for row in table.filled() {
        if !flow.has_room(6.0) {
            flow.turn();
            headings(flow);
        }
        let y = flow.y + 3.8;
        flow.page.text_within(LEFT, y, &row.label, SMALL, room);
        for ((_, cell), at) in table.columns.in_room(Room::Paper, row).zip(0..) {
            flow.page.text(edge(at), y, &short(cell), SMALL.anchor(Anchor::End));
        }
        if let Some(bar) = &row.bar {
            let area = Area::new(LEFT + 130.0, flow.y, WIDTH - 130.0, 5.6);
            charts::row_bar(&mut flow.page, area, bar);
        }
        flow.page.fill(Area::new(LEFT, flow.y + 5.5, edge(3) - LEFT, 0.1), Ink::Pale);
        flow.down(5.6);
    }
    if let Some(target) = table.target() {
        legend(flow, target);
    }
}

fn legend(flow: &mut Flow, target: u64) {
    flow.room(7.0);
    let mut x = LEFT;
    for (pattern, label) in LEGEND {
        charts::bar(&mut flow.page, Area::new(x, flow.y + 1.5, 5.0, 3.0), pattern);
        flow.page.text(x + 6.5, flow.y + 4.0, label, SMALL);
        x += text::width(label, SMALL) + 12.0;
    }
    let mark = format!("each of the residents; | the target of {target}%");
    flow.page.text(RIGHT, flow.y + 4.0, &mark, SMALL.anchor(Anchor::End));
    flow.down(7.0);
}
