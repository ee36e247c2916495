//! What a waiting family is told of its chance, in words. It depends on the size of the party,
//! those before it, what can come free at all, and the time that is left. That one place in five
//! comes free in the last three days is an assumption: no published figure was found, and none is
//! measured yet.

use super::Tier;
use super::offer::LAST_HOURS;
use super::waitlist::{PlacesLeft, Size, Waitlist};
use crate::base::moment::Moment;
use crate::mail::Chance;

/// One place of this many is assumed to come free again, when there is time for it.
const ONE_OF: i32 = 5;
/// Hours in which it does.
const IN_HOURS: i32 = 72;

/// What a party on the waiting list can hope for, all of it in places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Prospect {
    /// Its own size.
    pub size: i32,
    /// Asked for by those before it.
    pub ahead: i32,
    /// Free for it now, but too few.
    pub free: i32,
    /// Kept for others, and open to all when that lapses.
    pub opens: i32,
    /// Held by others, who may give them up.
    pub taken: i32,
    /// Whole hours in which places are still offered.
    pub hours: i32,
    /// Places that come free are saved for the first in line.
    pub saved: bool,
}

impl Prospect {
    /// Of a party that would be the first, as far as what is taken decides it.
    pub(crate) fn first(
        line: &Waitlist,
        room: &PlacesLeft,
        now: Moment,
        (tier, size): (Tier, Size),
    ) -> Prospect {
        let free = line.free(room, now, tier).unwrap_or_default();
        let for_all = line.free(room, now, Tier::Referred).unwrap_or_default();
        let left = room.starts_at - LAST_HOURS - now;
        Prospect {
            size: size.places,
            ahead: 0,
            free: free.places,
            opens: (for_all.places - free.places).max(0),
            taken: line.taken.places,
            hours: i32::try_from(left.num_hours()).unwrap_or(i32::MAX).clamp(0, IN_HOURS),
            saved: room.saving,
        }
    }

    /// The same behind others, who ask for this many places.
    pub(crate) fn behind(self, ahead: i32) -> Prospect {
        Prospect { ahead, ..self }
    }

    /// With how many places before it the chance is no longer more than small: nobody needs to
    /// count beyond.
    pub(crate) fn hopeless_behind(self) -> i32 {
        let likely = 2 * self.taken * self.hours / (ONE_OF * IN_HOURS);
        (likely + self.opens + self.free - self.size + 1).max(0)
    }

    pub(crate) fn chance(self) -> Chance {
        // In parts of a place, so that a fifth of three places is something and no whole place.
        let part = ONE_OF * IN_HOURS;
        let likely = self.taken * self.hours;
        let needed = self.ahead + self.size - self.free;
        // Where nothing is saved, smaller parties take what comes free one by one.
        let passed_by = if self.saved { 0 } else { self.size - 1 };
        if (needed + passed_by) * part <= likely {
            Chance::Good
        } else if needed * part <= 2 * likely + self.opens * part {
            Chance::Some
        } else {
            Chance::Small
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A party of one, first in the line of eight places that are all taken, a week before.
    const FIRST: Prospect =
        Prospect { size: 1, ahead: 0, free: 0, opens: 0, taken: 8, hours: 72, saved: false };

    #[test]
    fn a_chance_is_no_better_than_what_can_come_free_in_time() {
        let of_three = Prospect { size: 3, taken: 0, free: 2, ..FIRST };
        let cases = [
            ("first of eight", FIRST, Chance::Good),
            ("second of eight", Prospect { ahead: 1, ..FIRST }, Chance::Some),
            ("third of eight", Prospect { ahead: 2, ..FIRST }, Chance::Some),
            ("fourth of eight", Prospect { ahead: 3, ..FIRST }, Chance::Small),
            ("the day before", Prospect { hours: 24, ..FIRST }, Chance::Some),
            ("the morning before", Prospect { hours: 12, ..FIRST }, Chance::Small),
            ("in the last hours", Prospect { hours: 0, ..FIRST }, Chance::Small),
            ("one place in all", Prospect { taken: 1, ..FIRST }, Chance::Small),
            ("three places in all", Prospect { taken: 3, ..FIRST }, Chance::Some),
            ("two of twenty", Prospect { size: 2, taken: 20, ..FIRST }, Chance::Good),
            (
                "three of twenty, who are passed by",
                Prospect { size: 3, taken: 20, ..FIRST },
                Chance::Some,
            ),
            (
                "three of twenty, saved for",
                Prospect { size: 3, taken: 20, saved: true, ..FIRST },
                Chance::Good,
            ),
            (
                "three of three, one kept for others",
                Prospect { opens: 1, ..of_three },
                Chance::Some,
            ),
            ("three of three, and nothing opens", Prospect { free: 1, ..of_three }, Chance::Small),
            ("three of three, all kept", Prospect { free: 0, opens: 3, ..of_three }, Chance::Some),
            (
                "a kept place before one ahead",
                Prospect { taken: 0, ahead: 1, opens: 1, ..FIRST },
                Chance::Small,
            ),
        ];
        for (what, prospect, chance) in cases {
            assert_eq!(prospect.chance(), chance, "{what}");
        }
    }

    #[test]
    fn beyond_what_is_counted_every_chance_is_small() {
        for (size, taken, free, opens) in [(1, 8, 0, 0), (2, 20, 1, 2), (1, 0, 0, 0), (3, 7, 2, 0)]
        {
            for hours in [0, 5, 24, 48, 72] {
                let one = Prospect { size, taken, free, opens, hours, ..FIRST };
                let at = one.hopeless_behind();
                assert_eq!(one.behind(at).chance(), Chance::Small, "{one:?}");
                let before = (at > 0).then(|| one.behind(at - 1).chance());
                assert_ne!(before, Some(Chance::Small), "{one:?}");
            }
        }
    }

    #[test]
    fn nothing_that_is_worse_makes_a_chance_better() {
        let worth = |prospect: Prospect| match prospect.chance() {
            Chance::Good => 2,
            Chance::Some => 1,
            Chance::Small => 0,
        };
        for size in 1..4 {
            for ahead in 0..6 {
                for (free, opens, taken) in [(0, 0, 8), (1, 2, 5), (0, 3, 0), (2, 0, 20)] {
                    for hours in [0, 5, 24, 48, 72] {
                        let one = Prospect { size, ahead, free, opens, taken, hours, saved: false };
                        let worse = [
                            Prospect { size: size + 1, ..one },
                            Prospect { ahead: ahead + 1, ..one },
                            Prospect { taken: (taken - 1).max(0), ..one },
                            Prospect { opens: (opens - 1).max(0), ..one },
                            Prospect { hours: (hours - 5).max(0), ..one },
                        ];
                        for other in worse {
                            assert!(worth(other) <= worth(one), "{other:?} over {one:?}");
                        }
                    }
                }
            }
        }
    }
}
