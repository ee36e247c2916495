//! "You said, we did": what centres changed because of what families told them.

use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::centres;
use crate::db::Tx;
use crate::feedback::you_said::service::SHOWN;
use crate::feedback::you_said::{YouSaid, store};
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Page};
use crate::web::visit::Visit;
use crate::words::{Words, say};
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) const YOU_SAID: &str = "/you-said";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(YOU_SAID, web::get().to(show_you_said));
}

/// Where the entries of a centre are.
pub(crate) fn address(centre: &str) -> String {
    format!("{YOU_SAID}?centre={centre}")
}

async fn show_you_said(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let query = visit.request().query_string().to_owned();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let centre = pairs.find(|(name, value)| name == "centre" && !value.is_empty());
    let centre = centre.map(|(_, id)| CentreId::from(&*id));
    visit.read_public(move |tx| page(tx, (&head, words), (centre.as_ref(), &query))).await
}

fn page(
    tx: &mut Tx,
    (head, words): (&Letterhead, Words),
    (centre, query): (Option<&CentreId>, &str),
) -> Result<HtmlPage> {
    let centres = centres::service::names(tx)?;
    let named = |id: &CentreId| centres.iter().find(|(known, _)| known == id.as_str());
    // A centre that is not there has nothing, as one that has written nothing.
    let name = centre.and_then(named).map(|(_, name)| name.as_str());
    let entries = store::list(tx, centre, SHOWN)?;
    let title = match name {
        Some(name) => say!(words, "you-said-of", centre = name),
        None => words.say("you-said"),
    };
    let main = html! {
        p { (words.say("you-said-lead")) }
        @if entries.is_empty() { p { (words.say("you-said-none")) } }
        @for entry in &entries {
            @let of = named(&entry.centre_id).map(|(_, name)| name.as_str());
            (said(words, entry, of.filter(|_| centre.is_none())))
        }
        @if centre.is_some() { p { a href=(YOU_SAID) { (words.say("you-said-all")) } } }
        p { a href="/whats-on" { (words.say("see-whats-on")) } }
    };
    let (organisation, audience) = (&head.organisation, Audience::Everyone);
    let page = Page { organisation, title: &title, audience, main };
    Ok(HtmlPage::ok(layout::page_with(&page, &Extras { words, query, ..Extras::default() })))
}

fn said(words: Words, entry: &YouSaid, centre: Option<&str>) -> Markup {
    html! {
        section.box {
            h2 { (words.date(entry.dated_on)) }
            @if let Some(centre) = centre { p { (centre) } }
            h3 { (words.say("you-said-said")) }
            p { @for line in entry.said.lines() { (line) br; } }
            h3 { (words.say("you-said-did")) }
            p { @for line in entry.did.lines() { (line) br; } }
        }
    }
}
