//! The registers of a day that somebody may take: those of their centres, or handed over.

use crate::access::Act;
use crate::attendance::{handover, register};
use crate::base::calendar::at_local;
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Planned};
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;
use std::collections::BTreeSet;

/// A session of the day, and whether its register is complete.
#[derive(Clone, Debug)]
pub(crate) struct OfDay {
    pub planned: Planned,
    pub complete: bool,
}

/// More sessions than a borough has on one day.
const MOST: i64 = 500;

/// By their start; what was cancelled has no register.
pub(crate) fn registers(tx: &mut Tx, day: NaiveDate) -> Result<Vec<OfDay>> {
    let reach = tx.actor().reach(Act::SeeRegister);
    let handed: BTreeSet<SessionId> = match tx.actor().account_id.clone() {
        Some(account) => handover::store::sessions_of(tx, &account)?.into_iter().collect(),
        None => BTreeSet::new(),
    };
    let now = tx.now();
    let midnight = |day: NaiveDate| Moment::from(at_local(day, NaiveTime::MIN, London));
    let filter = SessionFilter {
        from: Some(midnight(day)),
        to: Some(midnight(day + Days::new(1))),
        announced: true,
        rows: MOST,
        ..SessionFilter::default()
    };
    let mut planned = sessions::store::list(tx, &filter)?;
    planned.retain(|of| {
        let session = &of.session;
        let ours = reach.everywhere || reach.centres.contains(&session.centre_id);
        let lent = handed.contains(&session.id) && now < session.ends_at;
        session.cancelled_at.is_none() && (ours || lent)
    });
    let ids: Vec<&SessionId> = planned.iter().map(|of| &of.session.id).collect();
    let complete = register::store::completed_of(tx, &ids)?;
    let of_day = planned
        .into_iter()
        .map(|planned| OfDay { complete: complete.contains(&planned.session.id), planned });
    Ok(of_day.collect())
}
