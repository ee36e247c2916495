//! Decisions that a birthday card is not to be sent.

pub(crate) mod service {
    //! The organisation's decisions on cards, recorded: who decided, when and why. While one
    //! stands, cards by that channel need no consent from the family; a family's no still stands.

    use super::store;
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Fault, Result};
    use crate::base::id::BirthdayDecisionId;
    use crate::db::Tx;
    use crate::mail::MailChannel;
    use crate::membership::birthdays::{CardChannel, CardDecision};
    use chrono::NaiveDate;
    use serde::Deserialize;
    use serde_json::json;
    use utoipa::ToSchema;

    /// A decision to record.
    #[derive(Clone, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    #[schema(as = BirthdayDecisionIn, example = json!({
        "channel": "email", "decided_by": "Head of early help", "decided_on": "2026-11-02",
        "why": "The card is how a membership is renewed; legal advice of 28 October."
    }))]
    pub(crate) struct RecordDecision {
        /// How cards go out by it.
        pub channel: MailChannel,
        /// Why it is part of the service.
        #[schema(min_length = 1, max_length = 500)]
        pub why: String,
        /// Who decided.
        #[schema(min_length = 1, max_length = 120)]
        pub decided_by: String,
        /// When; not in the future.
        pub decided_on: NaiveDate,
    }

    pub(crate) fn record(tx: &mut Tx, record: RecordDecision) -> Result<CardDecision> {
        tx.allow(Act::KeepNotices, &Scope::organisation(), "decision")?;
        let now = tx.now();
        if record.decided_on > now.civil_day() {
            return Err(Fault::invalid("/decided_on", "This date is in the future."));
        }

        let decision = CardDecision {
            id: BirthdayDecisionId::new(),
            channel: match record.channel {
                MailChannel::Email => CardChannel::Email,
                MailChannel::Text => CardChannel::Text,
            },
            why: record.why,
            decided_by: record.decided_by,
            decided_on: record.decided_on,
            recorded_by: tx.actor().account_id.clone(),
            recorded_at: now,
            ended_at: None,
        };
        store::add(tx, &decision)?;
        let detail = json!({ "channel": decision.channel });
        tx.audit(Event::DecideCards, decision.id.as_str(), detail)?;
        Ok(decision)
    }

    /// Ends a decision: from now on consent is needed again. Repeating it changes nothing.
    pub(crate) fn end(tx: &mut Tx, id: &BirthdayDecisionId) -> Result<CardDecision> {
        tx.allow(Act::KeepNotices, &Scope::organisation(), "decision")?;
        let before = store::decision(tx, id)?;
        if before.ended_at.is_some() {
            return Ok(before);
        }
        let now = tx.now();
        store::end(tx, id, now)?;
        tx.audit(Event::EndDecisionOnCards, id.as_str(), json!({}))?;
        store::decision(tx, id)
    }
}

pub(crate) mod store {
    //! Queries about what the organisation decided on cards.

    use crate::base::fault::{Code, Fault, Result, is_duplicate};
    use crate::base::id::BirthdayDecisionId;
    use crate::base::moment::Moment;
    use crate::db::schema::birthday_decisions;
    use crate::db::{Run, Tx, found};
    use crate::membership::birthdays::channel::Service;
    use crate::membership::birthdays::{CardChannel, CardDecision};
    use diesel::prelude::*;

    /// The channels that are part of the service now.
    pub(crate) fn service(tx: &mut Tx) -> Result<Service> {
        let live: Vec<CardChannel> = birthday_decisions::table
            .filter(birthday_decisions::ended_at.is_null())
            .select(birthday_decisions::channel)
            .load(tx.conn())?;
        let has = |channel| live.contains(&channel);
        Ok(Service { email: has(CardChannel::Email), text: has(CardChannel::Text) })
    }

    /// All that were ever recorded, newest first.
    pub(crate) fn all(tx: &mut Tx) -> Result<Vec<CardDecision>> {
        Ok(birthday_decisions::table
            .order(birthday_decisions::id.desc())
            .select(CardDecision::as_select())
            .load(tx.conn())?)
    }

    pub(crate) fn add(tx: &mut Tx, decision: &CardDecision) -> Result<()> {
        diesel::insert_into(birthday_decisions::table)
            .values(decision)
            .execute(tx.conn())
            .map(drop)
            .map_err(|error| {
                if !is_duplicate(&error) {
                    return error.into();
                }
                Fault::new(Code::AlreadyExists, "A decision for this channel is already in force.")
            })
    }

    pub(crate) fn decision(tx: &mut Tx, id: &BirthdayDecisionId) -> Result<CardDecision> {
        found(
            birthday_decisions::table
                .find(id.as_str())
                .select(CardDecision::as_select())
                .first(tx.conn()),
            "decision",
        )
    }

    pub(crate) fn end(tx: &mut Tx, id: &BirthdayDecisionId, at: Moment) -> Result<()> {
        diesel::update(birthday_decisions::table.find(id.as_str()))
            .filter(birthday_decisions::ended_at.is_null())
            .set(birthday_decisions::ended_at.eq(at))
            .run(tx)
    }
}
