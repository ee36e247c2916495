//! The week of a professional as a page: what opens, what was referred, what was agreed.

use crate::access::Act;
use crate::base::calendar::local_day;
use crate::base::id::SessionId;
use crate::mail::spoken;
use crate::mail::words::Letterhead;
use crate::pages::referrals::frame::{REFER, REFERRALS};
use crate::pages::team::{WorkPage, framed};
use crate::reports::digests::service;
use crate::reports::digests::{ExpectedByAgreement, OpeningWindow, WindowsDigest};
use crate::web::Query;
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use chrono_tz::Europe::London;
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) const DIGEST: &str = "/digest";

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(DIGEST, web::get().to(show)).route("/digest/{session}/tell", web::post().to(tell));
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    page: String,
}

/// Windows on a page.
const SHOWN: usize = 20;

async fn show(visit: Visit, asked: Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::SeeReferrals, move |tx| {
            let at = asked.read()?.page.parse().unwrap_or(1).clamp(1, 50);
            let digest = service::own(tx)?;
            Ok(HtmlPage::ok(sheet(&head, Menu::of(tx.actor()), &digest, at)))
        })
        .await
}

async fn tell(visit: Visit, id: web::Path<SessionId>) -> HttpResponse {
    visit
        .write(Act::Refer, move |tx| {
            service::ask(tx, &id)?;
            Ok(Next::GoTo(format!("{DIGEST}#w-{}", id.as_str())))
        })
        .await
}

fn sheet(head: &Letterhead, menu: Menu, digest: &WindowsDigest, at: usize) -> Markup {
    let words = Words::english();
    let shown = digest.windows.iter().skip(SHOWN * (at - 1)).take(SHOWN);
    let has_more = digest.windows.len() > SHOWN * at;
    let (from, to) = (words.day(digest.from), words.day(digest.to));
    let main = html! {
        p { (from) " to " (to) }
        h2 { "Windows that open" }
        @if digest.windows.is_empty() { p { "None opens in these days." } }
        ul.cards { @for window in shown { (card(window)) } }
        @if at > 1 || has_more {
            nav.pages aria-label="Pages" {
                @if at > 1 { a.button.second href={ (DIGEST) "?page=" (at - 1) } { "Page before" } }
                @if has_more { a.button.second href={ (DIGEST) "?page=" (at + 1) } { "Next page" } }
            }
        }
        p.quiet {
            "At: " (words.list(&digest.centres)) ". "
            "These centres serve the postcodes your team has given in the past year."
        }
        p { a.button href=(REFER) { "Refer to a window that is open now" } }
        h2 { "Your team’s referrals to come" }
        p {
            (digest.referrals.booked) " booked, " (digest.referrals.waiting) " waiting. "
            a href={ (REFERRALS) "?time=to_come" } { "See them" }
        }
        @if !digest.agreements.is_empty() {
            h2 { "What your agency agreed" }
            ul { @for one in &digest.agreements { (agreed(words, one)) } }
        }
    };
    let heading = "Your week";
    framed(head, WorkPage { menu, here: DIGEST, heading, is_wrong: false, main })
}

fn local(at: crate::base::moment::Moment) -> NaiveDateTime {
    at.utc().with_timezone(&London).naive_local()
}

fn card(window: &OpeningWindow) -> Markup {
    let words = Words::english();
    let starts = local(window.starts_at);
    let when = format!(
        "{}, {}",
        words.day(local_day(window.starts_at.utc(), London)),
        spoken::time(words, starts.time())
    );
    let opens = spoken::moment(words, local(window.referrals_open_at));
    html! {
        li.card id={ "w-" (window.session_id) } {
            p.time { (starts.format("%-d %b")) " " small { (starts.format("%H:%M")) } }
            h3 { (window.title) }
            p { (when) " · " (window.centre) }
            p { "Opens at " (opens) }
            @if window.asked_to_be_told { p { span.chip { "You will be told" } } }
            @else {
                form.below method="post" action={ (DIGEST) "/" (window.session_id) "/tell" } {
                    button.second type="submit" {
                        "Tell me when it opens" span.hidden { ": " (window.title) ", " (when) }
                    }
                }
            }
        }
    }
}

fn agreed(words: Words, one: &ExpectedByAgreement) -> Markup {
    html! {
        @if let Some(cards) = one.cards_a_month {
            li {
                "Named this month: " (one.named_this_month) " of " (cards) " families. "
                @if one.still() > 0 { (one.still()) " to go." }
            }
        }
        @if let Some(due) = one.feed_due_on { li { "Your next list is due on " (words.date(due)) "." } }
        li { "The agreement (" (one.purpose.as_str().replace('_', " ")) ") runs until " (words.date(one.last_day)) "." }
    }
}
