//! The page behind the link for a new password: one field and a button that posts.
//! Looking at it changes nothing; the secret is in the address alone.

use crate::access::passwords::{LEAST_CHARACTERS, MOST_CHARACTERS};
use crate::access::secret::Secret;
use crate::access::service::reset::{self, Confirm};
use crate::base::fault::Code;
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/reset/{token}").route(web::get().to(ask)).route(web::post().to(choose)),
    );
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
    };
    page(head, "Your password is changed", main)
}

fn page(head: &Letterhead, title: &str, main: Markup) -> Markup {
    let organisation = &head.organisation;
    layout::page(&Page { organisation, title, audience: Audience::LinkHolder, main })
}
