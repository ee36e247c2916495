//! One screen of the way to a place: whose, about which session, with what was sent.

use super::sent::Sent;
use super::top::{self, Top, Way};
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::{self, Audience, Extras, Heading, Page};
use crate::web::visit::Visit;
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web;
use maud::{Markup, html};
use std::sync::Arc;

pub(super) const BOOK: &str = "/sessions/{id}/book";

pub(super) type Fields = web::Form<Vec<(String, String)>>;

#[derive(Clone)]
pub(super) struct Screen {
    pub words: Words,
    pub head: Arc<Letterhead>,
    /// `None`: joining without a place.
    pub session: Option<SessionId>,
    pub sent: Sent,
}

impl Screen {
    pub(super) fn of(visit: &Visit, session: Option<SessionId>, sent: Sent) -> Screen {
        Screen { words: visit.words(), head: visit.head(), session, sent }
    }

    /// Where the form of it stands, and goes.
    pub(super) fn path(&self) -> String {
        match &self.session {
            Some(id) => BOOK.replace("{id}", id.as_str()),
            None => "/join".to_owned(),
        }
    }

    pub(super) fn top(&self, tx: &mut Tx) -> Result<Option<Top>> {
        self.session.as_ref().map(|id| top::load(tx, self.words, id)).transpose()
    }

    /// A session that takes no bookings, or takes none now.
    pub(super) fn nothing_to_book(&self, top: &Top, audience: Audience) -> HtmlPage {
        let key = if top.way() == Way::TurnUp { "book-turn-up" } else { "book-over" };
        let main = html! {
            (top.facts(self.words))
            p { (self.words.say(key)) }
            p { (self.see_whats_on()) }
        };
        HtmlPage::ok(self.page(&top.listing.title, false, audience, main))
    }

    pub(super) fn gone(&self) -> HtmlPage {
        let main = html! {
            p { (self.words.say("book-gone")) }
            p { (self.see_whats_on()) }
        };
        let html = self.page(&self.words.say("book-gone-title"), false, Audience::LinkHolder, main);
        HtmlPage { status: StatusCode::NOT_FOUND, html }
    }

    pub(super) fn see_whats_on(&self) -> Markup {
        layout::link_button("/whats-on", &self.words.say("see-whats-on"))
    }

    pub(super) fn page(
        &self,
        title: &str,
        wrong: bool,
        audience: Audience,
        main: Markup,
    ) -> Markup {
        let window = match wrong {
            true => format!("{} {title}", self.words.say("error")),
            false => title.to_owned(),
        };
        let extras =
            Extras { words: self.words, heading: Heading::Text(title), ..Extras::default() };
        let organisation = &self.head.organisation;
        layout::page_with(&Page { organisation, title: &window, audience, main }, &extras)
    }

    /// A page whose main part brings its heading: a panel.
    pub(super) fn panel_page(&self, title: &str, audience: Audience, main: Markup) -> Markup {
        let extras = Extras { words: self.words, heading: Heading::InMain, ..Extras::default() };
        let organisation = &self.head.organisation;
        layout::page_with(&Page { organisation, title, audience, main }, &extras)
    }
}
