//! The fonts that are carried along (Noto Sans; SIL Open Font License, `fonts/OFL.txt`): Latin,
//! Greek, Cyrillic and Arabic script. Machines' own fonts are never asked, so a page looks the same
//! wherever it is made.

use std::sync::{Arc, LazyLock};

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use usvg::fontdb::{Database, Source};

use super::Weight;

const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");
const ARABIC: &[u8] = include_bytes!("fonts/NotoSansArabic-Regular.ttf");

pub const FAMILY: &str = "Noto Sans";

/// Every font, for drawing.
pub static ALL: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [REGULAR, BOLD, ARABIC] {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// How far a line of text runs, in the font's own size; a character no font has is as wide as high.
pub fn advance(text: &str, weight: Weight) -> f32 {
    let first = match weight {
        Weight::Plain => REGULAR,
        Weight::Bold => BOLD,
    };
    let fonts: Vec<FontRef> =
        [first, ARABIC].into_iter().filter_map(|bytes| FontRef::new(bytes).ok()).collect();
    text.chars().map(|c| fonts.iter().find_map(|font| one(font, c)).unwrap_or(1.0)).sum()
}

fn one(font: &FontRef, c: char) -> Option<f32> {
    let glyph = font.charmap().map(c)?;
    font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(glyph)
}
