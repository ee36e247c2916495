//! What an answer shows of a booking beside its row. A decision knows most of it; what it did not
//! need is read when it is asked for.

use super::request::BookingFacts;
use super::waitlist::{chance_of, position_of};
use crate::base::fault::Result;
use crate::base::id::{ChildId, SessionId};
use crate::bookings::{Booking, Status, store};
use crate::db::Tx;
use crate::families;
use crate::mail::Chance;
use crate::sessions::{self, Planned};

pub(crate) struct Shown {
    pub planned: Planned,
    /// Whether the family's record is restricted.
    pub restricted: bool,
    pub(super) children: Option<Vec<ChildId>>,
    pub(super) lines: Option<Vec<SessionId>>,
    pub(super) chance: Option<Option<Chance>>,
}

impl Shown {
    /// Of a booking as it was just made.
    pub(super) fn of(facts: &BookingFacts, planned: &Planned) -> Shown {
        let mut children: Vec<ChildId> =
            facts.children.iter().map(|child| child.id.clone()).collect();
        children.sort();
        Shown {
            planned: planned.clone(),
            restricted: facts.applicant.restricted,
            children: Some(children),
            lines: None,
            chance: None,
        }
    }

    /// Of a booking in a list, whose sessions and children were read at once.
    pub(super) fn listed(planned: Planned, restricted: bool, children: Vec<ChildId>) -> Shown {
        Shown { planned, restricted, children: Some(children), lines: None, chance: None }
    }

    pub(crate) fn load(tx: &mut Tx, booking: &Booking) -> Result<Shown> {
        Ok(Shown {
            planned: sessions::store::planned(tx, &booking.session_id)?,
            restricted: families::store::family(tx, &booking.family_id)?.restricted,
            children: None,
            lines: None,
            chance: None,
        })
    }

    /// The children of the party that still live in its family.
    pub(crate) fn children(&mut self, tx: &mut Tx, booking: &Booking) -> Result<Vec<ChildId>> {
        match self.children.take() {
            Some(children) => Ok(children),
            None => store::own_children_of(tx, booking),
        }
    }

    /// The lines it stands in, the one asked for first among them.
    pub(crate) fn lines(&mut self, tx: &mut Tx, booking: &Booking) -> Result<Vec<SessionId>> {
        match (booking.status, self.lines.take()) {
            (Status::Waiting, Some(lines)) => Ok(lines),
            (Status::Waiting, None) => store::sessions_of(tx, &booking.id),
            _ => Ok(Vec::new()),
        }
    }

    /// Its position in the line, counted from 1.
    pub(crate) fn position(&self, tx: &mut Tx, booking: &Booking) -> Result<Option<usize>> {
        match booking.status {
            Status::Waiting => position_of(tx, &self.planned, booking),
            _ => Ok(None),
        }
    }

    pub(crate) fn chance(&self, tx: &mut Tx, booking: &Booking) -> Result<Option<Chance>> {
        match (booking.status, self.chance) {
            (Status::Waiting, Some(chance)) => Ok(chance),
            (Status::Waiting, None) => chance_of(tx, &self.planned, booking),
            _ => Ok(None),
        }
    }
}
