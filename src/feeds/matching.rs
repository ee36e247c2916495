//! Matches a row against existing records: facts in, a decision out. For dry runs it also tracks
//! what earlier rows of the file would have created.

use super::Outcome;
use super::entry::FeedEntry;
use crate::base::id::{ChildId, FamilyId};
use crate::base::text::sort_name;
use crate::families::Child;
use std::collections::HashSet;

/// What to do with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MatchDecision {
    Make,
    /// Nothing is new, except perhaps the postcode.
    Known {
        family: FamilyId,
        elsewhere: Elsewhere,
    },
    /// The child's NHS number was not known.
    FillNumber {
        family: FamilyId,
        child: ChildId,
    },
    /// The family is known by its number or from this file, but the child is new.
    AddChild(FamilyId),
    /// The family opted out.
    LeaveAlone,
}

/// Whether a partner gave a postcode that differs from the record, so that staff should ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Elsewhere {
    Ask,
    No,
}

impl MatchDecision {
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            MatchDecision::Make => Outcome::Made,
            MatchDecision::Known { .. } => Outcome::Known,
            MatchDecision::FillNumber { .. } | MatchDecision::AddChild(_) => Outcome::Updated,
            MatchDecision::LeaveAlone => Outcome::Suppressed,
        }
    }
}

/// The child of a family that a row describes: by NHS number, else by name and birth date.
pub(crate) fn same_child<'a>(entry: &FeedEntry, children: &'a [Child]) -> Option<&'a Child> {
    let numbered = entry.nhs_number.is_some();
    let by_number = children.iter().find(|child| numbered && child.nhs_number == entry.nhs_number);
    let name = sort_name(&entry.child_name);
    let born_on = entry.born_on();
    let by_name = || {
        children.iter().find(|child| {
            let contradicted = numbered && child.nhs_number.is_some();
            child.sort_name == name && child.born_on == born_on && !contradicted
        })
    };
    by_number.or_else(by_name)
}

/// What earlier rows of the file would have created.
#[derive(Debug, Default)]
pub(crate) struct SeenRecord(HashSet<String>);

impl SeenRecord {
    /// The row's outcome, given the rows before it.
    pub(crate) fn after(&self, entry: &FeedEntry, decided: &MatchDecision) -> Outcome {
        let makes = matches!(decided, MatchDecision::Make | MatchDecision::AddChild(_));
        if makes && self.has_any(&child_marks(entry)) {
            Outcome::Known
        } else if makes && self.has_any(&family_marks(entry)) {
            Outcome::Updated
        } else {
            decided.outcome()
        }
    }

    pub(crate) fn note(&mut self, entry: &FeedEntry) {
        self.0.extend(family_marks(entry));
        self.0.insert(format!("row {}", entry.fingerprint()));
        let Some(name) = named(entry) else { return };
        self.0.insert(format!("child {name}"));
        self.0.insert(match &entry.nhs_number {
            Some(number) => format!("number {number}"),
            None => format!("unnumbered {name}"),
        });
    }

    fn has_any(&self, marks: &[String]) -> bool {
        marks.iter().any(|mark| self.0.contains(mark))
    }
}

/// Any of these identifies the child. Different numbers mean different children, whatever their
/// names: twins may both be "Baby".
fn child_marks(entry: &FeedEntry) -> Vec<String> {
    let mut marks = vec![format!("row {}", entry.fingerprint())];
    marks.extend(entry.nhs_number.as_deref().map(|number| format!("number {number}")));
    let kind = if entry.nhs_number.is_some() { "unnumbered" } else { "child" };
    marks.extend(named(entry).map(|name| format!("{kind} {name}")));
    marks
}

/// Name, birth date and postcode; `None` unless all three are given.
fn named(entry: &FeedEntry) -> Option<String> {
    let (day, postcode) = entry.born_on().zip(entry.postcode.as_deref())?;
    Some(format!("{} {day} {postcode}", sort_name(&entry.child_name)))
}

fn family_marks(entry: &FeedEntry) -> Vec<String> {
    let reference = entry.reference.as_deref().map(|number| format!("family {number}"));
    let household = entry.household().map(|text| format!("household {text}"));
    reference.into_iter().chain(household).collect()
}
