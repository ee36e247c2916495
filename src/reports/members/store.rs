//! Queries for the members report: families with a membership, where they live, and their children.

use super::MemberFacts;
use crate::areas::{LsoaCode, Vintage};
use crate::base::calendar::BirthDate;
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::db::schema::{children, families, family_children, memberships, postcodes};
use crate::families::{Child, Family};
use crate::membership::Membership;
use diesel::prelude::*;
use std::collections::HashMap;

/// Every family with a membership and one of these home centres; `None`: all.
pub(crate) fn known(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    vintage: Vintage,
) -> Result<Vec<MemberFacts>> {
    let mut query = memberships::table
        .inner_join(families::table.on(families::id.eq(memberships::family_id)))
        .left_join(
            postcodes::table.on(postcodes::postcode
                .nullable()
                .eq(families::postcode)
                .and(postcodes::vintage.eq(vintage))),
        )
        .filter(families::erased_at.is_null())
        .into_boxed();
    if let Some(centres) = centres {
        query = query.filter(families::centre_id.eq_any(centres));
    }
    let rows: Vec<(Membership, Family, Option<LsoaCode>)> = query
        .select((Membership::as_select(), Family::as_select(), postcodes::lsoa.nullable()))
        .load(tx.conn())?;
    let mut born = births(tx, centres)?;
    let known = |(membership, family, lsoa): (Membership, Family, Option<LsoaCode>)| MemberFacts {
        children: born.remove(&family.id).unwrap_or_default(),
        family: family.id,
        centre: family.centre_id,
        postcode: family.postcode,
        lsoa: lsoa.map(|code| code.to_string()),
        channel: family.channel,
        status: membership.status,
        status_on: membership.status_at.civil_day(),
        joined_on: membership.joined_on,
        listed_on: membership.listed_on,
        ended_why: membership.ended_why,
    };
    Ok(rows.into_iter().map(known).collect())
}

type Births = HashMap<FamilyId, Vec<(ChildId, Option<BirthDate>)>>;

/// Children by household, except those no longer contacted about.
fn births(tx: &mut Tx, centres: Option<&[CentreId]>) -> Result<Births> {
    let mut query = family_children::table
        .inner_join(children::table.on(children::id.eq(family_children::child_id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .filter(children::ended.is_null())
        .into_boxed();
    if let Some(centres) = centres {
        query = query.filter(families::centre_id.eq_any(centres));
    }
    let rows: Vec<(FamilyId, Child)> =
        query.select((family_children::family_id, Child::as_select())).load(tx.conn())?;
    let mut born = Births::new();
    for (family, child) in rows {
        let birth = child.born();
        born.entry(family).or_default().push((child.id, birth));
    }
    Ok(born)
}
