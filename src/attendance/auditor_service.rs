//! What must always hold for registers: everyone who came has a contact, and nobody else does.

use super::auditor_store;
use crate::base::fault::Fault;
use crate::base::id::SessionId;
use crate::bookings::auditor::Broken;
use crate::db::Store;
use std::collections::BTreeMap;

/// The sessions whose contacts do not match their marks; empty when all is well.
pub fn audit(database: &Store) -> Result<Vec<Broken>, Fault> {
    database.read(crate::access::Actor::service(), |tx| {
        let mut broken = Vec::new();
        for adults_only in [false, true] {
            let here: BTreeMap<SessionId, i64> =
                auditor_store::here(tx, adults_only)?.into_iter().collect();
            let met = auditor_store::met(tx, adults_only)?;
            let met: BTreeMap<SessionId, i64> =
                met.into_iter().filter_map(|(id, count)| Some((id?, count))).collect();
            let count = |of: &BTreeMap<SessionId, i64>, id| of.get(id).copied().unwrap_or(0);
            let mut ids: Vec<&SessionId> = here.keys().chain(met.keys()).collect();
            ids.sort();
            ids.dedup();
            for id in ids {
                let (here, met) = (count(&here, id), count(&met, id));
                if here != met {
                    broken.push(differs(id, here, met));
                }
            }
        }
        Ok(broken)
    })
}

fn differs(session: &SessionId, here: i64, met: i64) -> Broken {
    Broken {
        rule: "everyone who came has a contact, and nobody else does",
        subject: session.to_string(),
        detail: format!("{here} are marked as here, but there are {met} contacts"),
    }
}
