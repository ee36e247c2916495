//! What is asked for, and the facts it is judged by: read once, under the locks.

use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::bookings::diary::{Diary, days_around};
use crate::bookings::judge::{Asker, Asks, Party};
use crate::bookings::{Applicant, Booking, MadeAs, Tier, Wants, store};
use crate::db::Tx;
use crate::families::{self, Child};
use crate::sessions::{self, Planned};

text_enum! {
    /// What to do where the party does not fit.
    IfFull {
        Wait = "wait",
        Refuse = "refuse",
    }
}

/// A request for a place.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub session_id: SessionId,
    /// Other dates, any of which would do.
    pub or_sessions: Vec<SessionId>,
    pub family_id: FamilyId,
    pub carer_id: Option<CarerId>,
    pub child_ids: Vec<ChildId>,
    pub adults: i32,
    pub if_full: IfFull,
    pub wants: Wants,
    pub reason: Option<String>,
}

/// A request with what was found out about its maker.
pub(crate) struct Request<'a> {
    pub book: &'a Book,
    pub made: MadeAs,
    pub asker: Asker,
    pub tier: Tier,
    pub tier_reason: String,
}

/// Everything a request is judged by, as it is under the locks.
pub(crate) struct BookingFacts {
    /// The sessions asked for, where their places are counted; the first one comes first.
    pub sessions: Vec<Planned>,
    /// When the party would be at each; a course has all its dates.
    pub dates: Vec<Vec<(Moment, Moment)>>,
    pub applicant: Applicant,
    /// The children that come.
    pub children: Vec<Child>,
    pub diary: Diary,
}

impl BookingFacts {
    /// Of locked sessions and families.
    pub(crate) fn load(
        tx: &mut Tx,
        sessions: Vec<Planned>,
        family: &FamilyId,
        children: Vec<Child>,
    ) -> Result<BookingFacts> {
        let ids: Vec<ChildId> = children.iter().map(|child| child.id.clone()).collect();
        let mut dates = Vec::with_capacity(sessions.len());
        for planned in &sessions {
            dates.push(dates_of(tx, planned)?);
        }
        let applicant = store::applicant(tx, family, &ids)?;
        let diary = diary(tx, &sessions, &dates, (family, &ids))?;
        Ok(BookingFacts { sessions, dates, applicant, children, diary })
    }

    pub(crate) fn party(&self, adults: i32) -> Party<'_> {
        Party { children: &self.children, adults }
    }

    /// Who gets the answer: the carer who asks for their own family, else the one who comes.
    pub(crate) fn asks<'a>(&'a self, tx: &'a Tx, comes: Option<&'a CarerId>) -> Asks<'a> {
        let own = tx.actor().family_id.as_ref() == Some(&self.applicant.family);
        let carer = if own { tx.actor().carer_id.as_ref() } else { comes };
        Asks { family: &self.applicant.family, carer }
    }
}

/// When a party would be there; a course is all its dates.
fn dates_of(tx: &mut Tx, planned: &Planned) -> Result<Vec<(Moment, Moment)>> {
    let session = &planned.session;
    match session.course_id.is_some() {
        true => store::dates_of(tx, &session.id),
        false => Ok(vec![(session.starts_at, session.ends_at)]),
    }
}

/// What the family and its children have around these dates.
fn diary(
    tx: &mut Tx,
    sessions: &[Planned],
    dates: &[Vec<(Moment, Moment)>],
    (family, children): (&FamilyId, &[ChildId]),
) -> Result<Diary> {
    let days = sessions.iter().map(|planned| planned.session.local_day);
    let last_days = dates.iter().flatten().map(|(_, ends)| ends.civil_day());
    let all = days.clone().chain(last_days);
    match all.clone().min().zip(all.max()) {
        Some((first, last)) => store::diary(tx, family, children, days_around(first, last)),
        None => Ok(Diary::default()),
    }
}

/// The diary of a booking that is judged again, and the dates of the session it is judged for.
pub(crate) fn diary_of(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    children: &[ChildId],
) -> Result<(Diary, Vec<(Moment, Moment)>)> {
    let dates = dates_of(tx, planned)?;
    let of = (&booking.family_id, children);
    let diary = diary(tx, std::slice::from_ref(planned), std::slice::from_ref(&dates), of)?;
    Ok((diary, dates))
}

/// Locks every date asked for, where its places are counted; the first one asked for comes first.
/// With them the lines that the family stands in: they are looked at again when it gets a place,
/// and no session may be locked after its families.
pub(crate) fn lock_sessions(
    tx: &mut Tx,
    first: &SessionId,
    others: &[SessionId],
    family: Option<&FamilyId>,
) -> Result<Vec<Planned>> {
    let mut read: Vec<Planned> = Vec::new();
    for id in std::iter::once(first).chain(others) {
        let planned = sessions::store::planned_where_counted(tx, id)?;
        if !read.iter().any(|known| known.session.id == planned.session.id) {
            read.push(planned);
        }
    }
    let lines = family.map(|family| sessions::store::lines_of(tx, family)).transpose()?;
    let lined = sessions::store::lock_planned(tx, read, lines.unwrap_or_default())?;
    let activity = lined.first().map(|planned| planned.activity.id.clone());
    if lined.iter().any(|planned| Some(&planned.activity.id) != activity.as_ref()) {
        return Err(Fault::invalid("/or_sessions", "Choose other dates of the same activity."));
    }
    Ok(lined)
}

/// Locks the family and every other household of the children that come, each of the family; after
/// the sessions.
pub(crate) fn lock_party(
    tx: &mut Tx,
    family: &FamilyId,
    child_ids: &[ChildId],
) -> Result<Vec<Child>> {
    let kin = families::store::kin(tx, family)?;
    if kin.is_empty() {
        families::store::family(tx, family)?;
    }
    let mut come = Vec::new();
    let mut households = vec![family.clone()];
    for (id, at) in child_ids.iter().zip(0..) {
        let pointer = format!("/child_ids/{at}");
        let of_child = || kin.iter().filter(|(child, _)| child.id == *id);
        if of_child().next().is_none() {
            let detail = "This child does not belong to this family.";
            return Err(Fault::invalid(&pointer, detail));
        }
        if come.contains(id) {
            return Err(Fault::invalid(&pointer, "This child is named twice."));
        }
        come.push(id.clone());
        households.extend(of_child().map(|(_, household)| household.clone()));
    }
    families::store::lock(tx, &households)?;
    let mut children: Vec<Child> = kin.into_iter().map(|(child, _)| child).collect();
    children.dedup_by(|one, other| one.id == other.id);
    children.retain(|child| come.contains(&child.id));
    Ok(children)
}

/// Says which of several dates a fault is about.
pub(crate) fn at_date(fault: Fault, at: usize) -> Fault {
    match at.checked_sub(1) {
        Some(other) => fault.field(&format!("/or_sessions/{other}"), "This date is not possible."),
        None => fault,
    }
}
