//! One row of a list of head-counts, in one transaction: it is looked up, then recorded, replaced
//! or withdrawn. Sessions with a register here are refused: they are counted there.

use super::line::{self, HeadCountLine, Reading};
use super::{PastHeadCount, headings, store};
use crate::access::{Act, Scope};
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, FeedRunId, PastHeadCountId};
use crate::base::moment::Moment;
use crate::contacts::feed::service::line::refused;
use crate::contacts::feed::service::origin::named_centre;
use crate::contacts::feed::store as feeds;
use crate::db::Tx;
use crate::feeds::entry::UnfitEntry;
use crate::feeds::fields::FeedColumns;
use crate::feeds::mapping::Mapping;
use crate::feeds::service::plan::PlanRequest;
use crate::feeds::service::subject::{Became, FeedPlan, Subject};
use crate::feeds::{FeedKind, Outcome};
use crate::partners::agreements::{AgreementPurpose, Item};
use csv::StringRecord;
use std::collections::HashMap;

/// Lists of head-counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadCounts {
    /// The year for days that are written without one.
    pub year: Option<i32>,
}

/// Head-counts are the organisation's own: staff of the centre send them, and no partner.
pub(crate) fn may_import(tx: &mut Tx, asked: &PlanRequest) -> Result<()> {
    let own = || tx.actor().roles.iter().find_map(|held| held.centre.clone());
    let centre = asked.centre.clone().or_else(own);
    let scope = centre.as_ref().map_or_else(Scope::organisation, Scope::centre);
    tx.allow(Act::ImportHeadCounts, &scope, "centre")
}

impl Subject for HeadCounts {
    type Entry = HeadCountLine;
    /// Of rows that would be recorded: how many came.
    type Seen = HashMap<(CentreId, String), (i32, i32)>;

    fn kind(&self) -> FeedKind {
        FeedKind::HeadCounts
    }

    fn purpose(&self) -> AgreementPurpose {
        AgreementPurpose::Contacts
    }

    fn reading(&self) -> String {
        self.year.map(|year| year.to_string()).unwrap_or_default()
    }

    fn columns(
        &self,
        names: &[String],
        mapping: &Mapping,
        _: Option<&[Item]>,
    ) -> Result<FeedColumns> {
        headings::columns(names, mapping)
    }

    fn read(&self, plan: &FeedPlan, cells: &StringRecord) -> Result<HeadCountLine, UnfitEntry> {
        line::read(&Reading { columns: &plan.columns, year: self.year, today: plan.today }, cells)
    }

    fn work_off(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        run: &FeedRunId,
        entry: &HeadCountLine,
    ) -> Result<Became> {
        let found = match find(tx, plan, entry) {
            Ok(found) => found,
            Err(fault) => return refused(plan, fault),
        };
        let known = found.known.as_ref();
        if let Some(twice) = known.filter(|known| known.run_id == *run)
            && found.heads != (twice.adults, twice.children)
        {
            return refused(plan, twice_in_a_file());
        }
        let outcome = outcome(found.heads, known.map(|known| (known.adults, known.children)));
        if matches!(outcome, Outcome::Made | Outcome::Updated) {
            let now = tx.now();
            if let Some(known) = known {
                store::withdraw(tx, &known.id, now)?;
            }
            if found.heads != (0, 0) {
                store::add(tx, &found.count(run, entry, now))?;
            }
        }
        Ok((outcome, None))
    }

    fn try_out(
        &self,
        tx: &mut Tx,
        plan: &FeedPlan,
        seen: &mut Self::Seen,
        entry: &HeadCountLine,
    ) -> Result<Became> {
        let found = match find(tx, plan, entry) {
            Ok(found) => found,
            Err(fault) => return refused(plan, fault),
        };
        let key = (found.centre.clone(), entry.known_by());
        match seen.get(&key) {
            Some(before) if *before != found.heads => return refused(plan, twice_in_a_file()),
            Some(_) => return Ok((Outcome::Known, None)),
            None => {}
        }
        let known = found.known.as_ref().map(|known| (known.adults, known.children));
        let outcome = outcome(found.heads, known);
        if matches!(outcome, Outcome::Made | Outcome::Updated) {
            seen.insert(key, found.heads);
        }
        Ok((outcome, None))
    }
}

fn outcome(heads: (i32, i32), known: Option<(i32, i32)>) -> Outcome {
    match known {
        Some(known) if known == heads => Outcome::Known,
        Some(_) => Outcome::Updated,
        None if heads == (0, 0) => Outcome::LeftOut,
        None => Outcome::Made,
    }
}

/// A row with what is known of it.
struct FoundSession {
    centre: CentreId,
    activity: Option<feeds::Titled>,
    /// Adults and children.
    heads: (i32, i32),
    known: Option<PastHeadCount>,
}

impl FoundSession {
    fn count(&self, run: &FeedRunId, line: &HeadCountLine, now: Moment) -> PastHeadCount {
        PastHeadCount {
            id: PastHeadCountId::new(),
            run_id: run.clone(),
            centre_id: self.centre.clone(),
            activity_id: self.activity.as_ref().map(|activity| activity.id.clone()),
            title: line.title.clone(),
            venue: line.venue.clone(),
            on_day: line.on_day,
            starts: line.starts.clone(),
            adults: self.heads.0,
            children: self.heads.1,
            reference: line.known_by(),
            recorded_at: now,
            withdrawn_at: None,
        }
    }
}

/// Fault: what is wrong with the row, under a pointer.
fn find(tx: &mut Tx, plan: &FeedPlan, line: &HeadCountLine) -> Result<FoundSession> {
    let centre = centre(tx, plan, line)?;
    let activity = feeds::titled(tx, &centre, &line.title)?;
    if let Some(activity) = &activity
        && store::is_held(tx, &centre, (&activity.id, line.on_day))?
    {
        let detail = "This session is in our own registers. Enter how many came there.";
        return Err(Fault::invalid("/title", detail));
    }
    let heads = line.heads.told_apart(activity.as_ref().is_some_and(|one| one.adults_only));
    let known = store::standing(tx, &centre, &line.known_by())?;
    Ok(FoundSession { centre, activity, heads, known })
}

/// The centre that is named, else the one the list is for. A library is not a centre: it is a
/// venue.
fn centre(tx: &mut Tx, plan: &FeedPlan, line: &HeadCountLine) -> Result<CentreId> {
    let unknown = "There is no centre of this name. If the column holds places that are not \
                   centres, call it \"Venue\".";
    let other = "This belongs to another centre. Send it in a list for that centre.";
    let centre = named_centre(tx, plan, line.centre.as_deref(), (unknown, other))?;
    centre.ok_or_else(|| {
        let detail = "Name the centre whose work it was, or send the list for one.";
        Fault::invalid("/centre_id", detail)
    })
}

fn twice_in_a_file() -> Fault {
    let detail = "An earlier line has the same day, title and place, and another number. Add a \
                  column \"Time\" if there were two sessions, or remove one.";
    Fault::invalid("/title", detail)
}
