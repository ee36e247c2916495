//! Whether somebody who came is in a target group that counts for reach: in one, known to be in
//! none, or not known. Nobody is in none for want of a question: what was never asked is unknown.

use super::groups::{Groups, Then};
use super::version::Version;
use chrono::NaiveDate;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Unknown,
    NotTarget,
    Target,
}

/// Where somebody stood on a day: by the latest that is known of it, and what was so then.
/// `by_index`: an index of deprivation is known, so that a child's area could tell.
pub fn standing(
    known: Option<&Version>,
    (day, then): (NaiveDate, Then),
    groups: &Groups,
    by_index: bool,
) -> Standing {
    // A guest, or a bare head.
    let Some(version) = known else { return Standing::Unknown };
    if groups.hold(version, day, then) {
        return Standing::Target;
    }
    // Listed from a feed and never met; nobody could say.
    let was_met = version.joined_on.is_some();
    let was_asked = version.ethnicity_asked || !groups.ask_for_ethnicity();
    let area_known = then.decile.is_some() || !by_index || !groups.ask_for_area();
    match was_met && was_asked && area_known {
        true => Standing::NotTarget,
        false => Standing::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::families::groups::Derived;
    use crate::reach::groups::tests::group;
    use crate::reach::version::tests::{day, version};

    #[test]
    fn nobody_is_in_no_group_for_want_of_a_question() {
        let asked = ["lone_parent", "minority_ethnic"].map(|code| group(code, None, None));
        let deprived = group("deprived_area", Some(Derived::DeprivedArea), None);
        let groups = Groups::new([asked.to_vec(), vec![deprived]].concat(), 3);
        let plain = Version { ethnicity_asked: true, ..version("a", "2026-01-01T09:00:00Z", None) };
        let with = |groups: &str| Version { target_groups: groups.to_owned(), ..plain.clone() };
        let stated = with("lone_parent:2026-02-01:");
        let other = with("adopter:2026-02-01:");
        let ended = with("adopter:2026-01-01: lone_parent:2026-02-01:2026-11-23");
        let listed = Version { joined_on: None, ..plain.clone() };
        let silent = Version { ethnicity_asked: false, ..plain.clone() };
        use Standing::{NotTarget, Target, Unknown};
        for (what, known, decile, expected) in [
            ("a guest", None, Some(1), Unknown),
            ("everything is known", Some(&plain), Some(4), NotTarget),
            ("a deprived area", Some(&plain), Some(3), Target),
            ("no area", Some(&plain), None, Unknown),
            ("a stated group, and no area", Some(&stated), None, Target),
            ("a group that does not count", Some(&other), Some(9), NotTarget),
            ("a group until yesterday", Some(&ended), Some(9), NotTarget),
            ("only listed", Some(&listed), Some(9), Unknown),
            ("listed, in a deprived area", Some(&listed), Some(1), Target),
            ("ethnicity not asked", Some(&silent), Some(9), Unknown),
        ] {
            let then = Then { decile, ..Then::default() };
            let found = standing(known, (day("2026-11-23"), then), &groups, true);
            assert_eq!(found, expected, "{what}");
        }
        let nowhere = (day("2026-11-23"), Then::default());
        assert_eq!(standing(Some(&plain), nowhere, &groups, false), NotTarget, "no index");
        let lone = Groups::new(vec![group("lone_parent", None, None)], 3);
        assert_eq!(standing(Some(&silent), nowhere, &lone, true), NotTarget, "nobody asks");
        let yesterday = (day("2026-11-22"), Then::default());
        assert_eq!(standing(Some(&ended), yesterday, &lone, true), Target);
    }
}
