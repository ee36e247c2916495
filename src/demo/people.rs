//! The families around the demo's centres: one crowd, the same for the same day. The first of it are
//! those the past tells of; the next are those that book in the coming weeks.

use super::crowd::{Crowd, CrowdBirth, CrowdHousehold, Place};
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::families::add::AddCarer;
use chrono::NaiveDate;

/// For each of the borough's centres, in order: a postcode in each LSOA around it, with the number
/// of children under five in that LSOA.
const HOMES: [&[(&str, usize)]; 4] = [
    &[("M31 4BD", 132), ("M31 4DJ", 109), ("M31 4FX", 157), ("M31 4WE", 119)],
    &[("M32 9AU", 98), ("M32 9HB", 112), ("M32 9LZ", 95), ("M32 9TE", 102)],
    &[("M16 7NQ", 68), ("M16 7QU", 112), ("M16 9DF", 94), ("M16 9NW", 163)],
    &[("M33 4AW", 84), ("M33 4EN", 70), ("M33 4JJ", 70), ("M33 4SR", 44), ("M33 4QJ", 94)],
];

/// These families have four in five of the children under five around the centres.
pub(crate) const OF_THE_PAST: u32 = 940;

const SEED: u64 = 201_304;

/// The crowd that lives around the borough's centres, in their order.
pub(crate) fn around(centres: &[CentreId], today: NaiveDate) -> Result<Crowd> {
    let mut places = Vec::new();
    for (centre, homes) in centres.iter().zip(HOMES) {
        for (postcode, children) in homes {
            // Weighted by the children who live there.
            let place = Place { postcode, centre: centre.clone() };
            places.extend(std::iter::repeat_n(place, *children));
        }
    }
    Ok(Crowd::new(SEED, today)?.living_at(places))
}

/// Families that book: every third has a baby, every twentieth expects one.
pub(crate) fn that_book(crowd: &Crowd, today: NaiveDate, count: usize) -> Vec<CrowdHousehold> {
    let has_baby = |family: &CrowdHousehold| {
        let eldest = family.children.first().map(|child| child.birth);
        matches!(eldest, Some(CrowdBirth::Born(born)) if is_baby(born, today))
    };
    let expects = |family: &CrowdHousehold| {
        family.children.iter().any(|child| matches!(child.birth, CrowdBirth::Due(_)))
    };
    let all = || (OF_THE_PAST..).map(|number| crowd.household(number));
    let (mut babies, mut expecting) =
        (all().filter(has_baby), all().filter(|one| expects(one) && !has_baby(one)));
    let mut others = all().filter(|one| !has_baby(one) && !expects(one));
    let next = |at| match at {
        _ if at % 3 == 0 => babies.next(),
        _ if at % 20 == 1 => expecting.next(),
        _ => others.next(),
    };
    (0..count).filter_map(next).collect()
}

/// Whether a session for babies takes a child.
pub(crate) fn is_baby(born: NaiveDate, today: NaiveDate) -> bool {
    (45..=240).contains(&(today - born).num_days())
}

/// Somebody who can be written to and rung.
pub(crate) fn carer(name: &str, mail: &str, number: u32) -> AddCarer {
    AddCarer {
        name: name.to_owned(),
        email: Some(format!("{mail}@example.org")),
        phone: Some(format!("0161 496 0{number:03}")),
        ..AddCarer::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    fn sixty() -> Vec<CrowdHousehold> {
        let centres = ["c1", "c2", "c3", "c4"].map(CentreId::from);
        that_book(&around(&centres, today()).expect("the names are read"), today(), 60)
    }

    #[test]
    fn the_same_day_has_the_same_families_and_no_two_share_a_name_or_an_address() {
        let families = sixty();
        assert_eq!(families, sixty());

        let names: BTreeSet<_> = families.iter().map(|family| &family.adults[0].name).collect();
        let addresses: Vec<_> =
            families.iter().filter_map(|family| family.adults[0].email.as_ref()).collect();
        assert_eq!(names.len(), 60);
        assert_eq!(addresses.len(), addresses.iter().collect::<BTreeSet<_>>().len());
        assert!(addresses.iter().all(|address| address.ends_with("@example.org")));
    }

    #[test]
    fn there_is_somebody_for_every_rule_to_be_seen_with() {
        let families = sixty();
        let born = |family: &CrowdHousehold| match family.children[0].birth {
            CrowdBirth::Born(day) => (today() - day).num_days(),
            CrowdBirth::Due(_) => 0,
        };

        assert!(families.iter().filter(|f| (42..280).contains(&born(f))).count() >= 16, "babies");
        assert!(families.iter().any(|f| f.adults[0].email.is_none()), "somebody to ring");
        assert!(families.iter().any(|f| f.children.len() == 2), "brothers and sisters");
        let expecting =
            |f: &CrowdHousehold| f.children.iter().any(|c| matches!(c.birth, CrowdBirth::Due(_)));
        assert!(families.iter().any(expecting), "somebody expecting");
        assert!(families.iter().all(|f| born(f) < 5 * 365), "all under five");
    }
}
