//! Queries about signing keys.

use crate::access::keys::{KeyState, StoredKey};
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::db::schema::signing_keys;
use crate::db::{Run, Tx};
use diesel::prelude::*;

pub(crate) fn all(tx: &mut Tx) -> Result<Vec<StoredKey>> {
    let rows: Vec<(String, KeyState, String, String, Moment)> = signing_keys::table
        .select((
            signing_keys::kid,
            signing_keys::state,
            signing_keys::public_key,
            signing_keys::wrapped_key,
            signing_keys::changed_at,
        ))
        .order(signing_keys::created_at)
        .load(tx.conn())?;
    let keys = rows.into_iter().map(|(kid, state, public_key, wrapped_key, changed_at)| {
        StoredKey { kid, state, public_key, wrapped_key, changed_at }
    });
    Ok(keys.collect())
}

pub(crate) fn add(tx: &mut Tx, key: &StoredKey) -> Result<()> {
    diesel::insert_into(signing_keys::table)
        .values((
            signing_keys::kid.eq(&key.kid),
            signing_keys::state.eq(key.state),
            signing_keys::public_key.eq(&key.public_key),
            signing_keys::wrapped_key.eq(&key.wrapped_key),
            signing_keys::created_at.eq(key.changed_at),
            signing_keys::changed_at.eq(key.changed_at),
        ))
        .run(tx)
}

pub(crate) fn set_state(tx: &mut Tx, kid: &str, state: KeyState, now: Moment) -> Result<()> {
    diesel::update(signing_keys::table.find(kid))
        .set((signing_keys::state.eq(state), signing_keys::changed_at.eq(now)))
        .run(tx)
}

pub(crate) fn forget(tx: &mut Tx, kid: &str) -> Result<()> {
    diesel::delete(signing_keys::table.find(kid)).run(tx)
}
