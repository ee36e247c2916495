//! What one child adds to a line, and the line's counts. Each child is judged once.

use super::met::PeriodMet;
use super::plan::ReachPlan;
use crate::reach::figure::{Counts, Figure};
use crate::reach::sustained::{Sustained, SustainedFacts, sustained};
use crate::reach::version::{Stood, Version};

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

impl ReachPlan {
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
            seen_new: met.is_seen() && met.first_day.is_some_and(|day| day >= self.window_from()),
            contact,
        }
    }
}

impl Judged {
    pub fn is_in(&self, figure: Figure) -> bool {
        match figure {
            Figure::Members => self.member,
            Figure::Listed => self.listed,
            Figure::SeenHere => self.seen_here,
            Figure::Seen => self.seen,
            Figure::SeenNew => self.seen_new,
            Figure::SustainedDirect => self.contact.direct,
            Figure::SustainedUniversal => self.contact.universal.is_some(),
            Figure::NotYetEvidenced => self.contact.not_yet_evidenced,
            Figure::Sustained => self.contact.together(),
        }
    }
}

/// A line's counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub counts: Counts,
    /// The members among them.
    pub members_seen: u64,
    pub members_direct: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, child: &Judged) {
        for figure in Figure::ALL.iter().copied() {
            self.counts.set(figure, self.counts.of(figure) + u64::from(child.is_in(figure)));
        }
        self.members_seen += u64::from(child.member && child.seen);
        self.members_direct += u64::from(child.member && child.contact.direct);
    }
}
