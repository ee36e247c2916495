//! The organisation's decisions on cards, recorded: who decided, when and why. While one stands,
//! cards by that channel need no consent from the family; a family's no still stands.

use super::{CardChannel, Decision, decision_store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::BirthdayDecisionId;
use crate::db::Tx;
use chrono::NaiveDate;
use serde_json::json;

pub struct Record {
    pub channel: CardChannel,
    pub why: String,
    pub decided_by: String,
    pub decided_on: NaiveDate,
}

pub fn record(tx: &mut Tx, record: &Record) -> Result<Decision, Fault> {
    tx.allow(Act::KeepNotices, &Scope::organisation(), "decision")?;
    let now = tx.now();
    if record.decided_on > now.civil_day() {
        return Err(Fault::invalid("/decided_on", "This date is in the future."));
    }

    let decision = Decision {
        id: BirthdayDecisionId::new(),
        channel: record.channel,
        why: record.why.clone(),
        decided_by: record.decided_by.clone(),
        decided_on: record.decided_on,
        recorded_by: tx.actor().account_id.clone(),
        recorded_at: now,
        ended_at: None,
    };
    decision_store::add(tx, &decision)?;
    let detail = json!({ "channel": decision.channel });
    tx.audit(Event::DecideCards, decision.id.as_str(), detail)?;
    Ok(decision)
}

/// Ends a decision: from now on consent is needed again. Repeating it changes nothing.
pub fn end(tx: &mut Tx, id: &BirthdayDecisionId) -> Result<Decision, Fault> {
    tx.allow(Act::KeepNotices, &Scope::organisation(), "decision")?;
    let before = decision_store::decision(tx, id)?;
    if before.ended_at.is_some() {
        return Ok(before);
    }
    let now = tx.now();
    decision_store::end(tx, id, now)?;
    tx.audit(Event::EndDecisionOnCards, id.as_str(), json!({}))?;
    decision_store::decision(tx, id)
}
