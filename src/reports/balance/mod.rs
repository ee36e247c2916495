//! Whether most attendances are by people in a target group. Pure: attendances in, counts by
//! session, activity or centre out. An unnamed head-count is unknown; a child recorded twice for
//! one session counts once.

pub mod service;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use super::reach::report::{BalanceLine, BalanceTable, Cell, FigureRow, WhyNot};
use crate::base::id::{ActivityId, CentreId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::families::groups::TargetGroup;
use crate::reach::balance::Balance;
use crate::reach::groups::Groups;
use crate::reach::histories::Histories;
use crate::reach::proportion::{Share, Words};
use crate::reach::standing::{Position, ReachStanding};
use chrono::NaiveDate;
use diesel::Queryable;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

text_enum! {
    /// What the balance is split by.
    BalanceBy {
        /// One session.
        Session = "session",
        Activity = "activity",
        /// The centre that held the session.
        Centre = "centre",
    }
}

/// Whether most attendances are by people in a target group.
#[derive(Serialize, ToSchema)]
#[schema(as = BalanceOut)]
pub struct BalanceReport {
    /// The centre of the sessions; left out for all your centres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// As known at this moment.
    pub known_at: Moment,
    /// When it was counted.
    pub counted_at: Moment,
    /// The style of the words for figures.
    #[schema(example = "Ofsted 2013-15 style")]
    pub words: String,
    /// All attendances together.
    pub whole: BalanceLine,
    /// The same without the deprived area as a group: around a centre in a deprived area, everybody
    /// is in it.
    pub without_area: BalanceLine,
    /// Attendances by people in each group, out of all; a person may be in several.
    pub groups: Vec<FigureRow>,
    /// The requested splits.
    pub tables: Vec<BalanceSplit>,
    /// How it is counted.
    pub notes: Vec<&'static str>,
}

/// The balance, split in one way.
#[derive(Serialize, ToSchema)]
#[schema(as = BalanceTableOut)]
pub struct BalanceSplit {
    /// What it is split by: `session`, `activity` or `centre`.
    #[schema(value_type = String, example = "activity")]
    pub by: BalanceBy,
    /// One line per session, activity or centre. They add up to the whole.
    pub lines: Vec<BalanceLine>,
}

const NOTES: &[&str] = &[
    "The figures are attendances: a child who came to two sessions counts twice. In sessions for \
     adults only, adults are counted.",
    "In a target group: in one that counts for reach on the day of the session, as stated for the \
     family or the child, or by the deprivation of the area, by age, or because the family expects \
     a child. A child's group counts for that child only. Adults are in the groups of their \
     household.",
    "Without the area: around a centre in a deprived area everybody is in that group, which proves \
     nothing; here it is left out.",
    "In none: only if the family was met and asked, and its area is known. Everybody else is \
     unknown: guests, those known only from a list, those counted without a name.",
    "The claim is the stricter reading: a majority is more than half of all, including the \
     unknown.",
];

/// Who came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BalancePerson {
    Child(ChildId),
    /// Adults of a family, without a child.
    Adults(FamilyId, u64),
}

impl BalancePerson {
    /// The family, for adults.
    pub fn family(&self) -> Option<&FamilyId> {
        match self {
            BalancePerson::Child(_) => None,
            BalancePerson::Adults(family, _) => Some(family),
        }
    }

    pub fn child(&self) -> Option<&ChildId> {
        match self {
            BalancePerson::Child(child) => Some(child),
            BalancePerson::Adults(..) => None,
        }
    }
}

/// One attendance. Those from an old system have no session here.
#[derive(Clone, Debug)]
pub struct Came {
    pub who: BalancePerson,
    pub on_day: NaiveDate,
    pub at: BalancePlace,
}

/// Where somebody came.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Queryable)]
pub struct BalancePlace {
    pub session: Option<SessionId>,
    pub activity: Option<ActivityId>,
    pub centre: Option<CentreId>,
}

/// The key for attendances without a session or activity here.
pub const NONE: &str = "none";

impl BalancePlace {
    pub fn key(&self, by: BalanceBy) -> &str {
        let key = match by {
            BalanceBy::Session => self.session.as_ref().map(SessionId::as_str),
            BalanceBy::Activity => self.activity.as_ref().map(ActivityId::as_str),
            BalanceBy::Centre => self.centre.as_ref().map(CentreId::as_str),
        };
        key.unwrap_or(NONE)
    }
}

/// The total, and each requested split.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BalanceCounts {
    pub whole: Balance,
    /// The same without the deprived area as a group.
    pub without_area: Balance,
    /// By group index.
    pub groups: BTreeMap<u16, u64>,
    pub split: Vec<(BalanceBy, BTreeMap<String, Balance>)>,
}

/// Who somebody is by their current record, and their position on the day.
pub fn position(known: &Histories, one: &Came) -> (BalancePerson, Position) {
    match &one.who {
        BalancePerson::Child(child) => {
            let kept = known.kept(child);
            (BalancePerson::Child(kept.clone()), known.of_child(kept, one.on_day))
        }
        BalancePerson::Adults(family, _) => (one.who.clone(), known.of_family(family, one.on_day)),
    }
}

/// Counts named attendances and head-counts, by session.
pub fn count(
    came: &[Came],
    heads: &[(BalancePlace, u64)],
    by: &[BalanceBy],
    position: impl Fn(&Came) -> (BalancePerson, Position),
) -> BalanceCounts {
    let split = by.iter().map(|by| (*by, BTreeMap::new())).collect();
    let mut counted = BalanceCounts { split, ..BalanceCounts::default() };
    let mut seen = BTreeSet::new();
    for one in came {
        let (who, stood) = position(one);
        let number = match who {
            BalancePerson::Child(_) => 1,
            BalancePerson::Adults(_, adults) => adults,
        };
        if seen.insert((&one.at, one.on_day, who)) {
            counted.add_at(&one.at, &stood, number);
        }
    }
    for (place, number) in heads {
        counted.add_at(place, &Position::default(), *number);
    }
    counted
}

impl BalanceCounts {
    /// Adds a number of attendances at this position.
    pub fn add(&mut self, stood: &Position, number: u64) {
        add(&mut self.whole, stood.standing, number);
        add(&mut self.without_area, stood.without_area, number);
        for at in &stood.groups {
            *self.groups.entry(*at).or_default() += number;
        }
    }

    fn add_at(&mut self, place: &BalancePlace, stood: &Position, number: u64) {
        self.add(stood, number);
        for (by, lines) in &mut self.split {
            add(lines.entry(place.key(*by).to_owned()).or_default(), stood.standing, number);
        }
    }

    /// The sum of both, with this one's splits.
    pub fn and(mut self, other: &BalanceCounts) -> BalanceCounts {
        self.whole = self.whole.and(other.whole);
        self.without_area = self.without_area.and(other.without_area);
        for (at, number) in &other.groups {
            *self.groups.entry(*at).or_default() += number;
        }
        self
    }
}

pub fn add(balance: &mut Balance, stood: ReachStanding, number: u64) {
    match stood {
        ReachStanding::Target => balance.target += number,
        ReachStanding::NotTarget => balance.not_target += number,
        ReachStanding::Unknown => balance.unknown += number,
    }
}

/// The balance as a line of a report.
pub fn line(key: &str, label: &str, balance: Balance, words: &Words) -> BalanceLine {
    let of_all = |number| share(number, balance.all(), words);
    BalanceLine {
        key: key.to_owned(),
        label: label.to_owned(),
        target: of_all(balance.target),
        not_target: of_all(balance.not_target),
        unknown: of_all(balance.unknown),
        percent_of_known: share(balance.target, balance.known(), words),
        percent_of_all: of_all(balance.target),
        claim: balance.claim(),
    }
}

/// The whole balance of a report.
pub fn table(counted: &BalanceCounts, groups: &Groups, words: &Words) -> BalanceTable {
    let row = |(group, at): (&TargetGroup, u16)| FigureRow {
        key: group.code.clone(),
        label: group.label.clone(),
        cell: share(
            counted.groups.get(&at).copied().unwrap_or_default(),
            counted.whole.all(),
            words,
        ),
    };
    BalanceTable {
        whole: line("", "All", counted.whole, words),
        without_area: line("without_area", "Without the area", counted.without_area, words),
        groups: groups.list.iter().zip(0..).map(row).collect(),
    }
}

/// A share as a cell: both counts, the percentage with one decimal, the words.
pub fn share(part: u64, whole: u64, words: &Words) -> Cell {
    let share = Share::of(part, whole);
    let (percent, why_not) = match share {
        Share::Of { permille, .. } => (Some(format!("{}.{}", permille / 10, permille % 10)), None),
        Share::NotApplicable => (None, Some(WhyNot::NotApplicable)),
        Share::MoreThanAll => (None, Some(WhyNot::CheckPopulation)),
    };
    let words = words.word(share).map(str::to_owned);
    Cell { n: Some(part), of: Some(whole), percent, words, why_not }
}
