//! A form that was sent too late, once its sender has signed in again: one button sends it.

use crate::access::Act;
use crate::access::service::forms::{self, WaitingForm};
use crate::base::id::WaitingFormId;
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Menu, Page};
use crate::web::visit::{Visit, own_path};
use crate::web::waiting::WAITING;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.route(&format!("{WAITING}/{{id}}"), web::get().to(show));
}

async fn show(visit: Visit, id: web::Path<WaitingFormId>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::SeeSelf, move |tx| {
            let form = forms::open(tx, &id)?;
            Ok(HtmlPage::ok(page(&head, Menu::of(tx.actor()), &form)))
        })
        .await
}

fn page(head: &Letterhead, menu: Menu, form: &WaitingForm) -> Markup {
    let fields = form_urlencoded::parse(form.body.as_bytes());
    let main = html! {
        p { "You were signed out before it was sent. Nothing has been done yet." }
        form method="post" action=(own_path(&form.path)) {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            p { button type="submit" { "Send it now" } }
        }
        p { a href=(menu.first(None)) { "Do not send it" } }
    };
    let title = "Your form is still here";
    let audience = Audience::Team(menu);
    layout::page(&Page { organisation: &head.organisation, title, audience, main })
}
