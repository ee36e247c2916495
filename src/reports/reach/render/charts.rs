//! Charts. They work in black and white: bars differ in pattern and lines in their marks, each is
//! labelled directly, and every chart has its figures next to it.

use crate::paper::{Anchor, Area, Ink, PaperPage, Style, text};

const LABEL: Style = Style::new(8.0);
const AXIS: Style = Style::new(7.0);

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    Solid,
    Stripes,
    Pale,
    Empty,
}

pub fn bar(page: &mut PaperPage, area: Area, pattern: Pattern) {
    if area.width < 0.05 {
        return;
    }
    match pattern {
        Pattern::Solid => page.fill(area, Ink::Black),
        Pattern::Pale => page.fill(area, Ink::Pale),
        Pattern::Empty => page.fill(area, Ink::White),
        Pattern::Stripes => {
            page.fill(area, Ink::White);
            let stripes = (area.width / 1.1) as usize;
            for stripe in 1..=stripes {
                let x = area.x + stripe as f32 * 1.1 - 0.55;
                page.line((x, area.y), (x, area.bottom()), Ink::Black, 0.3);
            }
        }
    }
    page.frame(area, Ink::Black, 0.2);
}

/// One step of a funnel: its name, count, text and pattern.
pub struct ChartStep {
    pub label: String,
    pub count: Option<u64>,
    pub said: String,
    pub pattern: Pattern,
}

/// Draws bars below each other, proportional to their counts; returns the height in millimetres.
pub fn funnel(page: &mut PaperPage, area: Area, steps: &[ChartStep]) -> f32 {
    let most = steps.iter().filter_map(|step| step.count).max().unwrap_or(0).max(1);
    let (high, label, said) = (8.0, 38.0, 52.0);
    let room = area.width - label - said - 4.0;
    for (step, row) in steps.iter().zip(0..) {
        let y = area.y + row as f32 * (high + 2.0);
        let middle = y + high / 2.0 + 1.0;
        page.text_within(area.x, middle, &step.label, LABEL.bold(), label - 2.0);
        let wide = step.count.map_or(0.0, |count| room * (count as f32 / most as f32));
        bar(page, Area::new(area.x + label, y, wide, high), step.pattern);
        page.text_within(area.right() - said, middle, &step.said, LABEL, said);
    }
    steps.len() as f32 * (high + 2.0)
}

/// A part of one bar.
pub struct Part {
    pub label: String,
    pub count: u64,
    pub pattern: Pattern,
}

/// One stacked bar with a mark at half, and its legend below.
pub fn parts(page: &mut PaperPage, area: Area, parts: &[Part]) -> f32 {
    let all: u64 = parts.iter().map(|part| part.count).sum();
    let high = 9.0;
    let mut x = area.x;
    for part in parts {
        let wide = area.width * (part.count as f32 / all.max(1) as f32);
        bar(page, Area::new(x, area.y, wide, high), part.pattern);
        x += wide;
    }
    let half = area.x + area.width / 2.0;
    page.line((half, area.y - 2.5), (half, area.y + high + 2.5), Ink::Grey, 0.4);
    page.text(half, area.y - 3.2, "half of all", LABEL.ink(Ink::Grey).anchor(Anchor::Middle));
    let each = area.width / parts.len().max(1) as f32;
    for (part, place) in parts.iter().zip(0..) {
        let x = area.x + place as f32 * each;
        bar(page, Area::new(x, area.y + high + 4.0, 5.0, 3.2), part.pattern);
        page.text_within(x + 6.5, area.y + high + 6.7, &part.label, LABEL, each - 8.0);
    }
    high + 9.0
}

/// How the points of a line are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Square,
    Open,
    Diamond,
}

impl Mark {
    fn draw(self, page: &mut PaperPage, (x, y): (f32, f32)) {
        let r = 1.1;
        match self {
            Mark::Square => page.fill(Area::new(x - r, y - r, 2.0 * r, 2.0 * r), Ink::Black),
            Mark::Open => {
                let area = Area::new(x - r, y - r, 2.0 * r, 2.0 * r);
                page.fill(area, Ink::White);
                page.frame(area, Ink::Black, 0.4);
            }
            Mark::Diamond => {
                let (left, right, up, down) = (x - 1.5, x + 1.5, y - 1.5, y + 1.5);
                page.shape(&format!("M{left} {y}L{x} {up}L{right} {y}L{x} {down}Z"), Ink::Black);
            }
        }
    }
}

/// A line over time, with a value for each period that has one.
pub struct Series {
    pub label: String,
    pub mark: Mark,
    pub values: Vec<Option<f32>>,
}

/// Lines over the same periods, from zero to the top of the scale.
pub struct ChartLines<'a> {
    pub periods: &'a [String],
    pub series: &'a [Series],
    /// The unit of the axis: `%`, or nothing.
    pub unit: &'a str,
}

pub fn lines(page: &mut PaperPage, area: Area, given: &ChartLines) {
    let values = given.series.iter().flat_map(|series| series.values.iter().flatten());
    let top = scale(values.copied().fold(0.0, f32::max));
    let plot = Area::new(area.x + 12.0, area.y + 2.0, area.width - 46.0, area.height - 12.0);
    for step in 0..=4 {
        let share = step as f32 / 4.0;
        let y = plot.bottom() - plot.height * share;
        page.line((plot.x, y), (plot.right(), y), Ink::Pale, 0.2);
        let said = format!("{}{}", (top * share).round(), given.unit);
        page.text(plot.x - 1.5, y + 1.0, &said, LABEL.anchor(Anchor::End));
    }
    let last = given.periods.len().saturating_sub(1).max(1) as f32;
    let spot = |at: usize, value: f32| {
        let x = plot.x + 3.0 + (plot.width - 6.0) * (at as f32 / last);
        (x, plot.bottom() - plot.height * (value / top))
    };
    let every = given.periods.len().div_ceil(6).max(1);
    for (at, period) in given.periods.iter().enumerate().filter(|(at, _)| at % every == 0) {
        let room = plot.width * every as f32 / (last + 1.0);
        let said = text::fit(period, AXIS, room);
        page.text(spot(at, 0.0).0, plot.bottom() + 5.0, &said, AXIS.anchor(Anchor::Middle));
    }
    for series in given.series {
        line(page, series, &spot);
    }
    name(page, plot.right() + 2.0, area.right(), given.series, &spot);
}

/// A missing period leaves a gap in the line.
fn line(page: &mut PaperPage, series: &Series, spot: &impl Fn(usize, f32) -> (f32, f32)) {
    let spots: Vec<Option<(f32, f32)>> = series
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| value.map(|value| spot(at, value)))
        .collect();
    for pair in spots.windows(2) {
        if let [Some(from), Some(to)] = pair {
            page.line(*from, *to, Ink::Black, 0.4);
        }
    }
    spots.into_iter().flatten().for_each(|spot| series.mark.draw(page, spot));
}

/// Labels the lines at their ends, without overlap.
fn name(
    page: &mut PaperPage,
    x: f32,
    right: f32,
    series: &[Series],
    spot: &impl Fn(usize, f32) -> (f32, f32),
) {
    let end = |series: &Series| {
        series.values.iter().rev().flatten().next().map(|value| spot(0, *value).1)
    };
    let mut ends: Vec<(f32, &Series)> =
        series.iter().filter_map(|one| end(one).map(|y| (y, one))).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = f32::MIN;
    for (y, series) in ends {
        let y = y.max(free);
        series.mark.draw(page, (x + 2.0, y));
        page.text_within(x + 5.0, y + 1.0, &series.label, LABEL, right - x - 5.0);
        free = y + 4.2;
    }
}

/// The smallest of 4, 8, 20, 40, 80, 100, 200 … that is not below the value.
fn scale(most: f32) -> f32 {
    let mut ten = 1.0;
    while ten < 1e9 {
        if let Some(step) = [4.0, 8.0].into_iter().find(|step| most <= step * ten) {
            return if (step * ten - 80.0_f32).abs() < 0.5 {
                100.0_f32.max(most)
            } else {
                step * ten
            };
        }
        if most <= 10.0 * ten {
            return 10.0 * ten;
        }
        ten *= 10.0;
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_its_values_and_is_round() {
        for (most, top) in [
            (0.0, 4.0),
            (3.0, 4.0),
            (9.0, 10.0),
            (31.0, 40.0),
            (64.6, 100.0),
            (95.0, 100.0),
            (1_700.0, 4_000.0),
        ] {
            assert!((scale(most) - top).abs() < 0.01, "{most}: {}", scale(most));
        }
    }
}
