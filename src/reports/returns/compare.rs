//! Compares a return with the same report made again, figure by figure. Pure: what was frozen, what
//! it would have been with today's settings, and what it is now.

use super::Made;
use crate::base::id::words;
use crate::reports::reach::measures;
use crate::reports::reach::render::rows::{Figure, figures};
use crate::reports::reach::report::Cell;
use std::collections::BTreeMap;

words! {
    /// Why a figure is different now.
    Because {
        /// Because of what has been recorded, corrected, merged or erased since.
        KnownSince = "known_since",
        /// Because of other settings or tables: even as known then it would be different.
        Settings = "settings",
    }
}

/// A figure that is different now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChange {
    pub section: String,
    pub key: String,
    pub label: String,
    pub measure: String,
    /// As it was sent; `None`: it did not exist.
    pub sent: Option<Cell>,
    /// As it is now; `None`: it no longer exists.
    pub now: Option<Cell>,
    pub because: Because,
}

/// A setting or source of the figures that is different now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedSetting {
    pub label: String,
    pub sent: String,
    pub now: String,
}

type Place = (String, String, String);

fn by_place(made: &Made) -> BTreeMap<Place, Figure> {
    let all = figures(&made.report, made.quarterly.as_ref()).into_iter();
    all.map(|one| ((one.section.clone(), one.key.clone(), one.measure.clone()), one)).collect()
}

/// The figures that differ. A difference only in words is a matter of style, not a change.
pub fn changes(sent: &Made, then: &Made, now: &Made) -> Vec<FigureChange> {
    let (sent, then, now) = (by_place(sent), by_place(then), by_place(now));
    let mut places: Vec<&Place> = sent.keys().chain(now.keys()).collect();
    places.sort();
    places.dedup();
    let change = |place: &Place| {
        let (before, after) = (sent.get(place), now.get(place));
        if counted(before) == counted(after) {
            return None;
        }
        let named = after.or(before)?;
        let same_then = counted(before) == counted(then.get(place));
        Some(FigureChange {
            section: named.section.clone(),
            key: named.key.clone(),
            label: named.label.clone(),
            measure: named.measure.clone(),
            sent: before.map(|figure| figure.cell.clone()),
            now: after.map(|figure| figure.cell.clone()),
            because: if same_then { Because::KnownSince } else { Because::Settings },
        })
    };
    places.into_iter().filter_map(change).collect()
}

fn counted(figure: Option<&Figure>) -> Option<Cell> {
    figure.map(|figure| Cell { words: None, ..figure.cell.clone() })
}

/// The settings that differ. Moments always differ and are ignored.
pub fn settings(sent: &Made, now: &Made) -> Vec<ComparedSetting> {
    let of = |made: &Made| measures::settings(&made.report.settings);
    let pairs = of(sent).into_iter().zip(of(now));
    let differing = pairs.filter(|(before, after)| {
        before.2 != after.2 && !matches!(before.0, "known_at" | "counted_at" | "data_begins")
    });
    let said = |(before, after): ((_, &str, String), (_, _, String))| ComparedSetting {
        label: before.1.to_owned(),
        sent: before.2,
        now: after.2,
    };
    differing.map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::reach::report::Profile;
    use crate::reports::reach::sample::{borough, cell};

    fn made() -> Made {
        Made { report: borough(Profile::Exact), quarterly: None }
    }

    #[test]
    fn what_is_the_same_is_no_change_whatever_the_words() {
        let mut now = made();
        now.report.whole.members.words = Some("most".to_owned());
        now.report.notes.clear();
        assert_eq!(changes(&made(), &made(), &now), []);
        assert_eq!(settings(&made(), &now), []);
    }

    #[test]
    fn a_change_says_what_it_was_and_whether_it_would_have_been_so_then() {
        let (sent, mut then, mut now) = (made(), made(), made());
        now.report.whole.seen = cell(900, 3_000);
        now.report.tables[1].lines[0].members = cell(1, 3_000);
        then.report.tables[1].lines[0].members = cell(1, 3_000);
        now.report.tables[0].lines.pop();
        now.report.settings.population = Some("ONS mid-year estimates, 2025".to_owned());
        let found = changes(&sent, &then, &now);
        let of = |section: &str, measure: &str| {
            found.iter().find(|one| one.section == section && one.measure == measure)
        };
        let seen = of("whole", "seen").expect("a change");
        assert_eq!((seen.now.clone(), seen.because), (Some(cell(900, 3_000)), Because::KnownSince));
        assert_eq!(seen.sent, Some(sent.report.whole.seen.clone()));
        assert_eq!(of("decile", "members").map(|one| one.because), Some(Because::Settings));
        assert_eq!(of("area", "seen").map(|one| one.now.clone()), Some(None));
        let differing = settings(&sent, &now);
        assert_eq!(differing.len(), 1);
        assert_eq!(differing[0].label, "Residents by");
    }

    #[test]
    fn what_is_frozen_is_read_as_it_was_written() {
        let text = serde_json::to_string(&made()).expect("text");
        assert_eq!(serde_json::from_str::<Made>(&text).expect("a report"), made());
    }
}
