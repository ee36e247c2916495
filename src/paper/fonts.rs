//! The fonts that are carried along (Noto Sans; SIL Open Font License, `fonts/OFL.txt`): Latin,
//! Greek, Cyrillic, Arabic, Bengali and Gurmukhi script, those of the languages we bring. They come first, so that a page looks the same wherever it is
//! made. Only for a character that none of them has are the machine's own fonts asked, or the
//! folder that the settings name; a character in no font is written in Latin letters by `script`.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use usvg::fontdb::{Database, FaceInfo, ID, Source, Style};
use usvg::{FallbackSelectionFn, FontResolver};

use super::Weight;

const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");
const ARABIC: &[u8] = include_bytes!("fonts/NotoSansArabic-Regular.ttf");
const BENGALI: &[u8] = include_bytes!("fonts/NotoSansBengali-Regular.ttf");
const GURMUKHI: &[u8] = include_bytes!("fonts/NotoSansGurmukhi-Regular.ttf");

/// Those for other scripts, in the order in which they are asked.
const SCRIPTS: [&[u8]; 3] = [ARABIC, BENGALI, GURMUKHI];

pub(super) const FAMILY: &str = "Noto Sans";

/// Where other fonts are; the machine's own where nothing was said.
static FOLDER: OnceLock<Option<PathBuf>> = OnceLock::new();

static CARRIED: LazyLock<Arc<Database>> = LazyLock::new(|| Arc::new(carried()));

/// The carried ones and all others, in the order in which they are asked.
static ALL: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = carried();
    match FOLDER.get().cloned().flatten() {
        Some(folder) => fonts.load_fonts_dir(folder),
        None => fonts.load_system_fonts(),
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// The characters that were looked up, so that each is looked up only once.
static FOUND: LazyLock<Mutex<HashMap<char, Option<Found>>>> = LazyLock::new(Mutex::default);

/// A character that a font which is not carried has.
#[derive(Clone, Copy)]
struct Found {
    font: ID,
    /// How far it runs, in the font's own size.
    advance: f32,
}

/// Takes the fonts of a folder in place of the machine's. The first call counts, and only before a
/// page is made.
pub fn look_in(folder: Option<PathBuf>) {
    // Already set: that stands.
    let _ = FOLDER.set(folder);
}

fn carried() -> Database {
    let mut fonts = Database::new();
    for font in [REGULAR, BOLD].into_iter().chain(SCRIPTS) {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family(FAMILY);
    fonts
}

/// How a page with these texts is drawn: with the carried fonts alone where they are enough.
pub(super) fn options(drawn: &str) -> usvg::Options<'static> {
    let is_enough = drawn.is_ascii() || drawn.chars().all(is_carried);
    let fontdb = if is_enough { CARRIED.clone() } else { ALL.clone() };
    usvg::Options {
        fontdb,
        font_family: FAMILY.to_owned(),
        font_resolver: FontResolver { select_fallback: fallback(), ..FontResolver::default() },
        ..usvg::Options::default()
    }
}

/// The font a character is taken from where the page's own has none: measured and drawn by the
/// same.
fn fallback() -> FallbackSelectionFn<'static> {
    Box::new(|c, tried, fonts| {
        // The carried fonts have the same ids in both lists: they are the first of either.
        let fonts: &Database = fonts;
        let carried = |id: &ID| has(fonts, *id, c).is_some() && !tried.contains(id);
        let first = CARRIED.faces().map(|face| face.id).find(carried);
        first.or_else(|| found(c).map(|found| found.font).filter(|id| !tried.contains(id)))
    })
}

/// How far a line of text runs, in the font's own size; a character no font has is as wide as high.
pub(super) fn advance(text: &str, weight: Weight) -> f32 {
    let first = match weight {
        Weight::Plain => REGULAR,
        Weight::Bold => BOLD,
    };
    let fonts: Vec<FontRef> =
        [first].into_iter().chain(SCRIPTS).filter_map(|bytes| FontRef::new(bytes).ok()).collect();
    let carried = |c| fonts.iter().find_map(|font| one(font, c));
    let other = |c| found(c).map_or(1.0, |found| found.advance);
    text.chars().map(|c| carried(c).unwrap_or_else(|| other(c))).sum()
}

/// Whether some font here has the character.
pub(super) fn draws(c: char) -> bool {
    c.is_ascii() || is_carried(c) || found(c).is_some()
}

fn is_carried(c: char) -> bool {
    let fonts = [REGULAR].into_iter().chain(SCRIPTS);
    let mut fonts = fonts.filter_map(|bytes| FontRef::new(bytes).ok());
    c.is_control() || fonts.any(|font| font.charmap().map(c).is_some())
}

/// Of the fonts that are not carried, the one that suits a list of names best.
fn found(c: char) -> Option<Found> {
    let mut known = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    *known.entry(c).or_insert_with(|| {
        let carried = CARRIED.faces().count();
        let mut faces: Vec<&FaceInfo> = ALL.faces().skip(carried).collect();
        faces.sort_by_key(|face| rank(face));
        faces
            .into_iter()
            .find_map(|face| has(&ALL, face.id, c).map(|advance| Found { font: face.id, advance }))
    })
}

/// Upright before slanted, sans serif before others, the usual weight before bold and light.
fn rank(face: &FaceInfo) -> (bool, bool, bool, u16) {
    let is_sans = face.families.iter().any(|(name, _)| name.contains("Sans"));
    (face.style != Style::Normal, face.monospaced, !is_sans, face.weight.0.abs_diff(400))
}

/// How far a character runs in one font, where it has it.
fn has(fonts: &Database, id: ID, c: char) -> Option<f32> {
    let advance = |bytes: &[u8], index| one(&FontRef::from_index(bytes, index).ok()?, c);
    fonts.with_face_data(id, advance).flatten()
}

fn one(font: &FontRef, c: char) -> Option<f32> {
    let glyph = font.charmap().map(c)?;
    font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(glyph)
}
