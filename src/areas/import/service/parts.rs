//! What every kind of file is read by.

use crate::areas::files::{Part, Read, wrong};
use crate::areas::{LsoaCode, Vintage};
use crate::base::fault::{Fault, Result};

/// Rows per transaction.
pub(crate) const BATCH: usize = 1_000;

/// The parts to import: those of the requested vintage, if the file separates vintages.
pub(crate) fn parts<R>(read: Read<R>, named: Option<Vintage>) -> Result<Vec<Part<R>>> {
    let mut parts = read.parts;
    if parts.len() > 1
        && let Some(named) = named
    {
        parts.retain(|part| part.said == Some(named));
    }
    parts.retain(|part| !part.rows.is_empty());
    if parts.is_empty() { Err(wrong("The file has no usable line.")) } else { Ok(parts) }
}

/// The only vintage that fits what is known.
pub(crate) fn only(vintages: Vec<Vintage>) -> Result<Vintage> {
    match vintages.as_slice() {
        [one] => Ok(*one),
        _ => Err(unsaid()),
    }
}

pub(crate) fn unsaid() -> Fault {
    wrong("The file does not show the vintage of its LSOAs. Add --vintage 2011 or --vintage 2021.")
}

/// The codes of rows, in the form queries need.
pub(crate) fn codes<'a>(codes: impl Iterator<Item = &'a LsoaCode>) -> Vec<&'a str> {
    codes.map(LsoaCode::as_str).collect()
}
