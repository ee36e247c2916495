//! What a birth, a death or loss, or a move to another household means for a child's bookings.
//! Silence is kept: nobody is written to about a child that died.

use super::again::judge_children_again;
use super::cancel::give_up;
use super::settle::{Since, settle};
use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId};
use crate::bookings::{Booking, store};
use crate::db::Tx;
use crate::families::requests::Baby;
use crate::families::service::children;
use crate::families::{Ended, Household, store as families};
use crate::{membership, sessions};

/// A birth: what was booked for the expected child is judged again by its birth date.
pub(crate) fn born(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    babies: &[Baby],
) -> Result<Household> {
    lock_bookings(tx, child)?;
    let household = children::born(tx, family, child, babies)?;
    judge_children_again(tx, std::slice::from_ref(child))?;
    Ok(household)
}

/// A death, or a pregnancy that ended: its places are given up without a word.
pub(crate) fn end(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    ended: Ended,
) -> Result<Household> {
    lock_bookings(tx, child)?;
    let homes = families::families_of(tx, std::slice::from_ref(child))?;
    let household = children::end(tx, family, child, ended)?;
    leave_out(tx, child, None)?;
    for home in homes {
        let household = families::household(tx, &home)?;
        membership::service::silenced(tx, &household)?;
    }
    Ok(household)
}

/// A move: what the old household booked for this child alone goes with it, what it booked for
/// others too stays without it.
pub(crate) fn move_out(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    to: Option<&FamilyId>,
) -> Result<Household> {
    lock_bookings(tx, child)?;
    let household = children::move_out(tx, family, child, to)?;
    if let Some(to) = to {
        let target = families::household(tx, to)?;
        membership::service::enrol_known(tx, &target)?;
        let carer = target.carers.first().map(|carer| carer.id.clone());
        for booking in store::only_of(tx, family, child)? {
            // A carer's sensitive bookings move to no other household.
            if sessions::store::planned(tx, &booking.session_id)?.activity.sensitive {
                continue;
            }
            store::hand_over(tx, &booking, to, carer.as_ref())?;
        }
    }
    leave_out(tx, child, Some(family))?;
    Ok(household)
}

/// Sessions are always locked before families.
fn lock_bookings(tx: &mut Tx, child: &ChildId) -> Result<()> {
    let now = tx.now();
    let mut ids = Vec::new();
    for booking in store::coming_with(tx, child, now)? {
        ids.extend(store::sessions_of(tx, &booking.id)?);
    }
    if ids.is_empty() {
        return Ok(());
    }
    sessions::store::lock(tx, &ids)
}

/// Takes a child out of future bookings, of one household or of all.
fn leave_out(tx: &mut Tx, child: &ChildId, of: Option<&FamilyId>) -> Result<()> {
    let now = tx.now();
    let coming = store::coming_with(tx, child, now)?;
    for booking in coming.iter().filter(|one| of.is_none_or(|family| one.family_id == *family)) {
        let ids = store::sessions_of(tx, &booking.id)?;
        leave_one(tx, booking, child)?;
        for id in ids {
            let planned = sessions::store::planned(tx, &id)?;
            settle(tx, &planned, Since::Change)?;
        }
    }
    Ok(())
}

fn leave_one(tx: &mut Tx, booking: &Booking, child: &ChildId) -> Result<()> {
    if booking.children > 1 {
        return store::leave_party(tx, &booking.id, child);
    }
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    give_up(tx, &planned, booking, Some("child_does_not_come"))
}
