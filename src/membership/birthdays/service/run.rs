//! The birthdays of whole days, page by page: the service's own round, which catches up on every
//! day since it was last complete, and a day that somebody names. May run twice, late, and in
//! several processes at once.

use super::{PrintLine, celebrate, count, look};
use crate::access::Actor;
use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Store;
use crate::jobs;
use crate::membership::birthdays::judge::BirthdayRun;
use crate::membership::birthdays::{days, ending};
use chrono::{Days, NaiveDate, NaiveTime};

const NAME: &str = "birthdays";

/// How far back the first round looks.
const FIRST_LOOK: Days = Days::new(7);

/// Memberships ended in one transaction.
const ENDINGS_AT_ONCE: usize = 20;

/// What a day brought.
#[derive(Debug, Default)]
pub struct RunDone {
    pub lines: Vec<PrintLine>,
    pub memberships_ended: usize,
}

/// Reports the progress of a run: how many children were looked at, of how many.
pub type Tell<'a> = &'a mut dyn FnMut(usize, usize);

/// Every day since the last round, in order. A day counts as done only when it is over and all its
/// work is done, so wherever a round stops, the next continues from there.
pub fn round(store: &Store) -> Result<usize> {
    let now = store.clock().now();
    let (last, today) = (days::last_due(now), now.civil_day());
    let run = BirthdayRun::Round { today };
    let through = store.read(Actor::service(), |tx| jobs::store::last_run(tx, NAME))?;
    let first = through.map_or(today - FIRST_LOOK, |at| at.civil_day());

    for on in first.iter_days().take_while(|day| *day <= last) {
        round_of(store, on, run)?;
    }
    // The last day may bring more: it is looked at again until it is over.
    if first < last || through.is_none() {
        through_with(store, last)?;
    }
    Ok(0)
}

/// Records that every day before this one is done.
fn through_with(store: &Store, next: NaiveDate) -> Result<()> {
    let at = Moment::from(next.and_time(NaiveTime::MIN).and_utc());
    store.write(Actor::service(), move |tx| jobs::store::ran_until(tx, NAME, at))
}

fn round_of(store: &Store, on: NaiveDate, run: BirthdayRun) -> Result<()> {
    let mut after = Some(String::new());
    while let Some(from) = after {
        let page = store.read(Actor::service(), |tx| look(tx, on, run, &from))?;
        if !page.pending.is_empty() {
            write(store, on, run, page.pending)?;
        }
        after = page.next;
    }
    end_of_day(store, on, run).map(drop)
}

fn write(
    store: &Store,
    on: NaiveDate,
    run: BirthdayRun,
    children: Vec<ChildId>,
) -> Result<Vec<PrintLine>> {
    store.write(Actor::service(), move |tx| celebrate(tx, on, run, &children))
}

fn end_of_day(store: &Store, on: NaiveDate, run: BirthdayRun) -> Result<usize> {
    let found = store.read(Actor::service(), |tx| ending::service::candidates(tx, on))?;
    let mut ended = 0;
    for ids in found.chunks(ENDINGS_AT_ONCE) {
        let ids: Vec<FamilyId> = ids.to_vec();
        ended +=
            store.write(Actor::service(), move |tx| ending::service::end(tx, on, run, &ids))?;
    }
    Ok(ended)
}

/// The birthdays of one day that somebody named, not in the future.
pub fn on_day(store: &Store, on: NaiveDate, tell: Tell) -> Result<RunDone> {
    let run = BirthdayRun::Asked;
    let pages = |from: &str| store.read(Actor::service(), |tx| look(tx, on, run, from));
    let mut done = each_page(store, on, tell, pages, |page| {
        let mut children: Vec<ChildId> =
            page.lines.iter().map(|line| line.child_id.clone()).collect();
        children.dedup();
        if page.pending.is_empty() { Ok(page.lines) } else { write(store, on, run, children) }
    })?;
    done.memberships_ended = end_of_day(store, on, run)?;
    Ok(done)
}

/// Who would get what on a day, whenever it is. Changes nothing.
pub fn dry(store: &Store, on: NaiveDate, tell: Tell) -> Result<RunDone> {
    let pages =
        |from: &str| store.read(Actor::service(), |tx| look(tx, on, BirthdayRun::Asked, from));
    each_page(store, on, tell, pages, |page| Ok(page.lines))
}

fn each_page(
    store: &Store,
    on: NaiveDate,
    tell: Tell,
    mut page: impl FnMut(&str) -> Result<super::PrintPage>,
    mut of: impl FnMut(super::PrintPage) -> Result<Vec<PrintLine>>,
) -> Result<RunDone> {
    let all = store.read(Actor::service(), |tx| count(tx, on))?;
    let all = usize::try_from(all).unwrap_or_default();
    let mut done = RunDone::default();
    let mut seen = 0;
    let mut after = Some(String::new());
    while let Some(from) = after {
        let page = page(&from)?;
        after = page.next.clone();
        seen = if after.is_some() { (seen + super::PAGE_SIZE).min(all) } else { all };
        done.lines.extend(of(page)?);
        tell(seen, all);
    }
    Ok(done)
}
