//! Queries for the report on renewals.

use super::{CardsSent, Member, Renewed};
use crate::base::calendar::BirthDate;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{
    birthday_cards, children, families, family_children, memberships, renewals,
};
use crate::membership::Standing;
use crate::membership::birthdays::{CardChannel, CardKind, CardReason};
use chrono::{Months, NaiveDate};
use diesel::prelude::*;

/// A period, at some centres (`None`: all).
pub struct Period<'a> {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub centres: Option<&'a [CentreId]>,
}

impl Period<'_> {
    fn ids(&self) -> Option<Vec<String>> {
        self.centres.map(|centres| centres.iter().map(ToString::to_string).collect())
    }
}

/// Children of live memberships that may have a birthday in the period.
pub fn members(tx: &mut Tx, period: &Period) -> Result<Vec<Member>, Fault> {
    type Row = (FamilyId, ChildId, Option<NaiveDate>, bool, Since, Option<CentreId>);
    type Since = (Option<NaiveDate>, Option<NaiveDate>);
    // One month more, for birth dates known only to the month.
    let first = period.from.checked_sub_months(Months::new(5 * 12 + 1)).unwrap_or(period.from);
    let last = period.to.checked_sub_months(Months::new(11)).unwrap_or(period.to);
    let mut query = children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .inner_join(memberships::table.on(memberships::family_id.eq(families::id)))
        .filter(children::born_on.between(first, last))
        .filter(children::ended.is_null())
        .filter(families::joined_into.is_null())
        .filter(memberships::status.eq_any(vec![Standing::Listed, Standing::Member]))
        .into_boxed();
    if let Some(ids) = period.ids() {
        query = query.filter(families::centre_id.eq_any(ids));
    }
    let rows: Vec<Row> = query
        .select((
            families::id,
            children::id,
            children::born_on,
            children::born_month_only,
            (memberships::joined_on, memberships::listed_on),
            families::centre_id,
        ))
        .load(tx.conn())?;
    let member = |(family, child, day, month_only, (joined, listed), centre): Row| {
        let birth = |day| if month_only { BirthDate::MonthOf(day) } else { BirthDate::Day(day) };
        Some(Member { family, child, born: birth(day?), since: joined.or(listed), centre })
    };
    Ok(rows.into_iter().filter_map(member).collect())
}

pub fn renewed(tx: &mut Tx, period: &Period) -> Result<Vec<Renewed>, Fault> {
    let mut query =
        renewals::table.filter(renewals::due_on.between(period.from, period.to)).into_boxed();
    if let Some(ids) = period.ids() {
        query = query.filter(renewals::centre_id.eq_any(ids));
    }
    let rows: Vec<(FamilyId, ChildId, i32, Option<CentreId>)> = query
        .select((renewals::family_id, renewals::child_id, renewals::age, renewals::centre_id))
        .load(tx.conn())?;
    let renewed = |(family, child, age, centre)| Renewed { family, child, age, centre };
    Ok(rows.into_iter().map(renewed).collect())
}

pub fn sent(tx: &mut Tx, period: &Period) -> Result<Vec<CardsSent>, Fault> {
    type Row =
        (CardKind, CardChannel, CardReason, Option<CentreId>, Option<Moment>, Option<Moment>);
    let mut query = birthday_cards::table
        .filter(birthday_cards::due_on.between(period.from, period.to))
        .into_boxed();
    if let Some(ids) = period.ids() {
        query = query.filter(birthday_cards::centre_id.eq_any(ids));
    }
    let rows: Vec<Row> = query
        .select((
            birthday_cards::kind,
            birthday_cards::channel,
            birthday_cards::why,
            birthday_cards::centre_id,
            birthday_cards::undelivered_at,
            birthday_cards::printed_at,
        ))
        .load(tx.conn())?;
    let sent = |(kind, channel, why, centre, undelivered, printed): Row| CardsSent {
        kind,
        channel,
        why,
        centre,
        undelivered: undelivered.is_some(),
        printed: printed.is_some(),
    };
    Ok(rows.into_iter().map(sent).collect())
}
