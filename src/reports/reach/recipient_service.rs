//! The report for whoever it is for: the exact one is counted first, and then what its profile does
//! not show is left out.

use super::asked::Asked;
use super::profile::{self, How};
use super::public::{Besides, PUBLIC_BY, public_moment};
use super::report::{Profile, ReachReport};
use super::{rows_store, service};
use crate::access::{Act, Scope};
use crate::db::Tx;
use crate::families;
use crate::fault::Fault;
use std::collections::BTreeSet;

pub fn report(tx: &mut Tx, asked: &Asked) -> Result<ReachReport, Fault> {
    let asked = match asked.profile {
        Profile::Exact | Profile::Partner => asked.clone(),
        Profile::Public => public(tx, asked)?,
    };
    let mut how = How { sensitive: sensitive(tx)?, rounding: asked.rounding };
    how.sensitive.extend(rows_store::sensitive_activities(tx)?);
    Ok(profile::profiled(service::report(tx, &asked)?, &how))
}

/// One for everybody: of the whole organisation, by whoever may see all of it.
fn public(tx: &mut Tx, asked: &Asked) -> Result<Asked, Fault> {
    let besides = Besides {
        centre: asked.centre.is_some(),
        known_at: asked.known_at.is_some(),
        measure: asked.window_months.is_some()
            || asked.threshold.is_some()
            || asked.age_bands.is_some(),
        by: asked.by.as_deref(),
        trend: asked.trend.is_some(),
    };
    let today = tx.today();
    let (as_at, known_at) = public_moment(asked.as_at, &besides, today)?;
    tx.allow(Act::SeeReports, &Scope::organisation(), "report")?;
    Ok(Asked {
        as_at: Some(as_at),
        known_at: Some(known_at),
        by: Some(PUBLIC_BY.to_vec()),
        ..asked.clone()
    })
}

/// Groups that only the exact report has.
pub fn sensitive(tx: &mut Tx) -> Result<BTreeSet<String>, Fault> {
    let groups = families::store::groups(tx)?.into_iter();
    Ok(groups.filter(|group| group.guarded).map(|group| group.code).collect())
}
