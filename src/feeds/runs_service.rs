//! Which files somebody may look into.

use super::{DoneLine, Run, store};
use crate::access::{Act, Scope};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::FeedRunId;

/// Those this caller may see, the newest first.
pub fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Run>, Fault> {
    let centres = tx.actor().reach(Act::SeeFeeds).centres();
    store::runs(tx, centres.as_deref(), after, rows)
}

/// One, with the lines that are done.
pub fn run(tx: &mut Tx, id: &FeedRunId) -> Result<(Run, Vec<DoneLine>), Fault> {
    let run = store::run(tx, id)?;
    let scope = run.centre_id.as_ref().map_or_else(Scope::organisation, Scope::centre);
    tx.allow(Act::SeeFeeds, &scope, "feed")?;
    let lines = store::lines(tx, id)?;
    Ok((run, lines))
}
