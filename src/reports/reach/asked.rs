//! The parameters of a report; `None` is the organisation's default.

use super::report::{Profile, ReachBy};
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::reach::settings::AgeBands;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

text_enum! {
    /// The periods of a trend.
    TrendPeriod {
        Month = "month",
        /// Quarters of the calendar year.
        Quarter = "quarter",
        /// Quarters of the financial year, which starts in April.
        FinancialQuarter = "financial_quarter",
        Term = "term",
    }
}

text_enum! {
    /// Whether shown counts are rounded.
    #[derive(Default)]
    Rounding {
        #[default]
        Not = "not",
        /// To the nearest five.
        ToFive = "5",
    }
}

/// The parameters of one report. A return stores them, so that it can be made again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReachRequest {
    /// `None`: all the caller's centres.
    pub centre: Option<CentreId>,
    /// `None`: today.
    pub as_at: Option<NaiveDate>,
    /// `None`: as known now.
    pub known_at: Option<Moment>,
    pub window_months: Option<u32>,
    pub threshold: Option<usize>,
    pub age_bands: Option<AgeBands>,
    /// `None`: the profile's default.
    pub by: Option<Vec<ReachBy>>,
    pub trend: Option<TrendPeriod>,
    pub profile: Profile,
    pub rounding: Rounding,
}
