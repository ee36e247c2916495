//! The page on which a carer asks for a calendar feed of her places; its address is shown once.

use super::frame::{MyPage, own_family, page};
use super::sign_ins::{FEED, SIGN_INS};
use crate::access::Act;
use crate::access::service::feeds;
use crate::access::service::sessions::{self, SignInBy, shown_lately};
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::{link_button, one_button};
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(web::resource(FEED).route(web::get().to(show)).route(web::post().to(ask)));
}

async fn show(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read(Act::AskOwnFeed, move |tx| {
            let family = own_family(tx)?;
            shown_lately(tx, &family)?;
            let has_one = sessions::list(tx)?.iter().any(|open| open.by == SignInBy::Feed);
            Ok(HtmlPage::ok(question(&head, words, has_one.then_some("feed-again"))))
        })
        .await
}

async fn ask(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::AskOwnFeed, move |tx| {
            own_family(tx)?;
            let feed = feeds::ask(tx)?;
            Ok(Next::Show(HtmlPage::ok(ready(&head, words, &head.feed_url(&feed.secret)))))
        })
        .await
}

fn question(head: &Letterhead, words: Words, warning: Option<&str>) -> Markup {
    let main = html! {
        p { (words.say("feed-line")) }
        p { (words.say("feed-in-it")) }
        p { (words.say("feed-keep")) }
        @if let Some(warning) = warning { p { (words.say(warning)) } }
        (one_button(FEED, &words.say("feed-ask")))
        p { a href=(SIGN_INS) { (words.say("feed-stop")) } }
    };
    framed(head, words, "feed-title", main)
}

fn ready(head: &Letterhead, words: Words, url: &str) -> Markup {
    let to_calendar = url.split_once("://").map_or(url, |(_, rest)| rest);
    let main = html! {
        p { (words.say("feed-once")) }
        p { (link_button(&format!("webcal://{to_calendar}"), &words.say("feed-add"))) }
        label for="address" { (words.say("feed-copy")) }
        input type="url" id="address" name="address" readonly value=(url);
        p { (words.say("feed-keep")) }
        p { a href=(SIGN_INS) { (words.say("feed-stop")) } }
    };
    framed(head, words, "feed-ready", main)
}

fn framed(head: &Letterhead, words: Words, heading: &str, main: Markup) -> Markup {
    let heading = words.say(heading);
    page(head, MyPage { words, here: "", heading, is_wrong: false, main })
}
