//! The report for its recipient: the exact report is made first, then everything its profile does
//! not show is removed.

use crate::access::{Act, Scope};
use crate::base::fault::Result;
use crate::db::Tx;
use crate::reach::settings::ReachSettings;
use crate::reports::reach::asked::ReachRequest;
use crate::reports::reach::fixed::{PARTNER_BY, fixed_moment};
use crate::reports::reach::profile::{self, How};
use crate::reports::reach::report::{Profile, ReachReport};
use crate::reports::reach::service;
use crate::{families, settings};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

pub fn report(tx: &mut Tx, asked: &ReachRequest) -> Result<ReachReport> {
    if asked.profile == Profile::Exact {
        return service::report(tx, asked);
    }
    let fixed = fixed(tx, asked)?;
    let how = How { sensitive: sensitive(tx)?, rounding: asked.rounding };
    let limit = settings::store::read::<ReachSettings>(tx)?.protect_seconds;
    let (report, makeup) = service::with_makeup(tx, &fixed)?;
    let begun = Instant::now();
    let late = || begun.elapsed() >= Duration::from_secs(u64::from(limit));
    Ok(profile::profiled(report, &makeup, &how, &late))
}

/// One report for everybody, for the whole organisation; only a caller who may see all of it can
/// make it. It is counted the same way for partners and the public, so that the two are protected
/// as one.
fn fixed(tx: &mut Tx, asked: &ReachRequest) -> Result<ReachRequest> {
    let (as_at, known_at) = fixed_moment(asked, tx.today())?;
    tx.allow(Act::SeeReports, &Scope::organisation(), "report")?;
    Ok(ReachRequest {
        as_at: Some(as_at),
        known_at: Some(known_at),
        by: Some(PARTNER_BY.to_vec()),
        ..asked.clone()
    })
}

/// Groups that are only in the exact report.
pub fn sensitive(tx: &mut Tx) -> Result<BTreeSet<String>> {
    let groups = families::store::groups(tx)?.into_iter();
    Ok(groups.filter(|group| group.guarded).map(|group| group.code).collect())
}
