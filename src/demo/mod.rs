//! A realistic borough to try everything with, created once in an empty database, in one
//! transaction, through the ordinary services; and one sign-in per role, written to the data
//! folder.

mod accounts;
mod areas;
pub mod borough;
pub mod crowd;
mod fill;
mod members;
mod past;
pub(crate) mod people;
mod story;

use crate::access::service::Gate;
use crate::access::{Actor, Role};
use crate::base::fault::Result;
use crate::db::Store;
use std::path::Path;
use std::sync::Arc;

pub use accounts::{FILE, SignIn};

/// What the demo starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// Its sessions, families and bookings from today on.
    Borough,
    /// Also with the year before: who came, and what was reported.
    Lived,
    /// Only the administrator.
    Empty,
}

/// A start of the demo.
pub struct Start<'a> {
    /// The data folder, where `demo.json` is written.
    pub data: &'a Path,
    /// Where the service will answer.
    pub base_url: &'a str,
    pub contents: Contents,
}

/// Fills an empty database, leaves any other as it is, and writes `demo.json`. Returns the
/// sign-ins, or one sentence about what went wrong.
pub fn prepare(store: &Store, gate: &Arc<Gate>, start: &Start) -> Result<Vec<SignIn>, String> {
    let sign_ins = accounts::all(&accounts::read(start.data)?);
    let there = fill_once(store, gate, &sign_ins, start.contents)
        .map_err(|fault| format!("The demo cannot be filled: {}", fault.for_log()))?;
    if start.contents == Contents::Lived {
        past::fill(store)
            .map_err(|fault| format!("The demo's past cannot be filled: {}", fault.for_log()))?;
    }
    accounts::write(start.data, start.base_url, &there)?;
    Ok(there)
}

/// Returns the sign-ins that have accounts afterwards.
fn fill_once(
    store: &Store,
    gate: &Arc<Gate>,
    sign_ins: &[SignIn],
    contents: Contents,
) -> Result<Vec<SignIn>> {
    let (gate, logins) = (Arc::clone(gate), sign_ins.to_vec());
    store.write(Actor::service(), move |tx| {
        if accounts::none_yet(tx, &logins)? {
            match contents {
                Contents::Borough | Contents::Lived => fill::borough(tx, &gate, &logins)?,
                Contents::Empty => {
                    let plain = accounts::DemoPlace::default();
                    accounts::add(tx, &gate, &logins, Role::Administrator, &plain)?;
                }
            }
        }
        accounts::keep_passwords(tx, &gate, &logins)
    })
}
