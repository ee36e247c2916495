//! What's on as calendars read it: a feed of what somebody chose, and one session as a file. Public
//! sessions only, and nothing of their places: a calendar looks again after hours.

use super::asked::Asked;
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::bookings::view::whats_on;
use crate::db::Tx;
use crate::mail::calendar::{CALENDAR_TYPE, CalendarEvent, calendar};
use crate::mail::words::Letterhead;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::visit::Visit;
use crate::web::{Download, Holds};
use crate::words::{Words, say};
use actix_web::HttpResponse;

/// Sessions in a feed: more than a centre announces.
const IN_A_FEED: i64 = 300;

pub(super) async fn show_feed(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let asked = Asked::read(visit.request().query_string()).whole();
    let question = visit.question(&asked.query());
    visit.read_shared(question, move |tx| feed(tx, (&head, words), &asked)).await
}

fn feed(
    tx: &mut Tx,
    (head, words): (&Letterhead, Words),
    asked: &Asked,
) -> Result<(Download, Holds)> {
    let wanted =
        SessionFilter { centre: asked.centre.clone(), rows: IN_A_FEED, ..SessionFilter::default() };
    let choice = asked.choice();
    let (standings, watch) = whats_on(tx, wanted, |one| choice.fits(one))?;
    let planned = standings.iter().map(|one| one.planned());
    let events: Vec<CalendarEvent> =
        planned.map(|one| event(head, one, one.session.announced_at)).collect();
    let organisation = head.organisation.as_str();
    let name = say!(words, "whats-on-feed-name", organisation = organisation);
    let file = calendar(&name, &events).into_bytes();
    let file = Download::new(CALENDAR_TYPE, "whats-on.ics", file);
    Ok((file, Box::new(move |tx| watch.holds(tx))))
}

/// One session as a file.
pub(crate) fn file(head: &Letterhead, planned: &Planned, now: Moment) -> Download {
    let event = event(head, planned, Some(now));
    let file = calendar(&planned.activity.title, &[event]).into_bytes();
    Download::new(CALENDAR_TYPE, "session.ics", file)
}

/// Its number grows only when it is called off: one that grew with every change would tell of
/// changes that families are not told of.
fn event(head: &Letterhead, planned: &Planned, stamp: Option<Moment>) -> CalendarEvent {
    let Planned { session, activity, .. } = planned;
    let id = session.id.as_str();
    let cancelled = session.cancelled_at.is_some();
    CalendarEvent {
        uid: format!("{id}@{}", host(&head.public_url)),
        sequence: i64::from(cancelled),
        stamp: stamp.unwrap_or(session.starts_at),
        starts: session.starts_at,
        ends: session.ends_at,
        title: activity.title.clone(),
        place: place(planned),
        about: activity.description.clone(),
        url: Some(format!("{}/sessions/{id}", head.public_url)),
        cancelled,
    }
}

/// "Refuge Hall, 1 Main Road, M31 4FL".
fn place(planned: &Planned) -> String {
    let (name, street, postcode) = match &planned.venue {
        Some(venue) => (&venue.name, &venue.address, &venue.postcode),
        None => (&planned.centre.name, &planned.centre.address, &planned.centre.postcode),
    };
    let known = [street, postcode].into_iter().flatten();
    [name].into_iter().chain(known).map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn host(public_url: &str) -> &str {
    let rest = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_named_after_the_host_alone() {
        for url in ["https://hubs.example.org", "http://hubs.example.org:8080/x"] {
            assert_eq!(host(url), "hubs.example.org");
        }
    }
}
