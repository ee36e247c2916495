//! The report as a value: the source of every format, and what a frozen return stores.

use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::reach::balance::Claim;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

text_enum! {
    /// Who the report is for.
    #[derive(Default)]
    Profile {
        /// For the inspector, the commissioner under an agreement, and the organisation itself.
        #[default]
        Exact = "exact",
        Partner = "partner",
        /// Small counts are left out, and everything that would reveal them.
        Public = "public",
    }
}

impl Profile {
    /// Whether there is a single report for all readers, without options.
    pub fn is_fixed(self) -> bool {
        match self {
            Profile::Exact => false,
            Profile::Partner | Profile::Public => true,
        }
    }
}

text_enum! {
    /// What a report is split by.
    ReachBy {
        /// LSOA of the reach area.
        Area = "area",
        /// Decile of deprivation; 1 is the most deprived.
        Decile = "decile",
        TargetGroup = "target_group",
        AgeBand = "age_band",
        Activity = "activity",
        Centre = "centre",
    }
}

text_enum! {
    /// Why a figure is missing.
    WhyNot {
        /// The number of residents is unknown.
        NotAvailable = "not_available",
        /// Zero of zero.
        NotApplicable = "not_applicable",
        /// More than the residents, who were counted for another year or area.
        CheckPopulation = "check_population",
        /// The records do not cover the window yet.
        WindowNotCovered = "window_not_covered",
        /// Left out so that nobody can be recognised.
        Suppressed = "suppressed",
    }
}

/// A figure: the number, the whole, the share, and the words for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cell {
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// Of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// The share in percent with one decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "64.6")]
    pub percent: Option<String>,
    /// The share in the words of the report's style.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "large majority")]
    pub words: Option<String>,
    /// Why there is no figure, or no share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<WhyNot>,
}

/// The measures of one group of children; each child counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Line {
    /// What the group is, as a code: an LSOA, a decile, a target group, an age band, an id.
    pub key: String,
    /// What the group is, in words.
    pub label: String,
    /// Children who live there, from the table of residents.
    pub resident: Cell,
    /// Members, with a card. Share of the residents.
    pub members: Cell,
    /// Known only from a feed and not told yet; in addition to the members. Share of the residents.
    pub listed: Cell,
    /// Seen at the report's centre. Share of the residents.
    pub seen_here: Cell,
    /// Seen at any centre. Share of the residents.
    pub seen: Cell,
    /// Seen for the first time ever in this window. Share of those seen.
    pub seen_new: Cell,
    /// In direct sustained contact. Share of the residents.
    pub sustained_direct: Cell,
    /// In sustained contact through universal services, if evidenced. Share of the residents.
    pub sustained_universal: Cell,
    /// In a setting without recorded direct support; in no other figure. `n` only.
    pub not_yet_evidenced: Cell,
    /// In sustained contact either way. Share of the residents.
    pub sustained: Cell,
    /// The number of further children in sustained contact needed to reach the target; `n` only.
    pub gap: Cell,
}

/// The measures, split.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Table {
    /// What it is split by.
    pub by: ReachBy,
    /// A child can be in several lines, so they do not add up to the whole.
    pub overlaps: bool,
    /// One line per group, ordered by key.
    pub lines: Vec<Line>,
}

/// Whether most of those who come are in a target group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BalanceLine {
    /// What the line is about: a session's, an activity's or a centre's id; empty for the whole.
    pub key: String,
    /// The same in words.
    pub label: String,
    /// Attendances by people in a target group.
    pub target: Cell,
    /// Attendances by people known to be in none.
    pub not_target: Cell,
    /// Attendances by people of unknown status, including head-counts.
    pub unknown: Cell,
    /// In a target group, of those known.
    pub percent_of_known: Cell,
    /// In a target group, of all.
    pub percent_of_all: Cell,
    /// The stricter of the two: a majority is more than half of all.
    pub claim: Claim,
}

/// A labelled figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FigureRow {
    /// What is counted, as a code or an id.
    pub key: String,
    /// The same in words.
    pub label: String,
    /// How many.
    pub cell: Cell,
}

/// The balance of attendance: in total, without the area, and by group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BalanceTable {
    /// All attendances.
    #[serde(flatten)]
    pub whole: BalanceLine,
    /// The same without the deprived area as a group: around a centre in a deprived area, everybody
    /// is in it.
    pub without_area: BalanceLine,
    /// Attendances by people in each group, out of all; a person may be in several.
    pub groups: Vec<FigureRow>,
}

/// A section of the pack besides reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Section {
    /// Which it is: `two_year_olds`, `workless`, `supports`, `partners` or `registers`.
    pub key: String,
    /// Its heading.
    #[schema(example = "Two-year-old offer")]
    pub heading: String,
    /// Its figures.
    pub rows: Vec<FigureRow>,
    /// Further notes.
    pub notes: Vec<String>,
}

/// One period of a trend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrendPoint {
    /// The period's last day: the figures are as at it.
    pub as_at: NaiveDate,
    /// The period in words.
    #[schema(example = "October 2026")]
    pub label: String,
    /// The whole line as at that day.
    pub line: Line,
}

/// How reliable the records are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Quality {
    /// What is missing: `no_postcode`, `postcode_unknown`, `no_birth_date`, `ethnicity_not_asked`,
    /// `registers_incomplete`.
    pub code: String,
    /// The same in words.
    pub label: String,
    /// The number, and the whole.
    pub cell: Cell,
}

/// When a feed last brought something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Freshness {
    /// The feed.
    pub source: String,
    /// The day it last came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_on: Option<NaiveDate>,
}

/// Basis of the figures; printed on every report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settings {
    /// The report's centre; left out for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// The centre's name, or the organisation.
    pub place: String,
    /// As at this day.
    pub as_at: NaiveDate,
    /// As known at this moment.
    pub known_at: Moment,
    /// When it was counted.
    pub counted_at: Moment,
    /// The window's first day; its last is `as_at`.
    pub window_from: NaiveDate,
    /// The length of the window in months.
    pub window_months: u32,
    /// Number of distinct contact days that count as sustained.
    pub threshold: usize,
    /// The target share of residents, in percent.
    pub target_percent: u64,
    /// The first recorded contact day; left out if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_begins: Option<NaiveDate>,
    /// Whether the records cover the window: sustained contact is claimed only then.
    pub covered: bool,
    /// The census whose LSOAs are used: 2011 or 2021.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vintage: Option<String>,
    /// The edition of the indices of deprivation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_year: Option<i32>,
    /// The table of residents and its year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<String>,
    /// The style of the words for figures.
    #[schema(example = "Ofsted 2013-15 style")]
    pub words: String,
    /// Who it is for.
    pub profile: Profile,
    /// What each kind of contact counts for.
    pub kinds: Vec<String>,
}

/// The whole report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReachReport {
    /// Its basis.
    pub settings: Settings,
    /// All children of the area, each once.
    pub whole: Line,
    /// The members among them: those seen, and those in direct sustained contact. With residents
    /// and members these are the steps of the funnel, each a part of the one before.
    pub members: Line,
    /// The requested splits.
    pub tables: Vec<Table>,
    /// Children counted outside every area: `out_of_area`, `unknown`, `no_fixed_address`,
    /// `restricted`; members and seen only.
    pub outside: Vec<Line>,
    /// Attendance in the window.
    pub balance: BalanceTable,
    /// Further sections: the two-year-old offer, the workless baseline, support given, partners'
    /// cards, and registers completed in time.
    pub sections: Vec<Section>,
    /// How reliable the records are.
    pub quality: Vec<Quality>,
    /// When each feed last came.
    pub freshness: Vec<Freshness>,
    /// By period, if requested.
    pub trend: Vec<TrendPoint>,
    /// Further notes.
    pub notes: Vec<String>,
}
