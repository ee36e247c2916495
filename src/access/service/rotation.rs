//! Signing keys change before anybody notices.

use super::Gate;
use super::keys::ring;
use crate::access::keys::Schedule;
use crate::base::fault::Result;
use crate::db::Store;
use std::sync::Arc;

/// Does what is due and reloads the keys; once a minute.
pub fn rotate(store: &Store, gate: &Arc<Gate>) -> Result<()> {
    let schedule = Schedule::for_tokens(gate.settings.access);
    gate.replace_ring(ring(store, schedule, &gate.settings.wrapping)?);
    Ok(())
}
