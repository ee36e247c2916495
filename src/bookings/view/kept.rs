//! Sessions as they stand, kept in memory by their marks: a standing is true while nothing was
//! decided about its session, the generation is the same, and time has not changed it. Whoever
//! finds one reads the mark in the transaction that it vouches for.

use super::work_out::{Figures, WorkedOut, work_out};
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::base::recent::Recent;
use crate::db::Tx;
use crate::sessions::{self, Mark, Planned};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A session as it stands for a while, with its line brought up to that time.
pub(crate) struct Standing {
    pub mark: Mark,
    pub planned: Planned,
    /// For staff and the desk.
    pub counted: Figures,
    /// For partners and families: referrals that brought no party count as parties.
    pub told: Figures,
    /// From the moment at which it was worked out.
    from: Moment,
    /// Until time alone changes a figure; `None` where it never does.
    pub until: Option<Moment>,
}

impl Standing {
    fn is_true(&self, mark: &Mark, now: Moment) -> bool {
        self.mark == *mark && self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

/// Half the standings that are kept: all sessions that a borough has on in two months.
const HALF: usize = 1_000;

/// What is kept, by session.
struct Standings(Mutex<Recent<SessionId, Arc<Standing>>>);

impl Default for Standings {
    fn default() -> Standings {
        Standings(Mutex::new(Recent::new(HALF)))
    }
}

/// Those of the marked sessions whose standing is known, each at the place of its mark.
pub(super) fn find(tx: &mut Tx, marks: &[Mark]) -> Vec<Option<Arc<Standing>>> {
    let Some(kept) = tx.memory::<Standings>() else { return vec![None; marks.len()] };
    let now = tx.now();
    let mut kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
    let known = |mark: &Mark| kept.find(&mark.id).filter(|one| one.is_true(mark, now));
    marks.iter().map(known).collect()
}

/// Those of the marked sessions that fit, as they stand now and in the same order.
pub(super) fn standings(
    tx: &mut Tx,
    marks: &[Mark],
    fits: impl Fn(&Planned) -> bool,
) -> Result<Vec<Arc<Standing>>> {
    let found = find(tx, marks);
    let unknown = marks.iter().zip(&found).filter(|(_, known)| known.is_none());
    let unknown: Vec<&Mark> = unknown.map(|(mark, _)| mark).collect();
    let mut made: HashMap<SessionId, Arc<Standing>> = HashMap::new();
    if !unknown.is_empty() {
        let ids: Vec<SessionId> = unknown.iter().map(|mark| mark.id.clone()).collect();
        let planned = sessions::store::planned_of(tx, &ids)?.into_iter().filter(&fits);
        let mut planned: HashMap<SessionId, Planned> =
            planned.map(|one| (one.session.id.clone(), one)).collect();
        let marked = |mark: &Mark| Some((mark.clone(), planned.remove(&mark.id)?));
        let marked = unknown.into_iter().filter_map(marked).collect();
        let worked_out = work_out_and_keep(tx, marked)?.into_iter();
        made.extend(worked_out.map(|standing| (standing.mark.id.clone(), standing)));
    }
    let standing = |(mark, known): (&Mark, Option<Arc<Standing>>)| match known {
        Some(known) => Some(known).filter(|known| fits(&known.planned)),
        None => made.remove(&mark.id),
    };
    Ok(marks.iter().zip(found).filter_map(standing).collect())
}

/// Works out how sessions stand, and keeps it where what was read is committed.
pub(super) fn work_out_and_keep(
    tx: &mut Tx,
    sessions: Vec<(Mark, Planned)>,
) -> Result<Vec<Arc<Standing>>> {
    if sessions.is_empty() {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let (marks, planned): (Vec<Mark>, Vec<Planned>) = sessions.into_iter().unzip();
    let worked_out = work_out(tx, planned)?;
    let standing = |(mark, made): (Mark, WorkedOut)| {
        let WorkedOut { planned, counted, told, until } = made;
        Arc::new(Standing { mark, planned, counted, told, from: now, until })
    };
    let made: Vec<_> = marks.into_iter().zip(worked_out).map(standing).collect();
    if let Some(kept) = tx.memory::<Standings>() {
        let mut kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter().for_each(|standing| kept.keep(standing.mark.id.clone(), standing.clone()));
    }
    Ok(made)
}
