//! What all of a family's own pages share: whose they are, their frame, and what has just been done.

use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::Logged;
use crate::web::layout::{self, Audience, Extras, Heading, Page};
use crate::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

/// The family of the parent who asks. From here on the call is theirs as a parent alone.
pub(crate) fn own_family(tx: &mut Tx) -> Result<FamilyId> {
    let parent = tx.actor().as_parent();
    let parent = parent.ok_or_else(|| {
        let detail = "This page is for parents. Your account belongs to no family.";
        Fault::new(Code::NotAllowed, detail)
    })?;
    let family = parent.family_id.clone();
    tx.act_as(parent);
    family.ok_or_else(|| Fault::not_found("family"))
}

/// What the log says of a page on which a family reads about itself.
pub(crate) fn seen(family: FamilyId, operation: &str) -> Logged {
    Logged { families: vec![family], ..Logged::of(Event::SeeFamilies, operation) }
}

/// An id as an address carries it: anything else names nothing.
pub(crate) fn as_id(text: &str) -> &str {
    let is_id = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_id { text } else { "" }
}

pub(crate) fn status_of(fault: &Fault) -> StatusCode {
    StatusCode::from_u16(fault.code().status()).unwrap_or(StatusCode::CONFLICT)
}

/// What has just been done, in words; nothing for what no page of ours says.
pub(crate) fn done_words(words: Words, done: &str) -> Option<Markup> {
    let key = match done {
        "accepted" => "my-done-accepted",
        "declined" => "my-done-declined",
        "cancelled" => "my-done-cancelled",
        "left" => "my-done-left",
        "saved" => "my-done-saved",
        "asked" => "my-done-asked",
        "address" => "my-done-address",
        "not-a-member" => "my-done-not-a-member",
        "member" => "my-done-member",
        _ => return None,
    };
    Some(layout::said(words, key))
}

/// One of these pages. What is wrong stands first in the title of its window.
pub(crate) struct MyPage<'a> {
    pub words: Words,
    /// Its address in the menu.
    pub here: &'a str,
    pub heading: String,
    pub is_wrong: bool,
    pub main: Markup,
}

pub(crate) fn page(head: &Letterhead, page: MyPage) -> Markup {
    page_with(head, page, None)
}

/// The same with something at the end of its head.
pub(crate) fn page_with(head: &Letterhead, page: MyPage, end: Option<&Markup>) -> Markup {
    let MyPage { words, here, heading, is_wrong, main } = page;
    let title = match is_wrong {
        true => format!("{} {heading}", words.say("error")),
        false => heading.clone(),
    };
    let extras = Extras { words, here, heading: Heading::Text(&heading), query: "", head: end };
    let organisation = &head.organisation;
    let audience = Audience::Parent;
    layout::page_with(&Page { organisation, title: &title, audience, main }, &extras)
}

/// A question with one button, and the way back.
pub(crate) struct Ask<'a> {
    pub line: &'a str,
    pub action: &'a str,
    pub yes: &'a str,
    pub no: &'a str,
    pub back: &'a str,
}

pub(crate) fn ask(ask: &Ask) -> Markup {
    html! {
        p { (ask.line) }
        div.actions {
            form method="post" action=(ask.action) { button type="submit" { (ask.yes) } }
            a.button.second href=(ask.back) { (ask.no) }
        }
    }
}

/// What has just been done, above all else.
pub(crate) fn done_box(done: Option<&Markup>) -> Markup {
    html! { @if let Some(done) = done { p.notice role="status" { (done) } } }
}
