//! Changing the signing keys when it is time. Several processes may do this at once: the database
//! allows one current and one next key, so one process wins and the others read what it did.

use crate::access::keys::{KeyState, KeyStep, Ring, Schedule, StoredKey, due};
use crate::access::wrapping::WrappingKey;
use crate::access::{Actor, store};
use crate::base::fault::Result;
use crate::db::{Store, Tx};

pub(crate) fn ring(store: &Store, schedule: Schedule, wrapping: &WrappingKey) -> Result<Ring> {
    let read = store.read(Actor::service(), |tx| Ok((store::keys::all(tx)?, tx.now())))?;
    let (keys, now) = read;
    let keys = if due(&keys, now, schedule).is_empty() {
        keys
    } else {
        let own = wrapping.clone();
        store.write(Actor::service(), move |tx| change(tx, schedule, &own))?
    };
    Ring::new(&keys, wrapping, now)
}

fn change(tx: &mut Tx, schedule: Schedule, wrapping: &WrappingKey) -> Result<Vec<StoredKey>> {
    tx.alone("signing_keys")?;
    let now = tx.now();
    let keys = store::keys::all(tx)?;

    for step in due(&keys, now, schedule) {
        match step {
            KeyStep::Make(state) => {
                store::keys::add(tx, &StoredKey::random(state, now, wrapping)?)?;
            }
            KeyStep::Promote { next, current } => {
                store::keys::set_state(tx, &current, KeyState::Retired, now)?;
                store::keys::set_state(tx, &next, KeyState::Current, now)?;
            }
            KeyStep::Forget(kid) => store::keys::forget(tx, &kid)?,
        }
    }
    store::keys::all(tx)
}
