//! When a family has missed so much that it is asked: a number of places, within a number of weeks
//! up to the last of them. Once asked, it is not asked again until it has come: that ends the run,
//! and what was missed before is no longer counted.

use crate::attendance::settings::Often;
use crate::base::moment::Moment;
use chrono::TimeDelta;

/// What became of a place in a session whose register is complete, or of a family that just came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RunOutcome {
    Came,
    /// Nobody came and nobody said a word.
    Missed,
    /// Nobody came, and we had been told.
    ToldUs,
}

/// A session of a family, by its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MissedDate {
    pub at: Moment,
    pub outcome: RunOutcome,
}

/// What to ask about: how many were missed, and the last of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AbsenceRun {
    pub missed: i32,
    pub last: Moment,
}

/// Whether to ask a family. `told` is the last missed place of the last time it was asked.
pub(crate) fn run(places: &[MissedDate], told: Option<Moment>, often: Often) -> Option<AbsenceRun> {
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

    /// Days, each after what became of it: `+` came, `-` missed, `t` told us.
    fn places(told: &str) -> Vec<MissedDate> {
        let place = |text: &str| {
            let (outcome, day) = text.split_at(1);
            let outcome = match outcome {
                "+" => RunOutcome::Came,
                "-" => RunOutcome::Missed,
                _ => RunOutcome::ToldUs,
            };
            MissedDate { at: on(day), outcome }
        };
        told.split(' ').map(place).collect()
    }

    #[test]
    fn three_missed_in_eight_weeks_are_asked_about_and_fewer_are_not() {
        let often = Often { missed: 3, weeks: 8 };
        let three = Some(3);
        let again = Some("09-15");
        for (what, told, rows, expected) in [
            ("two", None, "-09-01 -09-08", None),
            ("three", None, "-09-01 -09-08 -09-15", three),
            ("between them it came", None, "-09-01 +09-02 -09-08 -09-15", three),
            ("one was told", None, "-09-01 t09-08 -09-15", None),
            ("in eight weeks", None, "-09-01 -10-01 -10-26", three),
            ("eight weeks to the hour", None, "-09-01 -10-01 -10-27", None),
            ("the same run", again, "-09-15 -09-22 -09-29 -10-06", None),
            ("it came, and two more", again, "-09-15 +09-16 -09-22 -09-29", None),
            ("it came, and a new run", again, "-09-15 +09-16 -09-22 -09-29 -10-06", three),
            ("that it told us ends no run", again, "t09-16 -09-22 -09-29 -10-06", None),
        ] {
            let places = places(rows);
            let found = run(&places, told.map(on), often);
            assert_eq!(found.map(|run| run.missed), expected, "{what}");
            let last = places.iter().rfind(|place| place.outcome == RunOutcome::Missed);
            let last = last.map(|place| place.at);
            assert!(found.is_none_or(|run| Some(run.last) == last), "{what}");
        }
    }
}
