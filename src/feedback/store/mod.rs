//! Queries about who came, who is asked, and what a family answered.

pub(crate) mod texts;

use super::FeedbackRow;
use super::asking::Answerer;
use crate::attendance::Mark;
use crate::base::fault::Result;
use crate::base::id::{CarerId, FamilyId, FeedbackId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{Holds, Status};
use crate::db::schema::{
    answers, booking_sessions, bookings, carers, children, feedback, feedback_asked, marks,
};
use crate::db::{Run, Tx};
use crate::families::Ended;
use crate::families::answers::Question;
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// The families that came to a session, but for those that brought a child who is no longer
/// mentioned.
pub(crate) fn came(tx: &mut Tx, session: &SessionId) -> Result<BTreeSet<FamilyId>> {
    let marked: Vec<(FamilyId, Option<Ended>)> = marks::table
        .left_join(children::table.on(children::id.nullable().eq(marks::child_id)))
        .filter(marks::session_id.eq(session))
        .filter(marks::stands.eq(true))
        .filter(marks::mark.eq_any([Mark::Came, Mark::Late]))
        .select((marks::family_id, children::ended.nullable()))
        .load(tx.conn())?;
    let silenced: BTreeSet<&FamilyId> =
        marked.iter().filter(|(_, ended)| ended.is_some()).map(|(family, _)| family).collect();
    let came = marked.iter().map(|(family, _)| family);
    Ok(came.filter(|family| !silenced.contains(family)).cloned().collect())
}

pub(crate) fn has_come(tx: &mut Tx, family: &FamilyId, session: &SessionId) -> Result<bool> {
    let marked = marks::table
        .filter(marks::session_id.eq(session))
        .filter(marks::family_id.eq(family))
        .filter(marks::stands.eq(true))
        .filter(marks::mark.eq_any([Mark::Came, Mark::Late]));
    Ok(diesel::select(exists(marked)).get_result(tx.conn())?)
}

/// The carer who booked a family's place. `seat` is where the places of the session are counted.
pub(crate) fn booked_by(
    tx: &mut Tx,
    family: &FamilyId,
    seat: &SessionId,
) -> Result<Option<CarerId>> {
    let carer: Option<Option<CarerId>> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(seat))
        .filter(booking_sessions::family_id.eq(family))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(bookings::status.eq(Status::Booked))
        .select(bookings::carer_id)
        .first(tx.conn())
        .optional()?;
    Ok(carer.flatten())
}

/// Those of a family who may be written to, in its order.
pub(crate) fn answerers(tx: &mut Tx, family: &FamilyId) -> Result<Vec<Answerer>> {
    let reachable: Vec<(CarerId, String)> = carers::table
        .filter(carers::family_id.eq(family))
        .filter(carers::email.is_not_null())
        .filter(carers::mail_allowed.eq(true))
        .filter(carers::confirmed_at.is_not_null())
        .order(carers::position)
        .select((carers::id, carers::email.assume_not_null()))
        .load(tx.conn())?;
    let ids = || reachable.iter().map(|(id, _)| id.as_str());
    let agreed: Vec<String> = answers::table
        .filter(answers::family_id.eq(family))
        .filter(answers::subject_id.eq_any(ids()))
        .filter(answers::question.eq(Question::FeedbackByEmail))
        .filter(answers::value.eq("yes"))
        .filter(answers::ended_at.is_null())
        .select(answers::subject_id)
        .load(tx.conn())?;
    let asked: Vec<(CarerId, Moment)> =
        feedback_asked::table.filter(feedback_asked::carer_id.eq_any(ids())).load(tx.conn())?;
    let answerer = |(carer, email): (CarerId, String)| Answerer {
        said_yes: agreed.iter().any(|id| id == carer.as_str()),
        asked_at: asked.iter().find(|(id, _)| *id == carer).map(|(_, at)| *at),
        carer,
        email,
    };
    Ok(reachable.iter().cloned().map(answerer).collect())
}

pub(crate) fn note_asked(tx: &mut Tx, carer: &CarerId, at: Moment) -> Result<()> {
    let known = diesel::update(feedback_asked::table.find(carer))
        .set(feedback_asked::asked_at.eq(at))
        .execute(tx.conn())?;
    if known > 0 {
        return Ok(());
    }
    diesel::insert_into(feedback_asked::table)
        .values((feedback_asked::carer_id.eq(carer), feedback_asked::asked_at.eq(at)))
        .run(tx)
}

pub(crate) fn of(
    tx: &mut Tx,
    family: &FamilyId,
    session: &SessionId,
) -> Result<Option<FeedbackRow>> {
    Ok(feedback::table
        .filter(feedback::family_id.eq(family))
        .filter(feedback::session_id.eq(session))
        .select(FeedbackRow::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn add(tx: &mut Tx, row: &FeedbackRow) -> Result<()> {
    diesel::insert_into(feedback::table).values(row).run(tx)
}

pub(crate) fn change(tx: &mut Tx, id: &FeedbackId, good: bool, at: Moment) -> Result<()> {
    diesel::update(feedback::table.find(id))
        .set((feedback::good.eq(good), feedback::answered_at.eq(at)))
        .run(tx)
}
