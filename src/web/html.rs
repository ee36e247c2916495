//! Pages over HTTP: how one is made from a transaction and sent so that no browser keeps it. A
//! fault is a plain page too.

use super::context::App;
use super::layout::{self, Audience, Page};
use crate::access::Actor;
use crate::base::fault::{Code, Fault};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use maud::{Markup, html};
use std::future::{Ready, ready};

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

/// A request for a page.
pub struct Pages(App);

impl FromRequest for Pages {
    type Error = Fault;
    type Future = Ready<Result<Pages, Fault>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request.app_data::<web::Data<App>>().map(|app| Pages(app.get_ref().clone()));
        ready(app.ok_or_else(|| Fault::internal("the application was not wired")))
    }
}

impl Pages {
    /// A page for anybody, from one consistent state.
    pub async fn read(
        self,
        work: impl FnOnce(&mut Tx, &Letterhead) -> Result<HtmlPage, Fault> + Send + 'static,
    ) -> HttpResponse {
        let Pages(App { store, head, .. }) = self;
        let organisation = head.organisation.clone();
        let made = web::block(move || store.read(Actor::public(), |tx| work(tx, &head))).await;
        sent(made.map_err(Fault::internal).flatten(), &organisation)
    }

    /// The page that says what became of something.
    pub async fn write(
        self,
        work: impl Fn(&mut Tx, &Letterhead) -> Result<HtmlPage, Fault> + Send + 'static,
    ) -> HttpResponse {
        let Pages(App { store, head, .. }) = self;
        let organisation = head.organisation.clone();
        let made =
            web::block(move || store.write(Actor::public(), move |tx| work(tx, &head))).await;
        sent(made.map_err(Fault::internal).flatten(), &organisation)
    }

    /// The same, for a refusal that has its own page: what was counted before it is kept.
    pub async fn write_or_refuse(
        self,
        work: impl Fn(&mut Tx, &Letterhead) -> Result<HtmlPage, Fault> + Send + 'static,
        refused: impl FnOnce(&Fault, &Letterhead) -> Option<HtmlPage> + Send + 'static,
    ) -> HttpResponse {
        let Pages(App { store, head, .. }) = self;
        let organisation = head.organisation.clone();
        let letterhead = head.clone();
        let made =
            web::block(move || store.write(Actor::public(), move |tx| work(tx, &head))).await;
        let made = made.map_err(Fault::internal).flatten();
        sent(made.or_else(|fault| refused(&fault, &letterhead).ok_or(fault)), &organisation)
    }

    /// The page that says what became of work that is not one transaction.
    pub async fn work(
        self,
        work: impl FnOnce(&App) -> Result<HtmlPage, Fault> + Send + 'static,
    ) -> HttpResponse {
        let Pages(app) = self;
        let organisation = app.head.organisation.clone();
        let made = web::block(move || work(&app)).await;
        sent(made.map_err(Fault::internal).flatten(), &organisation)
    }
}

pub(crate) fn sent(made: Result<HtmlPage, Fault>, organisation: &str) -> HttpResponse {
    let HtmlPage { status, html } = made.unwrap_or_else(|fault| sorry(&fault, organisation));
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header(("Cache-Control", "no-store"))
        .body(html.into_string())
}

fn sorry(fault: &Fault, organisation: &str) -> HtmlPage {
    if let Some(cause) = fault.cause() {
        tracing::error!(cause, "a page failed on our side");
    }
    let (title, line) = match fault.code() {
        Code::Internal => ("Sorry", "Something went wrong. Please try again later."),
        _ => ("That did not work", fault.detail()),
    };
    let main = html! { p { (line) } p { a href="/whats-on" { "See what’s on" } } };
    let page = Page { organisation, title, audience: Audience::LinkHolder, main };
    HtmlPage {
        status: StatusCode::from_u16(fault.code().status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        html: layout::page(&page),
    }
}
