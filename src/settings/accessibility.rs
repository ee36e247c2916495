//! The statement about accessibility that every public body must publish. The organisation writes,
//! signs and dates it; while there is none, the page shows our own wording, which nobody signed.

use super::Settings;
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What the organisation has published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct Accessibility {
    /// `None` until it has a statement of its own.
    pub statement: Option<Statement>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct Statement {
    /// Parts with an empty line between: paragraphs, headings and lists.
    pub body: String,
    /// Who answers for it.
    pub signed_by: String,
    /// The day it was written, or looked at again.
    pub dated_on: NaiveDate,
}

/// A piece of a statement.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    Heading(&'a str),
    List(Vec<&'a str>),
    Paragraph(&'a str),
}

/// The parts of a text in order: `# ` begins a heading, and a part of which each line begins with `- `
/// is a list.
pub(crate) fn parts(body: &str) -> impl Iterator<Item = Part<'_>> {
    let parts = body.split("\n\n").map(str::trim);
    parts.filter(|part| !part.is_empty()).map(|part| {
        let items: Option<Vec<&str>> =
            part.lines().map(|line| line.trim().strip_prefix("- ")).collect();
        match (part.strip_prefix("# "), items) {
            (Some(heading), _) => Part::Heading(heading),
            (None, Some(items)) => Part::List(items),
            (None, None) => Part::Paragraph(part),
        }
    })
}

impl Settings for Accessibility {
    const NAME: &'static str = "accessibility";
    const CHANGE: (Act, Event) = (Act::KeepStatement, Event::ChangeAccessibility);

    fn check(&self) -> Result<()> {
        Ok(())
    }

    fn logged(&self) -> Value {
        let statement = self.statement.as_ref();
        json!({
            "signed_by": statement.map(|statement| &statement.signed_by),
            "dated_on": statement.map(|statement| statement.dated_on),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_has_headings_lists_and_paragraphs() {
        let body = "We want all to use it.\nTell us.\n\n# What fails\n\n- PDF files\n- The map\n\n\n- no\nlist";
        assert_eq!(
            parts(body).collect::<Vec<_>>(),
            [
                Part::Paragraph("We want all to use it.\nTell us."),
                Part::Heading("What fails"),
                Part::List(vec!["PDF files", "The map"]),
                Part::Paragraph("- no\nlist"),
            ]
        );
    }
}
