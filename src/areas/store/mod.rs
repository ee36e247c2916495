//! Queries about areas. Every join also joins on the vintage.

pub(crate) mod bulk;

use super::basis::{Basis, Imported, Index};
use super::figures::LsoaFigure;
use super::{
    Area, DeprivationRow, LsoaCode, LsoaRow, PopulationTable, PostcodeRow, ReachArea, Vintage,
};
use crate::base::fault::Result;
use crate::base::id::{CentreId, PopulationTableId, ReachAreaId};
use crate::base::moment::Moment;
use crate::db::schema::{
    deprivation, lsoas, population, population_tables, postcodes, reach_area_lsoas, reach_areas,
};
use crate::db::{Run, Tx, in_chunks};
use crate::settings;
use diesel::dsl::sum;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::HashMap;

/// The postcode, in each vintage that has it.
pub fn postcode(tx: &mut Tx, postcode: &str) -> Result<Vec<PostcodeRow>> {
    Ok(postcodes::table
        .filter(postcodes::postcode.eq(postcode))
        .order(postcodes::vintage)
        .select(PostcodeRow::as_select())
        .load(tx.conn())?)
}

/// Prevents a cached query plan: with a list it does not know yet, PostgreSQL would compare every
/// row with every item.
fn planned_anew() -> SqlLiteral<Bool> {
    diesel::dsl::sql("1 = 1")
}

/// The range from the first code to the last: the index narrows to it before the list is compared.
fn stretch<'a>(wanted: &[&'a str]) -> (&'a str, &'a str) {
    let first = wanted.iter().min().copied().unwrap_or_default();
    (first, wanted.iter().max().copied().unwrap_or_default())
}

/// Which of these are known in any vintage.
pub fn postcodes_among(tx: &mut Tx, wanted: &[&str]) -> Result<Vec<PostcodeRow>> {
    in_chunks(tx, wanted, |tx, some| {
        Ok(postcodes::table
            .filter(postcodes::postcode.eq_any(some))
            .filter(planned_anew())
            .select(PostcodeRow::as_select())
            .load(tx.conn())?)
    })
}

pub fn lsoas_among(tx: &mut Tx, vintage: Vintage, wanted: &[&str]) -> Result<Vec<LsoaRow>> {
    in_chunks(tx, wanted, |tx, some| {
        let (first, last) = stretch(some);
        Ok(lsoas::table
            .filter(lsoas::vintage.eq(vintage))
            .filter(lsoas::code.between(first, last))
            .filter(lsoas::code.eq_any(some))
            .filter(planned_anew())
            .select(LsoaRow::as_select())
            .load(tx.conn())?)
    })
}

pub fn lsoas_of_district(tx: &mut Tx, vintage: Vintage, code: &str) -> Result<Area> {
    let codes: Vec<LsoaCode> = lsoas::table
        .filter(lsoas::vintage.eq(vintage))
        .filter(lsoas::district_code.eq(code))
        .select(lsoas::code)
        .load(tx.conn())?;
    Ok(Area { vintage, lsoas: codes.into_iter().collect() })
}

pub fn deprivation_among(
    tx: &mut Tx,
    index: Index,
    wanted: &[&str],
) -> Result<Vec<DeprivationRow>> {
    in_chunks(tx, wanted, |tx, some| {
        let (first, last) = stretch(some);
        Ok(deprivation::table
            .filter(deprivation::vintage.eq(index.vintage))
            .filter(deprivation::index_year.eq(index.year))
            .filter(deprivation::lsoa.between(first, last))
            .filter(deprivation::lsoa.eq_any(some))
            .filter(planned_anew())
            .select(DeprivationRow::as_select())
            .load(tx.conn())?)
    })
}

/// `(lsoa, age, persons)`.
pub fn population_among(
    tx: &mut Tx,
    table: &PopulationTableId,
    wanted: &[&str],
) -> Result<Vec<(String, i32, i32)>> {
    in_chunks(tx, wanted, |tx, some| {
        let (first, last) = stretch(some);
        Ok(population::table
            .filter(population::table_id.eq(table.as_str()))
            .filter(population::lsoa.between(first, last))
            .filter(population::lsoa.eq_any(some))
            .filter(planned_anew())
            .select((population::lsoa, population::age, population::persons))
            .load(tx.conn())?)
    })
}

pub fn population_tables(tx: &mut Tx) -> Result<Vec<PopulationTable>> {
    Ok(population_tables::table
        .order((population_tables::vintage, population_tables::year, population_tables::name))
        .select(PopulationTable::as_select())
        .load(tx.conn())?)
}

pub fn add_population_table(tx: &mut Tx, table: &PopulationTable) -> Result<()> {
    diesel::insert_into(population_tables::table).values(table).run(tx)
}

pub fn imported(tx: &mut Tx) -> Result<Imported> {
    let indices: Vec<(Vintage, i32)> = deprivation::table
        .select((deprivation::vintage, deprivation::index_year))
        .distinct()
        .load(tx.conn())?;
    let indices = indices.into_iter().map(|(vintage, year)| Index { vintage, year }).collect();
    Ok(Imported { indices, tables: population_tables(tx)? })
}

/// The same at a given moment; for a vintage without an edition then, the later one.
pub fn imported_at(tx: &mut Tx, known_at: Moment) -> Result<Imported> {
    let mut imported = imported(tx)?;
    let now = imported.indices.clone();
    let mut then: Vec<Index> = settings::store::at(tx, EDITIONS, known_at, |_| Ok(now))?;
    let known: Vec<Vintage> = then.iter().map(|index| index.vintage).collect();
    then.extend(imported.indices.iter().filter(|index| !known.contains(&index.vintage)));
    imported.indices = then;
    Ok(imported)
}

/// A report as known at an earlier moment uses the editions of the indices known then.
const EDITIONS: &str = "deprivation_editions";

/// Call this before writing the first rows of an edition.
pub fn keep_editions(tx: &mut Tx, new: Index) -> Result<()> {
    tx.alone(EDITIONS)?;
    let before = imported(tx)?.indices;
    match before.contains(&new) {
        true => Ok(()),
        false => settings::store::keep(tx, EDITIONS, &before),
    }
}

/// The LSOAs of an area with their figures on this basis, by code.
pub fn figures(tx: &mut Tx, area: &Area, basis: &Basis) -> Result<Vec<LsoaFigure>> {
    let wanted: Vec<&str> = area.lsoas.iter().map(LsoaCode::as_str).collect();
    let mut names = HashMap::new();
    let mut deciles = HashMap::new();
    let mut residents = HashMap::new();
    let rows = lsoas_among(tx, area.vintage, &wanted)?;
    names.extend(rows.into_iter().map(|row| (row.code, row.name)));
    if let Some(year) = basis.index_year() {
        let rows = deprivation_among(tx, Index { vintage: area.vintage, year }, &wanted)?;
        deciles.extend(rows.into_iter().map(|row| (row.lsoa, row.imd_decile)));
    }
    if let Some(table) = basis.table() {
        residents.extend(under_fives(tx, &table.id, &wanted)?);
    }
    let figure = |code: &LsoaCode| LsoaFigure {
        code: code.clone(),
        name: names.get(code).cloned().flatten(),
        decile: deciles.get(code).copied(),
        under_fives: residents.get(code).copied(),
    };
    Ok(area.lsoas.iter().map(figure).collect())
}

/// By LSOA; only LSOAs with every age known.
fn under_fives(
    tx: &mut Tx,
    table: &PopulationTableId,
    wanted: &[&str],
) -> Result<Vec<(LsoaCode, i64)>> {
    let rows: Vec<(LsoaCode, Option<i64>, i64)> = in_chunks(tx, wanted, |tx, some| {
        let (first, last) = stretch(some);
        Ok(population::table
            .filter(population::table_id.eq(table.as_str()))
            .filter(population::lsoa.between(first, last))
            .filter(population::lsoa.eq_any(some))
            .filter(planned_anew())
            .filter(population::age.between(0, 4))
            .group_by(population::lsoa)
            .select((population::lsoa, sum(population::persons), diesel::dsl::count_star()))
            .load(tx.conn())?)
    })?;
    let whole = rows.into_iter().filter(|(_, _, ages)| *ages == 5);
    Ok(whole.filter_map(|(lsoa, persons, _)| Some((lsoa, persons?))).collect())
}

/// The centre's reach area as it is now.
pub fn reach_area(tx: &mut Tx, centre: &CentreId) -> Result<Option<ReachArea>> {
    Ok(reach_areas::table
        .filter(reach_areas::centre_id.eq(centre.as_str()))
        .filter(reach_areas::until_at.is_null())
        .select(ReachArea::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The reach area as known at a given moment.
pub fn reach_area_at(tx: &mut Tx, centre: &CentreId, at: Moment) -> Result<Option<ReachArea>> {
    Ok(reach_areas::table
        .filter(reach_areas::centre_id.eq(centre.as_str()))
        .filter(reach_areas::since_at.le(at))
        .filter(reach_areas::until_at.is_null().or(reach_areas::until_at.gt(at)))
        .order(reach_areas::since_at.desc())
        .select(ReachArea::as_select())
        .first(tx.conn())
        .optional()?)
}

pub fn area_of(tx: &mut Tx, area: &ReachArea) -> Result<Area> {
    let codes: Vec<LsoaCode> = reach_area_lsoas::table
        .filter(reach_area_lsoas::area_id.eq(area.id.as_str()))
        .select(reach_area_lsoas::lsoa)
        .load(tx.conn())?;
    Ok(Area { vintage: area.vintage, lsoas: codes.into_iter().collect() })
}

pub fn end_reach_area(tx: &mut Tx, id: &ReachAreaId, at: Moment) -> Result<()> {
    diesel::update(reach_areas::table.find(id.as_str())).set(reach_areas::until_at.eq(at)).run(tx)
}

pub fn add_reach_area(tx: &mut Tx, area: &ReachArea, of: &Area) -> Result<()> {
    diesel::insert_into(reach_areas::table).values(area).execute(tx.conn())?;
    for lsoa in &of.lsoas {
        diesel::insert_into(reach_area_lsoas::table)
            .values((
                reach_area_lsoas::area_id.eq(area.id.as_str()),
                reach_area_lsoas::vintage.eq(area.vintage),
                reach_area_lsoas::lsoa.eq(lsoa),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// The centres whose reach area has the postcode, by id; each in its own vintage.
pub fn centres_for(tx: &mut Tx, postcode: &str) -> Result<Vec<CentreId>> {
    Ok(postcodes::table
        .inner_join(
            reach_area_lsoas::table.on(reach_area_lsoas::vintage
                .eq(postcodes::vintage)
                .and(reach_area_lsoas::lsoa.nullable().eq(postcodes::lsoa))),
        )
        .inner_join(reach_areas::table.on(reach_areas::id.eq(reach_area_lsoas::area_id)))
        .filter(postcodes::postcode.eq(postcode))
        .filter(reach_areas::until_at.is_null())
        .select(reach_areas::centre_id)
        .distinct()
        .order(reach_areas::centre_id)
        .load(tx.conn())?)
}
