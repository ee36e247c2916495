//! Queries for the balance of attendance.

use super::{BalancePerson, BalancePlace, Came};
use crate::attendance::HeadCount;
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::contacts::Kind;
use crate::db::schema::{activities, contacts, head_counts, past_head_counts, sessions};
use crate::db::{Tx, in_chunks};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Which attendances, and as known when.
#[derive(Clone, Debug)]
pub struct Stretch {
    pub centres: Option<Vec<CentreId>>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub known_at: Moment,
}

/// Whose attendances.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BalanceScope<'a> {
    All,
    Children(&'a [ChildId]),
    /// Adults without a child.
    Adults,
}

/// Who came. Adults count only in contacts without a child.
pub(crate) fn came(tx: &mut Tx, of: &Stretch, scope: BalanceScope) -> Result<Vec<Came>> {
    let BalanceScope::Children(children) = scope else { return some_came(tx, of, scope) };
    in_chunks(tx, children, |tx, some| some_came(tx, of, BalanceScope::Children(some)))
}

fn some_came(tx: &mut Tx, of: &Stretch, scope: BalanceScope) -> Result<Vec<Came>> {
    let mut query = contacts::table
        .left_join(activities::table.on(contacts::activity_id.eq(activities::id.nullable())))
        .filter(contacts::kind.eq(Kind::Attendance))
        .filter(contacts::on_day.between(of.from, of.to))
        .filter(contacts::recorded_at.le(of.known_at))
        .filter(contacts::withdrawn_at.is_null().or(contacts::withdrawn_at.gt(of.known_at)))
        .into_boxed();
    if let Some(centres) = &of.centres {
        query = query.filter(contacts::centre_id.eq_any(centres));
    }
    query = match scope {
        BalanceScope::All => query,
        BalanceScope::Adults => query.filter(contacts::child_id.is_null()),
        BalanceScope::Children(some) => query.filter(contacts::child_id.eq_any(some)),
    };
    type Row = (Option<ChildId>, FamilyId, i32, NaiveDate, BalancePlace, Option<bool>);
    let rows: Vec<Row> = query
        .select((
            contacts::child_id,
            contacts::family_id,
            contacts::adults,
            contacts::on_day,
            (contacts::session_id, contacts::activity_id, contacts::centre_id),
            activities::adults_only.nullable(),
        ))
        .load(tx.conn())?;
    let came = |(child, family, adults, on_day, at, adults_only): Row| {
        let who = match child {
            Some(child) => BalancePerson::Child(child),
            None if adults_only.unwrap_or(true) => {
                BalancePerson::Adults(family, u64::try_from(adults).unwrap_or_default())
            }
            None => return None,
        };
        Some(Came { who, on_day, at })
    };
    Ok(rows.into_iter().filter_map(came).collect())
}

/// Head-counts, as known then; includes corrected ones.
pub(crate) fn heads(tx: &mut Tx, of: &Stretch) -> Result<Vec<(BalancePlace, bool, HeadCount)>> {
    let mut query = head_counts::table
        .inner_join(sessions::table.on(sessions::id.eq(head_counts::session_id)))
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(sessions::local_day.between(of.from, of.to))
        .filter(head_counts::received_at.le(of.known_at))
        .into_boxed();
    if let Some(centres) = &of.centres {
        query = query.filter(sessions::centre_id.eq_any(centres));
    }
    Ok(query
        .order((head_counts::session_id, head_counts::at, head_counts::client_id))
        .select((
            (
                sessions::id.nullable(),
                sessions::activity_id.nullable(),
                sessions::centre_id.nullable(),
            ),
            activities::adults_only,
            HeadCount::as_select(),
        ))
        .load(tx.conn())?)
}

/// Head-counts from before registers were kept here, as known then.
pub(crate) fn past_heads(tx: &mut Tx, of: &Stretch) -> Result<Vec<(BalancePlace, u64)>> {
    let mut query = past_head_counts::table
        .left_join(
            activities::table.on(past_head_counts::activity_id.eq(activities::id.nullable())),
        )
        .filter(past_head_counts::on_day.between(of.from, of.to))
        .filter(past_head_counts::recorded_at.le(of.known_at))
        .filter(
            past_head_counts::withdrawn_at
                .is_null()
                .or(past_head_counts::withdrawn_at.gt(of.known_at)),
        )
        .into_boxed();
    if let Some(centres) = &of.centres {
        query = query.filter(past_head_counts::centre_id.eq_any(centres));
    }
    type Row = (CentreId, Option<ActivityId>, i32, i32, Option<bool>);
    let rows: Vec<Row> = query
        .order(past_head_counts::id)
        .select((
            past_head_counts::centre_id,
            past_head_counts::activity_id,
            past_head_counts::adults,
            past_head_counts::children,
            activities::adults_only.nullable(),
        ))
        .load(tx.conn())?;
    let head = |(centre, activity, adults, children, adults_only): Row| {
        let number = if adults_only.unwrap_or(false) { adults } else { children };
        let at = BalancePlace { session: None, activity, centre: Some(centre) };
        (at, u64::try_from(number).unwrap_or_default())
    };
    Ok(rows.into_iter().map(head).collect())
}

/// The sessions of the period, with their titles and when they began.
pub(crate) fn held(tx: &mut Tx, of: &Stretch) -> Result<Vec<(String, String, Moment)>> {
    let mut query = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(sessions::local_day.between(of.from, of.to))
        .into_boxed();
    if let Some(centres) = &of.centres {
        query = query.filter(sessions::centre_id.eq_any(centres));
    }
    Ok(query.select((sessions::id, activities::title, sessions::starts_at)).load(tx.conn())?)
}

/// The titles of activities.
pub(crate) fn titles(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    Ok(activities::table.select((activities::id, activities::title)).load(tx.conn())?)
}
