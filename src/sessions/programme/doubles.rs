//! Lines of one programme that contradict each other: the same activity twice at one time, or
//! one title with two accounts of who may come.

use super::{Line, Refusal};

/// Refuses a line that doubles or contradicts an earlier one.
pub fn refuse<'a>(line: &Line, earlier: impl Iterator<Item = &'a Line>) -> Option<Refusal> {
    earlier
        .filter(|other| other.activity.to_lowercase() == line.activity.to_lowercase())
        .find_map(|other| contradiction(line, other))
}

fn contradiction(line: &Line, other: &Line) -> Option<Refusal> {
    let refusal = |column, what: &str| {
        let what = format!("line {} has the same title and {what}", other.number);
        Some(line.refuse(column, what))
    };
    if line.ages != other.ages {
        return refusal("min_age", "other ages; give this one a title of its own");
    }
    if (line.access, line.enrolment) != (other.access, other.enrolment) {
        return refusal("access", "another access; give this one a title of its own");
    }
    if line.weekday == other.weekday && line.venue == other.venue && overlap(line, other) {
        return refusal("start", "the same day and time; take one of them out");
    }
    None
}

fn overlap(line: &Line, other: &Line) -> bool {
    match (line.times, other.times) {
        (Some(a), Some(b)) => a.starts < b.ends && b.starts < a.ends,
        _ => true,
    }
}
