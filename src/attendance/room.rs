//! How many are in, how many are still expected, and whether a walk-in fits. The safety limit is
//! about people, adults and children alike; a booked party is never refused, so its room is kept
//! until it is marked.

use super::{Mark, MarkedPerson};
use crate::base::id::{ChildId, FamilyId};
use crate::base::moment::Moment;
use chrono::TimeDelta;
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// A booked party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seat {
    pub family_id: FamilyId,
    pub adults: i32,
    pub children: Vec<ChildId>,
}

/// The current mark of one person, or of a family's adults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoomParty {
    pub who: MarkedPerson,
    pub family_id: FamilyId,
    pub mark: Mark,
    pub adults: i32,
    /// Another tablet said otherwise, and nobody has corrected it.
    pub disputed: bool,
}

/// Adults and children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PeopleOut)]
pub(crate) struct People {
    /// How many adults.
    pub adults: i32,
    /// How many children.
    pub children: i32,
}

impl People {
    pub(crate) fn all(self) -> i32 {
        self.adults.saturating_add(self.children)
    }
}

/// How full a room is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = RoomFilledOut)]
pub(crate) struct RoomFilled {
    /// Most people, adults and children; none where no limit is set.
    pub safety_limit: Option<i32>,
    /// How many more may walk in, if everybody who booked comes.
    pub left: Option<i32>,
    /// Marked as here.
    pub inside: People,
    /// Booked and not marked.
    pub expected: People,
    /// Booked and not marked so long after the start that their room may go to walk-ins.
    pub late: People,
    /// Counted and not named.
    pub head_count: People,
}

impl RoomFilled {
    /// People who are not here yet are late: their room may go to others.
    pub(crate) fn given_up(self) -> RoomFilled {
        RoomFilled { late: self.expected, expected: People::default(), ..self }
    }

    /// How many more may walk in; below 0 where there are too many.
    pub(crate) fn room_for(&self, limit: i32) -> i32 {
        limit - self.inside.all() - self.expected.all() - self.head_count.all()
    }
}

/// Whether room is still kept for people who booked and are not marked yet: an activity may stop
/// keeping it a number of minutes after the start, and give it to walk-ins. Latecomers are still
/// let in, as long as the room is safe.
pub(crate) fn is_room_kept(
    give_after_minutes: Option<i32>,
    starts_at: Moment,
    now: Moment,
) -> bool {
    match give_after_minutes {
        None => true,
        Some(minutes) => now < starts_at + TimeDelta::minutes(i64::from(minutes)),
    }
}

/// Counts a room. The adults of a party are here when they are marked so, and also when a child of
/// theirs is: somebody brought it.
pub(crate) fn filled(seats: &[Seat], standing: &[RoomParty], head_count: People) -> RoomFilled {
    let marked: BTreeSet<&ChildId> = standing.iter().filter_map(|one| one.who.child()).collect();
    let mut filled = RoomFilled { head_count, ..RoomFilled::default() };

    let booked: BTreeSet<&ChildId> = seats.iter().flat_map(|seat| &seat.children).collect();
    filled.expected.children = count(booked.difference(&marked).count());
    let here = |one: &&RoomParty| one.who.child().is_some() && one.mark.is_here();
    filled.inside.children = count(standing.iter().filter(here).count());

    let families: BTreeSet<&FamilyId> = seats
        .iter()
        .map(|seat| &seat.family_id)
        .chain(standing.iter().map(|one| &one.family_id))
        .collect();
    for family in families {
        let seat = seats.iter().find(|seat| seat.family_id == *family);
        let has_seat = |child: &ChildId| seat.is_some_and(|seat| seat.children.contains(child));
        let of_them = || {
            standing
                .iter()
                .filter(|one| one.family_id == *family || one.who.child().is_some_and(has_seat))
        };
        let booked = seat.map_or(1, |seat| seat.adults);
        let adults = of_them().find(|one| one.who.child().is_none() && one.mark.is_here());
        let brought = of_them().any(|one| one.who.child().is_some() && one.mark.is_here());
        filled.inside.adults += match adults {
            Some(one) => one.adults,
            None if brought => booked,
            None => 0,
        };
        if of_them().next().is_none() {
            filled.expected.adults += booked;
        }
    }
    filled
}

fn count(of: usize) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(family: &str, adults: i32, children: &[&str]) -> Seat {
        let children = children.iter().map(|child| ChildId::from(*child)).collect();
        Seat { family_id: FamilyId::from(family), adults, children }
    }

    fn child(family: &str, child: &str, mark: Mark) -> RoomParty {
        let who = MarkedPerson::Child(ChildId::from(child));
        RoomParty { who, family_id: FamilyId::from(family), mark, adults: 0, disputed: false }
    }

    fn adults(family: &str, adults: i32, mark: Mark) -> RoomParty {
        let family_id = FamilyId::from(family);
        RoomParty {
            who: MarkedPerson::Adults(family_id.clone()),
            family_id,
            mark,
            adults,
            disputed: false,
        }
    }

    fn people(adults: i32, children: i32) -> People {
        People { adults, children }
    }

    #[test]
    fn a_room_holds_those_who_are_in_and_keeps_room_for_those_who_booked() {
        use Mark::{Came, DidNotCome, Late, ToldUs};
        let seats = [seat("a", 2, &["a1", "a2"]), seat("b", 1, &["b1"])];
        let rows: &[(&str, Vec<RoomParty>, People, People)] = &[
            ("nobody yet", vec![], people(0, 0), people(3, 3)),
            ("one child of two", vec![child("a", "a1", Came)], people(2, 1), people(1, 2)),
            (
                "a whole family, with one adult of two",
                vec![child("a", "a1", Came), child("a", "a2", Late), adults("a", 1, Came)],
                people(1, 2),
                people(1, 1),
            ),
            (
                "a family that told us",
                vec![child("b", "b1", ToldUs), adults("b", 1, ToldUs)],
                people(0, 0),
                people(2, 2),
            ),
            (
                "a child that came after all was brought",
                vec![child("b", "b1", Came), adults("b", 1, DidNotCome)],
                people(1, 1),
                people(2, 2),
            ),
            (
                "a walk-in",
                vec![child("w", "w1", Came), adults("w", 2, Came)],
                people(2, 1),
                people(3, 3),
            ),
        ];
        for (what, standing, inside, expected) in rows {
            let found = filled(&seats, standing, People::default());
            assert_eq!((found.inside, found.expected), (*inside, *expected), "{what}");
        }
        let found = filled(&seats, &[child("w", "w1", Came)], people(1, 2));
        assert_eq!(found.room_for(12), 12 - 2 - 6 - 3);
    }

    #[test]
    fn a_child_of_two_households_is_one_child() {
        let seats = [seat("a", 1, &["c"]), seat("b", 1, &["c"])];
        assert_eq!(filled(&seats, &[], People::default()).expected, people(2, 1));
        let found = filled(&seats, &[child("a", "c", Mark::Came)], People::default());
        assert_eq!(found.inside.children, 1);
        assert_eq!(found.expected.children, 0);
    }

    #[test]
    fn room_is_kept_until_the_minute_and_for_ever_where_nothing_was_said() {
        let at = |text: &str| Moment::parse(text).expect("a moment");
        let starts = at("2026-11-23T10:00:00Z");
        for (minutes, now, kept) in [
            (Some(15), "2026-11-23T10:14:59Z", true),
            (Some(15), "2026-11-23T10:15:00Z", false),
            (Some(0), "2026-11-23T09:59:59Z", true),
            (Some(0), "2026-11-23T10:00:00Z", false),
            (None, "2026-11-23T12:00:00Z", true),
        ] {
            assert_eq!(is_room_kept(minutes, starts, at(now)), kept, "{minutes:?} {now}");
        }
    }
}
