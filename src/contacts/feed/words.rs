//! Kinds and places as partners and old systems write them.

use crate::contacts::{Kind, Place};

fn bare(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn one_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    format!("Write one of: {}.", words.collect::<Vec<_>>().join(", "))
}

/// "New birth visit" is a health review, "Nursery" early learning.
pub(crate) fn kind(text: &str) -> Result<Kind, String> {
    let bare = bare(text);
    let known = Kind::ALL.iter().find(|kind| kind.as_str().replace('_', "") == bare);
    if let Some(kind) = known {
        return Ok(*kind);
    }
    match bare.as_str() {
        "attended" | "register" | "session" | "group" => Ok(Kind::Attendance),
        "121" | "11" | "onetoonesupport" | "familysupport" => Ok(Kind::OneToOne),
        "visit" => Ok(Kind::HomeVisit),
        "call" | "telephone" | "telephonecall" | "phone" => Ok(Kind::PhoneCall),
        "signpost" | "signposted" => Ok(Kind::Signposting),
        "review" | "antenatal" | "antenatalreview" | "newbirth" | "newbirthvisit" | "nbv"
        | "68week" | "68weeks" | "68weekreview" | "12month" | "12monthreview" | "oneyearreview"
        | "22½yearreview" | "2yearreview" | "twoyearreview" | "healthcontact" => {
            Ok(Kind::HealthReview)
        }
        "nursery" | "nurseryplace" | "fundedplace" | "childminder" | "preschool" | "earlyyears" => {
            Ok(Kind::EarlyLearning)
        }
        "school" => Ok(Kind::SchoolPlace),
        _ => Err(one_of(Kind::ALL.iter().map(Kind::as_str))),
    }
}

/// "2 year old offer" is a funded place for a two-year-old.
pub(crate) fn place(text: &str) -> Result<Place, String> {
    let bare = bare(text);
    let known = Place::ALL.iter().find(|place| place.as_str().replace('_', "") == bare);
    if let Some(place) = known {
        return Ok(*place);
    }
    match bare.as_str() {
        "private" | "unfunded" | "no" => Ok(Place::Paid),
        "2yo"
        | "2yearold"
        | "2yearoldoffer"
        | "twoyearold"
        | "twoyearoldoffer"
        | "eligible2"
        | "fras"
        | "earlylearningfor2yearolds" => Ok(Place::FundedTwo),
        "workingparent" | "workingparents" | "workingfamilies" | "30hours" | "extended" => {
            Ok(Place::WorkingFamily)
        }
        "universal" | "3and4yearold" | "34yearold" => Ok(Place::Funded),
        "reception" => Ok(Place::School),
        _ => Err(one_of(Place::ALL.iter().map(Place::as_str))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_places_are_read_as_they_are_written() {
        for (text, expected) in [
            ("health_review", Kind::HealthReview),
            ("Health Review", Kind::HealthReview),
            ("New birth visit", Kind::HealthReview),
            ("6-8 week", Kind::HealthReview),
            ("Home visit", Kind::HomeVisit),
            ("Nursery place", Kind::EarlyLearning),
            ("SCHOOL", Kind::SchoolPlace),
            ("1:1", Kind::OneToOne),
        ] {
            assert_eq!(kind(text), Ok(expected), "{text}");
        }
        assert!(kind("tea").is_err_and(|said| said.contains("home_visit")));
        for (text, expected) in [
            ("funded_two", Place::FundedTwo),
            ("2-year-old offer", Place::FundedTwo),
            ("30 hours", Place::WorkingFamily),
            ("Universal", Place::Funded),
            ("Reception", Place::School),
        ] {
            assert_eq!(place(text), Ok(expected), "{text}");
        }
        assert!(place("15 hours").is_err(), "which offer that is depends on the age");
    }
}
