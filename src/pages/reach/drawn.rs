//! The charts on the page, drawn like those in the document: in black and white, each next to its
//! figures, which serve readers who cannot see it.

use crate::paper::{Area, PaperPage};
use crate::reports::reach::render::charts::{self, ChartLines, Pattern};
use crate::reports::reach::render::{document, tables};
use crate::reports::reach::report::{BalanceLine, Line, TrendPoint};
use maud::{Markup, PreEscaped, html};

/// A chart with its figures next to it.
fn beside(class: &str, page: &PaperPage) -> Markup {
    html! { span class=(class) aria-hidden="true" { (PreEscaped(page.svg())) } }
}

/// A chart on its own, with a description; its figures are in the table below.
fn chart(said: &str, page: &PaperPage) -> Markup {
    html! { div.chart role="img" aria-label=(said) { (PreEscaped(page.svg())) } }
}

/// One bar, with its length relative to the largest count.
pub fn bar(count: u64, most: u64, pattern: Pattern) -> Markup {
    let mut page = PaperPage::new(60.0, 6.0);
    let wide = 59.6 * (count.min(most) as f32 / most.max(1) as f32);
    charts::bar(&mut page, Area::new(0.2, 0.5, wide, 5.0), pattern);
    beside("bar", &page)
}

/// Members, seen and sustained of one line, and the target.
pub fn shares(line: &Line, target: u64) -> Markup {
    let mut page = PaperPage::new(30.0, 5.6);
    tables::shares(&mut page, Area::new(0.2, 0.0, 29.6, 5.6), line, target);
    beside("bar", &page)
}

/// A sample of a pattern, for the legend.
pub fn swatch(pattern: Pattern) -> Markup {
    let mut page = PaperPage::new(6.0, 4.0);
    charts::bar(&mut page, Area::new(0.2, 0.2, 5.6, 3.6), pattern);
    beside("swatch", &page)
}

pub fn balance(balance: &BalanceLine) -> Markup {
    let parts = document::parts(balance, |label, _| label.to_owned());
    if parts.is_empty() {
        return html! {};
    }
    let mut page = PaperPage::new(100.0, 26.0);
    charts::parts(&mut page, Area::new(0.2, 7.0, 99.6, 19.0), &parts);
    chart(
        "Attendances by children in a target group, in none, and unknown, with a mark at half",
        &page,
    )
}

/// Periods are labelled with the month of their last day; there is no room for more.
pub fn trend(points: &[TrendPoint]) -> Markup {
    let month = |point: &TrendPoint| point.as_at.format("%b %y").to_string();
    let periods: Vec<String> = points.iter().map(month).collect();
    let (series, unit) = document::over_time(points);
    let mut page = PaperPage::new(110.0, 56.0);
    let lines = ChartLines { periods: &periods, series: &series, unit };
    charts::lines(&mut page, Area::new(0.0, 0.0, 110.0, 56.0), &lines);
    chart("Members, seen and in sustained contact over time", &page)
}
