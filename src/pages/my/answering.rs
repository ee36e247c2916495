//! The two buttons of an offer. Pressed twice, each counts once.

use super::frame::own_family;
use super::refusing::refused;
use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::OfferId;
use crate::bookings::Booking;
use crate::bookings::service::answer;
use crate::db::Tx;
use crate::web::visit::{Next, Visit};
use actix_web::{HttpResponse, web};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/my/offers/{id}/accept", web::post().to(accept))
        .route("/my/offers/{id}/decline", web::post().to(decline));
}

async fn accept(visit: Visit, id: web::Path<OfferId>) -> HttpResponse {
    answered(visit, id, answer::accept, "/my?done=accepted").await
}

async fn decline(visit: Visit, id: web::Path<OfferId>) -> HttpResponse {
    answered(visit, id, answer::decline, "/my?done=declined").await
}

async fn answered(
    visit: Visit,
    id: web::Path<OfferId>,
    answer: fn(&mut Tx, &OfferId) -> Result<Booking>,
    then: &'static str,
) -> HttpResponse {
    let (head, words) = (visit.head(), visit.words());
    visit
        .write(Act::AnswerOffer, move |tx| {
            own_family(tx)?;
            match answer(tx, &id) {
                Ok(_) => Ok(Next::GoTo(then.to_owned())),
                Err(fault) => refused(tx, &head, words, fault),
            }
        })
        .await
}
