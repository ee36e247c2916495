//! Queries about births by month and area.

use super::BirthCount;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::db::Tx;
use crate::schema::birth_counts;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Replaces the same sender's count for the same month and area.
pub fn replace(tx: &mut Tx, count: &BirthCount) -> Result<(), Fault> {
    let mut old = diesel::delete(birth_counts::table)
        .filter(birth_counts::month.eq(count.month))
        .into_boxed();
    old = match &count.lsoa {
        Some(lsoa) => old.filter(birth_counts::lsoa.eq(lsoa.clone())),
        None => old.filter(birth_counts::lsoa.is_null()),
    };
    old = match &count.centre_id {
        Some(centre) => old.filter(birth_counts::centre_id.eq(centre.clone())),
        None => old.filter(birth_counts::centre_id.is_null()),
    };
    old = match &count.partner_id {
        Some(partner) => old.filter(birth_counts::partner_id.eq(partner.clone())),
        None => old.filter(birth_counts::partner_id.is_null()),
    };
    old.execute(tx.conn())?;
    diesel::insert_into(birth_counts::table).values(count).execute(tx.conn())?;
    Ok(())
}

/// Which counts.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub centre: Option<CentreId>,
    pub lsoa: Option<String>,
    pub after: String,
    pub rows: i64,
}

pub fn list(tx: &mut Tx, filter: &Filter) -> Result<Vec<BirthCount>, Fault> {
    let mut query = birth_counts::table
        .filter(birth_counts::id.gt(filter.after.clone()))
        .select(BirthCount::as_select())
        .into_boxed();
    if let Some(from) = filter.from {
        query = query.filter(birth_counts::month.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(birth_counts::month.le(to));
    }
    if let Some(centre) = &filter.centre {
        query = query.filter(birth_counts::centre_id.eq(centre.clone()));
    }
    if let Some(lsoa) = &filter.lsoa {
        query = query.filter(birth_counts::lsoa.eq(lsoa.clone()));
    }
    Ok(query.order(birth_counts::id).limit(filter.rows).load(tx.conn())?)
}
