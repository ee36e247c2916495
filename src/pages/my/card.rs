//! The card a family carries on its phone: its number and the code that a reader at the door scans.

use super::frame::{MyPage, own_family, page_with};
use super::phone::{is_hers_alone, keeps};
use crate::access::Act;
use crate::access::service::sessions;
use crate::api::memberships::press;
use crate::base::fault::{Fault, Result};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::membership;
use crate::membership::card::service::{Press, card};
use crate::membership::card::{Card, drawing};
use crate::paper::PaperPage;
use crate::web::Download;
use crate::web::html::HtmlPage;
use crate::web::layout::{MY, facts, phone};
use crate::web::visit::Visit;
use crate::words::Words;
use actix_web::{HttpResponse, web};
use maud::{Markup, PreEscaped, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/my/card", web::get().to(show)).route("/my/card.svg", web::get().to(picture));
}

async fn show(visit: Visit) -> HttpResponse {
    let (head, words, press) = (visit.head(), visit.words(), press(visit.app()));
    let open = move |tx: &mut Tx| {
        let card = own_card(tx, &press)?;
        Ok((card, is_hers_alone(&sessions::list(tx)?)))
    };
    let draw = move |(card, hers): (Option<Card>, bool)| {
        let main = match &card {
            Some(card) => on_phone(words, card, &drawing::code_alone(card)?),
            None => html! { p { (words.say("my-card-none")) } },
        };
        let keeps = (hers && card.is_some()).then(keeps);
        Ok(HtmlPage::ok(sheet(&head, words, main, keeps.as_ref())))
    };
    visit.open_and_draw(Act::SeeMembership, open, draw).await
}

async fn picture(visit: Visit) -> HttpResponse {
    let (words, press) = (visit.words(), press(visit.app()));
    let open = move |tx: &mut Tx| own_card(tx, &press)?.ok_or_else(|| Fault::not_found("card"));
    let draw = move |card: Card| Ok(Download::svg("card.svg", drawing::front(words, &card)?.svg()));
    visit.open_and_draw(Act::SeeMembership, open, draw).await
}

/// The card of the family; none where it is no member.
fn own_card(tx: &mut Tx, press: &Press) -> Result<Option<Card>> {
    let family = own_family(tx)?;
    let membership = membership::store::of_family(tx, &family)?;
    let live = membership.filter(|membership| membership.is_live());
    live.map(|live| card(tx, press, &live.number, Act::SeeMembership)).transpose()
}

fn sheet(head: &Letterhead, words: Words, main: Markup, keeps: Option<&Markup>) -> Markup {
    let main = html! { (main) p { a href=(MY) { (words.say("my-back")) } } };
    let heading = words.say("my-card");
    page_with(head, MyPage { words, here: "", heading, is_wrong: false, main }, keeps)
}

fn on_phone(words: Words, card: &Card, code: &PaperPage) -> Markup {
    let [number, names, centre] =
        ["my-card-number", "my-card-names", "my-card-centre"].map(|key| words.say(key));
    let mut lines: Vec<(&str, String)> =
        vec![(&number, card.number.to_string()), (&names, words.list(&card.adults))];
    lines.extend(card.centre.clone().map(|name| (centre.as_str(), name)));
    html! {
        p { (words.say("my-card-show")) }
        div.card-code role="img" aria-label=(words.say("my-card-code")) {
            (PreEscaped(code.svg()))
        }
        (facts(&lines))
        @if let Some(number) = &card.phone { p { (words.say("my-phone")) ": " (phone(number)) } }
        p { a.button.second href="/my/card.svg" download { (words.say("my-card-save")) } }
    }
}
