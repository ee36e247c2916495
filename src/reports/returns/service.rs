//! Freezing returns, reading them back intact, comparing them, and recording recipients.

use super::compare::{self, Comparison, RecordedSince};
use super::store::{self, Since};
use super::{Made, Preset, Return, ReturnSent, sha256};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::within_years;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, ReturnId};
use crate::db::{Store, Tx};
use crate::reports::reach::asked::ReachRequest;
use crate::reports::reach::quarterly::{Quarter, quarterly};
use crate::reports::reach::report::{Profile, ReachBy};
use crate::reports::reach::service::recipient::report;
use chrono::NaiveDate;
use serde_json::json;

/// Freezes a preset, or a report with parameters of its own.
pub fn freeze(tx: &mut Tx, preset: Option<Preset>, asked: ReachRequest) -> Result<Return> {
    allow(tx, asked.centre.as_ref())?;
    let today = tx.today();

    asked.as_at.map(|day| within_years("/as_at", day)).transpose()?;
    let asked = match preset {
        None => asked,
        Some(Preset::Quarterly) => of_quarter(asked, today)?,
    };
    let made = make(tx, preset, &asked)?;
    let text = serde_json::to_string(&made).map_err(Fault::internal)?;
    // The day is stored, so that making it again uses the same one.
    let asked = ReachRequest { as_at: Some(made.report.settings.as_at), ..asked };
    let now = tx.now();
    let frozen = Return {
        id: ReturnId::new(),
        preset,
        centre_id: asked.centre.clone(),
        as_at: made.report.settings.as_at,
        asked: serde_json::to_string(&asked).map_err(Fault::internal)?,
        sha256: sha256(&text),
        report: text,
        frozen_at: now,
        frozen_by: tx.actor().account_id.clone(),
    };

    store::add(tx, &frozen)?;
    let detail = json!({ "as_at": frozen.as_at, "sha256": frozen.sha256 });
    tx.audit(Event::FreezeReturn, frozen.id.as_str(), detail)?;
    Ok(frozen)
}

/// For the end of a quarter, with the recommended splits by area and group.
fn of_quarter(asked: ReachRequest, today: NaiveDate) -> Result<ReachRequest> {
    let quarter = match asked.as_at {
        None => Quarter::before(today),
        Some(day) => Quarter::ending(day).filter(|_| day < today).ok_or_else(|| {
            Fault::invalid("/as_at", "Use the last day of a completed quarter, or leave this out.")
        })?,
    };
    if asked.profile != Profile::Exact {
        return Err(Fault::invalid(
            "/profile",
            "The quarterly return is exact and would reveal small counts next to the partner \
             report. Leave out either the preset or the profile.",
        ));
    }
    let by = Some(vec![ReachBy::Area, ReachBy::Decile, ReachBy::TargetGroup, ReachBy::AgeBand]);
    Ok(ReachRequest { as_at: Some(quarter.last_day), by, ..asked })
}

/// The report, and the quarters of its financial year if the preset has them.
pub fn make(tx: &mut Tx, preset: Option<Preset>, asked: &ReachRequest) -> Result<Made> {
    let whole = report(tx, asked)?;
    let quarter = asked.as_at.and_then(Quarter::ending);
    let quarterly = match (preset, quarter) {
        (Some(Preset::Quarterly), Some(quarter)) => {
            let quarters = quarter.of_year().into_iter();
            let each = quarters.map(|one| Ok((one, report(tx, &one.alone(asked))?)));
            Some(quarterly(&each.collect::<Result<Vec<_>>>()?))
        }
        _ => None,
    };
    Ok(Made { report: whole, quarterly })
}

/// A return as frozen; one whose text has changed is refused.
pub fn open(tx: &mut Tx, id: &ReturnId) -> Result<(Return, Made, Vec<ReturnSent>)> {
    let frozen = store::get(tx, id)?;
    allow(tx, frozen.centre_id.as_ref())?;
    if !frozen.is_whole() {
        return Err(Fault::internal(format!("the return {id} is not what was frozen")));
    }
    let made = serde_json::from_str(&frozen.report).map_err(Fault::internal)?;
    let sent = store::sent(tx, std::slice::from_ref(id))?;
    Ok((frozen, made, sent))
}

/// A return made again, compared with what was sent.
pub fn compared(tx: &mut Tx, id: &ReturnId) -> Result<Comparison> {
    let (frozen, sent, _) = open(tx, id)?;
    let asked: ReachRequest = serde_json::from_str(&frozen.asked).map_err(Fault::internal)?;
    let settings = sent.report.settings.clone();
    let latest = ReachRequest { known_at: None, ..asked };

    let now = make(tx, frozen.preset, &latest)?;
    let then = match latest.profile {
        // These are always as known at one fixed moment.
        Profile::Partner | Profile::Public => now.clone(),
        Profile::Exact => {
            let known = ReachRequest { known_at: Some(settings.known_at), ..latest };
            make(tx, frozen.preset, &known)?
        }
    };

    let since =
        Since { known_at: settings.known_at, from: settings.window_from, to: settings.as_at };
    let [facts_changed, records_joined, records_erased] = store::facts(tx, since)?;
    Ok(Comparison {
        changes: compare::changes(&sent, &then, &now),
        settings: compare::settings(&sent, &now),
        since: RecordedSince {
            contacts_recorded: store::recorded(tx, since)?,
            contacts_withdrawn: store::withdrawn(tx, since)?,
            facts_changed,
            records_joined,
            records_erased,
        },
        id: frozen.id,
        sha256: frozen.sha256,
    })
}

pub fn list(
    tx: &mut Tx,
    centre: Option<&CentreId>,
    before: Option<&str>,
    rows: i64,
) -> Result<Vec<(Return, Vec<ReturnSent>)>> {
    allow(tx, centre)?;
    let returns = store::list(tx, centre, before, rows)?;
    let ids: Vec<ReturnId> = returns.iter().map(|one| one.id.clone()).collect();
    let all = store::sent(tx, &ids)?;
    let of = |id: &ReturnId| all.iter().filter(|sent| sent.return_id == *id).cloned().collect();
    Ok(returns.into_iter().map(|one| (one.clone(), of(&one.id))).collect())
}

/// Records a recipient. `on`: today, if it is not said.
pub fn send(tx: &mut Tx, id: &ReturnId, to: String, on: Option<NaiveDate>) -> Result<ReturnSent> {
    tx.alone("returns_sent")?;
    let (_, _, before) = open(tx, id)?;
    let now = tx.now();
    let today = now.civil_day();
    let on = within_years("/on", on.unwrap_or(today))?;
    if on > today {
        return Err(Fault::invalid("/on", "This date is in the future. Use today or earlier."));
    }

    let sent = ReturnSent {
        return_id: id.clone(),
        position: i32::try_from(before.len()).map_err(Fault::internal)?,
        sent_to: to,
        sent_on: on,
        recorded_at: now,
        recorded_by: tx.actor().account_id.clone(),
    };
    store::add_sent(tx, &sent)?;
    tx.audit(Event::SendReturn, id.as_str(), json!({ "on": on }))?;
    Ok(sent)
}

pub fn allow(tx: &mut Tx, centre: Option<&CentreId>) -> Result<()> {
    let scope = centre.map_or_else(Scope::organisation, Scope::centre);
    tx.allow(Act::KeepReturns, &scope, "return")
}

/// Returns that are no longer as frozen, one sentence each.
pub fn verify(database: &Store) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    let mut before: Option<String> = None;
    loop {
        let after = before.clone();
        let page = database.read(crate::access::Actor::service(), |tx| {
            store::list(tx, None, after.as_deref(), 100)
        })?;
        let Some(last) = page.last() else { return Ok(broken) };
        before = Some(last.id.to_string());
        let changed = page.iter().filter(|one| !one.is_whole());
        broken.extend(changed.map(|one| {
            format!("a return stays what was frozen: {}: its text has another hash", one.id)
        }));
    }
}
