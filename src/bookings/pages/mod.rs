//! The web pages of bookings: what's on, and the pages behind links in mails. Looking at a link
//! changes nothing; only its button does.

pub mod link;
mod listing;
pub mod whats_on;

use crate::bookings::link::End;
use crate::bookings::link::service::{Seen, follow, look};
use crate::bookings::places::{Standing, view};
use crate::centres;
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::CentreId;
use crate::mail::link::{Link, Purpose, Refused};
use crate::mail::words::Letterhead;
use crate::moment::Moment;
use crate::web::pages::{Pages, Sheet};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;
use maud::Markup;
use serde::Deserialize;
use whats_on::{AgeBand, Chosen};

pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/whats-on", web::get().to(show_whats_on)).service(
        web::resource("/links/{purpose}/{token}")
            .route(web::get().to(ask_link))
            .route(web::post().to(follow_link)),
    );
}

/// What the form on the page of what's on sends; unknown values are ignored.
#[derive(Deserialize)]
struct Asked {
    centre: Option<String>,
    age: Option<String>,
}

impl Asked {
    fn chosen(&self) -> Chosen {
        Chosen {
            centre: self.centre.clone().filter(|id| !id.is_empty()),
            age: self.age.as_deref().and_then(AgeBand::from_months),
        }
    }
}

/// More sessions than a borough has on in two weeks.
const MOST_SHOWN: i64 = 1000;
const DAYS_SHOWN: TimeDelta = TimeDelta::days(14);

async fn show_whats_on(pages: Pages, asked: web::Query<Asked>) -> HttpResponse {
    let chosen = asked.chosen();
    pages.read(move |tx, head| Ok(Sheet::ok(whats_on_page(tx, head, chosen)?))).await
}

fn whats_on_page(tx: &mut Tx, head: &Letterhead, chosen: Chosen) -> Result<Markup, Fault> {
    let now = tx.now();
    let wanted = view::WhatsOn {
        centre: chosen.centre.as_deref().map(CentreId::from),
        to: Some(now + DAYS_SHOWN),
        rows: MOST_SHOWN,
        ..view::WhatsOn::default()
    };
    let standings = view::whats_on(tx, &wanted)?;
    let fits = |one: &&Standing| chosen.age.is_none_or(|band| listing::takes(one, band));
    let listings: Vec<_> =
        standings.iter().filter(fits).map(|one| listing::listing(one, now)).collect();
    let today = now.civil_day();
    Ok(whats_on::page(&whats_on::WhatsOn {
        organisation: &head.organisation,
        centres: &centres::service::names(tx)?,
        chosen,
        listings: &listings,
        from: today,
        to: today + DAYS_SHOWN,
    }))
}

/// The next sessions that families may come to.
pub fn next(tx: &mut Tx, rows: usize) -> Result<Vec<whats_on::Listing>, Fault> {
    let now = tx.now();
    let wanted = view::WhatsOn { rows: MOST_SHOWN, ..view::WhatsOn::default() };
    let standings = view::whats_on(tx, &wanted)?;
    let listings = standings.iter().map(|one| listing::listing(one, now));
    Ok(listings.filter(|one| one.places != whats_on::Places::Closed).take(rows).collect())
}

type LinkPath = web::Path<(String, String)>;

async fn ask_link(pages: Pages, path: LinkPath, request: HttpRequest) -> HttpResponse {
    let action = request.path().to_owned();
    pages
        .read(move |tx, head| {
            let link = match opened(&path, head, tx.now()) {
                Ok(link) => link,
                Err(end) => return Ok(told(head, end, None)),
            };
            Ok(match look(tx, &link)? {
                None => told(head, End::Unknown, None),
                Some(seen) => shown(head, link.purpose, &seen, &action),
            })
        })
        .await
}

async fn follow_link(pages: Pages, path: LinkPath) -> HttpResponse {
    pages
        .write(move |tx, head| {
            let link = match opened(&path, head, tx.now()) {
                Ok(link) => link,
                Err(end) => return Ok(told(head, end, None)),
            };
            Ok(match follow(tx, &link)? {
                None => told(head, End::Unknown, None),
                Some(seen) => shown(head, link.purpose, &seen, ""),
            })
        })
        .await
}

fn opened(path: &LinkPath, head: &Letterhead, now: Moment) -> Result<Link, End> {
    let (word, token) = path.as_ref();
    let purpose = Purpose::from_word(word).ok_or(End::Unknown)?;
    head.links.open(purpose, token, now).map_err(|refused| match refused {
        Refused::NotOurs => End::Unknown,
        Refused::Expired => End::TooLate,
    })
}

fn shown(head: &Letterhead, purpose: Purpose, seen: &Seen, action: &str) -> Sheet {
    match seen.end {
        Some(end) => told(head, end, Some(seen)),
        None => Sheet::ok(link::ask(&link::Ask {
            organisation: &head.organisation,
            purpose,
            session: &seen.session,
            children: &seen.children,
            until: seen.until,
            action,
        })),
    }
}

fn told(head: &Letterhead, end: End, seen: Option<&Seen>) -> Sheet {
    let status = match end {
        End::Unknown => StatusCode::NOT_FOUND,
        End::TooLate => StatusCode::GONE,
        End::PlaceGone | End::AnsweredBefore => StatusCode::CONFLICT,
        End::HasPlace | End::Declined | End::LeftLine | End::Cancelled | End::AlertStopped => {
            StatusCode::OK
        }
    };
    let session = seen.map(|seen| &seen.session);
    let organisation = &head.organisation;
    Sheet { status, html: link::told(&link::Told { organisation, end, session }) }
}
