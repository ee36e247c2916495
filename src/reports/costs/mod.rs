//! What a centre costs per child it meets. Pure: costs entered by period and the children met on
//! each day in; pence per child out. If the cost of any day is unknown, no figure is calculated.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::ChildId;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a centre cost over a period; the last day is included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostEntry {
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub pence: i64,
}

impl CostEntry {
    pub fn overlaps(&self, other: &CostEntry) -> bool {
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    pub pence: i64,
    pub days_known: i64,
    pub days: i64,
}

/// An entry that extends beyond the period counts in proportion to its days, half a penny rounded
/// up.
pub fn cost(entries: &[CostEntry], from: NaiveDate, to: NaiveDate) -> Cost {
    let mut cost = Cost { days: (to - from).num_days() + 1, ..Cost::default() };
    for entry in entries {
        let within = entry.days_within(from, to);
        cost.days_known += within;
        let share = i128::from(entry.pence) * i128::from(within) * 2 + i128::from(entry.days());
        let share = share / (i128::from(entry.days()) * 2);
        cost.pence += i64::try_from(share).unwrap_or(i64::MAX);
    }
    cost
}

impl Cost {
    pub fn is_whole(&self) -> bool {
        self.days_known == self.days
    }

    /// Pence per unit, halves rounded up; `None` if the cost of any day is unknown or nobody was
    /// met.
    pub fn each(&self, number: u64) -> Option<i64> {
        let number = i64::try_from(number).ok().filter(|number| *number > 0)?;
        self.is_whole().then(|| (self.pence * 2 + number) / (number * 2))
    }

    pub fn and(&self, other: &Cost) -> Cost {
        Cost {
            pence: self.pence + other.pence,
            days_known: self.days_known + other.days_known,
            days: self.days + other.days,
        }
    }
}

/// Who was met directly: the days for each child; and the number of guests' visits, which cannot be
/// assigned to a child and are in no other figure.
#[derive(Clone, Debug, Default)]
pub struct CostsMet {
    children: BTreeMap<ChildId, BTreeSet<NaiveDate>>,
    pub guest_visits: u64,
}

impl CostsMet {
    pub fn on(&mut self, child: ChildId, day: NaiveDate) {
        self.children.entry(child).or_default().insert(day);
    }

    pub fn children(&self) -> u64 {
        self.children.len() as u64
    }

    /// Children met on enough distinct days.
    pub fn sustained(&self, threshold: usize) -> u64 {
        self.children.values().filter(|days| days.len() >= threshold).count() as u64
    }

    pub fn add(&mut self, other: &CostsMet) {
        for (child, days) in &other.children {
            self.children.entry(child.clone()).or_default().extend(days);
        }
        self.guest_visits += other.guest_visits;
    }
}

/// An amount as text: `£1,234.50`.
pub fn pounds(pence: i64) -> String {
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
            assert_eq!(made, Cost { pence, days_known: known, days }, "{from}");
        }
        let third = [entry("2026-01-01", "2026-01-03", 100)];
        assert_eq!(cost(&third, day("2026-01-01"), day("2026-01-01")).pence, 33);
        assert_eq!(cost(&third, day("2026-01-01"), day("2026-01-02")).pence, 67);
    }

    #[test]
    fn nothing_is_worked_out_of_a_part_or_for_nobody() {
        let whole = Cost { pence: 1_000, days_known: 10, days: 10 };
        assert_eq!((whole.each(3), whole.each(0)), (Some(333), None));
        assert_eq!(whole.each(16), Some(63));
        let part = Cost { days_known: 9, ..whole };
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
