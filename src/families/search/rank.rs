//! How well a household matches a search, to put the best first: the mean over all terms, each on
//! the scale of [`crate::families::likeness`]. Pure functions over the household's keys.

use super::asked::{SearchTerm, SearchTerms};
use super::keys::{KeyKind, Range, key};
use super::{fold, keys};
use crate::families::Household;
use crate::families::likeness::{self, SAME};
use std::collections::BTreeSet;

/// All the words in one person's name rank above the same words in two.
const ONE_PERSON: f64 = 5.0;
/// The least for a name that only begins with the word.
const BEGINS_SO: f64 = 80.0;
/// Born in that month, if no day is known.
const THAT_MONTH: f64 = 70.0;

/// `None` if any term does not match at all.
pub(crate) fn of(asked: &SearchTerms, household: &Household) -> Option<f64> {
    let found_by = keys::written(household);
    let mut sum = 0.0;
    for term in &asked.terms {
        sum += answers(term, &found_by)?;
    }
    let mean = sum / asked.terms.len().max(1) as f64;
    Some(if in_one_person(asked, household) { mean + ONE_PERSON } else { mean })
}

fn answers(term: &SearchTerm, found_by: &BTreeSet<String>) -> Option<f64> {
    let holds = |range: Range| found_by.range(range.from..range.to).next().is_some();
    let SearchTerm { kind, text } = term;
    if *kind == KeyKind::Name {
        return nearest(text, found_by);
    }
    if holds(Range::beginning(*kind, text)) {
        return Some(f64::from(SAME));
    }
    let month = text.get(..7).filter(|_| *kind == KeyKind::Day)?;
    holds(Range::exactly(KeyKind::Day, month)).then_some(THAT_MONTH)
}

/// The word itself counts most, then a longer word that begins with it, then a similar one.
fn nearest(word: &str, found_by: &BTreeSet<String>) -> Option<f64> {
    if found_by.contains(&key(KeyKind::Name, word)) {
        return Some(f64::from(SAME));
    }
    let names = Range::beginning(KeyKind::Name, "");
    let names = found_by.range(names.from..names.to).filter_map(|key| key.get(2..));
    let near = names.filter_map(|name| {
        if name.starts_with(word) {
            let rest = f64::from(SAME) - BEGINS_SO;
            return Some(BEGINS_SO + rest * word.len() as f64 / name.len() as f64);
        }
        let near = likeness::word(word, name);
        (near > 0).then(|| f64::from(near) * 0.9)
    });
    near.max_by(f64::total_cmp)
}

fn in_one_person(asked: &SearchTerms, household: &Household) -> bool {
    let names = asked.terms.iter().filter(|term| term.kind == KeyKind::Name);
    let said: Vec<&str> = names.map(|term| term.text.as_str()).collect();
    said.len() > 1
        && keys::names(household).any(|name| {
            let words = fold::found_by(name);
            said.iter().all(|said| words.iter().any(|word| word.starts_with(said)))
        })
}
