//! Marks over REST: taken in batches, and read back with their history.

use super::marks_service::{self, Known, Taken};
use super::marks_wire::RegisterMarksIn;
use super::register::Desk;
use super::register_wire::RoomFilledOut;
use super::{Mark, MarkRow, MarkSource, register_service};
use crate::access::Act;
use crate::audit::Event;
use crate::fault::Fault;
use crate::id::{AccountId, BookingId, ChildId, FamilyId, SessionId, words};
use crate::moment::Moment;
use crate::web::{Answer, Api, Body, List, Logged};
use actix_web::{HttpResponse, get, post, web::Path};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(take_marks).service(list_marks);
}

words! {
    /// What came of a mark.
    MarkOutcome {
        Ok = "ok",
        Problem = "problem",
    }
}

/// An answer for each mark, in the order they were sent, and the room as they leave it.
#[derive(Serialize, ToSchema)]
pub struct MarksTakenOut {
    /// One for each mark.
    pub marks: Vec<MarkTakenOut>,
    /// How full the room is now.
    pub room: RoomFilledOut,
    /// Our clock.
    pub now: Moment,
}

/// What came of one mark. One that is a problem may be sent again as it is.
#[derive(Serialize, ToSchema)]
pub struct MarkTakenOut {
    /// The device's own name for it; none where it could not be read.
    pub client_id: Option<String>,
    /// Whether it is on the register.
    pub outcome: MarkOutcome,
    /// It had arrived before.
    pub again: bool,
    /// Whose it is; none where the family is not to be named here.
    pub family_id: Option<FamilyId>,
    /// The children it is of.
    pub child_ids: Vec<ChildId>,
    /// Whether it is what is said of them now; another may have been made later.
    pub stands: bool,
    /// Another device says otherwise: put it right with a mark that names this one in `corrects`.
    pub conflict: bool,
    /// For a problem: its code.
    pub code: Option<String>,
    /// For a problem: what to do.
    pub detail: Option<String>,
}

impl MarkTakenOut {
    /// Of a restricted record no id is given back.
    fn of(desk: &Desk, unnamed: &BTreeSet<FamilyId>, taken: Taken) -> MarkTakenOut {
        let client_id = taken.client_id.as_deref();
        let rows = || desk.rows.iter().filter(|row| Some(row.client_id.as_str()) == client_id);
        let counts = desk.counts.iter().filter(|row| Some(row.client_id.as_str()) == client_id);
        let fault = taken.known.as_ref().err();
        // What a client id was used for before is not told where it was used for another mark.
        let shown = fault.is_none();
        let named = || rows().filter(|row| shown && !unnamed.contains(&row.family_id));
        MarkTakenOut {
            outcome: if shown { MarkOutcome::Ok } else { MarkOutcome::Problem },
            again: matches!(taken.known, Ok(Known::Before)),
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
/// Each mark is answered by itself, and one that is a problem spoils no other. A device that was
/// offline sends what it has when it can, in any order and as often as it likes: the same marks
/// always come to the same register, and what two devices say differently is shown there until
/// somebody puts it right. Whoever came has a contact from then on. A walk-in who stands at the
/// door of a full room is refused; one who was marked more than five minutes ago is recorded.
#[utoipa::path(tag = "registers", request_body = RegisterMarksIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = MarksTakenOut)))]
#[post("/sessions/{id}/register/marks")]
async fn take_marks(
    api: Api,
    id: Path<SessionId>,
    body: Body<RegisterMarksIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::TakeRegister, body, move |tx, input| {
        let batch = input.batch(tx.today())?;
        let (desk, taken) = marks_service::take(tx, &id, &batch)?;
        let unnamed = register_service::unnamed(tx, &desk)?;
        let marks = taken.into_iter().map(|one| MarkTakenOut::of(&desk, &unnamed, one)).collect();
        let (room, now) = (RoomFilledOut::of(&desk), tx.now());
        Ok(Answer::ok(MarksTakenOut { marks, room, now }))
    })
    .await
}

/// A mark with its history.
#[derive(Serialize, ToSchema)]
pub struct MarkLogOut {
    /// The device's own name for it.
    pub client_id: String,
    /// Whose; none where the family is not to be named here, and neither is a child of it.
    pub family_id: Option<FamilyId>,
    /// Of which child; none: of the adults.
    pub child_id: Option<ChildId>,
    /// Of which booking; none: a walk-in.
    pub booking_id: Option<BookingId>,
    /// How many adults.
    pub adults: i32,
    /// What was said.
    pub mark: Mark,
    /// How it was said who is meant.
    pub source: MarkSource,
    /// By which device.
    pub device: String,
    /// When, by its clock.
    pub at: Moment,
    /// When it arrived.
    pub received_at: Moment,
    /// By whom.
    pub marked_by: Option<AccountId>,
    /// The mark that it put right.
    pub corrects: Option<String>,
    /// Whether it is what is said now.
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
/// The corrected ones too, in the order of the devices' clocks. Nothing is ever taken out of it.
#[utoipa::path(tag = "registers", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = List<MarkLogOut>)))]
#[get("/sessions/{id}/register/marks")]
async fn list_marks(api: Api, id: Path<SessionId>) -> Result<HttpResponse, Fault> {
    api.look(Act::KeepRegister, move |tx| {
        let desk = register_service::history(tx, &id)?;
        let unnamed = register_service::unnamed(tx, &desk)?;
        let families = register_service::families(&desk);
        let items = desk.rows.into_iter().map(|row| MarkLogOut::of(row, &unnamed)).collect();
        let logged = Logged { families, ..Logged::of(Event::ListMarks, id.as_str()) };
        Ok((Answer::ok(List { items, next: None }), logged))
    })
    .await
}
