//! When a family has missed so much that it is asked: a number of places, within a number of weeks
//! up to the last of them. Once asked, it is not asked again until it has come: that ends the run,
//! and what was missed before is no longer counted.

use crate::attendance::settings::Often;
use crate::base::moment::Moment;
use chrono::TimeDelta;

/// What became of a place in a session whose register is complete, or of a family that just came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunOutcome {
    Came,
    /// Nobody came and nobody said a word.
    Missed,
    /// Nobody came, and we had been told.
    ToldUs,
}

/// A session of a family, by its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissedDate {
    pub at: Moment,
    pub outcome: RunOutcome,
}

/// What to ask about: how many were missed, and the last of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AbsenceRun {
    pub missed: i32,
    pub last: Moment,
}

/// Whether to ask a family. `told` is the last missed place of the last time it was asked.
pub fn run(places: &[MissedDate], told: Option<Moment>, often: Often) -> Option<AbsenceRun> {
    let came_after = |since: Moment| {
        places.iter().any(|place| place.outcome == RunOutcome::Came && place.at > since)
    };
    if told.is_some_and(|told| !came_after(told)) {
        return None;
    }

    let missed = |place: &&MissedDate| {
        place.outcome == RunOutcome::Missed && told.is_none_or(|told| place.at > told)
    };
    let last = places.iter().filter(missed).map(|place| place.at).max()?;
    let since = last - TimeDelta::weeks(i64::from(often.weeks));
    let counted = places.iter().filter(missed).filter(|place| place.at > since).count();
    let missed = i32::try_from(counted).unwrap_or(i32::MAX);
    (missed >= often.missed).then_some(AbsenceRun { missed, last })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: &str) -> Moment {
        Moment::parse(&format!("2026-{day}T10:00:00Z")).expect("a moment")
    }

    /// `+` came, `-` missed, `t` told us.
    fn places(told: &[(&str, char)]) -> Vec<MissedDate> {
        let outcome = |mark| match mark {
            '+' => RunOutcome::Came,
            '-' => RunOutcome::Missed,
            _ => RunOutcome::ToldUs,
        };
        told.iter().map(|(day, mark)| MissedDate { at: on(day), outcome: outcome(*mark) }).collect()
    }

    #[test]
    fn three_missed_in_eight_weeks_are_asked_about_and_fewer_are_not() {
        let often = Often { missed: 3, weeks: 8 };
        let three = Some(3);
        for (what, told, rows, expected) in [
            ("two", None, vec![("09-01", '-'), ("09-08", '-')], None),
            ("three", None, vec![("09-01", '-'), ("09-08", '-'), ("09-15", '-')], three),
            (
                "between them it came",
                None,
                vec![("09-01", '-'), ("09-02", '+'), ("09-08", '-'), ("09-15", '-')],
                three,
            ),
            ("one was told", None, vec![("09-01", '-'), ("09-08", 't'), ("09-15", '-')], None),
            ("in eight weeks", None, vec![("09-01", '-'), ("10-01", '-'), ("10-26", '-')], three),
            (
                "eight weeks to the hour",
                None,
                vec![("09-01", '-'), ("10-01", '-'), ("10-27", '-')],
                None,
            ),
            (
                "the same run",
                Some("09-15"),
                vec![("09-15", '-'), ("09-22", '-'), ("09-29", '-'), ("10-06", '-')],
                None,
            ),
            (
                "it came, and two more",
                Some("09-15"),
                vec![("09-15", '-'), ("09-16", '+'), ("09-22", '-'), ("09-29", '-')],
                None,
            ),
            (
                "it came, and a new run",
                Some("09-15"),
                vec![
                    ("09-15", '-'),
                    ("09-16", '+'),
                    ("09-22", '-'),
                    ("09-29", '-'),
                    ("10-06", '-'),
                ],
                three,
            ),
            (
                "that it told us ends no run",
                Some("09-15"),
                vec![("09-16", 't'), ("09-22", '-'), ("09-29", '-'), ("10-06", '-')],
                None,
            ),
        ] {
            let found = run(&places(&rows), told.map(on), often);
            assert_eq!(found.map(|run| run.missed), expected, "{what}");
            let last = rows.iter().rev().find(|(_, mark)| *mark == '-').map(|(day, _)| on(day));
            assert!(found.is_none_or(|run| Some(run.last) == last), "{what}");
        }
    }
}
