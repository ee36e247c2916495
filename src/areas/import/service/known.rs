//! Finds a file's vintage from earlier imports, if the file does not give it: a part that is known
//! completely in exactly one vintage has that vintage.

use super::merge;
use super::parts::{BATCH, only, unsaid};
use crate::access::Actor;
use crate::areas::files::population::Residents;
use crate::areas::files::postcodes::Postcode;
use crate::areas::files::wrong;
use crate::areas::{LsoaCode, PopulationTable, Vintage, store};
use crate::base::fault::Result;
use crate::db::Store;
use std::collections::BTreeSet;

/// The vintages in which every one of these postcodes is known.
pub(crate) fn of_postcodes(store: &Store, rows: &[Postcode]) -> Result<Vec<Vintage>> {
    let wanted: BTreeSet<&str> = rows.iter().map(|row| row.postcode.as_str()).collect();
    let wanted: Vec<&str> = wanted.into_iter().collect();
    in_all(store, &wanted, |tx, vintage, wanted| {
        let rows = store::postcodes_among(tx, wanted)?;
        Ok(rows.iter().filter(|row| row.vintage == vintage).count())
    })
}

/// The vintages in which every one of these LSOAs is known.
pub(crate) fn of_lsoas(store: &Store, codes: &BTreeSet<LsoaCode>) -> Result<Vec<Vintage>> {
    let wanted: Vec<&str> = codes.iter().map(LsoaCode::as_str).collect();
    in_all(store, &wanted, |tx, vintage, wanted| Ok(store::lsoas_among(tx, vintage, wanted)?.len()))
}

fn in_all(
    store: &Store,
    wanted: &[&str],
    count: impl Fn(&mut crate::db::Tx, Vintage, &[&str]) -> Result<usize>,
) -> Result<Vec<Vintage>> {
    store.read(Actor::service(), |tx| {
        let mut vintages = Vec::new();
        for vintage in Vintage::ALL.iter().copied() {
            if !wanted.is_empty() && count(tx, vintage, wanted)? == wanted.len() {
                vintages.push(vintage);
            }
        }
        Ok(vintages)
    })
}

/// The table of residents that a file belongs to. Without a year, only a table with exactly the
/// same figures matches, so that tables never get mixed.
pub(crate) fn table_of(
    store: &Store,
    rows: &[Residents],
    tables: Vec<PopulationTable>,
    year: Option<i32>,
) -> Result<PopulationTable> {
    let mut fitting = Vec::new();
    for table in tables {
        if holds(store, &table, rows, year)? {
            fitting.push(table);
        }
    }
    let years: BTreeSet<i32> = fitting.iter().map(|table| table.year).collect();
    if year.is_none() && years.len() != 1 {
        return Err(wrong(
            "The file does not show the year of its residents. Add it, such as --year 2020.",
        ));
    }
    let vintage = only(fitting.iter().map(|table| table.vintage).collect())?;
    fitting.into_iter().find(|table| table.vintage == vintage).ok_or_else(unsaid)
}

fn holds(
    store: &Store,
    table: &PopulationTable,
    rows: &[Residents],
    year: Option<i32>,
) -> Result<bool> {
    for rows in rows.chunks(BATCH) {
        let known = store.read(Actor::service(), |tx| merge::ages(tx, table, rows))?;
        let stands = |row: &Residents| {
            let known = known.get(row.lsoa.as_str());
            let same = |(age, persons): &(i32, i32)| {
                known.is_some_and(|known| known.get(age) == Some(persons))
            };
            known.is_some() && (year.is_some() || row.ages.iter().all(same))
        };
        if !rows.iter().all(stands) {
            return Ok(false);
        }
    }
    Ok(true)
}
