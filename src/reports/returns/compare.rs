//! Compares a return with the same report made again, figure by figure. Pure: what was frozen, what
//! it would have been with today's settings, and what it is now.

use super::Made;
use crate::base::id::ReturnId;
use crate::base::text_enum::text_enum;
use crate::reports::reach::measures;
use crate::reports::reach::render::rows::{Figure, figures};
use crate::reports::reach::report::Cell;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

text_enum! {
    /// Why a figure is different now.
    Because {
        /// Because of what has been recorded, corrected, merged or erased since.
        KnownSince = "known_since",
        /// Because of other settings or tables: even as known then it would be different.
        Settings = "settings",
    }
}

/// A return compared with the same report made now.
#[derive(Serialize, ToSchema)]
#[schema(as = ComparisonOut)]
pub struct Comparison {
    /// The return.
    pub id: ReturnId,
    /// As it was frozen.
    pub sha256: String,
    /// Figures that differ now, ordered by section and key; empty if none.
    pub changes: Vec<FigureChange>,
    /// Basis of the figures and what is another now: a later table of residents, another index.
    pub settings: Vec<ComparedSetting>,
    /// What has been recorded since about the return's window, for the whole organisation.
    pub since: RecordedSince,
}

/// A figure that is different now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ChangeOut)]
pub struct FigureChange {
    /// The part of the report: `whole`, the split, `balance`, `quality`, `trend`.
    pub section: String,
    /// The line's key.
    pub key: String,
    /// The line in words.
    pub label: String,
    /// The measure, as a code.
    pub measure: String,
    /// As it was sent.
    pub sent: Option<Cell>,
    /// As it is now.
    pub now: Option<Cell>,
    /// Why, as far as the records show.
    pub because: Because,
}

/// A setting or source of the figures that is different now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SettingOut)]
pub struct ComparedSetting {
    /// Which.
    #[schema(example = "Residents by")]
    pub label: String,
    /// As in the return.
    pub sent: String,
    /// As it is now.
    pub now: String,
}

/// What has been recorded since a return was frozen.
#[derive(Serialize, ToSchema)]
#[schema(as = SinceOut)]
pub struct RecordedSince {
    /// Contacts in the window recorded since: late marks, past registers, feeds.
    pub contacts_recorded: i64,
    /// Contacts in the window withdrawn since: corrections.
    pub contacts_withdrawn: i64,
    /// How often a fact about a child changed: address, birth date, groups, membership.
    pub facts_changed: i64,
    /// Of those: records merged into another.
    pub records_joined: i64,
    /// Of those: records erased; their area is kept.
    pub records_erased: i64,
}

type Place = (String, String, String);

fn by_place(made: &Made) -> BTreeMap<Place, Figure> {
    let all = figures(&made.report, made.quarterly.as_ref()).into_iter();
    all.map(|one| ((one.section.clone(), one.key.clone(), one.measure.clone()), one)).collect()
}

/// The figures that differ. A difference only in words is a matter of style, not a change.
pub(crate) fn changes(sent: &Made, then: &Made, now: &Made) -> Vec<FigureChange> {
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
pub(crate) fn settings(sent: &Made, now: &Made) -> Vec<ComparedSetting> {
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
