//! The pages on which somebody shows that an address is theirs: with the number in our message,
//! typed in the same sitting, or with the button behind its link. Then they read what came of it.
//! Nothing that was typed on the form is shown here: the person who opens a link may never have
//! seen it.

use crate::access::service::one_address;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::JoinRequestId;
use crate::base::moment::Moment;
use crate::bookings::first::service::requests;
use crate::bookings::first::{Join, Refused, SignUpOutcome};
use crate::bookings::{Status, telling};
use crate::db::Tx;
use crate::mail::link::{JoinLink, JoinPurpose, Refused as NotALink};
use crate::mail::words::Letterhead;
use crate::membership::sign_up::SignUp;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    // Before the links, one of which could be called so.
    config.service(web::resource("/join/confirm").route(web::post().to(send_code)));
    config.service(
        web::resource("/join/{token}")
            .route(web::get().to(ask_join_link))
            .route(web::post().to(follow_join_link)),
    );
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    request: String,
    code: String,
}

async fn send_code(visit: Visit, typed: web::Form<Typed>) -> HttpResponse {
    let address = one_address(visit.address());
    let (head, letterhead) = (visit.head(), visit.head());
    visit
        .write_or_refuse(
            {
                let typed = typed.clone();
                move |tx| {
                    let id = JoinRequestId::from(typed.request.as_str());
                    let outcome = requests::by_code(tx, &id, &typed.code, &address)?;
                    Ok(HtmlPage::ok(done(&head, &outcome)))
                }
            },
            move |fault| {
                if fault.code() != Code::InvalidRequest {
                    return Err(fault);
                }
                let html = ask_code(&letterhead, &typed.request, Some(fault.detail()));
                Ok(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html })
            },
        )
        .await
}

/// The page that asks for the number of our message.
pub(crate) fn ask_code(head: &Letterhead, request: &str, wrong: Option<&str>) -> Markup {
    let main = html! {
        @if let Some(wrong) = wrong {
            div role="alert" { h2 { "There is a problem" } p { (wrong) } }
        }
        p { "We have sent you a message. It has a button and a number." }
        p { "Press the button. Or type the number here:" }
        form method="post" action="/join/confirm" novalidate {
            input type="hidden" name="request" value=(request);
            label for="code" { "The number in our message" }
            input id="code" name="code" inputmode="numeric" autocomplete="one-time-code";
            p { button type="submit" { "This is my address" } }
        }
        p.quiet { "Until then nothing is booked, and you are not a member yet." }
    };
    page(head, "Is this your address?", main)
}

type TokenPath = web::Path<String>;

async fn ask_join_link(visit: Visit, path: TokenPath, request: HttpRequest) -> HttpResponse {
    let (head, action) = (visit.head(), request.path().to_owned());
    visit
        .read_public(move |tx| {
            let head = &*head;
            let link = match opened(&path, head, tx.now()) {
                Ok(link) => link,
                Err(sheet) => return Ok(sheet),
            };
            let Some((request, join)) = requests::look(tx, &link)? else { return Ok(gone(head)) };
            match (request.outcome, join) {
                (Some(outcome), _) => {
                    let outcome = serde_json::from_str(&outcome).map_err(Fault::internal)?;
                    Ok(HtmlPage::ok(done(head, &outcome)))
                }
                (None, Some(join)) => Ok(HtmlPage::ok(ask(tx, head, &join, &action)?)),
                (None, None) => Ok(gone(head)),
            }
        })
        .await
}

async fn follow_join_link(visit: Visit, path: TokenPath) -> HttpResponse {
    let head = visit.head();
    visit
        .write_public(move |tx| {
            let head = &*head;
            let link = match opened(&path, head, tx.now()) {
                Ok(link) => link,
                Err(sheet) => return Ok(sheet),
            };
            Ok(match requests::by_link(tx, &link)? {
                Some(outcome) => HtmlPage::ok(done(head, &outcome)),
                None => gone(head),
            })
        })
        .await
}

fn opened(token: &str, head: &Letterhead, now: Moment) -> Result<JoinLink, HtmlPage> {
    head.links.open(JoinPurpose::Confirm, token, now).map_err(|refused| match refused {
        NotALink::Expired => gone(head),
        NotALink::NotOurs => {
            let line = "Please use the whole link from our message.";
            let html = page(head, "This link does not work", html! { p { (line) } });
            HtmlPage { status: StatusCode::NOT_FOUND, html }
        }
    })
}

fn gone(head: &Letterhead) -> HtmlPage {
    let main = html! {
        p { "It does not work any more. Nothing was booked." }
        p { a href="/join" { "Ask again" } }
    };
    let html = page(head, "This link is too old", main);
    HtmlPage { status: StatusCode::GONE, html }
}

fn ask(tx: &mut Tx, head: &Letterhead, join: &Join, action: &str) -> Result<Markup> {
    let session = match &join.first {
        Some(first) => Some(telling::service::session_facts(tx, &first.session_id)?),
        None => None,
    };
    let main = html! {
        @if join.sign_up.family.guest {
            p { "Somebody asked us to book with your e-mail address." }
        } @else {
            p { "Somebody asked us to make your family a member, with your e-mail address." }
        }
        @if let Some(session) = session.filter(|session| !session.sensitive) {
            p { "They asked for a place here:" }
            dl {
                @for (label, what) in session.facts(&[]) { dt { (label) } dd { (what) } }
            }
        }
        p { "Was it you?" }
        (layout::one_button(action, "Yes, it was me"))
        p.quiet { "Nothing happens until you press the button." }
    };
    Ok(page(head, "Was this you?", main))
}

fn done(head: &Letterhead, outcome: &SignUpOutcome) -> Markup {
    let member = match outcome.sign_up {
        SignUp::Member => "You are now a member.",
        SignUp::AlreadyMember => "You are a member already.",
        SignUp::Guest => "You come as a guest. You are not a member.",
    };
    let place = outcome.booking.map(|status| match status {
        Status::Booked => "You have a place.",
        Status::Waiting | Status::Offered => {
            "You are waiting for a place. You do not have one yet."
        }
        Status::Cancelled | Status::Lapsed | Status::Declined => "You do not have a place.",
    });
    let main = html! {
        @if let Some(place) = place { p { (place) } p { "We have sent you a message about it." } }
        @if let Some(Refused { detail, .. }) = &outcome.refused {
            p { "We could not book a place for you." } p { (detail) }
        }
        p { (member) }
        p { a href="/whats-on" { "See what’s on" } }
    };
    page(head, "Thank you", main)
}

pub(crate) fn page(head: &Letterhead, title: &str, main: Markup) -> Markup {
    let organisation = &head.organisation;
    layout::page(&Page { organisation, title, audience: Audience::Everyone, main })
}
