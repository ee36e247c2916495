//! Moves, made one by one and remembered in order.

use crate::base::fault::Result;
use crate::base::id::{BookingId, ChildId, FamilyId, RecordJoinId};
use crate::bookings::{self, Holds, Status};
use crate::db::Tx;
use crate::merge::store::threads::{self, BETWEEN, ThreadMoved, To};
use crate::merge::{Move, store};
use serde_json::json;

/// What a merge has changed so far.
pub(crate) struct Moving {
    pub join: RecordJoinId,
    pub moves: Vec<Move>,
}

impl Moving {
    pub(crate) fn new(join: RecordJoinId) -> Moving {
        Moving { join, moves: Vec::new() }
    }

    /// Changes one value; false where it could not be.
    pub(crate) fn set(
        &mut self,
        tx: &mut Tx,
        (table, column): (&str, &str),
        row: &str,
        (before, after): (Option<String>, Option<String>),
    ) -> Result<bool> {
        let change = Move {
            join_id: self.join.clone(),
            position: i32::try_from(self.moves.len()).unwrap_or(i32::MAX),
            table_name: table.to_owned(),
            column_name: column.to_owned(),
            row_key: row.to_owned(),
            value_before: before,
            value_after: after,
        };
        let done = threads::apply(tx, &change)? == ThreadMoved::Changed;
        if done {
            self.moves.push(change);
        }
        Ok(done)
    }

    /// Everything that leads to one leads to the other; what is already taken there stays.
    pub(crate) fn follow(&mut self, tx: &mut Tx, to: To, from: &str, into: &str) -> Result<()> {
        self.follow_but(tx, to, (from, into), &[])
    }

    /// The same, except for the rows with these keys.
    pub(crate) fn follow_but(
        &mut self,
        tx: &mut Tx,
        to: To,
        (from, into): (&str, &str),
        but: &[&str],
    ) -> Result<()> {
        for thread in threads::THREADS.iter().filter(|thread| thread.to == to) {
            let rows = (thread.rows)(tx, from)?;
            for row in rows.into_iter().filter(|row| !but.contains(&row.as_str())) {
                let values = (Some(from.to_owned()), Some(into.to_owned()));
                self.set(tx, (thread.table, thread.column), &row, values)?;
            }
        }
        Ok(())
    }

    /// Takes a child out of a household, to be put back as it was.
    pub(crate) fn leave_home(
        &mut self,
        tx: &mut Tx,
        family: &FamilyId,
        child: &ChildId,
    ) -> Result<bool> {
        let homes = store::homes(tx, child)?;
        let Some((_, position, is_home)) = homes.into_iter().find(|(of, ..)| of == family) else {
            return Ok(false);
        };
        let before = json!({ "position": position, "is_home": is_home }).to_string();
        let row = [family.as_str(), child.as_str()].join(BETWEEN);
        self.set(tx, ("family_children", "row"), &row, (Some(before), None))?;
        Ok(is_home)
    }

    /// Where the child's card goes.
    pub(crate) fn set_home(
        &mut self,
        tx: &mut Tx,
        family: &FamilyId,
        child: &ChildId,
        is_home: bool,
    ) -> Result<bool> {
        let row = [family.as_str(), child.as_str()].join(BETWEEN);
        let values = (Some((!is_home).to_string()), Some(is_home.to_string()));
        self.set(tx, ("family_children", "is_home"), &row, values)
    }

    /// A child that also comes by another booking does not come by this one.
    pub(crate) fn leave_party(
        &mut self,
        tx: &mut Tx,
        booking: &BookingId,
        child: &ChildId,
    ) -> Result<()> {
        let party = bookings::store::booking(tx, booking)?;
        if party.adults + party.children < 2 {
            return self.end(tx, booking);
        }
        let row = [booking.as_str(), child.as_str()].join(BETWEEN);
        if self.set(tx, ("booking_children", "row"), &row, (there(), None))? {
            self.count(tx, booking, -1)?;
        }
        Ok(())
    }

    /// People who came by one booking came by the other, which stands; this one is ended.
    pub(crate) fn merge_parties(
        &mut self,
        tx: &mut Tx,
        stands: &BookingId,
        ends: &BookingId,
    ) -> Result<()> {
        for (_, child) in store::parties(tx, &[ends])? {
            let row = [stands.as_str(), child.as_str()].join(BETWEEN);
            if self.set(tx, ("booking_children", "row"), &row, (None, there()))? {
                self.count(tx, stands, 1)?;
            }
        }
        self.end(tx, ends)
    }

    /// Ends what was held in a session that is over.
    fn end(&mut self, tx: &mut Tx, booking: &BookingId) -> Result<()> {
        let before = bookings::store::booking(tx, booking)?;
        for (session, holds) in store::held(tx, booking)? {
            let row = [booking.as_str(), session.as_str()].join(BETWEEN);
            let values = (Some(holds.as_str().to_owned()), Some(Holds::None.as_str().to_owned()));
            self.set(tx, ("booking_sessions", "holds"), &row, values)?;
        }
        let was = json!({ "status": before.status, "ended_at": before.ended_at,
            "end_reason": before.end_reason });
        let is = json!({ "status": Status::Cancelled, "ended_at": tx.now(),
            "end_reason": "joined_records" });
        let values = (Some(was.to_string()), Some(is.to_string()));
        self.set(tx, ("bookings", "end"), booking.as_str(), values).map(drop)
    }

    fn count(&mut self, tx: &mut Tx, booking: &BookingId, more: i32) -> Result<()> {
        let children = bookings::store::booking(tx, booking)?.children;
        let values = (Some(children.to_string()), Some((children + more).to_string()));
        self.set(tx, ("bookings", "children"), booking.as_str(), values).map(drop)
    }
}

/// Of a row that is there and says no more than that.
fn there() -> Option<String> {
    Some("{}".to_owned())
}
