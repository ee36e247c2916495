//! Things that are printed: cards, lists, labels, reports. A page is drawn once, in millimetres, as
//! SVG; the PDF is made of the same drawing with the fonts embedded. Nothing here knows what a page
//! is about, and any text can be set: it is escaped here.
//!
//! `text` measures, fits and wraps; `script` says which side a line starts at and what no font can
//! draw; `grid` lays equal things out on a sheet; `code` draws QR codes.

pub mod code;
mod fonts;
pub mod grid;
pub mod ink;
pub mod page;
pub mod pdf;
mod script;
pub mod text;

pub use fonts::look_in;
pub use grid::Grid;
pub use ink::Ink;
pub use page::{Area, PaperPage};
pub use pdf::pdf;
pub use script::printed_as;
pub use text::{Anchor, Style, Weight};
