//! The words to safeguarding leads when somebody else becomes one.

use super::{Written, say};
use crate::mail::spoken;
use chrono::NaiveDateTime;

pub(crate) fn named(name: &str, by: Option<&str>, at: NaiveDateTime) -> Written {
    let by = match by {
        Some(by) => format!("{by} gave this role"),
        None => "The role was given on the machine's own command line".to_owned(),
    };
    let blocks = vec![
        say(format!("{name} is a safeguarding lead now and can open restricted records.")),
        say(format!("{by} on {}.", spoken::moment(at))),
        say("Did you not expect this? Ask the person who gave it, and tell your manager today."),
    ];
    Written { subject: "There is a new safeguarding lead".to_owned(), blocks }
}
