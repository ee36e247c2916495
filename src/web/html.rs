//! Pages as answers. A fault is a plain page too.

use super::answer::{Outgoing, Shown};
use super::layout::{self, Audience, Page};
use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::words::Words;
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

/// A fault as a page.
pub(crate) fn sorry(fault: &Fault, request: &HttpRequest, organisation: &str) -> HttpResponse {
    if let Some(cause) = fault.cause() {
        tracing::error!(cause, "a page failed on our side");
    }
    let words = Words::english();
    let gone = words.say("gone-title");
    let (title, main) = match fault.code() {
        Code::Busy => ("Please wait a moment", wait(request)),
        Code::Internal => ("Sorry", line("Something went wrong. Please try again later.")),
        Code::NotFound => (gone.as_str(), line(&words.say("gone-line"))),
        _ => ("That did not work", line(fault.detail())),
    };
    let page = Page { organisation, title, audience: Audience::LinkHolder, main };
    let mut response = HttpResponse::build(fault.status_code());
    response.content_type("text/html; charset=utf-8").insert_header((CACHE_CONTROL, "no-store"));
    if let Some(seconds) = fault.retry_after() {
        response.insert_header((RETRY_AFTER, seconds));
        if *request.method() == Method::GET {
            // The browser opens the page again by itself.
            response.insert_header((REFRESH, seconds));
        }
    }
    response.body(layout::page(&page).into_string())
}

fn line(line: &str) -> Markup {
    html! { p { (line) } p { a href="/whats-on" { (Words::english().say("see-whats-on")) } } }
}

/// What to do where too many people ask at once: nothing, where the page was only opened.
fn wait(request: &HttpRequest) -> Markup {
    let holds_nothing = request.headers().get(CONTENT_LENGTH).is_none_or(|length| length == "0");
    html! {
        p { "Very many people are here at this moment. Nothing has changed yet." }
        @if *request.method() == Method::GET {
            p { "This page tries again by itself in a few seconds. Please keep it open." }
        } @else if holds_nothing {
            p { "Please count to five, then press the button." }
            (layout::one_button(request.path(), "Try again"))
        } @else {
            p { "Please count to five, go back, and send it again. What you typed is still there." }
        }
    }
}
