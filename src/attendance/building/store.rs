//! Queries about what is on at a centre now, and where.

use crate::base::fault::Fault;
use crate::base::id::{CentreId, RoomId, SessionId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::schema::{rooms, sessions};
use diesel::prelude::*;
use std::collections::HashMap;

/// Sessions of a centre that end after a moment and begin before another, by their start.
pub fn on_between(
    tx: &mut Tx,
    centre: &CentreId,
    ends_after: Moment,
    starts_before: Moment,
) -> Result<Vec<SessionId>, Fault> {
    Ok(sessions::table
        .filter(sessions::centre_id.eq(centre.as_str()))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::ends_at.gt(ends_after))
        .filter(sessions::starts_at.lt(starts_before))
        .order((sessions::starts_at, sessions::id))
        .select(sessions::id)
        .load(tx.conn())?)
}

/// What rooms are called.
pub fn room_names(tx: &mut Tx, ids: &[RoomId]) -> Result<HashMap<RoomId, String>, Fault> {
    let ids: Vec<&str> = ids.iter().map(RoomId::as_str).collect();
    let rows: Vec<(RoomId, String)> = rooms::table
        .filter(rooms::id.eq_any(ids))
        .select((rooms::id, rooms::name))
        .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}
