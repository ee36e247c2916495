//! Whether somebody who came is in a target group that counts for reach: in one, known to be in
//! none, or unknown. Computed with and without the deprived area, because around a centre in a
//! deprived area everybody is in that group. People who were never asked are unknown, not "in
//! none".

use super::groups::{Groups, Then};
use super::version::Version;
use chrono::NaiveDate;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReachStanding {
    #[default]
    Unknown,
    NotTarget,
    Target,
}

/// Somebody's position on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub standing: ReachStanding,
    /// The same without the deprived area as a group.
    pub without_area: ReachStanding,
    /// The groups, by index.
    pub groups: Vec<u16>,
}

impl Position {
    /// For a household: in a group if any of its members is.
    pub fn or(mut self, other: Position) -> Position {
        self.standing = self.standing.max(other.standing);
        self.without_area = self.without_area.max(other.without_area);
        self.groups.extend(other.groups);
        self.groups.sort_unstable();
        self.groups.dedup();
        self
    }
}

/// Who is asked about: a child's group applies to that child only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReachPerson {
    Child,
    /// The adults of the child's household.
    Adults,
}

/// Somebody's position on a day, from the latest knowledge about it and the facts on that day.
/// `by_index`: an index of deprivation is known, so that a child's area can be judged.
pub(crate) fn position(
    (known, who): (Option<&Version>, ReachPerson),
    (day, then): (NaiveDate, Then),
    groups: &Groups,
    by_index: bool,
) -> Position {
    // A guest, or an unnamed head-count.
    let Some(version) = known else { return Position::default() };
    let mut places = groups.of(version, day, then);
    if who == ReachPerson::Adults {
        places.retain(|at| groups.is_of_household(*at));
    }
    // Listed from a feed and never met: unknown.
    let was_met = version.joined_on.is_some();
    let was_asked = version.ethnicity_asked || !groups.ask_for_ethnicity();
    let area_known = then.decile.is_some() || !by_index || !groups.ask_for_area();
    let standing = |in_a_group: bool, area_known: bool| match in_a_group {
        true => ReachStanding::Target,
        false if was_met && was_asked && area_known => ReachStanding::NotTarget,
        false => ReachStanding::Unknown,
    };
    Position {
        standing: standing(!places.is_empty(), area_known),
        without_area: standing(places.iter().any(|at| !groups.is_of_area(*at)), true),
        groups: places,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::families::groups::{Derived, StatedOf, TargetGroup};
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
        use ReachStanding::{NotTarget, Target, Unknown};
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
            let found =
                position((known, ReachPerson::Child), (day("2026-11-23"), then), &groups, true);
            assert_eq!(found.standing, expected, "{what}");
        }
        let nowhere = (day("2026-11-23"), Then::default());
        let standing = |version, then, groups: &Groups, by_index| {
            position((Some(version), ReachPerson::Child), then, groups, by_index).standing
        };
        assert_eq!(standing(&plain, nowhere, &groups, false), NotTarget, "no index");
        let lone = Groups::new(vec![group("lone_parent", None, None)], 3);
        assert_eq!(standing(&silent, nowhere, &lone, true), NotTarget, "nobody asks");
        let yesterday = (day("2026-11-22"), Then::default());
        assert_eq!(standing(&ended, yesterday, &lone, true), Target);
    }

    #[test]
    fn without_the_area_it_is_asked_what_else_they_are_in() {
        let lone = group("lone_parent", None, None);
        let deprived = group("deprived_area", Some(Derived::DeprivedArea), None);
        let of_a_child =
            TargetGroup { stated_of: StatedOf::Child, ..group("send_child", None, None) };
        let groups = Groups::new(vec![deprived, lone, of_a_child], 3);
        let with = |groups: &str| Version {
            target_groups: groups.to_owned(),
            ..version("a", "2026-01-01T09:00:00Z", None)
        };
        use ReachStanding::{NotTarget, Target};
        for (stated, decile, who, standing, without_area, of) in [
            ("", 1, ReachPerson::Child, Target, NotTarget, &[0][..]),
            ("lone_parent:2026-02-01:", 1, ReachPerson::Child, Target, Target, &[0, 1]),
            ("lone_parent:2026-02-01:", 9, ReachPerson::Adults, Target, Target, &[1]),
            ("send_child:2026-02-01:", 9, ReachPerson::Child, Target, Target, &[2]),
            ("send_child:2026-02-01:", 9, ReachPerson::Adults, NotTarget, NotTarget, &[]),
            ("", 9, ReachPerson::Child, NotTarget, NotTarget, &[]),
        ] {
            let then = Then { decile: Some(decile), ..Then::default() };
            let version = with(stated);
            let found = position((Some(&version), who), (day("2026-11-23"), then), &groups, true);
            let expected = Position { standing, without_area, groups: of.to_vec() };
            assert_eq!(found, expected, "{stated} {decile} {who:?}");
        }
    }
}
