//! Which mark stands. Tablets were offline and send what they have late, twice and in any order;
//! whatever the order, the same marks come to the same state, because it is worked out from the
//! whole set and never from when a mark arrived.
//!
//! A mark gives way to
//! - one that corrects it by name,
//! - any correction made later, because a correction ends the dispute about a person,
//! - a later one of the same device, which changed its mind,
//! - any that somebody made, where it was only assumed.
//!
//! Of those that give way to none, the latest stands (by moment, then by client id); where another
//! of them says otherwise, the two are a conflict for a person to settle.

use super::{HeadCount, Mark, MarkRow, MarkSource, MarkedPerson};
use crate::base::moment::Moment;
use std::collections::BTreeMap;

/// A mark, as far as the rule needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MarkSaid<'a> {
    pub client_id: &'a str,
    pub device: &'a str,
    pub at: Moment,
    pub corrects: Option<&'a str>,
    pub presumed: bool,
    pub mark: Mark,
}

impl<'a> From<&'a MarkRow> for MarkSaid<'a> {
    fn from(row: &'a MarkRow) -> MarkSaid<'a> {
        MarkSaid {
            client_id: &row.client_id,
            device: &row.device,
            at: row.at,
            corrects: row.corrects.as_deref(),
            presumed: row.source == MarkSource::Presumed,
            mark: row.mark,
        }
    }
}

impl MarkSaid<'_> {
    fn is_after(&self, other: &MarkSaid) -> bool {
        (self.at, self.client_id) > (other.at, other.client_id)
    }

    fn gives_way_to(&self, other: &MarkSaid) -> bool {
        if self.presumed != other.presumed {
            return self.presumed;
        }
        let named = |by: &MarkSaid, it: &MarkSaid| by.corrects == Some(it.client_id);
        if named(other, self) || named(self, other) {
            return named(other, self);
        }
        other.is_after(self) && (other.corrects.is_some() || other.device == self.device)
    }
}

/// What stands for one person, and what disputes it: positions in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MarkOutcome {
    pub stands: usize,
    pub against: Vec<usize>,
}

/// Takes everything marked for one person, in any order; `None` where nothing was.
pub(crate) fn settle(said: &[MarkSaid]) -> Option<MarkOutcome> {
    let standing = |one: &MarkSaid| !said.iter().any(|other| one.gives_way_to(other));
    let mut left: Vec<usize> =
        said.iter().enumerate().filter(|(_, one)| standing(one)).map(|(at, _)| at).collect();
    if left.is_empty() {
        // Corrections that name each other in a circle: only the order in time is left.
        left = (0..said.len()).collect();
    }
    let key = |at: &usize| said.get(*at).map(|one| (one.at, one.client_id));
    let stands = left.iter().copied().max_by_key(key)?;
    let word = |at: usize| said.get(at).map(|one| one.mark);
    let mut against: Vec<usize> = left.into_iter().filter(|at| word(*at) != word(stands)).collect();
    against.sort_by_key(key);
    Some(MarkOutcome { stands, against })
}

/// Sets on every mark of a session whether it stands and is disputed.
pub(crate) fn settle_all(rows: &mut [MarkRow]) {
    let mut of_each: BTreeMap<MarkedPerson, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        of_each.entry(row.who()).or_default().push(at);
    }
    let mut states = vec![(false, false); rows.len()];
    for places in of_each.values() {
        let said: Vec<MarkSaid> =
            places.iter().filter_map(|at| rows.get(*at)).map(MarkSaid::from).collect();
        let Some(settled) = settle(&said) else { continue };
        let state = places.get(settled.stands).and_then(|at| states.get_mut(*at));
        if let Some(state) = state {
            *state = (true, !settled.against.is_empty());
        }
    }
    for (row, (stands, disputed)) in rows.iter_mut().zip(states) {
        row.stands = stands;
        row.disputed = disputed;
    }
}

/// What another device said about the same person, and nobody has corrected.
pub(crate) fn against<'a>(rows: &'a [MarkRow], who: &MarkedPerson) -> Vec<&'a MarkRow> {
    let of_them: Vec<&MarkRow> = rows.iter().filter(|row| row.who() == *who).collect();
    let said: Vec<MarkSaid> = of_them.iter().map(|row| MarkSaid::from(*row)).collect();
    let settled = settle(&said).map(|settled| settled.against).unwrap_or_default();
    settled.into_iter().filter_map(|at| of_them.get(at).copied()).collect()
}

/// Sets for every head-count whether it is added up: of a count and all its corrections, one is.
pub(crate) fn settle_counts(rows: &mut [HeadCount]) {
    let roots: Vec<String> = rows.iter().map(|row| root(rows, row)).collect();
    let is_named =
        |row: &HeadCount| rows.iter().any(|other| other.corrects.as_ref() == Some(&row.client_id));
    let mut stands: BTreeMap<&str, (bool, Moment, &str)> = BTreeMap::new();
    for (row, root) in rows.iter().zip(&roots) {
        let key = (!is_named(row), row.at, row.client_id.as_str());
        let best = stands.entry(root).or_insert(key);
        *best = key.max(*best);
    }
    let chosen: Vec<bool> = rows
        .iter()
        .zip(&roots)
        .map(|(row, root)| stands.get(root.as_str()).is_some_and(|best| best.2 == row.client_id))
        .collect();
    for (row, stands) in rows.iter_mut().zip(chosen) {
        row.stands = stands;
    }
}

/// The count that a chain of corrections began with, whether or not it has arrived.
fn root(rows: &[HeadCount], of: &HeadCount) -> String {
    let mut row = of;
    for _ in 0..rows.len() {
        let Some(before) = &row.corrects else { break };
        match rows.iter().find(|other| other.client_id == *before) {
            Some(other) => row = other,
            None => return before.clone(),
        }
    }
    row.client_id.clone()
}

#[cfg(test)]
mod tests;
