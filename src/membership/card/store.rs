//! Queries about card keys and what centres offer.

use crate::access::keys::{KeyState, StoredKey};
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::db::schema::{card_keys, centre_offers};
use crate::db::{Run, Tx};
use diesel::prelude::*;

pub(crate) fn keys(tx: &mut Tx) -> Result<Vec<StoredKey>> {
    let rows: Vec<(String, String, String, Moment)> = card_keys::table
        .order(card_keys::created_at)
        .select((
            card_keys::kid,
            card_keys::public_key,
            card_keys::wrapped_key,
            card_keys::created_at,
        ))
        .load(tx.conn())?;
    let keys = rows.into_iter().map(|(kid, public_key, wrapped_key, changed_at)| StoredKey {
        state: KeyState::Current,
        kid,
        public_key,
        wrapped_key,
        changed_at,
    });
    Ok(keys.collect())
}

pub(crate) fn add_key(tx: &mut Tx, key: &StoredKey) -> Result<()> {
    diesel::insert_into(card_keys::table)
        .values((
            card_keys::kid.eq(&key.kid),
            card_keys::public_key.eq(&key.public_key),
            card_keys::wrapped_key.eq(&key.wrapped_key),
            card_keys::created_at.eq(key.changed_at),
        ))
        .run(tx)
}

/// The lines of a centre's offer; none if it has none.
pub(crate) fn offer(tx: &mut Tx, centre: &CentreId) -> Result<Vec<String>> {
    let kept: Option<String> = centre_offers::table
        .find(centre.as_str())
        .select(centre_offers::text_lines)
        .first(tx.conn())
        .optional()?;
    Ok(kept.unwrap_or_default().lines().map(str::to_owned).collect())
}

pub(crate) fn save_offer(
    tx: &mut Tx,
    centre: &CentreId,
    lines: &[String],
    now: Moment,
) -> Result<()> {
    diesel::delete(centre_offers::table.find(centre.as_str())).execute(tx.conn())?;
    diesel::insert_into(centre_offers::table)
        .values((
            centre_offers::centre_id.eq(centre.as_str()),
            centre_offers::text_lines.eq(lines.join("\n")),
            centre_offers::changed_at.eq(now),
        ))
        .run(tx)
}
