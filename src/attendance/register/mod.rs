//! A register as it is read at the door: who is expected, what is marked for each, how full the
//! room is. It holds nothing about referrals, groups, addresses or waiting, so nothing of that can
//! be shown.

pub(crate) mod service;
pub(crate) mod store;

use super::room::{People, RoomFilled, RoomParty, Seat, filled};
use super::{Completed, HeadCount, MarkRow, merging};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, FamilyId, SessionId};
use crate::bookings::Booking;
use crate::families::answers::Question;
use crate::families::{Child, Family};
use crate::sessions::Planned;
use std::collections::BTreeSet;

/// A party that has a place, with the children that come.
#[derive(Clone, Debug)]
pub(crate) struct Seated {
    pub booking: Booking,
    pub children: Vec<Child>,
}

/// What a decision about a register is based on.
#[derive(Clone, Debug)]
pub(crate) struct RegisterDesk {
    pub planned: Planned,
    /// Where the places are counted: the first session of a course, else itself.
    pub seat: SessionId,
    pub seated: Vec<Seated>,
    pub rows: Vec<MarkRow>,
    pub counts: Vec<HeadCount>,
    pub completed: Option<Completed>,
    /// Most people in the room.
    pub limit: Option<i32>,
    /// Whether room is kept for those who booked and are not here yet.
    pub keeps_room: bool,
    /// Whether the caller may correct, complete, and let in people who were not expected.
    pub keeps: bool,
}

impl RegisterDesk {
    pub(crate) fn seated_of(&self, family: &FamilyId) -> Option<&Seated> {
        self.seated.iter().find(|seated| seated.booking.family_id == *family)
    }

    pub(crate) fn seated_by(&self, booking: &BookingId) -> Option<&Seated> {
        self.seated.iter().find(|seated| seated.booking.id == *booking)
    }

    /// The families that are expected or were marked.
    pub(crate) fn families(&self) -> BTreeSet<&FamilyId> {
        let booked = self.seated.iter().map(|seated| &seated.booking.family_id);
        booked.chain(self.rows.iter().map(|row| &row.family_id)).collect()
    }

    /// Fault: a cancelled session has no register.
    pub(crate) fn must_be_held(&self) -> Result<()> {
        match self.planned.session.cancelled_at {
            None => Ok(()),
            Some(_) => {
                let detail = "This session was cancelled, so it has no register.";
                Err(Fault::new(Code::SessionCancelled, detail))
            }
        }
    }

    /// What was sent with a known client id.
    pub(crate) fn content_of(&self, client_id: &str) -> Option<&str> {
        let mark = self.rows.iter().find(|row| row.client_id == client_id);
        let count = self.counts.iter().find(|row| row.client_id == client_id);
        mark.map(|row| row.content.as_str()).or(count.map(|row| row.content.as_str()))
    }

    pub(crate) fn filled(&self) -> RoomFilled {
        let filled = self.filled_with(&self.rows, &self.counts);
        let left = self.limit.map(|limit| filled.room_for(limit).max(0));
        RoomFilled { safety_limit: self.limit, left, ..filled }
    }

    /// How full the room would be with these marks and head-counts.
    pub(crate) fn filled_with(&self, rows: &[MarkRow], counts: &[HeadCount]) -> RoomFilled {
        let seats: Vec<Seat> = self.seated.iter().map(Seated::seat).collect();
        let standing = standing(rows);
        let counted = counts.iter().filter(|row| row.stands);
        let head_count = counted.fold(People::default(), |sum, row| People {
            adults: sum.adults.saturating_add(row.adults),
            children: sum.children.saturating_add(row.children),
        });
        let filled = filled(&seats, &standing, head_count);
        if self.keeps_room { filled } else { filled.given_up() }
    }
}

impl Seated {
    pub(crate) fn seat(&self) -> Seat {
        Seat {
            family_id: self.booking.family_id.clone(),
            adults: self.booking.adults,
            children: self.children.iter().map(|child| child.id.clone()).collect(),
        }
    }
}

/// What each person counts as in a room. Where tablets disagree and nobody has settled it, somebody
/// let in by one of them counts as in, with as many adults as were said to come: at a roll-call it
/// is worse to miss a child than to look for one.
pub(crate) fn standing(rows: &[MarkRow]) -> Vec<RoomParty> {
    let one = |row: &MarkRow| {
        let who = row.who();
        let against = if row.disputed { merging::against(rows, &who) } else { Vec::new() };
        let said = std::iter::once(row).chain(against);
        let here: Vec<&MarkRow> = said.filter(|said| said.mark.is_here()).collect();
        RoomParty {
            mark: here.first().map_or(row.mark, |here| here.mark),
            adults: here.iter().map(|here| here.adults).max().unwrap_or(row.adults),
            disputed: row.disputed,
            family_id: row.family_id.clone(),
            who,
        }
    };
    rows.iter().filter(|row| row.stands).map(one).collect()
}

/// The register with the people of it.
#[derive(Clone, Debug)]
pub(crate) struct Register {
    pub desk: RegisterDesk,
    pub parties: Vec<RegisterParty>,
    /// Whether the caller is shown the names on restricted records.
    pub names_restricted: bool,
    /// Whether the caller is told how people get a place at the session.
    pub tells_access: bool,
}

impl Register {
    /// Whether the caller is shown the names of a party.
    pub(crate) fn names(&self, party: &RegisterParty) -> bool {
        self.names_restricted || !party.family.restricted
    }
}

/// A family at the door: booked, or walked in.
#[derive(Clone, Debug)]
pub(crate) struct RegisterParty {
    pub family: Family,
    /// `None`: walked in.
    pub booking: Option<Booking>,
    /// Who comes, where that is known, else the first of the family.
    pub carer: Option<String>,
    /// Of its adults.
    pub needs: Vec<Need>,
    pub children: Vec<AtDoor>,
}

#[derive(Clone, Debug)]
pub(crate) struct AtDoor {
    pub child: Child,
    /// The name used at the door; `None` where it must not be named.
    pub called: Option<String>,
    pub needs: Vec<Need>,
}

/// An icon, with the words the family said, if it is of this household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub kind: Question,
    pub words: Option<String>,
}
