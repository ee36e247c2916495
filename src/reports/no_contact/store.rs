//! Queries for the report on families without a contact.

use super::{Last, QuietFamily};
use crate::base::fault::Result;
use crate::base::id::{CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::contacts::{Counts, Kind};
use crate::db::schema::{
    contact_kinds, contacts, families, family_groups, memberships, target_groups,
};
use crate::db::{Tx, in_chunks};
use crate::families::FirstContact;
use crate::families::joined::kept_among;
use crate::families::store::joined;
use crate::membership::Standing;
use crate::membership::number::Number;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Live memberships of some centres (`None`: all), by family: those after one, up to a number.
pub(crate) fn members(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    (after, rows): (&str, i64),
) -> Result<Vec<QuietFamily>> {
    let mut query = memberships::table
        .inner_join(families::table.on(families::id.eq(memberships::family_id)))
        .filter(memberships::status.eq_any(vec![Standing::Listed, Standing::Member]))
        .filter(families::joined_into.is_null())
        .filter(families::id.gt(after.to_owned()))
        .into_boxed();
    if let Some(centres) = centres {
        query = query.filter(families::centre_id.eq_any(centres));
    }
    type Row = (FamilyId, Number, Option<CentreId>, FirstContact, Moment, bool);
    let rows: Vec<Row> = query
        .order(families::id)
        .limit(rows)
        .select((
            families::id,
            memberships::number,
            families::centre_id,
            families::channel,
            families::created_at,
            families::restricted,
        ))
        .load(tx.conn())?;
    let known = |(family_id, number, centre_id, channel, made_at, restricted): Row| {
        // A feed meets nobody.
        let met_on = (channel != FirstContact::Feed).then(|| made_at.civil_day());
        let (last_contact_on, to_ring) = (met_on, None);
        QuietFamily { family_id, number, centre_id, last_contact_on, to_ring, restricted }
    };
    Ok(rows.into_iter().map(known).collect())
}

/// The day of each family's last direct contact within a period. Contacts of merged records
/// count for the record they were merged into.
pub(crate) fn last_contacts(tx: &mut Tx, since: NaiveDate, to: NaiveDate) -> Result<Last> {
    let rows: Vec<(FamilyId, Option<NaiveDate>)> = contacts::table
        .inner_join(contact_kinds::table.on(contact_kinds::kind.eq(contacts::kind)))
        .filter(contact_kinds::counts.eq(Counts::Direct))
        .filter(contacts::withdrawn_at.is_null())
        .filter(contacts::on_day.between(since, to))
        .group_by(contacts::family_id)
        .select((contacts::family_id, diesel::dsl::max(contacts::on_day)))
        .load(tx.conn())?;
    let joined = joined(tx)?;
    let mut last = Last::new();
    for (family, day) in rows {
        let Some(day) = day else { continue };
        let family = kept_among(&family, |record| joined.get(record).cloned());
        let known = last.entry(family).or_insert(day);
        *known = day.max(*known);
    }
    Ok(last)
}

/// The same of some families alone.
pub(crate) fn last_contacts_of(
    tx: &mut Tx,
    (since, to): (NaiveDate, NaiveDate),
    of: &[FamilyId],
) -> Result<Last> {
    let joined = joined(tx)?;
    let kept = |family: &FamilyId| kept_among(family, |record| joined.get(record).cloned());
    let wanted: HashSet<&FamilyId> = of.iter().collect();
    let merged = joined.keys().filter(|record| wanted.contains(&kept(record))).cloned();
    let records: Vec<FamilyId> = of.iter().cloned().chain(merged).collect();
    let rows = in_chunks(tx, &records, |tx, some| {
        Ok(contacts::table
            .inner_join(contact_kinds::table.on(contact_kinds::kind.eq(contacts::kind)))
            .filter(contact_kinds::counts.eq(Counts::Direct))
            .filter(contacts::withdrawn_at.is_null())
            .filter(contacts::on_day.between(since, to))
            .filter(contacts::family_id.eq_any(some))
            .group_by(contacts::family_id)
            .select((contacts::family_id, diesel::dsl::max(contacts::on_day)))
            .load::<(FamilyId, Option<NaiveDate>)>(tx.conn())?)
    })?;
    let mut last = Last::new();
    for (family, day) in rows {
        let Some(day) = day else { continue };
        let known = last.entry(kept(&family)).or_insert(day);
        *known = day.max(*known);
    }
    Ok(last)
}

/// The last day on which somebody rang each of these families, by what was recorded.
pub(crate) fn last_calls(tx: &mut Tx, of: &[FamilyId]) -> Result<HashMap<FamilyId, NaiveDate>> {
    let rows = in_chunks(tx, of, |tx, some| {
        Ok(contacts::table
            .filter(contacts::kind.eq(Kind::PhoneCall))
            .filter(contacts::withdrawn_at.is_null())
            .filter(contacts::family_id.eq_any(some))
            .group_by(contacts::family_id)
            .select((contacts::family_id, diesel::dsl::max(contacts::on_day)))
            .load::<(FamilyId, Option<NaiveDate>)>(tx.conn())?)
    })?;
    Ok(rows.into_iter().filter_map(|(family, day)| Some((family, day?))).collect())
}

/// Groups stated for current families, by family.
pub(crate) fn groups(tx: &mut Tx) -> Result<HashMap<FamilyId, Vec<String>>> {
    let rows: Vec<(FamilyId, String)> = family_groups::table
        .filter(family_groups::ended_at.is_null())
        .select((family_groups::family_id, family_groups::group_code))
        .distinct()
        .load(tx.conn())?;
    let mut by_family: HashMap<FamilyId, Vec<String>> = HashMap::new();
    for (family, code) in rows {
        by_family.entry(family).or_default().push(code);
    }
    Ok(by_family)
}

/// The labels of groups.
pub(crate) fn labels(tx: &mut Tx) -> Result<HashMap<String, String>> {
    let labels = target_groups::table.select((target_groups::code, target_groups::label));
    Ok(labels.load::<(String, String)>(tx.conn())?.into_iter().collect())
}
