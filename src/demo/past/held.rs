//! Past sessions: each past week is like the weeks ahead. Registers were completed; everyone who
//! came has a contact. Health visitors and nurseries have sent their lists.

use super::agencies::{self, Agencies};
use super::habits::{Habit, at_hour, chance, nursery_from};
use super::neighbours::is_eligible_two;
use super::rows::{PastChild, Referred, Rows};
use super::{referrals, renewals, store};
use crate::attendance::{Completed, Mark, MarkRow, MarkSource};
use crate::base::calendar::{BirthDate, at_local, bank_holiday, birthday, completed_months};
use crate::base::fault::Result;
use crate::base::id::{BookingId, CentreId, ContactId, MarkId, SessionId};
use crate::base::moment::Moment;
use crate::contacts::{Contact, Kind, Place, Source};
use crate::db::Tx;
use crate::demo::areas;
use crate::partners;
use crate::sessions::Session;
use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Europe::London;
use rand::RngExt;
use std::collections::BTreeSet;

/// As many as `WEEKS`.
const MONTHS: u32 = 24;

/// The activities that were held in the past, with their age range in months; narrower ranges
/// first.
const PAST: [(&str, i32, i32); 5] = [
    ("Bumps and Babies", 0, 12),
    ("Baby Social", 0, 12),
    ("Chatter Time", 18, 48),
    ("Family Music", 0, 60),
    ("Stay and Play", 0, 60),
];

/// One weekly slot: the upcoming session it is modelled on, and the ages it is for.
struct PastSlot {
    like: Session,
    from: i32,
    until: i32,
}

pub(super) fn year(tx: &mut Tx) -> Result<()> {
    let children = store::children(tx)?;
    let mut slots = Vec::new();
    for (title, from, until) in PAST {
        let weekly = store::weekly(tx, title)?.into_iter();
        slots.extend(weekly.map(|like| PastSlot { like, from, until }));
    }
    let today = tx.today();
    let begun = tx.now() - TimeDelta::weeks(WEEKS);
    store::draw_areas(tx, begun)?;
    let mut rows = Rows::default();
    for week in 1..=WEEKS {
        hold(week, &slots, &children, &mut rows);
    }
    let agencies = Agencies {
        health: partners::store::named(tx, "Trafford Health Visiting")?,
        jobcentre: partners::store::named(tx, "Partington Jobcentre")?,
        supported: partners::store::named(tx, "Little Acorns Nursery")?,
        alone: partners::store::named(tx, "Bluebell Nursery")?,
    };
    for child in &children {
        rows.contacts.extend(reviews(child, today).map(|day| Contact {
            partner_id: Some(agencies.health.clone()),
            ..reported(child, Kind::HealthReview, day, "Health visitors")
        }));
        let places =
            [(Place::Funded, nursery(child, today)), (Place::FundedTwo, funded_two(child, today))];
        for (place, day) in places {
            rows.contacts.extend(day.map(|day| Contact {
                partner_id: Some(agencies.nursery_of(child.id.as_str()).clone()),
                place: Some(place),
                ..reported(child, Kind::EarlyLearning, day, "Nursery places")
            }));
        }
    }
    let centres: BTreeSet<CentreId> = children.iter().map(|child| child.centre.clone()).collect();
    let centres: Vec<CentreId> = centres.into_iter().collect();
    rows.baselines = agencies::baseline(&agencies.jobcentre, today, MONTHS, &areas::lsoas());
    rows.supports = agencies::supports(&agencies.supported, &centres, today, MONTHS);
    let memberships = store::memberships(tx)?;
    rows.renewals = renewals::until(today, begun.civil_day(), &children, &memberships);
    let now = tx.now();
    rows.contacts.retain(|contact| contact.recorded_at <= now);
    store::hold(tx, std::mem::take(&mut rows.sessions))?;
    referrals::tell(tx, &agencies.health, std::mem::take(&mut rows.referred))?;
    store::add(tx, rows)
}

/// One week's sessions with who came. On bank holidays nothing is held.
fn hold(week: i64, slots: &[PastSlot], children: &[PastChild], rows: &mut Rows) {
    let held: Vec<(Session, &PastSlot)> = slots
        .iter()
        .map(|slot| (weeks_before(&slot.like, week), slot))
        .filter(|(session, _)| bank_holiday(session.local_day).is_none())
        .collect();
    for child in children {
        let family = child.family.as_str();
        let habit = Habit::of(family, WEEKS);
        let was_referred = habit.referred_in(family, WEEKS) == Some(week);
        if !habit.comes(week) && !was_referred {
            continue;
        }
        let fits = |(session, slot): &&(Session, &PastSlot)| {
            let months = completed_months(BirthDate::Day(child.born_on), session.local_day);
            session.centre_id == child.centre
                && child.known_at < session.starts_at
                && child.born_on <= session.local_day
                && (slot.from..slot.until).contains(&months)
        };
        if let Some((session, _)) = held.iter().find(fits) {
            let booking = was_referred.then(|| refer(child, session, rows)).flatten();
            if habit.comes(week) {
                came(child, session, booking, rows);
            } else if let Some(booking) = booking {
                rows.marks.push(marked(child, session, Some(booking), Mark::DidNotCome));
            }
        }
    }
    for (session, _) in held {
        let completed_at = session.ends_at + TimeDelta::minutes(10);
        let session_id = session.id.clone();
        rows.registers.push(Completed { session_id, completed_at, completed_by: None });
        rows.sessions.push(session);
    }
}

/// The place of a referred family; it is referred with one child.
fn refer(child: &PastChild, session: &Session, rows: &mut Rows) -> Option<BookingId> {
    if rows.referred.iter().any(|one| one.family == child.family) {
        return None;
    }
    let referred = Referred::to(session, child);
    let booking = referred.booking.clone();
    rows.referred.push(referred);
    Some(booking)
}

fn marked(child: &PastChild, session: &Session, booking: Option<BookingId>, mark: Mark) -> MarkRow {
    let at = session.starts_at + TimeDelta::minutes(5);
    MarkRow {
        id: MarkId::new(),
        session_id: session.id.clone(),
        client_id: child.id.to_string(),
        content: String::new(),
        family_id: child.family.clone(),
        child_id: Some(child.id.clone()),
        adults: 0,
        booking_id: booking,
        walk_in_key: None,
        mark,
        source: MarkSource::Name,
        device: "demo".to_owned(),
        at,
        corrects: None,
        marked_by: None,
        received_at: at,
        stands: true,
        disputed: false,
    }
}

fn came(child: &PastChild, session: &Session, booking: Option<BookingId>, rows: &mut Rows) {
    let mark = marked(child, session, booking, Mark::Came);
    let at = mark.at;
    rows.marks.push(mark);
    rows.contacts.push(Contact {
        kind: Kind::Attendance,
        centre_id: Some(session.centre_id.clone()),
        session_id: Some(session.id.clone()),
        activity_id: Some(session.activity_id.clone()),
        source: Source::Register,
        source_name: None,
        reference: None,
        recorded_at: at,
        ..reported(child, Kind::Attendance, session.local_day, "")
    });
}

/// The same session at the same local time, `weeks` earlier.
fn weeks_before(like: &Session, weeks: i64) -> Session {
    let earlier = |at: Moment| {
        let local = at.utc().with_timezone(&London).naive_local() - TimeDelta::weeks(weeks);
        Moment::from(at_local(local.date(), local.time(), London))
    };
    let past = |at: Option<Moment>| at.map(earlier);
    Session {
        id: SessionId::new(),
        starts_at: earlier(like.starts_at),
        ends_at: earlier(like.ends_at),
        local_day: like.local_day - TimeDelta::weeks(weeks),
        referrals_open_at: earlier(like.referrals_open_at),
        public_release_at: past(like.public_release_at),
        bookings_close_at: earlier(like.bookings_close_at),
        cancel_by: earlier(like.cancel_by),
        priority_until: earlier(like.priority_until),
        announced_at: past(like.announced_at),
        settled_until: None,
        created_at: earlier(like.created_at),
        ..like.clone()
    }
}

/// New birth and six-week reviews, for four babies in five.
fn reviews(child: &PastChild, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let is_baby = child.born_on > today - TimeDelta::weeks(WEEKS);
    let is_seen = is_baby && chance(child.id.as_str(), 4).random_bool(0.8);
    let after = |days: u64| child.born_on + Days::new(days);
    [after(12), after(44)].into_iter().filter(move |day| is_seen && *day <= today)
}

/// Three in five of the eligible two-year-olds took up a funded place.
fn funded_two(child: &PastChild, today: NaiveDate) -> Option<NaiveDate> {
    let took_up = chance(child.id.as_str(), 8).random_bool(0.6);
    let from = nursery_from(birthday(BirthDate::Day(child.born_on), 2))?;
    (is_eligible_two(child, today) && took_up && from <= today).then_some(from)
}

/// Seven in eight have a place from the term after their third birthday.
fn nursery(child: &PastChild, today: NaiveDate) -> Option<NaiveDate> {
    let has_place = chance(child.id.as_str(), 5).random_bool(0.87);
    let from = nursery_from(birthday(BirthDate::Day(child.born_on), 3))?;
    (has_place && from <= today).then_some(from)
}

/// Reported in a list a week later.
fn reported(child: &PastChild, kind: Kind, on_day: NaiveDate, list: &str) -> Contact {
    Contact {
        id: ContactId::new(),
        kind,
        on_day,
        family_id: child.family.clone(),
        child_id: Some(child.id.clone()),
        adults: 0,
        centre_id: None,
        session_id: None,
        activity_id: None,
        partner_id: None,
        place: None,
        until_day: None,
        taken_up: None,
        source: Source::Feed,
        source_name: Some(list.to_owned()),
        reference: Some(format!("{}-{on_day}", child.id)),
        said_by: None,
        recorded_at: at_hour(on_day + Days::new(7), 9),
        withdrawn_at: None,
    }
}

/// Two years: covers the window of the last settled quarter, and some families who came before it
/// return.
pub(super) const WEEKS: i64 = 104;
