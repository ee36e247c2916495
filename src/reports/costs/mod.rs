//! What a centre costs per child it meets. Pure: costs entered by period and the children met on
//! each day in; pence per child out. If the cost of any day is unknown, no figure is calculated.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{CentreId, ChildId};
use crate::base::moment::Moment;
use crate::reports::reach::report::WhyNot;
use chrono::NaiveDate;
use diesel::Queryable;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// What a centre cost over a period.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema, Queryable)]
#[serde(deny_unknown_fields)]
#[schema(as = CostInOut, example = json!({"from": "2026-04-01", "until": "2027-03-31", "pence": 18500000}))]
pub(crate) struct CostEntry {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The total cost, in pence.
    #[schema(minimum = 0, maximum = 100_000_000_000_i64)]
    pub pence: i64,
}

/// The cost per child.
#[derive(Serialize, ToSchema)]
#[schema(as = CostsOut)]
pub(crate) struct CostsReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// When it was counted.
    pub counted_at: Moment,
    /// Number of distinct days of direct contact at the centre that count as sustained.
    pub threshold: usize,
    /// By centre.
    pub centres: Vec<CostLine>,
    /// All centres together; a child met at two centres counts once.
    pub whole: CostLine,
}

/// A centre's cost per child.
#[derive(Serialize, ToSchema)]
#[schema(as = CostLineOut)]
pub(crate) struct CostLine {
    /// The centre; left out for all together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre_id: Option<CentreId>,
    /// Its name.
    pub centre: String,
    #[serde(flatten)]
    pub cost: Cost,
    /// Distinct children met directly, wherever they live; without guests.
    pub children_seen: u64,
    /// Visits by guests' children, in no other figure: it is unknown whether the same child came
    /// again.
    pub guest_visits: u64,
    /// Of those, children met on at least the threshold number of days.
    pub sustained: u64,
    /// Per child seen.
    pub per_child_seen: Amount,
    /// Per child in sustained contact.
    pub per_sustained_contact: Amount,
}

/// An amount, or why there is none.
#[derive(Serialize, ToSchema)]
#[schema(as = AmountOut)]
pub(crate) struct Amount {
    /// In pence, halves rounded up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pence: Option<i64>,
    /// The same as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "£412.07")]
    pub text: Option<String>,
    /// `not_available`: the cost of some days is not entered. `not_applicable`: there is no such
    /// child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<WhyNot>,
}

impl CostLine {
    pub(crate) fn new(
        (centre_id, centre): (Option<CentreId>, String),
        cost: Cost,
        met: &CostsMet,
        threshold: usize,
    ) -> CostLine {
        let (children_seen, sustained) = (met.children(), met.sustained(threshold));
        CostLine {
            centre_id,
            centre,
            cost,
            children_seen,
            guest_visits: met.guest_visits,
            sustained,
            per_child_seen: cost.amount(children_seen),
            per_sustained_contact: cost.amount(sustained),
        }
    }
}

impl CostEntry {
    pub(crate) fn overlaps(&self, other: &CostEntry) -> bool {
        self.from <= other.until && other.from <= self.until
    }

    fn days(&self) -> i64 {
        (self.until - self.from).num_days() + 1
    }

    /// The number of days it shares with a period.
    fn days_within(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let (first, last) = (self.from.max(from), self.until.min(to));
        ((last - first).num_days() + 1).max(0)
    }
}

/// The cost of a period, and the number of days for which it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Cost {
    /// The cost of the days as far as entered, in pence.
    pub pence: i64,
    /// Number of days with a cost entered.
    pub days_entered: i64,
    /// Number of days in total.
    pub days: i64,
}

/// An entry that extends beyond the period counts in proportion to its days, half a penny rounded
/// up.
pub(crate) fn cost(entries: &[CostEntry], from: NaiveDate, to: NaiveDate) -> Cost {
    let mut cost = Cost { days: (to - from).num_days() + 1, ..Cost::default() };
    for entry in entries {
        let within = entry.days_within(from, to);
        cost.days_entered += within;
        let share = i128::from(entry.pence) * i128::from(within) * 2 + i128::from(entry.days());
        let share = share / (i128::from(entry.days()) * 2);
        cost.pence += i64::try_from(share).unwrap_or(i64::MAX);
    }
    cost
}

impl Cost {
    /// Pence per unit, halves rounded up; `None` if the cost of any day is unknown or nobody was
    /// met.
    pub(crate) fn each(&self, number: u64) -> Option<i64> {
        let number = i64::try_from(number).ok().filter(|number| *number > 0)?;
        (self.days_entered == self.days).then(|| (self.pence * 2 + number) / (number * 2))
    }

    fn amount(&self, number: u64) -> Amount {
        let pence = self.each(number);
        let why_not = match pence {
            Some(_) => None,
            None if self.days_entered == self.days => Some(WhyNot::NotApplicable),
            None => Some(WhyNot::NotAvailable),
        };
        Amount { pence, text: pence.map(pounds), why_not }
    }

    pub(crate) fn and(&self, other: &Cost) -> Cost {
        Cost {
            pence: self.pence + other.pence,
            days_entered: self.days_entered + other.days_entered,
            days: self.days + other.days,
        }
    }
}

/// Who was met directly: the days for each child; and the number of guests' visits, which cannot be
/// assigned to a child and are in no other figure.
#[derive(Clone, Debug, Default)]
pub(crate) struct CostsMet {
    children: BTreeMap<ChildId, BTreeSet<NaiveDate>>,
    pub guest_visits: u64,
}

impl CostsMet {
    pub(crate) fn on(&mut self, child: ChildId, day: NaiveDate) {
        self.children.entry(child).or_default().insert(day);
    }

    pub(crate) fn children(&self) -> u64 {
        self.children.len() as u64
    }

    /// Children met on enough distinct days.
    pub(crate) fn sustained(&self, threshold: usize) -> u64 {
        self.children.values().filter(|days| days.len() >= threshold).count() as u64
    }

    pub(crate) fn add(&mut self, other: &CostsMet) {
        for (child, days) in &other.children {
            self.children.entry(child.clone()).or_default().extend(days);
        }
        self.guest_visits += other.guest_visits;
    }
}

/// An amount as text: `£1,234.50`.
fn pounds(pence: i64) -> String {
    let whole = (pence / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("£{grouped}.{:02}", pence % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn entry(from: &str, until: &str, pence: i64) -> CostEntry {
        CostEntry { from: day(from), until: day(until), pence }
    }

    #[test]
    fn a_stretch_costs_its_days_of_each_entry() {
        let year =
            [entry("2025-04-01", "2026-03-31", 36_500), entry("2026-04-01", "2027-03-31", 73_000)];
        for (from, to, pence, known, days) in [
            ("2025-04-01", "2026-03-31", 36_500, 365, 365),
            ("2026-03-31", "2026-04-01", 100 + 200, 2, 2),
            ("2025-03-31", "2025-04-01", 100, 1, 2),
            ("2028-01-01", "2028-01-31", 0, 0, 31),
        ] {
            let made = cost(&year, day(from), day(to));
            assert_eq!(made, Cost { pence, days_entered: known, days }, "{from}");
        }
        let third = [entry("2026-01-01", "2026-01-03", 100)];
        assert_eq!(cost(&third, day("2026-01-01"), day("2026-01-01")).pence, 33);
        assert_eq!(cost(&third, day("2026-01-01"), day("2026-01-02")).pence, 67);
    }

    #[test]
    fn nothing_is_worked_out_of_a_part_or_for_nobody() {
        let whole = Cost { pence: 1_000, days_entered: 10, days: 10 };
        assert_eq!((whole.each(3), whole.each(0)), (Some(333), None));
        assert_eq!(whole.each(16), Some(63));
        let part = Cost { days_entered: 9, ..whole };
        assert_eq!(part.each(3), None);
        assert_eq!(whole.and(&part).each(1), None);
    }

    #[test]
    fn children_are_met_on_distinct_days_and_once_over_all_centres() {
        let mut here = CostsMet::default();
        for (child, on) in [("a", "2026-01-01"), ("a", "2026-01-01"), ("a", "2026-01-02")] {
            here.on(ChildId::from(child), day(on));
        }
        let mut there = CostsMet::default();
        there.on(ChildId::from("a"), day("2026-01-03"));
        assert_eq!((here.children(), here.sustained(2), here.sustained(3)), (1, 1, 0));
        here.add(&there);
        assert_eq!((here.children(), here.sustained(3)), (1, 1));
    }

    #[test]
    fn amounts_are_read_as_pounds() {
        for (pence, text) in
            [(0, "£0.00"), (5, "£0.05"), (12_345, "£123.45"), (123_456_789, "£1,234,567.89")]
        {
            assert_eq!(pounds(pence), text);
        }
    }
}
