//! Pages as answers. A fault is a plain page too.

use super::answer::{Outgoing, Shown};
use super::layout::{self, Audience, Page};
use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, ResponseError};
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
pub(super) fn sorry(fault: &Fault, organisation: &str) -> HttpResponse {
    if let Some(cause) = fault.cause() {
        tracing::error!(cause, "a page failed on our side");
    }
    let (title, line) = match fault.code() {
        Code::Internal => ("Sorry", "Something went wrong. Please try again later."),
        _ => ("That did not work", fault.detail()),
    };
    let main = html! { p { (line) } p { a href="/whats-on" { "See what’s on" } } };
    let page = Page { organisation, title, audience: Audience::LinkHolder, main };
    HttpResponse::build(fault.status_code())
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(layout::page(&page).into_string())
}
