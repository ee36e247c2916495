//! Counting: judges each child in the records once, as at a day.

use super::ground::{Ground, Spot};
use super::met::{Counting, PeriodMet};
use super::plan::ReachPlan;
use super::records::Records;
use super::tally::Judged;
use crate::base::id::FamilyId;
use crate::reach::facts::is_held;
use crate::reach::groups::{ELIGIBLE_TWO, Then};
use crate::reach::version::{Stood, VersionSettled, settle};
use std::collections::HashSet;

/// A child of the served age.
#[derive(Clone, Debug)]
pub struct ReachCounts<'a> {
    pub child: VersionSettled<'a>,
    pub met: PeriodMet,
    pub age_months: u32,
    pub spot: Spot,
    pub judged: Judged,
    /// Eligible for the two-year-old offer, whatever its age now.
    pub eligible_two: bool,
    /// Group indices.
    pub groups: Vec<u16>,
}

#[derive(Clone, Debug, Default)]
pub struct Count<'a> {
    pub children: Vec<ReachCounts<'a>>,
    /// Expected children of members, and those of them long overdue.
    pub expected: u64,
    pub births_missing: u64,
}

pub(crate) fn count<'a>(records: &'a Records, plan: &ReachPlan, ground: &Ground) -> Count<'a> {
    let (on, moment) = (plan.as_at, plan.moment());
    let counting = Counting::of(&plan.window());
    let supported = records.supported(counting.from, on);
    let histories = &records.histories;
    let settled = |at: usize| Some((at, settle(histories.versions(at), &moment)?));
    let children: Vec<(usize, VersionSettled)> =
        (0..histories.children()).filter_map(settled).collect();
    let expecting: HashSet<&FamilyId> = children
        .iter()
        .filter(|(_, child)| child.latest.is_expected(on))
        .filter_map(|(_, child)| child.lived.family.as_ref())
        .collect();

    let mut count = Count::default();
    for (at, child) in children {
        let Some(age_months) = child.latest.age_months(on) else {
            count.expect(&child, plan, ground);
            continue;
        };
        let meetings = records.met.get(at);
        let mut met = meetings
            .map(|met| PeriodMet::of(&met.list, met.first_day, &counting))
            .unwrap_or_default();
        records.learn(at, on, &mut met, &supported);
        let spot = ground.spot(&child);
        let eligible_two = is_held(&child.latest.target_groups, ELIGIBLE_TWO, on);
        let judged = plan.judge(child.latest, age_months, &met, eligible_two);
        let then = Then {
            decile: ground.decile(spot),
            months_old: Some(age_months),
            expecting: child.lived.family.as_ref().is_some_and(|home| expecting.contains(home)),
        };
        let groups = histories.groups.of(child.latest, on, then);
        count.children.push(ReachCounts {
            child,
            met,
            age_months,
            spot,
            judged,
            eligible_two,
            groups,
        });
    }
    count
}

impl Count<'_> {
    fn expect(&mut self, child: &VersionSettled, plan: &ReachPlan, ground: &Ground) {
        let of_ours = plan.centres.is_none()
            || ground.is_home(child)
            || matches!(ground.spot(child), Spot::Lsoa(_));
        let known = child.latest;
        if of_ours && known.is_expected(plan.as_at) && known.stood(plan.as_at) != Stood::Not {
            self.expected += 1;
            self.births_missing += u64::from(known.birth_is_missing(plan.as_at));
        }
    }
}
