//! The registers of a day that somebody may take: those of their centres, or handed over.

use crate::access::Act;
use crate::attendance::{handover, mark_log, register};
use crate::base::calendar::at_local;
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Planned};
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;
use std::collections::{BTreeMap, BTreeSet};

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

/// How many families are expected at a session, and how many of them or of others are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub expected: usize,
    pub marked: usize,
}

/// For each of these registers.
pub(crate) fn counted(tx: &mut Tx, of: &[OfDay]) -> Result<BTreeMap<SessionId, Counted>> {
    let seats: Vec<&SessionId> = of.iter().map(|one| one.planned.session.counted_at()).collect();
    let mut expected: BTreeMap<SessionId, usize> = BTreeMap::new();
    for seat in register::store::seats_taken(tx, &seats)? {
        *expected.entry(seat).or_default() += 1;
    }
    let ids: Vec<&SessionId> = of.iter().map(|one| &one.planned.session.id).collect();
    let mut marked: BTreeMap<SessionId, usize> = BTreeMap::new();
    for (session, _) in mark_log::store::families_marked(tx, &ids)? {
        *marked.entry(session).or_default() += 1;
    }
    let counted = |one: &OfDay| {
        let session = &one.planned.session;
        let of = |counts: &BTreeMap<SessionId, usize>, id| counts.get(id).copied().unwrap_or(0);
        let counted = Counted {
            expected: of(&expected, session.counted_at()),
            marked: of(&marked, &session.id),
        };
        (session.id.clone(), counted)
    };
    Ok(of.iter().map(counted).collect())
}
