//! Everything that a database holds, as text, to be compared with what it held before.

use std::collections::BTreeMap;

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};

use super::app::{Backend, TestApp};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Locks and versions say that somebody was there, not what is.
const MARKS: [&str; 2] = ["touched", "version"];

/// The rows of every table but `left_out`, sorted.
pub fn state(app: &TestApp, left_out: &[&str]) -> BTreeMap<String, Vec<String>> {
    match app.backend {
        Backend::Sqlite => sqlite(&app.url, left_out),
        Backend::Postgres => postgres(&app.url, left_out),
    }
}

fn sqlite(url: &str, left_out: &[&str]) -> BTreeMap<String, Vec<String>> {
    let conn = &mut SqliteConnection::establish(url).expect("it opens");
    let mut lines = |query: String| -> Vec<String> {
        let rows: Vec<Line> = sql_query(query).load(conn).expect("it can be read");
        rows.into_iter().map(|row| row.line).collect()
    };
    let tables = lines(
        "select name as line from sqlite_master where type = 'table' \
         and name not like '%diesel%' and name not like 'sqlite_%'"
            .to_owned(),
    );
    let mut all = BTreeMap::new();
    for table in tables.into_iter().filter(|table| !left_out.contains(&table.as_str())) {
        let columns = lines(format!("select name as line from pragma_table_info('{table}')"));
        let told = columns.iter().filter(|column| !MARKS.contains(&column.as_str()));
        let told: Vec<String> = told.map(|column| format!("quote(\"{column}\")")).collect();
        let query = format!("select {} as line from {table} order by 1", told.join(" || ' ' || "));
        let rows = lines(query);
        all.insert(table, rows);
    }
    all
}

fn postgres(url: &str, left_out: &[&str]) -> BTreeMap<String, Vec<String>> {
    let conn = &mut PgConnection::establish(url).expect("it answers");
    let mut lines = |query: String| -> Vec<String> {
        let rows: Vec<Line> = sql_query(query).load(conn).expect("it can be read");
        rows.into_iter().map(|row| row.line).collect()
    };
    let tables = lines(
        "select table_name::text as line from information_schema.tables \
         where table_schema = 'public' and table_name not like '%diesel%'"
            .to_owned(),
    );
    let mut all = BTreeMap::new();
    for table in tables.into_iter().filter(|table| !left_out.contains(&table.as_str())) {
        let [touched, version] = MARKS;
        let query = format!(
            "select (to_jsonb(t) - '{touched}' - '{version}')::text as line from {table} t \
             order by 1"
        );
        let rows = lines(query);
        all.insert(table, rows);
    }
    all
}
