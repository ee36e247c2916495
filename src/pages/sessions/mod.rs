//! The page of one session, for anybody: only what families may know of it. A session that they may
//! not know of is answered as one that does not exist.

mod event;
pub(crate) mod view;

use super::whats_on::{feed, listing};
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::bookings::view::{SessionStanding, see, whats_on};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use crate::words::Words;
use actix_web::{HttpResponse, web};
use view::{Address, OtherDate, SessionPage};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/sessions/{id}.ics", web::get().to(save_session))
        .route("/sessions/{id}", web::get().to(show_session));
}

/// Other dates on the page.
const DATES_SHOWN: usize = 10;

async fn show_session(visit: Visit, id: web::Path<String>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let id = SessionId::from(id.into_inner());
    visit.read_public(move |tx| session_page(tx, &head, words, &id)).await
}

/// For a calendar.
async fn save_session(visit: Visit, id: web::Path<String>) -> HttpResponse {
    let head = visit.head();
    let id = SessionId::from(id.into_inner());
    visit
        .read_public(move |tx| {
            let now = tx.now();
            Ok(feed::file(&head, see(tx, &id)?.planned(), now))
        })
        .await
}

fn session_page(tx: &mut Tx, head: &Letterhead, words: Words, id: &SessionId) -> Result<HtmlPage> {
    let now = tx.now();
    let standing = see(tx, id)?;
    let planned = standing.planned();
    let others = others(tx, planned)?;
    let is_same_course =
        |one: &&SessionStanding| one.planned().session.counted_at() == planned.session.counted_at();
    let (course, others): (Vec<_>, Vec<_>) = others.iter().partition(is_same_course);
    let date = |one: &&SessionStanding| OtherDate {
        session: one.planned().session.id.clone(),
        when: listing::when(one.planned()),
        centre: one.planned().centre.name.clone(),
        places: listing::places(one, now),
    };
    // A course is booked at its first date: there it stands once.
    let is_first = |one: &&&SessionStanding| one.planned().session.head_session_id.is_none();
    let page = SessionPage {
        words,
        organisation: &head.organisation,
        listing: listing::listing(words, &standing, now),
        about: &planned.activity,
        phone: planned.centre.phone.as_deref(),
        address: address(planned),
        course: course.iter().map(date).collect(),
        others: others.iter().filter(is_first).take(DATES_SHOWN).map(date).collect(),
        data: event::data(head, planned),
    };
    Ok(HtmlPage::ok(view::page(&page)))
}

/// Other dates to come of the activity, and later dates of the same course.
fn others(tx: &mut Tx, planned: &Planned) -> Result<Vec<SessionStanding>> {
    let wanted = SessionFilter {
        activity: Some(planned.session.activity_id.clone()),
        rows: 4 * DATES_SHOWN as i64,
        ..SessionFilter::default()
    };
    let is_another = |one: &Planned| one.session.id != planned.session.id;
    Ok(whats_on(tx, wanted, is_another)?.0)
}

/// Of the venue, or else of the centre.
fn address(planned: &Planned) -> Address {
    let (street, postcode) = match &planned.venue {
        Some(venue) => (&venue.address, &venue.postcode),
        None => (&planned.centre.address, &planned.centre.postcode),
    };
    Address { street: street.clone(), postcode: postcode.clone() }
}
