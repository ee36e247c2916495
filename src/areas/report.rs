//! The result of importing a published file, as printed.

use super::files::RefusedLine;
use super::{ATTRIBUTION, Vintage};
use std::fmt;
use std::ops::AddAssign;

/// The outcomes of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    pub new: usize,
    pub changed: usize,
    /// Known before and unchanged.
    pub known: usize,
}

impl ImportCounts {
    /// Counts one row, given its previous state.
    pub fn count<T: PartialEq>(&mut self, before: Option<&T>, row: &T) {
        match before {
            None => self.new += 1,
            Some(before) if before == row => self.known += 1,
            Some(_) => self.changed += 1,
        }
    }
}

impl AddAssign for ImportCounts {
    fn add_assign(&mut self, more: ImportCounts) {
        self.new += more.new;
        self.changed += more.changed;
        self.known += more.known;
    }
}

/// One vintage's part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportDone {
    /// "postcodes", "LSOAs of the 2019 indices", …
    pub what: String,
    pub vintage: Vintage,
    pub counts: ImportCounts,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaImportReport {
    pub done: Vec<ImportDone>,
    pub left_out: usize,
    pub refused: Vec<RefusedLine>,
    /// Headings that are not recognised.
    pub unread: Vec<String>,
    /// Other remarks, one sentence each.
    pub notes: Vec<String>,
}

const REFUSED_SHOWN: usize = 1_000;
/// A postcode directory has fifty columns.
const UNREAD_SHOWN: usize = 60;

impl fmt::Display for AreaImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ImportDone { what, vintage, counts } in &self.done {
            let ImportCounts { new, changed, known } = counts;
            writeln!(
                f,
                "{what}, on {vintage} LSOAs: {new} new, {changed} changed, {known} as before."
            )?;
        }
        if self.left_out > 0 {
            writeln!(f, "{} lines count something else and were skipped.", self.left_out)?;
        }
        if !self.unread.is_empty() {
            let some: Vec<&str> =
                self.unread.iter().take(UNREAD_SHOWN).map(String::as_str).collect();
            let more = if self.unread.len() > UNREAD_SHOWN { ", …" } else { "" };
            writeln!(f, "Headings not recognised: {}{more}", some.join(", "))?;
        }
        for RefusedLine { line, what } in self.refused.iter().take(REFUSED_SHOWN) {
            writeln!(f, "line {line}: {}.", what.trim_end_matches('.'))?;
        }
        if let Some(more) = self.refused.len().checked_sub(REFUSED_SHOWN).filter(|more| *more > 0) {
            writeln!(f, "… and {more} more lines that could not be used.")?;
        }
        for note in &self.notes {
            writeln!(f, "{note}")?;
        }
        f.write_str(ATTRIBUTION)
    }
}
