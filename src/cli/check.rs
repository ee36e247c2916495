//! `check`: looks for broken rules in the database. Read-only.

use std::process::ExitCode;

use super::outcome::{Failed, Where};
use crate::attendance::auditor::service as registers;
use crate::base::fault::Result;
use crate::bookings::auditor;
use crate::config::Sources;
use crate::db::Store;
use crate::reach::service::history;
use crate::reports::returns;
use crate::{audit, contacts};

/// The exit code when rules are broken.
const BROKEN: u8 = 2;

pub(super) fn run(place: &Where, sources: Sources) -> Result<ExitCode, Failed> {
    let broken = broken(&place.look(sources)?)?;
    for sentence in &broken {
        println!("{sentence}");
    }
    if broken.is_empty() {
        println!("No problems found.");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(BROKEN))
}

/// What every auditor finds, a sentence each; none where everything is as it must be.
pub fn broken(store: &Store) -> Result<Vec<String>> {
    let rows = [
        auditor::service::audit(store)?,
        registers::audit(store)?,
        contacts::auditor::service::audit(store)?,
        history::audit(store)?,
    ];
    let mut broken = audit::service::verify(store)?;
    broken.extend(rows.iter().flatten().map(ToString::to_string));
    broken.extend(returns::service::verify(store)?);
    Ok(broken)
}
