//! Everything the service does by itself, in one list: sending mail, and what has to happen as time
//! passes. Each step can be run alone, with any clock; the list only says how often.

use crate::access::service::origin::KNOWN_FOR;
use crate::access::{self, Actor};
use crate::attendance::{incomplete, not_coming, referrals};
use crate::audit;
use crate::base::fault::Result;
use crate::bookings::service::settle::settle_one;
use crate::bookings::texted::service::RECOGNISED_FOR;
use crate::bookings::{first, telling, texted};
use crate::db::{Store, Tx};
use crate::feedback;
use crate::feeds::telling::service::note_reached;
use crate::jobs::{self, Job};
use crate::mail::service::{LANES, PostOffice, deliver_due, forget_old};
use crate::mail::texts::service::ask_unheard;
use crate::membership::birthdays;
use crate::reports::digests;
use crate::settings::translations;
use crate::web::App;
use chrono::TimeDelta;
use std::sync::Arc;
use std::time::Duration;

/// How long the answer to a repeated request is kept.
const ANSWERS_KEPT: TimeDelta = TimeDelta::hours(24);

/// Longer than the time for which the answer to a refresh can be repeated.
const REFRESHES_KEPT: TimeDelta = TimeDelta::minutes(5);

/// Longer than any window in which failed sign-ins are counted.
const ATTEMPTS_KEPT: TimeDelta = TimeDelta::days(2);

/// The jobs of one running service, each with the seconds it rests when nothing was left to do.
pub fn jobs(app: &App, office: Arc<PostOffice>) -> Vec<Job> {
    let gate = app.gate.clone();
    let job = |name, seconds, step: Step| {
        let store = app.store.clone();
        Job { name, rest: Duration::from_secs(seconds), step: Box::new(move || step(&store)) }
    };
    let lane = |_| {
        let office = office.clone();
        job("mail", 1, Box::new(move |store| deliver_due(store, &office)))
    };
    let asking = office.clone();
    let rotate = move |store: &Store| access::service::rotation::rotate(store, &gate).map(|()| 0);
    let jobs = [
        job("keys", 60, Box::new(rotate)),
        job("seal", 60, write(audit::service::seal)),
        job("settle", 1, Box::new(settle_due)),
        job("remind", 60, write(telling::service::remind)),
        job("tell_open", 5, write(telling::service::tell_open)),
        job("list_unreached", 60, Box::new(list_unreached)),
        job("tell_outcomes", 60, write(referrals::service::tell_outcomes)),
        job("tell_windows", 5, write(digests::service::tell_windows)),
        job("digests", 60, write(digests::service::send_weekly)),
        job("erase_guests", 600, write(first::service::guests::erase_guests)),
        job("note_told", 60, write(note_reached)),
        job("birthdays", 600, Box::new(birthdays::service::run::round)),
        job("lost_touch", 60, Box::new(note_lost)),
        job("long_due", 3600, Box::new(ask_about_births)),
        job("not_coming", 600, write(not_coming::service::ask)),
        job("feedback", 600, write(feedback::service::ask::ask)),
        job("incomplete_registers", 600, Box::new(nag_registers)),
        job("languages", 1, Box::new(read_languages)),
        job("forget", 600, write(forget)),
        job("ring_untexted", 60, write(first::service::requests::ring_untexted)),
        job("ask_texts", 60, Box::new(move |store| ask_unheard(store, &asking))),
    ];
    (0..LANES).map(lane).chain(jobs).collect()
}

type Step = Box<dyn Fn(&Store) -> Result<usize> + Send>;

/// A step that is one transaction by the service itself.
fn write(step: fn(&mut Tx) -> Result<usize>) -> Step {
    Box::new(move |store| store.write(Actor::service(), step))
}

/// The same where something is due; looking keeps no other writer waiting.
fn write_if(
    store: &Store,
    is_due: fn(&mut Tx) -> Result<bool>,
    step: fn(&mut Tx) -> Result<usize>,
) -> Result<usize> {
    match store.read(Actor::service(), is_due)? {
        true => store.write(Actor::service(), step),
        false => Ok(0),
    }
}

/// Puts families whose mail was given up on the call list.
pub fn list_unreached(store: &Store) -> Result<usize> {
    write_if(store, telling::service::is_anybody_unreached, telling::service::list_unreached)
}

/// Notes families whose birthday card came back.
pub fn note_lost(store: &Store) -> Result<usize> {
    write_if(store, birthdays::lost::service::is_anything_to_note, birthdays::lost::service::note)
}

/// Asks staff about children who were due long ago.
pub fn ask_about_births(store: &Store) -> Result<usize> {
    write_if(store, birthdays::expected::service::is_anybody_due, birthdays::expected::service::ask)
}

/// Puts registers left open on the lists of their centres, and takes off those that are complete.
pub fn nag_registers(store: &Store) -> Result<usize> {
    write_if(store, incomplete::service::is_anything_due, incomplete::service::nag)
}

/// Reads what administrators changed in the languages of families.
pub fn read_languages(store: &Store) -> Result<usize> {
    translations::service::refresh(store)
}

const SESSIONS_AT_ONCE: i64 = 100;

/// Brings every line that is due up to now, each in a transaction of its own. One that fails does
/// not hold up the others.
pub fn settle_due(store: &Store) -> Result<usize> {
    let due = store.read(Actor::service(), |tx| {
        let now = tx.now();
        crate::bookings::store::due(tx, now, SESSIONS_AT_ONCE)
    })?;
    let mut settled = 0;
    for id in due {
        match store.write(Actor::service(), move |tx| settle_one(tx, &id)) {
            Ok(()) => settled += 1,
            Err(fault) => {
                tracing::error!(cause = fault.for_log(), "a session could not be settled");
            }
        }
    }
    Ok(settled)
}

/// Deletes what has had its time: kept answers, ended tokens, texts of dead letters.
pub fn forget(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let answers = jobs::store::forget_answers(tx, now - ANSWERS_KEPT)?;
    let tokens = access::store::sign_in::forget_before(tx, now)?;
    let tokens = tokens + access::store::sign_in::forget_answers(tx, now - REFRESHES_KEPT)?;
    let attempts = access::store::attempts::forget_before(tx, now - ATTEMPTS_KEPT)?;
    let refusals = crate::audit::refusals::forget(tx)?;
    let forms = access::store::forms::forget_before(tx, now)?;
    let known = access::store::known::forget_before(tx, now - KNOWN_FOR)?;
    let today = now.civil_day();
    let suppressed = crate::families::suppression::store::forget(tx, today)?;
    let unconfirmed = first::store::requests::forget(tx, now)?;
    let codes = crate::membership::sign_in::store::forget(tx, now)?;
    let texts = texted::store::forget(tx, now - RECOGNISED_FOR)?;
    let written = feedback::service::forget(tx)?;
    let people = texts + written + tokens + attempts + known + suppressed + unconfirmed + codes;
    let people = people + forms;
    Ok(answers + refusals + people + forget_old(tx)?)
}
