//! Telephone numbers, privacy, accessibility, the style sheet and the list of error codes.

use crate::base::fault::{Code, Fault};
use crate::centres::{self, Centre};
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Page, STYLE, STYLE_PATH};
use crate::web::visit::Visit;
use crate::words::{Words, say};
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/contact", web::get().to(contact))
        .route("/privacy", web::get().to(privacy))
        .route("/accessibility", web::get().to(accessibility))
        .route(STYLE_PATH, web::get().to(style))
        .route("/logo", web::get().to(logo))
        .route("/docs/faults", web::get().to(faults));
}

async fn contact(visit: Visit) -> HttpResponse {
    let head = visit.head();
    visit
        .read_public(move |tx| {
            let centres = centres::store::centres(tx, "", i64::MAX)?;
            let main = directory(Words::english(), &centres);
            Ok(about(&head.organisation, "about-contact", main))
        })
        .await
}

/// Model wording, for the organisation to check.
const PRIVACY: [&str; 6] = [
    "about-privacy-1",
    "about-privacy-2",
    "about-privacy-3",
    "about-privacy-4",
    "about-privacy-5",
    "about-privacy-6",
];

async fn privacy(visit: Visit) -> HttpResponse {
    let organisation = visit.head().organisation.clone();
    let words = Words::english();
    let main = html! { @for key in PRIVACY { (line(words, key)) } };
    visit.show(Ok(about(&organisation, "about-privacy", main)))
}

async fn accessibility(visit: Visit) -> HttpResponse {
    let organisation = visit.head().organisation.clone();
    let main = statement(Words::english(), &organisation);
    visit.show(Ok(about(&organisation, "about-accessibility", main)))
}

async fn style(visit: Visit) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header(KEPT_AN_HOUR)
        .body(format!("{STYLE}{}", visit.app().http.look.rules()))
}

async fn logo(visit: Visit) -> HttpResponse {
    match &visit.app().http.look.logo {
        Some(logo) => HttpResponse::Ok()
            .content_type(logo.media)
            .insert_header(KEPT_AN_HOUR)
            .body(logo.bytes.clone()),
        None => visit.show::<HtmlPage>(Err(Fault::not_found("logo"))),
    }
}

const KEPT_AN_HOUR: (&str, &str) = ("Cache-Control", "public, max-age=3600");

/// Where the `type` of every problem document points.
async fn faults(visit: Visit) -> HttpResponse {
    let page = HtmlPage::ok(fault_table(&visit.head().organisation));
    visit.show(Ok(page))
}

fn about(organisation: &str, title: &str, main: Markup) -> HtmlPage {
    let title = Words::english().say(title);
    let page = Page { organisation, title: &title, audience: Audience::Everyone, main };
    HtmlPage::ok(layout::page(&page))
}

fn line(words: Words, key: &str) -> Markup {
    html! { p { (words.say(key)) } }
}

/// Every centre, with its number and where it is.
fn directory(words: Words, centres: &[Centre]) -> Markup {
    html! {
        (line(words, "about-contact-lead"))
        @for centre in centres {
            div.box {
                h2 { (centre.name) }
                @if let Some(number) = &centre.phone { p { (layout::phone(number)) } }
                @if let Some(address) = &centre.address { p { (address) } }
                @if let Some(postcode) = &centre.postcode { p { (postcode) } }
            }
        }
    }
}

/// Model wording: it claims nothing, and says that nobody has signed it.
fn statement(words: Words, organisation: &str) -> Markup {
    html! {
        div.notice { p { (say!(words, "about-accessibility-draft", organisation = organisation)) } }
        (line(words, "about-accessibility-1"))
        (line(words, "about-accessibility-2"))
        h2 { (words.say("about-accessibility-known")) }
        ul {
            li { (words.say("about-accessibility-3")) }
            li { (words.say("about-accessibility-4")) }
        }
        h2 { (words.say("about-accessibility-help")) }
        (line(words, "about-accessibility-5"))
        (line(words, "about-accessibility-6"))
    }
}

fn fault_table(organisation: &str) -> Markup {
    let main = html! {
        p { "The errors this API returns. Codes never change." }
        table {
            thead { tr { th scope="col" { "Code" } th scope="col" { "Status" } th scope="col" { "Title" } } }
            tbody {
                @for code in Code::ALL {
                    tr id=(code.as_str()) {
                        th scope="row" { code { (code.as_str()) } }
                        td { (code.status()) }
                        td { (code.title()) }
                    }
                }
            }
        }
    };
    layout::page(&Page { organisation, title: "Error codes", audience: Audience::Everyone, main })
}
