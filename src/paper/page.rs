//! A page that is drawn on.

use super::ink::{Ink, Weight};
use super::script;
use super::text::{self, Anchor, Style};
use std::fmt::Write;

/// Millimetres from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Area {
        Area { x, y, width, height }
    }

    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }
}

/// One page and what is drawn on it. What is drawn later covers what was drawn before.
#[derive(Clone, Debug)]
pub struct PaperPage {
    /// Millimetres.
    pub width: f32,
    pub height: f32,
    pub drawn: String,
}

impl PaperPage {
    /// The size is in millimetres.
    pub fn new(width: f32, height: f32) -> PaperPage {
        PaperPage { width, height, drawn: String::new() }
    }

    pub fn a4() -> PaperPage {
        PaperPage::new(210.0, 297.0)
    }

    /// An area filled with ink.
    pub fn fill(&mut self, area: Area, ink: Ink) {
        self.rect(area, format_args!(r#"fill="{}""#, ink.colour()));
    }

    /// The edge of an area; `thick` is in millimetres.
    pub fn frame(&mut self, area: Area, ink: Ink, thick: f32) {
        let colour = ink.colour();
        self.rect(area, format_args!(r#"fill="none" stroke="{colour}" stroke-width="{thick}""#));
    }

    /// A straight line; `thick` is in millimetres.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), ink: Ink, thick: f32) {
        let ((x1, y1), (x2, y2)) = (from, to);
        let colour = ink.colour();
        self.draw(format_args!(
            r#"<path d="M{x1:.3} {y1:.3}L{x2:.3} {y2:.3}" stroke="{colour}" stroke-width="{thick}"/>"#
        ));
    }

    /// A filled outline, in the words of SVG's `d`.
    pub fn shape(&mut self, outline: &str, ink: Ink) {
        self.draw(format_args!(r#"<path d="{}" fill="{}"/>"#, text::escape(outline), ink.colour()));
    }

    /// One line of text; `y` is its baseline.
    pub fn text(&mut self, x: f32, y: f32, said: &str, style: Style) {
        self.set(x, y, &script::drawable(said), style, None);
    }

    /// One line of text that must not pass `room`: cut short where it would, and holding its length
    /// where another font stands in for ours. What runs from right to left starts at the right.
    pub fn text_within(&mut self, x: f32, y: f32, said: &str, style: Style, room: f32) {
        let fitted = text::fit(said, style, room);
        let wide = text::width(&fitted, style);
        let holds = wide > room * 0.8 && !script::is_joined(&fitted);
        let length = holds.then_some(wide.min(room));
        if !script::starts_at_right(&fitted) {
            return self.set(x, y, &fitted, style, length);
        }
        let (x, style) = match style.anchor {
            Anchor::Start => (x + room, style.anchor(Anchor::End)),
            Anchor::Middle | Anchor::End => (x, style),
        };
        self.set(x, y, &script::embedded(&fitted), style, length);
    }

    /// A paragraph, wrapped to `room`; the line below its last one comes back.
    pub fn paragraph(&mut self, x: f32, y: f32, said: &str, style: Style, room: f32) -> f32 {
        let mut below = y;
        for line in text::wrap(said, style, room) {
            self.text_within(x, below, &line, style, room);
            below += style.leading();
        }
        below
    }

    /// Another page's drawing, with its corner at this spot.
    pub fn place(&mut self, x: f32, y: f32, other: &PaperPage) {
        let drawn = &other.drawn;
        self.draw(format_args!(r#"<g transform="translate({x:.3} {y:.3})">{drawn}</g>"#));
    }

    /// The page as one SVG document, in its own size.
    pub fn svg(&self) -> String {
        let PaperPage { width, height, drawn } = self;
        let family = "Noto Sans, Noto Sans Arabic, Arial, sans-serif";
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}" font-family="{family}">{drawn}</svg>"#
        )
    }

    pub fn set(&mut self, x: f32, y: f32, said: &str, style: Style, length: Option<f32>) {
        let (size, colour, said) = (style.size(), style.ink.colour(), text::escape(said));
        let weight = match style.weight {
            Weight::Plain => "",
            Weight::Bold => r#" font-weight="bold""#,
        };
        let anchor = match style.anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let length = length
            .map(|length| format!(r#" textLength="{length:.3}" lengthAdjust="spacingAndGlyphs""#))
            .unwrap_or_default();
        self.draw(format_args!(
            r#"<text x="{x:.3}" y="{y:.3}" font-size="{size:.3}" fill="{colour}"{weight}{anchor}{length}>{said}</text>"#
        ));
    }

    pub fn rect(&mut self, area: Area, how: std::fmt::Arguments) {
        let Area { x, y, width, height } = area;
        self.draw(format_args!(
            r#"<rect x="{x:.3}" y="{y:.3}" width="{width:.3}" height="{height:.3}" {how}/>"#
        ));
    }

    pub fn draw(&mut self, element: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.drawn.write_fmt(element);
    }
}
