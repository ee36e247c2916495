//! How likely two records are of one family, with the reasons in words. Pure: two households in, a
//! score of 0 to 100 out. Nobody is joined by a score: a person reads the reasons and decides.

use crate::families::search::fold;
use crate::families::{Carer, Child, Household};
use crate::id::ChildId;
use std::collections::BTreeSet;
use strsim::jaro_winkler;

/// Below this it is not worth anybody's look.
pub const WORTH_A_LOOK: u8 = 40;

/// Spelt so nearly, two names may be one.
const NEAR: f64 = 0.88;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// 0 to 100.
    pub score: u8,
    /// In words, the weightiest first.
    pub reasons: Vec<&'static str>,
    /// Children that may be one: of this record, of the other.
    pub children: Vec<(ChildId, ChildId)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Names {
    Other,
    Near,
    Same,
}

/// Compares a record with another.
pub fn of(one: &Household, other: &Household) -> Likeness {
    let mut reasons: Vec<(u8, &'static str)> = Vec::new();
    let mut children = Vec::new();
    let mut best = None;
    for child in &one.children {
        for another in &other.children {
            let Some(found) = of_children(child, another) else { continue };
            if found.0 >= 25 {
                children.push((child.id.clone(), another.id.clone()));
            }
            best = best.max(Some(found));
        }
    }
    reasons.extend(best);
    reasons.extend(of_carers(&one.carers, &other.carers));
    if one.family.postcode.is_some() && one.family.postcode == other.family.postcode {
        reasons.push((15, "the same postcode"));
    }
    if share(&one.carers, &other.carers, |carer| carer.email.as_deref()) {
        reasons.push((30, "the same e-mail address"));
    }
    if share(&one.carers, &other.carers, |carer| carer.phone_digits.as_deref()) {
        reasons.push((25, "the same telephone number"));
    }

    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.0));
    let sum: u32 = reasons.iter().map(|(points, _)| u32::from(*points)).sum();
    Likeness {
        score: u8::try_from(sum.min(100)).unwrap_or(100),
        reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
        children,
    }
}

fn of_children(one: &Child, other: &Child) -> Option<(u8, &'static str)> {
    let same_nhs = one.nhs_number.is_some() && one.nhs_number == other.nhs_number;
    let same_day = one.born_on.is_some()
        && one.born_on == other.born_on
        && one.born_month_only == other.born_month_only;
    let same_due = one.due_on.is_some() && one.due_on == other.due_on;
    match (names(&one.name, &other.name), same_day || same_due) {
        _ if same_nhs => Some((80, "a child with the same NHS number")),
        (Names::Same, true) => Some((45, "a child with the same name and birth date")),
        (Names::Near, true) => Some((35, "a child with nearly the same name and birth date")),
        (Names::Same, false) if slip(one, other) => {
            Some((25, "a child with the same name and nearly the same birth date"))
        }
        (Names::Same, false) => Some((10, "a child with the same name")),
        (Names::Other, true) => Some((10, "a child with the same birth date")),
        (Names::Near | Names::Other, false) => None,
    }
}

/// Day and month changed places, or one of day, month and year is another.
fn slip(one: &Child, other: &Child) -> bool {
    use chrono::Datelike;
    let (Some(one), Some(other)) = (one.born_on, other.born_on) else { return false };
    let alike =
        [one.day() == other.day(), one.month() == other.month(), one.year() == other.year()];
    let swapped =
        one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    swapped || alike.iter().filter(|same| **same).count() == 2
}

fn of_carers(one: &[Carer], other: &[Carer]) -> Option<(u8, &'static str)> {
    let pairs = || one.iter().flat_map(|carer| other.iter().map(move |another| (carer, another)));
    let nearest = pairs().map(|(carer, another)| names(&carer.name, &another.name)).max()?;
    let before = pairs().any(|(carer, another)| {
        let was = |former: &Option<String>, name: &str| {
            former.as_deref().is_some_and(|former| names(former, name) == Names::Same)
        };
        was(&carer.former_name, &another.name) || was(&another.former_name, &carer.name)
    });
    match nearest {
        Names::Same => Some((20, "an adult with the same name")),
        _ if before => Some((18, "an adult under a former name")),
        Names::Near => Some((12, "an adult with nearly the same name")),
        Names::Other => None,
    }
}

fn share<'a>(one: &'a [Carer], other: &'a [Carer], of: fn(&'a Carer) -> Option<&'a str>) -> bool {
    let known: BTreeSet<&str> = one.iter().filter_map(of).collect();
    other.iter().filter_map(of).any(|value| known.contains(value))
}

/// Words in any order; near is spelt or said almost so.
fn names(one: &str, other: &str) -> Names {
    let sorted = |name: &str| {
        let mut words = fold::words(name);
        words.sort();
        words
    };
    let (one, other) = (sorted(one), sorted(other));
    if one == other && !one.is_empty() {
        return Names::Same;
    }
    let sounds_alike = |one: &str, other: &str| {
        fold::sounds(one).iter().any(|sound| fold::sounds(other).contains(sound))
            && jaro_winkler(one, other) >= 0.7
    };
    let alike = |one: &str, other: &str| {
        one == other || jaro_winkler(one, other) >= NEAR || sounds_alike(one, other)
    };
    let (fewer, more) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let near = fewer.iter().all(|word| more.iter().any(|other| alike(word, other)));
    // One word of two is no name: half the families of a street share it.
    if near && fewer.len() >= 2 { Names::Near } else { Names::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_near_or_others() {
        for (one, other) in [
            ("Amina Khan", "khan  amina"),
            ("Zoë O'Brien", "Zoe OBrien"),
            ("Łukasz Nowak", "Lukasz Nowak"),
        ] {
            assert!(names(one, other) == Names::Same, "{one} {other}");
        }
        for (one, other) in [
            ("Muhammad Hussain", "Mohammed Hussein"),
            ("Katherine Smyth", "Catherine Smith"),
            ("Amina Khan", "Amina Begum Khan"),
            ("Olivia Taylor", "Olivai Taylor"),
        ] {
            assert!(names(one, other) == Names::Near, "{one} {other}");
        }
        for (one, other) in
            [("Amina Khan", "Amina Patel"), ("Khan", "Amina Khan"), ("Ali Khan", "Zara Khan")]
        {
            assert!(names(one, other) == Names::Other, "{one} {other}");
        }
    }
}
