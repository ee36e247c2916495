//! The balance of attendance: in a target group, not in one, unknown. Claims use the stricter
//! reading and exact counts: a majority is more than half of all, including the unknown.

use super::proportion::Share;
use crate::base::text_enum::text_enum;

text_enum! {
    /// What may be claimed about the share in a target group.
    Claim {
        /// More than half of all who came.
        Majority = "majority",
        /// Exactly half: not a majority.
        Half = "half",
        NotMajority = "not_majority",
        /// Nobody came.
        NotApplicable = "not_applicable",
    }
}

/// Who came or is booked. Head-counts without names are unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub target: u64,
    pub not_target: u64,
    pub unknown: u64,
}

impl Balance {
    pub fn and(self, other: Balance) -> Balance {
        Balance {
            target: self.target + other.target,
            not_target: self.not_target + other.not_target,
            unknown: self.unknown + other.unknown,
        }
    }

    pub fn known(&self) -> u64 {
        self.target + self.not_target
    }

    pub fn all(&self) -> u64 {
        self.known() + self.unknown
    }

    pub fn of_known(&self) -> Share {
        Share::of(self.target, self.known())
    }

    pub fn of_all(&self) -> Share {
        Share::of(self.target, self.all())
    }

    pub fn claim(&self) -> Claim {
        let rest = self.not_target + self.unknown;
        match self.target.cmp(&rest) {
            _ if self.all() == 0 => Claim::NotApplicable,
            std::cmp::Ordering::Greater => Claim::Majority,
            std::cmp::Ordering::Equal => Claim::Half,
            std::cmp::Ordering::Less => Claim::NotMajority,
        }
    }

    /// Whether a majority is still possible, if every free place goes to the target group and all
    /// unknowns are in it.
    pub fn majority_is_possible(&self, free_places: u64) -> bool {
        self.target + self.unknown + free_places > self.not_target
    }

    /// How many free places must go to the target group for a majority that can be claimed, if the
    /// unknown stay unknown and others take the rest; `None` if even all of them are too few.
    pub fn needed(&self, free_places: u64) -> Option<u64> {
        let all = self.all() + free_places;
        let needed = (all / 2 + 1).saturating_sub(self.target);
        (all > 0 && needed <= free_places).then_some(needed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn balance(target: u64, not_target: u64, unknown: u64) -> Balance {
        Balance { target, not_target, unknown }
    }

    #[test]
    fn the_worked_example_shows_both_and_claims_the_stricter() {
        let twelve = balance(6, 4, 2);
        assert_eq!(twelve.of_known(), Share::Of { permille: 600, percent: 60 });
        assert_eq!(twelve.of_all(), Share::Of { permille: 500, percent: 50 });
        assert_eq!(twelve.claim(), Claim::Half);
    }

    #[test]
    fn a_majority_is_more_than_half_of_all_by_exact_counts() {
        for (counts, claim) in [
            (balance(0, 0, 0), Claim::NotApplicable),
            (balance(501, 499, 0), Claim::Majority),
            (balance(500, 500, 0), Claim::Half),
            (balance(499, 501, 0), Claim::NotMajority),
            (balance(7, 0, 7), Claim::Half),
            (balance(7, 0, 8), Claim::NotMajority),
            (balance(1, 0, 0), Claim::Majority),
        ] {
            assert_eq!(counts.claim(), claim, "{counts:?}");
        }
    }

    #[test]
    fn what_a_majority_still_needs_is_counted() {
        assert_eq!(balance(3, 4, 0).needed(5), Some(4));
        assert_eq!(balance(3, 4, 0).needed(1), None);
        assert_eq!(balance(7, 2, 0).needed(3), Some(0));
        assert_eq!(balance(0, 0, 0).needed(0), None);
        assert!(balance(3, 4, 2).majority_is_possible(0));
        assert!(!balance(3, 5, 2).majority_is_possible(0));
        for free in 0..10 {
            let before = balance(3, 4, 1);
            let needed = before.needed(free);
            let first = (0..=free).find(|given| {
                let after = balance(3 + given, 4 + free - given, 1);
                after.claim() == Claim::Majority
            });
            assert_eq!(needed, first, "{free}");
        }
    }
}
