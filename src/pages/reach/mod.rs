//! The reach report as a page, for a manager with an inspector at the door. It is requested by a
//! plain form and made, authorised and logged exactly like the API's report. The page links to the
//! same report as a file and, for those allowed, to the children behind each figure.

pub(crate) mod blocks;
pub(crate) mod desk;
pub(crate) mod filled;
pub(crate) mod form;
pub(crate) mod opening;
pub(crate) mod rows;
pub(crate) mod said;
#[cfg(test)]
mod tests;

use crate::access::Act;
use crate::api::reports::reach::file::Format;
use crate::api::reports::reach::wire::ReachIn;
use crate::api::reports::reach::{CellIn, given};
use crate::base::fault::Result;
use crate::db::Tx;
use crate::reports::reach::report::Profile;
use crate::reports::reach::service::rows::{behind as rows_behind, opens};
use crate::web::Logged;
use crate::web::html::HtmlPage;
use crate::web::visit::{Next, Visit};
use actix_web::{HttpRequest, HttpResponse, web};
use blocks::View;
use desk::Desk;
use filled::{FILE, Filled, REACH, ROWS};

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route(REACH, web::get().to(show))
        .route(ROWS, web::get().to(show_rows))
        .route(FILE, web::get().to(save));
}

async fn show(visit: Visit, request: HttpRequest) -> HttpResponse {
    let sent = Filled::of(request.query_string());
    let head = visit.head();
    visit
        .read(Act::SeeReports, move |tx| {
            let desk = Desk::of(tx, &head, sent)?;
            match report(tx, &desk) {
                Ok((sheet, logged)) => Ok((Next::Show(sheet), Some(logged))),
                Err(fault) => Ok((Next::Show(desk.wrong(fault)?), None)),
            }
        })
        .await
}

fn report(tx: &mut Tx, desk: &Desk) -> Result<(HtmlPage, Logged)> {
    let asked: ReachIn = desk.filled.read()?;
    let (report, logged) = given(tx, asked.clone(), "page")?;
    let opens = report.settings.profile == Profile::Exact && opens(tx, &asked.asked()?)?;
    let view = View { report: &report, filled: &desk.filled, opens };
    let title = format!("Reach: {}", report.settings.place);
    Ok((HtmlPage::ok(desk.page(&title, opening::main(desk, &view))), logged))
}

async fn save(visit: Visit, request: HttpRequest) -> HttpResponse {
    let sent = Filled::of(request.query_string());
    let head = visit.head();
    visit
        .read(Act::SeeReports, move |tx| {
            let desk = Desk::of(tx, &head, sent)?;
            match file(tx, &desk) {
                Ok(saved) => Ok(saved),
                Err(fault) => Ok((Next::Show(desk.wrong(fault)?), None)),
            }
        })
        .await
}

fn file(tx: &mut Tx, desk: &Desk) -> Result<(Next, Option<Logged>)> {
    let asked: ReachIn = desk.filled.read()?;
    let format = Format::asked(asked.format.as_deref())?;
    let (report, logged) = given(tx, asked, format.as_str())?;
    Ok((Next::Save(crate::api::reports::reach::file::file(&report, None, format)?), Some(logged)))
}

async fn show_rows(visit: Visit, request: HttpRequest) -> HttpResponse {
    let sent = Filled::of(request.query_string());
    let head = visit.head();
    visit
        .open(Act::SeeReachRows, move |tx| {
            let desk = Desk::of(tx, &head, sent.clone())?;
            let sheet = behind(tx, &desk).or_else(|fault| desk.wrong(fault))?;
            Ok(Next::Show(sheet))
        })
        .await
}

fn behind(tx: &mut Tx, desk: &Desk) -> Result<HtmlPage> {
    let asked: CellIn = desk.filled.read()?;
    let rows = rows_behind(tx, &asked.asked(), &asked.cell)?;
    Ok(HtmlPage::ok(desk.page("Behind a figure", rows::main(desk, &asked.cell, &rows))))
}
