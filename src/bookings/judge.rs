//! Judging a request, in the order of the house: closed, not yet released, already booked, age,
//! party, clash, limit. Pure: facts go in, and nothing or the first fault comes out.

use super::waitlist::Size;
use super::{Busy, MadeAs};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CarerId, FamilyId};
use crate::base::moment::Moment;
use crate::families::Child;
use crate::sessions::release::phase;
use crate::sessions::{Access, Activity, Phase, Planned, Session};
use chrono::{NaiveDate, TimeDelta};

/// In what capacity somebody asks for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asker {
    /// A family itself.
    Family,
    /// Staff or front desk; with a reason they may override some rules.
    Desk { has_reason: bool },
    /// A professional; a referral always has its reason.
    Professional,
}

impl Asker {
    /// By the capacity in which somebody asks, and whether they gave a reason.
    pub(crate) fn of(made: MadeAs, has_reason: bool) -> Asker {
        match made {
            MadeAs::Parent => Asker::Family,
            MadeAs::FrontDesk | MadeAs::Staff | MadeAs::Service => Asker::Desk { has_reason },
            MadeAs::Professional => Asker::Professional,
        }
    }
}

/// Whether the session takes requests of this asker now.
pub(crate) fn release(planned: &Planned, asker: Asker, now: Moment) -> Result<()> {
    let session = &planned.session;
    let desk = matches!(asker, Asker::Desk { .. });
    match phase(session, now) {
        Phase::Cancelled => {
            return Err(Fault::new(
                Code::SessionCancelled,
                "The session is cancelled. Please choose another.",
            ));
        }
        Phase::Draft if desk => {
            return Err(Fault::new(Code::NotYetReleased, "Announce the session first."));
        }
        Phase::Draft => return Err(Fault::not_found("session")),
        Phase::Ended | Phase::Running | Phase::Closed => closed(asker)?,
        Phase::Public => {}
        Phase::ReferralWindow if asker == Asker::Family => return Err(not_released(session)),
        Phase::ReferralWindow => {}
        Phase::Announced => before_referrals(session, asker)?,
    }
    match planned.activity.access {
        Access::DropIn => {
            Err(Fault::new(Code::NoBookingNeeded, "Just turn up: this session takes no bookings."))
        }
        Access::Book | Access::ReferralOnly | Access::Members | Access::Appointment => Ok(()),
    }
}

fn closed(asker: Asker) -> Result<()> {
    match asker {
        Asker::Desk { has_reason: true } => Ok(()),
        Asker::Desk { has_reason: false } => Err(Fault::new(
            Code::BookingsClosed,
            "Booking has closed. Give a reason to book all the same.",
        )),
        Asker::Family | Asker::Professional => {
            Err(Fault::new(Code::BookingsClosed, "Booking for this session has closed."))
        }
    }
}

fn before_referrals(session: &Session, asker: Asker) -> Result<()> {
    match asker {
        Asker::Family => Err(not_released(session)),
        Asker::Desk { has_reason: true } => Ok(()),
        Asker::Desk { has_reason: false } => Err(Fault::new(
            Code::ReasonNeeded,
            "Referrals have not opened yet. Give a reason to book all the same.",
        )
        .field("/reason", "Say why this family is booked before referrals open.")),
        Asker::Professional => {
            Err(Fault::new(Code::ReferralWindow, "Referrals for this session have not opened yet.")
                .with("opens_at", session.referrals_open_at))
        }
    }
}

/// Everything a family is told before the release.
fn not_released(session: &Session) -> Fault {
    match session.public_release_at {
        Some(at) => {
            Fault::new(Code::NotYetReleased, "Booking has not opened yet. Please come back then.")
                .with("opens_at", at)
        }
        None => Fault::new(
            Code::NotYetReleased,
            "This session is not open for booking. Please phone the centre.",
        )
        .with("opens_at", Option::<Moment>::None),
    }
}

/// Whether a session for members takes this family. A family that a professional refers becomes a
/// member by that, or is let in as if it did: the answer must not tell a family that opted out from
/// a new one.
pub(crate) fn members(planned: &Planned, is_member: bool, asker: Asker) -> Result<()> {
    let lets_in = is_member || asker == Asker::Professional;
    if planned.activity.access != Access::Members || lets_in { Ok(()) } else { Err(members_only()) }
}

/// Says how to join.
pub(crate) fn members_only() -> Fault {
    let detail = "This session is for members. Joining is free: fill in the form at /join, or ask \
                  at the centre. Then book.";
    Fault::new(Code::MembersOnly, detail).with("join", "/join")
}

/// Who would come.
#[derive(Clone, Debug)]
pub(crate) struct Party<'a> {
    pub children: &'a [Child],
    pub adults: i32,
}

/// Why a child does not fit an activity on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    TooYoung,
    TooOld,
    NotBorn,
}

/// Whether one child is of the age, on the session's local day.
pub(crate) fn age(activity: &Activity, child: &Child, on: NaiveDate) -> Result<(), Unfit> {
    let Some(born) = child.born() else {
        return if activity.expectant_welcome { Ok(()) } else { Err(Unfit::NotBorn) };
    };
    let ages = activity.ages.range();
    if ages.admits(born, on) {
        return Ok(());
    }
    let oldest_ok = crate::base::calendar::AgeRange { max: None, ..ages };
    Err(if oldest_ok.admits(born, on) { Unfit::TooOld } else { Unfit::TooYoung })
}

/// Whether a child can be there on a day at all: it is born by then, or due, or expected where that
/// is welcome. Brothers and sisters who come along only have to meet this.
fn is_there(activity: &Activity, child: &Child, on: NaiveDate) -> bool {
    match child.born() {
        Some(born) => born.earliest() <= on,
        None => activity.expectant_welcome || child.due_on.is_some_and(|due| due <= on),
    }
}

/// The first child that keeps the whole party out, and why.
pub(crate) fn unfit_child<'a>(
    activity: &Activity,
    children: &'a [Child],
    on: NaiveDate,
) -> Option<(&'a Child, Unfit)> {
    if let Some(unborn) = children.iter().find(|child| !is_there(activity, child, on)) {
        return Some((unborn, Unfit::NotBorn));
    }
    let judged = children.iter().map(|child| (child, age(activity, child, on)));
    let unfit: Vec<_> =
        judged.filter_map(|(child, age)| age.err().map(|why| (child, why))).collect();
    let some_fit = unfit.len() < children.len();
    if activity.siblings_welcome && some_fit { None } else { unfit.into_iter().next() }
}

/// Which of these children could come, each judged alone.
pub(crate) fn who_fits(planned: &Planned, children: &[Child]) -> Vec<bool> {
    let (activity, on) = (&planned.activity, planned.session.local_day);
    let fits = |child: &Child| unfit_child(activity, std::slice::from_ref(child), on).is_none();
    children.iter().map(|child| !activity.adults_only && fits(child)).collect()
}

pub(crate) fn ages(planned: &Planned, party: &Party) -> Result<()> {
    let activity = &planned.activity;
    let outside = |detail: &str| Fault::new(Code::OutsideAgeRange, detail);
    if activity.adults_only {
        return if party.children.is_empty() {
            Ok(())
        } else {
            Err(outside("This session is for adults only. Please come without children."))
        };
    }
    if party.children.is_empty() {
        return Err(Fault::invalid("/child_ids", "Say which children come."));
    }
    match unfit_child(activity, party.children, planned.session.local_day) {
        None => Ok(()),
        Some((_, Unfit::TooYoung)) => Err(outside("The child is too young for this session.")),
        Some((_, Unfit::TooOld)) => Err(outside("The child is too old for this session.")),
        Some((_, Unfit::NotBorn)) => Err(outside("This session is for children already born.")),
    }
}

pub(crate) fn party_size(planned: &Planned, party: &Party) -> Result<Size> {
    let activity = &planned.activity;
    let children = i32::try_from(party.children.len()).unwrap_or(i32::MAX);
    let size = Size::of(activity.unit, party.adults, children);
    let too_many = |limit: Option<i32>, count: i32| limit.is_some_and(|limit| count > limit);
    if size.places > planned.session.capacity
        || too_many(activity.party_limit, children)
        || too_many(activity.adult_limit, party.adults)
    {
        return Err(Fault::new(
            Code::PartyTooLarge,
            "This session never has room for that many people together. Please bring fewer.",
        ));
    }
    Ok(size)
}

/// The household that gets the answer, and its carer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asks<'a> {
    pub family: &'a FamilyId,
    pub carer: Option<&'a CarerId>,
}

impl Asks<'_> {
    /// Whether they may know of a place: any place of their household, and a sensitive one only if
    /// they are the carer who comes.
    pub(crate) fn may_know(&self, busy: &Busy) -> bool {
        let comes = self.carer.is_some() && self.carer == busy.carer.as_ref();
        *self.family == busy.family && (!busy.sensitive || comes)
    }
}

/// Whether a place is at the time of any of these dates.
pub(crate) fn clash(busy: &Busy, dates: &[(Moment, Moment)]) -> bool {
    dates.iter().any(|(from, to)| busy.starts_at < *to && *from < busy.ends_at)
}

/// How many places of one activity a family may have by booking itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BookingLimits {
    pub a_day: i32,
    pub in_seven_days: i32,
}

impl BookingLimits {
    pub(crate) fn of(activity: &Activity) -> BookingLimits {
        BookingLimits { a_day: activity.limit_a_day, in_seven_days: activity.limit_in_seven_days }
    }

    /// Whether one more on `day` would exceed a limit: the day's, or that of any seven days around
    /// it.
    pub(crate) fn are_passed_by(self, day: NaiveDate, held: &[NaiveDate]) -> bool {
        let count = |from: NaiveDate, to: NaiveDate| {
            let inside = held.iter().filter(|held| from <= **held && **held <= to).count();
            i32::try_from(inside).unwrap_or(i32::MAX)
        };
        if count(day, day) >= self.a_day {
            return true;
        }
        (0..7).any(|back| {
            let from = day - TimeDelta::days(back);
            count(from, from + TimeDelta::days(6)) >= self.in_seven_days
        })
    }
}

/// Limits on what a family books itself: `days` are those of its live places in the activity.
pub(crate) fn limits(planned: &Planned, days: &[NaiveDate], asker: Asker) -> Result<()> {
    let passes = match asker {
        Asker::Family => false,
        Asker::Desk { has_reason } => has_reason,
        Asker::Professional => true,
    };
    let limits = BookingLimits::of(&planned.activity);
    if passes || !limits.are_passed_by(planned.session.local_day, days) {
        return Ok(());
    }
    let detail = match asker {
        Asker::Desk { .. } => {
            "The family has as many bookings as the limit allows. Give a reason to pass it."
        }
        Asker::Family | Asker::Professional => {
            "You have as many places in this activity as one family may book. Give one of them up \
             first, or choose a later week."
        }
    };
    Err(Fault::new(Code::OverLimit, detail))
}
