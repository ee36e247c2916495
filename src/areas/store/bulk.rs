//! Many rows per statement, for published files. Hand-written SQL, because diesel has no such
//! insert for both databases. Existing rows are overwritten; a row may appear only once per call.

use crate::areas::{DeprivationRow, LsoaCode, LsoaRow, PopulationTable, PostcodeRow};
use crate::base::fault::Result;
use crate::db::{Conn, DatabaseKind, Tx};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Date, Integer, Nullable, Text};

/// The residents of one LSOA at one age.
pub(crate) struct Persons<'a> {
    pub lsoa: &'a str,
    pub age: i32,
    pub persons: i32,
}

pub(crate) fn lsoas(tx: &mut Tx, rows: &[LsoaRow]) -> Result<()> {
    write(tx, "lsoas", &["vintage", "code"], rows, |row| {
        vec![
            ("vintage", text(row.vintage.as_str())),
            ("code", text(row.code.as_str())),
            ("name", BulkCell::Text(row.name.as_deref())),
            ("district_code", BulkCell::Text(row.district_code.as_deref())),
            ("district_name", BulkCell::Text(row.district_name.as_deref())),
        ]
    })
}

pub(crate) fn postcodes(tx: &mut Tx, rows: &[PostcodeRow]) -> Result<()> {
    write(tx, "postcodes", &["postcode", "vintage"], rows, |row| {
        vec![
            ("postcode", text(&row.postcode)),
            ("vintage", text(row.vintage.as_str())),
            ("lsoa", BulkCell::Text(row.lsoa.as_ref().map(LsoaCode::as_str))),
            ("terminated_on", BulkCell::Day(row.terminated_on)),
            ("latitude", BulkCell::Whole(row.latitude)),
            ("longitude", BulkCell::Whole(row.longitude)),
        ]
    })
}

pub(crate) fn deprivation(tx: &mut Tx, rows: &[DeprivationRow]) -> Result<()> {
    write(tx, "deprivation", &["vintage", "index_year", "lsoa"], rows, |row| {
        vec![
            ("vintage", text(row.vintage.as_str())),
            ("index_year", BulkCell::Whole(Some(row.index_year))),
            ("lsoa", text(row.lsoa.as_str())),
            ("imd_rank", BulkCell::Whole(row.imd_rank)),
            ("imd_decile", BulkCell::Whole(Some(row.imd_decile))),
            ("idaci_rank", BulkCell::Whole(row.idaci_rank)),
            ("idaci_decile", BulkCell::Whole(row.idaci_decile)),
        ]
    })
}

pub(crate) fn population(tx: &mut Tx, table: &PopulationTable, rows: &[Persons]) -> Result<()> {
    write(tx, "population", &["table_id", "lsoa", "age"], rows, |row| {
        vec![
            ("table_id", text(table.id.as_str())),
            ("vintage", text(table.vintage.as_str())),
            ("lsoa", text(row.lsoa)),
            ("age", BulkCell::Whole(Some(row.age))),
            ("persons", BulkCell::Whole(Some(row.persons))),
        ]
    })
}

enum BulkCell<'a> {
    Text(Option<&'a str>),
    Whole(Option<i32>),
    Day(Option<NaiveDate>),
}

fn text(text: &str) -> BulkCell<'_> {
    BulkCell::Text(Some(text))
}

/// Both databases accept this many values in one statement; more is no faster.
const VALUES_AT_MOST: usize = 6_000;

/// Writes rows by the columns in `key`; `cells` gives a row's value for each column.
fn write<'a, R>(
    tx: &mut Tx,
    table: &str,
    key: &[&str],
    rows: &'a [R],
    cells: impl Fn(&'a R) -> Vec<(&'static str, BulkCell<'a>)>,
) -> Result<()> {
    let Some(first) = rows.first() else { return Ok(()) };
    let columns: Vec<&str> = cells(first).into_iter().map(|(column, _)| column).collect();
    for rows in rows.chunks(VALUES_AT_MOST / columns.len()) {
        let sql = sql(tx.kind(), (table, &columns, key), rows.len());
        let mut query = diesel::sql_query(sql).into_boxed::<<Conn as Connection>::Backend>();
        for (_, cell) in rows.iter().flat_map(&cells) {
            query = match cell {
                BulkCell::Text(text) => query.bind::<Nullable<Text>, _>(text),
                BulkCell::Whole(number) => query.bind::<Nullable<Integer>, _>(number),
                BulkCell::Day(day) => query.bind::<Nullable<Date>, _>(day),
            };
        }
        query.execute(tx.conn())?;
    }
    Ok(())
}

fn sql(kind: DatabaseKind, (table, columns, key): (&str, &[&str], &[&str]), rows: usize) -> String {
    let width = columns.len();
    // SQLite searches all earlier values for a numbered one, so it gets plain ones.
    let value = |number: usize| match kind {
        DatabaseKind::Sqlite => "?".to_owned(),
        DatabaseKind::Postgres => format!("${number}"),
    };
    let row = |row: usize| {
        let cells: Vec<String> = (1..=width).map(|column| value(row * width + column)).collect();
        format!("({})", cells.join(", "))
    };
    let values: Vec<String> = (0..rows).map(row).collect();
    let taken: Vec<String> =
        columns.iter().map(|column| format!("{column} = excluded.{column}")).collect();
    format!(
        "INSERT INTO {table} ({}) VALUES {} ON CONFLICT ({}) DO UPDATE SET {}",
        columns.join(", "),
        values.join(", "),
        key.join(", "),
        taken.join(", ")
    )
}
