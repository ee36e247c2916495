//! Charts. They work in black and white: bars differ in pattern and lines in their marks, each is
//! labelled directly, and every chart has its figures next to it.

use crate::paper::{Anchor, Area, Ink, PaperPage, Style, text};
use crate::reports::reach::document::{Bar, Chart, Mark, Pattern, Series};

const LABEL: Style = Style::new(8.0);
const AXIS: Style = Style::new(7.0);

pub(crate) fn bar(page: &mut PaperPage, area: Area, pattern: Pattern) {
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

/// A bar that stands in a row, from the left of the area.
pub(crate) fn row_bar(page: &mut PaperPage, area: Area, given: &Bar) {
    let long = |part: f32| area.width * part.clamp(0.0, 1.0);
    let thin = |width, by| Area { y: area.y + by, height: area.height - 2.0 * by, width, ..area };
    match given {
        Bar::Count { part, pattern } => bar(page, thin(long(*part), 0.5), *pattern),
        Bar::Shares { percents: [members, seen, sustained], target } => {
            bar(page, thin(long(members / 100.0), 1.0), Pattern::Empty);
            bar(page, thin(long(seen / 100.0), 1.0), Pattern::Stripes);
            // Narrower, because more may be in sustained contact than were seen.
            bar(page, thin(long(sustained / 100.0), 2.0), Pattern::Solid);
            let x = area.x + long(*target as f32 / 100.0);
            page.line((x, area.y), (x, area.bottom()), Ink::Grey, 0.3);
        }
    }
}

impl Chart {
    /// In millimetres.
    pub(crate) fn height(&self) -> f32 {
        match self {
            Chart::Parts(_) => 26.0,
            Chart::Lines { .. } => 58.0,
        }
    }

    pub(crate) fn draw(&self, page: &mut PaperPage, area: Area) {
        match self {
            Chart::Parts(of) => parts(page, area, of),
            Chart::Lines { periods, series, unit } => lines(page, area, periods, series, unit),
        }
    }
}

/// One stacked bar with a mark at half, and its legend below.
fn parts(page: &mut PaperPage, area: Area, parts: &[(&str, u64, Pattern)]) {
    let all: u64 = parts.iter().map(|(_, count, _)| count).sum();
    let (top, high) = (area.y + 7.0, 9.0);
    let each = area.width / parts.len().max(1) as f32;
    let mut x = area.x;
    for ((label, count, pattern), place) in parts.iter().zip(0..) {
        let wide = area.width * (*count as f32 / all.max(1) as f32);
        bar(page, Area::new(x, top, wide, high), *pattern);
        x += wide;
        let legend = area.x + place as f32 * each;
        bar(page, Area::new(legend, top + high + 4.0, 5.0, 3.2), *pattern);
        page.text_within(legend + 6.5, top + high + 6.7, label, LABEL, each - 8.0);
    }
    let half = area.x + area.width / 2.0;
    page.line((half, top - 2.5), (half, top + high + 2.5), Ink::Grey, 0.4);
    page.text(half, top - 3.2, "half of all", LABEL.ink(Ink::Grey).anchor(Anchor::Middle));
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

/// Lines over the same periods, from zero to the top of the scale.
fn lines(page: &mut PaperPage, area: Area, periods: &[String], series: &[Series], unit: &str) {
    let values = series.iter().flat_map(|series| series.values.iter().flatten());
    let top = scale(values.copied().fold(0.0, f32::max));
    let plot = Area::new(area.x + 12.0, area.y + 2.0, area.width - 46.0, area.height - 12.0);
    for step in 0..=4 {
        let share = step as f32 / 4.0;
        let y = plot.bottom() - plot.height * share;
        page.line((plot.x, y), (plot.right(), y), Ink::Pale, 0.2);
        let said = format!("{}{}", (top * share).round(), unit);
        page.text(plot.x - 1.5, y + 1.0, &said, LABEL.anchor(Anchor::End));
    }
    let last = periods.len().saturating_sub(1).max(1) as f32;
    let spot = |at: usize, value: f32| {
        let x = plot.x + 3.0 + (plot.width - 6.0) * (at as f32 / last);
        (x, plot.bottom() - plot.height * (value / top))
    };
    let every = periods.len().div_ceil(6).max(1);
    for (at, period) in periods.iter().enumerate().filter(|(at, _)| at % every == 0) {
        let room = plot.width * every as f32 / (last + 1.0);
        let said = text::fit(period, AXIS, room);
        page.text(spot(at, 0.0).0, plot.bottom() + 5.0, &said, AXIS.anchor(Anchor::Middle));
    }
    for one in series {
        line(page, one, &spot);
    }
    name(page, plot.right() + 2.0, area.right(), series, &spot);
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
        page.text_within(x + 5.0, y + 1.0, series.label, LABEL, right - x - 5.0);
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
