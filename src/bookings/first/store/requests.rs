//! Queries about requests from people who have not signed in, and about who an address belongs to.

use crate::base::fault::Result;
use crate::base::id::{CentreId, JoinRequestId};
use crate::base::literal::Literal;
use crate::base::moment::Moment;
use crate::bookings::first::JoinRequest;
use crate::db::schema::{join_requests, outbox};
use crate::db::{Run, Tx};
use diesel::prelude::*;
use diesel::sql_types::Text;

pub(crate) fn add(tx: &mut Tx, request: &JoinRequest) -> Result<()> {
    diesel::insert_into(join_requests::table).values(request).run(tx)
}

pub(crate) fn request(tx: &mut Tx, id: &JoinRequestId) -> Result<Option<JoinRequest>> {
    Ok(join_requests::table
        .find(id.as_str())
        .select(JoinRequest::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The request, locked.
pub(crate) fn locked(tx: &mut Tx, id: &JoinRequestId) -> Result<Option<JoinRequest>> {
    tx.lock(|conn| {
        diesel::update(join_requests::table.find(id.as_str()))
            .set(join_requests::code_tries.eq(join_requests::code_tries))
            .execute(conn)
            .map(drop)
    })?;
    request(tx, id)
}

pub(crate) fn count_try(tx: &mut Tx, id: &JoinRequestId) -> Result<()> {
    diesel::update(join_requests::table.find(id.as_str()))
        .set(join_requests::code_tries.eq(join_requests::code_tries + 1))
        .run(tx)
}

/// The request was done, and what was typed is no longer kept here.
pub(crate) fn done(tx: &mut Tx, id: &JoinRequestId, outcome: &str, at: Moment) -> Result<()> {
    diesel::update(join_requests::table.find(id.as_str()))
        .set((
            join_requests::sealed.eq(None::<String>),
            join_requests::outcome.eq(outcome),
            join_requests::done_at.eq(at),
        ))
        .run(tx)
}

pub(crate) fn remove(tx: &mut Tx, id: &JoinRequestId) -> Result<()> {
    diesel::delete(join_requests::table.find(id.as_str())).run(tx)
}

/// Requests to ring about, by id: of these centres, and those without a centre.
pub(crate) fn to_ring(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    now: Moment,
    (after, rows): (&str, i64),
) -> Result<Vec<JoinRequest>> {
    let mut found = join_requests::table
        .filter(join_requests::to_ring.eq(true))
        .filter(join_requests::done_at.is_null())
        .filter(join_requests::ends_at.gt(now))
        .filter(join_requests::id.gt(after))
        .order(join_requests::id)
        .limit(rows)
        .select(JoinRequest::as_select())
        .into_boxed();
    if let Some(centres) = centres {
        let centres = centres.to_vec();
        found = found.filter(
            join_requests::centre_id.is_null().or(join_requests::centre_id.eq_any(centres)),
        );
    }
    Ok(found.load(tx.conn())?)
}

/// Forgets requests that were never confirmed, and the results of the rest, once their time is
/// over.
pub(crate) fn forget(tx: &mut Tx, now: Moment) -> Result<usize> {
    Ok(diesel::delete(join_requests::table.filter(join_requests::ends_at.le(now)))
        .execute(tx.conn())?)
}

/// Requests whose text was given up or did not arrive since a moment.
pub(crate) fn not_texted(tx: &mut Tx, since: Moment) -> Result<Vec<JoinRequestId>> {
    let text: Literal<Text> = Literal::of("text");
    let failed = ["failed_permanently", "failed_for_now", "technical"];
    let failed = outbox::delivery.eq_any(failed).assume_not_null();
    let keys: Vec<String> = outbox::table
        .filter(outbox::channel.eq(text))
        .filter(outbox::ended_at.ge(since))
        .filter(outbox::kind.eq("confirm_join"))
        .filter(outbox::state.eq("dead").or(failed))
        .select(outbox::dedupe)
        .load(tx.conn())?;
    let ids = keys.iter().filter_map(|key| key.strip_prefix("confirm_join:"));
    Ok(ids.map(JoinRequestId::from).collect())
}

/// Of these, those that are not done yet are to be rung about.
pub(crate) fn to_be_rung(tx: &mut Tx, ids: &[JoinRequestId]) -> Result<usize> {
    if ids.is_empty() {
        return Ok(0);
    }
    let open = join_requests::table
        .filter(join_requests::id.eq_any(ids.to_vec()))
        .filter(join_requests::to_ring.eq(false))
        .filter(join_requests::done_at.is_null());
    Ok(diesel::update(open)
        .set((join_requests::to_ring.eq(true), join_requests::code_hash.eq(None::<String>)))
        .execute(tx.conn())?)
}
