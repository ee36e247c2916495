//! When a child was met: the meetings read, and their result in a window. A day counts once,
//! however many meetings it has and in whichever record.

use crate::base::moment::Moment;
use crate::contacts::{Counts, Kind, Place};
use crate::reach::sustained::EarlyLearning;
use chrono::NaiveDate;

/// A centre, by index in the ground's list.
pub(crate) type CentreAt = u16;

/// The letters for kinds of meeting: at a centre of the report, and elsewhere.
pub(crate) const LETTERS: [[char; 4]; 2] = [['R', 'A', 'H', 'D'], ['r', 'a', 'h', 'd']];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Marked in a register; at most one per child and session.
    Marked,
    /// Attendance reported in another way.
    Attended,
    Health,
    /// Another direct contact.
    Direct,
}

/// One meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub on: NaiveDate,
    pub what: What,
    /// With a centre of the report.
    pub ours: bool,
    /// Where it was, if requested: the centre and activity, by index.
    pub centre: Option<CentreAt>,
    pub activity: Option<u32>,
}

impl Meeting {
    pub fn is_attendance(&self) -> bool {
        matches!(self.what, What::Marked | What::Attended)
    }

    /// Parses the days of a row, each as `2026-11-16R`.
    pub fn read(days: &str) -> impl Iterator<Item = Meeting> {
        days.as_bytes().chunks(11).filter_map(|one| {
            let (letter, day) = one.split_last()?;
            let what = match letter.to_ascii_uppercase() {
                b'R' => What::Marked,
                b'A' => What::Attended,
                b'H' => What::Health,
                _ => What::Direct,
            };
            let ours = letter.is_ascii_uppercase();
            Some(Meeting { on: read_day(day)?, what, ours, centre: None, activity: None })
        })
    }
}

/// Parses `2026-11-16`. Hand-written, because there are millions of them.
fn read_day(text: &[u8]) -> Option<NaiveDate> {
    let number = |digits: &[u8]| {
        let digit = |sum: u32, digit: &u8| sum * 10 + u32::from(digit.wrapping_sub(b'0'));
        digits.iter().fold(0, digit)
    };
    let (year, month, day) = (text.get(..4)?, text.get(5..7)?, text.get(8..10)?);
    NaiveDate::from_ymd_opt(number(year).cast_signed(), number(month), number(day))
}

/// What counts, as at a day.
#[derive(Clone, Copy, Debug)]
pub struct Counting {
    pub from: NaiveDate,
    pub as_at: NaiveDate,
    /// What attendance at a session counts as.
    pub attendance: Counts,
}

impl Counting {
    pub fn of(window: &Window) -> Counting {
        let counts = window.kinds.iter().find(|(kind, _)| *kind == Kind::Attendance);
        let attendance = counts.map_or(Counts::Nothing, |(_, counts)| *counts);
        Counting { from: window.from, as_at: window.as_at, attendance }
    }

    /// Whether a meeting is direct contact in the window.
    pub fn is_met(&self, meeting: &Meeting) -> bool {
        self.counts(meeting) == Counts::Direct && self.holds(meeting)
    }

    fn holds(&self, meeting: &Meeting) -> bool {
        (self.from..=self.as_at).contains(&meeting.on)
    }

    fn counts(&self, meeting: &Meeting) -> Counts {
        match meeting.what {
            What::Marked | What::Attended => self.attendance,
            What::Health => Counts::Health,
            What::Direct => Counts::Direct,
        }
    }
}

/// The result of a child's meetings in a window.
#[derive(Clone, Debug, Default)]
pub struct PeriodMet {
    /// Distinct days of direct contact.
    pub days: usize,
    /// Whether any was with a centre of the report.
    pub here: bool,
    /// The first direct contact ever.
    pub first_day: Option<NaiveDate>,
    pub health: bool,
    /// The centres and activities of those days, if requested.
    pub centres: Vec<CentreAt>,
    pub activities: Vec<u32>,
    pub early_learning: Option<Place>,
    /// The same, only for settings with direct support.
    pub supported: Option<Place>,
}

impl PeriodMet {
    pub fn of(
        meetings: &[Meeting],
        first_day: Option<NaiveDate>,
        counting: &Counting,
    ) -> PeriodMet {
        let mut met = PeriodMet { first_day, ..PeriodMet::default() };
        let mut latest = None;
        for one in meetings.iter().filter(|one| counting.holds(one)) {
            match counting.counts(one) {
                Counts::Health => met.health = true,
                Counts::Setting | Counts::Nothing => {}
                Counts::Direct => {
                    // The days are in order.
                    met.days += usize::from(latest != Some(one.on));
                    latest = Some(one.on);
                    met.come(one);
                }
            }
        }
        met
    }

    fn come(&mut self, meeting: &Meeting) {
        self.here |= meeting.ours;
        if let Some(centre) = meeting.centre
            && !self.centres.contains(&centre)
        {
            self.centres.push(centre);
        }
        if let Some(activity) = meeting.activity
            && !self.activities.contains(&activity)
        {
            self.activities.push(activity);
        }
    }

    /// Adds a place the child has on the day. Of several, the one most likely to count as contact
    /// is kept.
    pub fn add_place(&mut self, place: Place, supported: bool) {
        let with =
            |before: Option<Place>| before.into_iter().chain([place]).min_by_key(|one| rank(*one));
        self.early_learning = with(self.early_learning);
        if supported {
            self.supported = with(self.supported);
        }
    }

    pub fn is_seen(&self) -> bool {
        self.days > 0
    }

    pub fn learns(&self) -> EarlyLearning {
        learning(self.early_learning)
    }

    /// The same, only if evidenced.
    pub fn learns_supported(&self) -> EarlyLearning {
        learning(self.supported)
    }
}

fn learning(place: Option<Place>) -> EarlyLearning {
    place.map_or(EarlyLearning::Nowhere, |place| match place {
        Place::Paid => EarlyLearning::Paid,
        Place::FundedTwo => EarlyLearning::FundedTwo,
        Place::WorkingFamily => EarlyLearning::WorkingFamily,
        Place::Funded => EarlyLearning::Funded,
        Place::School => EarlyLearning::School,
    })
}

fn rank(place: Place) -> u8 {
    match place {
        Place::FundedTwo => 0,
        Place::WorkingFamily => 1,
        Place::Funded => 2,
        Place::School => 3,
        Place::Paid => 4,
    }
}

/// The window as at a day, as known at a moment, and what each kind of contact counts as.
#[derive(Clone, Debug)]
pub struct Window {
    pub from: NaiveDate,
    pub as_at: NaiveDate,
    pub known_at: Moment,
    pub kinds: Vec<(Kind, Counts)>,
}

impl Window {
    pub fn counting_as(&self, counts: Counts) -> Vec<&'static str> {
        let of = self.kinds.iter().filter(|(_, of)| *of == counts);
        of.map(|(kind, _)| kind.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::reach::sample::day;

    fn met(days: &str, attendance: Counts) -> PeriodMet {
        let meetings: Vec<Meeting> = Meeting::read(days).collect();
        let window = Counting { from: day("2026-01-01"), as_at: day("2026-12-31"), attendance };
        PeriodMet::of(&meetings, None, &window)
    }

    #[test]
    fn a_day_counts_once_and_only_in_the_window() {
        let days = "2025-12-31R2026-01-01R2026-01-01d2026-02-01a2026-02-01A2026-03-01h2027-01-01R";
        let direct = met(days, Counts::Direct);
        assert_eq!((direct.days, direct.here, direct.health), (2, true, true));
        let only_seen = met(days, Counts::Nothing);
        assert_eq!((only_seen.days, only_seen.here), (1, false), "the contact of another centre");
        assert!(!met("2026-01-01H", Counts::Direct).is_seen());
        assert!(met("2026-01-01r", Counts::Health).health);
    }

    #[test]
    fn days_are_read_with_their_letters() {
        let read: Vec<Meeting> = Meeting::read("2024-02-29R2026-11-16d").collect();
        assert_eq!(read.len(), 2);
        assert_eq!(
            (read[0].on, read[0].what, read[0].ours),
            (day("2024-02-29"), What::Marked, true)
        );
        let last = (read[1].on, read[1].what, read[1].ours);
        assert_eq!(last, (day("2026-11-16"), What::Direct, false));
        assert_eq!(Meeting::read("2026-02-30R2026-11-1").count(), 0, "no day is made up");
        assert_eq!(Meeting::read("").count(), 0);
    }

    #[test]
    fn of_several_places_the_one_that_counts_soonest_is_taken() {
        let mut met = PeriodMet::default();
        assert_eq!(met.learns(), EarlyLearning::Nowhere);
        met.add_place(Place::Paid, false);
        met.add_place(Place::FundedTwo, true);
        met.add_place(Place::School, false);
        assert_eq!(met.learns(), EarlyLearning::FundedTwo);
        assert_eq!(met.learns_supported(), EarlyLearning::FundedTwo);
        let mut paid = PeriodMet::default();
        paid.add_place(Place::Paid, true);
        paid.add_place(Place::FundedTwo, false);
        assert_eq!(paid.learns_supported(), EarlyLearning::Paid, "support is of that setting");
    }
}
