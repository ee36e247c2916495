//! Importing published files. A file is read completely before anything is written, then written a
//! thousand rows at a time, so that bookings continue meanwhile. A stopped import is continued by
//! importing again: rows are merged, never duplicated.

pub(crate) mod known;
pub(crate) mod merge;
pub(crate) mod parts;
pub(crate) mod reach;

use crate::access::Actor;
use crate::areas::files::{self, Read, RefusedLine, vintage, wrong};
use crate::areas::report::{AreaImportReport, ImportCounts, ImportDone};
use crate::areas::{Vintage, store};
use crate::audit::Event;
use crate::base::fault::Result;
use crate::db::{Store, Tx};
use parts::{BATCH, only, parts, unsaid};
pub use reach::{ReachImport, reach_area};
use serde_json::json;

/// A published file, and the options given with it.
pub struct Import {
    pub bytes: Vec<u8>,
    /// Some publishers give the year only in the file name.
    pub file_name: String,
    pub vintage: Option<Vintage>,
    pub year: Option<i32>,
    /// The name of a table of residents.
    pub table: Option<String>,
}

/// Called after each transaction: rows done, and the total.
pub type Watch<'a> = &'a mut dyn FnMut(usize, usize);

pub fn postcodes(store: &Store, import: &Import, watch: Watch) -> Result<AreaImportReport> {
    let read = files::postcodes::read(&import.bytes)?;
    let mut report = AreaImportReport::of(&read)?;
    for part in parts(read, import.vintage)? {
        let codes = part.rows.iter().filter_map(|row| row.lsoa.as_ref());
        let told = vintage::decide(import.vintage, part.said, codes)?;
        let vintage = match told {
            Some(vintage) => vintage,
            None => only(known::of_postcodes(store, &part.rows)?)?,
        };
        let rows = merge::last_of_each(part.rows, |row| row.postcode.clone());
        let counts = in_batches(store, vintage, rows, watch, move |tx, rows| {
            merge::postcodes(tx, vintage, rows)
        })?;
        report.done(store, "postcodes".to_owned(), vintage, counts)?;
    }
    Ok(report)
}

pub fn deprivation(store: &Store, import: &Import, watch: Watch) -> Result<AreaImportReport> {
    let read = files::deprivation::read(&import.bytes)?;
    let mut report = AreaImportReport::of(&read)?;
    for part in parts(read, import.vintage)? {
        let codes = part.rows.iter().map(|row| &row.lsoa);
        let told = vintage::decide(import.vintage, part.said, codes)?;
        let named = import.year.or_else(|| files::deprivation::year_in(&import.file_name));
        let vintage = told.or(named.and_then(files::deprivation::vintage_of));
        let vintage = vintage.ok_or_else(unsaid)?;
        let year = named.unwrap_or(files::deprivation::usual_year(vintage));
        if let Some(other) = files::deprivation::vintage_of(year).filter(|of| *of != vintage) {
            return Err(crate::areas::mixed(format!(
                "The {year} indices use {other} LSOAs, but the file has {vintage} LSOAs."
            )));
        }
        let rows = merge::last_of_each(part.rows, |row| row.lsoa.clone());
        let index = crate::areas::basis::Index { vintage, year };
        store.write(Actor::service(), move |tx| store::keep_editions(tx, index))?;
        let counts = in_batches(store, vintage, rows, watch, move |tx, rows| {
            merge::deprivation(tx, index, rows)
        })?;
        report.done(store, format!("LSOAs in the {year} indices"), vintage, counts)?;
    }
    Ok(report)
}

pub fn population(store: &Store, import: &Import, watch: Watch) -> Result<AreaImportReport> {
    let read = files::population::read(&import.bytes)?;
    let mut report = AreaImportReport::of(&read)?;
    let name = import.table.clone().unwrap_or_else(|| merge::ESTIMATES.to_owned());
    for part in parts(read, import.vintage)? {
        let codes = part.rows.iter().map(|row| &row.lsoa);
        let told = vintage::decide(import.vintage, part.said, codes)?;
        let tables = store.read(Actor::service(), store::population_tables)?;
        let tables = tables.into_iter().filter(|table| {
            table.name == name && told.is_none_or(|vintage| vintage == table.vintage)
        });
        let year = one_year(&part.rows, import)?;
        let table = match (told, year) {
            (Some(vintage), Some(year)) => {
                let name = name.clone();
                let table = move |tx: &mut Tx| merge::table(tx, vintage, &name, year);
                store.write(Actor::service(), table)?
            }
            (_, year) => {
                let tables = tables.filter(|table| year.is_none_or(|year| year == table.year));
                known::table_of(store, &part.rows, tables.collect(), year)?
            }
        };
        let rows = merge::last_of_each(part.rows, |row| row.lsoa.clone());
        let what = format!("LSOAs in {} {}", table.name, table.year);
        let vintage = table.vintage;
        let counts = in_batches(store, vintage, rows, watch, move |tx, rows| {
            merge::population(tx, &table, rows)
        })?;
        report.done(store, what, vintage, counts)?;
    }
    Ok(report)
}

/// The year of a file's residents, from the file, its name or the options.
fn one_year(rows: &[files::population::Residents], import: &Import) -> Result<Option<i32>> {
    let mut years: Vec<i32> = rows.iter().filter_map(|row| row.year).collect();
    years.sort_unstable();
    years.dedup();
    match (import.year, years.as_slice()) {
        (_, [one, .., other]) => {
            Err(wrong(format!("The file has residents for {one} and {other}. Split it.")))
        }
        (Some(named), [said]) if named != *said => {
            Err(wrong(format!("The file has residents for {said}, but --year says {named}.")))
        }
        (named, said) => Ok(said
            .first()
            .copied()
            .or(named)
            .or_else(|| files::population::year_in(&import.file_name))),
    }
}

/// First the LSOAs of all rows, then the rows that refer to them.
fn in_batches<R: merge::NamesLsoa + Clone + Send + Sync + 'static>(
    store: &Store,
    vintage: Vintage,
    rows: Vec<R>,
    watch: &mut dyn FnMut(usize, usize),
    merge: impl Fn(&mut Tx, &[R]) -> Result<ImportCounts> + Clone + Send + 'static,
) -> Result<ImportCounts> {
    for batch in merge::lsoas_of(vintage, &rows).chunks(BATCH) {
        let batch = batch.to_vec();
        store.write(Actor::service(), move |tx| merge::lsoas(tx, vintage, &batch))?;
    }
    let mut counts = ImportCounts::default();
    let mut done = 0;
    for batch in rows.chunks(BATCH) {
        let (batch, merge) = (batch.to_vec(), merge.clone());
        done += batch.len();
        counts += store.write(Actor::service(), move |tx| merge(tx, &batch))?;
        watch(done, rows.len());
    }
    Ok(counts)
}

impl AreaImportReport {
    /// The report of a file with at least one usable line.
    fn of<R>(read: &Read<R>) -> Result<AreaImportReport> {
        let usable = read.parts.iter().any(|part| !part.rows.is_empty());
        match read.refused.first() {
            Some(RefusedLine { line, what }) if !usable => Err(wrong(format!(
                "The file has no usable line. The first problem, in line {line}: {what}."
            ))),
            _ => Ok(AreaImportReport {
                left_out: read.left_out,
                refused: read.refused.clone(),
                unread: read.unread.clone(),
                ..AreaImportReport::default()
            }),
        }
    }

    fn done(
        &mut self,
        store: &Store,
        what: String,
        vintage: Vintage,
        counts: ImportCounts,
    ) -> Result<()> {
        let detail = json!({
            "what": what, "vintage": vintage, "new": counts.new, "changed": counts.changed,
        });
        store
            .write(Actor::service(), move |tx| tx.audit(Event::ImportAreas, "", detail.clone()))?;
        self.done.push(ImportDone { what, vintage, counts });
        Ok(())
    }
}
