//! Workless households in sustained contact, of those counted by a jobcentre. Pure: children of
//! households known to be workless in, households by area out, each once.

pub(crate) mod service;
pub mod store;

use super::balance::share;
use super::reach::report::{Cell, WhyNot};
use crate::areas::LsoaCode;
use crate::base::id::{CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::reach::proportion::Words;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// The target group's code.
pub const WORKLESS: &str = "workless";

/// A child under five of a household known to be workless.
#[derive(Clone, Debug)]
pub struct WorklessChild {
    pub family: FamilyId,
    pub lsoa: LsoaCode,
    /// Distinct days of direct contact in the window.
    pub days: usize,
}

/// Households of one area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Households {
    /// The jobcentre's count; `None` if there is none.
    pub baseline: Option<u64>,
    /// Known here to be workless.
    pub known: BTreeSet<FamilyId>,
    pub seen: BTreeSet<FamilyId>,
    /// Households with a child met on enough days.
    pub sustained: BTreeSet<FamilyId>,
}

/// Workless households in sustained contact, of those counted by a jobcentre.
#[derive(Serialize, ToSchema)]
#[schema(as = WorklessReportOut)]
pub struct WorklessReport {
    /// The centre of the reach area; left out for all your centres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// As at this day.
    pub as_at: NaiveDate,
    /// As known at this moment.
    pub known_at: Moment,
    /// The month of the baseline: the latest up to `as_at`. Left out if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-10")]
    pub baseline_month: Option<String>,
    /// The window's first day; its last is `as_at`.
    pub window_from: NaiveDate,
    /// Number of distinct days of direct contact with one child that count as sustained.
    pub threshold: usize,
    /// The style of the words for figures.
    #[schema(example = "Ofsted 2013-15 style")]
    pub words: String,
    /// All LSOAs in the baseline; without a baseline, the whole area.
    pub whole: WorklessLine,
    /// By LSOA.
    pub areas: Vec<WorklessLine>,
    /// How it is counted.
    pub notes: Vec<&'static str>,
}

/// Households of one area.
#[derive(Serialize, ToSchema)]
#[schema(as = WorklessLineOut)]
pub struct WorklessLine {
    /// The LSOA; left out for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lsoa: Option<String>,
    /// Workless households with a child under five, as counted by the jobcentre.
    pub baseline: Cell,
    /// Known here to be workless. Share of the baseline.
    pub known: Cell,
    /// With a child under five met directly in the window. Share of the baseline.
    pub seen: Cell,
    /// In sustained contact. Share of the baseline.
    pub sustained: Cell,
}

pub const NOTES: &[&str] = &[
    "Each household is counted once, in the LSOA it lives in. LSOAs missing from the baseline are \
     not in the whole.",
    "Sustained: a child under five of the household was met directly by a centre on enough \
     distinct days. Contact through universal services is not counted here.",
    "The baseline has no names: a household is known to be workless because that was stated for \
     it.",
];

/// By LSOA of the area, and in total: the LSOAs with a count, or all if none has one.
pub fn count(
    children: &[WorklessChild],
    baseline: &BTreeMap<LsoaCode, u64>,
    area: &BTreeSet<LsoaCode>,
    threshold: usize,
) -> (BTreeMap<LsoaCode, Households>, Households) {
    let line = |code: &LsoaCode| Households {
        baseline: baseline.get(code).copied(),
        ..Households::default()
    };
    let mut lines: BTreeMap<LsoaCode, Households> =
        area.iter().map(|code| (code.clone(), line(code))).collect();
    for child in children {
        let Some(line) = lines.get_mut(&child.lsoa) else { continue };
        line.known.insert(child.family.clone());
        if child.days >= 1 {
            line.seen.insert(child.family.clone());
        }
        if child.days >= threshold {
            line.sustained.insert(child.family.clone());
        }
    }
    // An area without a count must not add to a share of the counted ones.
    let is_any_counted = lines.values().any(|line| line.baseline.is_some());
    let counted = lines.values().filter(|line| line.baseline.is_some() || !is_any_counted);
    let whole = counted.fold(Households::default(), |mut whole, line| {
        whole.baseline =
            line.baseline.map(|more| whole.baseline.unwrap_or(0) + more).or(whole.baseline);
        whole.known.extend(line.known.iter().cloned());
        whole.seen.extend(line.seen.iter().cloned());
        whole.sustained.extend(line.sustained.iter().cloned());
        whole
    });
    (lines, whole)
}

impl Households {
    /// Some of them, as a share of the baseline.
    pub fn cell(&self, of: &BTreeSet<FamilyId>, words: &Words) -> Cell {
        let number = of.len() as u64;
        match self.baseline {
            Some(baseline) => share(number, baseline, words),
            None => {
                Cell { n: Some(number), why_not: Some(WhyNot::NotAvailable), ..Cell::default() }
            }
        }
    }

    /// As a line of the report. `covered`: the records cover the whole window.
    pub fn line(&self, lsoa: Option<&LsoaCode>, covered: bool, words: &Words) -> WorklessLine {
        WorklessLine {
            lsoa: lsoa.map(ToString::to_string),
            baseline: Cell {
                n: self.baseline,
                why_not: self.baseline.is_none().then_some(WhyNot::NotAvailable),
                ..Cell::default()
            },
            known: self.cell(&self.known, words),
            seen: self.cell(&self.seen, words),
            sustained: match covered {
                true => self.cell(&self.sustained, words),
                false => Cell { why_not: Some(WhyNot::WindowNotCovered), ..Cell::default() },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::proportion::{OFSTED, OFSTED_LABEL};

    fn lsoa(number: u32) -> LsoaCode {
        LsoaCode::parse(&format!("E0100607{number}")).expect("a code")
    }

    #[test]
    fn households_count_once_and_of_the_areas_that_were_counted() {
        let child = |family: &str, at: u32, days| WorklessChild {
            family: FamilyId::from(family),
            lsoa: lsoa(at),
            days,
        };
        let children = [
            child("a", 1, 3),
            child("a", 1, 1),
            child("b", 1, 2),
            child("c", 2, 0),
            child("not counted", 3, 4),
            child("elsewhere", 9, 9),
        ];
        let baseline = [(lsoa(1), 4), (lsoa(2), 1)].into();
        let area = [lsoa(1), lsoa(2), lsoa(3)].into();
        let (lines, whole) = count(&children, &baseline, &area, 3);
        let sizes = |line: &Households| {
            (line.baseline, line.known.len(), line.seen.len(), line.sustained.len())
        };
        assert_eq!(sizes(&lines[&lsoa(1)]), (Some(4), 2, 2, 1));
        assert_eq!(sizes(&lines[&lsoa(2)]), (Some(1), 1, 0, 0));
        assert_eq!(sizes(&lines[&lsoa(3)]), (None, 1, 1, 1));
        assert_eq!(sizes(&whole), (Some(5), 3, 2, 1), "of the areas that were counted");
        let (_, without) = count(&children, &BTreeMap::new(), &area, 3);
        assert_eq!(sizes(&without), (None, 4, 3, 2));

        let words = Words::new(OFSTED_LABEL, OFSTED, Some("half")).expect("words");
        let sustained = whole.cell(&whole.sustained, &words);
        assert_eq!(sustained.percent.as_deref(), Some("20.0"));
        let without = lines[&lsoa(3)].cell(&lines[&lsoa(3)].known, &words);
        assert_eq!((without.of, without.why_not), (None, Some(WhyNot::NotAvailable)));
    }
}
