//! `check`: what must never be, looked for without changing anything.

use std::process::ExitCode;

use super::{Outcome, Where};
use crate::app::options;
use crate::attendance::auditor_service as registers;
use crate::audit;
use crate::bookings::auditor;
use crate::clock::Clock;
use crate::config::{Database, Sources};
use crate::contacts;
use crate::db::Store;
use crate::fault::Fault;
use crate::reach::history_service;
use crate::reports::returns;

/// The exit code that says that the database is not as it must be.
const BROKEN: u8 = 2;

pub fn run(place: &Where, mut sources: Sources) -> Outcome {
    place.tell(&mut sources);
    let database = Database::load(&sources)?;
    let store = Store::look(&options(&database), Clock::system())?;

    let broken = broken(&store)?;
    for sentence in &broken {
        println!("{sentence}");
    }
    if broken.is_empty() {
        println!("Everything is as it must be.");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(BROKEN))
}

/// What every auditor finds, a sentence each; none where everything is as it must be.
pub fn broken(store: &Store) -> Result<Vec<String>, Fault> {
    let rows = [
        auditor::service::audit(store)?,
        registers::audit(store)?,
        contacts::auditor_service::audit(store)?,
        history_service::audit(store)?,
    ];
    let mut broken = audit::service::verify(store)?;
    broken.extend(rows.iter().flatten().map(ToString::to_string));
    broken.extend(returns::service::verify(store)?);
    Ok(broken)
}
