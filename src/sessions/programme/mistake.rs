//! A line of a programme that cannot be read.

use std::fmt;

/// One thing that is wrong with a line, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The column in question; `None` where it is the line as a whole.
    pub column: Option<&'static str>,
    pub what: String,
}

impl Mistake {
    pub fn new(column: &'static str, what: impl Into<String>) -> Mistake {
        Mistake { column: Some(column), what: what.into() }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column {
            Some(column) => write!(f, "column {column}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}
