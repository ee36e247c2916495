//! Counting: what was known of the children a report is about, what they were met for, and each
//! of them judged once. A joined record's contacts count for the child it was joined into.

use super::bulk_store::{self, About, ContactRow, Window};
use super::child::{Version, settle};
use super::count_store as store;
use super::ground::{Ground, Spot};
use super::groups::{From, Groups, is_eligible_two};
use super::met::{Met, Row};
use super::plan::Plan;
use super::report::By;
use super::tally::Judged;
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{ActivityId, CentreId, ChildId, FamilyId, ReachAreaId};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A child of the served age.
#[derive(Clone, Debug)]
pub struct Counted {
    pub child: Version,
    pub met: Met,
    pub age_months: u32,
    pub spot: Spot,
    pub judged: Judged,
    /// Places in the list of groups.
    pub groups: Vec<u16>,
}

#[derive(Clone, Debug, Default)]
pub struct Count {
    pub children: Vec<Counted>,
    /// Members that are expected, and those of them due long ago.
    pub expected: u64,
    pub births_missing: u64,
    /// The activities that were come to, in the order children name them.
    pub activities: Vec<ActivityId>,
}

pub fn count(
    tx: &mut Tx,
    plan: &Plan,
    (ground, areas): (&Ground, &[ReachAreaId]),
    groups: &Groups,
) -> Result<Count, Fault> {
    let window = plan.window();
    let wanted = match &plan.centres {
        None => {
            bulk_store::be_patient(tx)?;
            None
        }
        Some(centres) => {
            let vintage = ground.vintage();
            let about = About { centres, areas, vintage, window: &window };
            Some(bulk_store::children(tx, &about)?)
        }
    };
    let mut known = Known::load(tx, plan, ground, wanted.as_deref())?;
    known.meet(tx, ground, &window, wanted.as_deref(), plan.measure.threshold)?;
    let activities = match plan.by.contains(&By::Activity) {
        true => known.come(tx, &window, plan.centres.as_deref())?,
        false => Vec::new(),
    };
    Ok(Count { activities, ..known.judge(plan, ground, groups) })
}

/// The children of a report with their contacts, by their places in the list.
struct Known {
    children: Vec<Version>,
    met: Vec<Met>,
    at: HashMap<ChildId, usize>,
    /// The child each one's contacts count for; itself, but for joined records.
    kept: Vec<usize>,
}

impl Known {
    fn load(
        tx: &mut Tx,
        plan: &Plan,
        ground: &Ground,
        wanted: Option<&[ChildId]>,
    ) -> Result<Known, Fault> {
        let moment = plan.moment();
        let (mut children, mut one): (Vec<Version>, Vec<Version>) = (Vec::new(), Vec::new());
        let of = (ground.vintage(), plan.known_at);
        store::versions(tx, of, wanted, |version| {
            if one.last().is_some_and(|last| last.child != version.child) {
                children.extend(settle(std::mem::take(&mut one), &moment));
            }
            one.push(version);
        })?;
        children.extend(settle(one, &moment));
        let at: HashMap<ChildId, usize> =
            children.iter().enumerate().map(|(at, child)| (child.child.clone(), at)).collect();
        let kept = (0..children.len()).map(|from| kept(&children, &at, from)).collect();
        let met = vec![Met::default(); children.len()];
        Ok(Known { children, met, at, kept })
    }

    /// Whose contact it is; `None` of a guest's child, of whom nothing is known.
    fn whose(&mut self, child: &ChildId) -> Option<&mut Met> {
        let kept = self.kept.get(*self.at.get(child)?)?;
        self.met.get_mut(*kept)
    }

    fn meet(
        &mut self,
        tx: &mut Tx,
        ground: &Ground,
        window: &Window,
        wanted: Option<&[ChildId]>,
        threshold: usize,
    ) -> Result<(), Fault> {
        bulk_store::contacts(tx, window, wanted, |row: ContactRow| {
            let centre = row.centre_id.map(CentreId::from);
            let counted = Row {
                centre: centre.and_then(|centre| ground.centre_at(&centre)),
                days: u32::try_from(row.days).unwrap_or(u32::MAX),
                first_day: row.first_day,
                health: row.health > 0,
            };
            if let Some(met) = self.whose(&ChildId::from(row.child_id)) {
                met.add(&counted);
            }
        })?;
        let supported = store::supported(tx, window)?;
        for (child, place, partner) in store::places(tx, window, wanted)? {
            let evidenced = partner.is_some_and(|partner| supported.contains(&partner));
            if let (Some(child), Some(place)) = (child, place)
                && let Some(met) = self.whose(&child)
            {
                met.add_place(place, evidenced);
            }
        }
        self.look_at_days(tx, window, threshold)
    }

    /// Where days of several centres may be the same days, they are looked at one by one.
    fn look_at_days(
        &mut self,
        tx: &mut Tx,
        window: &Window,
        threshold: usize,
    ) -> Result<(), Fault> {
        let is_unclear =
            |at: &usize| self.met.get(*at).is_some_and(|met| met.is_unclear(threshold));
        let unclear: Vec<ChildId> = (self.children.iter().zip(&self.kept))
            .filter(|(_, kept)| is_unclear(kept))
            .map(|(child, _)| child.child.clone())
            .collect();
        let mut days: BTreeMap<usize, BTreeSet<_>> = BTreeMap::new();
        for (child, day) in store::days(tx, window, &unclear)? {
            if let Some(kept) = self.at.get(&child).and_then(|at| self.kept.get(*at)) {
                days.entry(*kept).or_default().insert(day);
            }
        }
        for (kept, days) in days {
            if let Some(met) = self.met.get_mut(kept) {
                met.set_days(u32::try_from(days.len()).unwrap_or(u32::MAX));
            }
        }
        Ok(())
    }

    fn come(
        &mut self,
        tx: &mut Tx,
        window: &Window,
        centres: Option<&[CentreId]>,
    ) -> Result<Vec<ActivityId>, Fault> {
        let mut list: Vec<ActivityId> = Vec::new();
        let mut at: HashMap<ActivityId, u32> = HashMap::new();
        for (child, activity) in store::by_activity(tx, window, centres)? {
            let next = u32::try_from(list.len()).unwrap_or(u32::MAX);
            let place = *at.entry(activity.clone()).or_insert_with(|| {
                list.push(activity);
                next
            });
            if let Some(met) = self.whose(&child)
                && !met.activities.contains(&place)
            {
                met.activities.push(place);
            }
        }
        Ok(list)
    }

    fn judge(self, plan: &Plan, ground: &Ground, groups: &Groups) -> Count {
        let (judge, on) = (plan.judge(), plan.as_at);
        let expecting: HashSet<FamilyId> = self
            .children
            .iter()
            .filter(|child| child.is_expected(on))
            .filter_map(|child| child.family.clone())
            .collect();
        let mut count = Count::default();
        for (child, met) in self.children.into_iter().zip(self.met) {
            let Some(age_months) = child.age_months(on) else {
                count.expect(&child, plan, ground);
                continue;
            };
            let spot = ground.spot(&child);
            let expecting = child.family.as_ref().is_some_and(|family| expecting.contains(family));
            let from = From { decile: ground.decile(spot), age_months, expecting };
            let judged = judge.judge(&child, age_months, &met, is_eligible_two(&child, on));
            let groups = groups.of(&child, on, from);
            count.children.push(Counted { child, met, age_months, spot, judged, groups });
        }
        count
    }
}

impl Count {
    fn expect(&mut self, child: &Version, plan: &Plan, ground: &Ground) {
        use super::child::Stood;
        let of_ours = plan.centres.is_none()
            || ground.is_home(child)
            || matches!(ground.spot(child), Spot::Lsoa(_));
        if of_ours && child.is_expected(plan.as_at) && child.stood(plan.as_at) != Stood::Not {
            self.expected += 1;
            self.births_missing += u64::from(child.birth_is_missing(plan.as_at));
        }
    }
}

/// Follows joined records; a child that is not in the list keeps its own.
fn kept(children: &[Version], at: &HashMap<ChildId, usize>, from: usize) -> usize {
    let mut kept = from;
    // A ring of joined records cannot be made; the bound is for one that was.
    for _ in 0..children.len() {
        let into = children.get(kept).and_then(|child| child.joined_into.as_ref());
        match into.and_then(|into| at.get(into)) {
            Some(next) => kept = *next,
            None => break,
        }
    }
    kept
}
