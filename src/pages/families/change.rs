//! One place of a family at the desk: cancelled, moved to another day, or its offer answered on the
//! telephone.

use crate::access::Act;
use crate::api::bookings::wire::BookingOut;
use crate::api::sessions::wire::SessionOut;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, FamilyId, OfferId, SessionId};
use crate::base::text;
use crate::bookings::service::{answer, cancel};
use crate::bookings::{Booking, Status, store, view as standings};
use crate::db::Tx;
use crate::families::{service, store as families};
use crate::mail::words::Letterhead;
use crate::pages::families::record_view::place_line;
use crate::pages::team::{AT_A_DESK, FAMILIES, Sent, TeamPage, adults, page, room, to_say, when};
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Planned};
use crate::web::Logged;
use crate::web::form::{Field, Wrong, field, wrong_with};
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use crate::words::Words;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};
use serde_json::json;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/families/{id}/bookings/{booking}", web::get().to(show))
        .route("/families/{id}/bookings/{booking}/cancel", web::post().to(give_up))
        .route("/families/{id}/bookings/{booking}/move", web::post().to(move_on))
        .route("/families/{id}/bookings/{booking}/answer", web::post().to(say));
}

/// Other dates that are shown.
const DATES: i64 = 30;

/// A booking of this family, which the caller may change.
fn own(tx: &mut Tx, family: &FamilyId, id: &BookingId) -> Result<(Booking, Planned)> {
    let booking = store::booking(tx, id)?;
    if booking.family_id != *family {
        return Err(Fault::not_found("booking"));
    }
    service::allow(tx, Act::SeeFamily, family)?;
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    crate::bookings::service::allow(tx, Act::ChangeBooking, &booking, &planned)?;
    Ok((booking, planned))
}

async fn show(visit: Visit, path: web::Path<(FamilyId, BookingId)>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(AT_A_DESK, move |tx| {
            let (family, id) = &*path;
            let (booking, planned) = own(tx, family, id)?;
            let log = Logged {
                families: vec![family.clone()],
                ..Logged::of(Event::SeeFamilies, "GET /families/{id}/bookings/{booking}")
            };
            let html = sheet(tx, &head, (booking, &planned), &Sent::default(), &[])?;
            Ok((HtmlPage::ok(html), log))
        })
        .await
}

fn sheet(
    tx: &mut Tx,
    head: &Letterhead,
    (booking, planned): (Booking, &Planned),
    sent: &Sent,
    wrong: &[Wrong],
) -> Result<Markup> {
    let words = Words::english();
    let (family, is_live) = (booking.family_id.clone(), booking.status.is_live());
    let status = booking.status;
    let household = families::household(tx, &family)?;
    let dates = if status == Status::Booked { other_dates(tx, planned)? } else { Vec::new() };
    let out = BookingOut::load(tx, booking)?;
    let names: Vec<String> = out
        .child_ids
        .iter()
        .flatten()
        .filter_map(|id| household.child(id).map(|child| child.name.clone()))
        .collect();
    let back = format!("{FAMILIES}/{family}");
    let here = format!("{back}/bookings/{}", out.id);
    let reason = |name: &'static str, hint: &'static str| {
        let (value, wrong) = (sent.one(name), wrong_with(wrong, name));
        field(words, &Field { name, label: "Reason", hint, value, wrong, ..Field::default() })
    };
    let main = html! {
        p { (place_line(&out, &names)) }
        @if !is_live { p { "There is nothing left to change." } }
        @if let Some(offer) = &out.offer {
            h2 { "They answer the offer" }
            form.actions method="post" action={ (here) "/answer" } {
                input type="hidden" name="offer" value=(offer.id);
                button type="submit" name="says" value="yes" { "Says yes" }
                button.second type="submit" name="says" value="no" { "Says no" }
            }
        }
        @if !dates.is_empty() {
            h2 { "Move to another day" }
            form method="post" action={ (here) "/move" } novalidate {
                @let wrong_date = wrong_with(wrong, "session");
                @if let Some(wrong) = wrong_date { p.error id="session-error" { (wrong) } }
                label for="session" { "Day" }
                select id="session" name="session" aria-describedby=[wrong_date.map(|_| "session-error")] {
                    option value="" { "Choose a day" }
                    @for date in &dates {
                        option value=(date.id) selected[sent.has("session", date.id.as_str())] {
                            (when(date.starts_at)) ", " (date.centre) ": " (room(date))
                        }
                    }
                }
                (reason("move_reason", "Only where a rule stands against it."))
                p { button.second type="submit" { "Move" } }
            }
        }
        @if is_live {
            h2 { @if status == Status::Booked { "Cancel this place" } @else { "Leave the waiting list" } }
            form method="post" action={ (here) "/cancel" } novalidate {
                (reason("reason", "For example: the family rang. Needed once the session has begun."))
                p { button.second type="submit" {
                    @if status == Status::Booked { "Cancel the place" } @else { "Take them off the list" }
                } }
            }
        }
        p { a href=(back) { "Back to the family" } }
    };
    let heading = format!("A place of {}", adults(&household.carers));
    Ok(page(tx, head, TeamPage { here: FAMILIES, heading: &heading, wrong, main }))
}

/// Later dates of the same activity at centres of the caller.
fn other_dates(tx: &mut Tx, planned: &Planned) -> Result<Vec<SessionOut>> {
    let (now, sight) = (tx.now(), standings::sight(tx.actor()));
    let wanted = SessionFilter {
        activity: Some(planned.activity.id.clone()),
        centres: tx.actor().reach(Act::Book).centres(),
        from: Some(now),
        announced: true,
        rows: DATES,
        ..SessionFilter::default()
    };
    let found = standings::list(tx, wanted, &[])?;
    let is_other = |session: &SessionOut| {
        session.id != planned.session.id && !session.cancelled && session.starts_at > now
    };
    Ok(found.iter().map(|one| SessionOut::of(one, sight, now)).filter(is_other).collect())
}

/// What a form of this page asks for: what was done, or where it stands against it.
type Deed = fn(&mut Tx, &BookingId, &Sent) -> Result<&'static str, (&'static str, Fault)>;

async fn settle(
    visit: Visit,
    path: web::Path<(FamilyId, BookingId)>,
    sent: web::Form<Vec<(String, String)>>,
    act: Act,
    deed: Deed,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(act, move |tx| {
            // A parent changes her places on pages of her own.
            tx.actor().allow_ever(AT_A_DESK)?;
            let (family, id) = &*path;
            let (booking, planned) = own(tx, family, id)?;
            let mut field = "";
            let made = tx.part(|tx| {
                deed(tx, id, &sent).map_err(|(at, fault)| {
                    field = at;
                    fault
                })
            });
            match made {
                Ok(done) => Ok(Next::GoTo(format!("{FAMILIES}/{family}?done={done}"))),
                Err(fault) => {
                    let (status, fault) = to_say(fault)?;
                    let wrong = [Wrong::new(field, fault.detail())];
                    tx.audit_families(
                        Event::SeeFamilies,
                        "POST /families/{id}/bookings/{booking}",
                        std::slice::from_ref(family),
                        json!({}),
                    )?;
                    let html = sheet(tx, &head, (booking, &planned), &sent, &wrong)?;
                    Ok(Next::Show(HtmlPage { status, html }))
                }
            }
        })
        .await
}

async fn give_up(
    visit: Visit,
    path: web::Path<(FamilyId, BookingId)>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    settle(visit, path, sent, Act::ChangeBooking, |tx, id, sent| {
        let reason = sent.maybe("reason");
        let reason = text::maybe_lines("/reason", reason.as_deref(), 300);
        let reason = reason.map_err(|fault| ("reason", fault))?;
        cancel::cancel(tx, id, reason.as_deref()).map_err(|fault| ("reason", fault))?;
        Ok("cancelled")
    })
    .await
}

async fn move_on(
    visit: Visit,
    path: web::Path<(FamilyId, BookingId)>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    settle(visit, path, sent, Act::ChangeBooking, |tx, id, sent| {
        let choose = |_: Fault| ("session", Fault::invalid("/session_id", "Choose a day."));
        let to: SessionId = sent.id("session").map_err(choose)?;
        let reason = sent.maybe("move_reason");
        let reason = text::maybe_lines("/reason", reason.as_deref(), 300);
        let reason = reason.map_err(|fault| ("move_reason", fault))?;
        cancel::move_to(tx, id, &to, reason.as_deref()).map_err(|fault| ("session", fault))?;
        Ok("moved")
    })
    .await
}

async fn say(
    visit: Visit,
    path: web::Path<(FamilyId, BookingId)>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    settle(visit, path, sent, Act::AnswerOffer, |tx, id, sent| {
        let offer: OfferId = sent.id("offer").map_err(|fault| ("", fault))?;
        let known = store::offer(tx, &offer).map_err(|fault| ("", fault))?;
        if known.booking_id != *id {
            return Err(("", Fault::not_found("offer")));
        }
        let says_yes = sent.has("says", "yes");
        let made = if says_yes { answer::accept(tx, &offer) } else { answer::decline(tx, &offer) };
        made.map_err(|fault| ("", fault))?;
        Ok(if says_yes { "accepted" } else { "declined" })
    })
    .await
}
