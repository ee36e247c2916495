//! Looking up things that can be guessed: after too many misses the caller must wait.

use super::origin::{count_under, wait};
use crate::access::attempts::Limit;
use crate::access::store::attempts;
use crate::base::fault::Result;
use crate::db::Tx;

/// Looks for something, unless this caller has missed too often. Finding it costs nothing.
pub(crate) fn look<T>(
    tx: &mut Tx,
    kind: &str,
    limit: Limit,
    find: impl FnOnce(&mut Tx) -> Result<Option<T>>,
) -> Result<Option<T>> {
    let caller = tx.actor().caller().map(str::to_owned);
    let Some(caller) = caller else { return find(tx) };
    let key = tx.keyed_hash("guesses", &format!("{kind}:{caller}"))?;
    let now = tx.now();
    if let Some(missed) = attempts::read(tx, &key)?
        && missed.failures >= limit.failures
        && now - missed.since < limit.window
    {
        return Err(wait(missed.since + limit.window, now));
    }
    let found = find(tx)?;
    if found.is_none() {
        count_under(tx, &key, limit)?;
    }
    Ok(found)
}
