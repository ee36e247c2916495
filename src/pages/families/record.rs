//! One family's record: its people, places, contacts, groups, card and merges, each as far as the
//! role of the reader may see it. Opening it is logged.

use super::record_facts::{Record, load};
use super::record_view;
use crate::base::fault::{Fault, Result};
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::pages::team::{AT_A_DESK, FAMILIES, to_say};
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::{HttpResponse, web};
use maud::Markup;
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route("/families/{id}", web::get().to(show));
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    done: String,
}

async fn show(visit: Visit, id: web::Path<FamilyId>, asked: web::Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .open(AT_A_DESK, move |tx| {
            let record = load(tx, &id)?;
            if record.out.id != *id {
                // It was merged into this one.
                return Ok(Next::GoTo(format!("{FAMILIES}/{}", record.out.id)));
            }
            let done = done_words(&asked.done);
            Ok(Next::Show(HtmlPage::ok(sheet(tx, &head, &record, done, &[]))))
        })
        .await
}

fn sheet(
    tx: &mut Tx,
    head: &Letterhead,
    record: &Record,
    done: Option<&str>,
    wrong: &[Wrong],
) -> Markup {
    let today = tx.today();
    record_view::page(tx, head, record, (today, done), wrong)
}

/// Where a form of the record led: back to it, with what was done or what stands against it.
pub(super) fn after(
    tx: &mut Tx,
    head: &Letterhead,
    id: &FamilyId,
    made: Result<&'static str>,
) -> Result<Next> {
    let fault: Fault = match made {
        Ok(done) => return Ok(Next::GoTo(format!("{FAMILIES}/{id}?done={done}"))),
        Err(fault) => fault,
    };
    let (status, fault) = to_say(fault)?;
    let record = load(tx, id)?;
    let html = sheet(tx, head, &record, None, &[Wrong::new("", fault.detail())]);
    Ok(Next::Show(HtmlPage { status, html }))
}

fn done_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "made" => "Saved: they are a member now.",
        "guest" => "Saved as a guest. Book for them now.",
        "known" => "We know this family already. No second record was made.",
        "booked" => "Booked. We have told them where a message reaches them.",
        "waiting" => "They are on the waiting list.",
        "offered" => "A place is kept for them.",
        "cancelled" => "The place is cancelled.",
        "moved" => "Moved to the new date.",
        "accepted" => "They have the place.",
        "declined" => "The place goes to the next family.",
        "merged" => "The records are one now. You can undo that below.",
        "undone" => "The merge is undone.",
        "dismissed" => "They are two families. This pair is not shown again.",
        "restricted" => "Saved. Who may open this record has changed.",
        "access-ended" => "Every sign-in and link of this adult has ended. Nobody was told.",
        "card" => "A new card was issued. The old ones stop working.",
        _ => return None,
    })
}
