//! Things that are printed: cards, lists, labels, reports. A page is drawn once, in millimetres, as
//! SVG; the PDF is made of the same drawing with the fonts embedded. Nothing here knows what a page
//! is about, and any text can be set: it is escaped here.
//!
//! `text` measures, fits and wraps; `script` says which side a line starts at and what no font can
//! draw; `grid` lays equal things out on a sheet; `code` draws QR codes.

pub(crate) mod code;
mod fonts;
pub(crate) mod grid;
pub(crate) mod ink;
pub(crate) mod page;
pub(crate) mod pdf;
mod script;
pub(crate) mod text;

pub use fonts::look_in;
pub use grid::Grid;
pub use ink::{Ink, Weight};
pub use page::{Area, PaperPage};
pub use pdf::{pdf, pdf_in};
pub use script::printed_as;
pub use text::{Anchor, Style};
