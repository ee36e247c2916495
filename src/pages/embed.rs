//! What's on as a list that stands in a frame on somebody else's page, such as the council's. It alone
//! may be framed, by the origins of the setting `embed_origins`; it sets and reads no cookie, and its
//! links open the whole page in a window of its own.

use crate::base::calendar::day_begins;
use crate::base::fault::Result;
use crate::bookings;
use crate::db::Tx;
use crate::mail::spoken;
use crate::mail::words::Letterhead;
use crate::pages::whats_on::asked::Asked;
use crate::pages::whats_on::cards::Listing;
use crate::pages::whats_on::listing::listing;
use crate::sessions::Planned;
use crate::sessions::store::SessionFilter;
use crate::web::Holds;
use crate::web::html::HtmlPage;
use crate::web::layout::{EMBEDDED, LANGUAGE, STYLE_PATH};
use crate::web::visit::Visit;
use crate::words::Words;
use actix_web::{HttpResponse, web};
use chrono::Days;
use maud::{DOCTYPE, Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(EMBEDDED, web::get().to(show_embedded));
}

/// A frame is small.
const MOST: usize = 12;

async fn show_embedded(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words_of_address());
    let asked = Asked::read(visit.request().query_string()).whole();
    let question = visit.question_in(words, &asked.query());
    visit.read_shared(question, move |tx| page(tx, (&head, words), &asked)).await
}

fn page(
    tx: &mut Tx,
    (head, words): (&Letterhead, Words),
    asked: &Asked,
) -> Result<(HtmlPage, Holds)> {
    let now = tx.now();
    let wanted = SessionFilter {
        centre: asked.centre.clone(),
        rows: i64::try_from(MOST).unwrap_or(i64::MAX),
        ..SessionFilter::default()
    };
    let choice = asked.choice();
    let fits = |one: &Planned| one.session.head_session_id.is_none() && choice.fits(one);
    let (standings, watch) = bookings::view::whats_on(tx, wanted, fits)?;
    let shown = standings.iter().take(MOST);
    let listings: Vec<Listing> = shown.map(|one| listing(words, one, now)).collect();
    let page = HtmlPage::ok(framed(words, &head.organisation, asked, &listings));
    let watch = watch.until(day_begins(tx.today() + Days::new(1)).into());
    Ok((page, Box::new(move |tx| watch.holds(tx))))
}

fn framed(words: Words, organisation: &str, asked: &Asked, listings: &[Listing]) -> Markup {
    let title = words.say("embed-title");
    html! {
        (DOCTYPE)
        html lang=(words.language()) dir=(words.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) " – " (organisation) }
                link rel="stylesheet" href=(STYLE_PATH);
            }
            body {
                main {
                    h1 { (title) }
                    @if words.is_machine_made() { p.machine { (words.say("language-machine")) } }
                    @if listings.is_empty() { p { (words.say("embed-none")) } }
                    @for day in by_day(listings) {
                        h2 { (words.day(day[0].when.starts.date())) }
                        ul.cards { @for one in day { (card(words, one)) } }
                    }
                    p { (outward(words, &asked.address(), &words.say("embed-all"))) }
                }
            }
        }
    }
}

fn by_day(listings: &[Listing]) -> impl Iterator<Item = &[Listing]> {
    listings.chunk_by(|one, next| one.when.starts.date() == next.when.starts.date())
}

fn card(words: Words, one: &Listing) -> Markup {
    let time = spoken::time(words, one.when.starts.time());
    let page = format!("/sessions/{}", one.session.as_str());
    html! {
        li.card {
            p.time { small { (time) } }
            h3 { (outward(words, &page, &one.title)) }
            p { (one.places.chip(words)) " " (one.facts(words)) }
        }
    }
}

/// A frame is no place to book: the whole page opens in a window of its own, in the same language.
fn outward(words: Words, path: &str, label: &str) -> Markup {
    let and = if path.contains('?') { '&' } else { '?' };
    let path = match words.is_english() {
        true => path.to_owned(),
        false => format!("{path}{and}{LANGUAGE}={}", words.language()),
    };
    html! { a href=(path) target="_blank" rel="noopener" { (label) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::whats_on::cards::Places;
    use crate::pages::whats_on::samples::listing;

    #[test]
    fn every_link_leaves_the_frame_and_there_is_no_menu_and_no_form() {
        let listings = [listing(3, Places::Left(2)), listing(4, Places::Full)];
        let asked = Asked::read("centre=c1&age=24");
        let page = framed(Words::english(), "Hubs", &asked, &listings).into_string();

        let links = page.matches("<a ").count();
        assert_eq!(links, 3, "{page}");
        assert_eq!(page.matches("target=\"_blank\" rel=\"noopener\"").count(), links);
        assert!(page.contains("href=\"/whats-on?centre=c1&amp;age=24\""), "{page}");
        for absent in ["<nav", "<header", "<footer", "<form", "<script"] {
            assert!(!page.contains(absent), "{absent} in {page}");
        }
    }
}
