//! What an activity's past sessions suggest for its release: the length of the referral window and
//! the number of priority places. Pure: each session's numbers in, a suggestion and the numbers
//! behind it out. It only suggests; staff decide.

pub(crate) mod facts;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{ActivityId, FamilyId};
use crate::base::moment::Moment;
use crate::bookings::{Status, Tier};
use crate::db::schema::sessions;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

/// Fewer sessions than this give no suggestion.
const SESSIONS_AT_LEAST: usize = 4;

/// The shortest and longest window suggested.
const WINDOW: std::ops::RangeInclusive<u32> = 3..=28;

/// How many days longer the window becomes if referrals come too late.
const LONGER: u32 = 7;

/// A session that filled within this many hours of its release filled at once.
const AT_ONCE: i64 = 24;

/// When the last place went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FilledPlaces {
    /// Before the public release.
    Before,
    /// This many hours after it.
    After(i64),
    Never,
}

/// The details of a past session that concern its release.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub(crate) struct PastSession {
    pub capacity: i32,
    pub referrals_open_at: Moment,
    pub public_release_at: Option<Moment>,
    pub starts_at: Moment,
}

/// A request for a place in it.
#[derive(Clone, Debug, Queryable)]
pub(crate) struct DemandOfSession {
    pub family: FamilyId,
    pub tier: Tier,
    pub status: Status,
    pub adults: i32,
    pub children: i32,
    pub made_at: Moment,
    pub taken_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub late: bool,
    /// Still on the waiting list at the end.
    pub in_vain: bool,
}

/// What a session that was held shows.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    pub capacity: u32,
    /// Places that referred parties had at the start.
    pub referral_places: u32,
    /// Places that referred parties requested and never got.
    pub referred_in_vain: u32,
    /// The same for everybody else.
    pub others_in_vain: u32,
    /// Parties of either kind still on the waiting list at the end.
    pub parties_in_vain: u32,
    /// How long the referral window was; `None` for a session without a public release.
    pub window_days: Option<u32>,
    /// The day of the window, counted from 1, on which its last referral came.
    pub window_used: Option<u32>,
    /// `None` for a session without a public release.
    pub filled: Option<FilledPlaces>,
    /// Parties that cancelled too late.
    pub late_cancellations: u32,
    /// Parties that had a place and did not come; `None` if no register was taken.
    pub not_come: Option<u32>,
}

/// What an activity's past sessions suggest for its release.
#[derive(Serialize, ToSchema)]
#[schema(as = SuggestionOut)]
pub(crate) struct SuggestionReport {
    /// The activity.
    pub activity_id: ActivityId,
    /// Sessions from this day on were considered, at most the last 60.
    pub from: NaiveDate,
    /// The priority places that a new session has now.
    pub priority_places_now: i32,
    /// The referral window that a new session has now, in days; left out if it is never public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_days_now: Option<i32>,
    /// What the sessions were like.
    pub figures: PastFigures,
    /// What they suggest; left out if there are too few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Suggestion>,
    /// Why there is no suggestion.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2 sessions were held since 2025-11-16; a suggestion needs 4 or more.")]
    pub why_not: Option<String>,
}

/// Totals over an activity's past sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PastFiguresOut)]
pub(crate) struct PastFigures {
    /// Sessions that were held; a course counts once.
    pub sessions: usize,
    /// Their total places.
    pub capacity: u32,
    /// Places that referred families had when the sessions began.
    pub referral_places_used: u32,
    /// Places that referred families requested and did not get.
    pub referred_in_vain: u32,
    /// Places that others requested and did not get.
    pub others_in_vain: u32,
    /// Families still on the waiting list when a session began.
    pub families_in_vain: u32,
    /// Sessions with a public release.
    pub released: usize,
    /// Of those, full before it.
    pub full_before_release: usize,
    /// Of those, full at some time.
    pub full: usize,
    /// The median number of hours after the release until they were full; left out if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_hours_to_fill: Option<i64>,
    /// The median of their referral windows, in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_days: Option<u32>,
    /// Families that cancelled too late.
    pub late_cancellations: u32,
    /// Families that had a place and did not come, in sessions whose register was taken.
    pub not_come: u32,
    /// Sessions whose register was taken.
    pub registers: usize,
}

/// A suggestion; staff decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SuggestedOut)]
pub(crate) struct Suggestion {
    /// A suggested referral window, in days; left out if nothing is public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window_days: Option<u32>,
    /// A suggested number of places for families with priority.
    pub priority_places: u32,
    /// Why, with the numbers.
    #[schema(example = json!(["3 priority places would have been enough for referred families in 9 \
                               of 12 sessions: they had 26 places in total and did not get 2 more \
                               they asked for."]))]
    pub because: Vec<String>,
}

pub(crate) fn figures(past: &[Past]) -> PastFigures {
    let sum = |of: fn(&Past) -> u32| past.iter().map(of).sum();
    let filled = |what: fn(FilledPlaces) -> bool| {
        past.iter().filter_map(|one| one.filled).filter(|filled| what(*filled)).count()
    };
    let hours = past.iter().filter_map(|one| match one.filled {
        Some(FilledPlaces::After(hours)) => Some(hours),
        Some(FilledPlaces::Before | FilledPlaces::Never) | None => None,
    });
    PastFigures {
        sessions: past.len(),
        capacity: sum(|one| one.capacity),
        referral_places_used: sum(|one| one.referral_places),
        referred_in_vain: sum(|one| one.referred_in_vain),
        others_in_vain: sum(|one| one.others_in_vain),
        families_in_vain: sum(|one| one.parties_in_vain),
        released: filled(|_| true),
        full_before_release: filled(|filled| filled == FilledPlaces::Before),
        full: filled(|filled| filled != FilledPlaces::Never),
        median_hours_to_fill: at_share(hours.collect(), 1, 2),
        window_days: at_share(past.iter().filter_map(|one| one.window_days).collect(), 1, 2),
        late_cancellations: sum(|one| one.late_cancellations),
        not_come: past.iter().filter_map(|one| one.not_come).sum(),
        registers: past.iter().filter(|one| one.not_come.is_some()).count(),
    }
}

/// `None` from fewer than `SESSIONS_AT_LEAST`.
pub(crate) fn suggest(past: &[Past]) -> Option<Suggestion> {
    if past.len() < SESSIONS_AT_LEAST {
        return None;
    }
    let mut because = Vec::new();
    let priority_places = priority(past, &mut because);
    let window_days = window(past, &mut because);
    Some(Suggestion { window_days, priority_places, because })
}

/// The number that was enough for referred families in three sessions out of four.
fn priority(past: &[Past], because: &mut Vec<String>) -> u32 {
    let asked =
        past.iter().map(|one| (one.referral_places + one.referred_in_vain).min(one.capacity));
    let asked: Vec<u32> = asked.collect();
    let places = at_share(asked.clone(), 3, 4).unwrap_or(0);
    let enough = asked.iter().filter(|asked| **asked <= places).count();
    because.push(format!(
        "{places} priority places would have been enough for referred families in {enough} of {} \
         sessions: they had {} places in total and did not get {} more they asked for.",
        past.len(),
        past.iter().map(|one| one.referral_places).sum::<u32>(),
        past.iter().map(|one| one.referred_in_vain).sum::<u32>(),
    ));
    places
}

fn window(past: &[Past], because: &mut Vec<String>) -> Option<u32> {
    let figures = figures(past);
    let now = figures.window_days?;
    let too_late = past.iter().filter(|one| one.referred_in_vain > 0).count();
    let at_once = past.iter().filter(|one| match one.filled {
        Some(FilledPlaces::Before) => true,
        Some(FilledPlaces::After(hours)) => hours <= AT_ONCE,
        Some(FilledPlaces::Never) | None => false,
    });
    let at_once = at_once.count();
    let within = |days: u32| days.clamp(*WINDOW.start(), *WINDOW.end());
    if too_late * 4 > past.len() && at_once * 2 > past.len() {
        because.push(format!(
            "{at_once} of {} sessions were full within a day of the public release, and in \
             {too_late} referred families did not get a place: their referrals came too late for a \
             window of {now} days.",
            past.len()
        ));
        return Some(within(now + LONGER));
    }
    let used: Vec<u32> = past.iter().filter_map(|one| one.window_used).collect();
    if used.is_empty() {
        because.push(format!(
            "No referral came within the window of {now} days: the places are held for {now} days \
             for nobody."
        ));
        return Some(within(0));
    }
    let sessions = used.len();
    let needed = within(at_share(used, 3, 4).unwrap_or(now));
    if needed < now {
        because.push(format!(
            "Of {sessions} sessions with referrals, three in four had their last one within the \
             first {needed} days of the window; it is {now} days long."
        ));
        return Some(needed);
    }
    because.push(format!("Referrals came until the end of the window of {now} days."));
    Some(within(now))
}

/// The smallest number that the given share of them does not exceed.
fn at_share<T: Ord + Copy>(mut numbers: Vec<T>, part: usize, whole: usize) -> Option<T> {
    numbers.sort_unstable();
    let at = (numbers.len() * part).div_ceil(whole).checked_sub(1)?;
    numbers.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(referral_places: u32, in_vain: u32, used: Option<u32>, filled: FilledPlaces) -> Past {
        Past {
            capacity: 8,
            referral_places,
            referred_in_vain: in_vain,
            others_in_vain: 0,
            parties_in_vain: in_vain,
            window_days: Some(7),
            window_used: used,
            filled: Some(filled),
            late_cancellations: 1,
            not_come: Some(1),
        }
    }

    #[test]
    fn three_sessions_are_no_ground() {
        let three = vec![past(2, 0, Some(3), FilledPlaces::Never); 3];
        assert_eq!(suggest(&three), None);
        assert!(suggest(&[]).is_none());
    }

    #[test]
    fn priority_places_are_enough_in_three_sessions_of_four() {
        for (asked, places) in [
            ([(0, 0), (0, 0), (0, 0), (0, 0)], 0),
            ([(1, 0), (2, 0), (3, 0), (4, 0)], 3),
            ([(2, 0), (2, 0), (2, 0), (8, 0)], 2),
            ([(2, 1), (2, 2), (2, 0), (2, 9)], 4),
            ([(6, 9), (6, 9), (6, 9), (6, 9)], 8),
        ] {
            let sessions = asked.map(|(had, vain)| past(had, vain, Some(7), FilledPlaces::Never));
            let suggested = suggest(&sessions).expect("a suggestion");
            assert_eq!(suggested.priority_places, places, "{asked:?}");
            assert!(suggested.because[0].contains("of 4 sessions"), "{suggested:?}");
        }
    }

    #[test]
    fn the_window_grows_where_referrals_come_too_late_and_shrinks_where_it_is_not_used() {
        let soon = FilledPlaces::After(2);
        for (what, sessions, days) in [
            ("full at once, referred in vain", vec![past(2, 1, Some(7), soon); 4], 14),
            ("full at once, nobody in vain", vec![past(2, 0, Some(7), soon); 4], 7),
            ("in vain, but slow to fill", vec![past(2, 1, Some(7), FilledPlaces::After(48)); 4], 7),
            ("used for four days", vec![past(2, 0, Some(4), FilledPlaces::Never); 4], 4),
            ("used for a day", vec![past(2, 0, Some(1), FilledPlaces::Never); 4], 3),
            ("not used", vec![past(0, 0, None, FilledPlaces::Never); 5], 3),
        ] {
            let suggested = suggest(&sessions).expect("a suggestion");
            assert_eq!(suggested.window_days, Some(days), "{what}: {suggested:?}");
            assert_eq!(suggested.because.len(), 2, "{what}");
        }
        let never =
            Past { window_days: None, filled: None, ..past(3, 0, None, FilledPlaces::Never) };
        let suggested = suggest(&[never.clone(), never.clone(), never.clone(), never]);
        assert_eq!(suggested.expect("a suggestion").window_days, None);
    }

    #[test]
    fn the_figures_are_sums_and_the_middle() {
        let sessions = [
            past(2, 0, Some(4), FilledPlaces::After(1)),
            past(0, 0, None, FilledPlaces::After(30)),
            past(1, 2, Some(7), FilledPlaces::Before),
            Past { not_come: None, ..past(1, 0, Some(7), FilledPlaces::Never) },
        ];
        let made = figures(&sessions);
        assert_eq!((made.sessions, made.capacity, made.referral_places_used), (4, 32, 4));
        assert_eq!((made.released, made.full, made.full_before_release), (4, 3, 1));
        assert_eq!((made.median_hours_to_fill, made.window_days), (Some(1), Some(7)));
        assert_eq!((made.registers, made.not_come, made.late_cancellations), (3, 3, 4));
        assert_eq!(figures(&[]), PastFigures::default());
    }
}
