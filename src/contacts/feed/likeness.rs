//! How well a known child answers what a row says of one: 0 to 100, and what differs. Only
//! somebody joins what is less than exact; so what is too far away is not even proposed.

use super::line::Told;
use crate::id::{ChildId, FamilyId};
use chrono::{Datelike, NaiveDate};
use strsim::jaro_winkler;

/// A child that may be the one.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub family: FamilyId,
    pub child: ChildId,
    pub sort_name: String,
    pub born_on: Option<NaiveDate>,
    pub postcode: Option<String>,
    pub nhs_number: Option<String>,
}

/// Less than this is nobody.
pub const NEAR: i32 = 70;

const NAME: f64 = 50.0;
const BIRTH: f64 = 30.0;
const POSTCODE: f64 = 20.0;
/// Names further apart are two names.
const ONE_NAME: f64 = 0.8;
/// Day and month in the other order.
const TURNED: f64 = 0.7;

/// The score, and what differs; `None` where it is another child.
pub fn of(told: &Told, candidate: &Candidate) -> Option<(i32, String)> {
    let numbers = told.nhs_number.as_ref().zip(candidate.nhs_number.as_ref());
    if numbers.is_some_and(|(one, other)| one != other) {
        return None;
    }
    let name = told.sort_name.as_deref()?;
    let name = jaro_winkler(name, &candidate.sort_name);
    if name < ONE_NAME {
        return None;
    }
    let birth = match (told.born_on, candidate.born_on) {
        (Some(one), Some(other)) if one == other => 1.0,
        (Some(one), Some(other)) if turned(one) == Some(other) => TURNED,
        _ => 0.0,
    };
    let postcode = told.postcode.is_some() && told.postcode == candidate.postcode;
    let score = NAME * name + BIRTH * birth + if postcode { POSTCODE } else { 0.0 };
    let differs = [(name < 1.0, "name"), (birth < 1.0, "birth_date"), (!postcode, "postcode")];
    let differs: Vec<&str> =
        differs.into_iter().filter(|(differs, _)| *differs).map(|(_, what)| what).collect();
    // Between 0 and 100.
    let score = score.round() as i32;
    (score >= NEAR).then(|| (score, differs.join(" ")))
}

fn turned(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_child_that_is_nearly_the_one_is_proposed_and_another_is_not() {
        let candidate = Candidate {
            family: "f".into(),
            child: "c".into(),
            sort_name: "yusuf khan".to_owned(),
            born_on: Some(day("2025-01-12")),
            postcode: Some("M33 1AA".to_owned()),
            nhs_number: Some("9434765919".to_owned()),
        };
        let told = |name: &str, born: &str, postcode: &str, nhs: Option<&str>| Told {
            nhs_number: nhs.map(str::to_owned),
            sort_name: Some(name.to_owned()),
            born_on: Some(day(born)),
            postcode: Some(postcode.to_owned()),
            ..Told::default()
        };
        for (told, differs) in [
            (told("yusuf khan", "2025-01-12", "M31 4FL", None), Some("postcode")),
            (told("yusef khan", "2025-01-12", "M33 1AA", None), Some("name")),
            (told("yusuf khan", "2025-12-01", "M33 1AA", None), Some("birth_date")),
            (told("yusuf khan", "2025-03-03", "M33 1AA", None), Some("birth_date")),
            (told("ada byrne", "2025-01-12", "M33 1AA", None), None),
            (told("yusuf khan", "2025-03-03", "M31 4FL", None), None),
            (told("yusuf khan", "2025-01-12", "M33 1AA", Some("9434765870")), None),
        ] {
            let found = of(&told, &candidate);
            assert_eq!(found.as_ref().map(|(_, what)| what.as_str()), differs, "{told:?}");
            assert!(found.is_none_or(|(score, _)| (NEAR..=100).contains(&score)));
        }
    }
}
