//! The report as it is counted, before anything is left out.

use super::records::Besides;
use crate::base::fault::Result;
use crate::base::id::ActivityId;
use crate::db::Tx;
use crate::reports::reach::count::{Count, count};
use crate::reports::reach::ground::Ground;
use crate::reports::reach::plan::ReachPlan;
use crate::reports::reach::records::Records;
use crate::reports::reach::store;
use crate::reports::reach::tables::TableLines;
use std::collections::HashMap;

/// The ingredients of a report.
pub struct ReachMade {
    pub ground: Ground,
    pub records: Records,
    pub titles: HashMap<ActivityId, String>,
}

impl ReachMade {
    pub fn of(tx: &mut Tx, plan: &ReachPlan) -> Result<ReachMade> {
        ReachMade::with(tx, plan, Besides::default())
    }

    pub fn with(tx: &mut Tx, plan: &ReachPlan, besides: Besides) -> Result<ReachMade> {
        tx.reads_everything()?;
        let (ground, areas) = super::ground::lay(tx, plan)?;
        let records = super::records::read(tx, plan, (&ground, &areas), besides)?;
        let titles = match records.activities.is_empty() {
            true => HashMap::new(),
            false => store::titles(tx)?.into_iter().collect(),
        };
        Ok(ReachMade { ground, records, titles })
    }

    pub fn count(&self, plan: &ReachPlan) -> Count<'_> {
        count(&self.records, plan, &self.ground)
    }

    pub fn lines<'a>(&'a self, plan: &'a ReachPlan, count: &'a Count<'a>) -> TableLines<'a> {
        TableLines {
            plan,
            ground: &self.ground,
            groups: &self.records.histories.groups,
            count,
            activities: &self.records.activities,
            titles: &self.titles,
        }
    }
}
