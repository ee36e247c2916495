//! The expected balance of an upcoming session: how many of the places taken are held by the target
//! group, and how many of the free ones must go to it. Pure.

pub(crate) mod service;
pub(crate) mod store;

use super::balance::{add, share};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::bookings::Holds;
use crate::bookings::waitlist::Size;
use crate::reach::balance::{Balance, Claim};
use crate::reach::proportion::Words;
use crate::reach::standing::ReachStanding;
use crate::reports::reach::report::Cell;
use crate::sessions::{Phase, Unit};
use serde::Serialize;
use utoipa::ToSchema;

/// A party in the session: who they are, or where they stand.
#[derive(Clone, Debug)]
pub(crate) struct ForecastParty<Family, Child> {
    pub family: Family,
    /// A place is booked, or reserved by an offer.
    pub has: Holds,
    pub adults: i32,
    pub children: Vec<Child>,
}

/// A party by where its adults and each of its children stand.
type Standings = ForecastParty<ReachStanding, ReachStanding>;

impl Standings {
    /// A place for the whole party counts as in a target group if anybody in the party is.
    fn party(&self) -> ReachStanding {
        self.children.iter().copied().max().unwrap_or(self.family)
    }
}

/// How a session counts its places and its people.
#[derive(Clone, Copy)]
struct Counting {
    unit: Unit,
    adults_only: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Forecast {
    /// The balance of places taken, in the session's unit.
    places: Balance,
    /// The balance of those who will come: children, or adults in sessions for adults.
    people: Balance,
    /// The balance of places requested on the waiting list.
    waiting: Balance,
}

/// The expected balance of an upcoming session.
#[derive(Serialize, ToSchema)]
#[schema(as = ForecastOut)]
pub(crate) struct ForecastReport {
    /// The session.
    pub session_id: SessionId,
    /// When it was counted.
    pub made_at: Moment,
    /// The session's phase; families are best invited before it is public.
    pub phase: Phase,
    /// When it is released to the public; left out if never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_release_at: Option<Moment>,
    /// The unit of the places.
    pub unit: Unit,
    /// Places taken: booked, or reserved by an offer.
    pub places: BalanceShare,
    /// Those who will come: children, or adults in a session for adults only.
    pub people: BalanceShare,
    /// Places requested on the waiting list.
    pub waiting: BalanceShare,
    /// Places that referred families can still have.
    pub free_places: u64,
    /// Whether more than half of the places can still go to the target group, if everybody unknown
    /// is in it.
    pub majority_possible: bool,
    /// How many free places must go to the target group for a majority that can be claimed; left
    /// out if even all of them are too few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed: Option<u64>,
    /// The same as a sentence.
    #[schema(example = "To claim a majority, 4 of 5 free places must go to the target group.")]
    pub in_words: String,
}

/// How many are in a target group.
#[derive(Serialize, ToSchema)]
#[schema(as = ShareOut)]
pub(crate) struct BalanceShare {
    /// In a target group that counts for reach.
    pub target: u64,
    /// Known to be in none.
    pub not_target: u64,
    /// Not known.
    pub unknown: u64,
    /// The share in a target group, of those known.
    pub percent_of_known: Cell,
    /// The share in a target group, of all.
    pub percent_of_all: Cell,
    /// What could be claimed if nothing changes.
    pub claim: Claim,
}

impl BalanceShare {
    fn of(balance: Balance, words: &Words) -> BalanceShare {
        BalanceShare {
            target: balance.target,
            not_target: balance.not_target,
            unknown: balance.unknown,
            percent_of_known: share(balance.target, balance.known(), words),
            percent_of_all: share(balance.target, balance.all(), words),
            claim: balance.claim(),
        }
    }
}

fn forecast(counting: Counting, parties: &[Standings]) -> Forecast {
    let mut made = Forecast::default();
    for party in parties {
        match party.has {
            Holds::Place => {
                places(&mut made.places, counting, party);
                people(&mut made.people, counting, party);
            }
            Holds::Waits => places(&mut made.waiting, counting, party),
            Holds::None => {}
        }
    }
    made
}

fn places(of: &mut Balance, counting: Counting, party: &Standings) {
    let by_child = counting.unit == Unit::Children && !party.children.is_empty();
    if by_child {
        return party.children.iter().for_each(|stood| add(of, *stood, 1));
    }
    let children = i32::try_from(party.children.len()).unwrap_or(i32::MAX);
    let size = Size::of(counting.unit, party.adults, children).places;
    add(of, party.party(), u64::try_from(size).unwrap_or_default());
}

fn people(of: &mut Balance, counting: Counting, party: &Standings) {
    if counting.adults_only {
        return add(of, party.family, u64::try_from(party.adults).unwrap_or_default());
    }
    party.children.iter().for_each(|stood| add(of, *stood, 1));
}

/// What a majority among these places still needs, as a sentence.
fn in_words(places: &Balance, free: u64) -> String {
    let free_places = match free {
        1 => "1 free place".to_owned(),
        _ => format!("{free} free places"),
    };
    match places.needed(free) {
        _ if places.all() + free == 0 => "Nobody has a place yet, and none is free.".to_owned(),
        Some(0) => "A majority is certain, however the free places are filled.".to_owned(),
        Some(needed) => {
            format!("To claim a majority, {needed} of {free_places} must go to the target group.")
        }
        None if places.majority_is_possible(free) => format!(
            "A majority cannot be claimed with the {free_places} alone. Ask the families whose \
             status is unknown (places held: {}).",
            places.unknown
        ),
        None => "A majority is no longer possible.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReachStanding::{NotTarget, Target, Unknown};

    fn party(
        has: Holds,
        adults: i32,
        children: &[ReachStanding],
        family: ReachStanding,
    ) -> Standings {
        Standings { family, has, adults, children: children.to_vec() }
    }

    #[test]
    fn places_are_counted_in_the_sessions_unit_and_people_as_they_come() {
        let parties = [
            party(Holds::Place, 1, &[Target, NotTarget], Target),
            party(Holds::Place, 2, &[NotTarget], NotTarget),
            party(Holds::Place, 1, &[], Unknown),
            party(Holds::Waits, 1, &[Target], Target),
        ];
        let made = |unit, adults_only| forecast(Counting { unit, adults_only }, &parties);
        let balance = |target, not_target, unknown| Balance { target, not_target, unknown };

        let families = made(Unit::Families, false);
        assert_eq!(families.places, balance(1, 1, 1));
        assert_eq!(families.people, balance(1, 2, 0));
        assert_eq!(families.waiting, balance(1, 0, 0));
        let taken = families.places;
        assert_eq!((taken.needed(3), taken.majority_is_possible(3)), (Some(3), true));

        assert_eq!(made(Unit::Children, false).places, balance(1, 2, 1));
        assert_eq!(made(Unit::Families, true).people, balance(1, 2, 1));
    }

    #[test]
    fn it_is_said_in_a_sentence_what_a_majority_needs() {
        for (counts, free, words) in [
            ((0, 0, 0), 0, "Nobody has a place yet"),
            ((0, 0, 0), 8, "5 of 8 free places"),
            ((3, 4, 0), 5, "4 of 5 free places"),
            ((4, 0, 0), 3, "is certain"),
            ((3, 2, 3), 1, "status is unknown (places held: 3)"),
            ((1, 5, 0), 2, "no longer possible"),
        ] {
            let (target, not_target, unknown) = counts;
            let places = Balance { target, not_target, unknown };
            let said = in_words(&places, free);
            assert!(said.contains(words), "{counts:?}: {said}");
        }
    }
}
