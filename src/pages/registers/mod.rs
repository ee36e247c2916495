//! The register on a phone: the sessions of the day, and one session's people with a button for
//! each mark. It works without a script; what it sends are the marks of the API, each with its own
//! name, so that a button pressed twice counts once.

pub(crate) mod day;
pub(crate) mod people;
pub(crate) mod sent;
pub(crate) mod words;

use crate::access::{Act, Scope};
use crate::api::sessions::register::wire::RegisterOut;
use crate::attendance::service::complete::{self, Unmarked};
use crate::attendance::service::today;
use crate::attendance::{mark_log, register};
use crate::audit::Event;
use crate::base::calendar::within_years;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{FamilyId, SessionId};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use sent::RegisterForm;
use serde::Deserialize;
use words::in_our_words;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/registers", web::get().to(show_day))
        .service(
            web::resource("/registers/{id}")
                .route(web::get().to(show_register))
                .route(web::post().to(mark)),
        )
        .route("/registers/{id}/complete", web::post().to(complete));
}

#[derive(Deserialize)]
struct OfDay {
    /// As 2026-11-22; left out or not a day, today.
    day: Option<String>,
}

async fn show_day(visit: Visit, asked: web::Query<OfDay>) -> HttpResponse {
    let asked = asked.day.as_deref().and_then(|day| day.parse().ok());
    let asked = asked.and_then(|day| within_years("/day", day).ok());
    let head = visit.head();
    visit
        .read(Act::SeeRegister, move |tx| {
            let day = asked.unwrap_or_else(|| tx.today());
            let registers = today::registers(tx, day)?;
            Ok(HtmlPage::ok(day::page(&head, Menu::of(tx.actor()), day, &registers)))
        })
        .await
}

async fn show_register(visit: Visit, id: web::Path<SessionId>) -> HttpResponse {
    let head = visit.head();
    visit
        .open(Act::SeeRegister, move |tx| {
            let detail = serde_json::json!({});
            let (sheet, families) = sheet(tx, &head, &id, (&RegisterForm::default(), None))?;
            tx.audit_families(Event::OpenRegister, id.as_str(), &families, detail)?;
            Ok(Next::Show(sheet))
        })
        .await
}

async fn mark(
    visit: Visit,
    id: web::Path<SessionId>,
    sent: web::Form<RegisterForm>,
) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::TakeRegister, move |tx| {
            let (now, day) = (tx.now(), tx.today());
            let refused = match sent.batch(now, day) {
                Ok(batch) => {
                    let (_, taken) = mark_log::service::take(tx, &id, &batch)?;
                    taken.into_iter().find_map(|one| one.known.err())
                }
                Err(fault) => Some(fault),
            };
            after(tx, &head, &id, &sent, refused.map(in_our_words))
        })
        .await
}

#[derive(Deserialize)]
struct Completes {
    #[serde(default)]
    unmarked: Option<Unmarked>,
}

async fn complete(
    visit: Visit,
    id: web::Path<SessionId>,
    sent: web::Form<Completes>,
) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::KeepRegister, move |tx| match complete::complete(tx, &id, sent.unmarked) {
            Ok(_) => Ok(Next::GoTo(format!("/registers/{}", id.as_str()))),
            Err(fault) if fault.code() == Code::PeopleUnmarked => {
                let words = "Some are not marked yet. Mark them, or tick the box to record \
                                 that they did not come.";
                let refused = Fault::new(fault.code(), words);
                after(tx, &head, &id, &RegisterForm::default(), Some(refused))
            }
            Err(fault) => Err(fault),
        })
        .await
}

/// Back to where the button was; or the same page with what is wrong and what was typed.
fn after(
    tx: &mut Tx,
    head: &Letterhead,
    id: &SessionId,
    sent: &RegisterForm,
    refused: Option<Fault>,
) -> Result<Next> {
    match refused {
        None => Ok(Next::GoTo(format!("/registers/{}#{}", id.as_str(), sent.anchor()))),
        Some(fault) if fault.code() == Code::Internal => Err(fault),
        Some(fault) => Ok(Next::Show(sheet(tx, head, id, (sent, Some(&fault)))?.0)),
    }
}

fn sheet(
    tx: &mut Tx,
    head: &Letterhead,
    id: &SessionId,
    (typed, wrong): (&RegisterForm, Option<&Fault>),
) -> Result<(HtmlPage, Vec<FamilyId>)> {
    let register = register::service::open(tx, id)?;
    let families = register::service::families(&register.desk);
    let planned = &register.desk.planned;
    let scope = Scope::centre(&planned.session.centre_id);
    let now = tx.now();
    let page = people::PeoplePage {
        head,
        menu: Menu::of(tx.actor()),
        planned,
        out: RegisterOut::of(&register, now),
        keeps: register.desk.keeps,
        makes: tx.actor().may(Act::MakeFamily, &scope),
        wrong: wrong.map(Fault::detail),
        typed,
    };
    let status = wrong.and_then(|fault| StatusCode::from_u16(fault.code().status()).ok());
    let sheet = HtmlPage { status: status.unwrap_or(StatusCode::OK), html: people::page(&page) };
    Ok((sheet, families))
}
