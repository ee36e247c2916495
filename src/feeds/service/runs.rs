//! Which files a caller may see.

use crate::access::{Act, Scope};
use crate::base::fault::Result;
use crate::base::id::FeedRunId;
use crate::db::Tx;
use crate::feeds::{DoneLine, FeedRun, store};

/// Files this caller may see, newest first.
pub(crate) fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<FeedRun>> {
    let centres = tx.actor().reach(Act::SeeFeeds).centres();
    store::runs(tx, centres.as_deref(), after, rows)
}

/// One file, with its processed lines.
pub(crate) fn run(tx: &mut Tx, id: &FeedRunId) -> Result<(FeedRun, Vec<DoneLine>)> {
    let run = store::run(tx, id)?;
    let scope = run.centre_id.as_ref().map_or_else(Scope::organisation, Scope::centre);
    tx.allow(Act::SeeFeeds, &scope, "feed")?;
    let lines = store::lines(tx, id)?;
    Ok((run, lines))
}
