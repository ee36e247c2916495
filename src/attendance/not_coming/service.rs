//! After each register is complete, looks at the families that did not come. A correction made on
//! the same day is heard first.

use super::NotComingTold;
use super::run::{AbsenceRun, MissedDate, RunOutcome, run};
use super::store::{self, MissedSession, NotComingAnswer};
use crate::attendance::Mark;
use crate::attendance::settings::store::of_activities;
use crate::attendance::settings::{AttendanceSettings, Counting, OfActivity, Often};
use crate::audit::Event;
use crate::base::calendar::{at_local, local_day};
use crate::base::fault::Result;
use crate::base::id::{ActivityId, FamilyId, NotComingId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::telling::service::address_of;
use crate::centres::Centre;
use crate::db::Tx;
use crate::families::store::tasks;
use crate::families::{self, Family, TaskKind};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{CentreFacts, Message, NotComing};
use crate::{jobs, sessions, settings};
use chrono::{Days, NaiveTime, TimeDelta, Timelike};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// How long after a register was completed it is looked at.
pub(crate) const HEARD_FIRST: TimeDelta = TimeDelta::hours(12);

/// Asks the families that have missed too much. Returns how many.
pub fn ask(tx: &mut Tx) -> Result<usize> {
    let (since, now) = jobs::store::since_last_run(tx, "not_coming")?;
    let rules = Rules::read(tx)?;
    if rules.are_off() {
        return Ok(0);
    }
    let mut asked = 0;
    for session in store::completed(tx, since - HEARD_FIRST, now - HEARD_FIRST)? {
        for held in missing(tx, &session)? {
            asked += usize::from(ask_one(tx, &rules, &held)?);
        }
    }
    Ok(asked)
}

/// The settings of all activities together.
struct Rules {
    settings: AttendanceSettings,
    of: HashMap<ActivityId, OfActivity>,
}

impl Rules {
    fn read(tx: &mut Tx) -> Result<Rules> {
        Ok(Rules { settings: settings::store::read(tx)?, of: of_activities(tx)? })
    }

    fn are_off(&self) -> bool {
        !self.settings.not_coming.on && self.of.values().all(|of| of.not_coming != Some(true))
    }

    fn counting(&self, activity: &ActivityId) -> Counting {
        match self.of.get(activity) {
            Some(of) => self.settings.counting(of),
            None => self.settings.counting(&OfActivity::default()),
        }
    }
}

/// The families that missed this session, each once.
fn missing(tx: &mut Tx, session: &SessionId) -> Result<Vec<MissedSession>> {
    let said = store::said_in(tx, session)?;
    let mut seen = BTreeSet::new();
    let mut held = store::held_in(tx, session)?;
    held.retain(|held| {
        outcome(&said, held) == RunOutcome::Missed && seen.insert(held.family.clone())
    });
    Ok(held)
}

/// What became of a place, judging by the current marks of its family.
fn outcome(said: &[NotComingAnswer], held: &MissedSession) -> RunOutcome {
    let of_it =
        || said.iter().filter(|one| one.session == held.session && one.family == held.family);
    if of_it().any(|one| one.mark.is_here()) {
        RunOutcome::Came
    } else if of_it().any(|one| one.mark == Mark::ToldUs) {
        RunOutcome::ToldUs
    } else {
        RunOutcome::Missed
    }
}

fn ask_one(tx: &mut Tx, rules: &Rules, held: &MissedSession) -> Result<bool> {
    let (often, alone) = match rules.counting(&held.activity) {
        Counting::Not => return Ok(false),
        Counting::Together(often) => (often, None),
        Counting::Alone(often) => (often, Some(&held.activity)),
    };
    families::store::lock_joined(tx, std::slice::from_ref(&held.family))?;
    let family = families::store::family(tx, &held.family)?;
    if family.joined_into.is_some() || family.erased_at.is_some() || family.moved_away_on.is_some()
    {
        return Ok(false);
    }
    let told = store::last_told(tx, &family.id, alone)?.map(|told| told.last_missed_at);
    let places = places(tx, rules, held, (often, alone), told)?;
    let Some(run) = run(&places, told, often) else { return Ok(false) };

    let told = NotComingTold {
        id: NotComingId::new(),
        family_id: family.id.clone(),
        activity_id: alone.cloned(),
        last_missed_at: run.last,
        told_at: tx.now(),
    };
    store::add(tx, &told)?;
    let detail = format!("Missed {} places in {} weeks without a word.", run.missed, often.weeks);
    tasks::add(tx, TaskKind::NotComing, &family, &detail)?;
    write(tx, &family, held, &told, run)?;
    tx.audit(Event::AskNotComing, family.id.as_str(), json!({ "missed": run.missed }))?;
    Ok(true)
}

/// Everything a run is judged by: the places that count, and every time the family came.
fn places(
    tx: &mut Tx,
    rules: &Rules,
    held: &MissedSession,
    (often, alone): (Often, Option<&ActivityId>),
    told: Option<Moment>,
) -> Result<Vec<MissedDate>> {
    let window = held.starts_at - TimeDelta::weeks(i64::from(often.weeks));
    let since = told.map_or(window, |told| told.min(window));
    let said = store::said_of(tx, &held.family, since)?;
    let counts = |activity: &ActivityId| match alone {
        Some(alone) => activity == alone,
        None => matches!(rules.counting(activity), Counting::Together(_)),
    };
    let here = said.iter().filter(|one| one.mark.is_here());
    let here = here.filter(|one| alone.is_none_or(|alone| *alone == one.activity));
    let mut places: Vec<MissedDate> =
        here.map(|one| MissedDate { at: one.starts_at, outcome: RunOutcome::Came }).collect();
    let had = store::held_by(tx, &held.family, since)?;
    let mut seen = BTreeSet::new();
    for one in had.iter().filter(|one| counts(&one.activity)) {
        let outcome = outcome(&said, one);
        if outcome != RunOutcome::Came && seen.insert(one.session.clone()) {
            places.push(MissedDate { at: one.starts_at, outcome });
        }
    }
    Ok(places)
}

/// The letter, where somebody in the family may be written to; otherwise the centre rings.
fn write(
    tx: &mut Tx,
    family: &Family,
    held: &MissedSession,
    told: &NotComingTold,
    run: AbsenceRun,
) -> Result<()> {
    let Some(recipient) = address_of(tx, &family.id, held.carer.as_ref(), false)? else {
        return Ok(());
    };
    let centre = sessions::store::planned(tx, &held.session)?.centre;
    let about = About { family: Some(FamilyId::clone(&family.id)), ..About::default() };
    let letter = Letter {
        dedupe: format!("not_coming:{}", told.id),
        channel: recipient.channel,
        recipient: recipient.address,
        not_before: Some(in_the_day(told.told_at, &centre)),
        message: Message::NotComing(NotComing {
            times: run.missed,
            centre: CentreFacts { name: centre.name, phone: centre.phone },
        }),
        about,
    };
    enqueue(tx, &letter).map(drop)
}

/// Between nine and six by the centre's clock: nobody reads this at night.
pub(crate) fn in_the_day(now: Moment, centre: &Centre) -> Moment {
    let local = now.utc().with_timezone(&centre.zone());
    if (9..18).contains(&local.hour()) {
        return now;
    }
    let today = local_day(now.utc(), centre.zone());
    let day = if local.hour() < 9 { today } else { today + Days::new(1) };
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    at_local(day, nine, centre.zone()).into()
}
