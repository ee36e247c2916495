//! The printed register over REST: the sheet, and typing it in again.

use super::marks::MarkOutcome;
use crate::access::Act;
use crate::attendance::mark_log::service::{KnownMark, MarksTaken};
use crate::attendance::room::RoomFilled;
use crate::attendance::sheet::drawing;
use crate::attendance::sheet::service::entry::{self, Typed};
use crate::attendance::sheet::service::print;
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::base::text;
use crate::web::{Answer, Api, ApiResult, Body, Download, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(print_register).service(type_register_in);
}

/// Print a session's register
///
/// A PDF of A4 pages: names as they are used at the door, needs as words, boxes to tick, and a
/// short code at each line for typing it in again. A line keeps its code.
#[utoipa::path(tag = "registers", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/sessions/{id}/register/sheet.pdf")]
async fn print_register(api: Api, id: Path<SessionId>) -> ApiResult {
    let print = move |tx: &mut crate::db::Tx| print::print(tx, &id);
    let draw = |sheet| Ok(Download::pdf("register.pdf", drawing::sheet(&sheet)?));
    api.open_and_draw(Act::KeepRegister, print, draw).await
}

/// A sheet as it is typed in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"marks": [{"line": "12K", "mark": "came", "adults": 1}]}))]
pub(crate) struct SheetIn {
    /// When it was marked; left out, at the start of the session.
    pub at: Option<Moment>,
    /// The lines that were ticked, 1 to 500.
    #[schema(min_items = 1, max_items = 500)]
    pub marks: Vec<Typed>,
}

impl SheetIn {
    fn typed(&self) -> Result<Vec<Typed>> {
        let typed = self.marks.iter().zip(0_usize..).map(|(mark, at)| {
            let line = text::line(&format!("/marks/{at}/line"), &mark.line, 12)?;
            Ok(Typed { line, ..*mark })
        });
        typed.collect()
    }
}

/// An answer for each line, in the order they were typed, and the room as they leave it.
#[derive(Serialize, ToSchema)]
pub(crate) struct SheetTakenOut {
    /// One for each line.
    pub marks: Vec<SheetMarkTakenOut>,
    /// How full the room is now.
    pub room: RoomFilled,
}

/// What became of one line.
#[derive(Serialize, ToSchema)]
pub(crate) struct SheetMarkTakenOut {
    /// The code as it was typed.
    pub line: String,
    /// Whether it is on the register.
    pub outcome: MarkOutcome,
    /// It was typed before.
    pub again: bool,
    /// For a problem: its code.
    pub code: Option<String>,
    /// For a problem: what to do.
    pub detail: Option<String>,
}

impl SheetMarkTakenOut {
    fn new(line: &str, taken: &MarksTaken) -> SheetMarkTakenOut {
        let fault = taken.known.as_ref().err();
        SheetMarkTakenOut {
            line: line.to_owned(),
            outcome: if fault.is_some() { MarkOutcome::Problem } else { MarkOutcome::Ok },
            again: matches!(taken.known, Ok(KnownMark::Before)),
            code: fault.map(|fault| fault.code().as_str().to_owned()),
            detail: fault.map(|fault| fault.detail().to_owned()),
        }
    }
}

/// Type a printed register in
///
/// By the codes at its lines. Each line is answered by itself. A line typed twice is marked once;
/// typed differently, it corrects what was typed before. Lines that were not ticked need not be
/// sent.
#[utoipa::path(tag = "registers", request_body = SheetIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = SheetTakenOut)))]
#[post("/sessions/{id}/register/sheet")]
async fn type_register_in(api: Api, id: Path<SessionId>, body: Body<SheetIn>) -> ApiResult {
    api.write(Act::TakeRegister, body, move |tx, input| {
        let typed = input.typed()?;
        let (desk, taken) = entry::enter(tx, &id, input.at, &typed)?;
        let answers = typed.iter().zip(&taken);
        let marks = answers.map(|(one, taken)| SheetMarkTakenOut::new(&one.line, taken)).collect();
        Ok(Answer::ok(SheetTakenOut { marks, room: desk.filled() }))
    })
    .await
}
