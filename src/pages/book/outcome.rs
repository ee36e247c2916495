//! What came of it, said truly: booked, waiting, to be reminded, or why not.

use super::screen::Screen;
use super::top::Top;
use crate::base::fault::{Code, Result};
use crate::base::id::BookingId;
use crate::bookings::first::{Refused, SignUpOutcome};
use crate::bookings::service::calendar;
use crate::bookings::{Booking, Status};
use crate::db::Tx;
use crate::membership::sign_up::SignUp;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience};
use crate::words::{Words, say};
use maud::{Markup, html};

/// A family that has signed in has its answer.
pub(super) fn booked(
    tx: &mut Tx,
    screen: &Screen,
    top: &Top,
    booking: &Booking,
    names: &[String],
) -> Result<HtmlPage> {
    let words = screen.words;
    let page = page_of(tx, screen, top, &booking.id)?;
    let names =
        (!names.is_empty()).then(|| say!(words, "book-done-for", names = words.list(names)));
    let lines = html! {
        (top.facts(words))
        @if let Some(names) = names { p { (names) } }
        p { (words.say("book-done-mailed")) }
    };
    let (title, heading) = titled(words, status(booking.status));
    let main = html! {
        (layout::panel(&heading, &lines))
        (next(screen, Some(booking.status), Some(&page)))
    };
    Ok(HtmlPage::ok(screen.panel_page(&title, Audience::Parent, main)))
}

pub(super) fn reminded(screen: &Screen, top: &Top, audience: Audience) -> HtmlPage {
    let words = screen.words;
    let (title, heading) = titled(words, "book-done-reminder");
    let lines = html! {
        (top.facts(words))
        p { (layout::said(words, "book-done-reminder-next")) }
    };
    let main = html! {
        (layout::panel(&heading, &lines))
        p { (screen.see_whats_on()) }
    };
    HtmlPage::ok(screen.panel_page(&title, audience, main))
}

/// A newcomer, whose address has just been confirmed.
pub(super) fn signed_up(
    tx: &mut Tx,
    screen: &Screen,
    top: Option<&Top>,
    (outcome, audience): (&SignUpOutcome, Audience),
) -> Result<Markup> {
    let words = screen.words;
    let page = match (top, &outcome.booking_id) {
        (Some(top), Some(booking)) => Some(page_of(tx, screen, top, booking)?),
        _ => None,
    };
    let (title, heading) = titled(words, heading(outcome));
    let lines = html! {
        @if let Some(top) = top { (top.facts(words)) }
        @if let Some(refused) = &outcome.refused { p { (words.say(why(refused))) } }
        @if outcome.booking.is_some() { p { (words.say("book-done-mailed")) } }
        @if outcome.reminder { p { (layout::said(words, "book-done-reminder-next")) } }
    };
    let member = match outcome.sign_up {
        SignUp::Member => "book-done-member",
        SignUp::AlreadyMember => "book-done-was-member",
        SignUp::Guest => "book-done-as-guest",
    };
    let main = html! {
        (layout::panel(&heading, &lines))
        p { (words.say(member)) }
        (next(screen, outcome.booking, page.as_deref()))
    };
    Ok(screen.panel_page(&title, audience, main))
}

/// The title of the window, and the heading of the page.
fn titled(words: Words, key: &str) -> (String, Markup) {
    (words.say(key), layout::said(words, key))
}

/// Where the booking is seen and changed, as its letter says.
fn page_of(tx: &mut Tx, screen: &Screen, top: &Top, booking: &BookingId) -> Result<String> {
    let link = calendar::page(tx, &top.planned.session, booking)?;
    Ok(format!("/b/{}", screen.head.links.sign(&link)))
}

fn heading(outcome: &SignUpOutcome) -> &'static str {
    match (outcome.booking, &outcome.refused, outcome.sign_up) {
        (Some(of), ..) => status(of),
        (None, Some(_), _) => "book-done-not-booked",
        (None, None, _) if outcome.reminder => "book-done-reminder",
        (None, None, SignUp::Guest) => "book-done-guest",
        (None, None, SignUp::Member | SignUp::AlreadyMember) => "book-done-joined",
    }
}

/// Why there is no place, as the letter about it says.
fn why(refused: &Refused) -> &'static str {
    match Code::ALL.iter().find(|code| code.as_str() == refused.code) {
        Some(Code::SessionFull) => "mail-not-booked-full",
        Some(Code::AlreadyBooked) => "mail-not-booked-already",
        Some(Code::OutsideAgeRange) => "mail-not-booked-age",
        Some(Code::PartyTooLarge) => "mail-not-booked-many",
        Some(Code::ClashingBooking) => "mail-not-booked-busy",
        Some(Code::OverLimit) => "mail-not-booked-limit",
        Some(_) | None => "mail-not-booked-closed",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Booked => "book-done-booked",
        Status::Waiting | Status::Offered => "book-done-waiting",
        Status::Cancelled | Status::Lapsed | Status::Declined => "book-done-not-booked",
    }
}

/// What happens next, and the one thing to do.
fn next(screen: &Screen, status: Option<Status>, page: Option<&str>) -> Markup {
    let words = screen.words;
    html! {
        @if let Some(Status::Waiting | Status::Offered) = status {
            h2 { (words.say("book-what-next")) }
            p { (layout::said(words, "book-done-waiting-next")) }
        }
        @if status.is_some() {
            p {
                (words.say("book-done-needs")) " "
                a href="/my/family" { (words.say("book-done-tell-us")) }
            }
        }
        div.actions {
            @if let (Some(page), Some(Status::Booked)) = (page, status) {
                (layout::link_button(&format!("{page}.ics"), &words.say("book-done-calendar")))
            }
            @if let Some(page) = page {
                a.button.second href=(page) { (words.say("book-done-page")) }
            }
            @if status.is_none() { (screen.see_whats_on()) }
        }
    }
}
