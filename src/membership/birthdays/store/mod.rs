//! Queries about renewals and cards.

pub(crate) mod facts;
pub(crate) mod programme;

use super::{Card, CardChannel, CardKind, CardReason};
use crate::base::fault::Result;
use crate::base::id::{AccountId, BirthdayCardId, CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::schema::{birthday_cards, memberships, renewals};
use crate::db::{Run, Tx};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A membership renewed by a child's birthday.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = renewals)]
pub struct Renewal {
    pub family_id: FamilyId,
    pub child_id: ChildId,
    pub age: i32,
    /// The birthday.
    pub due_on: NaiveDate,
    /// The family's home centre when it renewed.
    pub centre_id: Option<CentreId>,
    pub renewed_at: Moment,
}

/// Renews a membership. False where this birthday renewed it before.
pub(crate) fn renew(tx: &mut Tx, renewal: &Renewal) -> Result<bool> {
    if !diesel::insert_into(renewals::table).values(renewal).run_if_new(tx)? {
        return Ok(false);
    }
    diesel::update(memberships::table)
        .filter(memberships::family_id.eq(renewal.family_id.as_str()))
        .filter(memberships::renewed_on.is_null().or(memberships::renewed_on.lt(renewal.due_on)))
        .set(memberships::renewed_on.eq(renewal.due_on))
        .execute(tx.conn())?;
    Ok(true)
}

/// Which households each of these children's birthdays renewed already.
pub(crate) fn renewed(tx: &mut Tx, children: &[ChildId]) -> Result<Vec<(FamilyId, ChildId, i32)>> {
    Ok(renewals::table
        .filter(renewals::child_id.eq_any(children))
        .select((renewals::family_id, renewals::child_id, renewals::age))
        .load(tx.conn())?)
}

/// Records a card. False where the child had its card for this year, or the family this farewell.
pub(crate) fn add(tx: &mut Tx, card: &Card) -> Result<bool> {
    diesel::insert_into(birthday_cards::table).values(card).run_if_new(tx)
}

/// The cards of a family that went, or wait to go, as a message.
pub(crate) fn messages_of(tx: &mut Tx, family: &FamilyId) -> Result<Vec<BirthdayCardId>> {
    Ok(birthday_cards::table
        .filter(birthday_cards::family_id.eq(family.as_str()))
        .filter(birthday_cards::channel.eq_any([CardChannel::Email, CardChannel::Text]))
        .filter(birthday_cards::undelivered_at.is_null())
        .select(birthday_cards::id)
        .load(tx.conn())?)
}

/// The card did not go after all.
pub(crate) fn unsent(tx: &mut Tx, id: &BirthdayCardId, why: CardReason) -> Result<()> {
    diesel::update(birthday_cards::table.find(id.as_str()))
        .set((
            birthday_cards::channel.eq(CardChannel::None),
            birthday_cards::why.eq(why),
            birthday_cards::carer_id.eq(None::<&str>),
        ))
        .run(tx)
}

/// The ages for which each of these children had its card, or was found to get none.
pub(crate) fn had(tx: &mut Tx, children: &[ChildId]) -> Result<Vec<(ChildId, i32)>> {
    Ok(birthday_cards::table
        .filter(birthday_cards::child_id.eq_any(children))
        .filter(birthday_cards::kind.eq(CardKind::Birthday))
        .select((birthday_cards::child_id, birthday_cards::age))
        .load(tx.conn())?)
}

pub(crate) fn card(tx: &mut Tx, id: &BirthdayCardId) -> Result<Option<Card>> {
    Ok(birthday_cards::table
        .find(id.as_str())
        .select(Card::as_select())
        .first(tx.conn())
        .optional()?)
}

/// A centre's cards to print: for paper, and those whose text nobody could send.
pub(crate) fn to_print(
    tx: &mut Tx,
    centre: &CentreId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Card>> {
    let on_paper = birthday_cards::channel.eq(CardChannel::Print);
    let unsent = birthday_cards::undelivered_why.eq(super::NO_SENDER);
    Ok(birthday_cards::table
        .filter(birthday_cards::centre_id.eq(centre.as_str()))
        .filter(birthday_cards::due_on.between(from, to))
        .filter(on_paper.or(unsent.assume_not_null()))
        .order((birthday_cards::due_on, birthday_cards::id))
        .select(Card::as_select())
        .load(tx.conn())?)
}

pub(crate) fn printed(
    tx: &mut Tx,
    id: &BirthdayCardId,
    by: Option<&AccountId>,
    at: Moment,
) -> Result<()> {
    diesel::update(birthday_cards::table.find(id.as_str()))
        .filter(birthday_cards::printed_at.is_null())
        .set((
            birthday_cards::printed_at.eq(at),
            birthday_cards::printed_by.eq(by.map(AccountId::as_str)),
        ))
        .run(tx)
}
