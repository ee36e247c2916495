//! A family's places as its page shows them: what is offered, booked and waited for, the next
//! first, and what is past. What the family may see of each is decided where bookings are listed.

use crate::api::bookings::wire::{BookingOut, OfferOut};
use crate::base::calendar::completed_years;
use crate::base::fault::Result;
use crate::base::id::{BookingId, FamilyId, OfferId, SessionId};
use crate::bookings::link::service::free_now;
use crate::bookings::service::calendar;
use crate::bookings::service::list::{BookingList, of_family};
use crate::bookings::service::shown::Shown;
use crate::bookings::telling::service::facts;
use crate::bookings::{Booking, BookingTime, Status};
use crate::db::Tx;
use crate::families::{self, Child, SERVED_YEARS};
use crate::mail::spoken::When;
use crate::mail::words::Letterhead;
use crate::mail::{Chance, SessionFacts};
use crate::sessions::{self, Planned};
use chrono::{NaiveDate, NaiveDateTime};

/// More than a family has to come.
const MOST_TO_COME: usize = 100;

/// Past bookings on a page.
const PAST_SHOWN: usize = 10;

/// One booking, in the centre's civil time.
pub(crate) struct Place {
    pub booking: BookingId,
    /// Its page, where the family also sees it from a letter.
    pub page: String,
    pub status: Status,
    pub session: SessionFacts,
    /// Its next date, and the later ones of a course.
    pub dates: Vec<When>,
    /// Where a party that waits can have a free place at once.
    pub free: Vec<(SessionId, When)>,
    /// The other dates waited for.
    pub or_dates: Vec<When>,
    pub children: Vec<String>,
    pub adults: i32,
    pub bring: Option<String>,
    /// A place kept for it, and until when.
    pub offer: Option<(OfferId, NaiveDateTime)>,
    pub chance: Option<Chance>,
    pub position: Option<usize>,
    /// After this a cancellation is late; `None` where that has passed.
    pub cancel_by: Option<NaiveDateTime>,
    /// A family does not cancel any more.
    pub has_begun: bool,
}

/// A child for whom something may be on.
pub(crate) struct ForChild {
    pub name: String,
    pub years: i32,
}

/// All of the page.
pub(crate) struct Places {
    pub offers: Vec<Place>,
    pub booked: Vec<Place>,
    pub waiting: Vec<Place>,
    pub past: Vec<Place>,
    /// Whether the past ones are a page further back.
    pub is_older: bool,
    /// The last of these past ones, where there are more.
    pub older: Option<BookingId>,
    /// Those of the served age.
    pub children: Vec<ForChild>,
}

impl Places {
    pub(crate) fn is_any_sensitive(&self) -> bool {
        let lists = [&self.offers, &self.booked, &self.waiting, &self.past];
        lists.into_iter().flatten().any(|place| place.session.sensitive)
    }
}

pub(crate) fn load(
    tx: &mut Tx,
    head: &Letterhead,
    family: &FamilyId,
    after: &str,
) -> Result<Places> {
    let today = tx.today();
    let children = families::store::children_of(tx, family)?;
    let to_come = list(tx, family, BookingTime::ToCome, ("", MOST_TO_COME))?;
    let mut over = list(tx, family, BookingTime::Over, (after, PAST_SHOWN + 1))?;
    let has_more = over.len() > PAST_SHOWN;
    over.truncate(PAST_SHOWN);
    let last = over.last().map(|(booking, _)| booking.id.clone());

    let mut places = Places {
        offers: Vec::new(),
        booked: Vec::new(),
        waiting: Vec::new(),
        past: Vec::new(),
        is_older: !after.is_empty(),
        older: last.filter(|_| has_more),
        children: served(&children, today),
    };
    for (booking, shown) in to_come {
        let place = place(tx, head, (booking, shown), &children)?;
        match place.status {
            Status::Offered => places.offers.push(place),
            Status::Booked => places.booked.push(place),
            Status::Waiting if !place.has_begun => places.waiting.push(place),
            // Its time is over, and nothing has recorded that yet.
            _ if after.is_empty() => places.past.push(place),
            _ => {}
        }
    }
    for list in [&mut places.offers, &mut places.booked, &mut places.waiting] {
        list.sort_by_key(|place| place.dates.first().map(|when| when.starts));
    }
    for (booking, shown) in over {
        places.past.push(place(tx, head, (booking, shown), &children)?);
    }
    Ok(places)
}

/// One booking of the family, as the page shows it.
pub(crate) fn one(tx: &mut Tx, head: &Letterhead, booking: Booking) -> Result<Place> {
    let children = families::store::children_of(tx, &booking.family_id)?;
    let shown = Shown::load(tx, &booking)?;
    place(tx, head, (booking, shown), &children)
}

fn list(
    tx: &mut Tx,
    family: &FamilyId,
    time: BookingTime,
    (after, rows): (&str, usize),
) -> Result<Vec<(Booking, Shown)>> {
    of_family(tx, &BookingList { family, time: Some(time), after, rows })
}

fn place(
    tx: &mut Tx,
    head: &Letterhead,
    (booking, shown): (Booking, Shown),
    children: &[Child],
) -> Result<Place> {
    let now = tx.now();
    let planned = shown.planned.clone();
    let link = calendar::page(tx, &planned.session, &booking.id)?;
    let free = match booking.status {
        Status::Waiting => free_now(tx, &booking)?,
        _ => Vec::new(),
    };
    let out = BookingOut::of(tx, booking, shown)?;
    let names = out.child_ids.iter().flatten();
    let names = names.filter_map(|id| children.iter().find(|child| child.id == *id));
    let until = |offer: OfferOut| (offer.id, planned.local(offer.expires_at));
    Ok(Place {
        dates: dates(tx, &planned)?,
        free,
        or_dates: whens(tx, &out.or_sessions)?,
        children: names.map(|child| child.name.clone()).collect(),
        session: facts(&planned),
        booking: out.id,
        page: format!("/b/{}", head.links.sign(&link)),
        status: out.status,
        adults: out.adults,
        bring: out.session.bring,
        offer: out.offer.map(until),
        chance: out.chance,
        position: out.position,
        cancel_by: (now < planned.session.cancel_by)
            .then(|| planned.local(planned.session.cancel_by)),
        has_begun: now >= planned.session.starts_at,
    })
}

/// The dates of a booking that are still to come, or its first where none is.
fn dates(tx: &mut Tx, planned: &Planned) -> Result<Vec<When>> {
    let first = facts(planned).when;
    if planned.session.course_id.is_none() {
        return Ok(vec![first]);
    }
    let now = planned.local(tx.now());
    let later = sessions::store::later_dates(tx, &planned.session.id)?;
    let mut all = whens(tx, &later)?;
    all.insert(0, first);
    let to_come: Vec<When> = all.iter().copied().filter(|when| when.ends > now).collect();
    Ok(if to_come.is_empty() { vec![first] } else { to_come })
}

fn whens(tx: &mut Tx, ids: &[SessionId]) -> Result<Vec<When>> {
    let planned = sessions::store::planned_of(tx, ids)?;
    let mut whens: Vec<When> = planned.iter().map(|one| facts(one).when).collect();
    whens.sort_by_key(|when| when.starts);
    Ok(whens)
}

fn served(children: &[Child], today: NaiveDate) -> Vec<ForChild> {
    let spoken_of = children.iter().filter(|child| child.is_spoken_of());
    let of_age = spoken_of.filter_map(|child| {
        let years = completed_years(child.born()?, today);
        (years < SERVED_YEARS).then(|| ForChild { name: child.name.clone(), years })
    });
    of_age.collect()
}
