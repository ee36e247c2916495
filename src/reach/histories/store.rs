//! Queries for the versions of children known by a given moment.

use super::Expected;
use crate::areas::Vintage;
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::schema::child_facts;
use crate::db::{Tx, in_chunks};
use crate::reach::facts::PlaceKnown;
use crate::reach::version::Version;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::sync::Arc;

/// A stored version, whose LSOA is not looked up yet.
#[derive(Queryable, Selectable)]
#[diesel(table_name = child_facts)]
pub(crate) struct VersionRow {
    child_id: ChildId,
    known_from: Moment,
    known_until: Option<Moment>,
    family_id: Option<FamilyId>,
    centre_id: Option<CentreId>,
    born_on: Option<NaiveDate>,
    born_month_only: bool,
    due_on: Option<NaiveDate>,
    ended_on: Option<NaiveDate>,
    listed_on: Option<NaiveDate>,
    joined_on: Option<NaiveDate>,
    left_on: Option<NaiveDate>,
    pub postcode: Option<String>,
    place: PlaceKnown,
    lsoa_2011: Option<String>,
    lsoa_2021: Option<String>,
    target_groups: String,
    ethnicity_asked: bool,
    pub joined_into: Option<ChildId>,
}

impl VersionRow {
    /// Adds the LSOA of its postcode, or the one kept of an erased postcode.
    pub(crate) fn placed(self, vintage: Vintage, of_postcode: Option<Arc<str>>) -> Version {
        let erased = match vintage {
            Vintage::Of2011 => self.lsoa_2011,
            Vintage::Of2021 => self.lsoa_2021,
        };
        Version {
            child: self.child_id,
            known_from: self.known_from,
            known_until: self.known_until,
            family: self.family_id,
            centre: self.centre_id,
            born_on: self.born_on,
            born_month_only: self.born_month_only,
            due_on: self.due_on,
            ended_on: self.ended_on,
            listed_on: self.listed_on,
            joined_on: self.joined_on,
            left_on: self.left_on,
            place: self.place,
            lsoa: of_postcode.or_else(|| erased.map(Arc::from)),
            target_groups: self.target_groups,
            ethnicity_asked: self.ethnicity_asked,
            joined_into: self.joined_into,
        }
    }
}

/// What was known of children by a moment. `None`: all.
pub(crate) fn versions(
    tx: &mut Tx,
    known_at: Moment,
    children: Option<&[ChildId]>,
) -> Result<Vec<VersionRow>> {
    let query = || {
        child_facts::table
            .filter(child_facts::known_from.le(known_at))
            .filter(
                child_facts::known_until
                    .is_null()
                    .or(child_facts::known_until.gt(child_facts::known_from.nullable())),
            )
            .select(VersionRow::as_select())
            .into_boxed()
    };
    let Some(children) = children else { return Ok(query().load(tx.conn())?) };
    in_chunks(tx, children, |tx, some| {
        Ok(query().filter(child_facts::child_id.eq_any(some.to_vec())).load(tx.conn())?)
    })
}

/// The children known by a given moment to have a household as their home.
pub(crate) fn children_of(
    tx: &mut Tx,
    families: &[FamilyId],
    known_at: Moment,
) -> Result<Vec<ChildId>> {
    in_chunks(tx, families, |tx, some| {
        Ok(child_facts::table
            .filter(child_facts::family_id.eq_any(some))
            .filter(child_facts::known_from.le(known_at))
            .select(child_facts::child_id)
            .distinct()
            .load(tx.conn())?)
    })
}

/// Children that households were known, at a given moment, to expect, or to have had since a day.
/// `None`: all households.
pub(crate) fn expected(
    tx: &mut Tx,
    families: Option<&[&FamilyId]>,
    since: NaiveDate,
    known_at: Moment,
) -> Result<Vec<Expected>> {
    let known = || {
        child_facts::table
            .filter(child_facts::known_from.le(known_at))
            .filter(child_facts::known_until.is_null().or(child_facts::known_until.gt(known_at)))
            .filter(child_facts::due_on.is_not_null().or(child_facts::born_on.gt(since)))
            .filter(child_facts::joined_into.is_null())
            .filter(child_facts::family_id.is_not_null())
            .select((
                child_facts::family_id.assume_not_null(),
                child_facts::due_on,
                child_facts::born_on,
                child_facts::ended_on,
            ))
            .into_boxed()
    };
    let Some(families) = families else { return Ok(known().load(tx.conn())?) };
    in_chunks(tx, families, |tx, some| {
        Ok(known().filter(child_facts::family_id.eq_any(some.to_vec())).load(tx.conn())?)
    })
}
