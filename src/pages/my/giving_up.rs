//! Cancelling a place or leaving a waiting list: one page that asks, and its button.

use super::frame::{Ask, MyPage, ask, own_family, page, seen};
use super::places::{self, Place};
use super::refusing::refused;
use super::view;
use crate::access::Act;
use crate::base::id::BookingId;
use crate::bookings::service::{allow, cancel};
use crate::bookings::{Status, store};
use crate::mail::words::Letterhead;
use crate::pages::exit;
use crate::sessions;
use crate::web::html::HtmlPage;
use crate::web::layout::MY;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/my/bookings/{id}/cancel")
            .route(web::get().to(ask_first))
            .route(web::post().to(give_up)),
    );
}

async fn ask_first(visit: Visit, id: web::Path<BookingId>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read(Act::SeeBooking, move |tx| {
            let family = own_family(tx)?;
            let booking = store::booking(tx, &id)?;
            let planned = sessions::store::planned(tx, &booking.session_id)?;
            allow(tx, Act::ChangeBooking, &booking, &planned)?;
            let place = places::one(tx, &head, booking)?;
            let log = seen(family, "GET /my/bookings/{id}/cancel");
            let next = match place.status.is_live() {
                true => Next::Show(HtmlPage::ok(question(&head, words, &place))),
                false => Next::GoTo(MY.to_owned()),
            };
            Ok((next, log))
        })
        .await
}

async fn give_up(visit: Visit, id: web::Path<BookingId>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::ChangeBooking, move |tx| {
            own_family(tx)?;
            match cancel::cancel(tx, &id, None) {
                Ok(booking) => {
                    let done = if booking.taken_at.is_some() { "cancelled" } else { "left" };
                    Ok(Next::GoTo(format!("/my?done={done}")))
                }
                Err(fault) => refused(tx, &head, words, fault),
            }
        })
        .await
}

fn question(head: &Letterhead, words: Words, place: &Place) -> Markup {
    let (heading, line, yes) = match place.status {
        Status::Booked => ("my-ask-cancel", "my-ask-cancel-line", "my-cancel-yes"),
        _ => ("my-ask-leave", "my-ask-leave-line", "my-leave-yes"),
    };
    let action = format!("/my/bookings/{}/cancel", place.booking);
    let main = html! {
        @if place.session.sensitive { (exit::link(words)) }
        (view::place_facts(words, place))
        (ask(&Ask {
            line: &words.say(line),
            action: &action,
            yes: &words.say(yes),
            no: &words.say("my-keep"),
            back: MY,
        }))
    };
    page(head, MyPage { words, here: "", heading: words.say(heading), is_wrong: false, main })
}
