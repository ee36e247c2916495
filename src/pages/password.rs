//! The page that asks for a link to choose a password, and the one behind that link: one field and a
//! button that posts. Looking at it changes nothing; the secret is in the address alone.

use crate::access::passwords::{LEAST_CHARACTERS, MOST_CHARACTERS, Weak};
use crate::access::secret::Secret;
use crate::access::service::reset::{self, Ask, Confirm};
use crate::base::fault::{Code, Fault, Result};
use crate::base::text;
use crate::mail::words::Letterhead;
use crate::web::form::{Field, Wrong, error_summary, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Heading, Page, link_button};
use crate::web::visit::{SIGN_IN, Visit};
use crate::words::{Words, say};
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
    let html = forgotten_form(&visit.head(), visit.words(), "", &[]);
    visit.show(Ok(HtmlPage::ok(html)))
}

#[derive(Deserialize)]
struct ForgottenForm {
    email: String,
}

async fn send_link(visit: Visit, sent: web::Form<ForgottenForm>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let Ok(email) = text::email("/email", &sent.email) else {
        let wrong = [Wrong::new("email", words.say("account-email-wrong"))];
        let html = forgotten_form(&head, words, &sent.email, &wrong);
        return visit.show(Ok(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html }));
    };
    let (gate, address) = (visit.app().gate.clone(), visit.address());
    let asked =
        visit.written(move |tx| reset::ask(tx, &gate, &Ask { email: email.clone(), address }));
    let page = asked.await.map(|()| HtmlPage::ok(link_sent(&head, words)));
    visit.show(page)
}

fn forgotten_form(head: &Letterhead, words: Words, email: &str, wrong: &[Wrong]) -> Markup {
    let label = words.say("account-email");
    let main = html! {
        (error_summary(words, wrong))
        p { (words.say("account-forgotten-say")) }
        form method="post" action=(FORGOTTEN) novalidate {
            (field(words, &Field {
                name: "email", label: &label, value: email, kind: "email",
                fills: "username", wrong: wrong_with(wrong, "email"), ..Field::default()
            }))
            p { button type="submit" { (words.say("account-send")) } }
        }
        p { a href=(SIGN_IN) { (words.say("account-back")) } }
    };
    page(head, words, ("account-forgotten", wrong), main)
}

fn link_sent(head: &Letterhead, words: Words) -> Markup {
    let main = html! {
        p { (words.say("account-sent-say")) }
        p { (words.say("account-sent-none")) }
        p { a href=(SIGN_IN) { (words.say("account-back")) } }
    };
    page(head, words, ("account-sent", &[]), main)
}

#[derive(Deserialize)]
struct Chosen {
    password: String,
}

async fn ask(visit: Visit, token: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let action = request.path().to_owned();
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| match reset::look(tx, &Secret::presented(&token)) {
            Ok(()) => Ok(HtmlPage::ok(form(&head, words, &action, &[]))),
            Err(fault) => over(&head, words, fault),
        })
        .await
}

async fn choose(
    visit: Visit,
    token: web::Path<String>,
    chosen: web::Form<Chosen>,
    request: HttpRequest,
) -> HttpResponse {
    let (action, words) = (request.path().to_owned(), visit.words());
    visit
        .work_public(move |app| {
            let password = chosen.into_inner().password;
            let confirm = Confirm { token: Secret::presented(&token), password };
            match reset::confirm(&app.store, &app.gate, &confirm) {
                Ok(()) => Ok(HtmlPage::ok(done(&app.head, words))),
                Err(fault) if fault.code() == Code::InvalidRequest => {
                    let wrong = [Wrong::new("password", weak(words, &fault))];
                    let html = form(&app.head, words, &action, &wrong);
                    Ok(HtmlPage { status: StatusCode::UNPROCESSABLE_ENTITY, html })
                }
                Err(fault) => over(&app.head, words, fault),
            }
        })
        .await
}

/// The page of a link that was used or has run out.
fn over(head: &Letterhead, words: Words, fault: Fault) -> Result<HtmlPage> {
    if fault.code() != Code::NoLongerOpen {
        return Err(fault);
    }
    let main = html! {
        p { (words.say("account-over-say")) }
        p { (link_button(FORGOTTEN, &words.say("account-send"))) }
    };
    let html = page(head, words, ("account-over", &[]), main);
    Ok(HtmlPage { status: StatusCode::CONFLICT, html })
}

/// Why a password is not taken.
fn weak(words: Words, fault: &Fault) -> String {
    match Weak::ALL.into_iter().find(|weak| weak.sentence() == fault.detail()) {
        Some(Weak::TooShort) => say!(words, "account-too-short", least = LEAST_CHARACTERS),
        Some(Weak::TooLong) => say!(words, "account-too-long", most = MOST_CHARACTERS),
        Some(Weak::OwnName) => words.say("account-own-name"),
        Some(Weak::EasyToGuess) | None => words.say("account-easy"),
    }
}

fn form(head: &Letterhead, words: Words, action: &str, wrong: &[Wrong]) -> Markup {
    let label = words.say("account-new");
    let rule = say!(words, "account-rule", least = LEAST_CHARACTERS);
    let main = html! {
        (error_summary(words, wrong))
        form method="post" action=(action) novalidate {
            (field(words, &Field {
                name: "password", label: &label, hint: &rule, kind: "password",
                fills: "new-password", wrong: wrong_with(wrong, "password"), ..Field::default()
            }))
            p { button type="submit" { (words.say("account-save")) } }
        }
    };
    page(head, words, ("account-choose", wrong), main)
}

fn done(head: &Letterhead, words: Words) -> Markup {
    let main = html! {
        p { (words.say("account-done-say")) }
        p { (link_button(SIGN_IN, &words.say("account-sign-in"))) }
    };
    page(head, words, ("account-done", &[]), main)
}

/// One of these pages: the key of its heading, and what is wrong on it.
fn page(head: &Letterhead, words: Words, (title, wrong): (&str, &[Wrong]), main: Markup) -> Markup {
    let (organisation, heading) = (&head.organisation, words.say(title));
    let title = match wrong.is_empty() {
        true => heading.clone(),
        false => format!("{} {heading}", words.say("error")),
    };
    let page = Page { organisation, title: &title, audience: Audience::LinkHolder, main };
    let heading = Heading::Text(&heading);
    layout::page_with(&page, &Extras { words, heading, ..Extras::default() })
}
