//! The register on a phone: the sessions of the day, one session's people with a button for each
//! mark, and who is in the building. It works without a script; what it sends are the marks of the
//! API, each with its own name, so that a button pressed twice counts once. With one, marks wait on
//! the device where there is no network (`device`).

pub(crate) mod building;
pub(crate) mod day;
pub(crate) mod device;
pub(crate) mod party;
pub(crate) mod people;
pub(crate) mod sent;
pub(crate) mod walk_in;
pub(crate) mod words;

use crate::access::{Act, Scope};
use crate::api::sessions::register::wire::RegisterOut;
use crate::attendance::service::complete::{self, Unmarked};
use crate::attendance::service::today;
use crate::attendance::{late, mark_log, register};
use crate::audit::Event;
use crate::base::calendar::within_years;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{FamilyId, SessionId};
use crate::db::Tx;
use crate::mail::words::Letterhead;
use crate::web::form::Wrong;
use crate::web::html::HtmlPage;
use crate::web::layout::Menu;
use crate::web::visit::{Next, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use people::Asked;
use sent::RegisterForm;
use serde::Deserialize;
use words::in_our_words;

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    device::routes(config);
    building::routes(config);
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

async fn show_register(
    visit: Visit,
    id: web::Path<SessionId>,
    asked: web::Query<Asked>,
) -> HttpResponse {
    let head = visit.head();
    visit
        .open(Act::SeeRegister, move |tx| {
            let detail = serde_json::json!({});
            let (form, wrong) = (RegisterForm::default(), []);
            let sent = Sent { asked: &asked, form: &form, wrong: &wrong, status: StatusCode::OK };
            let (sheet, families) = sheet(tx, &head, &id, &sent)?;
            tx.audit_families(Event::OpenRegister, id.as_str(), &families, detail)?;
            Ok(Next::Show(sheet))
        })
        .await
}

async fn mark(
    visit: Visit,
    id: web::Path<SessionId>,
    asked: web::Query<Asked>,
    form: web::Form<RegisterForm>,
) -> HttpResponse {
    let head = visit.head();
    visit
        .write(Act::TakeRegister, move |tx| {
            let (now, day) = (tx.now(), tx.today());
            let missing = form.wrong();
            if !missing.is_empty() {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let sent = Sent { asked: &asked, form: &form, wrong: &missing, status };
                return Ok(Next::Show(sheet(tx, &head, &id, &sent)?.0));
            }
            let refused = match form.batch(now, day) {
                Ok(batch) => {
                    let (_, taken) = mark_log::service::take(tx, &id, &batch)?;
                    taken.into_iter().find_map(|one| one.known.err())
                }
                Err(fault) => Some(fault),
            };
            match refused {
                None => Ok(Next::GoTo(back_to(&id, &asked, &form.anchor()))),
                Some(fault) => again(tx, &head, &id, (&asked, &form), &fault),
            }
        })
        .await
}

/// The line that was marked, with what was looked for; it says there what was marked.
fn back_to(id: &SessionId, asked: &Asked, anchor: &str) -> String {
    let path = asked.address(&format!("/registers/{}", id.as_str()), anchor);
    format!("{path}#{anchor}")
}

/// The same page with what is wrong and what was typed.
fn again(
    tx: &mut Tx,
    head: &Letterhead,
    id: &SessionId,
    (asked, form): (&Asked, &RegisterForm),
    fault: &Fault,
) -> Result<Next> {
    if fault.code() == Code::Internal {
        return Err(fault.clone());
    }
    let status = StatusCode::from_u16(fault.code().status()).unwrap_or(StatusCode::CONFLICT);
    let wrong = [in_our_words(fault, &form.how)];
    let sent = Sent { asked, form, wrong: &wrong, status };
    Ok(Next::Show(sheet(tx, head, id, &sent)?.0))
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
                let words = "Some are not marked yet. Mark them, or tick this box to record that \
                             they did not come";
                let wrong = [Wrong::new("unmarked", words)];
                let (asked, form) = (Asked::default(), RegisterForm::default());
                let status = StatusCode::CONFLICT;
                let sent = Sent { asked: &asked, form: &form, wrong: &wrong, status };
                Ok(Next::Show(sheet(tx, &head, &id, &sent)?.0))
            }
            Err(fault) => Err(fault),
        })
        .await
}

/// What was asked for and typed, and what is wrong with it.
struct Sent<'a> {
    asked: &'a Asked,
    form: &'a RegisterForm,
    wrong: &'a [Wrong],
    status: StatusCode,
}

fn sheet(
    tx: &mut Tx,
    head: &Letterhead,
    id: &SessionId,
    sent: &Sent,
) -> Result<(HtmlPage, Vec<FamilyId>)> {
    let register = register::service::open(tx, id)?;
    let families = register::service::families(&register.desk);
    let (planned, keeps) = (&register.desk.planned, register.desk.keeps);
    let is_marked =
        planned.session.cancelled_at.is_none() && (keeps || register.desk.completed.is_none());
    let permit = if is_marked { Some(late::service::permit(tx, id)?) } else { None };
    let scope = Scope::centre(&planned.session.centre_id);
    let now = tx.now();
    let page = people::PeoplePage {
        head,
        menu: Menu::of(tx.actor()),
        planned,
        out: RegisterOut::of(&register, now),
        now,
        permit,
        keeps,
        makes: tx.actor().may(Act::MakeFamily, &scope),
        looks: tx.actor().may(Act::SeeBuilding, &scope),
        asked: sent.asked,
        wrong: sent.wrong,
        typed: sent.form,
    };
    Ok((HtmlPage { status: sent.status, html: people::page(&page) }, families))
}
