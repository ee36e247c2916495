//! Sealing the log once a minute, and checking the seals.

use super::{SETTLED, Seal, store};
use crate::access::Actor;
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::db::{Store, Tx};
use chrono::SubsecRound;

/// Entries in one seal, at most.
const MOST: i64 = 5_000;

/// Seals what has settled; returns how many entries. The hash is also logged, out of reach of
/// anyone who rewrites the database.
pub fn seal(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let before = store::last_seal(tx)?;
    let after = before.as_ref().map_or("", |seal| seal.last.as_str());
    // Ids sort by the millisecond: a millisecond is sealed whole or not at all.
    let settled = Moment::from((now - SETTLED).utc().trunc_subsecs(3));
    let entries = store::entries_before(tx, after, settled, MOST)?;
    let Some(seal) = Seal::over(before.as_ref(), &entries, now) else {
        return Ok(0);
    };
    if !store::add_seal(tx, &seal)? {
        return Ok(0);
    }
    tracing::info!(number = seal.number, rows = seal.rows, hash = seal.hash, "audit sealed");
    Ok(entries.len())
}

/// Checks every seal; returns one sentence for each that does not hold.
pub fn verify(database: &Store) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    let mut before: Option<Seal> = None;
    loop {
        let number = before.as_ref().map_or(0, |seal| seal.number);
        let seals = database.read(Actor::service(), |tx| store::seals_after(tx, number, 100))?;
        if seals.is_empty() {
            return Ok(broken);
        }
        for seal in seals {
            let after = before.as_ref().map_or("", |seal| seal.last.as_str());
            let entries = database
                .read(Actor::service(), |tx| store::entries_between(tx, after, &seal.last))?;
            if !seal.holds(before.as_ref(), &entries) {
                broken.push(format!(
                    "audit seal {} does not hold: its {} entries from {} to {} are not those \
                     that were sealed at {} ({} are there now)",
                    seal.number,
                    seal.rows,
                    seal.first,
                    seal.last,
                    seal.sealed_at,
                    entries.len(),
                ));
            }
            before = Some(seal);
        }
    }
}
