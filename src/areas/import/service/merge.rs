//! Writes one batch of a file: compares it with the database, counts, and writes what is new or
//! different. LSOAs are written first, because the rest refers to them.

use super::parts::codes;
use crate::areas::basis::Index;
use crate::areas::files::deprivation::Deprivation;
use crate::areas::files::population::Residents;
use crate::areas::files::postcodes::Postcode;
use crate::areas::report::ImportCounts;
use crate::areas::store::{self, bulk};
use crate::areas::{DeprivationRow, LsoaCode, LsoaRow, PopulationTable, PostcodeRow, Vintage};
use crate::base::fault::Result;
use crate::base::id::PopulationTableId;
use crate::db::Tx;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// The default name of a table of residents.
pub(crate) const ESTIMATES: &str = "ONS mid-year estimates";

/// If a file has something twice, the last line wins. Sorted, so that a batch is a contiguous
/// range.
pub(crate) fn last_of_each<R, K: Hash + Ord>(rows: Vec<R>, key: impl Fn(&R) -> K) -> Vec<R> {
    let mut at: HashMap<K, usize> = HashMap::with_capacity(rows.len());
    let mut kept: Vec<R> = Vec::with_capacity(rows.len());
    for row in rows {
        match at.get(&key(&row)).and_then(|at| kept.get_mut(*at)) {
            Some(before) => *before = row,
            None => {
                at.insert(key(&row), kept.len());
                kept.push(row);
            }
        }
    }
    kept.sort_by_cached_key(key);
    kept
}

pub(crate) fn postcodes(tx: &mut Tx, vintage: Vintage, rows: &[Postcode]) -> Result<ImportCounts> {
    let wanted: Vec<&str> = rows.iter().map(|row| row.postcode.as_str()).collect();
    let mut known = store::postcodes_among(tx, &wanted)?;
    known.retain(|row| row.vintage == vintage);
    let known = by(known, |row| row.postcode.clone());
    let row = |row: &Postcode| {
        // A file without positions does not erase those of another.
        let before = known.get(&row.postcode).and_then(|row| row.latitude.zip(row.longitude));
        let position = row.position.map(|at| (at.latitude, at.longitude)).or(before);
        PostcodeRow {
            postcode: row.postcode.clone(),
            vintage,
            lsoa: row.lsoa.clone(),
            terminated_on: row.terminated_on,
            latitude: position.map(|(latitude, _)| latitude),
            longitude: position.map(|(_, longitude)| longitude),
        }
    };
    let (counts, write) = differing(rows.iter().map(row), |row| known.get(&row.postcode));
    bulk::postcodes(tx, &write)?;
    // What is nearest to a centre may be another now.
    tx.move_generation();
    Ok(counts)
}

pub(crate) fn deprivation(tx: &mut Tx, index: Index, rows: &[Deprivation]) -> Result<ImportCounts> {
    let wanted = codes(rows.iter().map(|row| &row.lsoa));
    let known = by(store::deprivation_among(tx, index, &wanted)?, |row| row.lsoa.clone());
    let row = |row: &Deprivation| {
        let before = known.get(&row.lsoa);
        DeprivationRow {
            vintage: index.vintage,
            index_year: index.year,
            lsoa: row.lsoa.clone(),
            imd_rank: row.imd_rank.or(before.and_then(|before| before.imd_rank)),
            imd_decile: row.imd_decile,
            // An edition without it does not erase it.
            idaci_rank: row.idaci_rank.or(before.and_then(|before| before.idaci_rank)),
            idaci_decile: row.idaci_decile.or(before.and_then(|before| before.idaci_decile)),
        }
    };
    let (counts, write) = differing(rows.iter().map(row), |row| known.get(&row.lsoa));
    bulk::deprivation(tx, &write)?;
    Ok(counts)
}

/// The table of residents of that name and year, created if new.
pub(crate) fn table(
    tx: &mut Tx,
    vintage: Vintage,
    name: &str,
    year: i32,
) -> Result<PopulationTable> {
    tx.alone("population_tables")?;
    let same = |table: &PopulationTable| {
        (table.vintage, table.name.as_str(), table.year) == (vintage, name, year)
    };
    if let Some(table) = store::population_tables(tx)?.into_iter().find(same) {
        return Ok(table);
    }
    let table = PopulationTable {
        id: PopulationTableId::new(),
        vintage,
        name: name.to_owned(),
        year,
        imported_at: tx.now(),
    };
    store::add_population_table(tx, &table)?;
    Ok(table)
}

/// Counts LSOAs, not ages.
pub(crate) fn population(
    tx: &mut Tx,
    table: &PopulationTable,
    rows: &[Residents],
) -> Result<ImportCounts> {
    let known = ages(tx, table, rows)?;
    let row = |row: &Residents| {
        let mut ages = known.get(row.lsoa.as_str()).cloned().unwrap_or_default();
        ages.extend(row.ages.iter().copied());
        (row.lsoa.clone(), ages)
    };
    let mut counts = ImportCounts::default();
    let mut write = Vec::new();
    for (lsoa, ages) in rows.iter().map(row) {
        let before = known.get(lsoa.as_str());
        counts.count(before, &ages);
        if before != Some(&ages) {
            write.push((lsoa, ages));
        }
    }
    let persons = write.iter().flat_map(|(lsoa, ages)| {
        let lsoa = lsoa.as_str();
        ages.iter().map(move |(age, persons)| bulk::Persons { lsoa, age: *age, persons: *persons })
    });
    bulk::population(tx, table, &persons.collect::<Vec<_>>())?;
    Ok(counts)
}

/// A table's figures for these LSOAs: persons by age.
pub(crate) fn ages(
    tx: &mut Tx,
    table: &PopulationTable,
    rows: &[Residents],
) -> Result<HashMap<String, BTreeMap<i32, i32>>> {
    let wanted = codes(rows.iter().map(|row| &row.lsoa));
    let mut known: HashMap<String, BTreeMap<i32, i32>> = HashMap::new();
    for (lsoa, age, persons) in store::population_among(tx, &table.id, &wanted)? {
        known.entry(lsoa).or_default().insert(age, persons);
    }
    Ok(known)
}

/// A row with an LSOA code, and perhaps its name.
pub(crate) trait NamesLsoa {
    fn lsoa(&self, vintage: Vintage) -> Option<LsoaRow>;
}

impl NamesLsoa for Postcode {
    fn lsoa(&self, vintage: Vintage) -> Option<LsoaRow> {
        let name = self.lsoa_name.clone();
        Some(LsoaRow { name, ..bare(vintage, self.lsoa.as_ref()?) })
    }
}

impl NamesLsoa for Deprivation {
    fn lsoa(&self, vintage: Vintage) -> Option<LsoaRow> {
        Some(LsoaRow {
            name: self.name.clone(),
            district_code: self.district_code.clone(),
            district_name: self.district_name.clone(),
            ..bare(vintage, &self.lsoa)
        })
    }
}

impl NamesLsoa for Residents {
    fn lsoa(&self, vintage: Vintage) -> Option<LsoaRow> {
        Some(LsoaRow { name: self.name.clone(), ..bare(vintage, &self.lsoa) })
    }
}

/// The LSOAs in these rows, each once.
pub(crate) fn lsoas_of<R: NamesLsoa>(vintage: Vintage, rows: &[R]) -> Vec<LsoaRow> {
    let named = rows.iter().filter_map(|row| row.lsoa(vintage)).collect();
    last_of_each(named, |row: &LsoaRow| row.code.clone())
}

/// A known name or district is kept if a file has none.
pub(crate) fn lsoas(tx: &mut Tx, vintage: Vintage, rows: &[LsoaRow]) -> Result<()> {
    let wanted = codes(rows.iter().map(|row| &row.code));
    let known = by(store::lsoas_among(tx, vintage, &wanted)?, |row| row.code.clone());
    let row = |row: &LsoaRow| match known.get(&row.code).cloned() {
        None => row.clone(),
        Some(before) => LsoaRow {
            name: row.name.clone().or(before.name),
            district_code: row.district_code.clone().or(before.district_code),
            district_name: row.district_name.clone().or(before.district_name),
            ..before
        },
    };
    let (_, write) = differing(rows.iter().map(row), |row| known.get(&row.code));
    bulk::lsoas(tx, &write)
}

fn bare(vintage: Vintage, code: &LsoaCode) -> LsoaRow {
    let code = code.clone();
    LsoaRow { vintage, code, name: None, district_code: None, district_name: None }
}

fn by<R, K: Hash + Eq>(rows: Vec<R>, key: impl Fn(&R) -> K) -> HashMap<K, R> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

/// The counts of rows, and the rows to write.
fn differing<'a, R: PartialEq + 'a>(
    rows: impl Iterator<Item = R>,
    known: impl Fn(&R) -> Option<&'a R>,
) -> (ImportCounts, Vec<R>) {
    let mut counts = ImportCounts::default();
    let mut write = Vec::new();
    for row in rows {
        let before = known(&row);
        counts.count(before, &row);
        if before != Some(&row) {
            write.push(row);
        }
    }
    (counts, write)
}
