//! PostgreSQL's floor: the rows of a rush, set aside and written again by `pgbench`
//! over 32 connections, with prepared statements and a commit for each booking. A
//! session's row is touched first, as the service does, for that is its lock.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::rush::served::{CALLERS, each};
use crate::scratch::Scratch;

/// The tables a booking writes to, each with how its rows are found; the last to be
/// written is the first to be taken out.
const TABLES: [(&str, &str); 5] = [
    ("bookings", "t.id = b.id"),
    ("booking_sessions", "t.booking_id = b.id"),
    ("booking_children", "t.booking_id = b.id"),
    ("audit", "t.subject_id = b.id"),
    ("outbox", "t.booking_id = b.id"),
];

pub fn is_here() -> bool {
    pgbench().is_some()
}

/// On the PATH, or where Debian keeps it.
fn pgbench() -> Option<PathBuf> {
    let runs = |path: &PathBuf| Command::new(path).arg("--version").output().is_ok();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = debian.map(|version| version.path().join("bin/pgbench"));
    std::iter::once(PathBuf::from("pgbench")).chain(debian).find(runs)
}

/// How many bookings a second `pgbench` writes, of those on these sessions; `None`
/// where it is not installed.
pub fn per_second(url: &str, of: &[String]) -> Option<f64> {
    let pgbench = pgbench()?;
    let mut conn = PgConnection::establish(url).expect("the database opens");
    set_aside(&mut conn, of);

    let folder = Scratch::new("pgbench");
    let script = folder.path().join("rush.sql");
    fs::write(&script, transaction(&mut conn)).expect("a script is written");
    let each = each().to_string();
    let callers = CALLERS.to_string();
    let output = Command::new(pgbench)
        .args(["--no-vacuum", "--protocol=prepared", "--jobs=2"])
        .args(["--client", &callers, "--transactions", &each, "--file"])
        .arg(&script)
        .arg(url)
        .output()
        .expect("pgbench runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let tps = said.lines().find_map(|line| line.strip_prefix("tps = "));
    tps.and_then(|rest| rest.split(' ').next()?.parse().ok())
}

/// Copies a rush's rows into tables of their own, numbered by booking, and removes
/// them where they were.
fn set_aside(conn: &mut PgConnection, of: &[String]) {
    let sessions = of.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(",");
    let mut sql = format!(
        "DROP TABLE IF EXISTS floor; DROP SEQUENCE IF EXISTS floor_number; \
         CREATE SEQUENCE floor_number; \
         CREATE TABLE floor AS SELECT row_number() OVER () AS n, id, session_id, family_id \
         FROM bookings WHERE session_id IN ({sessions}); CREATE UNIQUE INDEX ON floor (n);"
    );
    for (table, on) in TABLES {
        sql += &format!(
            "DROP TABLE IF EXISTS floor_{table}; CREATE TABLE floor_{table} AS \
             SELECT b.n, t.* FROM floor b JOIN {table} t ON {on}; \
             CREATE INDEX ON floor_{table} (n);"
        );
    }
    for (table, on) in TABLES.iter().rev() {
        sql += &format!("DELETE FROM {table} t USING floor b WHERE {on};");
    }
    conn.batch_execute(&sql).expect("rows are set aside");
    conn.batch_execute("ANALYZE").expect("the planner knows them");
}

#[derive(QueryableByName)]
struct Columns {
    #[diesel(sql_type = diesel::sql_types::Text)]
    names: String,
}

fn transaction(conn: &mut PgConnection) -> String {
    let mut script = String::from(
        "SELECT nextval('floor_number') AS n \\gset\n\
         BEGIN;\n\
         UPDATE sessions SET touched = touched + 1 \
         WHERE id = (SELECT session_id FROM floor WHERE n = :n);\n\
         UPDATE families SET touched = touched + 1 \
         WHERE id = (SELECT family_id FROM floor WHERE n = :n);\n",
    );
    for (table, _) in TABLES {
        let columns = diesel::sql_query(format!(
            "SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) AS names \
             FROM information_schema.columns WHERE table_name = '{table}'"
        ));
        let Columns { names } = columns.get_result(conn).expect("the columns are read");
        script += &format!(
            "INSERT INTO {table} ({names}) SELECT {names} FROM floor_{table} WHERE n = :n;\n"
        );
    }
    script + "COMMIT;\n"
}
