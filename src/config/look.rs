//! How the organisation looks on pages: its colour, on which white must be readable, and its logo.

use super::{Sources, Wrong};
use std::fs;

/// Nothing bigger is worth a parent's data.
const LARGEST_LOGO: usize = 100 * 1024;

/// What the colour stands beside: white, the paper of the pages, and a soft tint.
const GROUNDS: [[u8; 3]; 3] = [[255, 255, 255], [0xfb, 0xfa, 0xf7], [0xee, 0xef, 0xed]];

/// The least contrast of text, as WCAG 2 has it (1.4.3).
const READABLE: f64 = 4.5;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// As CSS writes it.
    pub colour: Option<String>,
    pub logo: Option<Logo>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub media: &'static str,
    pub bytes: Vec<u8>,
}

impl Look {
    pub(super) fn load(sources: &Sources) -> Result<Look, Wrong> {
        let colour: Option<String> = sources.optional("colour")?;
        if colour.as_deref().is_some_and(|colour| !is_readable(colour)) {
            return Err(sources.wrong("colour"));
        }
        let logo = match sources.path("logo") {
            Some(path) => {
                let bytes = fs::read(path).map_err(|_| sources.wrong("logo"))?;
                Some(Logo::of(bytes).ok_or_else(|| sources.wrong("logo"))?)
            }
            None => None,
        };
        Ok(Look { colour: colour.map(|colour| colour.to_ascii_lowercase()), logo })
    }

    /// What it adds to the style sheet: in the light scheme the colour, and the logo beside the name.
    pub fn rules(&self) -> String {
        let mut rules = String::new();
        if let Some(colour) = &self.colour {
            rules += &format!(
                "@media not all and (prefers-color-scheme: dark) {{ :root {{ --deep: {colour}; \
                 --head: {colour}; --tint: #eeefed; }} }}\n"
            );
        }
        if self.logo.is_some() {
            rules += "header .name { padding-left: 3.25rem; \
                      background: url(/logo) no-repeat left center / auto 2.5rem; }\n";
        }
        rules
    }
}

impl Logo {
    /// A PNG or an SVG picture.
    fn of(bytes: Vec<u8>) -> Option<Logo> {
        let is_svg = std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg"));
        let media = match bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            true => "image/png",
            false if is_svg => "image/svg+xml",
            false => return None,
        };
        (bytes.len() <= LARGEST_LOGO).then_some(Logo { media, bytes })
    }
}

fn is_readable(colour: &str) -> bool {
    let Some(colour) = parts(colour) else { return false };
    GROUNDS.iter().all(|ground| contrast(colour, *ground) >= READABLE)
}

/// The parts of `#rrggbb`.
fn parts(colour: &str) -> Option<[u8; 3]> {
    let digits =
        colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_colour_that_white_is_readable_on_is_taken() {
        for (colour, taken) in [
            ("#00605a", true),
            ("#003078", true),
            ("#767676", false),
            ("#ffbf3f", false),
            ("00605a", false),
            ("#0605a", false),
            ("#00605a;}", false),
            ("#é0605", false),
        ] {
            assert_eq!(is_readable(colour), taken, "{colour}");
        }
        let black_on_white = contrast([0; 3], [255; 3]);
        assert!((black_on_white - 21.0).abs() < 1e-9, "{black_on_white}");
    }

    #[test]
    fn a_logo_is_a_small_png_or_svg() {
        let png = b"\x89PNG\r\n\x1a\nrest".to_vec();
        assert_eq!(Logo::of(png).map(|logo| logo.media), Some("image/png"));
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
        assert_eq!(Logo::of(svg).map(|logo| logo.media), Some("image/svg+xml"));
        assert_eq!(Logo::of(b"GIF89a".to_vec()), None);
        assert_eq!(Logo::of([b"<svg".to_vec(), vec![b' '; LARGEST_LOGO]].concat()), None);
    }

    #[test]
    fn without_a_colour_or_a_logo_the_style_stays_as_it_is() {
        assert_eq!(Look::default().rules(), "");
        let look = Look { colour: Some("#003078".to_owned()), logo: None };
        assert!(look.rules().contains("--deep: #003078") && !look.rules().contains("/logo"));
    }
}
