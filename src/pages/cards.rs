//! Blank cards on paper: a professional prints sheets of them, and sees which nobody has yet. One is
//! given to a family on the page of its windows.

use crate::access::Act;
use crate::api::cards::BLANK_AT_ONCE;
use crate::api::memberships::press;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::membership::card::blank::{BlankCard, service as blanks};
use crate::membership::card::{Card, drawing};
use crate::pages::referrals::frame::REFER;
use crate::pages::team::{WorkPage, framed};
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Visit, elsewhere, from_here};
use crate::web::{Download, List, Paging, Query};
use crate::words::Words;
use crate::words::languages::Languages;
use actix_web::{HttpResponse, web};
use chrono_tz::Europe::London;
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) const CARDS: &str = "/cards";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(web::resource(CARDS).route(web::get().to(show)).route(web::post().to(print)));
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    after: Option<String>,
}

/// On a page.
const SHOWN: u32 = 50;

async fn show(visit: Visit, asked: Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::GiveCard, move |tx| {
            let after = asked.read()?.after;
            let paging = Paging { limit: Some(SHOWN), after: None };
            let rows = blanks::to_give(tx, after.as_deref().unwrap_or_default(), paging.rows())?;
            let place = |row: &BlankCard| row.number.as_str().to_owned();
            let list = paging.page(rows, place, |row| row);
            let menu = Menu::of(tx.actor());
            Ok(HtmlPage::ok(sheet(&head, menu, &list, after.is_some())))
        })
        .await
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Prints {
    count: String,
}

async fn print(visit: Visit, sent: web::Form<Prints>) -> HttpResponse {
    if !from_here(visit.request()) {
        return visit.show(Err::<HtmlPage, _>(elsewhere()));
    }
    let count = sent.count.trim().parse().unwrap_or(10).clamp(1, BLANK_AT_ONCE);
    let (press, languages) = (press(visit.app()), visit.app().store.memory::<Languages>());
    let open = move |tx: &mut Tx| blanks::make(tx, &press, count);
    let draw = move |cards: Vec<Card>| {
        Ok(Download::pdf("blank-cards.pdf", drawing::sheets(&languages, &cards)?))
    };
    visit.open_and_draw(Act::GiveCard, open, draw).await
}

fn sheet(head: &Letterhead, menu: Menu, list: &List<BlankCard>, is_later: bool) -> Markup {
    let words = Words::english();
    let main = html! {
        p {
            "Take some with you. A card has a number and a code, and is nobody’s until you give it: "
            "choose the family under " a href=(REFER) { "Refer a family" } " and enter the number there."
        }
        form method="post" action=(CARDS) {
            label for="count" { "How many cards" }
            p.hint id="count-hint" { "Ten go on a sheet. Print on both sides, turned over the long edge, and cut along the lines." }
            select id="count" name="count" aria-describedby="count-hint" {
                @for count in [10, 20, 30, 40, 50] { option value=(count) { (count) } }
            }
            button.full type="submit" { "Print blank cards" }
        }
        h2 { "Not given yet" }
        @if list.items.is_empty() { p { "Your team has none left." } }
        ul.dates {
            @for card in &list.items {
                li { strong { (card.number) } ", printed on " (words.date(card.made_at.utc().with_timezone(&London).naive_local().date())) }
            }
        }
        @if is_later || list.next.is_some() {
            nav.pages aria-label="Pages" {
                @if is_later { a.button.second href=(CARDS) { "First page" } }
                @if let Some(next) = &list.next { a.button.second href={ (CARDS) "?after=" (next) } { "Next page" } }
            }
        }
    };
    framed(head, WorkPage { menu, here: CARDS, heading: "Blank cards", is_wrong: false, main })
}
