//! Reads what a report is counted from: all records, or those relevant to a few centres.

use crate::areas::basis::Index;
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId, ChildId, FamilyId, ReachAreaId};
use crate::db::Tx;
use crate::reach::histories;
use crate::reach::histories::Histories;
use crate::reach::histories::service::Of;
use crate::reports::reach::ground::Ground;
use crate::reports::reach::met::{CentreAt, Counting, Meeting, Window};
use crate::reports::reach::plan::ReachPlan;
use crate::reports::reach::records::{Meetings, Records};
use crate::reports::reach::report::ReachBy;
use crate::reports::reach::store;
use crate::reports::reach::store::bulk::{self, About, BulkScope};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// What else the records must cover, besides the report's own window and day.
#[derive(Default)]
pub struct Besides {
    /// Families whose adults came.
    pub families: BTreeSet<FamilyId>,
    /// The first day of an earlier window, and the reach areas of that time.
    pub since: Option<NaiveDate>,
    pub areas: Vec<ReachAreaId>,
}

pub(crate) fn read(
    tx: &mut Tx,
    plan: &ReachPlan,
    (ground, areas): (&Ground, &[ReachAreaId]),
    besides: Besides,
) -> Result<Records> {
    let from = plan.window_from();
    let window = Window { from: besides.since.unwrap_or(from).min(from), ..plan.window() };
    let areas = [areas, &besides.areas].concat();
    let children = children(tx, plan, (ground, &areas), &window)?;
    let histories = histories(tx, plan, ground, (&window, children.as_deref(), besides.families))?;
    let met = vec![Meetings::default(); histories.children()];
    let mut records = Records { histories, met, ..Records::default() };

    let wanted = BulkScope {
        window: &window,
        centres: plan.centres.as_deref(),
        children: children.as_deref(),
        with_places: plan.by.contains(&ReachBy::Activity) || plan.by.contains(&ReachBy::Centre),
    };
    let counting = Counting::of(&plan.window());
    let mut places = Places { ground, counting, activities: HashMap::new() };
    let mut next = 0;
    bulk::meetings(tx, &wanted, |row| {
        let days = row.days.as_deref().unwrap_or_default();
        let mut list: Vec<Meeting> = Meeting::read(days).collect();
        places.tell(&mut list, row.places.as_deref().unwrap_or_default());
        let meetings = Meetings { list, first_day: row.first_day };
        records.add(row.child_id, meetings, &mut next);
    })?;
    records.sort();
    records.activities = places.list();

    for (child, learning) in store::learning(tx, &window, children.as_deref())? {
        records.add_learning(&child, learning);
    }
    records.supports = store::supports(tx, &window)?;
    Ok(records)
}

/// `None`: all.
fn children(
    tx: &mut Tx,
    plan: &ReachPlan,
    (ground, areas): (&Ground, &[ReachAreaId]),
    window: &Window,
) -> Result<Option<Vec<ChildId>>> {
    let Some(centres) = &plan.centres else { return Ok(None) };
    let about = About { centres, areas, vintage: ground.vintage(), window };
    bulk::children(tx, &about).map(Some)
}

fn histories(
    tx: &mut Tx,
    plan: &ReachPlan,
    ground: &Ground,
    (window, children, families): (&Window, Option<&[ChildId]>, BTreeSet<FamilyId>),
) -> Result<Histories> {
    let (vintage, index) = match &ground.basis {
        Some(basis) => {
            let vintage = basis.vintage();
            (vintage, basis.index_year().map(|year| Index { vintage, year }))
        }
        None => histories::service::basis(tx, plan.centres.as_deref(), plan.known_at)?,
    };
    let children = children.map(|children| children.iter().cloned().collect());
    let (known_at, since) = (window.known_at, window.from);
    histories::service::histories(tx, Of { children, families, known_at, since, vintage, index })
}

/// Centres and activities, by index.
struct Places<'a> {
    ground: &'a Ground,
    counting: Counting,
    activities: HashMap<String, u32>,
}

impl Places<'_> {
    /// Sets each meeting's centre, and the activity for counted attendances.
    fn tell(&mut self, list: &mut [Meeting], places: &str) {
        for (meeting, place) in list.iter_mut().zip(places.split(';')) {
            let (centre, activity) = place.split_once(' ').unwrap_or_default();
            meeting.centre = self.centre(centre);
            let came = meeting.ours && self.counting.is_met(meeting) && !activity.is_empty();
            meeting.activity = came.then(|| self.activity(activity));
        }
    }

    fn centre(&self, id: &str) -> Option<CentreAt> {
        self.ground.centre_at(&CentreId::from(id))
    }

    fn activity(&mut self, id: &str) -> u32 {
        if let Some(at) = self.activities.get(id) {
            return *at;
        }
        let next = u32::try_from(self.activities.len()).unwrap_or(u32::MAX);
        self.activities.insert(id.to_owned(), next);
        next
    }

    fn list(self) -> Vec<ActivityId> {
        let mut list: Vec<(u32, String)> =
            self.activities.into_iter().map(|(id, at)| (at, id)).collect();
        list.sort_unstable();
        list.into_iter().map(|(_, id)| ActivityId::from(id)).collect()
    }
}
