//! Telephone numbers, privacy and accessibility.

use crate::centres::{self, Centre};
use crate::pages::you_said;
use crate::settings;
use crate::settings::accessibility::{Accessibility, Part, Statement, parts};
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Page};
use crate::web::visit::Visit;
use crate::words::{Words, say};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/contact", web::get().to(contact))
        .route("/privacy", web::get().to(privacy))
        .route("/accessibility", web::get().to(accessibility));
}

async fn contact(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| {
            let centres = centres::store::centres(tx, "", i64::MAX)?;
            let main = directory(words, &centres);
            Ok(about(&head.organisation, words, "about-contact", main))
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
    let (head, words) = (visit.head(), visit.words());
    let main = html! { @for key in PRIVACY { (line(words, key)) } };
    visit.show(Ok(about(&head.organisation, words, "about-privacy", main)))
}

/// Of the model wording: the day on which all pages were last tested.
const TESTED_ON: (i32, u32, u32) = (2026, 11, 30);

async fn accessibility(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| {
            let held = settings::store::read::<Accessibility>(tx)?;
            let organisation = &head.organisation;
            let main = statement(words, organisation, held.statement.as_ref());
            Ok(about(organisation, words, "about-accessibility", main))
        })
        .await
}

fn about(organisation: &str, words: Words, title: &str, main: Markup) -> HtmlPage {
    let title = words.say(title);
    let page = Page { organisation, title: &title, audience: Audience::Everyone, main };
    HtmlPage::ok(layout::page_with(&page, &Extras { words, ..Extras::default() }))
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
                p { a href=(you_said::address(centre.id.as_str())) { (words.say("you-said")) } }
            }
        }
    }
}

/// The organisation's own statement, or model wording that claims nothing and says that nobody has
/// signed it.
fn statement(words: Words, organisation: &str, own: Option<&Statement>) -> Markup {
    match own {
        Some(own) => signed(words, own),
        None => model(words, organisation),
    }
}

fn signed(words: Words, own: &Statement) -> Markup {
    let (name, day) = (own.signed_by.as_str(), words.date(own.dated_on));
    html! {
        (prose(&own.body))
        p { (say!(words, "about-accessibility-signed", name = name, day = day)) }
    }
}

/// A text that the organisation wrote: headings, lists and paragraphs.
pub(super) fn prose(body: &str) -> Markup {
    html! {
        @for part in parts(body) {
            @match part {
                Part::Heading(heading) => h2 { (heading) },
                Part::List(items) => ul { @for item in items { li { (item) } } },
                Part::Paragraph(text) => p { @for line in text.lines() { (line) br; } },
            }
        }
    }
}

fn model(words: Words, organisation: &str) -> Markup {
    let (year, month, day) = TESTED_ON;
    let tested = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    html! {
        div.notice { p { (say!(words, "about-accessibility-draft", organisation = organisation)) } }
        (line(words, "about-accessibility-1"))
        (line(words, "about-accessibility-2"))
        p { (say!(words, "about-accessibility-tested", day = words.date(tested))) }
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
