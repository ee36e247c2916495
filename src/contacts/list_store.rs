//! Queries for lists of current contacts within a caller's reach, newest first.

use super::{Contact, Kind};
use crate::access::Reach;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::joined;
use crate::families::store::within;
use crate::schema::{
    activities, booking_sessions, bookings, children, contacts, families, marks, sessions,
};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Which contacts.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only these families; `None`: any.
    pub families: Option<Vec<FamilyId>>,
    pub children: Option<Vec<ChildId>>,
    pub centre: Option<CentreId>,
    pub kind: Option<Kind>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// The last of the previous page.
    pub after: Option<(NaiveDate, String)>,
    pub rows: i64,
}

/// Whose contacts somebody may see.
#[derive(Clone, Debug)]
pub struct Sight {
    pub reach: Reach,
    /// Families that came to a centre since this moment also count as the centre's.
    pub since: Moment,
    /// Records merged into one within reach.
    pub joined: Vec<FamilyId>,
    /// Centres whose sensitive sessions may be seen; `None`: every centre.
    pub sensitive_at: Option<Vec<CentreId>>,
}

pub fn list(tx: &mut Tx, filter: &Filter, sight: &Sight) -> Result<Vec<Contact>, Fault> {
    let (reach, since) = (&sight.reach, sight.since);
    let joined: Vec<String> = sight.joined.iter().map(ToString::to_string).collect();
    let of_families =
        contacts::table.inner_join(families::table.on(families::id.eq(contacts::family_id)));
    let mut query = within!(of_families.into_boxed(), reach, since)
        .or_filter(contacts::family_id.eq_any(joined))
        .filter(contacts::withdrawn_at.is_null());
    if let Some(centres) = &sight.sensitive_at {
        let centres: Vec<String> = centres.iter().map(ToString::to_string).collect();
        let sensitive = activities::table
            .filter(activities::id.nullable().eq(contacts::activity_id))
            .filter(activities::sensitive.eq(true));
        query = query.filter(
            diesel::dsl::not(diesel::dsl::exists(sensitive))
                .or(contacts::centre_id.eq_any(centres)),
        );
    }
    if let Some(families) = &filter.families {
        let ids: Vec<String> = families.iter().map(ToString::to_string).collect();
        query = query.filter(contacts::family_id.eq_any(ids));
    }
    if let Some(children) = &filter.children {
        let ids: Vec<String> = children.iter().map(ToString::to_string).collect();
        query = query.filter(contacts::child_id.eq_any(ids));
    }
    if let Some(centre) = &filter.centre {
        query = query.filter(contacts::centre_id.eq(centre.to_string()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(contacts::kind.eq(kind));
    }
    if let Some(from) = filter.from {
        query = query.filter(contacts::on_day.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(contacts::on_day.le(to));
    }
    if let Some((day, id)) = &filter.after {
        let same_day = contacts::on_day.eq(*day).and(contacts::id.lt(id.clone()));
        query = query.filter(contacts::on_day.lt(*day).or(same_day));
    }
    Ok(query
        .order((contacts::on_day.desc(), contacts::id.desc()))
        .limit(filter.rows)
        .select(Contact::as_select())
        .load(tx.conn())?)
}

/// Merged records that have contacts of their own.
pub fn joined_with_contacts(tx: &mut Tx) -> Result<Vec<FamilyId>, Fault> {
    let any = contacts::table.filter(contacts::family_id.eq(families::id));
    Ok(families::table
        .filter(families::joined_into.is_not_null())
        .filter(diesel::dsl::exists(any))
        .select(families::id)
        .load(tx.conn())?)
}

/// A record and all records merged into it, directly or indirectly.
pub fn joined_into(tx: &mut Tx, family: &FamilyId) -> Result<Vec<FamilyId>, Fault> {
    let all = joined::leading_to(std::slice::from_ref(family), |into| {
        let ids: Vec<String> = into.iter().map(ToString::to_string).collect();
        let rows: Vec<(FamilyId, Option<FamilyId>)> = families::table
            .filter(families::joined_into.eq_any(ids))
            .select((families::id, families::joined_into))
            .load(tx.conn())?;
        Ok::<_, Fault>(rows.into_iter().filter_map(|(id, into)| Some((id, into?))).collect())
    })?;
    Ok(all.into_keys().collect())
}

/// The child and those merged into it.
pub fn same_children(tx: &mut Tx, child: &ChildId) -> Result<Vec<ChildId>, Fault> {
    let all = joined::leading_to(std::slice::from_ref(child), |into| {
        let ids: Vec<String> = into.iter().map(ToString::to_string).collect();
        let rows: Vec<(ChildId, Option<ChildId>)> = children::table
            .filter(children::joined_into.eq_any(ids))
            .select((children::id, children::joined_into))
            .load(tx.conn())?;
        Ok::<_, Fault>(rows.into_iter().filter_map(|(id, into)| Some((id, into?))).collect())
    })?;
    Ok(all.into_keys().collect())
}
