//! Lines and lists of text, trimmed and bounded.

use crate::base::fault::{Fault, Result};
use unicode_normalization::UnicodeNormalization;

/// A line of text that must be there: trimmed, 1 to `longest` characters.
pub(crate) fn line(pointer: &str, text: &str, longest: usize) -> Result<String> {
    let text = lines(pointer, text, longest)?;
    if text.contains(['\n', '\u{2028}', '\u{2029}']) {
        return Err(Fault::invalid(pointer, "Write this on one line."));
    }
    Ok(text)
}

/// The same, on one line or several.
pub(crate) fn lines(pointer: &str, text: &str, longest: usize) -> Result<String> {
    let text = text.trim();
    if text.chars().all(|c| c.is_whitespace() || super::letters::is_invisible(c)) {
        return Err(Fault::invalid(pointer, "This must not be empty."));
    }
    if text.chars().count() > longest {
        return Err(Fault::invalid(pointer, format!("Use at most {longest} characters.")));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Fault::invalid(pointer, "Leave out control characters."));
    }
    Ok(text.to_owned())
}

/// A text that may be missing; empty is missing.
pub(super) fn maybe(
    text: Option<&str>,
    read: impl FnOnce(&str) -> Result<String>,
) -> Result<Option<String>> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(read).transpose()
}

/// A line that may be missing; empty is missing.
pub(crate) fn maybe_line(
    pointer: &str,
    text: Option<&str>,
    longest: usize,
) -> Result<Option<String>> {
    maybe(text, |text| line(pointer, text, longest))
}

/// Several lines that may be missing; empty is missing.
pub(crate) fn maybe_lines(
    pointer: &str,
    text: Option<&str>,
    longest: usize,
) -> Result<Option<String>> {
    maybe(text, |text| lines(pointer, text, longest))
}

/// A list that somebody sends is bounded, so that processing it holds nobody up for long.
pub(crate) fn at_most<T>(pointer: &str, list: &[T], most: usize) -> Result<()> {
    match list.len() <= most {
        true => Ok(()),
        false => Err(Fault::invalid(pointer, format!("Send at most {most} at once."))),
    }
}

/// Text without invisible characters, in compatible forms: what a number or a code is read from.
pub(super) fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !super::letters::is_invisible(*c)).collect()
}

/// Marks that carry no meaning in a telephone number or a postcode: spaces, brackets, dots, dashes,
/// quotes.
pub(crate) fn says_nothing(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '(' | ')' | '[' | ']' | '.' | ',' | ';' | '-' | '/' | '_' | '\'' | '"' | '`')
        || matches!(u32::from(c), 0x00B7 | 0x2010..=0x2015 | 0x2018..=0x201F | 0x2022 | 0x2212)
}
