//! Queries about cards that came back, and the families they were for.

use super::{CardChannel, CardKind};
use crate::base::fault::Fault;
use crate::base::id::{BirthdayCardId, CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::membership::Standing;
use crate::membership::number::Number;
use crate::schema::{birthday_cards, families, memberships, outbox};
use diesel::prelude::*;

/// Letters with cards that were given up and not noted yet: the card, and why. Not those that were
/// dropped because the family gets no cards any more.
pub fn given_up(tx: &mut Tx, rows: i64) -> Result<Vec<(BirthdayCardId, Option<String>)>, Fault> {
    Ok(outbox::table
        .inner_join(birthday_cards::table.on(birthday_cards::id.eq(outbox::dedupe)))
        .filter(outbox::state.eq("dead"))
        .filter(birthday_cards::undelivered_at.is_null())
        .filter(outbox::last_error.is_null().or(outbox::last_error.ne("no_longer_so")))
        .order(birthday_cards::id)
        .limit(rows)
        .select((birthday_cards::id, outbox::last_error))
        .load(tx.conn())?)
}

/// Cards noted as undelivered whose letter was retried and sent after all.
pub fn left_after_all(tx: &mut Tx, rows: i64) -> Result<Vec<BirthdayCardId>, Fault> {
    Ok(birthday_cards::table
        .inner_join(outbox::table.on(outbox::dedupe.eq(birthday_cards::id)))
        .filter(birthday_cards::undelivered_at.is_not_null())
        .filter(birthday_cards::found_at.is_null())
        .filter(outbox::state.eq("sent"))
        .order(birthday_cards::id)
        .limit(rows)
        .select(birthday_cards::id)
        .load(tx.conn())?)
}

pub fn undelivered(tx: &mut Tx, id: &BirthdayCardId, why: &str, at: Moment) -> Result<(), Fault> {
    diesel::update(birthday_cards::table.find(id.as_str()))
        .filter(birthday_cards::undelivered_at.is_null())
        .set((birthday_cards::undelivered_at.eq(at), birthday_cards::undelivered_why.eq(why)))
        .execute(tx.conn())?;
    Ok(())
}

pub fn found(tx: &mut Tx, id: &BirthdayCardId, at: Moment) -> Result<(), Fault> {
    diesel::update(birthday_cards::table.find(id.as_str()))
        .set(birthday_cards::found_at.eq(at))
        .execute(tx.conn())?;
    Ok(())
}

/// The family was reached again: marks all its cards that came back. Returns how many.
pub fn family_found(tx: &mut Tx, family: &FamilyId, at: Moment) -> Result<usize, Fault> {
    Ok(diesel::update(birthday_cards::table)
        .filter(birthday_cards::family_id.eq(family.as_str()))
        .filter(birthday_cards::undelivered_at.is_not_null())
        .filter(birthday_cards::found_at.is_null())
        .set(birthday_cards::found_at.eq(at))
        .execute(tx.conn())?)
}

/// A card that came back, of a family that has not been reached since.
#[derive(Clone, Debug, Queryable)]
pub struct Lost {
    pub card: BirthdayCardId,
    pub family: FamilyId,
    pub centre: Option<CentreId>,
    pub kind: CardKind,
    pub channel: CardChannel,
    pub since: Option<Moment>,
    pub why: Option<String>,
    pub number: Number,
}

/// Families out of touch, of some centres (`None`: of all), oldest first. Families that left and
/// restricted records are not included.
pub fn lost(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    after: &str,
    rows: i64,
) -> Result<Vec<Lost>, Fault> {
    let mut query = birthday_cards::table
        .inner_join(families::table.on(families::id.eq(birthday_cards::family_id)))
        .inner_join(memberships::table.on(memberships::family_id.eq(birthday_cards::family_id)))
        .filter(birthday_cards::undelivered_at.is_not_null())
        .filter(birthday_cards::found_at.is_null())
        .filter(families::restricted.eq(false))
        .filter(families::joined_into.is_null())
        .filter(memberships::status.ne(Standing::OptedOut))
        .filter(birthday_cards::id.gt(after.to_owned()))
        .into_boxed();
    if let Some(centres) = centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(birthday_cards::centre_id.eq_any(ids));
    }
    Ok(query
        .order(birthday_cards::id)
        .limit(rows)
        .select((
            birthday_cards::id,
            birthday_cards::family_id,
            birthday_cards::centre_id,
            birthday_cards::kind,
            birthday_cards::channel,
            birthday_cards::undelivered_at,
            birthday_cards::undelivered_why,
            memberships::number,
        ))
        .load(tx.conn())?)
}
