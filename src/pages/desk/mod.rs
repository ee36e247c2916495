//! The desk page of a session: everything to run it, but the door itself. Cancelling it and moving
//! it say first how many families will be told.

pub(crate) mod changing;
pub(crate) mod facts;
pub(crate) mod view;

use super::team::{Sent, to_say};
use crate::access::Act;
use crate::attendance::handover::service::{hand_over, take_back};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{AccountId, BookingId, SessionId};
use crate::base::text;
use crate::bookings::service::waitlist::move_entry;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::Logged;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/sessions/{id}/desk", web::get().to(show))
        .route("/sessions/{id}/desk/register", web::post().to(hand))
        .route("/sessions/{id}/desk/line", web::post().to(move_in_line));
    changing::routes(config);
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    done: String,
}

async fn show(visit: Visit, id: web::Path<SessionId>, asked: web::Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(Act::KeepRegister, move |tx| {
            let facts = facts::load(tx, &id)?;
            let families = facts.families();
            let log = Logged { families, ..Logged::of(Event::OpenRegister, id.as_str()) };
            let done = done_words(&asked.done);
            Ok((HtmlPage::ok(view::page(tx, &head, &facts, done, &[])), log))
        })
        .await
}

fn done_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "handed" => "The register is handed over, until the session ends.",
        "taken" => "The register is taken back.",
        "moved-in-line" => "The line has a new order.",
        "called-off" => "The session is called off. Everybody concerned is told.",
        "changed" => "Saved. Everybody concerned is told.",
        _ => super::task_lines::done_words(done)?,
    })
}

/// The page again, with what stands against what was pressed.
fn again(
    tx: &mut Tx,
    head: &Letterhead,
    id: &SessionId,
    (field, fault): (&str, Fault),
) -> Result<Next> {
    let (status, fault) = to_say(fault)?;
    let facts = facts::load(tx, id)?;
    tx.audit_families(Event::OpenRegister, id.as_str(), &facts.families(), json!({}))?;
    let html = view::page(tx, head, &facts, None, &[Wrong::new(field, fault.detail())]);
    Ok(Next::Show(HtmlPage { status, html }))
}

async fn hand(
    visit: Visit,
    id: web::Path<SessionId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::KeepRegister, move |tx| {
            let account: AccountId = sent.id("account")?;
            let takes = sent.has("deed", "take");
            let made = tx.part(|tx| match takes {
                true => take_back(tx, &id, &account),
                false => hand_over(tx, &id, &account),
            });
            match made {
                Ok(_) => {
                    let done = if takes { "taken" } else { "handed" };
                    Ok(Next::GoTo(format!("{}?done={done}", view::address(&id))))
                }
                Err(fault) => again(tx, &head, &id, ("", fault)),
            }
        })
        .await
}

async fn move_in_line(
    visit: Visit,
    id: web::Path<SessionId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::MoveInLine, move |tx| {
            let booking: BookingId = sent.id("booking")?;
            let before: Option<BookingId> = match sent.one("before") {
                "" => None,
                _ => Some(sent.id("before")?),
            };
            let field = format!("reason-{booking}");
            let reason = text::lines("/reason", sent.one("reason"), 300);
            let Ok(reason) = reason else {
                let says = "Write the reason; it is kept and shown.";
                return again(tx, &head, &id, (&field, Fault::invalid("/reason", says)));
            };
            match tx.part(|tx| move_entry(tx, &booking, &id, before.as_ref(), &reason)) {
                Ok(()) => Ok(Next::GoTo(format!("{}?done=moved-in-line", view::address(&id)))),
                Err(fault) => again(tx, &head, &id, (&field, fault)),
            }
        })
        .await
}
