//! The expected balance of an upcoming session: how many of the places taken are held by the target
//! group, and how many of the free ones must go to it. Pure.

use super::balance::add;
use crate::base::id::{ChildId, FamilyId};
use crate::bookings::waitlist::Size;
use crate::reach::balance::Balance;
use crate::reach::standing::ReachStanding;
use crate::sessions::Unit;

/// What a party has in the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Has {
    /// A place, or one reserved by an offer.
    Place,
    Waits,
}

/// A party in the session.
#[derive(Clone, Debug)]
pub struct ForecastParty {
    pub family: FamilyId,
    pub has: Has,
    pub adults: i32,
    pub children: Vec<ChildId>,
}

/// The details of the session that decide its balance.
#[derive(Clone, Copy, Debug)]
pub struct FreePlaces {
    pub unit: Unit,
    pub adults_only: bool,
    /// Free places.
    pub free: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// The balance of places taken, in the session's unit.
    pub places: Balance,
    /// The balance of those who will come: children, or adults in sessions for adults.
    pub people: Balance,
    /// The balance of places requested on the waiting list.
    pub waiting: Balance,
    pub free: u64,
    pub majority_possible: bool,
    /// How many free places must go to the target group for a majority that can be claimed.
    pub needed: Option<u64>,
}

/// The standing of each person in a party, and of its adults.
pub struct Stands {
    pub children: Vec<ReachStanding>,
    pub family: ReachStanding,
}

impl Stands {
    /// A place for the whole party counts as in a target group if anybody in the party is.
    fn party(&self) -> ReachStanding {
        self.children.iter().copied().max().unwrap_or(self.family)
    }
}

pub fn forecast(room: &FreePlaces, parties: &[(ForecastParty, Stands)]) -> Forecast {
    let mut made = Forecast { free: room.free, ..Forecast::default() };
    for (party, stands) in parties {
        let of = match party.has {
            Has::Place => &mut made.places,
            Has::Waits => &mut made.waiting,
        };
        places(of, room, party, stands);
        if party.has == Has::Place {
            people(&mut made.people, room, party, stands);
        }
    }
    made.majority_possible = made.places.majority_is_possible(room.free);
    made.needed = made.places.needed(room.free);
    made
}

fn places(of: &mut Balance, room: &FreePlaces, party: &ForecastParty, stands: &Stands) {
    let by_child = room.unit == Unit::Children && !stands.children.is_empty();
    if by_child {
        return stands.children.iter().for_each(|stood| add(of, *stood, 1));
    }
    let children = i32::try_from(party.children.len()).unwrap_or(i32::MAX);
    let size = Size::of(room.unit, party.adults, children).places;
    add(of, stands.party(), u64::try_from(size).unwrap_or_default());
}

fn people(of: &mut Balance, room: &FreePlaces, party: &ForecastParty, stands: &Stands) {
    if room.adults_only {
        return add(of, stands.family, u64::try_from(party.adults).unwrap_or_default());
    }
    stands.children.iter().for_each(|stood| add(of, *stood, 1));
}

/// The same as a sentence.
pub fn in_words(made: &Forecast) -> String {
    let places = |number: u64| match number {
        1 => "1 free place".to_owned(),
        _ => format!("{number} free places"),
    };
    match made.needed {
        _ if made.places.all() + made.free == 0 => {
            "Nobody has a place yet, and none is free.".to_owned()
        }
        Some(0) => "A majority is certain, however the free places are filled.".to_owned(),
        Some(needed) => format!(
            "To claim a majority, {needed} of {} must go to the target group.",
            places(made.free)
        ),
        None if made.majority_possible => format!(
            "A majority cannot be claimed with the {} alone. Ask the families whose status is \
             unknown (places held: {}).",
            places(made.free),
            made.places.unknown
        ),
        None => "A majority is no longer possible.".to_owned(),
    }
}

pub(crate) mod service {
    //! The forecast of an upcoming session, for the staff who can still act on it: those who may
    //! see its waiting order, with the same parties and the reasons for their position. Not for the
    //! front desk or volunteers, nor for managers, whose reports cover past sessions.

    use super::store;
    use super::{Forecast, ForecastParty, FreePlaces, Stands, forecast};
    use crate::access::Act;
    use crate::base::fault::{Code, Fault};
    use crate::base::id::SessionId;
    use crate::base::moment::Moment;
    use crate::bookings::view;
    use crate::db::Tx;
    use crate::reach::histories;
    use crate::reach::histories::service::Of;
    use crate::reach::proportion::Words;
    use crate::reach::settings::ReachSettings;
    use crate::sessions::{self, Planned};
    use crate::settings;

    pub struct ForecastReport {
        pub planned: Planned,
        pub made_at: Moment,
        pub forecast: Forecast,
        pub words: Words,
    }

    pub fn of_session(tx: &mut Tx, id: &SessionId) -> Result<ForecastReport, Fault> {
        let planned = sessions::store::planned(tx, id)?;
        tx.allow(Act::SeeLine, &view::scope(&planned), "session")?;
        let now = tx.now();
        if planned.session.cancelled_at.is_some() || planned.session.starts_at <= now {
            let detail = "There are forecasts for upcoming sessions only. See GET /reports/balance for \
                      past ones.";
            return Err(Fault::new(Code::NoLongerOpen, detail));
        }

        let head = planned.session.head_session_id.clone().unwrap_or_else(|| id.clone());
        let parties = store::parties(tx, &head)?;
        let centre = std::slice::from_ref(&planned.session.centre_id);
        let (vintage, index) = histories::service::basis(tx, Some(centre), now)?;
        let known = histories::service::histories(
            tx,
            Of {
                children: Some(parties.iter().flat_map(|party| party.children.clone()).collect()),
                families: parties.iter().map(|party| party.family.clone()).collect(),
                known_at: now,
                since: planned.session.local_day,
                vintage,
                index,
            },
        )?;
        let day = planned.session.local_day;
        let stands = |party: ForecastParty| {
            let stands = |child| known.of_child(child, day).standing;
            let children = party.children.iter().map(stands).collect();
            let family = known.of_family(&party.family, day).standing;
            (party, Stands { children, family })
        };
        let parties: Vec<(ForecastParty, Stands)> = parties.into_iter().map(stands).collect();

        let free = view::stand(tx, vec![planned.clone()])?.first().map_or(0, |now| now.places_left);
        let room = FreePlaces {
            unit: planned.activity.unit,
            adults_only: planned.activity.adults_only,
            free: u64::try_from(free).unwrap_or_default(),
        };
        let settings: ReachSettings = settings::store::read(tx)?;
        let words = settings.words().map_err(Fault::internal)?;
        Ok(ForecastReport { forecast: forecast(&room, &parties), made_at: now, planned, words })
    }
}

pub(crate) mod store {
    //! Queries for the forecast of a session.

    use super::{ForecastParty, Has};
    use crate::base::fault::Fault;
    use crate::base::id::{BookingId, ChildId, FamilyId, SessionId};
    use crate::bookings::Holds;
    use crate::db::Tx;
    use crate::db::schema::{booking_children, booking_sessions, bookings};
    use diesel::prelude::*;
    use std::collections::HashMap;

    /// Everyone with a place, an offer or an entry in a session, with the children they bring.
    pub fn parties(tx: &mut Tx, session: &SessionId) -> Result<Vec<ForecastParty>, Fault> {
        let rows: Vec<(BookingId, FamilyId, i32, Holds)> = booking_sessions::table
            .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
            .filter(booking_sessions::session_id.eq(session.as_str()))
            .filter(booking_sessions::holds.ne(Holds::None))
            .order(bookings::id)
            .select((bookings::id, bookings::family_id, bookings::adults, booking_sessions::holds))
            .load(tx.conn())?;
        let brought: Vec<(BookingId, ChildId)> = booking_sessions::table
            .inner_join(
                booking_children::table
                    .on(booking_children::booking_id.eq(booking_sessions::booking_id)),
            )
            .filter(booking_sessions::session_id.eq(session.as_str()))
            .filter(booking_sessions::holds.ne(Holds::None))
            .order(booking_children::child_id)
            .select((booking_children::booking_id, booking_children::child_id))
            .load(tx.conn())?;
        let mut children: HashMap<BookingId, Vec<ChildId>> = HashMap::new();
        for (booking, child) in brought {
            children.entry(booking).or_default().push(child);
        }
        let party = |(booking, family, adults, holds)| ForecastParty {
            family,
            has: if holds == Holds::Place { Has::Place } else { Has::Waits },
            adults,
            children: children.remove(&booking).unwrap_or_default(),
        };
        Ok(rows.into_iter().map(party).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReachStanding::{NotTarget, Target, Unknown};

    fn party(
        has: Has,
        adults: i32,
        children: &[ReachStanding],
        family: ReachStanding,
    ) -> (ForecastParty, Stands) {
        let ids = (0..children.len()).map(|number| ChildId::from(number.to_string()));
        let party =
            ForecastParty { family: FamilyId::from("f"), has, adults, children: ids.collect() };
        (party, Stands { children: children.to_vec(), family })
    }

    #[test]
    fn places_are_counted_in_the_sessions_unit_and_people_as_they_come() {
        let parties = [
            party(Has::Place, 1, &[Target, NotTarget], Target),
            party(Has::Place, 2, &[NotTarget], NotTarget),
            party(Has::Place, 1, &[], Unknown),
            party(Has::Waits, 1, &[Target], Target),
        ];
        let made =
            |unit, adults_only| forecast(&FreePlaces { unit, adults_only, free: 3 }, &parties);
        let balance = |target, not_target, unknown| Balance { target, not_target, unknown };

        let families = made(Unit::Families, false);
        assert_eq!(families.places, balance(1, 1, 1));
        assert_eq!(families.people, balance(1, 2, 0));
        assert_eq!(families.waiting, balance(1, 0, 0));
        assert_eq!((families.needed, families.majority_possible), (Some(3), true));

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
            let made = Forecast {
                places,
                free,
                majority_possible: places.majority_is_possible(free),
                needed: places.needed(free),
                ..Forecast::default()
            };
            assert!(in_words(&made).contains(words), "{counts:?}: {}", in_words(&made));
        }
    }
}
