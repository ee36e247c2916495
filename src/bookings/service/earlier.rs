//! Rules that are asked again of a booking that was requested earlier.

use super::request::diary_of;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::bookings::Booking;
use crate::bookings::judge::{self, Asker};
use crate::db::Tx;
use crate::membership;
use crate::sessions::{Access, Planned};

/// Whether a session for members takes this family.
pub(crate) fn members(
    tx: &mut Tx,
    planned: &Planned,
    family: &FamilyId,
    asker: Asker,
) -> Result<()> {
    if planned.activity.access != Access::Members {
        return Ok(());
    }
    let membership = membership::store::of_family(tx, family)?;
    judge::members(planned, membership.is_some_and(|known| known.is_live()), asker)
}

/// Whether a family may have one more place in this activity, not counting one of its bookings.
pub(crate) fn limits(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    asker: Asker,
) -> Result<()> {
    let (diary, _) = diary_of(tx, planned, booking, &[])?;
    let activity = &planned.activity.id;
    let days = diary.days_held(&booking.family_id, activity, Some(&booking.id));
    judge::limits(planned, &days, asker)
}
