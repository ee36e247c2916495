//! One past session's numbers, from its bookings. Pure.

use super::{DemandOfSession, FilledPlaces, Past, PastSession};
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::bookings::waitlist::Size;
use crate::bookings::{Status, Tier};
use crate::sessions::Unit;
use std::collections::BTreeSet;

impl DemandOfSession {
    fn places(&self, unit: Unit) -> u32 {
        u32::try_from(Size::of(unit, self.adults, self.children).places).unwrap_or_default()
    }

    /// Whether it had a place when the session began.
    fn had_place(&self, held: &PastSession) -> bool {
        let ended_before = self.ended_at.is_some_and(|ended| ended < held.starts_at);
        self.taken_at.is_some_and(|taken| taken <= held.starts_at) && !ended_before
    }
}

/// `came`: the families who came; `None` if no register was taken.
pub(crate) fn past(
    held: &PastSession,
    unit: Unit,
    asked: &[DemandOfSession],
    came: Option<&BTreeSet<FamilyId>>,
) -> Past {
    let places = |which: &dyn Fn(&DemandOfSession) -> bool| -> u32 {
        asked.iter().filter(|one| which(one)).map(|one| one.places(unit)).sum()
    };
    let number = |which: &dyn Fn(&DemandOfSession) -> bool| {
        u32::try_from(asked.iter().filter(|one| which(one)).count()).unwrap_or(u32::MAX)
    };
    let referred = |one: &DemandOfSession| one.tier == Tier::Referred;
    let not_come = |came: &BTreeSet<FamilyId>| {
        number(&|one| {
            one.status == Status::Booked && one.had_place(held) && !came.contains(&one.family)
        })
    };
    Past {
        capacity: u32::try_from(held.capacity).unwrap_or_default(),
        referral_places: places(&|one| referred(one) && one.had_place(held)),
        referred_in_vain: places(&|one| referred(one) && one.in_vain),
        others_in_vain: places(&|one| !referred(one) && one.in_vain),
        parties_in_vain: number(&|one| one.in_vain),
        window_days: held.public_release_at.map(|release| days(held.referrals_open_at, release)),
        window_used: window_used(held, asked),
        filled: held.public_release_at.map(|release| filled(held, unit, asked, release)),
        late_cancellations: number(&|one| one.late && one.status == Status::Cancelled),
        not_come: came.map(not_come),
    }
}

/// Days from one moment to another, rounded up.
fn days(from: Moment, to: Moment) -> u32 {
    let hours = (to - from).num_hours().max(0);
    u32::try_from((hours + 23) / 24).unwrap_or(u32::MAX)
}

fn window_used(held: &PastSession, asked: &[DemandOfSession]) -> Option<u32> {
    let release = held.public_release_at?;
    let within = |one: &&DemandOfSession| one.tier == Tier::Referred && one.made_at < release;
    let last = asked.iter().filter(within).map(|one| one.made_at).max()?;
    Some(days(held.referrals_open_at, last).max(1))
}

/// When the places taken, minus those given up, first reached the capacity.
fn filled(
    held: &PastSession,
    unit: Unit,
    asked: &[DemandOfSession],
    release: Moment,
) -> FilledPlaces {
    let mut changes: Vec<(Moment, i64)> = Vec::new();
    for one in asked {
        let Some(taken) = one.taken_at else { continue };
        let size = i64::from(one.places(unit));
        changes.push((taken, size));
        changes.extend(one.ended_at.map(|ended| (ended, -size)));
    }
    // At the same moment, places are freed before they are taken.
    changes.sort_unstable();
    let mut taken = 0;
    for (at, size) in changes.into_iter().filter(|(at, _)| *at <= held.starts_at) {
        taken += size;
        if taken >= i64::from(held.capacity) {
            return match at < release {
                true => FilledPlaces::Before,
                false => FilledPlaces::After((at - release).num_hours()),
            };
        }
    }
    FilledPlaces::Never
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(&format!("2026-11-{text}:00Z")).expect("an instant")
    }

    fn held() -> PastSession {
        PastSession {
            capacity: 2,
            referrals_open_at: at("02T09:00"),
            public_release_at: Some(at("09T09:00")),
            starts_at: at("23T10:00"),
        }
    }

    fn asked(family: &str, tier: Tier, made: &str, taken: Option<&str>) -> DemandOfSession {
        DemandOfSession {
            family: FamilyId::from(family),
            tier,
            status: if taken.is_some() { Status::Booked } else { Status::Lapsed },
            adults: 1,
            children: 1,
            made_at: at(made),
            taken_at: taken.map(at),
            ended_at: taken.is_none().then(|| at("23T10:00")),
            late: false,
            in_vain: taken.is_none(),
        }
    }

    #[test]
    fn a_sessions_numbers_are_made_of_its_bookings() {
        let all = [
            asked("a", Tier::Referred, "04T10:00", Some("04T10:00")),
            asked("b", Tier::Everyone, "09T12:30", Some("09T12:30")),
            asked("c", Tier::Everyone, "10T10:00", None),
            asked("d", Tier::Referred, "12T10:00", None),
            DemandOfSession {
                status: Status::Cancelled,
                ended_at: Some(at("22T18:00")),
                late: true,
                ..asked("e", Tier::Everyone, "09T09:00", Some("09T09:00"))
            },
        ];
        let made = past(&held(), Unit::Families, &all, Some(&[FamilyId::from("a")].into()));
        assert_eq!(made.referral_places, 1);
        assert_eq!((made.referred_in_vain, made.others_in_vain, made.parties_in_vain), (1, 1, 2));
        assert_eq!((made.window_days, made.window_used), (Some(7), Some(3)));
        assert_eq!(
            made.filled,
            Some(FilledPlaces::After(0)),
            "with the one that was given up later"
        );
        assert_eq!((made.late_cancellations, made.not_come), (1, Some(1)));
        assert_eq!(past(&held(), Unit::Families, &all, None).not_come, None);
    }

    #[test]
    fn a_place_given_up_and_taken_again_fills_once() {
        let given_up = DemandOfSession {
            status: Status::Cancelled,
            ended_at: Some(at("05T10:00")),
            ..asked("a", Tier::Referred, "04T10:00", Some("04T10:00"))
        };
        let first = asked("b", Tier::Referred, "04T12:00", Some("05T10:00"));
        let second = asked("c", Tier::Everyone, "11T09:00", Some("11T09:00"));
        let all = [given_up, first, second];
        assert_eq!(past(&held(), Unit::Families, &all, None).filled, Some(FilledPlaces::After(48)));
        assert_eq!(
            past(&held(), Unit::Families, &all[..2], None).filled,
            Some(FilledPlaces::Never)
        );
        let never_public = PastSession { public_release_at: None, ..held() };
        assert_eq!(past(&never_public, Unit::Families, &all, None).filled, None);
    }
}
