//! The tables: the same after up, down and up again; the same on both databases; and
//! what `src/db/schema.rs` says they are.

use std::collections::BTreeMap;

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use diesel_migrations::MigrationHarness;
use firstplace::db::migrate;

use crate::support::postgres::Postgres;
use crate::support::scratch::Scratch;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

const SQLITE_ALL: &str = "select type || ' ' || name || ' ' || coalesce(sql, '') as line \
     from sqlite_master where name not like '%diesel%' order by 1";

const SQLITE_COLUMNS: &str = "select t.name || '.' || c.name || ' ' || lower(c.type) \
         || case when c.\"notnull\" or c.pk then '' else ' null' end as line \
     from sqlite_master t, pragma_table_info(t.name) c \
     where t.type = 'table' and t.name not like '%diesel%' order by 1";

const POSTGRES_ALL: &str = "select * from ( \
     select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' \
         || coalesce(column_default, '') || ' ' || coalesce(collation_name, '') as line \
     from information_schema.columns where table_schema = 'public' \
     union all select indexdef from pg_indexes where schemaname = 'public' \
     union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) \
     from pg_constraint where connamespace = 'public'::regnamespace \
     ) all_lines where line not like '%diesel%' order by 1";

const POSTGRES_COLUMNS: &str = "select table_name || '.' || column_name || ' ' || data_type \
         || case when is_nullable = 'NO' then '' else ' null' end as line \
     from information_schema.columns \
     where table_schema = 'public' and table_name not like '%diesel%' order by 1";

/// A column's type as diesel, SQLite and PostgreSQL call it.
const TYPES: &[[&str; 3]] = &[
    ["Text", "text", "text"],
    ["Integer", "integer", "integer"],
    ["BigInt", "bigint", "bigint"],
    ["Double", "double precision", "double precision"],
    ["Bool", "boolean", "boolean"],
    ["Timestamp", "timestamp", "timestamp without time zone"],
    ["Date", "date", "date"],
    ["Time", "time", "time without time zone"],
];

fn lines<C>(conn: &mut C, query: &str) -> Vec<String>
where
    C: diesel::connection::LoadConnection,
    for<'query> diesel::query_builder::SqlQuery: diesel::query_dsl::LoadQuery<'query, C, Line>,
{
    let rows: Vec<Line> = sql_query(query).load(conn).expect("the catalogue can be read");
    rows.into_iter().map(|row| row.line).collect()
}

fn sqlite(folder: &Scratch) -> SqliteConnection {
    let path = folder.path().join("firstplace.sqlite");
    SqliteConnection::establish(&path.to_string_lossy()).expect("a file is a database")
}

fn postgres() -> PgConnection {
    let url = Postgres::shared().empty_database();
    PgConnection::establish(&url).expect("it answers")
}

#[test]
fn up_down_up_on_sqlite_comes_back_to_the_same_tables() {
    let folder = Scratch::new("migrations");
    let conn = &mut sqlite(&folder);

    conn.run_pending_migrations(migrate::SQLITE).expect("up");
    let first = lines(conn, SQLITE_ALL);
    conn.revert_all_migrations(migrate::SQLITE).expect("down");
    let nothing = lines(conn, SQLITE_ALL);
    conn.run_pending_migrations(migrate::SQLITE).expect("up again");

    assert!(first.len() > 20, "{first:?}");
    assert_eq!(nothing, Vec::<String>::new());
    assert_eq!(lines(conn, SQLITE_ALL), first);
}

#[test]
fn up_down_up_on_postgresql_comes_back_to_the_same_tables() {
    let conn = &mut postgres();

    conn.run_pending_migrations(migrate::POSTGRES).expect("up");
    let first = lines(conn, POSTGRES_ALL);
    conn.revert_all_migrations(migrate::POSTGRES).expect("down");
    let nothing = lines(conn, POSTGRES_ALL);
    conn.run_pending_migrations(migrate::POSTGRES).expect("up again");

    assert!(first.len() > 20, "{first:?}");
    assert_eq!(nothing, Vec::<String>::new());
    assert_eq!(lines(conn, POSTGRES_ALL), first);
}

/// `table.column` to its type in diesel's word, `Nullable<..>` included.
type Columns = BTreeMap<String, String>;

/// What `src/db/schema.rs` says, read as text: one column a line.
fn declared() -> Columns {
    let mut columns = Columns::new();
    let mut table = "";
    for line in include_str!("../../../src/db/schema.rs").lines().map(str::trim) {
        if let Some((name, kind)) = line.trim_end_matches(',').split_once(" -> ") {
            columns.insert(format!("{table}.{name}"), kind.to_owned());
        } else if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with('{')) {
            table = name;
        }
    }
    columns
}

fn found(lines: &[String], database: usize) -> Columns {
    let read = |line: &String| {
        let (name, kind) = line.split_once(' ').expect("a name and a type");
        let plain = kind.trim_end_matches(" null");
        let word = TYPES.iter().find(|row| row[database] == plain);
        let word = word.unwrap_or_else(|| panic!("{name} is of an unknown type {plain}"))[0];
        let word = if plain == kind { word.to_owned() } else { format!("Nullable<{word}>") };
        (name.to_owned(), word)
    };
    lines.iter().map(read).collect()
}

#[test]
fn both_databases_have_the_columns_the_code_believes_in() {
    let folder = Scratch::new("columns");
    let lite = &mut sqlite(&folder);
    lite.run_pending_migrations(migrate::SQLITE).expect("up");
    let full = &mut postgres();
    full.run_pending_migrations(migrate::POSTGRES).expect("up");

    let declared = declared();
    assert!(declared.len() > 50, "schema.rs was not read");
    assert_eq!(found(&lines(lite, SQLITE_COLUMNS), 1), declared, "SQLite and schema.rs differ");
    assert_eq!(found(&lines(full, POSTGRES_COLUMNS), 2), declared, "PostgreSQL differs");
}

/// Of two with one number diesel would run only one.
#[test]
fn no_two_migrations_have_one_number() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let inside = |path| std::fs::read_dir(path).expect("a folder").flatten();
    let mut names = BTreeMap::new();
    for migration in inside(root).flat_map(|folder| inside(folder.path())) {
        let name = migration.file_name().into_string().expect("a name in plain letters");
        let number = name.split('_').next().unwrap_or_default().to_owned();
        assert_eq!(names.insert(number, name), None, "{:?}", migration.path());
    }
    assert!(names.len() > 20, "the migrations were read: {names:?}");
}

/// The server of the tests orders every column so; one that a centre runs may not.
#[test]
fn a_search_reads_its_keys_in_the_order_of_their_codes_on_postgresql() {
    let conn = &mut postgres();
    conn.run_pending_migrations(migrate::POSTGRES).expect("up");

    let found = lines(conn, POSTGRES_ALL);

    assert!(found.contains(&"search_keys.search_key text NO  C".to_owned()), "{found:?}");
}
