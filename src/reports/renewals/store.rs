//! Queries for the report on renewals.

use super::{CardsSent, Member, Renewed};
use crate::base::calendar::BirthDate;
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::db::schema::{
    birthday_cards, children, families, family_children, memberships, renewals,
};
use crate::membership::Standing;
use chrono::{Months, NaiveDate};
use diesel::prelude::*;

/// Children of live memberships that may have a birthday in the period.
pub(crate) fn members(
    tx: &mut Tx,
    (from, to): (NaiveDate, NaiveDate),
    centres: Option<&[CentreId]>,
) -> Result<Vec<Member>> {
    type Row = (FamilyId, ChildId, NaiveDate, bool, Since, Option<CentreId>);
    type Since = (Option<NaiveDate>, Option<NaiveDate>);
    // One month more, for birth dates known only to the month.
    let first = from.checked_sub_months(Months::new(5 * 12 + 1)).unwrap_or(from);
    let last = to.checked_sub_months(Months::new(11)).unwrap_or(to);
    let mut query = children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .inner_join(memberships::table.on(memberships::family_id.eq(families::id)))
        .filter(children::born_on.between(first, last))
        .filter(children::ended.is_null())
        .filter(families::joined_into.is_null())
        .filter(memberships::status.eq_any(vec![Standing::Listed, Standing::Member]))
        .into_boxed();
    if let Some(centres) = centres {
        query = query.filter(families::centre_id.eq_any(centres));
    }
    let rows: Vec<Row> = query
        .select((
            families::id,
            children::id,
            children::born_on.assume_not_null(),
            children::born_month_only,
            (memberships::joined_on, memberships::listed_on),
            families::centre_id,
        ))
        .load(tx.conn())?;
    let member = |(family, child, day, month_only, (joined, listed), centre): Row| {
        let born = if month_only { BirthDate::MonthOf(day) } else { BirthDate::Day(day) };
        Member { family, child, born, since: joined.or(listed), centre }
    };
    Ok(rows.into_iter().map(member).collect())
}

pub(crate) fn renewed(
    tx: &mut Tx,
    (from, to): (NaiveDate, NaiveDate),
    centres: Option<&[CentreId]>,
) -> Result<Vec<Renewed>> {
    let mut query = renewals::table.filter(renewals::due_on.between(from, to)).into_boxed();
    if let Some(centres) = centres {
        query = query.filter(renewals::centre_id.eq_any(centres));
    }
    Ok(query
        .select((renewals::family_id, renewals::child_id, renewals::age, renewals::centre_id))
        .load(tx.conn())?)
}

pub(crate) fn sent(
    tx: &mut Tx,
    (from, to): (NaiveDate, NaiveDate),
    centres: Option<&[CentreId]>,
) -> Result<Vec<CardsSent>> {
    let mut query =
        birthday_cards::table.filter(birthday_cards::due_on.between(from, to)).into_boxed();
    if let Some(centres) = centres {
        query = query.filter(birthday_cards::centre_id.eq_any(centres));
    }
    Ok(query
        .select((
            birthday_cards::kind,
            birthday_cards::channel,
            birthday_cards::why,
            birthday_cards::centre_id,
            birthday_cards::undelivered_at.is_not_null(),
            birthday_cards::printed_at.is_not_null(),
        ))
        .load(tx.conn())?)
}
