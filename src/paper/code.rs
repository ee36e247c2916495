//! QR codes: what a reader at the door scans.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

use super::{Area, Ink, PaperPage};
use crate::base::fault::{Fault, Result};

/// Light modules a reader needs on each side.
const QUIET: i32 = 4;

/// Draws a QR code of the text into a square, its quiet edge included; a seventh of it may be
/// unreadable. Faults: the text is longer than any code holds.
pub(crate) fn draw(page: &mut PaperPage, area: Area, text: &str) -> Result<()> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(Fault::internal)?;
    let module = area.width / (code.size() + 2 * QUIET) as f32;
    page.fill(area, Ink::White);

    let mut outline = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count() as i32;
            if run > 0 {
                let left = area.x + (x + QUIET) as f32 * module;
                let top = area.y + (y + QUIET) as f32 * module;
                // Writing to a string cannot fail.
                let _ = write!(
                    outline,
                    "M{left:.3} {top:.3}h{:.3}v{module:.3}h-{0:.3}z",
                    run as f32 * module
                );
            }
            x += run.max(1);
        }
    }
    page.shape(&outline, Ink::Black);
    Ok(())
}
