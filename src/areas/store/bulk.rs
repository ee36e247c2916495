//! Many rows per statement, for published files. Hand-written SQL, because diesel has no such
//! insert for both databases. Existing rows are overwritten; a row may appear only once per call.

use crate::areas::{DeprivationRow, LsoaRow, PopulationTable, PostcodeRow};
use crate::base::fault::Fault;
use crate::db::{Conn, DatabaseKind, Tx};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Date, Integer, Nullable, Text};

/// The residents of one LSOA at one age.
pub struct Persons<'a> {
    pub lsoa: &'a str,
    pub age: i32,
    pub persons: i32,
}

pub fn lsoas(tx: &mut Tx, rows: &[LsoaRow]) -> Result<(), Fault> {
    let into = Into {
        table: "lsoas",
        columns: &["vintage", "code", "name", "district_code", "district_name"],
        key: "vintage, code",
    };
    into.write(tx, rows, |row| {
        vec![
            BulkCell::Text(row.vintage.as_str()),
            BulkCell::Text(row.code.as_str()),
            BulkCell::MaybeText(row.name.as_deref()),
            BulkCell::MaybeText(row.district_code.as_deref()),
            BulkCell::MaybeText(row.district_name.as_deref()),
        ]
    })
}

pub fn postcodes(tx: &mut Tx, rows: &[PostcodeRow]) -> Result<(), Fault> {
    let into = Into {
        table: "postcodes",
        columns: &["postcode", "vintage", "lsoa", "terminated_on"],
        key: "postcode, vintage",
    };
    into.write(tx, rows, |row| {
        vec![
            BulkCell::Text(&row.postcode),
            BulkCell::Text(row.vintage.as_str()),
            BulkCell::MaybeText(row.lsoa.as_ref().map(crate::areas::LsoaCode::as_str)),
            BulkCell::MaybeDay(row.terminated_on),
        ]
    })
}

pub fn deprivation(tx: &mut Tx, rows: &[DeprivationRow]) -> Result<(), Fault> {
    let into = Into {
        table: "deprivation",
        columns: &[
            "vintage",
            "index_year",
            "lsoa",
            "imd_rank",
            "imd_decile",
            "idaci_rank",
            "idaci_decile",
        ],
        key: "vintage, index_year, lsoa",
    };
    into.write(tx, rows, |row| {
        vec![
            BulkCell::Text(row.vintage.as_str()),
            BulkCell::Whole(row.index_year),
            BulkCell::Text(row.lsoa.as_str()),
            BulkCell::MaybeWhole(row.imd_rank),
            BulkCell::Whole(row.imd_decile),
            BulkCell::MaybeWhole(row.idaci_rank),
            BulkCell::MaybeWhole(row.idaci_decile),
        ]
    })
}

pub fn population(tx: &mut Tx, table: &PopulationTable, rows: &[Persons]) -> Result<(), Fault> {
    let into = Into {
        table: "population",
        columns: &["table_id", "vintage", "lsoa", "age", "persons"],
        key: "table_id, lsoa, age",
    };
    into.write(tx, rows, |row| {
        vec![
            BulkCell::Text(table.id.as_str()),
            BulkCell::Text(table.vintage.as_str()),
            BulkCell::Text(row.lsoa),
            BulkCell::Whole(row.age),
            BulkCell::Whole(row.persons),
        ]
    })
}

enum BulkCell<'a> {
    Text(&'a str),
    MaybeText(Option<&'a str>),
    Whole(i32),
    MaybeWhole(Option<i32>),
    MaybeDay(Option<NaiveDate>),
}

/// Both databases accept this many values in one statement; more is no faster.
const VALUES_AT_MOST: usize = 6_000;

struct Into {
    table: &'static str,
    columns: &'static [&'static str],
    key: &'static str,
}

impl Into {
    fn write<R>(
        &self,
        tx: &mut Tx,
        rows: &[R],
        cells: impl Fn(&R) -> Vec<BulkCell<'_>>,
    ) -> Result<(), Fault> {
        for rows in rows.chunks(VALUES_AT_MOST / self.columns.len()) {
            let sql = self.sql(tx.kind(), rows.len());
            let mut query = diesel::sql_query(sql).into_boxed::<<Conn as Connection>::Backend>();
            for cell in rows.iter().flat_map(&cells) {
                query = match cell {
                    BulkCell::Text(text) => query.bind::<Text, _>(text),
                    BulkCell::MaybeText(text) => query.bind::<Nullable<Text>, _>(text),
                    BulkCell::Whole(number) => query.bind::<Integer, _>(number),
                    BulkCell::MaybeWhole(number) => query.bind::<Nullable<Integer>, _>(number),
                    BulkCell::MaybeDay(day) => query.bind::<Nullable<Date>, _>(day),
                };
            }
            query.execute(tx.conn())?;
        }
        Ok(())
    }

    fn sql(&self, kind: DatabaseKind, rows: usize) -> String {
        let width = self.columns.len();
        // SQLite searches all earlier values for a numbered one, so it gets plain ones.
        let value = |number: usize| match kind {
            DatabaseKind::Sqlite => "?".to_owned(),
            DatabaseKind::Postgres => format!("${number}"),
        };
        let row = |row: usize| {
            let cells: Vec<String> =
                (1..=width).map(|column| value(row * width + column)).collect();
            format!("({})", cells.join(", "))
        };
        let values: Vec<String> = (0..rows).map(row).collect();
        let taken: Vec<String> =
            self.columns.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        format!(
            "INSERT INTO {} ({}) VALUES {} ON CONFLICT ({}) DO UPDATE SET {}",
            self.table,
            self.columns.join(", "),
            values.join(", "),
            self.key,
            taken.join(", ")
        )
    }
}
