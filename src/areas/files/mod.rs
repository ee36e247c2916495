//! Readers of published files: postcodes, indices of deprivation, populations, and lists of a reach
//! area. Each reader finds its columns by the publishers' headings, says what it looked for if they
//! are missing, and returns rows. No database access here.

pub(crate) mod deprivation;
pub(crate) mod list;
pub(crate) mod population;
pub(crate) mod postcodes;
pub(crate) mod sheet;
pub(crate) mod vintage;

use crate::base::fault::{Code, Fault};

/// Rows of one vintage; `None` if the headings do not say which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part<R> {
    pub said: Option<super::Vintage>,
    pub rows: Vec<R>,
}

/// One line that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedLine {
    pub line: i32,
    pub what: String,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read<R> {
    pub parts: Vec<Part<R>>,
    /// Lines that count something else, such as females or a whole district.
    pub left_out: usize,
    pub refused: Vec<RefusedLine>,
    /// Headings of columns that are not read.
    pub unread: Vec<String>,
}

/// The fault for a whole file that cannot be used, in a sentence or two.
pub(crate) fn wrong(what: impl Into<String>) -> Fault {
    Fault::new(Code::InvalidRequest, what)
}
