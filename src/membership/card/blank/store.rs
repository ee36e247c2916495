//! Queries about cards that were printed blank.

use super::BlankCard;
use crate::base::fault::{Result, is_duplicate};
use crate::base::id::{AccountId, FamilyId, PartnerId, StatementId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{blank_cards, memberships, statements};
use crate::membership::number::Number;
use diesel::prelude::*;

/// False where the number is taken, by a card or by a membership.
pub(crate) fn add(tx: &mut Tx, card: &BlankCard) -> Result<bool> {
    let taken: i64 = memberships::table
        .filter(memberships::number.eq(card.number.as_str()))
        .count()
        .get_result(tx.conn())?;
    if taken > 0 {
        return Ok(false);
    }
    let row = card.clone();
    let added =
        tx.attempt(|conn| diesel::insert_into(blank_cards::table).values(&row).execute(conn));
    match added {
        Ok(_) => Ok(true),
        Err(error) if is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn card(tx: &mut Tx, number: &Number) -> Result<Option<BlankCard>> {
    Ok(blank_cards::table
        .find(number.as_str())
        .select(BlankCard::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Those of a team that nobody has yet, by number.
pub(crate) fn to_give(
    tx: &mut Tx,
    (partner, team): (&PartnerId, Option<&str>),
    after: &str,
    rows: i64,
) -> Result<Vec<BlankCard>> {
    let mut query = blank_cards::table
        .filter(blank_cards::partner_id.eq(partner.to_string()))
        .filter(blank_cards::given_at.is_null())
        .filter(blank_cards::number.gt(after.to_owned()))
        .into_boxed();
    query = match team {
        Some(team) => query.filter(blank_cards::team.eq(team.to_owned())),
        None => query.filter(blank_cards::team.is_null()),
    };
    Ok(query
        .order(blank_cards::number)
        .limit(rows)
        .select(BlankCard::as_select())
        .load(tx.conn())?)
}

/// To whom a card is given, by whom, and as good as which card.
pub(crate) struct Given<'a> {
    pub statement: &'a StatementId,
    pub by: &'a AccountId,
    pub at: Moment,
    pub card_issue: i32,
}

/// False where somebody has it already.
pub(crate) fn give(tx: &mut Tx, number: &Number, given: &Given) -> Result<bool> {
    let free = blank_cards::table.find(number.as_str()).filter(blank_cards::given_at.is_null());
    let changed = diesel::update(free)
        .set((
            blank_cards::statement_id.eq(given.statement.as_str()),
            blank_cards::given_by.eq(given.by.as_str()),
            blank_cards::given_at.eq(given.at),
            blank_cards::card_issue.eq(given.card_issue),
        ))
        .execute(tx.conn())?;
    Ok(changed > 0)
}

/// The family that a card was given to; `None` also where it opted out.
pub(crate) fn family_of(tx: &mut Tx, number: &Number) -> Result<Option<FamilyId>> {
    let family: Option<Option<FamilyId>> = blank_cards::table
        .inner_join(statements::table.on(statements::id.nullable().eq(blank_cards::statement_id)))
        .filter(blank_cards::number.eq(number.as_str()))
        .select(statements::family_id)
        .first(tx.conn())
        .optional()?;
    Ok(family.flatten())
}

/// The statement of the family that a card was given to.
pub(crate) fn statement_of(tx: &mut Tx, number: &Number) -> Result<Option<StatementId>> {
    Ok(card(tx, number)?.and_then(|card| card.statement_id))
}
