//! Short texts that families write to a centre in their own words, and the one policy for all of
//! them:
//!
//! - at most [`LONGEST`] characters, above which the box says what to do where somebody is in danger;
//! - read by one kind of reader, the staff of the centre it was written to, by the end of the second
//!   working day after; what is of a restricted record, or was found to be a safeguarding concern, by
//!   safeguarding leads alone;
//! - each reading is logged, and ends with a [`Finding`];
//! - who reads it says that it names nobody, or leaves the names out: that is what is kept, and never
//!   another wording;
//! - shown on no page but its readers', not even to the family, whose letters others may read; never
//!   published, exported or counted; never in a log: [`FreeText`] has no form that is printed or sent;
//! - deleted [`KEPT`] after the day it is about, and of guests when they are.

use super::calendar::{WorkingDays, working_days_after};
use super::fault::{Fault, Result};
use super::text;
use super::text_enum::{text_column, text_enum};
use chrono::{Days, NaiveDate};
use std::fmt;

pub(crate) const LONGEST: usize = 300;

/// Working days after the one on which it was written.
const READ_WITHIN: usize = 2;

pub(crate) const KEPT: Days = Days::new(90);
/// As long as the guests themselves.
pub(crate) const KEPT_OF_GUESTS: Days = Days::new(30);

/// What stands where a name stood.
pub(crate) const BLANK: &str = "[name]";

text_enum! {
    /// What came of reading a text.
    Finding {
        /// Nothing needs to be done.
        Nothing = "nothing",
        /// The centre speaks with the family.
        FollowUp = "follow_up",
        /// A safeguarding concern: from now on for safeguarding leads alone, who are told.
        Concern = "concern",
    }
}

/// A text of this kind.
#[derive(
    Clone, PartialEq, Eq, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub(crate) struct FreeText(String);

text_column!(FreeText, |said: &FreeText| said.0.as_str(), |text: String| Some(FreeText(text)));

impl FreeText {
    /// What somebody wrote; nothing where the box was left empty.
    pub(crate) fn read(pointer: &str, text: Option<&str>) -> Result<Option<FreeText>> {
        // A browser ends the lines of a box with both.
        let text = text.map(|text| text.replace("\r\n", "\n"));
        Ok(text::maybe_lines(pointer, text.as_deref(), LONGEST)?.map(FreeText))
    }

    /// For its reader alone.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// The same with names left out. Nothing else may differ from what was written.
    pub(crate) fn blanked(&self, pointer: &str, sent: &str) -> Result<FreeText> {
        let sent = sent.replace("\r\n", "\n");
        match is_blanked(&self.0, sent.trim()) {
            true => Ok(FreeText(sent.trim().to_owned())),
            false => Err(Fault::invalid(
                pointer,
                format!("Send the text as it was written, with {BLANK} in the place of each name."),
            )),
        }
    }
}

impl fmt::Debug for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FreeText(..)")
    }
}

/// The last day on which a text of this day is read in time.
pub(crate) fn read_by(written_on: NaiveDate) -> NaiveDate {
    working_days_after(written_on, READ_WITHIN, WorkingDays::ExceptBankHolidays)
}

/// Whether one text is the other with pieces left out, each marked.
fn is_blanked(written: &str, sent: &str) -> bool {
    let mut pieces = sent.split(BLANK);
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = written.strip_prefix(first) else { return false };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return false;
    }
    while let Some(piece) = pieces.next() {
        let is_last = pieces.peek().is_none();
        let found = match is_last {
            true => rest.ends_with(piece).then(|| rest.len() - piece.len()),
            false => rest.find(piece),
        };
        match found {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    sent.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_bounded_and_an_empty_box_is_none() {
        let read = |text: &str| FreeText::read("/text", Some(text));
        assert_eq!(read(" Too\r\nloud ").ok().flatten().expect("a text").reveal(), "Too\nloud");
        for none in ["", "  ", "\r\n"] {
            assert!(read(none).is_ok_and(|text| text.is_none()), "{none:?}");
        }
        assert!(read(&"ż".repeat(LONGEST)).is_ok());
        assert!(read(&"x".repeat(LONGEST + 1)).is_err());
        assert!(read("a\u{0}b").is_err());
    }

    #[test]
    fn a_text_is_not_printed() {
        let text = FreeText::read("", Some("Mo hit Ann")).ok().flatten();
        let printed = format!("{text:?}");
        assert!(!printed.contains("Mo") && printed.contains("FreeText"), "{printed}");
    }

    #[test]
    fn only_names_are_left_out_of_a_text() {
        let written = "Ann was kind. Mo was not.";
        for (sent, is_right) in [
            ("[name] was kind. [name] was not.", true),
            ("[name] was kind. Mo was not.", true),
            ("Ann was kind. [name] was not.", true),
            ("Ann was [name]", true),
            ("Ann was kind. Mo was not.", false),
            ("[name] was rude. [name] was not.", false),
            ("[name] was not. [name] was kind.", false),
            ("[name] was kind. [name] was not", false),
            ("Nobody was kind. [name] was not.", false),
            ("[name] was kind. [name] was not. [name] came.", false),
        ] {
            assert_eq!(is_blanked(written, sent), is_right, "{sent}");
        }
        assert!(!is_blanked(&"m".repeat(300), &format!("{}{BLANK}", "m".repeat(299))));
    }

    #[test]
    fn it_is_read_by_the_second_working_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert_eq!(read_by(day("2026-11-23")), day("2026-11-25"));
        assert_eq!(read_by(day("2026-12-24")), day("2026-12-30"));
    }
}
