//! The page that asks for a link to choose a password, and the one behind that link: one field and a
//! button that posts. Looking at it changes nothing; the secret is in the address alone.

use crate::access::passwords::{LEAST_CHARACTERS, MOST_CHARACTERS};
use crate::access::secret::Secret;
use crate::access::service::reset::{self, Ask, Confirm};
use crate::base::fault::Code;
use crate::base::text;
use crate::mail::words::Letterhead;
use crate::web::form::{Field, Wrong, error_summary, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page, link_button};
use crate::web::visit::{SIGN_IN, Visit};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) const FORGOTTEN: &str = "/password/forgotten";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource(FORGOTTEN).route(web::get().to(forgotten)).route(web::post().to(send_link)),
    );
    config.service(
        web::resource("/reset/{token}").route(web::get().to(ask)).route(web::post().to(choose)),
    );
}

async fn forgotten(visit: Visit) -> HttpResponse {
    let html = forgotten_form(&visit.head(), "", &[]);
    visit.show(Ok(HtmlPage::ok(html)))
}

#[derive(Deserialize)]
struct ForgottenForm {
    email: String,
}

async fn send_link(visit: Visit, sent: web::Form<ForgottenForm>) -> HttpResponse {
    let head = visit.head();
    let Ok(email) = text::email("/email", &sent.email) else {
        let wrong = [Wrong::new("email", "Enter your e-mail address, like name@example.com")];
        let html = forgotten_form(&head, &sent.email, &wrong);
        return visit.show(Ok(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }));
    };
    let (gate, address) = (visit.app().gate.clone(), visit.address());
    let asked =
        visit.written(move |tx| reset::ask(tx, &gate, &Ask { email: email.clone(), address }));
    let page = asked.await.map(|()| HtmlPage::ok(link_sent(&head)));
    visit.show(page)
}

fn forgotten_form(head: &Letterhead, email: &str, wrong: &[Wrong]) -> Markup {
    let words = Words::english();
    let main = html! {
        (error_summary(words, wrong))
        p { "We will send you a link to choose a password." }
        form method="post" action=(FORGOTTEN) novalidate {
            (field(words, &Field {
                name: "email", label: "E-mail address", value: email, kind: "email",
                fills: "username", wrong: wrong_with(wrong, "email"), ..Field::default()
            }))
            p { button type="submit" { "Send me a link" } }
        }
        p { a href=(SIGN_IN) { "Back to sign in" } }
    };
    let title = if wrong.is_empty() { "Choose a password" } else { "Error: Choose a password" };
    page(head, title, main)
}

fn link_sent(head: &Letterhead) -> Markup {
    let main = html! {
        p { "If there is an account with this address, we have sent a link to it." }
        p { "It works once, for an hour. No message? Look in your junk mail, or ask your manager." }
        p { a href=(SIGN_IN) { "Back to sign in" } }
    };
    page(head, "Look at your mail", main)
}

#[derive(Deserialize)]
struct Chosen {
    password: String,
}

async fn ask(visit: Visit, token: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let action = request.path().to_owned();
    let head = visit.head();
    visit
        .read_public(move |tx| {
            reset::look(tx, &Secret::presented(&token))?;
            Ok(HtmlPage::ok(form(&head, &action, None)))
        })
        .await
}

async fn choose(
    visit: Visit,
    token: web::Path<String>,
    chosen: web::Form<Chosen>,
    request: HttpRequest,
) -> HttpResponse {
    let action = request.path().to_owned();
    visit
        .work_public(move |app| {
            let password = chosen.into_inner().password;
            let confirm = Confirm { token: Secret::presented(&token), password };
            match reset::confirm(&app.store, &app.gate, &confirm) {
                Ok(()) => Ok(HtmlPage::ok(done(&app.head))),
                Err(fault) if fault.code() == Code::InvalidRequest => Ok(HtmlPage {
                    status: StatusCode::UNPROCESSABLE_ENTITY,
                    html: form(&app.head, &action, Some(fault.detail())),
                }),
                Err(fault) => Err(fault),
            }
        })
        .await
}

fn form(head: &Letterhead, action: &str, wrong: Option<&str>) -> Markup {
    let main = html! {
        form method="post" action=(action) {
            @if let Some(wrong) = wrong { p role="alert" { strong { (wrong) } } }
            label for="password" { "New password" }
            p id="rule" {
                "At least " (LEAST_CHARACTERS) " characters, and hard to guess. Three or four words "
                "that do not belong together are good. Leave out your name."
            }
            input id="password" name="password" type="password" autocomplete="new-password"
                required minlength=(LEAST_CHARACTERS) maxlength=(MOST_CHARACTERS)
                aria-describedby="rule";
            button type="submit" { "Save the new password" }
        }
    };
    page(head, "Choose a new password", main)
}

fn done(head: &Letterhead) -> Markup {
    let main = html! {
        p { "Your new password is saved. You were signed out everywhere: sign in with it now." }
        p { (link_button(SIGN_IN, "Sign in")) }
    };
    page(head, "Your password is changed", main)
}

fn page(head: &Letterhead, title: &str, main: Markup) -> Markup {
    let organisation = &head.organisation;
    layout::page(&Page { organisation, title, audience: Audience::LinkHolder, main })
}
