//! From a line's printed pattern to the rule that makes its days.

use super::pattern::Dates;
use super::{Mistake, ProgrammeLine};
use crate::sessions::recurrence::Rule;
use chrono::Datelike;

/// The rule behind a pattern; none while the line does not say its weekday.
pub fn rule_of(line: &ProgrammeLine) -> Result<Option<Rule>, Mistake> {
    let listed = match &line.pattern.dates {
        Dates::On(days) => days.as_slice(),
        Dates::Course { first: Some(first), .. } => std::slice::from_ref(first),
        _ => &[],
    };
    if let Some(weekday) = line.weekday
        && let Some(stray) = listed.iter().find(|day| day.weekday() != weekday)
    {
        let what = format!("{stray} is a {}, the day says {weekday}", stray.format("%A"));
        return Err(Mistake::new("pattern", what));
    }

    Ok(match (&line.pattern.dates, line.weekday) {
        (Dates::On(days), _) => Some(Rule::Dates(days.clone())),
        (_, None) => None,
        (Dates::Weekly { interval }, Some(weekday)) => {
            Some(Rule::Weekly { weekday, interval: *interval })
        }
        (Dates::Monthly(which), Some(weekday)) => {
            Some(Rule::Monthly { weekday, which: which.clone() })
        }
        (Dates::WeeklyExcept(_) | Dates::Course { .. } | Dates::Slots { .. }, Some(weekday)) => {
            Some(Rule::Weekly { weekday, interval: 1 })
        }
    })
}
