//! Who is asked how a session was: somebody who said yes to that, and not again within a fortnight.

use crate::base::id::CarerId;
use crate::base::moment::Moment;
use crate::families::Family;
use chrono::TimeDelta;

/// Nobody is asked twice within it.
const REST: TimeDelta = TimeDelta::days(14);

/// After so long nobody remembers, however late the register was completed.
pub(crate) const REMEMBERED: TimeDelta = TimeDelta::days(7);

/// A carer who may be written to.
#[derive(Clone, Debug)]
pub(crate) struct Answerer {
    pub carer: CarerId,
    pub email: String,
    pub said_yes: bool,
    /// When last asked.
    pub asked_at: Option<Moment>,
}

/// The carer who booked, where one did; else the first who said yes.
pub(crate) fn reader_of<'a>(
    carers: &'a [Answerer],
    booked: Option<&CarerId>,
    now: Moment,
) -> Option<&'a Answerer> {
    let is_rested = |one: &&Answerer| one.asked_at.is_none_or(|asked| asked + REST <= now);
    let comes = |one: &&Answerer| booked.is_none_or(|booked| *booked == one.carer);
    carers.iter().filter(|one| one.said_yes).find(comes).filter(is_rested)
}

/// Whether a household is asked at all. One that is restricted or unsafe is not: the letter says
/// where it was.
pub(crate) fn may_be_asked(family: &Family) -> bool {
    !family.guest
        && !family.restricted
        && !family.unsafe_address
        && family.moved_away_on.is_none()
        && family.joined_into.is_none()
        && family.erased_at.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).expect("an instant")
    }

    fn one(name: &str, said_yes: bool, asked: Option<&str>) -> Answerer {
        Answerer {
            carer: name.into(),
            email: format!("{name}@example.org"),
            said_yes,
            asked_at: asked.map(at),
        }
    }

    #[test]
    fn who_booked_is_asked_else_the_first_who_said_yes_and_nobody_twice_in_a_fortnight() {
        let now = at("2026-11-24T09:00:00Z");
        let (fortnight, less) = ("2026-11-10T09:00:00Z", "2026-11-10T09:00:01Z");
        for (mum, dad, booked, asked) in [
            ((true, None), (true, None), None, Some("mum")),
            ((false, None), (true, None), None, Some("dad")),
            ((false, None), (false, None), None, None),
            ((true, None), (true, None), Some("dad"), Some("dad")),
            ((true, None), (false, None), Some("dad"), None),
            ((true, Some(fortnight)), (true, None), None, Some("mum")),
            ((true, Some(less)), (true, None), None, None),
            ((true, None), (true, Some(less)), Some("dad"), None),
        ] {
            let carers = [one("mum", mum.0, mum.1), one("dad", dad.0, dad.1)];
            let booked = booked.map(CarerId::from);
            let found = reader_of(&carers, booked.as_ref(), now).map(|one| one.carer.as_str());
            assert_eq!(found, asked, "{mum:?} {dad:?} {booked:?}");
        }
    }
}
