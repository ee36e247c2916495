//! Everything the service does by itself, in one list: sending mail, and what has to happen as time
//! passes. Each step can be run alone, with any clock; the list only says how often.

use crate::access::service::origin::KNOWN_FOR;
use crate::access::{self, Actor};
use crate::attendance::{incomplete, not_coming, referrals};
use crate::audit;
use crate::base::fault::Fault;
use crate::bookings::service::settle::settle_one;
use crate::bookings::{first, telling};
use crate::db::{Store, Tx};
use crate::feeds::telling::service::note_reached;
use crate::jobs::{self, Job};
use crate::mail::service::{LANES, PostOffice, deliver_due, forget_old};
use crate::membership::birthdays;
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

/// The jobs of one running service.
pub fn jobs(app: &App, office: Arc<PostOffice>) -> Vec<Job> {
    let (store, gate) = (&app.store, app.gate.clone());
    let (bookings, keys) = (store.clone(), store.clone());
    let (unreached, renewals) = (store.clone(), store.clone());
    let (lost, due, open) = (store.clone(), store.clone(), store.clone());
    let mut lanes: Vec<Job> = Vec::new();
    for _ in 0..LANES {
        let (mail, office) = (store.clone(), office.clone());
        let step = Box::new(move || deliver_due(&mail, &office));
        lanes.push(Job { name: "mail", rest: Duration::from_secs(1), step });
    }
    let jobs = vec![
        Job {
            name: "keys",
            rest: Duration::from_secs(60),
            step: Box::new(move || access::service::rotation::rotate(&keys, &gate).map(|()| 0)),
        },
        every(store, "seal", Duration::from_secs(60), audit::service::seal),
        Job {
            name: "settle",
            rest: Duration::from_secs(1),
            step: Box::new(move || settle_due(&bookings)),
        },
        every(store, "remind", Duration::from_secs(60), telling::service::remind),
        every(store, "tell_open", Duration::from_secs(5), telling::service::tell_open),
        Job {
            name: "list_unreached",
            rest: Duration::from_secs(60),
            step: Box::new(move || list_unreached(&unreached)),
        },
        every(store, "tell_outcomes", Duration::from_secs(60), referrals::service::tell_outcomes),
        every(
            store,
            "erase_guests",
            Duration::from_secs(600),
            first::service::guests::erase_guests,
        ),
        every(store, "note_told", Duration::from_secs(60), note_reached),
        Job {
            name: "birthdays",
            rest: Duration::from_secs(600),
            step: Box::new(move || birthdays::service::run::round(&renewals)),
        },
        Job {
            name: "lost_touch",
            rest: Duration::from_secs(60),
            step: Box::new(move || note_lost(&lost)),
        },
        Job {
            name: "long_due",
            rest: Duration::from_secs(3600),
            step: Box::new(move || ask_about_births(&due)),
        },
        every(store, "not_coming", Duration::from_secs(600), not_coming::service::ask),
        Job {
            name: "incomplete_registers",
            rest: Duration::from_secs(600),
            step: Box::new(move || nag_registers(&open)),
        },
        every(store, "forget", Duration::from_secs(600), forget),
    ];
    lanes.into_iter().chain(jobs).collect()
}

/// Puts families whose mail was given up on the call list.
pub fn list_unreached(store: &Store) -> Result<usize, Fault> {
    if store.read(Actor::service(), telling::service::is_anybody_unreached)? {
        store.write(Actor::service(), telling::service::list_unreached)
    } else {
        Ok(0)
    }
}

/// Notes families whose birthday card came back.
pub fn note_lost(store: &Store) -> Result<usize, Fault> {
    if store.read(Actor::service(), birthdays::lost::service::is_anything_to_note)? {
        store.write(Actor::service(), birthdays::lost::service::note)
    } else {
        Ok(0)
    }
}

/// Asks staff about children who were due long ago.
pub fn ask_about_births(store: &Store) -> Result<usize, Fault> {
    if store.read(Actor::service(), birthdays::expected::service::is_anybody_due)? {
        store.write(Actor::service(), birthdays::expected::service::ask)
    } else {
        Ok(0)
    }
}

/// Puts registers left open on the lists of their centres, and takes off those that are complete.
pub fn nag_registers(store: &Store) -> Result<usize, Fault> {
    if store.read(Actor::service(), incomplete::service::is_anything_due)? {
        store.write(Actor::service(), incomplete::service::nag)
    } else {
        Ok(0)
    }
}

const SESSIONS_AT_ONCE: i64 = 100;

/// Brings every line that is due up to now, each in a transaction of its own. One that fails does
/// not hold up the others.
pub fn settle_due(store: &Store) -> Result<usize, Fault> {
    let due = store.read(Actor::service(), |tx| {
        let now = tx.now();
        crate::bookings::store::due(tx, now, SESSIONS_AT_ONCE)
    })?;
    let mut settled = 0;
    for id in due {
        match store.write(Actor::service(), move |tx| settle_one(tx, &id)) {
            Ok(()) => settled += 1,
            Err(fault) => {
                let cause = fault.cause().unwrap_or_else(|| fault.detail());
                tracing::error!(cause, "a session could not be settled");
            }
        }
    }
    Ok(settled)
}

/// A step that is one transaction by the service itself.
fn every(
    store: &Store,
    name: &'static str,
    rest: Duration,
    step: fn(&mut Tx) -> Result<usize, Fault>,
) -> Job {
    let store = store.clone();
    Job { name, rest, step: Box::new(move || store.write(Actor::service(), step)) }
}

/// Deletes what has had its time: kept answers, ended tokens, texts of dead letters.
pub fn forget(tx: &mut Tx) -> Result<usize, Fault> {
    let now = tx.now();
    let answers = jobs::store::forget_answers(tx, now - ANSWERS_KEPT)?;
    let tokens = access::store::sign_in::forget_before(tx, now)?;
    let tokens = tokens + access::store::sign_in::forget_answers(tx, now - REFRESHES_KEPT)?;
    let attempts = access::store::attempts::forget_before(tx, now - ATTEMPTS_KEPT)?;
    let refusals = crate::audit::refusals::forget(tx)?;
    let known = access::store::known::forget_before(tx, now - KNOWN_FOR)?;
    let today = now.civil_day();
    let suppressed = crate::families::suppression::store::forget(tx, today)?;
    let unconfirmed = first::store::requests::forget(tx, now)?;
    let people = tokens + attempts + known + suppressed + unconfirmed;
    Ok(answers + refusals + people + forget_old(tx)?)
}
