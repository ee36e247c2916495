//! Judging again: after a date, an age or a birth date changed, everyone who has or waits for a
//! place is judged by the new facts. What no longer fits ends, with words that name the child.

use crate::base::fault::{Code, Expected, Fault, Result};
use crate::base::id::{ActivityId, ChildId};
use crate::bookings::judge::{self, Unfit};
use crate::bookings::service::settle::{Since, settle};
use crate::bookings::service::{cancel, tell};
use crate::bookings::{Booking, Status, store};
use crate::db::Tx;
use crate::mail;
use crate::sessions::{self, Activity, ActivitySettings, Planned};

pub(crate) fn refuse_below_taken(tx: &mut Tx, planned: &Planned, capacity: i32) -> Result<()> {
    let all = store::taken(tx, &planned.session.id, planned.activity.unit)?;
    let (taken, adults) = (all.places, all.adults);
    if let Some(limit) = planned.activity.adult_limit.filter(|limit| adults > *limit) {
        let detail = format!("{adults} adults are coming, so {limit} is too few.");
        return Err(Fault::new(Code::CapacityBelowTaken, detail).with("taken", adults));
    }
    if capacity >= taken {
        return Ok(());
    }
    let detail =
        format!("{taken} places are taken, so {capacity} is too few. Cancel bookings first.");
    Err(Fault::new(Code::CapacityBelowTaken, detail)
        .with("taken", taken)
        .with("capacity", capacity))
}

/// A date moved: everyone who has or waits for a place is judged by the new day.
pub(crate) fn judge_all_again(tx: &mut Tx, planned: &Planned) -> Result<()> {
    for booking in store::live_in(tx, &planned.session.id)? {
        judge_again(tx, planned, &booking)?;
    }
    Ok(())
}

/// Ends what no longer fits, with words that name the child. True where it ended.
fn judge_again(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<bool> {
    let children = store::children_of(tx, &booking.id)?;
    let day = planned.session.local_day;
    let unfit = judge::unfit_child(&planned.activity, &children, day);
    let Some((child, why)) = unfit.filter(|_| !planned.activity.adults_only) else {
        return Ok(false);
    };
    let why = match why {
        Unfit::TooYoung | Unfit::NotBorn => mail::NotBookedWhy::TooYoung,
        Unfit::TooOld => mail::NotBookedWhy::TooOld,
    };
    let standing = match booking.status {
        Status::Waiting | Status::Offered => mail::MailStanding::Waiting,
        Status::Booked | Status::Cancelled | Status::Lapsed | Status::Declined => {
            mail::MailStanding::Booked
        }
    };
    let still_waits = booking.status == Status::Waiting
        && store::leave_one_line(tx, &booking.id, &planned.session.id)?;
    if !still_waits {
        cancel::give_up(tx, planned, booking, Some("outside_age_range"))?;
    }
    tell::cannot_be_met(tx, planned, booking, &child.name, why, standing)?;
    Ok(true)
}

/// Changes an activity, and judges everyone who has or waits for a place in it by the new rules.
pub(crate) fn change_activity(
    tx: &mut Tx,
    id: &ActivityId,
    version: &Expected,
    change: impl FnOnce(&ActivitySettings) -> Result<ActivitySettings>,
) -> Result<Activity> {
    let now = tx.now();
    let ids = sessions::store::coming(tx, id, now)?;
    sessions::store::lock(tx, &ids)?;
    let activity = sessions::service::change_activity(tx, id, version, change)?;

    for id in &ids {
        let planned = sessions::store::planned(tx, id)?;
        refuse_below_taken(tx, &planned, planned.session.capacity)?;
        judge_all_again(tx, &planned)?;
        settle(tx, &planned, Since::Change)?;
    }
    Ok(activity)
}

/// Birth dates changed: what these children are booked for or wait for is judged again.
pub(crate) fn judge_children_again(tx: &mut Tx, children: &[ChildId]) -> Result<()> {
    let now = tx.now();
    for child in children {
        for booking in store::coming_with(tx, child, now)? {
            let ids = store::sessions_of(tx, &booking.id)?;
            sessions::store::lock(tx, &ids)?;
            for id in ids {
                let planned = sessions::store::planned(tx, &id)?;
                let booking = store::booking(tx, &booking.id)?;
                if booking.status.is_live() && judge_again(tx, &planned, &booking)? {
                    settle(tx, &planned, Since::Change)?;
                }
            }
        }
    }
    Ok(())
}
