//! Marks over REST: taken in batches, and read back with their history.

use super::marks_wire::RegisterMarksIn;
use crate::access::Act;
use crate::attendance::mark_log::service::{KnownMark, MarksTaken};
use crate::attendance::register::RegisterDesk;
use crate::attendance::room::RoomFilled;
use crate::attendance::{Mark, MarkRow, MarkSource, mark_log, register};
use crate::audit::Event;
use crate::base::id::{AccountId, BookingId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::web::{Answer, Api, ApiResult, Body, List, Logged, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

text_enum! {
    /// What became of a mark.
    MarkOutcome {
        Ok = "ok",
        Problem = "problem",
    }
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(take_marks).service(list_marks);
}

/// An answer for each mark, in the order they were sent, and the room as they leave it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MarksTakenOut {
    /// One for each mark.
    pub marks: Vec<MarkTakenOut>,
    /// How full the room is now.
    pub room: RoomFilled,
    /// Our clock.
    pub now: Moment,
}

/// What became of one mark. A mark with a problem may be sent again unchanged.
#[derive(Serialize, ToSchema)]
pub(crate) struct MarkTakenOut {
    /// The device's own name for it; none where that could not be read.
    pub client_id: Option<String>,
    /// Whether it is on the register.
    pub outcome: MarkOutcome,
    /// Whether it had arrived before.
    pub again: bool,
    /// Which family; none where the family must not be named here.
    pub family_id: Option<FamilyId>,
    /// The children it is for.
    pub child_ids: Vec<ChildId>,
    /// Whether it is the current mark; a later one may have replaced it.
    pub stands: bool,
    /// Another device says otherwise: correct it with a mark that names this one in `corrects`.
    pub conflict: bool,
    /// For a problem: its code.
    pub code: Option<String>,
    /// For a problem: what to do.
    pub detail: Option<String>,
}

impl MarkTakenOut {
    /// No id of a restricted record is returned.
    pub(super) fn of(
        desk: &RegisterDesk,
        unnamed: &BTreeSet<FamilyId>,
        taken: MarksTaken,
    ) -> MarkTakenOut {
        let client_id = taken.client_id.as_deref();
        let rows = || desk.rows.iter().filter(|row| Some(row.client_id.as_str()) == client_id);
        let counts = desk.counts.iter().filter(|row| Some(row.client_id.as_str()) == client_id);
        let fault = taken.known.as_ref().err();
        // Nothing is said about the other mark that already uses the client id.
        let shown = fault.is_none();
        let named = || rows().filter(|row| shown && !unnamed.contains(&row.family_id));
        MarkTakenOut {
            outcome: if shown { MarkOutcome::Ok } else { MarkOutcome::Problem },
            again: matches!(taken.known, Ok(KnownMark::Before)),
            family_id: named().next().map(|row| row.family_id.clone()),
            child_ids: named().filter_map(|row| row.child_id.clone()).collect(),
            stands: shown && (rows().any(|row| row.stands) || counts.clone().any(|row| row.stands)),
            conflict: shown && rows().any(|row| row.disputed),
            code: fault.map(|fault| fault.code().as_str().to_owned()),
            detail: fault.map(|fault| fault.detail().to_owned()),
            client_id: taken.client_id,
        }
    }
}

/// Mark who came
///
/// Each mark is answered by itself; a problem with one does not affect the others. A device that
/// was offline sends what it has when it can, in any order and as often as it likes: the same marks
/// always lead to the same register, and where two devices disagree it is shown there until
/// somebody corrects it. Everyone who came has a contact from then on. A walk-in at the door of a
/// full room is refused; one who was marked more than five minutes ago is recorded.
#[utoipa::path(tag = "registers", request_body = RegisterMarksIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = MarksTakenOut)))]
#[post("/sessions/{id}/register/marks")]
async fn take_marks(api: Api, id: Path<SessionId>, body: Body<RegisterMarksIn>) -> ApiResult {
    api.write(Act::TakeRegister, body, move |tx, input| {
        let batch = input.batch(tx.today())?;
        let (desk, taken) = mark_log::service::take(tx, &id, &batch)?;
        let unnamed = register::service::unnamed(tx, &desk)?;
        let marks = taken.into_iter().map(|one| MarkTakenOut::of(&desk, &unnamed, one)).collect();
        let (room, now) = (desk.filled(), tx.now());
        Ok(Answer::ok(MarksTakenOut { marks, room, now }))
    })
    .await
}

/// A mark with its history.
#[derive(Serialize, ToSchema)]
pub(crate) struct MarkLogOut {
    /// The device's own name for it.
    pub client_id: String,
    /// Which family; none where the family, or a child of it, must not be named here.
    pub family_id: Option<FamilyId>,
    /// Which child; none for the adults.
    pub child_id: Option<ChildId>,
    /// Which booking; none for a walk-in.
    pub booking_id: Option<BookingId>,
    /// How many adults.
    pub adults: i32,
    /// What was marked.
    pub mark: Mark,
    /// How the person was identified.
    pub source: MarkSource,
    /// The device that made it.
    pub device: String,
    /// When, by its clock.
    pub at: Moment,
    /// When it arrived.
    pub received_at: Moment,
    /// The account that made it.
    pub marked_by: Option<AccountId>,
    /// The mark that it corrects.
    pub corrects: Option<String>,
    /// Whether it is the current mark.
    pub stands: bool,
    /// Whether another device says otherwise.
    pub conflict: bool,
}

impl MarkLogOut {
    fn of(row: MarkRow, unnamed: &BTreeSet<FamilyId>) -> MarkLogOut {
        let named = !unnamed.contains(&row.family_id);
        MarkLogOut {
            client_id: row.client_id,
            family_id: Some(row.family_id).filter(|_| named),
            child_id: row.child_id.filter(|_| named),
            booking_id: row.booking_id,
            adults: row.adults,
            mark: row.mark,
            source: row.source,
            device: row.device,
            at: row.at,
            received_at: row.received_at,
            marked_by: row.marked_by,
            corrects: row.corrects,
            stands: row.stands,
            conflict: row.disputed,
        }
    }
}

/// List every mark of a register
///
/// Corrected ones too, in the order of the devices' clocks. Nothing is ever removed.
#[utoipa::path(tag = "registers", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = List<MarkLogOut>)))]
#[get("/sessions/{id}/register/marks")]
async fn list_marks(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::KeepRegister, move |tx| {
        let desk = register::service::history(tx, &id)?;
        let unnamed = register::service::unnamed(tx, &desk)?;
        let families = register::service::families(&desk);
        let items = desk.rows.into_iter().map(|row| MarkLogOut::of(row, &unnamed)).collect();
        let logged = Logged { families, ..Logged::of(Event::ListMarks, id.as_str()) };
        Ok((Answer::ok(List { items, next: None }), logged))
    })
    .await
}
