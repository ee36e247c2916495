//! The page on which a family joins: one form, readable on a small phone, with problems explained
//! in words above it. It does what `POST /families/join` does, and reveals as little.

pub(crate) mod confirm;

use crate::access::service::one_address;
use crate::api::families::join::{FirstIn, JoinIn, WE_RING};
use crate::api::families::wire_in::{CarerIn, ChildIn};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::SessionId;
use crate::bookings::first::service::requests;
use crate::families::PostcodeReason;
use crate::mail::words::Letterhead;
use crate::membership::notices::{self, Notice};
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use confirm::page;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/join").route(web::get().to(ask_to_join)).route(web::post().to(send_join)),
    );
    confirm::routes(config);
}

/// What the form sends; what is left out is empty.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct JoinForm {
    name: String,
    email: String,
    phone: String,
    postcode: String,
    no_postcode: String,
    child: String,
    day: String,
    month: String,
    year: String,
    expected: String,
    /// It said no before and wants to be a member again.
    rejoins: String,
    /// A session to come to, from a link in what's on.
    session: String,
}

async fn ask_to_join(visit: Visit, sent: web::Query<JoinForm>) -> HttpResponse {
    let head = visit.head();
    visit
        .read_public(move |tx| {
            let notice = notices::service::current(tx, notices::ENGLISH)?;
            Ok(HtmlPage::ok(form(&head, &sent, &notice, None)))
        })
        .await
}

async fn send_join(visit: Visit, sent: web::Form<JoinForm>) -> HttpResponse {
    let address = one_address(visit.address());
    let head = visit.head();
    visit
        .write_public(move |tx| {
            let today = tx.today();
            let asked = sent
                .join_in()
                .and_then(|sent| sent.command(today))
                .and_then(|join| requests::ask(tx, &join, &address));
            match asked {
                Ok(asked) if asked.to_ring => Ok(HtmlPage::ok(will_ring(&head))),
                Ok(asked) => Ok(HtmlPage::ok(confirm::ask_code(&head, asked.id.as_str(), None))),
                Err(fault) if fault.code() == Code::Internal => Err(fault),
                Err(fault) => {
                    let status = StatusCode::from_u16(fault.code().status());
                    let status = status.unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
                    let notice = notices::service::current(tx, notices::ENGLISH)?;
                    Ok(HtmlPage { status, html: form(&head, &sent, &notice, Some(fault.detail())) })
                }
            }
        })
        .await
}

impl JoinForm {
    fn join_in(&self) -> Result<JoinIn> {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let day = format!("{:0>4}-{:0>2}-{:0>2}", self.year, self.month, self.day);
        let expected = !self.expected.is_empty();
        let due_on = match expected {
            false => None,
            true => Some(day.parse().map_err(|_| {
                Fault::invalid("/children/0/due_on", "Write the day your baby is due in numbers.")
            })?),
        };
        let child = ChildIn {
            id: None,
            name: filled(&self.child),
            born_on: (!expected).then_some(day),
            due_on,
            answers: BTreeMap::new(),
        };
        let carer = CarerIn {
            id: None,
            name: self.name.clone(),
            email: filled(&self.email),
            phone: filled(&self.phone),
            mail_allowed: None,
            former_name: None,
            no_post: None,
            no_voicemail: None,
            no_text: None,
            no_call: None,
            no_address_notice: None,
            answers: BTreeMap::new(),
        };
        let booking = filled(&self.session).map(|session| FirstIn {
            session_id: SessionId::from(session.as_str()),
            adults: None,
            if_full: None,
        });
        let none = !self.no_postcode.is_empty();
        Ok(JoinIn {
            carers: vec![carer],
            children: vec![child],
            postcode: filled(&self.postcode),
            postcode_reason: none.then_some(PostcodeReason::NotGiven),
            address: None,
            notice_language: Some(notices::ENGLISH.to_owned()),
            guest: false,
            rejoins: !self.rejoins.is_empty(),
            booking,
        })
    }
}

fn form(head: &Letterhead, sent: &JoinForm, notice: &Notice, wrong: Option<&str>) -> Markup {
    let title = if wrong.is_some() { "Error: Become a member" } else { "Become a member" };
    let text = |name: &str, label: &str, kind: &str, value: &str, fills: &str| {
        html! {
            label for=(name) { (label) }
            input id=(name) name=(name) type=(kind) value=(value) autocomplete=(fills);
        }
    };
    let number = |name: &str, label: &str, value: &str| {
        html! {
            label for=(name) { (label) }
            input id=(name) name=(name) inputmode="numeric" value=(value);
        }
    };
    let tick = |name: &str, label: &str, on: bool| {
        html! {
            label { input type="checkbox" name=(name) value="yes" checked[on]; " " (label) }
        }
    };
    let main = html! {
        @if let Some(wrong) = wrong {
            div role="alert" { h2 { "There is a problem" } p { (wrong) } }
        }
        p { "It is free. You get a card, and you hear what is on for your child." }
        form method="post" action="/join" novalidate {
            (text("name", "Your name", "text", &sent.name, "name"))
            (text("email", "Your e-mail address", "email", &sent.email, "email"))
            (text("phone", "Or your phone number", "tel", &sent.phone, "tel"))
            (text("postcode", "Your postcode", "text", &sent.postcode, "postal-code"))
            (tick("no_postcode", "I have no postcode, or do not want to say", !sent.no_postcode.is_empty()))
            (text("child", "Your child’s name", "text", &sent.child, "off"))
            fieldset {
                legend { "When your child was born, such as 27 3 2025" }
                (number("day", "Day", &sent.day))
                (number("month", "Month", &sent.month))
                (number("year", "Year", &sent.year))
            }
            (tick("expected", "My baby is not born yet. This is the day it is due.", !sent.expected.is_empty()))
            (tick("rejoins", "We were members before and said no. Now we want to join again.", !sent.rejoins.is_empty()))
            @if !sent.session.is_empty() {
                input type="hidden" name="session" value=(sent.session);
                p { "We will also ask for your place." }
            }
            h2 { (notice.title) }
            @for line in notice.body.lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
            p { button type="submit" { "Become a member" } }
        }
    };
    page(head, title, main)
}

fn will_ring(head: &Letterhead) -> Markup {
    let main = html! {
        p { (WE_RING) }
        p { a href="/whats-on" { "See what’s on" } }
    };
    page(head, "Thank you", main)
}
