//! Who is in a room, by the register of the session that is on in it. The adults of a party count
//! as there when they are marked, and also when one of their children is: somebody brought it.

use crate::attendance::Who;
use crate::attendance::register::{AtDoor, Need, Party, Register, standing};
use crate::attendance::room::{People, Seat, Standing, filled};
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
    let here = |who: Who| standing.iter().find(|one| one.who == who && one.mark.is_here());
    let party = |party: &Party| {
        let named = register.names(party);
        let inside = |one: &AtDoor| {
            here(Who::Child(one.child.id.clone())).map(|standing| InsideChild {
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
            disputed: here(Who::Adults(party.family.id.clone())).is_some_and(|one| one.disputed),
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

fn adults_of(register: &Register, standing: &[Standing], family: &FamilyId) -> i32 {
    let seated = register.desk.seated_of(family);
    let seats: Vec<Seat> = seated.map(|seated| seated.seat()).into_iter().collect();
    let own: Vec<Standing> =
        standing.iter().filter(|one| one.family_id == *family).cloned().collect();
    filled(&seats, &own, People::default()).inside.adults
}

/// Everybody in sessions that still run. A child marked in two rooms is one child; heads are only
/// counted.
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
