//! Changing who comes with a booking: the family's children ticked, and how many adults.

use super::frame::{MyPage, own_family, page, seen, status_of};
use super::places::{self, Place};
use super::view;
use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, ChildId, FamilyId};
use crate::bookings::service::allow;
use crate::bookings::service::party::{Comers, change_party};
use crate::bookings::{Booking, Status, store};
use crate::db::Tx;
use crate::families::{self, Child};
use crate::mail::words::Letterhead;
use crate::pages::exit;
use crate::sessions;
use crate::web::form::{Field, Wrong, error_summary, field, typed_adults, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::layout::MY;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/my/bookings/{id}/party")
            .route(web::get().to(ask))
            .route(web::post().to(save)),
    );
}

/// A booking that can be changed, and those of the family who may come.
struct Coming {
    place: Place,
    own: Vec<Child>,
    /// Who comes now, also children that live elsewhere and are not shown.
    party: Vec<ChildId>,
}

async fn ask(visit: Visit, id: web::Path<BookingId>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read(Act::SeeBooking, move |tx| {
            let family = own_family(tx)?;
            let booking = own_booking(tx, &id)?;
            let log = seen(family.clone(), "GET /my/bookings/{id}/party");
            if !can_change(&booking) {
                return Ok((Next::GoTo(MY.to_owned()), log));
            }
            let coming = load(tx, &head, &family, booking)?;
            let adults = coming.place.adults.to_string();
            let html = sheet(&head, words, &coming, (&coming.party, &adults), &[]);
            Ok((Next::Show(HtmlPage::ok(html)), log))
        })
        .await
}

async fn save(
    visit: Visit,
    id: web::Path<BookingId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let sent = sent.into_inner();
    visit
        .write(Act::ChangeBooking, move |tx| {
            let family = own_family(tx)?;
            let booking = own_booking(tx, &id)?;
            if !can_change(&booking) {
                return Ok(Next::GoTo(MY.to_owned()));
            }
            let coming = load(tx, &head, &family, booking)?;
            let all = |name: &'static str| {
                sent.iter().filter(move |(of, _)| of == name).map(|(_, value)| value.trim())
            };
            let ticked: Vec<ChildId> = all("child").map(ChildId::from).collect();
            let typed = all("adults").next().unwrap_or("1");
            let wrong = match read(&coming, (&ticked, typed)) {
                Err((field, key)) => {
                    (StatusCode::UNPROCESSABLE_ENTITY, Wrong::new(field, words.say(key)))
                }
                Ok((child_ids, adults)) => {
                    let come = Comers { child_ids: &child_ids, adults, reason: None };
                    match tx.part(|tx| change_party(tx, &id, &come)) {
                        Ok(_) => return Ok(Next::GoTo("/my?done=saved".to_owned())),
                        Err(fault) => (status_of(&fault), why_not(words, fault)?),
                    }
                }
            };
            let html = sheet(&head, words, &coming, (&ticked, typed), &[wrong.1]);
            Ok(Next::Show(HtmlPage { status: wrong.0, html }))
        })
        .await
}

/// Who is to come; or the field that is wrong and what to say of it.
fn read(
    coming: &Coming,
    (ticked, typed): (&[ChildId], &str),
) -> Result<(Vec<ChildId>, i32), (&'static str, &'static str)> {
    let is_own = |id: &&ChildId| coming.own.iter().any(|child| child.id == **id);
    let others = coming.party.iter().filter(|id| !is_own(id));
    let child_ids: Vec<ChildId> = ticked.iter().filter(is_own).chain(others).cloned().collect();
    match typed_adults(typed) {
        None => Err(("adults", "my-wrong-adults")),
        Some(0) if child_ids.is_empty() => Err(("child_0", "my-wrong-nobody")),
        Some(adults) => Ok((child_ids, adults)),
    }
}

fn own_booking(tx: &mut Tx, id: &BookingId) -> Result<Booking> {
    let booking = store::booking(tx, id)?;
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    allow(tx, Act::ChangeBooking, &booking, &planned)?;
    Ok(booking)
}

fn can_change(booking: &Booking) -> bool {
    matches!(booking.status, Status::Booked | Status::Waiting)
}

fn load(tx: &mut Tx, head: &Letterhead, family: &FamilyId, booking: Booking) -> Result<Coming> {
    let children = families::store::children_of(tx, family)?;
    let party = store::children_of(tx, &booking.id)?;
    Ok(Coming {
        own: children.into_iter().filter(Child::is_spoken_of).collect(),
        party: party.into_iter().map(|child| child.id).collect(),
        place: places::one(tx, head, booking)?,
    })
}

/// What stands against it, at its field; any other fault is no answer to a parent.
fn why_not(words: Words, fault: Fault) -> Result<Wrong> {
    let first = "child_0";
    let (field, key) = match fault.code() {
        Code::OutsideAgeRange => (first, "my-wrong-age"),
        Code::ClashingBooking => (first, "my-wrong-clash"),
        Code::PartyTooLarge | Code::SessionFull => (first, "my-wrong-no-room"),
        Code::BookingsClosed | Code::NotYetReleased | Code::NoLongerOpen => ("", "my-wrong-late"),
        _ => return Err(fault),
    };
    Ok(Wrong::new(field, words.say(key)))
}

fn sheet(
    head: &Letterhead,
    words: Words,
    coming: &Coming,
    (ticked, adults): (&[ChildId], &str),
    wrongs: &[Wrong],
) -> Markup {
    let place = &coming.place;
    let wrong = wrong_with(wrongs, "child_0");
    let main = html! {
        (error_summary(words, wrongs))
        @if place.session.sensitive { (exit::link(words)) }
        (view::place_facts(words, place))
        form method="post" action={ "/my/bookings/" (place.booking) "/party" } novalidate {
            fieldset aria-describedby=[wrong.map(|_| "child-error")] {
                legend { (words.say("my-party-who")) }
                @if let Some(wrong) = wrong { p.error id="child-error" { (wrong) } }
                @for (at, child) in coming.own.iter().enumerate() {
                    label.tick {
                        input id={ "child_" (at) } type="checkbox" name="child"
                            value=(child.id) checked[ticked.contains(&child.id)];
                        span { (child.name) }
                    }
                }
                @if coming.own.is_empty() {
                    p { a id="child_0" href="/my/family" { (words.say("my-add-child")) } }
                }
            }
            (field(words, &Field {
                name: "adults",
                label: &words.say("my-party-adults"),
                value: adults,
                keys: "numeric",
                wrong: wrong_with(wrongs, "adults"),
                ..Field::default()
            }))
            p { button type="submit" { (words.say("my-save")) } }
        }
        @if place.status == Status::Booked && !place.session.sensitive {
            p { a href=(place.page) { (words.say("my-other-day")) } }
        }
        p { a href=(MY) { (words.say("my-back")) } }
    };
    let heading = words.say("my-party");
    page(head, MyPage { words, here: "", heading, is_wrong: !wrongs.is_empty(), main })
}
