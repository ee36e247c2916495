//! What a carer told us, on a page and as a file, and the button that asks for everything we hold.

use super::family::said::{FAMILY, answer_words, question_words, written_day};
use super::family::trusted::relationship_words;
use super::frame::{MyPage, own_family, page};
use crate::access::Act;
use crate::api::families::told::{RecordRequestOut, ToldOut};
use crate::base::fault::Fault;
use crate::base::moment::Moment;
use crate::bookings::Status;
use crate::families::told::service::{ask, asked_since};
use crate::mail::words::Letterhead;
use crate::web::Download;
use crate::web::html::HtmlPage;
use crate::web::layout::{facts, one_button};
use crate::web::visit::{Next, Visit};
use crate::words::{Words, say};
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/my/told", web::get().to(show))
        .route("/my/told.json", web::get().to(file))
        .route("/my/told/everything", web::post().to(ask_for_all));
}

async fn show(visit: Visit) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .open(Act::SeeTold, move |tx| {
            let family = own_family(tx)?;
            let told = ToldOut::load(tx, &family)?;
            let asked = asked_since(tx, &family)?.map(RecordRequestOut::made);
            Ok(Next::Show(HtmlPage::ok(sheet(&head, words, &told, asked.as_ref()))))
        })
        .await
}

async fn file(visit: Visit) -> HttpResponse {
    visit
        .open(Act::SeeTold, move |tx| {
            let family = own_family(tx)?;
            let told = ToldOut::load(tx, &family)?;
            let bytes = serde_json::to_vec_pretty(&told).map_err(Fault::internal)?;
            Ok(Next::Save(Download::new("application/json", "what-you-told-us.json", bytes)))
        })
        .await
}

async fn ask_for_all(visit: Visit) -> HttpResponse {
    visit
        .write(Act::AskForRecord, move |tx| {
            let family = own_family(tx)?;
            ask(tx, &family)?;
            Ok(Next::GoTo("/my/told".to_owned()))
        })
        .await
}

fn sheet(
    head: &Letterhead,
    words: Words,
    told: &ToldOut,
    asked: Option<&RecordRequestOut>,
) -> Markup {
    let say = |key: &str| words.say(key);
    let main = html! {
        p { (say("my-told-line")) }
        h2 { (say("my-you")) }
        (me(words, told))
        @if !told.children.is_empty() {
            h2 { (say("my-children")) }
            ul { @for child in &told.children { li {
                (child.name)
                @if let Some(born) = &child.born_on {
                    ": " (say!(words, "my-born-on", day = written_day(words, born)))
                }
                @if let Some(due) = child.due_on {
                    ": " (say!(words, "my-due-on", day = words.date(due)))
                }
            } } }
        }
        @if !told.trusted_adults.is_empty() {
            h2 { (say("my-trusted")) }
            ul { @for adult in &told.trusted_adults { li {
                (adult.name) ", " (relationship_words(words, adult.relationship))
            } } }
        }
        @if !told.answers.is_empty() {
            h2 { (say("my-questions")) }
            ul { @for answer in &told.answers { li {
                (question_words(words, answer.question)) ": "
                (answer_words(words, answer.question, &answer.value))
            } } }
        }
        (places(words, told))
        p { a.button.second href="/my/told.json" download { (say("my-told-file")) } }
        h2 { (say("my-everything")) }
        @match asked {
            Some(asked) => p.notice role="status" {
                (say!(words, "my-everything-asked", by = words.date(asked.answer_by)))
            },
            None => {
                p { (say("my-everything-line")) }
                (one_button("/my/told/everything", &say("my-everything-yes")))
            }
        }
        p { a href=(FAMILY) { (say("my-back-to-family")) } }
    };
    let heading = say("my-told");
    page(head, MyPage { words, here: "", heading, is_wrong: false, main })
}

fn me(words: Words, told: &ToldOut) -> Markup {
    let [name, email, number, home] =
        ["my-your-name", "my-your-email", "my-your-phone", "my-home"].map(|key| words.say(key));
    let me = &told.carer;
    let mut lines: Vec<(&str, String)> = vec![(&name, me.name.clone())];
    lines.extend(me.email.clone().map(|text| (email.as_str(), text)));
    lines.extend(me.phone.clone().map(|text| (number.as_str(), text)));
    let lives: Vec<&str> = told.address.iter().chain(&told.postcode).map(String::as_str).collect();
    if !lives.is_empty() {
        lines.push((&home, lives.join(", ")));
    }
    facts(&lines)
}

fn places(words: Words, told: &ToldOut) -> Markup {
    let day = |at: Moment| words.date(at.civil_day());
    html! {
        @if !told.bookings.is_empty() {
            h2 { (words.say("my-places")) }
            ul { @for booking in &told.bookings { li {
                (booking.session.title) ", " (day(booking.session.starts_at)) ": "
                (words.say(state(booking.status)))
            } } }
        }
    }
}

fn state(status: Status) -> &'static str {
    match status {
        Status::Booked => "my-told-booked",
        Status::Waiting => "my-told-waiting",
        Status::Offered => "my-told-offered",
        Status::Cancelled => "my-was-cancelled",
        Status::Lapsed => "my-was-lapsed",
        Status::Declined => "my-was-declined",
    }
}
