//! The pages behind links about a membership: one that asks with one button, and one that thanks.
//! They name nobody.

use crate::base::moment::Moment;
use crate::mail::link::{FamilyLink, FamilyPurpose, Refused};
use crate::mail::words::Letterhead;
use crate::membership::service::link::{LinkOpened, follow, look};
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page};
use crate::web::visit::Visit;
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
    let head = visit.head();
    visit
        .read_public(move |tx| {
            let link = match opened(&path, &head, tx.now()) {
                Ok(link) => link,
                Err(sheet) => return Ok(sheet),
            };
            Ok(match look(tx, &link)? {
                None => unknown(&head),
                Some(LinkOpened::Done) => HtmlPage::ok(thanks(&head, link.purpose)),
                Some(LinkOpened::ToDo) => HtmlPage::ok(ask(&head, link.purpose, &action)),
            })
        })
        .await
}

async fn follow_family_link(visit: Visit, path: LinkPath) -> HttpResponse {
    let head = visit.head();
    visit
        .write_public(move |tx| {
            let link = match opened(&path, &head, tx.now()) {
                Ok(link) => link,
                Err(sheet) => return Ok(sheet),
            };
            Ok(match follow(tx, &link)? {
                None => unknown(&head),
                Some(LinkOpened::Done | LinkOpened::ToDo) => {
                    HtmlPage::ok(thanks(&head, link.purpose))
                }
            })
        })
        .await
}

fn opened(path: &LinkPath, head: &Letterhead, now: Moment) -> Result<FamilyLink, HtmlPage> {
    let (word, token) = path.as_ref();
    let purpose = FamilyPurpose::parse(word).ok_or_else(|| unknown(head))?;
    head.links.open(purpose, token, now).map_err(|refused| match refused {
        Refused::NotOurs => unknown(head),
        Refused::Expired => {
            let line = "It does not work any more. Nothing has changed.";
            let html = page(head, "This link is too old", html! { p { (line) } });
            HtmlPage { status: StatusCode::GONE, html }
        }
    })
}

fn unknown(head: &Letterhead) -> HtmlPage {
    let line = "Please use the whole link from our message.";
    let html = page(head, "This link does not work", html! { p { (line) } });
    HtmlPage { status: StatusCode::NOT_FOUND, html }
}

fn ask(head: &Letterhead, purpose: FamilyPurpose, action: &str) -> Markup {
    let (title, line, button) = match purpose {
        FamilyPurpose::ConfirmContact => {
            ("Is this your e-mail address?", "Then we know that we can reach you.", "Yes, it is")
        }
        FamilyPurpose::ConfirmDetails => (
            "Is all we know about you still right?",
            "Your names, where you live and how to reach you.",
            "Yes, all is right",
        ),
        FamilyPurpose::SayNo => (
            "Do you want to stop being a member?",
            "You can still book and come. We will send no more cards.",
            "Stop being a member",
        ),
        FamilyPurpose::ConfirmAddress => (
            "Is this your e-mail address?",
            "Then we will write to you here from now on.",
            "Yes, it is",
        ),
        FamilyPurpose::StopCards => (
            "Do you want no more birthday cards?",
            "You stay a member. Only the cards stop.",
            "Stop the cards",
        ),
    };
    let main = html! {
        p { (line) }
        (layout::one_button(action, button))
        p.quiet { "Nothing happens until you press the button." }
    };
    page(head, title, main)
}

fn thanks(head: &Letterhead, purpose: FamilyPurpose) -> Markup {
    let (title, line) = match purpose {
        FamilyPurpose::ConfirmContact => ("Thank you", "Now we know that we can reach you."),
        FamilyPurpose::ConfirmDetails => ("Thank you", "We keep it as it is."),
        FamilyPurpose::SayNo => {
            ("You are not a member any more", "You can still book and come. You are welcome.")
        }
        FamilyPurpose::ConfirmAddress => ("Thank you", "We will write to you at this address."),
        FamilyPurpose::StopCards => {
            ("No more birthday cards", "You stay a member. You are always welcome.")
        }
    };
    let main = html! {
        p { (line) }
        p { a href="/whats-on" { "See what’s on" } }
    };
    page(head, title, main)
}

fn page(head: &Letterhead, title: &str, main: Markup) -> Markup {
    let organisation = &head.organisation;
    layout::page(&Page { organisation, title, audience: Audience::LinkHolder, main })
}
