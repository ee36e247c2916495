//! The plan of a report: every parameter with its final value.

use super::asked::TrendPeriod;
use super::met::Window;
use super::report::ReachBy;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::contacts::{Counts, Kind};
use crate::reach::proportion::Words;
use crate::reach::settings::AgeBands;
use crate::reach::sustained::Measure;
use crate::reach::version::AsAt;
use chrono::NaiveDate;

/// The default splits.
pub(crate) const DEFAULT_BY: &[ReachBy] =
    &[ReachBy::Area, ReachBy::Decile, ReachBy::TargetGroup, ReachBy::AgeBand];

#[derive(Clone, Debug)]
pub struct ReachPlan {
    /// The requested centre.
    pub named: Option<CentreId>,
    /// `None`: every centre.
    pub centres: Option<Vec<CentreId>>,
    pub as_at: NaiveDate,
    pub known_at: Moment,
    pub measure: Measure,
    pub target_percent: u64,
    pub deprived_decile: i32,
    pub age_bands: AgeBands,
    pub words: Words,
    pub by: Vec<ReachBy>,
    pub trend: Option<TrendPeriod>,
    pub kinds: Vec<(Kind, Counts)>,
}

impl ReachPlan {
    pub fn window_from(&self) -> NaiveDate {
        self.measure.first_day(self.as_at)
    }

    pub fn window(&self) -> Window {
        Window {
            from: self.window_from(),
            as_at: self.as_at,
            known_at: self.known_at,
            kinds: self.kinds.clone(),
        }
    }

    pub fn moment(&self) -> AsAt {
        AsAt::new(self.as_at, self.known_at)
    }

    /// Sustained contact is only claimed for a window that the records cover.
    pub fn is_covered(&self, begins: Option<NaiveDate>) -> bool {
        begins.is_some_and(|day| self.measure.is_covered(day, self.as_at))
    }

    /// What each kind of contact counts as, as printed.
    pub fn kinds_in_words(&self) -> Vec<String> {
        let text = |(kind, counts): &(Kind, Counts)| {
            format!("{}: {}", kind.as_str().replace('_', " "), counts.as_str())
        };
        self.kinds.iter().map(text).collect()
    }
}
