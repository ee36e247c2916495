//! The printed register over REST: the sheet, and typing it in again.

use super::marks::MarkOutcome;
use super::wire::RoomFilledOut;
use crate::access::Act;
use crate::attendance::Mark;
use crate::attendance::mark_log::service::{KnownMark, MarksTaken};
use crate::attendance::sheet::drawing;
use crate::attendance::sheet::service::entry::{self, Typed};
use crate::attendance::sheet::service::print;
use crate::base::fault::Fault;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::base::text;
use crate::web::{Answer, Api, Body, Download};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(print_register).service(type_register_in);
}

/// Print a session's register
///
/// A PDF of A4 pages: names as they are used at the door, needs as words, boxes to tick, and a
/// short code at each line for typing it in again. A line keeps its code.
#[utoipa::path(tag = "registers", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/sessions/{id}/register/sheet.pdf")]
async fn print_register(api: Api, id: Path<SessionId>) -> Result<HttpResponse, Fault> {
    let print = move |tx: &mut crate::db::Tx| print::print(tx, &id);
    let draw = |sheet| Ok(Download::pdf("register.pdf", drawing::sheet(&sheet)?));
    api.open_download(Act::KeepRegister, print, draw).await
}

/// A sheet as it is typed in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"marks": [{"line": "12K", "mark": "came", "adults": 1}]}))]
pub struct SheetIn {
    /// When it was marked; left out, at the start of the session.
    pub at: Option<Moment>,
    /// The lines that were ticked, 1 to 500.
    #[schema(min_items = 1, max_items = 500)]
    pub marks: Vec<SheetMarkIn>,
}

/// A line that was ticked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetMarkIn {
    /// The code at the line; capitals, spaces and dashes do not matter.
    #[schema(example = "12K", min_length = 1, max_length = 12)]
    pub line: String,
    /// What was ticked.
    pub mark: Mark,
    /// How many adults came, on the line of a whole family; left out, as many as booked.
    #[schema(minimum = 0, maximum = 50)]
    pub adults: Option<i32>,
}

impl SheetIn {
    fn typed(&self) -> Result<Vec<Typed>, Fault> {
        if self.marks.is_empty() || self.marks.len() > 500 {
            return Err(Fault::invalid("/marks", "Send 1 to 500 lines at once."));
        }
        self.marks.iter().zip(0_usize..).map(|(mark, at)| mark.typed(at)).collect()
    }
}

impl SheetMarkIn {
    fn typed(&self, at: usize) -> Result<Typed, Fault> {
        let line = text::line(&format!("/marks/{at}/line"), &self.line, 12)?;
        if self.adults.is_some_and(|adults| !(0..=50).contains(&adults)) {
            return Err(Fault::invalid(&format!("/marks/{at}/adults"), "Use 0 to 50."));
        }
        Ok(Typed { line, mark: self.mark, adults: self.adults })
    }
}

/// An answer for each line, in the order they were typed, and the room as they leave it.
#[derive(Serialize, ToSchema)]
pub struct SheetTakenOut {
    /// One for each line.
    pub marks: Vec<SheetMarkTakenOut>,
    /// How full the room is now.
    pub room: RoomFilledOut,
}

/// What became of one line.
#[derive(Serialize, ToSchema)]
pub struct SheetMarkTakenOut {
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
async fn type_register_in(
    api: Api,
    id: Path<SessionId>,
    body: Body<SheetIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::TakeRegister, body, move |tx, input| {
        let typed = input.typed()?;
        let (desk, taken) = entry::enter(tx, &id, input.at, &typed)?;
        let answers = typed.iter().zip(&taken);
        let marks = answers.map(|(one, taken)| SheetMarkTakenOut::new(&one.line, taken)).collect();
        Ok(Answer::ok(SheetTakenOut { marks, room: RoomFilledOut::of(&desk) }))
    })
    .await
}
