//! Similarity scores from 0 to 100 for words, names, children and households. Pure functions. A
//! score alone never merges records: anything short of identical is proposed, and a person reads
//! the reasons and decides.

use super::search::fold;
use super::{Carer, Child, Household};
use crate::base::id::ChildId;
use crate::base::text::sort_name;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use strsim::jaro_winkler;

/// The same, exactly as written.
pub(crate) const SAME: u8 = 100;
/// Two spellings of one word, or of one name.
pub(crate) const NEAR: u8 = 88;
/// Two words that only sound alike, however similar their spelling: twins may be called Hassan and
/// Hussain.
pub(crate) const ALIKE_IN_SOUND: u8 = 70;
/// From this score on, somebody should compare the two.
pub(crate) const PROPOSED: u8 = 70;

/// What each equal fact is worth. Sums are capped at 100.
const NAME: u32 = 50;
const BIRTH: u32 = 30;
const BIRTH_SLIP: u32 = 21;
const POSTCODE: u32 = 20;
const EMAIL: u32 = 30;
const PHONE: u32 = 25;
const ADULT: u32 = 20;
const ADULT_BEFORE: u32 = 18;
const ADULT_NEAR: u32 = 12;

/// How similarly two words are spelt; 0 unless they are close.
pub(crate) fn word(one: &str, other: &str) -> u8 {
    if one == other {
        return SAME;
    }
    let spelt = share(jaro_winkler(one, other));
    let heard = || {
        let sounds = fold::sounds(one);
        !sounds.is_empty() && fold::sounds(other).iter().any(|sound| sounds.contains(sound))
    };
    match spelt {
        NEAR.. => spelt.min(SAME - 1),
        ALIKE_IN_SOUND.. if heard() => ALIKE_IN_SOUND,
        _ => 0,
    }
}

/// Two full names, words in any order. One shared word is not enough: half a street may share a
/// surname.
pub(crate) fn names(one: &str, other: &str) -> u8 {
    let sorted = |name: &str| {
        let mut words = fold::words(name);
        words.sort();
        words
    };
    let (one, other) = (sorted(one), sorted(other));
    if one.is_empty() || other.is_empty() {
        return 0;
    }
    if one == other {
        return SAME;
    }
    if one.concat() == other.concat() {
        return SAME - 1;
    }
    let (fewer, mut more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut each: Vec<u8> = Vec::new();
    for own in &fewer {
        // Each word matches at most one of the other name's.
        let scores = more.iter().map(|other| word(own, other)).zip(0..);
        let (score, at) = scores.max_by_key(|(score, _)| *score).unwrap_or((0, 0));
        each.push(score);
        more.remove(at);
    }
    if each.len() < 2 || each.contains(&0) {
        return 0;
    }
    let sum: u32 = each.iter().map(|score| u32::from(*score)).sum();
    let mean = sum / u32::try_from(each.len()).unwrap_or(1);
    u8::try_from(mean).unwrap_or(SAME).min(SAME - 1)
}

/// The first names of two full names; "Anne-Marie" matches "Annemarie".
pub(crate) fn first_names(one: &str, other: &str) -> u8 {
    let (ones, others) = (fold::found_by_first(one), fold::found_by_first(other));
    let pairs = ones.iter().flat_map(|one| others.iter().map(move |other| word(one, other)));
    pairs.max().unwrap_or(0)
}

/// What a child is compared by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LikenessFacts<'a> {
    pub name: Option<&'a str>,
    /// The day, if known.
    pub born_on: Option<NaiveDate>,
    /// The first of the month, if only the month is known.
    pub born_in: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    pub nhs_number: Option<&'a str>,
    pub postcode: Option<&'a str>,
}

impl<'a> LikenessFacts<'a> {
    pub(crate) fn of(child: &'a Child, postcode: Option<&'a str>) -> LikenessFacts<'a> {
        LikenessFacts {
            name: Some(&child.name),
            born_on: child.born_on.filter(|_| !child.born_month_only),
            born_in: child.born_on.filter(|_| child.born_month_only),
            due_on: child.due_on,
            nhs_number: child.nhs_number.as_deref(),
            postcode,
        }
    }
}

/// How alike two children are, fact by fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Compared {
    pub name: u8,
    birth: u32,
    pub postcode: bool,
    same_number: bool,
}

impl Compared {
    pub(crate) fn same_birth(self) -> bool {
        self.birth == BIRTH
    }

    pub(crate) fn score(self) -> u8 {
        let postcode = if self.postcode { POSTCODE } else { 0 };
        if self.same_number { SAME } else { bounded(self.person() + postcode) }
    }

    /// Without the address.
    fn person(self) -> u32 {
        NAME * u32::from(self.name) / u32::from(SAME) + self.birth
    }

    pub(crate) fn reason(self) -> Option<&'static str> {
        Some(match (self.name, self.birth) {
            _ if self.same_number => "a child with the same NHS number",
            (SAME, BIRTH) => "a child with the same name and birth date",
            (1.., BIRTH) => "a child with nearly the same name and birth date",
            (1.., 1..) => "a child with the same name and nearly the same birth date",
            (1.., 0) => "a child with the same name",
            (0, BIRTH) => "a child with the same birth date",
            (0, _) => return None,
        })
    }
}

/// Compares two children. Different NHS numbers mean different children, whatever else is equal.
pub(crate) fn children(one: LikenessFacts, other: LikenessFacts) -> Option<Compared> {
    let numbers = one.nhs_number.zip(other.nhs_number);
    if numbers.is_some_and(|(one, other)| one != other) {
        return None;
    }
    let name = one.name.zip(other.name).map_or(0, |(one, other)| names(one, other));
    let birth = match (one.born_on, other.born_on) {
        (Some(one), Some(other)) if one == other => BIRTH,
        (Some(one), Some(other)) if is_slip(one, other) && name > 0 => BIRTH_SLIP,
        _ if one.due_on.is_some() && one.due_on == other.due_on => BIRTH,
        _ => 0,
    };
    let postcode = one.postcode.is_some() && one.postcode == other.postcode;
    Some(Compared { name, birth, postcode, same_number: numbers.is_some() })
}

/// Compares two children of one household: similar full or first names, and the same birth date as
/// far as it is known. Unnamed expected children are never taken for each other.
pub(crate) fn in_one_household(one: LikenessFacts, other: LikenessFacts) -> Option<Compared> {
    let mut compared = children(one, other)?;
    let (name, other_name) = one.name.zip(other.name)?;
    let unnamed = [name, other_name].into_iter().filter(|name| is_unnamed(name)).count();
    if unnamed == 2 && one.due_on.or(other.due_on).is_some() {
        return None;
    }
    let first = first_names(name, other_name).min(SAME - 1);
    if unnamed == 0 && first >= NEAR {
        compared.name = compared.name.max(first);
    }
    let month =
        |facts: LikenessFacts| facts.born_on.or(facts.born_in).map(|day| (day.year(), day.month()));
    let by_month = one.born_in.or(other.born_in).is_some() && month(one) == month(other);
    compared.birth = if by_month { BIRTH } else { compared.birth };
    compared.postcode = true;
    (compared.same_number || (compared.name > 0 && compared.birth == BIRTH)).then_some(compared)
}

/// Half of a births list is called "Baby", which is not a first name.
pub(crate) fn is_unnamed(name: &str) -> bool {
    sort_name(name).split(' ').next() == Some("baby")
}

/// Day and month swapped, or one of day, month and year different.
fn is_slip(one: NaiveDate, other: NaiveDate) -> bool {
    let alike =
        [one.day() == other.day(), one.month() == other.month(), one.year() == other.year()];
    let swapped =
        one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    swapped || alike.iter().filter(|same| **same).count() == 2
}

/// How likely two records are the same family, with the reasons in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Likeness {
    pub score: u8,
    /// In words, the strongest first.
    pub reasons: Vec<&'static str>,
    /// Children that may be the same: one of this record, one of the other.
    pub children: Vec<(ChildId, ChildId)>,
}

/// Two records.
pub(crate) fn households(one: &Household, other: &Household) -> Likeness {
    let mut reasons: Vec<(u32, &'static str)> = Vec::new();
    let mut pairs = Vec::new();
    let mut best: Option<(u32, &'static str)> = None;
    for child in &one.children {
        for another in &other.children {
            let compared =
                children(LikenessFacts::of(child, None), LikenessFacts::of(another, None));
            let Some(compared) = compared else { continue };
            let Some(reason) = compared.reason() else { continue };
            if compared.same_number || (compared.name > 0 && compared.birth > 0) {
                pairs.push((child.id.clone(), another.id.clone()));
            }
            best = best.max(Some((u32::from(compared.score()), reason)));
        }
    }
    reasons.extend(best);
    reasons.extend(adults(&one.carers, &other.carers));
    if one.family.postcode.is_some() && one.family.postcode == other.family.postcode {
        reasons.push((POSTCODE, "the same postcode"));
    }
    if have_one(&one.carers, &other.carers, |carer| carer.email.as_deref()) {
        reasons.push((EMAIL, "the same e-mail address"));
    }
    if have_one(&one.carers, &other.carers, |carer| carer.phone_digits.as_deref()) {
        reasons.push((PHONE, "the same telephone number"));
    }

    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.0));
    let score = bounded(reasons.iter().map(|(points, _)| *points).sum());
    let reasons = reasons.into_iter().map(|(_, reason)| reason).collect();
    Likeness { score, reasons, children: pairs }
}

fn adults(one: &[Carer], other: &[Carer]) -> Option<(u32, &'static str)> {
    let pairs = || one.iter().flat_map(|carer| other.iter().map(move |another| (carer, another)));
    let nearest = pairs().map(|(carer, another)| names(&carer.name, &another.name)).max()?;
    let before = pairs().any(|(carer, another)| {
        let was = |former: &Option<String>, name: &str| {
            former.as_deref().is_some_and(|former| names(former, name) == SAME)
        };
        was(&carer.former_name, &another.name) || was(&another.former_name, &carer.name)
    });
    match nearest {
        SAME => Some((ADULT, "an adult with the same name")),
        _ if before => Some((ADULT_BEFORE, "an adult under a former name")),
        1.. => Some((ADULT_NEAR, "an adult with nearly the same name")),
        0 => None,
    }
}

fn have_one<'a>(
    one: &'a [Carer],
    other: &'a [Carer],
    of: fn(&'a Carer) -> Option<&'a str>,
) -> bool {
    let known: BTreeSet<&str> = one.iter().filter_map(of).collect();
    other.iter().filter_map(of).any(|value| known.contains(value))
}

fn bounded(points: u32) -> u8 {
    u8::try_from(points.min(u32::from(SAME))).unwrap_or(SAME)
}

/// Turns a fraction from 0 to 1 into a score.
fn share(of_one: f64) -> u8 {
    // Between 0 and 100.
    (of_one * f64::from(SAME)) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn names_are_the_same_near_or_others() {
        for (one, other) in [
            ("Amina Khan", "khan  amina"),
            ("Zoë O'Brien", "Zoe OBrien"),
            ("Łukasz Żak", "LUKASZ ZAK"),
        ] {
            assert_eq!(names(one, other), SAME, "{one} {other}");
        }
        for (one, other) in [
            ("Muhammad Hussain", "Mohammed Hussein"),
            ("Katherine Smyth", "Catherine Smith"),
            ("Amina Khan", "Amina Begum Khan"),
            ("Olivia Taylor", "Olivai Taylor"),
            ("Anne-Marie Low", "Annemarie Low"),
            ("Sean O Neill", "Sean ONeill"),
        ] {
            assert!((ALIKE_IN_SOUND..SAME).contains(&names(one, other)), "{one} {other}");
        }
        for (one, other) in [
            ("Amina Khan", "Amina Patel"),
            ("Khan", "Amina Khan"),
            ("Ali Khan", "Zara Khan"),
            ("Ali Ali", "Ali Khan"),
            ("", "Ali Khan"),
        ] {
            assert_eq!(names(one, other), 0, "{one} {other}");
        }
    }

    #[test]
    fn a_first_name_is_near_whatever_the_surname() {
        for (one, other) in
            [("Yusuf Khan", "Yusef Malik"), ("Anne-Marie Low", "Annemarie Low"), ("Zoë", "zoe b")]
        {
            assert!(first_names(one, other) >= NEAR, "{one} {other}");
        }
        for (one, other) in [
            ("Ada Byrne", "Leo Byrne"),
            ("", "Leo"),
            ("Maya Ali", "Ada Maya"),
            ("Hassan Ali", "Hussain Ali"),
            ("Ella Low", "Ellie Low"),
        ] {
            assert!(first_names(one, other) < NEAR, "{one} {other}");
        }
    }

    #[test]
    fn a_child_that_is_nearly_the_one_is_proposed_and_another_is_not() {
        let known = LikenessFacts {
            name: Some("yusuf khan"),
            born_on: Some(day("2025-01-12")),
            postcode: Some("M33 1AA"),
            nhs_number: Some("9434765919"),
            ..LikenessFacts::default()
        };
        for (name, born_on, postcode, nhs_number, proposed) in [
            ("yusuf khan", "2025-01-12", "M31 4FL", None, true),
            ("yusef khan", "2025-01-12", "M33 1AA", None, true),
            ("yusuf khan", "2025-12-01", "M33 1AA", None, true),
            ("yusuf khan", "2025-03-03", "M33 1AA", None, true),
            ("ada byrne", "2025-01-12", "M33 1AA", None, false),
            ("yusuf khan", "2025-03-03", "M31 4FL", None, false),
            ("yusuf khan", "2025-01-12", "M33 1AA", Some("9434765870"), false),
        ] {
            let told = LikenessFacts {
                name: Some(name),
                born_on: Some(day(born_on)),
                postcode: Some(postcode),
                nhs_number,
                ..LikenessFacts::default()
            };
            let found = children(told, known).is_some_and(|found| found.score() >= PROPOSED);
            assert_eq!(found, proposed, "{told:?}");
        }
    }
}
