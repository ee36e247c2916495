//! A question about many keys, asked in a few statements.

use super::Tx;
use crate::base::fault::Result;

/// Keys in one statement, far fewer than either database takes.
const KEYS_TOGETHER: usize = 1_000;

/// What a query finds for many keys, in their order: it is asked for a thousand of them at a time.
pub(crate) fn in_chunks<K, T>(
    tx: &mut Tx,
    keys: &[K],
    mut query: impl FnMut(&mut Tx, &[K]) -> Result<Vec<T>>,
) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for some in keys.chunks(KEYS_TOGETHER) {
        found.extend(query(tx, some)?);
    }
    Ok(found)
}
