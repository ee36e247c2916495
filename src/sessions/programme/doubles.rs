//! Lines of one programme that contradict each other: the same activity twice at one time, or one
//! title with two descriptions of who may come.

use super::{Mistake, ProgrammeLine};

/// How a line duplicates or contradicts an earlier one.
pub(super) fn mistake<'a>(
    line: &ProgrammeLine,
    earlier: impl Iterator<Item = &'a ProgrammeLine>,
) -> Option<Mistake> {
    earlier
        .filter(|other| other.activity.to_lowercase() == line.activity.to_lowercase())
        .find_map(|other| contradiction(line, other))
}

fn contradiction(line: &ProgrammeLine, other: &ProgrammeLine) -> Option<Mistake> {
    let mistake = |column, what: &str| {
        let what = format!("line {} has the same title and {what}", other.number);
        Some(Mistake::new(column, what))
    };
    if line.ages != other.ages {
        return mistake("min_age", "other ages; give this one a title of its own");
    }
    if (line.access, line.enrolment) != (other.access, other.enrolment) {
        return mistake("access", "another access; give this one a title of its own");
    }
    if line.weekday == other.weekday && line.venue == other.venue && overlap(line, other) {
        return mistake("start", "the same day and time; take one of them out");
    }
    None
}

fn overlap(line: &ProgrammeLine, other: &ProgrammeLine) -> bool {
    match (line.times, other.times) {
        (Some(a), Some(b)) => a.starts < b.ends && b.starts < a.ends,
        _ => true,
    }
}
