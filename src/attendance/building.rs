//! Who is in the building: everyone marked as come to a session that is not over, and everyone
//! counted without a name. For the moment when everybody must be outside.

pub(crate) mod people {
    //! Who is in a room, by the register of the session that is on in it. The adults of a party
    //! count as there when they are marked, and also when one of their children is: somebody
    //! brought it.

    use crate::attendance::MarkedPerson;
    use crate::attendance::register::{AtDoor, Need, Register, RegisterParty, standing};
    use crate::attendance::room::{People, RoomParty, Seat, filled};
    use crate::base::id::{ChildId, FamilyId};
    use crate::base::moment::Moment;
    use crate::sessions::Planned;
    use chrono::TimeDelta;
    use std::collections::BTreeSet;

    /// How long after its end the people of a session may still be about.
    pub const LEAVING: TimeDelta = TimeDelta::minutes(30);

    /// A session that is on.
    #[derive(Clone, Debug)]
    pub struct InSession {
        pub planned: Planned,
        pub venue: Option<String>,
        pub room: Option<String>,
        /// False where it is over, and its people may still be on their way out.
        pub runs: bool,
        pub parties: Vec<Inside>,
        pub named: People,
        /// Counted and not named.
        pub head_count: People,
    }

    /// A family with somebody there.
    #[derive(Clone, Debug)]
    pub struct Inside {
        /// `None` where its people are not named here.
        pub family_id: Option<FamilyId>,
        /// Whether its people are named here.
        pub named: bool,
        /// `None` where it is not known, or not to be named here.
        pub adult: Option<String>,
        pub adults: i32,
        /// One tablet said that its adults came, another that they did not.
        pub disputed: bool,
        pub needs: Vec<Need>,
        pub children: Vec<InsideChild>,
    }

    #[derive(Clone, Debug)]
    pub struct InsideChild {
        pub child_id: ChildId,
        pub name: Option<String>,
        pub needs: Vec<Need>,
        /// One tablet said that the child came, another that it did not.
        pub disputed: bool,
    }

    /// A session as its register shows it.
    pub fn inside(register: &Register, now: Moment) -> InSession {
        let desk = &register.desk;
        let standing = standing(&desk.rows);
        let here =
            |who: MarkedPerson| standing.iter().find(|one| one.who == who && one.mark.is_here());
        let party = |party: &RegisterParty| {
            let named = register.names(party);
            let inside = |one: &AtDoor| {
                here(MarkedPerson::Child(one.child.id.clone())).map(|standing| InsideChild {
                    child_id: one.child.id.clone(),
                    name: named.then(|| one.child.name.clone()),
                    needs: one.needs.clone(),
                    disputed: standing.disputed,
                })
            };
            let children: Vec<InsideChild> = party.children.iter().filter_map(inside).collect();
            let adults = adults_of(register, &standing, &party.family.id);
            let anybody = adults > 0 || !children.is_empty();
            anybody.then(|| Inside {
                family_id: named.then(|| party.family.id.clone()),
                named,
                adult: party.carer.clone().filter(|_| named),
                adults,
                disputed: here(MarkedPerson::Adults(party.family.id.clone()))
                    .is_some_and(|one| one.disputed),
                needs: party.needs.clone(),
                children,
            })
        };
        let filled = desk.filled();
        InSession {
            planned: desk.planned.clone(),
            venue: None,
            room: None,
            runs: now < desk.planned.session.ends_at,
            parties: register.parties.iter().filter_map(party).collect(),
            named: filled.inside,
            head_count: filled.head_count,
        }
    }

    fn adults_of(register: &Register, standing: &[RoomParty], family: &FamilyId) -> i32 {
        let seated = register.desk.seated_of(family);
        let seats: Vec<Seat> = seated.map(|seated| seated.seat()).into_iter().collect();
        let own: Vec<RoomParty> =
            standing.iter().filter(|one| one.family_id == *family).cloned().collect();
        filled(&seats, &own, People::default()).inside.adults
    }

    /// Everybody in sessions that still run. A child marked in two rooms is one child; heads are
    /// only counted.
    pub fn total(sessions: &[InSession]) -> People {
        let running = || sessions.iter().filter(|one| one.runs);
        let children: BTreeSet<&ChildId> = running()
            .flat_map(|one| &one.parties)
            .flat_map(|party| &party.children)
            .map(|child| &child.child_id)
            .collect();
        let adults = running().map(|one| one.named.adults.saturating_add(one.head_count.adults));
        let counted = running().map(|one| one.head_count.children);
        People {
            adults: adults.fold(0, i32::saturating_add),
            children: counted
                .fold(i32::try_from(children.len()).unwrap_or(i32::MAX), i32::saturating_add),
        }
    }
}

pub(crate) mod service {
    //! Looking up who is in the building, from the registers as they are at that moment.

    use super::people::{InSession, LEAVING, inside};
    use super::store;
    use crate::access::{Act, Scope};
    use crate::attendance::register;
    use crate::base::fault::Fault;
    use crate::base::id::{CentreId, RoomId, VenueId};
    use crate::centres;
    use crate::db::Tx;
    use chrono::TimeDelta;

    /// People come before the start: a register counts from this long before it.
    const BEFORE: TimeDelta = TimeDelta::hours(3);

    /// What is on at a centre with the people in it; sessions with nobody in them are left out.
    pub fn look(tx: &mut Tx, centre: &CentreId) -> Result<Vec<InSession>, Fault> {
        tx.allow(Act::SeeBuilding, &Scope::centre(centre), "centre")?;
        centres::store::centre(tx, centre)?;
        let now = tx.now();

        let mut found = Vec::new();
        for id in store::on_between(tx, centre, now - LEAVING, now + BEFORE)? {
            let register = register::service::open(tx, &id)?;
            found.push(inside(&register, now));
        }
        found.retain(|one| !one.parties.is_empty() || one.head_count.all() > 0);
        place(tx, &mut found)?;
        Ok(found)
    }

    /// Fills in the names of the venue and the room.
    fn place(tx: &mut Tx, found: &mut [InSession]) -> Result<(), Fault> {
        let venues: Vec<VenueId> =
            found.iter().filter_map(|one| one.planned.session.venue_id.clone()).collect();
        let rooms: Vec<RoomId> =
            found.iter().filter_map(|one| one.planned.session.room_id.clone()).collect();
        let venues = centres::store::venues_by_id(tx, &venues)?;
        let rooms = store::room_names(tx, &rooms)?;
        for one in found {
            let session = &one.planned.session;
            let venue = venues.iter().find(|venue| Some(&venue.id) == session.venue_id.as_ref());
            one.venue = venue.map(|venue| venue.name.clone());
            one.room = session.room_id.as_ref().and_then(|room| rooms.get(room)).cloned();
        }
        Ok(())
    }
}

pub(crate) mod store {
    //! Queries about what is on at a centre now, and where.

    use crate::base::fault::Fault;
    use crate::base::id::{CentreId, RoomId, SessionId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{rooms, sessions};
    use diesel::prelude::*;
    use std::collections::HashMap;

    /// Sessions of a centre that end after a moment and begin before another, by their start.
    pub fn on_between(
        tx: &mut Tx,
        centre: &CentreId,
        ends_after: Moment,
        starts_before: Moment,
    ) -> Result<Vec<SessionId>, Fault> {
        Ok(sessions::table
            .filter(sessions::centre_id.eq(centre.as_str()))
            .filter(sessions::cancelled_at.is_null())
            .filter(sessions::ends_at.gt(ends_after))
            .filter(sessions::starts_at.lt(starts_before))
            .order((sessions::starts_at, sessions::id))
            .select(sessions::id)
            .load(tx.conn())?)
    }

    /// What rooms are called.
    pub fn room_names(tx: &mut Tx, ids: &[RoomId]) -> Result<HashMap<RoomId, String>, Fault> {
        let ids: Vec<&str> = ids.iter().map(RoomId::as_str).collect();
        let rows: Vec<(RoomId, String)> = rooms::table
            .filter(rooms::id.eq_any(ids))
            .select((rooms::id, rooms::name))
            .load(tx.conn())?;
        Ok(rows.into_iter().collect())
    }
}
