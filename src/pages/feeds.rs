//! A carer's calendar feed, by its address: title, time, centre and address of what is booked, and
//! nothing else. Calendars ask for it without signing in, so the address is the secret; one that
//! ended answers like one that never was.

use crate::access::secret::Secret;
use crate::bookings::service::own_feed;
use crate::mail::attached::Entry;
use crate::mail::calendar::{CALENDAR_TYPE, CalendarEvent, calendar};
use crate::mail::words::Letterhead;
use crate::mail::{CalendarFacts, SessionFacts};
use crate::web::Download;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page};
use crate::web::visit::{Next, Visit};
use crate::words::{Words, say};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::html;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(web::resource("/feeds/{secret}.ics").route(web::get().to(show)));
}

async fn show(visit: Visit, secret: web::Path<String>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| {
            let places = own_feed::places(tx, &Secret::presented(&secret))?;
            Ok(match places {
                Some(places) => Next::Save(file(&head, words, &places)),
                None => Next::Show(gone(&head, words)),
            })
        })
        .await
}

fn file(head: &Letterhead, words: Words, places: &[(SessionFacts, CalendarFacts)]) -> Download {
    let of_one = |(session, facts): &(SessionFacts, CalendarFacts)| {
        Entry { session, facts, bring: None, url: None, cancelled: false }.events(words)
    };
    let events: Vec<CalendarEvent> = places.iter().flat_map(of_one).collect();
    let name = say!(words, "feed-name", organisation = head.organisation.as_str());
    Download::new(CALENDAR_TYPE, "places.ics", calendar(&name, &events).into_bytes())
}

fn gone(head: &Letterhead, words: Words) -> HtmlPage {
    let title = words.say("feed-gone");
    let (organisation, title) = (head.organisation.as_str(), title.as_str());
    let main = html! { p { (words.say("feed-gone-line")) } };
    let html = layout::page(&Page { organisation, title, audience: Audience::LinkHolder, main });
    HtmlPage { status: StatusCode::NOT_FOUND, html }
}
