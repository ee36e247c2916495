//! Search keys of a family: a letter for the kind, a colon, the normalised value. A key is looked
//! up whole or by its beginning, so that half a word is enough.

use super::fold;
use crate::families::Household;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The kinds of key, by their first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// A word of anybody's name in the family, including former names.
    Name,
    /// The sound of such a word.
    Sound,
    Postcode,
    Phone,
    Email,
    /// A child's birth date or due date; a month if only that is known.
    Day,
}

impl KeyKind {
    pub fn letter(self) -> char {
        match self {
            KeyKind::Name => 'n',
            KeyKind::Sound => 's',
            KeyKind::Postcode => 'p',
            KeyKind::Phone => 't',
            KeyKind::Email => 'e',
            KeyKind::Day => 'd',
        }
    }
}

/// Keys from one to another, excluding the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    pub from: String,
    pub to: String,
}

impl Range {
    /// This key only.
    pub fn exactly(kind: KeyKind, value: &str) -> Range {
        let from = key(kind, value);
        Range { to: format!("{from}\u{1}"), from }
    }

    /// Every key that begins with this. Keys are plain letters, so nothing sorts after a tilde.
    pub fn beginning(kind: KeyKind, value: &str) -> Range {
        let from = key(kind, value);
        Range { to: format!("{from}~"), from }
    }

    pub fn holds(&self, key: &str) -> bool {
        self.from.as_str() <= key && key < self.to.as_str()
    }
}

pub(crate) fn key(kind: KeyKind, value: &str) -> String {
    format!("{}:{value}", kind.letter())
}

/// A birth date in a key's form.
pub(crate) fn day(day: NaiveDate, month_only: bool) -> String {
    day.format(if month_only { "%Y-%m" } else { "%Y-%m-%d" }).to_string()
}

/// Every key of a household.
pub(crate) fn of(household: &Household) -> BTreeSet<String> {
    let mut keys = written(household);
    let words = Range::beginning(KeyKind::Name, "");
    let words: Vec<String> = keys.range(words.from..words.to).cloned().collect();
    for word in words.iter().filter_map(|key| key.get(2..)) {
        keys.extend(fold::sounds(word).iter().map(|sound| key(KeyKind::Sound, sound)));
    }
    keys
}

/// The same without the sound keys.
pub(crate) fn written(household: &Household) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for name in names(household) {
        keys.extend(fold::found_by(name).iter().map(|word| key(KeyKind::Name, word)));
    }
    if let Some(postcode) = &household.family.postcode {
        keys.insert(key(KeyKind::Postcode, &postcode.to_lowercase()));
    }
    for carer in &household.carers {
        keys.extend(carer.phone_digits.iter().map(|digits| key(KeyKind::Phone, digits)));
        keys.extend(carer.email.iter().map(|email| key(KeyKind::Email, &email.to_lowercase())));
    }
    for child in &household.children {
        keys.extend(child.born_on.map(|born| key(KeyKind::Day, &day(born, child.born_month_only))));
        keys.extend(child.due_on.map(|due| key(KeyKind::Day, &day(due, false))));
    }
    keys
}

/// Every name of everybody, as written.
pub(crate) fn names(household: &Household) -> impl Iterator<Item = &str> {
    let carers = household.carers.iter();
    let now = carers.clone().map(|carer| carer.name.as_str());
    let before = carers.filter_map(|carer| carer.former_name.as_deref());
    now.chain(before).chain(household.children.iter().map(|child| child.name.as_str()))
}
