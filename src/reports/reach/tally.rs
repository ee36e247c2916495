//! What one child adds to a line, and the line's counts. Each child is judged once.

use super::met::PeriodMet;
use crate::reach::figure::{Counts, Figure};
use crate::reach::sustained::{Measure, Sustained, SustainedFacts, sustained};
use crate::reach::version::{Stood, Version};
use chrono::NaiveDate;

/// A child of the served age, judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// In a family with a card.
    pub member: bool,
    /// In a family that is only listed.
    pub listed: bool,
    pub seen_here: bool,
    pub seen: bool,
    pub seen_new: bool,
    pub contact: Sustained,
}

/// How a child is judged.
#[derive(Clone, Copy, Debug)]
pub struct Judge {
    pub as_at: NaiveDate,
    pub window_from: NaiveDate,
    pub measure: Measure,
}

impl Judge {
    pub fn judge(
        &self,
        child: &Version,
        age_months: u32,
        met: &PeriodMet,
        eligible_two: bool,
    ) -> Judged {
        let facts = SustainedFacts {
            age_months: Some(age_months),
            direct_days: met.days,
            health_contact: met.health,
            eligible_two,
            early_learning: met.learns(),
            supported: met.learns_supported(),
        };
        let contact = sustained(&facts, &self.measure).unwrap_or_default();
        let stood = child.stood(self.as_at);
        Judged {
            member: stood == Stood::Member,
            listed: stood == Stood::Listed,
            seen_here: met.here,
            seen: met.is_seen(),
            seen_new: met.is_seen() && met.first_day.is_some_and(|day| day >= self.window_from),
            contact,
        }
    }
}

/// A line's counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub members: u64,
    pub listed: u64,
    pub seen_here: u64,
    pub seen: u64,
    pub seen_new: u64,
    pub sustained_direct: u64,
    pub sustained_universal: u64,
    pub not_yet_evidenced: u64,
    pub sustained: u64,
    /// The members among them.
    pub members_seen: u64,
    pub members_direct: u64,
}

impl Tally {
    /// The figures of a line.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for figure in Figure::ALL.iter().copied() {
            counts.set(
                figure,
                match figure {
                    Figure::Members => self.members,
                    Figure::Listed => self.listed,
                    Figure::SeenHere => self.seen_here,
                    Figure::Seen => self.seen,
                    Figure::SeenNew => self.seen_new,
                    Figure::SustainedDirect => self.sustained_direct,
                    Figure::SustainedUniversal => self.sustained_universal,
                    Figure::NotYetEvidenced => self.not_yet_evidenced,
                    Figure::Sustained => self.sustained,
                },
            );
        }
        counts
    }

    pub fn add(&mut self, child: &Judged) {
        self.members += u64::from(child.member);
        self.listed += u64::from(child.listed);
        self.seen_here += u64::from(child.seen_here);
        self.seen += u64::from(child.seen);
        self.seen_new += u64::from(child.seen_new);
        self.sustained_direct += u64::from(child.contact.direct);
        self.sustained_universal += u64::from(child.contact.universal.is_some());
        self.not_yet_evidenced += u64::from(child.contact.not_yet_evidenced);
        self.sustained += u64::from(child.contact.together());
        self.members_seen += u64::from(child.member && child.seen);
        self.members_direct += u64::from(child.member && child.contact.direct);
    }
}
