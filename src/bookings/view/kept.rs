//! Sessions as they stand, kept in memory by their marks: a standing is true while nothing was
//! decided about its session, the generation is the same, and time has not changed it. Whoever
//! finds one reads the mark in the transaction that it vouches for.

use super::work_out::{Figures, WorkedOut, work_out};
use super::{SessionStanding, Sight};
use crate::base::fault::{Fault, Result};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::centres::Venue;
use crate::db::Tx;
use crate::sessions::{self, Mark, Planned};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A session as it stands for a while, with its line brought up to that time.
pub(crate) struct Standing {
    pub mark: Mark,
    pub planned: Planned,
    pub venue: Option<Venue>,
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
    pub(super) fn seen_by(self: &Arc<Self>, sight: Sight) -> SessionStanding {
        let figures = match sight {
            Sight::Staff | Sight::Desk => self.counted,
            Sight::Professional | Sight::Family => self.told,
        };
        SessionStanding { standing: self.clone(), figures, is_own: false }
    }

    fn is_true(&self, mark: &Mark, now: Moment) -> bool {
        self.mark == *mark && self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

/// Standings in each half of what is kept: of all sessions that a borough has on in two months.
const HALF: usize = 1_000;

/// What is kept. When one half is full the other is forgotten, so that what is asked for stays.
#[derive(Default)]
struct Standings(Mutex<Halves>);

#[derive(Default)]
struct Halves {
    recent: HashMap<SessionId, Arc<Standing>>,
    older: HashMap<SessionId, Arc<Standing>>,
}

impl Halves {
    fn find(&mut self, id: &SessionId) -> Option<Arc<Standing>> {
        if let Some(found) = self.recent.get(id) {
            return Some(found.clone());
        }
        let found = self.older.remove(id)?;
        self.keep(found.clone());
        Some(found)
    }

    fn keep(&mut self, standing: Arc<Standing>) {
        if self.recent.len() >= HALF {
            self.older = std::mem::take(&mut self.recent);
        }
        self.recent.insert(standing.mark.id.clone(), standing);
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

/// The marked sessions as they stand now, in the same order.
pub(super) fn standings(tx: &mut Tx, marks: &[Mark]) -> Result<Vec<Arc<Standing>>> {
    let found = find(tx, marks);
    let missing: Vec<&Mark> =
        marks.iter().zip(&found).filter(|(_, known)| known.is_none()).map(|(mark, _)| mark).collect();
    if missing.is_empty() {
        return Ok(found.into_iter().flatten().collect());
    }

    let ids: Vec<SessionId> = missing.iter().map(|mark| mark.id.clone()).collect();
    let planned = sessions::store::planned_of(tx, &ids)?;
    let mut planned: HashMap<SessionId, Planned> =
        planned.into_iter().map(|one| (one.session.id.clone(), one)).collect();
    let missing = missing.into_iter().filter_map(|mark| Some((mark.clone(), planned.remove(&mark.id)?)));
    let mut made = work_out_and_keep(tx, missing.collect())?.into_iter();
    let all = found.into_iter().map(|known| known.or_else(|| made.next()));
    let all: Option<Vec<_>> = all.collect();
    all.ok_or_else(|| Fault::internal("a session that was marked is gone"))
}

/// Works out how sessions stand, and keeps it where what was read is committed.
pub(super) fn work_out_and_keep(
    tx: &mut Tx,
    sessions: Vec<(Mark, Planned)>,
) -> Result<Vec<Arc<Standing>>> {
    let now = tx.now();
    let (marks, planned): (Vec<Mark>, Vec<Planned>) = sessions.into_iter().unzip();
    let worked_out = work_out(tx, planned)?;
    let standing = |(mark, made): (Mark, WorkedOut)| {
        let WorkedOut { planned, venue, counted, told, until } = made;
        Arc::new(Standing { mark, planned, venue, counted, told, from: now, until })
    };
    let made: Vec<_> = marks.into_iter().zip(worked_out).map(standing).collect();
    if let Some(kept) = tx.memory::<Standings>() {
        let mut kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter().for_each(|standing| kept.keep(standing.clone()));
    }
    Ok(made)
}
