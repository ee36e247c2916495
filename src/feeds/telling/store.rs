//! Queries about listed families: who has to be told, and whose message was sent.

use crate::base::fault::Result;
use crate::base::id::{CentreId, FamilyId};
use crate::base::literal::Literal;
use crate::db::Tx;
use crate::db::schema::{carers, families, memberships, outbox};
use crate::families::{Carer, Family};
use crate::membership::{Membership, Standing};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Which listed families.
#[derive(Clone, Debug, Default)]
pub(crate) struct ToTellFilter {
    /// Of these home centres; `None`: of all.
    pub centres: Option<Vec<CentreId>>,
    /// Only those who should have been told before this day.
    pub overdue_on: Option<NaiveDate>,
    /// Restricted records too.
    pub restricted: bool,
    /// After this day and number.
    pub after: Option<(NaiveDate, String)>,
    pub rows: i64,
}

/// Families to tell, most urgent first.
pub(crate) fn to_tell(tx: &mut Tx, filter: &ToTellFilter) -> Result<Vec<(Membership, Family)>> {
    let mut query = memberships::table
        .inner_join(families::table.on(families::id.eq(memberships::family_id)))
        .filter(memberships::status.eq(Standing::Listed))
        .filter(families::joined_into.is_null())
        .filter(families::moved_away_on.is_null())
        .select((Membership::as_select(), Family::as_select()))
        .into_boxed();
    if let Some(centres) = &filter.centres {
        query = query.filter(families::centre_id.eq_any(centres.clone()));
    }
    if let Some(today) = filter.overdue_on {
        query = query.filter(memberships::tell_by.lt(today));
    }
    if !filter.restricted {
        query = query.filter(families::restricted.eq(false));
    }
    if let Some((day, number)) = &filter.after {
        let same_day = memberships::tell_by.eq(*day).and(memberships::number.gt(number.clone()));
        query = query.filter(memberships::tell_by.gt(*day).or(same_day));
    }
    Ok(query
        .order((memberships::tell_by, memberships::number))
        .limit(filter.rows)
        .load(tx.conn())?)
}

pub(crate) fn carers_of(tx: &mut Tx, ids: &[FamilyId]) -> Result<Vec<Carer>> {
    Ok(carers::table
        .filter(carers::family_id.eq_any(ids.to_vec()))
        .order((carers::family_id, carers::position))
        .select(Carer::as_select())
        .load(tx.conn())?)
}

/// Those of these families whose welcome could not be delivered.
pub(crate) fn undelivered(tx: &mut Tx, ids: &[FamilyId]) -> Result<Vec<FamilyId>> {
    let found: Vec<Option<FamilyId>> = outbox::table
        .filter(outbox::kind.eq(Literal::of("welcome")))
        .filter(outbox::state.eq(Literal::of("dead")))
        .filter(outbox::family_id.eq_any(ids.to_vec()))
        .select(outbox::family_id)
        .load(tx.conn())?;
    Ok(found.into_iter().flatten().collect())
}

/// Listed families whose welcome was sent.
pub(crate) fn reached(tx: &mut Tx, rows: i64) -> Result<Vec<FamilyId>> {
    Ok(memberships::table
        .inner_join(outbox::table.on(outbox::family_id.eq(memberships::family_id.nullable())))
        .filter(memberships::status.eq(Standing::Listed))
        .filter(outbox::kind.eq("welcome"))
        .filter(outbox::state.eq("sent"))
        .order(memberships::number)
        .limit(rows)
        .select(memberships::family_id)
        .load(tx.conn())?)
}
