//! Asking for a place: the session on top, who comes, one button. A family that has signed in ticks
//! its children; a newcomer says who it is, and becomes a member on the way. Full, it is the page to
//! join the waiting list; before the release, the one to be reminded. Without a session it is the
//! page to join. It does what the API does, and reveals as little.

mod confirm;
pub(super) mod form;
mod member;
mod newcomer;
mod outcome;
mod screen;
mod sent;
mod top;

use crate::access::Act;
use crate::access::service::one_address;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::SessionId;
use crate::bookings::first::service::requests;
use crate::centres::house_rules;
use crate::db::Tx;
use crate::membership::notices;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::layout::Audience;
use crate::web::visit::{Next, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use form::Form;
use newcomer::Reader;
use screen::{BOOK, Fields, Screen};
use sent::Sent;
use top::Way;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    let page = |path| web::resource(path).route(web::get().to(ask)).route(web::post().to(take));
    config.service(page(BOOK));
    config.service(
        web::resource("/join").route(web::get().to(ask_to_join)).route(web::post().to(join)),
    );
    confirm::routes(config);
}

type Session = web::Path<SessionId>;

async fn ask_to_join(visit: Visit) -> HttpResponse {
    let screen = Screen::of(&visit, None, Sent::default());
    visit.read_public(move |tx| screen.newcomer(tx, &[], StatusCode::OK)).await
}

async fn join(visit: Visit, sent: Fields) -> HttpResponse {
    let screen = Screen::of(&visit, None, Sent::of(sent.into_inner()));
    screen.take_newcomer(visit).await
}

async fn ask(visit: Visit, id: Session) -> HttpResponse {
    let screen = Screen::of(&visit, Some(id.into_inner()), Sent::default());
    if visit.sign_in().is_some() {
        return visit.read(Act::SeeSelf, move |tx| screen.first(tx)).await;
    }
    visit.read_public(move |tx| screen.newcomer(tx, &[], StatusCode::OK)).await
}

async fn take(visit: Visit, id: Session, sent: Fields) -> HttpResponse {
    let screen = Screen::of(&visit, Some(id.into_inner()), Sent::of(sent.into_inner()));
    if screen.sent.is_on("family") {
        return visit.write(Act::Book, move |tx| screen.take_family(tx).map(Next::Show)).await;
    }
    screen.take_newcomer(visit).await
}

impl Screen {
    /// What somebody sees who has signed in: their family's form, if they have a family.
    fn first(&self, tx: &mut Tx) -> Result<HtmlPage> {
        match (tx.actor().family_id.clone(), self.top(tx)) {
            (_, Err(fault)) if fault.code() == Code::NotFound => Ok(self.gone()),
            (_, Err(fault)) => Err(fault),
            (Some(family), Ok(Some(top))) => match top.way() {
                Way::Closed | Way::TurnUp => Ok(self.nothing_to_book(&top, Audience::Parent)),
                Way::Book | Way::Wait | Way::Remind => {
                    member::ask(tx, self, &top, &family, (&[], top.way()))
                }
            },
            (None, Ok(_)) | (Some(_), Ok(None)) => self.newcomer(tx, &[], StatusCode::OK),
        }
    }

    fn take_family(&self, tx: &mut Tx) -> Result<HtmlPage> {
        let family = tx.actor().family_id.clone();
        match (family, self.top(tx)) {
            (_, Err(fault)) if fault.code() == Code::NotFound => Ok(self.gone()),
            (_, Err(fault)) => Err(fault),
            (Some(family), Ok(Some(top))) => member::take(tx, self, &top, &family),
            (None, Ok(_)) | (Some(_), Ok(None)) => Err(Fault::not_found("family")),
        }
    }

    /// The form of a newcomer, with what is wrong in it.
    fn newcomer(&self, tx: &mut Tx, wrongs: &[Wrong], status: StatusCode) -> Result<HtmlPage> {
        let top = match self.top(tx) {
            Ok(top) => top,
            Err(fault) if fault.code() == Code::NotFound => return Ok(self.gone()),
            Err(fault) => return Err(fault),
        };
        if let Some(top) = &top
            && matches!(top.way(), Way::Closed | Way::TurnUp)
        {
            return Ok(self.nothing_to_book(top, Audience::Everyone));
        }
        let notice = notices::service::current(tx, self.words.language())?;
        let centre = top.as_ref().map(|top| &top.planned.centre.id);
        let rules = house_rules::store::rules(tx, centre)?;
        let form = Form {
            words: self.words,
            path: &self.path(),
            top: top.as_ref(),
            sent: &self.sent,
            notice: &notice,
            rules: &rules,
            wrongs,
        };
        let html = self.page(&form.title(), !wrongs.is_empty(), Audience::Everyone, form.show());
        Ok(HtmlPage { status, html })
    }

    async fn take_newcomer(self, visit: Visit) -> HttpResponse {
        let address = one_address(visit.address());
        visit.write_public(move |tx| self.asked(tx, &address)).await
    }

    /// Nothing is done yet: a message asks whether the address is theirs.
    fn asked(&self, tx: &mut Tx, address: &str) -> Result<HtmlPage> {
        let top = match self.top(tx) {
            Err(fault) if fault.code() == Code::NotFound => return Ok(self.gone()),
            top => top?,
        };
        let (now, today) = (tx.now(), tx.today());
        let (words, wrongs) = (self.words, Vec::new());
        let reader = Reader { sent: &self.sent, words, now, today, top: top.as_ref(), wrongs };
        let read = match reader.read() {
            Ok(read) => read,
            Err(wrongs) => return self.newcomer(tx, &wrongs, StatusCode::UNPROCESSABLE_ENTITY),
        };
        let asked = tx.part(|tx| requests::ask(tx, &read.command(today)?, address));
        match asked {
            Ok(asked) if asked.to_ring => Ok(HtmlPage::ok(confirm::will_ring(self))),
            Ok(asked) => {
                let asks = (asked.id.as_str(), asked.by_text);
                Ok(HtmlPage::ok(confirm::ask_code(self, asks, None)))
            }
            Err(fault) if fault.code() == Code::Internal || fault.keeps() => Err(fault),
            Err(fault) => {
                let status = StatusCode::from_u16(fault.code().status());
                let status = status.unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
                self.newcomer(tx, &newcomer::refused(self.words, &fault), status)
            }
        }
    }
}
