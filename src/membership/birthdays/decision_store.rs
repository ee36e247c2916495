//! Queries about what the organisation decided on cards.

use super::channel::Service;
use super::{CardChannel, Decision};
use crate::base::fault::{Code, Fault, is_duplicate};
use crate::base::id::BirthdayDecisionId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::schema::birthday_decisions;
use diesel::prelude::*;

/// The channels that are part of the service now.
pub fn service(tx: &mut Tx) -> Result<Service, Fault> {
    let live: Vec<CardChannel> = birthday_decisions::table
        .filter(birthday_decisions::ended_at.is_null())
        .select(birthday_decisions::channel)
        .load(tx.conn())?;
    let has = |channel| live.contains(&channel);
    Ok(Service { email: has(CardChannel::Email), text: has(CardChannel::Text) })
}

/// All that were ever recorded, newest first.
pub fn all(tx: &mut Tx) -> Result<Vec<Decision>, Fault> {
    Ok(birthday_decisions::table
        .order(birthday_decisions::id.desc())
        .select(Decision::as_select())
        .load(tx.conn())?)
}

pub fn add(tx: &mut Tx, decision: &Decision) -> Result<(), Fault> {
    diesel::insert_into(birthday_decisions::table).values(decision).execute(tx.conn()).map_err(
        |error| match is_duplicate(&error) {
            true => {
                Fault::new(Code::AlreadyExists, "A decision for this channel is already in force.")
            }
            false => error.into(),
        },
    )?;
    Ok(())
}

pub fn decision(tx: &mut Tx, id: &BirthdayDecisionId) -> Result<Decision, Fault> {
    birthday_decisions::table
        .find(id.as_str())
        .select(Decision::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("decision"))
}

pub fn end(tx: &mut Tx, id: &BirthdayDecisionId, at: Moment) -> Result<(), Fault> {
    diesel::update(birthday_decisions::table.find(id.as_str()))
        .filter(birthday_decisions::ended_at.is_null())
        .set(birthday_decisions::ended_at.eq(at))
        .execute(tx.conn())?;
    Ok(())
}
