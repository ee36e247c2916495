//! What a link in a mail opens: a booking or an offer to answer. Looking changes nothing; only the
//! button does.

pub(crate) mod view;

use crate::base::moment::Moment;
use crate::bookings::link::End;
use crate::bookings::link::service::{Seen, follow, look};
use crate::mail::link::{Link, Purpose, Refused};
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/links/{purpose}/{token}")
            .route(web::get().to(ask_link))
            .route(web::post().to(follow_link)),
    );
}

type LinkPath = web::Path<(String, String)>;

async fn ask_link(visit: Visit, path: LinkPath, request: HttpRequest) -> HttpResponse {
    let action = request.path().to_owned();
    let head = visit.head();
    visit
        .read_public(move |tx| {
            let link = match opened(&path, &head, tx.now()) {
                Ok(link) => link,
                Err(end) => return Ok(told(&head, end, None)),
            };
            Ok(match look(tx, &link)? {
                None => told(&head, End::Unknown, None),
                Some(seen) => shown(&head, link.purpose, &seen, &action),
            })
        })
        .await
}

async fn follow_link(visit: Visit, path: LinkPath) -> HttpResponse {
    let head = visit.head();
    visit
        .write_public(move |tx| {
            let link = match opened(&path, &head, tx.now()) {
                Ok(link) => link,
                Err(end) => return Ok(told(&head, end, None)),
            };
            Ok(match follow(tx, &link)? {
                None => told(&head, End::Unknown, None),
                Some(seen) => shown(&head, link.purpose, &seen, ""),
            })
        })
        .await
}

fn opened(path: &LinkPath, head: &Letterhead, now: Moment) -> Result<Link, End> {
    let (word, token) = path.as_ref();
    let purpose = Purpose::parse(word).ok_or(End::Unknown)?;
    head.links.open(purpose, token, now).map_err(|refused| match refused {
        Refused::NotOurs => End::Unknown,
        Refused::Expired => End::TooLate,
    })
}

fn shown(head: &Letterhead, purpose: Purpose, seen: &Seen, action: &str) -> HtmlPage {
    match seen.end {
        Some(end) => told(head, end, Some(seen)),
        None => HtmlPage::ok(view::ask(&view::Ask {
            organisation: &head.organisation,
            purpose,
            session: &seen.session,
            children: &seen.children,
            until: seen.until,
            action,
        })),
    }
}

fn told(head: &Letterhead, end: End, seen: Option<&Seen>) -> HtmlPage {
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
    HtmlPage { status, html: view::told(&view::Told { organisation, end, session }) }
}
