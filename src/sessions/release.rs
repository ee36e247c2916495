//! Release: who may book when. A plan on the activity becomes moments on the session; the phase is
//! computed from the moments and the clock whenever it is needed.

use super::{Access, Activity, Phase, Session};
use crate::base::calendar::at_local;
use crate::base::fault::{Fault, Result};
use crate::base::moment::Moment;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

/// The moments that decide a session, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moments {
    pub referrals_open_at: Moment,
    /// `None`: never public.
    pub public_release_at: Option<Moment>,
    pub bookings_close_at: Moment,
    pub cancel_by: Moment,
    pub priority_until: Moment,
}

/// What was set for one session instead of the activity's plan.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overrides {
    pub referrals_open_at: Option<Moment>,
    /// `Some(None)`: set to never public.
    pub public_release_at: Option<Option<Moment>>,
    pub bookings_close_at: Option<Moment>,
    pub priority_until: Option<Moment>,
}

/// Plan and overrides together. Overrides must be in order; the plan gives way to them.
pub(crate) fn moments(
    activity: &Activity,
    starts_at: Moment,
    local_day: NaiveDate,
    zone: Tz,
    said: &Overrides,
) -> Result<Moments> {
    let before = |days: i32, time: NaiveTime| -> Moment {
        let days = Days::new(u64::try_from(days).unwrap_or(0));
        at_local(local_day.checked_sub_days(days).unwrap_or(local_day), time, zone).into()
    };
    let closes = said
        .bookings_close_at
        .unwrap_or(starts_at - TimeDelta::minutes(i64::from(activity.closes_minutes_before)));
    if closes > starts_at {
        return Err(wrong("/bookings_close_at", "Booking must close by the start."));
    }

    let never = activity.access == Access::ReferralOnly;
    let public = match (never, said.public_release_at) {
        (true, Some(Some(_))) => {
            return Err(wrong(
                "/public_release_at",
                "This activity is by referral only: use null.",
            ));
        }
        (true, _) | (false, Some(None)) => None,
        (false, Some(Some(at))) => Some(at),
        (false, None) => activity.release_plan.public_days_before.map(|days| {
            let planned = before(days, activity.release_plan.public_time).min(closes);
            said.referrals_open_at.map_or(planned, |opens| planned.max(opens))
        }),
    };
    let last = public.unwrap_or(closes);
    let opens = said.referrals_open_at.unwrap_or_else(|| {
        let plan = &activity.release_plan;
        before(plan.referrals_days_before, plan.referrals_time).min(last)
    });

    if opens > last {
        return Err(wrong("/referrals_open_at", "Referrals must open by the public release."));
    }
    if public.is_some_and(|at| at > closes) {
        return Err(wrong(
            "/public_release_at",
            "The public release must come before booking closes.",
        ));
    }
    let priority_until = said
        .priority_until
        .unwrap_or(starts_at - TimeDelta::hours(i64::from(activity.priority_hours)));
    if priority_until > starts_at {
        return Err(wrong("/priority_until", "Priority places must end by the start."));
    }
    Ok(Moments {
        referrals_open_at: opens,
        public_release_at: public,
        bookings_close_at: closes,
        cancel_by: starts_at - TimeDelta::hours(i64::from(activity.cancel_hours)),
        priority_until,
    })
}

fn wrong(pointer: &str, detail: &str) -> Fault {
    Fault::invalid(pointer, detail)
}

/// Where the session stands at this moment.
pub(crate) fn phase(session: &Session, now: Moment) -> Phase {
    if session.cancelled_at.is_some() {
        Phase::Cancelled
    } else if session.announced_at.is_none() {
        Phase::Draft
    } else if now >= session.ends_at {
        Phase::Ended
    } else if now >= session.starts_at {
        Phase::Running
    } else if now >= session.bookings_close_at {
        Phase::Closed
    } else if session.public_release_at.is_some_and(|at| now >= at) {
        Phase::Public
    } else if now >= session.referrals_open_at {
        Phase::ReferralWindow
    } else {
        Phase::Announced
    }
}

/// The phase as families and the public may know it: it never reveals a referral window.
pub(crate) fn phase_for_families(session: &Session, now: Moment) -> Phase {
    match phase(session, now) {
        Phase::ReferralWindow => Phase::Announced,
        known @ (Phase::Draft
        | Phase::Announced
        | Phase::Public
        | Phase::Closed
        | Phase::Running
        | Phase::Ended
        | Phase::Cancelled) => known,
    }
}
