//! The worked example, and a naive count for comparison.

use super::*;
use crate::reach::balance::Claim;
use crate::reach::proportion::{OFSTED, OFSTED_LABEL};
use proptest::collection::vec;
use proptest::prelude::*;

/// The position of a child or family is the first letter of its id.
fn letters(one: &Came) -> (BalancePerson, Position) {
    let id = match &one.who {
        BalancePerson::Child(child) => child.as_str(),
        BalancePerson::Adults(family, _) => family.as_str(),
    };
    (one.who.clone(), stands(id))
}

fn stands(id: &str) -> Position {
    let standing = match id.as_bytes().first() {
        Some(b't') => ReachStanding::Target,
        Some(b'n') => ReachStanding::NotTarget,
        _ => ReachStanding::Unknown,
    };
    Position { standing, without_area: standing, groups: Vec::new() }
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, number).expect("a day")
}

fn came(who: BalancePerson, session: usize) -> Came {
    let at = BalancePlace {
        session: Some(SessionId::from(format!("s{session}"))),
        activity: Some(ActivityId::from(format!("a{}", session % 3))),
        centre: Some(CentreId::from(format!("c{}", session % 2))),
    };
    Came { who, on_day: day(1 + session as u32), at }
}

fn child(id: &str) -> BalancePerson {
    BalancePerson::Child(ChildId::from(id))
}

fn words() -> Words {
    Words::new(OFSTED_LABEL, OFSTED, Some("half")).expect("words")
}

#[test]
fn the_worked_example_is_sixty_of_the_known_and_half_of_all() {
    let ids = ["t1", "t2", "t3", "t4", "t5", "t6", "n1", "n2", "n3", "n4", "u1", "u2"];
    let twelve: Vec<Came> = ids.iter().map(|id| came(child(id), 0)).collect();
    let counted = count(&twelve, &[], &[BalanceBy::Session], letters);
    let line = line("s0", "Stay and Play", counted.whole, &words());
    assert_eq!([line.target.n, line.not_target.n, line.unknown.n], [Some(6), Some(4), Some(2)]);
    assert_eq!(line.percent_of_known.percent.as_deref(), Some("60.0"));
    assert_eq!(line.percent_of_known.words.as_deref(), Some("majority"));
    assert_eq!(line.percent_of_all.percent.as_deref(), Some("50.0"));
    assert_eq!(line.percent_of_all.words.as_deref(), Some("half"));
    assert_eq!(line.claim, Claim::Half);
    assert_eq!(counted.split[0].1["s0"], counted.whole);
}

#[test]
fn a_child_on_two_records_of_one_session_is_one_and_adults_and_heads_are_as_many_as_they_are() {
    let twice = [came(child("t1"), 0), came(child("t1"), 0), came(child("t1"), 1)];
    assert_eq!(count(&twice, &[], &[], letters).whole.target, 2);
    let adults = [came(BalancePerson::Adults(FamilyId::from("n"), 2), 0)];
    let heads = [(adults[0].at.clone(), 5)];
    let whole = count(&adults, &heads, &[], letters).whole;
    assert_eq!(whole, Balance { target: 0, not_target: 2, unknown: 5 });
}

#[test]
fn nobody_is_not_nought_percent() {
    let empty = line("", "", Balance::default(), &words());
    assert_eq!(empty.percent_of_all.why_not, Some(WhyNot::NotApplicable));
    assert_eq!(empty.claim, Claim::NotApplicable);
}

/// One pass over everything for each line, with a list instead of a set.
fn naive(came: &[Came], by: BalanceBy, key: &str) -> Balance {
    let mut met: Vec<(&SessionId, &BalancePerson)> = Vec::new();
    let mut balance = Balance::default();
    for one in came.iter().filter(|one| one.at.key(by) == key) {
        let session = one.at.session.as_ref().expect("a session");
        if met.contains(&(session, &one.who)) {
            continue;
        }
        met.push((session, &one.who));
        let (id, number) = match &one.who {
            BalancePerson::Child(child) => (child.as_str(), 1),
            BalancePerson::Adults(family, adults) => (family.as_str(), *adults),
        };
        match stands(id).standing {
            ReachStanding::Target => balance.target += number,
            ReachStanding::NotTarget => balance.not_target += number,
            ReachStanding::Unknown => balance.unknown += number,
        }
    }
    balance
}

proptest! {
    #[test]
    fn every_line_is_what_a_naive_count_gives(
        people in vec((0..3usize, 0..40usize, 0..7usize, 0..5u64), 0..400)
    ) {
        let all: Vec<Came> = people
            .into_iter()
            .map(|(stands, number, session, adults)| {
                let id = format!("{}{number}", ["t", "n", "u"][stands]);
                let who = match adults {
                    0 => BalancePerson::Adults(FamilyId::from(id), 2),
                    _ => child(&id),
                };
                came(who, session)
            })
            .collect();
        let counted = count(&all, &[], BalanceBy::ALL, letters);
        for (by, lines) in &counted.split {
            let mut sum = Balance::default();
            for (key, balance) in lines {
                prop_assert_eq!(*balance, naive(&all, *by, key));
                sum.target += balance.target;
                sum.not_target += balance.not_target;
                sum.unknown += balance.unknown;
            }
            // Somebody who came to two sessions counts twice.
            prop_assert_eq!(sum, counted.whole);
        }
    }
}
