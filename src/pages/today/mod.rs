//! What needs somebody now: families to ring, today's registers, what opens, sessions with few
//! families, registers left open. The first page of staff and the desk; the safeguarding lead reads
//! the lead's own tasks.

pub(crate) mod facts;
pub(crate) mod view;

use super::task_lines::{done_words, settle};
use super::team::{AT_A_DESK, Sent, TODAY, to_say};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::TaskId;
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::Logged;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit, own_path};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use facts::{TodayFacts, load};
use serde::Deserialize;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config.route(TODAY, web::get().to(show)).route("/today/tasks/{id}", web::post().to(call));
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    done: String,
}

async fn show(visit: Visit, asked: web::Query<Asked>) -> HttpResponse {
    let head = visit.head();
    visit
        .read(AT_A_DESK, move |tx| {
            let facts = load(tx)?;
            let log = seen(&facts);
            let done = done_words(&asked.done);
            Ok((HtmlPage::ok(view::page(tx, &head, &facts, done, &[])), log))
        })
        .await
}

fn seen(facts: &TodayFacts) -> Option<Logged> {
    let families = facts.families();
    let log = Logged { families, ..Logged::of(Event::SeeFamilies, "GET /today") };
    (!log.families.is_empty()).then_some(log)
}

/// The form holds what came of the call, and the page to go back to.
async fn call(
    visit: Visit,
    id: web::Path<TaskId>,
    sent: web::Form<Vec<(String, String)>>,
) -> HttpResponse {
    let head = visit.head();
    let sent = Sent(sent.into_inner());
    visit
        .write(Act::DoTasks, move |tx| match tx.part(|tx| settle(tx, &id, sent.one("outcome"))) {
            Ok(done) => Ok(Next::GoTo(back_to(sent.one("back"), done.unwrap_or_default()))),
            Err(fault) => {
                let (status, fault) = to_say(fault)?;
                Ok(Next::Show(again(tx, &head, status, fault.detail())?))
            }
        })
        .await
}

/// A page of this service, with what has been done.
fn back_to(back: &str, done: &str) -> String {
    let path = match own_path(back) {
        "/" => TODAY,
        path => path,
    };
    let and = if path.contains('?') { '&' } else { '?' };
    format!("{path}{and}done={done}")
}

fn again(tx: &mut Tx, head: &Letterhead, status: StatusCode, says: &str) -> Result<HtmlPage> {
    let facts = load(tx)?;
    let families = facts.families();
    tx.audit_families(
        Event::SeeFamilies,
        "POST /today/tasks/{id}",
        &families,
        serde_json::json!({}),
    )?;
    let html = view::page(tx, head, &facts, None, &[Wrong::new("", says)]);
    Ok(HtmlPage { status, html })
}
