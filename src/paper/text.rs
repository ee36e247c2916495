//! Setting text: how wide a line runs, where it breaks, how it is cut short. Widths come from the
//! fonts that are drawn with, so what was measured fits.

use super::Ink;
use super::fonts::advance;
use super::ink::Weight;
use super::script::drawable;
use std::borrow::Cow;

/// Which end of a line stands at its spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How a line of text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The size in points, as a printer counts: 9 is small print, 12 a letter's.
    pub points: f32,
    pub weight: Weight,
    pub ink: Ink,
    pub anchor: Anchor,
}

impl Style {
    pub const fn new(points: f32) -> Style {
        Style { points, weight: Weight::Plain, ink: Ink::Black, anchor: Anchor::Start }
    }

    pub const fn bold(mut self) -> Style {
        self.weight = Weight::Bold;
        self
    }

    pub const fn ink(mut self, ink: Ink) -> Style {
        self.ink = ink;
        self
    }

    pub const fn anchor(mut self, anchor: Anchor) -> Style {
        self.anchor = anchor;
        self
    }

    /// The size in millimetres.
    pub fn size(&self) -> f32 {
        self.points * 25.4 / 72.0
    }

    /// From one line to the next, in millimetres.
    pub fn leading(&self) -> f32 {
        self.size() * 1.3
    }
}

/// How far a line runs, in millimetres.
pub(crate) fn width(said: &str, style: Style) -> f32 {
    advance(&drawable(said), style.weight) * style.size()
}

/// The line, cut short with "…" where it would pass `room`.
pub(crate) fn fit(said: &str, style: Style, room: f32) -> Cow<'_, str> {
    let said = drawable(said);
    if width(&said, style) <= room {
        return said;
    }
    let left = room - width("…", style);
    let mut run = 0.0;
    let kept = said.chars().take_while(|c| {
        run += width(c.encode_utf8(&mut [0; 4]), style);
        run <= left
    });
    let kept: String = kept.collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// The style, made smaller until the line fits, but not below `least` points.
pub(crate) fn shrunk(said: &str, style: Style, least: f32, room: f32) -> Style {
    let wide = width(said, style);
    if wide <= room {
        return style;
    }
    Style { points: (style.points * room / wide).max(least), ..style }
}

/// The lines of a text, broken between words so that none passes `room`; a line break stays one. A
/// word longer than a line is broken within.
pub(crate) fn wrap(said: &str, style: Style, room: f32) -> Vec<String> {
    drawable(said).lines().flat_map(|line| wrap_line(line, style, room)).collect()
}

fn wrap_line(said: &str, style: Style, room: f32) -> Vec<String> {
    let space = width(" ", style);
    let (mut lines, mut line, mut run) = (Vec::new(), String::new(), 0.0);
    for word in said.split_whitespace().flat_map(|word| pieces(word, style, room)) {
        let wide = width(&word, style);
        if !line.is_empty() && run + space + wide > room {
            lines.push(std::mem::take(&mut line));
            run = 0.0;
        }
        if !line.is_empty() {
            line.push(' ');
            run += space;
        }
        line.push_str(&word);
        run += wide;
    }
    lines.push(line);
    lines
}

/// The word, or where it is longer than a line its parts that are not.
fn pieces(word: &str, style: Style, room: f32) -> Vec<String> {
    if width(word, style) <= room {
        return vec![word.to_owned()];
    }
    let (mut parts, mut part, mut run) = (Vec::new(), String::new(), 0.0);
    for c in word.chars() {
        let wide = width(c.encode_utf8(&mut [0; 4]), style);
        if !part.is_empty() && run + wide > room {
            parts.push(std::mem::take(&mut part));
            run = 0.0;
        }
        part.push(c);
        run += wide;
    }
    parts.push(part);
    parts
}

/// Text as XML says it. Characters XML has no way to say are left out.
pub(crate) fn escape(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for c in said.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::new(9.0);

    #[test]
    fn no_line_passes_its_room() {
        let said =
            "Come to Stay and Play, or ring us on 0161 912 2122.\nAntidisestablishmentarianismus";
        for room in [8.0, 15.0, 30.0, 60.0] {
            let lines = wrap(said, STYLE, room);
            for line in &lines {
                assert!(width(line, STYLE) <= room, "{line} passes {room}");
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(bare(&lines.concat()), bare(said));
        }
        assert_eq!(wrap("two\n\nlines", STYLE, 60.0), ["two", "", "lines"]);
    }

    #[test]
    fn a_long_line_is_cut_and_a_short_one_left() {
        assert_eq!(fit("Khan", STYLE, 20.0), "Khan");
        let long = "Featherstonehaugh-Cholmondeley ".repeat(3);
        let cut = fit(&long, STYLE, 40.0);
        assert!(cut.ends_with('…') && width(&cut, STYLE) <= 40.0, "{cut}");
        let small = shrunk(&long, STYLE, 6.0, 40.0);
        assert!((small.points - 6.0).abs() < 0.01);
        assert_eq!(shrunk("Khan", STYLE, 6.0, 40.0), STYLE);
    }

    #[test]
    fn bold_runs_wider_and_every_script_has_a_width() {
        assert!(width("Family", STYLE.bold()) > width("Family", STYLE));
        for said in ["Łucja", "Ελένη", "Мария", "فاطمة"] {
            let ems = width(said, STYLE) / STYLE.size();
            assert!((1.0..6.0).contains(&ems), "{said} {ems}");
        }
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(
            escape("<b a='1' b=\"2\"> & \u{0}\u{ffff}é"),
            "&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt; &amp;  é"
        );
    }
}
