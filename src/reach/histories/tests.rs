//! The positions of children and households, day by day.

use super::*;
use crate::families::groups::Derived;
use crate::reach::groups::tests::group;
use crate::reach::standing::ReachStanding;
use crate::reach::version::tests::{at, day, version};
use chrono::Datelike;
use proptest::prelude::*;

fn fact(child: &str, from: &str, lsoa: &str, groups: &str) -> Version {
    Version {
        family: Some(FamilyId::from("family")),
        lsoa: Some(lsoa.into()),
        target_groups: groups.to_owned(),
        ethnicity_asked: true,
        ..version(child, from, None)
    }
}

fn groups() -> Groups {
    let all = vec![
        group("deprived_area", Some(Derived::DeprivedArea), None),
        group("expectant", Some(Derived::Expectant), None),
        group("lone_parent", None, None),
    ];
    Groups::new(all, 3)
}

fn histories(versions: Vec<Version>) -> Histories {
    let deciles = Some([("near".to_owned(), 1), ("far".to_owned(), 10)].into());
    Histories { groups: groups(), deciles, ..Histories::new(versions, at("2030-01-01T09:00:00Z")) }
}

#[test]
fn the_area_is_that_of_the_day_and_the_groups_are_the_latest_known() {
    let first = fact("a", "2026-01-01T09:00:00Z", "near", "");
    let moved = fact("a", "2026-06-01T09:00:00Z", "far", "");
    let found = histories(vec![moved.clone(), first.clone()]);
    let child = ChildId::from("a");
    for (on, expected) in [
        ("2025-12-31", ReachStanding::Target),
        ("2026-05-31", ReachStanding::Target),
        ("2026-06-01", ReachStanding::NotTarget),
    ] {
        assert_eq!(found.of_child(&child, day(on)).standing, expected, "{on}");
    }
    assert_eq!(found.lsoas().len(), 2);
    let guest = ChildId::from("guest");
    assert_eq!(found.of_child(&guest, day("2026-06-01")).standing, ReachStanding::Unknown);

    let later = Version { target_groups: "lone_parent:2026-01-01:".to_owned(), ..moved };
    let corrected = Histories { deciles: None, ..histories(vec![first, later]) };
    assert_eq!(corrected.of_child(&child, day("2026-02-01")).standing, ReachStanding::Target);
}

#[test]
fn a_household_that_expects_a_child_is_in_a_group_until_it_is_born() {
    let first = fact("a", "2026-01-01T09:00:00Z", "far", "");
    let unborn = Expected {
        family: FamilyId::from("family"),
        due_on: Some(day("2026-12-01")),
        born_on: None,
        ended_on: None,
    };
    let born = Expected { born_on: Some(day("2026-11-20")), due_on: None, ..unborn.clone() };
    let lost = Expected { ended_on: Some(day("2026-08-01")), ..unborn.clone() };
    let elsewhere = Expected { family: FamilyId::from("x"), ..unborn.clone() };
    use ReachStanding::{NotTarget, Target};
    for (what, child, on, expected) in [
        ("expected", &unborn, "2026-11-23", Target),
        ("born before", &born, "2026-11-20", NotTarget),
        ("born after", &born, "2026-11-19", Target),
        ("280 days before it is due", &unborn, "2026-02-24", Target),
        ("the day before", &unborn, "2026-02-23", NotTarget),
        ("280 days before it was born", &born, "2026-02-13", Target),
        ("the day before that", &born, "2026-02-12", NotTarget),
        ("lost", &lost, "2026-08-01", NotTarget),
        ("another household's", &elsewhere, "2026-11-23", NotTarget),
    ] {
        let mut found = histories(vec![first.clone()]);
        found.expecting(vec![child.clone()]);
        assert_eq!(found.of_child(&ChildId::from("a"), day(on)).standing, expected, "{what}");
        found.groups.list.retain(|group| group.code != "expectant");
        assert_eq!(found.of_child(&ChildId::from("a"), day(on)).standing, NotTarget, "{what}");
    }
}

#[test]
fn a_joined_child_is_the_one_it_was_joined_into_and_a_family_its_children_together() {
    let twin = fact("a", "2026-01-01T09:00:00Z", "far", "");
    let joined = Version { joined_into: Some(ChildId::from("b")), family: None, ..twin };
    let kept = fact("b", "2026-01-01T09:00:00Z", "far", "lone_parent:2026-01-01:");
    let quiet = fact("c", "2026-01-01T09:00:00Z", "far", "");
    let mut found = histories(vec![joined, kept, quiet]);
    let family = FamilyId::from("family");
    found.of_families(&[family.clone()].into());
    let on = day("2026-06-01");
    assert_eq!(found.kept(&ChildId::from("a")), &ChildId::from("b"));
    assert_eq!(found.of_child(&ChildId::from("a"), on).standing, ReachStanding::Target);
    assert_eq!(found.of_child(&ChildId::from("c"), on).standing, ReachStanding::NotTarget);
    assert_eq!(found.of_family(&family, on).standing, ReachStanding::Target);
    assert_eq!(found.of_family(&FamilyId::from("guests"), on).standing, ReachStanding::Unknown);
}

#[test]
fn a_record_that_ended_leads_nowhere() {
    let ended = Version {
        known_until: Some(at("2026-06-01T09:00:00Z")),
        joined_into: Some(ChildId::from("b")),
        ..fact("a", "2026-01-01T09:00:00Z", "near", "")
    };
    let kept = fact("b", "2026-01-01T09:00:00Z", "near", "");
    let known = |at| Histories::new(vec![ended.clone(), kept.clone()], at);
    let (before, after) = (known(at("2026-05-31T09:00:00Z")), known(at("2026-06-02T09:00:00Z")));
    let child = ChildId::from("a");
    assert_eq!((before.children(), before.kept(&child).as_str()), (2, "b"));
    assert_eq!((after.children(), after.kept(&child).as_str()), (1, "a"));
    assert_eq!(after.of_child(&child, day("2026-05-01")).standing, ReachStanding::Unknown);
}

/// A day of two years, near the ends of months.
fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0..24_u32, prop_oneof![Just(1), Just(28), Just(29), 1..32_u32]).prop_map(|(month, of)| {
        let first = NaiveDate::from_ymd_opt(2025 + (month / 12) as i32, month % 12 + 1, 1);
        let first = first.expect("a month");
        first.with_day(of).unwrap_or(first)
    })
}

fn some_history() -> impl Strategy<Value = Histories> {
    let stated = (some_day(), some_day(), any::<bool>());
    let moves = proptest::collection::vec((some_day(), any::<bool>()), 1..4);
    let expected = (proptest::option::of(some_day()), proptest::option::of(some_day()));
    (some_day(), any::<bool>(), moves, stated, expected).prop_map(
        |(born, month_only, mut moves, (since, until, lasts), (born_then, ended))| {
            let until = if lasts { String::new() } else { until.to_string() };
            moves.sort();
            moves.dedup_by_key(|(day, _)| *day);
            let one = |(on, near): (NaiveDate, bool)| Version {
                // An hour when the next day has begun in British Summer Time but not in UTC.
                known_from: at(&format!("{on}T23:30:00Z")),
                born_on: Some(born),
                born_month_only: month_only,
                ..fact(
                    "a",
                    "2025-01-01T00:00:00Z",
                    if near { "near" } else { "far" },
                    &format!("lone_parent:{since}:{until}"),
                )
            };
            let mut found = histories(moves.into_iter().map(one).collect());
            found.groups.list.push(group("ones", Some(Derived::Age), Some((7, 13))));
            found.expecting(vec![Expected {
                family: FamilyId::from("family"),
                due_on: born_then.is_none().then(|| day("2026-01-01")),
                born_on: born_then,
                ended_on: ended,
            }]);
            found
        },
    )
}

proptest! {
    #[test]
    fn a_stretch_tells_of_each_of_its_days_what_the_day_itself_does(
        found in some_history(), from in some_day(), long in 0..500_u64
    ) {
        let to = from + chrono::Days::new(long);
        let stood = found.standings(0, (from, to));
        prop_assert_eq!(stood.first().map(|(day, _)| *day), Some(from));
        for on in from.iter_days().take_while(|on| *on <= to) {
            let since = stood.iter().rfind(|(since, _)| *since <= on);
            prop_assert_eq!(since.map(|(_, stood)| stood.clone()), Some(found.of(0, ReachPerson::Child, on)), "{}", on);
        }
    }
}
