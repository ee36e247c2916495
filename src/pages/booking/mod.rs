//! The page of one booking, behind the link in a mail: what it is for, how it stands, and what can
//! be done. Looking changes nothing; only a button does. The page that stops an alert is here too,
//! because its letters link to it in the same way.

pub(crate) mod view;

use crate::base::id::{BookingId, ChildId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::link::service::{act, look, look_at_alert, stop_alert};
use crate::bookings::link::{BookingPage, Deed, Outcome, Over, Pressed, Standing};
use crate::db::Tx;
use crate::feedback::service::give::link_of;
use crate::mail::attached::Entry;
use crate::mail::calendar::CALENDAR_TYPE;
use crate::mail::link::{Link, Purpose, Refused};
use crate::mail::words::Letterhead;
use crate::web::Download;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit, own_path};
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, web};
use view::View;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/b/{token}.ics").route(web::get().to(save_to_calendar)))
        .service(web::resource("/b/{token}").route(web::get().to(show_booking)))
        .service(
            web::resource("/b/{token}/{deed}")
                .route(web::get().to(back_to_booking))
                .route(web::post().to(act_on_booking)),
        )
        .service(web::resource("/links/{purpose}/{token}").route(web::get().to(old_link)));
}

async fn show_booking(visit: Visit, token: web::Path<String>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| {
            let view = View { head: &head, words, token: &token };
            let link = match opened(&token, &head, tx.now()) {
                Ok(link) => link,
                Err(refused) => return Ok(dead(&view, refused)),
            };
            show(tx, &view, &link, None)
        })
        .await
}

/// The word of the button that stops an alert; mail programs press it for their readers.
const STOP: &str = "stop";

async fn act_on_booking(
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Option<web::Form<Vec<(String, String)>>>,
) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    let pressed = form.map(|form| pressed(form.into_inner())).unwrap_or_default();
    visit
        .write_public(move |tx| {
            let (token, word) = path.as_ref();
            let view = View { head: &head, words, token };
            let link = match opened(token, &head, tx.now()) {
                Ok(link) => link,
                Err(refused) => return Ok(Next::Show(dead(&view, refused))),
            };
            let page = match (link.purpose, Deed::parse(word)) {
                (Purpose::Booking, Some(deed)) => match act(tx, &link, deed, &pressed)? {
                    // So that a page which is loaded again does nothing again.
                    Some(Outcome::Done) => return Ok(Next::GoTo(page_of(token))),
                    Some(outcome) => show(tx, &view, &link, Some(outcome))?,
                    None => dead(&view, Refused::NotOurs),
                },
                (Purpose::StopAlert, None) if word == STOP => match stop_alert(tx, &link)? {
                    Some(alert) => HtmlPage::ok(view.alert(&alert)),
                    None => dead(&view, Refused::NotOurs),
                },
                _ => dead(&view, Refused::NotOurs),
            };
            Ok(Next::Show(page))
        })
        .await
}

/// What a form sent: which day, and who still comes.
fn pressed(fields: Vec<(String, String)>) -> Pressed {
    let mut pressed = Pressed::default();
    for (name, value) in fields {
        match name.as_str() {
            "session" => pressed.session = Some(SessionId::from(value.as_str())),
            "child" => pressed.children.push(ChildId::from(value.as_str())),
            "adults" => pressed.adults = value.trim().parse().ok(),
            _ => {}
        }
    }
    pressed
}

fn page_of(token: &str) -> String {
    format!("/b/{token}")
}

/// Somebody opened the address of a button.
async fn back_to_booking(path: web::Path<(String, String)>) -> HttpResponse {
    to_page(&path.0)
}

/// Links of older letters led to one page for each thing that can be done.
async fn old_link(path: web::Path<(String, String)>) -> HttpResponse {
    to_page(&path.1)
}

fn to_page(token: &str) -> HttpResponse {
    let page = page_of(token);
    HttpResponse::SeeOther()
        .insert_header((LOCATION, own_path(&page)))
        .insert_header(("Cache-Control", "no-store"))
        .finish()
}

async fn save_to_calendar(visit: Visit, token: web::Path<String>) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .read_public(move |tx| {
            let view = View { head: &head, words, token: &token };
            let link = match opened(&token, &head, tx.now()) {
                Ok(link) => link,
                Err(refused) => return Ok(Next::Show(dead(&view, refused))),
            };
            let page = match link.purpose {
                Purpose::Booking => look(tx, &link)?,
                Purpose::StopAlert => None,
            };
            let file = page.and_then(|page| file(&page, &link, &view));
            Ok(match file {
                Some(file) => Next::Save(file),
                None => Next::Show(dead(&view, Refused::NotOurs)),
            })
        })
        .await
}

/// A place as a file; one that was given up takes itself off.
fn file(page: &BookingPage, link: &Link, view: &View) -> Option<Download> {
    let is_on = matches!(page.standing, Standing::Booked { .. } | Standing::Over(Over::Past));
    let entry = Entry {
        session: &page.session,
        facts: page.calendar.as_ref()?,
        bring: page.bring.as_deref(),
        url: is_on.then(|| view.head.url(link)),
        cancelled: !is_on,
    };
    let text = entry.file(view.words).text;
    Some(Download::new(CALENDAR_TYPE, "calendar.ics", text.into_bytes()))
}

fn opened(token: &str, head: &Letterhead, now: Moment) -> Result<Link, Refused> {
    match head.links.open(Purpose::Booking, token, now) {
        Err(Refused::NotOurs) => head.links.open(Purpose::StopAlert, token, now),
        opened => opened,
    }
}

fn show(
    tx: &mut Tx,
    view: &View,
    link: &Link,
    outcome: Option<Outcome>,
) -> crate::base::fault::Result<HtmlPage> {
    let page = match link.purpose {
        Purpose::Booking => match look(tx, link)? {
            Some(page) => {
                let feedback = feedback_of(tx, view, link, &page)?;
                let html = view.booking(&page, outcome, feedback.as_deref());
                Some(HtmlPage { status: status(outcome), html })
            }
            None => None,
        },
        Purpose::StopAlert => {
            look_at_alert(tx, link)?.map(|alert| HtmlPage::ok(view.alert(&alert)))
        }
    };
    Ok(page.unwrap_or_else(|| dead(view, Refused::NotOurs)))
}

/// Where the family says how it was, once it has come.
fn feedback_of(
    tx: &mut Tx,
    view: &View,
    link: &Link,
    page: &BookingPage,
) -> crate::base::fault::Result<Option<String>> {
    if page.standing != Standing::Over(Over::Past) {
        return Ok(None);
    }
    let link = link_of(tx, &BookingId::from(link.subject.as_str()))?;
    Ok(link.map(|link| view.head.feedback_path(&link)))
}

fn status(outcome: Option<Outcome>) -> StatusCode {
    match outcome {
        None | Some(Outcome::Done) => StatusCode::OK,
        Some(Outcome::TooLate) => StatusCode::GONE,
        Some(_) => StatusCode::CONFLICT,
    }
}

fn dead(view: &View, refused: Refused) -> HtmlPage {
    let status = match refused {
        Refused::NotOurs => StatusCode::NOT_FOUND,
        Refused::Expired => StatusCode::GONE,
    };
    HtmlPage { status, html: view.dead(refused) }
}
