//! The pages behind links about a membership: one that asks with one button, and one that thanks.
//! They name nobody.

use crate::base::moment::Moment;
use crate::mail::link::{FamilyLink, FamilyPurpose, Refused};
use crate::mail::words::Letterhead;
use crate::membership::service::link::{LinkOpened, follow, look};
use crate::pages::my::family::said::FAMILY;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Page};
use crate::web::visit::Visit;
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/membership/{purpose}/{token}")
            .route(web::get().to(ask_family_link))
            .route(web::post().to(follow_family_link)),
    );
}

type LinkPath = web::Path<(String, String)>;

async fn ask_family_link(visit: Visit, path: LinkPath, request: HttpRequest) -> HttpResponse {
    let action = request.path().to_owned();
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| {
            let link = match opened(&path, (&head, words), tx.now()) {
                Ok(link) => link,
                Err(sheet) => return Ok(sheet),
            };
            Ok(match look(tx, &link)? {
                None => unknown(&head, words),
                Some(LinkOpened::Done) => HtmlPage::ok(thanks(&head, words, link.purpose)),
                Some(LinkOpened::ToDo) => HtmlPage::ok(ask(&head, words, link.purpose, &action)),
            })
        })
        .await
}

async fn follow_family_link(visit: Visit, path: LinkPath) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write_public(move |tx| {
            let link = match opened(&path, (&head, words), tx.now()) {
                Ok(link) => link,
                Err(sheet) => return Ok(sheet),
            };
            Ok(match follow(tx, &link)? {
                None => unknown(&head, words),
                Some(LinkOpened::Done | LinkOpened::ToDo) => {
                    HtmlPage::ok(thanks(&head, words, link.purpose))
                }
            })
        })
        .await
}

fn opened(
    path: &LinkPath,
    (head, words): (&Letterhead, Words),
    now: Moment,
) -> Result<FamilyLink, HtmlPage> {
    let (word, token) = path.as_ref();
    let purpose = FamilyPurpose::parse(word).ok_or_else(|| unknown(head, words))?;
    head.links.open(purpose, token, now).map_err(|refused| match refused {
        Refused::NotOurs => unknown(head, words),
        Refused::Expired => {
            let html = dead(head, words, ("booking-expired", "booking-expired-say"));
            HtmlPage { status: StatusCode::GONE, html }
        }
    })
}

fn unknown(head: &Letterhead, words: Words) -> HtmlPage {
    let html = dead(head, words, ("booking-unknown", "booking-unknown-say"));
    HtmlPage { status: StatusCode::NOT_FOUND, html }
}

fn dead(head: &Letterhead, words: Words, (title, line): (&str, &str)) -> Markup {
    page(head, words, title, html! { p { (words.say(line)) } })
}

fn ask(head: &Letterhead, words: Words, purpose: FamilyPurpose, action: &str) -> Markup {
    let (title, line, button) = match purpose {
        FamilyPurpose::ConfirmContact => {
            ("member-contact", "member-contact-say", "member-contact-yes")
        }
        FamilyPurpose::ConfirmDetails => ("member-same", "member-same-say", "member-same-no"),
        FamilyPurpose::SayNo => ("member-stop", "member-stop-say", "member-stop-yes"),
        FamilyPurpose::ConfirmAddress => {
            ("member-contact", "member-address-say", "member-contact-yes")
        }
        FamilyPurpose::StopCards => ("member-cards", "member-cards-say", "member-cards-yes"),
        FamilyPurpose::StopFeedback => {
            ("member-feedback", "member-feedback-say", "member-feedback-yes")
        }
    };
    let main = html! {
        p { (words.say(line)) }
        (layout::one_button(action, &words.say(button)))
        @if purpose == FamilyPurpose::ConfirmDetails {
            p { a href=(FAMILY) { (words.say("member-same-yes")) } }
        }
    };
    page(head, words, title, main)
}

fn thanks(head: &Letterhead, words: Words, purpose: FamilyPurpose) -> Markup {
    let (title, line) = match purpose {
        FamilyPurpose::ConfirmContact => ("member-thanks", "member-contact-done"),
        FamilyPurpose::ConfirmDetails => ("member-thanks", "member-same-done"),
        FamilyPurpose::SayNo => ("member-stop-done", "member-stop-done-say"),
        FamilyPurpose::ConfirmAddress => ("member-thanks", "member-address-done"),
        FamilyPurpose::StopCards => ("member-cards-done", "member-cards-done-say"),
        FamilyPurpose::StopFeedback => ("member-feedback-done", "member-feedback-done-say"),
    };
    let main = html! {
        p { (words.say(line)) }
        p { a href="/whats-on" { (words.say("see-whats-on")) } }
    };
    page(head, words, title, main)
}

/// One of these pages: `title` is the key of its heading.
fn page(head: &Letterhead, words: Words, title: &str, main: Markup) -> Markup {
    let (organisation, title) = (&head.organisation, words.say(title));
    let page = Page { organisation, title: &title, audience: Audience::LinkHolder, main };
    layout::page_with(&page, &Extras { words, ..Extras::default() })
}
