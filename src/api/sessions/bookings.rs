//! The bookings of one session, over REST.

use crate::access::{Act, Scope};
use crate::api::bookings::BookFaults;
use crate::api::bookings::wire::{BookIn, BookingOut};
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::bookings::service::book;
use crate::bookings::{Booking, store};
use crate::db::Tx;
use crate::families;
use crate::web::{Answer, Api, ApiResult, Body, List, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(book_place).service(list_session_bookings);
}

/// Book a place
///
/// The whole party gets a place, joins the waiting list, or is told which rule stands against it.
/// For a course, one booking covers all its dates.
#[utoipa::path(tag = "bookings", request_body = BookIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 201, body = BookingOut), BookFaults))]
#[post("/sessions/{id}/bookings")]
async fn book_place(api: Api, id: Path<SessionId>, body: Body<BookIn>) -> ApiResult {
    let lane = body.read.as_ref().ok().and_then(|input| input.lane(&id));
    api.in_lane(lane)
        .write(Act::Book, body, move |tx, input| {
            let command = input.command(tx, &id)?;
            let (booking, shown) = book::book(tx, &command)?;
            Ok(Answer::created(BookingOut::of(tx, booking, shown)?))
        })
        .await
}

/// List who has a place in a session or waits
///
/// The desk gets them by name, without the order of the waiting list.
#[utoipa::path(tag = "bookings", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = List<BookingOut>)))]
#[get("/sessions/{id}/bookings")]
async fn list_session_bookings(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::SeeBooking, move |tx| {
        let planned = crate::sessions::store::planned(tx, &id)?;
        let scope = Scope::centre(&planned.session.centre_id);
        tx.allow(Act::SeeBooking, &scope, "session")?;
        let mut live = store::live_in(tx, planned.session.counted_at())?;
        if !tx.actor().may(Act::SeeLine, &scope) {
            live = by_name(tx, live)?;
        }
        let items = live.into_iter().map(|booking| BookingOut::load(tx, booking));
        Ok(Answer::ok(List { items: items.collect::<Result<_, _>>()?, next: None }))
    })
    .await
}

/// By the first carer's name; restricted records come last, by the booking's id, which is random.
fn by_name(tx: &mut Tx, bookings: Vec<Booking>) -> Result<Vec<Booking>> {
    let mut keyed = Vec::new();
    for booking in bookings {
        let restricted = families::store::family(tx, &booking.family_id)?.restricted;
        let carers = families::store::carers_of(tx, &booking.family_id)?;
        let first = carers.into_iter().next().filter(|_| !restricted);
        let name = first.map(|carer| carer.sort_name).unwrap_or_default();
        keyed.push(((restricted, name, booking.id.clone()), booking));
    }
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(keyed.into_iter().map(|(_, booking)| booking).collect())
}
