//! Who is in the building: everyone marked as come to a session that is not over, and everyone
//! counted without a name. For the moment when everybody must be outside.

pub(crate) mod people {
    //! Who is in a room, by the register of the session that is on in it. The adults of a party
    //! count as there when they are marked, and also when one of their children is: somebody
    //! brought it.

    use crate::attendance::MarkedPerson;
    use crate::attendance::register::{AtDoor, Need, Register, RegisterParty, standing};
    use crate::attendance::room::{People, RoomParty, Seat, filled};
    use crate::base::id::{ChildId, FamilyId, SessionId};
    use crate::base::moment::Moment;
    use crate::families::answers::Question;
    use chrono::TimeDelta;
    use serde::Serialize;
    use std::collections::BTreeSet;
    use utoipa::ToSchema;

    /// How long after its end the people of a session may still be about.
    pub(crate) const LEAVING: TimeDelta = TimeDelta::minutes(30);

    /// A session that is on, and who is there.
    #[derive(Clone, Debug, Serialize, ToSchema)]
    #[schema(as = InSessionOut)]
    pub(crate) struct InSession {
        /// The session.
        pub session_id: SessionId,
        /// What it is.
        #[schema(example = "Stay and Play")]
        pub title: String,
        /// The venue, where the centre has several.
        pub venue: Option<String>,
        /// The room.
        pub room: Option<String>,
        /// When it begins.
        pub starts_at: Moment,
        /// When it ends.
        pub ends_at: Moment,
        /// False for half an hour after its end: its people are not in the total, but may still be on
        /// their way out.
        pub runs: bool,
        /// Marked as here.
        pub named: People,
        /// Counted without a name.
        pub head_count: People,
        /// The families with somebody here.
        pub parties: Vec<Inside>,
    }

    /// A family with somebody here.
    #[derive(Clone, Debug, Serialize, ToSchema)]
    #[schema(as = InsideOut)]
    pub(crate) struct Inside {
        /// Which family; none where its people must not be named here.
        pub family_id: Option<FamilyId>,
        /// Whether its people must not be named here: ask the safeguarding lead.
        pub unnamed: bool,
        /// The adult who came, where that is known.
        pub adult: Option<String>,
        /// How many adults.
        pub adults: i32,
        /// Whether one tablet said that its adults came and another that they did not: look for them.
        pub disputed: bool,
        /// What its adults need: `access_needs`, `interpreter`, `allergies`.
        pub needs: Vec<Question>,
        /// The children who are here.
        pub children: Vec<InsideChild>,
    }

    /// A child who is here.
    #[derive(Clone, Debug, Serialize, ToSchema)]
    #[schema(as = InsideChildOut)]
    pub(crate) struct InsideChild {
        /// Which child, named or not: it is counted once.
        #[serde(skip)]
        pub counted_as: ChildId,
        /// Which child; none where it must not be named here.
        pub child_id: Option<ChildId>,
        /// Its name.
        pub name: Option<String>,
        /// What it needs: `access_needs`, `interpreter`, `allergies`.
        pub needs: Vec<Question>,
        /// Whether one tablet said that it came and another that it did not: look for it.
        pub disputed: bool,
    }

    /// A session as its register shows it, in a venue and a room of these names.
    pub(crate) fn inside(
        register: &Register,
        venue: Option<String>,
        room: Option<String>,
        now: Moment,
    ) -> InSession {
        let desk = &register.desk;
        let standing = standing(&desk.rows);
        let here =
            |who: MarkedPerson| standing.iter().find(|one| one.who == who && one.mark.is_here());
        let kinds = |needs: &[Need]| needs.iter().map(|need| need.kind).collect();
        let party = |party: &RegisterParty| {
            let named = register.names(party);
            let inside = |one: &AtDoor| {
                let id = &one.child.id;
                here(MarkedPerson::Child(id.clone())).map(|standing| InsideChild {
                    counted_as: id.clone(),
                    child_id: named.then(|| id.clone()),
                    name: named.then(|| one.child.name.clone()),
                    needs: kinds(&one.needs),
                    disputed: standing.disputed,
                })
            };
            let children: Vec<InsideChild> = party.children.iter().filter_map(inside).collect();
            let adults = adults_of(register, &standing, &party.family.id);
            let anybody = adults > 0 || !children.is_empty();
            anybody.then(|| Inside {
                family_id: named.then(|| party.family.id.clone()),
                unnamed: !named,
                adult: party.carer.clone().filter(|_| named),
                adults,
                disputed: here(MarkedPerson::Adults(party.family.id.clone()))
                    .is_some_and(|one| one.disputed),
                needs: kinds(&party.needs),
                children,
            })
        };
        let (session, filled) = (&desk.planned.session, desk.filled());
        InSession {
            session_id: session.id.clone(),
            title: desk.planned.activity.title.clone(),
            venue,
            room,
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            runs: now < session.ends_at,
            named: filled.inside,
            head_count: filled.head_count,
            parties: register.parties.iter().filter_map(party).collect(),
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
    pub(crate) fn total(sessions: &[InSession]) -> People {
        let running = || sessions.iter().filter(|one| one.runs);
        let children: BTreeSet<&ChildId> = running()
            .flat_map(|one| &one.parties)
            .flat_map(|party| &party.children)
            .map(|child| &child.counted_as)
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
    use crate::attendance::register::{self, Register};
    use crate::base::fault::Result;
    use crate::base::id::{CentreId, RoomId, VenueId};
    use crate::centres;
    use crate::db::Tx;
    use chrono::TimeDelta;

    /// People come before the start: a register counts from this long before it.
    const BEFORE: TimeDelta = TimeDelta::hours(3);

    /// What is on at a centre with the people in it; sessions with nobody in them are left out.
    pub(crate) fn look(tx: &mut Tx, centre: &CentreId) -> Result<Vec<InSession>> {
        tx.allow(Act::SeeBuilding, &Scope::centre(centre), "centre")?;
        centres::store::centre(tx, centre)?;
        let now = tx.now();

        let mut registers = Vec::new();
        for id in store::on_between(tx, centre, now - LEAVING, now + BEFORE)? {
            registers.push(register::service::open(tx, &id)?);
        }
        let sessions = || registers.iter().map(|register| &register.desk.planned.session);
        let venues: Vec<VenueId> = sessions().filter_map(|one| one.venue_id.clone()).collect();
        let venues = centres::store::venues_by_id(tx, &venues)?;
        let rooms: Vec<RoomId> = sessions().filter_map(|one| one.room_id.clone()).collect();
        let rooms = store::room_names(tx, &rooms)?;
        let in_session = |register: &Register| {
            let session = &register.desk.planned.session;
            let venue = venues.iter().find(|venue| Some(&venue.id) == session.venue_id.as_ref());
            let room = session.room_id.as_ref().and_then(|room| rooms.get(room)).cloned();
            inside(register, venue.map(|venue| venue.name.clone()), room, now)
        };
        let mut found: Vec<InSession> = registers.iter().map(in_session).collect();
        found.retain(|one| !one.parties.is_empty() || one.head_count.all() > 0);
        Ok(found)
    }
}

pub(crate) mod store {
    //! Queries about what is on at a centre now, and where.

    use crate::base::fault::Result;
    use crate::base::id::{CentreId, RoomId, SessionId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{rooms, sessions};
    use diesel::prelude::*;
    use std::collections::HashMap;

    /// Sessions of a centre that end after a moment and begin before another, by their start.
    pub(crate) fn on_between(
        tx: &mut Tx,
        centre: &CentreId,
        ends_after: Moment,
        starts_before: Moment,
    ) -> Result<Vec<SessionId>> {
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
    pub(crate) fn room_names(tx: &mut Tx, ids: &[RoomId]) -> Result<HashMap<RoomId, String>> {
        let rooms = rooms::table.filter(rooms::id.eq_any(ids)).select((rooms::id, rooms::name));
        Ok(rooms.load::<(RoomId, String)>(tx.conn())?.into_iter().collect())
    }
}
