//! `check`: looks for broken rules in the database. Read-only.

use std::process::ExitCode;

use super::outcome::{Failed, Outcome, Where};
use crate::attendance::auditor::service as registers;
use crate::audit;
use crate::base::clock::Clock;
use crate::bookings::auditor;
use crate::config::{Database, Sources};
use crate::contacts;
use crate::db::Store;
use crate::reach::service::history;
use crate::serve::wiring::options;

/// The exit code when rules are broken.
const BROKEN: u8 = 2;

pub fn run(place: &Where, mut sources: Sources) -> Outcome {
    place.tell(&mut sources);
    let database = Database::load(&sources)?;
    let store = Store::look(&options(&database), Clock::system())?;

    let mut broken = audit::service::verify(&store)?;
    let rows = [
        auditor::service::audit(&store),
        registers::audit(&store),
        contacts::auditor::service::audit(&store),
        history::audit(&store),
    ];
    for rows in rows {
        let rows = rows.map_err(|fault| Failed(fault.to_string()))?;
        broken.extend(rows.iter().map(ToString::to_string));
    }
    let returns = crate::reports::returns::service::verify(&store);
    broken.extend(returns.map_err(|fault| Failed(fault.to_string()))?);
    for sentence in &broken {
        println!("{sentence}");
    }
    if broken.is_empty() {
        println!("No problems found.");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(BROKEN))
}
