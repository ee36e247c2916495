//! Bookings and offers over REST.

pub(crate) mod wire;

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, ChildId, FamilyId, SessionId};
use crate::base::text;
use crate::bookings::service::list::{BookingList, of_family};
use crate::bookings::service::party::{self, Comers};
use crate::bookings::service::{answer, cancel, undo, withdraw};
use crate::bookings::{Booking, BookingTime, store};
use crate::db::Tx;
use crate::web::{
    Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use wire::{BookingOut, adults_ok, one};

faults! {
    BookFaults: NotYetReleased, BookingsClosed, SessionCancelled, NoBookingNeeded, AlreadyBooked,
        OutsideAgeRange, PartyTooLarge, ClashingBooking, OverLimit, MembersOnly, SessionFull,
        ReasonNeeded;
    EndFaults: NoLongerOpen;
    ClaimFaults: NoLongerOpen, SessionFull, ClashingBooking, OverLimit,
        MembersOnly;
    PartyFaults: NoLongerOpen, OutsideAgeRange, PartyTooLarge, ClashingBooking, SessionFull,
        NotYetReleased, BookingsClosed, SessionCancelled, NoBookingNeeded, ReasonNeeded;
    UndoFaults: NoLongerOpen, SessionCancelled, AlreadyBooked, OutsideAgeRange, PartyTooLarge,
        ClashingBooking, MembersOnly, SessionFull;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(list_bookings)
        .service(get_booking)
        .service(cancel_booking)
        .service(undo_cancel)
        .service(move_booking)
        .service(change_party)
        .service(claim_place)
        .service(withdraw_referral);
}

pub(crate) fn out(tx: &mut Tx, booking: Booking) -> Result<Answer<BookingOut>> {
    Ok(Answer::ok(BookingOut::load(tx, booking)?))
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BookingQuery {
    /// Which family; a parent's own where left out.
    #[param(inline)]
    pub family_id: Option<FamilyId>,
    /// Only those to come, or only those that are over.
    #[param(inline, example = "to_come")]
    pub time: Option<BookingTime>,
}

/// List a family's bookings
///
/// The newest first. Sensitive bookings are shown only to the carer who comes.
#[utoipa::path(tag = "bookings", params(BookingQuery, Paging),
    responses((status = 200, body = List<BookingOut>)))]
#[get("/bookings")]
async fn list_bookings(api: Api, query: Query<BookingQuery>, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeBooking, move |tx| {
        let (query, paging) = (query.read()?, paging.read()?);
        let id = query.family_id.or(tx.actor().family_id.clone());
        let id = id.ok_or_else(|| Fault::invalid("/family_id", "Say whose bookings."))?;
        let list = BookingList {
            family: &id,
            time: query.time,
            after: paging.after.as_deref().unwrap_or_default(),
            rows: paging.limit() + 1,
        };
        let rows = of_family(tx, &list)?;
        let page = paging.page(rows, |(booking, _)| booking.id.to_string(), |row| row);
        let items = page.items.into_iter();
        let items = items.map(|(booking, shown)| BookingOut::of(tx, booking, shown));
        Ok(Answer::ok(List { items: items.collect::<Result<_, _>>()?, next: page.next }))
    })
    .await
}

/// Get one booking
#[utoipa::path(tag = "bookings", params(("id" = inline(BookingId), Path, description = "The booking.")),
    responses((status = 200, body = BookingOut)))]
#[get("/bookings/{id}")]
async fn get_booking(api: Api, id: Path<BookingId>) -> ApiResult {
    api.read(Act::SeeBooking, move |tx| {
        let booking = store::booking(tx, &id)?;
        let planned = crate::sessions::store::planned(tx, &booking.session_id)?;
        crate::bookings::service::allow(tx, Act::SeeBooking, &booking, &planned)?;
        out(tx, booking)
    })
    .await
}

/// Why a booking is given up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The family rang"}))]
pub(crate) struct CancelBookingIn {
    /// Staff need one after the start.
    #[schema(max_length = 300)]
    pub reason: Option<String>,
}

/// Cancel a booking, or leave the waiting list
///
/// Repeating it changes nothing. After `cancel_by` it counts as late; the place is freed all the
/// same.
#[utoipa::path(tag = "bookings", request_body = CancelBookingIn,
    params(("id" = inline(BookingId), Path, description = "The booking.")),
    responses((status = 200, body = BookingOut), EndFaults))]
#[post("/bookings/{id}/cancel")]
async fn cancel_booking(api: Api, id: Path<BookingId>, body: Body<CancelBookingIn>) -> ApiResult {
    api.write(Act::ChangeBooking, body, move |tx, input| {
        let reason = text::maybe_lines("/reason", input.reason.as_deref(), 300)?;
        let booking = cancel::cancel(tx, &id, reason.as_deref())?;
        out(tx, booking)
    })
    .await
}

/// Undo a cancellation
///
/// For ten minutes after a family cancelled its place, and before the start: the same booking has its
/// place again. It is judged again, without the limits on what one family may book, and refused once
/// somebody else was offered the place. Repeating it changes nothing.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = inline(BookingId), Path, description = "The booking.")),
    responses((status = 200, body = BookingOut), UndoFaults))]
#[post("/bookings/{id}/undo-cancel")]
async fn undo_cancel(api: Api, id: Path<BookingId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::ChangeBooking, body, move |tx, _| {
        let booking = undo::undo_cancel(tx, &id)?;
        out(tx, booking)
    })
    .await
}

/// Another date for a booking.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"session_id": "0198d2d27f3a7d0e9d1c2b3a4f5e6d7c"}))]
pub(crate) struct MoveTo {
    /// The session to move to.
    pub session_id: SessionId,
    /// Staff: why a rule is overridden.
    #[schema(max_length = 300)]
    pub reason: Option<String>,
}

/// Move a booking to another session
///
/// The old place is given up only once the new one is there.
#[utoipa::path(tag = "bookings", request_body = MoveTo,
    params(("id" = inline(BookingId), Path, description = "The booking.")),
    responses((status = 200, body = BookingOut), BookFaults))]
#[post("/bookings/{id}/move")]
async fn move_booking(api: Api, id: Path<BookingId>, body: Body<MoveTo>) -> ApiResult {
    api.write(Act::ChangeBooking, body, move |tx, input| {
        let reason = text::maybe_lines("/reason", input.reason.as_deref(), 300)?;
        let booking = cancel::move_to(tx, &id, &input.session_id, reason.as_deref())?;
        out(tx, booking)
    })
    .await
}

/// Who comes from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"child_ids": ["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c"], "adults": 1}))]
pub(crate) struct PartyIn {
    /// Which children come; all of them, also those who came before.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub child_ids: Vec<ChildId>,
    /// How many adults come.
    #[serde(default = "one")]
    #[schema(minimum = 0, maximum = 50)]
    pub adults: i32,
    /// Staff: why a rule is overridden.
    #[schema(max_length = 300)]
    pub reason: Option<String>,
}

/// Change who comes
///
/// The booking keeps its place, or its place in line, and is judged again as the party it becomes;
/// more people need room for the rest of them. Before the start; a kept place is answered first.
/// Repeating it changes nothing.
#[utoipa::path(tag = "bookings", request_body = PartyIn,
    params(("id" = inline(BookingId), Path, description = "The booking.")),
    responses((status = 200, body = BookingOut), PartyFaults))]
#[post("/bookings/{id}/party")]
async fn change_party(api: Api, id: Path<BookingId>, body: Body<PartyIn>) -> ApiResult {
    api.write(Act::ChangeBooking, body, move |tx, input| {
        text::at_most("/child_ids", &input.child_ids, 20)?;
        if input.adults == 0 && input.child_ids.is_empty() {
            return Err(Fault::invalid("/adults", "At least one person must come."));
        }
        let reason = text::maybe_lines("/reason", input.reason.as_deref(), 300)?;
        let adults = adults_ok(input.adults)?;
        let come = Comers { child_ids: &input.child_ids, adults, reason: reason.as_deref() };
        let booking = party::change_party(tx, &id, &come)?;
        out(tx, booking)
    })
    .await
}

/// Which date to claim.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub(crate) struct ClaimIn {
    /// Of several dates waited for, the one to claim.
    pub session_id: Option<SessionId>,
}

/// Claim a free place in the last two hours
///
/// For a family that waits and was told; the first to claim gets it.
#[utoipa::path(tag = "bookings", request_body = ClaimIn,
    params(("id" = inline(BookingId), Path, description = "The booking.")),
    responses((status = 200, body = BookingOut), ClaimFaults))]
#[post("/bookings/{id}/claim")]
async fn claim_place(api: Api, id: Path<BookingId>, body: Body<ClaimIn>) -> ApiResult {
    api.write(Act::AnswerOffer, body, move |tx, input| {
        let booking = answer::claim(tx, &id, input.session_id.as_ref())?;
        out(tx, booking)
    })
    .await
}

/// Withdraw every referral of a booking
///
/// By staff. A place that a referral brought is given up; one the family had itself stays.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = inline(BookingId), Path, description = "The booking.")),
    responses((status = 200, body = BookingOut)))]
#[post("/bookings/{id}/withdraw-referral")]
async fn withdraw_referral(api: Api, id: Path<BookingId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::WithdrawReferral, body, move |tx, _| {
        let booking = withdraw::withdraw(tx, &id)?;
        out(tx, booking)
    })
    .await
}
