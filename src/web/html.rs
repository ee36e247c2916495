//! Pages as answers. A fault is a plain page too.

use super::answer::{Outgoing, Shown};
use super::layout::{self, Audience, Extras, Menu, Page};
use crate::access::{Act, Actor, Role};
use crate::base::fault::{Code, Fault, Result};
use crate::words::{Words, say};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_LENGTH, REFRESH, RETRY_AFTER};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use maud::{Markup, html};

/// A page that is ready to be sent.
pub struct HtmlPage {
    pub status: StatusCode,
    pub html: Markup,
}

impl HtmlPage {
    pub fn ok(html: Markup) -> HtmlPage {
        HtmlPage { status: StatusCode::OK, html }
    }
}

impl Shown for HtmlPage {
    fn show(self, _: Option<Act>) -> Result<Outgoing> {
        let body = self.html.into_string().into_bytes();
        Ok(Outgoing { status: self.status, ..Outgoing::ok("text/html; charset=utf-8", body) })
    }
}

/// Who reads a fault.
pub(crate) struct Reader<'a> {
    pub words: Words,
    pub organisation: &'a str,
    /// Who signed in, where that is known: they keep their menu.
    pub actor: Option<&'a Actor>,
}

impl Reader<'_> {
    fn audience(&self) -> Audience {
        match self.actor.map(|actor| (actor, Menu::of(actor))) {
            Some((_, menu)) if menu.is_at_work() => Audience::Team(menu),
            Some((actor, _)) if actor.has(Role::Parent) => Audience::Parent,
            _ => Audience::LinkHolder,
        }
    }
}

/// A fault as a page. What the API says of it is for programs; people at work alone read that too.
pub(crate) fn sorry(fault: &Fault, request: &HttpRequest, reader: &Reader) -> HttpResponse {
    if let Some(cause) = fault.cause() {
        tracing::error!(cause, "a page failed on our side");
    }
    let audience = reader.audience();
    let home = match audience {
        Audience::Team(menu) => Some(menu.first(None)),
        Audience::Everyone | Audience::LinkHolder | Audience::Parent => None,
    };
    let words = if home.is_some() { Words::english() } else { reader.words };
    let said = || said(words, fault, home.is_some());
    let (title, main) = match (fault.code(), home) {
        (Code::Busy, _) => ("fault-busy", wait(words, request)),
        (Code::NotFound, Some(home)) => ("gone-title", back(&words.say("gone-line"), home)),
        (Code::NotFound, None) => ("gone-title", line(words, &words.say("gone-line"))),
        (Code::NotAllowed | Code::NotSignedIn, _) => ("fault-sorry", sign_in(words)),
        (_, Some(home)) => ("fault-sorry", back(&said(), home)),
        (_, None) => ("fault-sorry", line(words, &said())),
    };
    let title = words.say(title);
    let page = Page { organisation: reader.organisation, title: &title, audience, main };
    let mut response = HttpResponse::build(fault.status_code());
    response.content_type("text/html; charset=utf-8").insert_header((CACHE_CONTROL, "no-store"));
    if let Some(seconds) = fault.retry_after() {
        response.insert_header((RETRY_AFTER, seconds));
        if *request.method() == Method::GET {
            // The browser opens the page again by itself.
            response.insert_header((REFRESH, seconds));
        }
    }
    response.body(layout::page_with(&page, &Extras { words, ..Extras::default() }).into_string())
}

/// What became of it, and what to do.
fn said(words: Words, fault: &Fault, at_work: bool) -> String {
    words.say(match fault.code() {
        Code::Internal | Code::Unavailable => "fault-ours",
        Code::TooManyAttempts => return too_many(words, fault),
        _ if at_work => return fault.detail().to_owned(),
        Code::VersionConflict => "fault-changed",
        Code::MalformedRequest | Code::InvalidRequest | Code::TooSlow | Code::TooLarge => {
            "fault-unread"
        }
        _ => "fault-not-now",
    })
}

/// How long to wait where something was tried too often.
pub(crate) fn too_many(words: Words, fault: &Fault) -> String {
    let minutes = (fault.retry_after().unwrap_or_default() + 59) / 60;
    say!(words, "fault-too-many", minutes = minutes.max(1))
}

fn line(words: Words, line: &str) -> Markup {
    html! { p { (line) } p { a href="/whats-on" { (words.say("see-whats-on")) } } }
}

/// The same for people at work, with the way to where they begin.
fn back(line: &str, home: &str) -> Markup {
    html! { p { (line) } p { a href=(home) { "Back to your first page" } } }
}

fn sign_in(words: Words) -> Markup {
    html! {
        p { (words.say("fault-not-yours")) }
        p { a href="/sign-in" { (words.say("fault-sign-in")) } }
    }
}

/// What to do where too many people ask at once: nothing, where the page was only opened.
fn wait(words: Words, request: &HttpRequest) -> Markup {
    let holds_nothing = request.headers().get(CONTENT_LENGTH).is_none_or(|length| length == "0");
    html! {
        p { (words.say("fault-busy-say")) }
        @if *request.method() == Method::GET {
            p { (words.say("fault-busy-by-itself")) }
        } @else if holds_nothing {
            p { (words.say("fault-busy-press")) }
            (layout::one_button(request.path(), &words.say("fault-busy-again")))
        } @else {
            p { (words.say("fault-busy-back")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_tried_too_often_reads_how_long_to_wait() {
        for (seconds, wait) in [(1, "1 minute,"), (60, "1 minute,"), (61, "2 minutes,")] {
            let fault = Fault::new(Code::TooManyAttempts, "").with("retry_after", seconds);
            let said = too_many(Words::english(), &fault);
            assert!(said.contains(wait), "{seconds}: {said}");
        }
    }
}
