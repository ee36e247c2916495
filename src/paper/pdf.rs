//! One PDF of any number of pages, each in its own size, with its fonts in it.

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};

use super::{PaperPage, fonts};
use crate::base::fault::{Fault, Result};

/// The same pages make the same bytes: nothing of the clock is in it.
pub fn pdf(title: &str, pages: &[PaperPage]) -> Result<Vec<u8>> {
    pdf_in("en-GB", title, pages)
}

/// The same in another language, so that it is read aloud in that.
pub fn pdf_in(language: &str, title: &str, pages: &[PaperPage]) -> Result<Vec<u8>> {
    let mut document = Document::new();
    let metadata = Metadata::new().title(title.to_owned()).language(language.to_owned());
    document.set_metadata(metadata);
    for page in pages {
        add(&mut document, page)?;
    }
    document.finish().map_err(|error| Fault::internal(format!("no PDF could be made: {error:?}")))
}

fn add(document: &mut Document, page: &PaperPage) -> Result<()> {
    let svg = page.svg();
    let tree = usvg::Tree::from_str(&svg, &fonts::options(&svg)).map_err(Fault::internal)?;
    let size = Size::from_wh(points(page.width), points(page.height))
        .ok_or_else(|| Fault::internal("a page without a size"))?;

    let mut sheet = document.start_page_with(PageSettings::new(size));
    let mut surface = sheet.surface();
    surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    sheet.finish();
    Ok(())
}

fn points(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}
