//! What the rows of a rush cost at the least: they are set aside, taken out, and written again with
//! the service's durability and nothing else. On SQLite by one connection, with a commit each or
//! several to a commit; on PostgreSQL by `pgbench` over 32 connections, prepared, a commit each.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use firstplace::db::Conn;

use crate::support::load::CALLERS;
use crate::support::place::Place;
use crate::support::scratch::Scratch;

/// The rows of one kind of request.
pub struct Rows {
    /// The query of what each of them made, as `id` with what else `touches` needs.
    of: String,
    /// What it locks, by the number of the request, which is `{n}`.
    touches: &'static [&'static str],
    tables: &'static [Written],
}

/// A table that is written to: its key, and how its rows `t` are found of the `floor` row `b`.
type Written = (&'static str, &'static str, &'static str);

/// In the order in which they are written.
const OF_BOOKINGS: &[Written] = &[
    ("bookings", "id", "JOIN bookings t ON t.id = b.id"),
    ("booking_sessions", "booking_id", "JOIN booking_sessions t ON t.booking_id = b.id"),
    ("booking_children", "booking_id", "JOIN booking_children t ON t.booking_id = b.id"),
    ("audit", "id", "JOIN audit t ON t.subject_id = b.id"),
    (
        "audit_families",
        "audit_id",
        "JOIN audit a ON a.subject_id = b.id JOIN audit_families t ON t.audit_id = a.id",
    ),
    ("outbox", "id", "JOIN outbox t ON t.booking_id = b.id"),
];

const OF_FAMILIES: &[Written] = &[
    ("families", "id", "JOIN families t ON t.id = b.id"),
    ("carers", "family_id", "JOIN carers t ON t.family_id = b.id"),
    (
        "children",
        "id",
        "JOIN family_children f ON f.family_id = b.id JOIN children t ON t.id = f.child_id",
    ),
    ("family_children", "family_id", "JOIN family_children t ON t.family_id = b.id"),
    ("memberships", "family_id", "JOIN memberships t ON t.family_id = b.id"),
    ("search_keys", "family_id", "JOIN search_keys t ON t.family_id = b.id"),
    (
        "child_facts",
        "id",
        "JOIN family_children f ON f.family_id = b.id JOIN child_facts t ON t.child_id = f.child_id",
    ),
    (
        "audit",
        "id",
        "JOIN audit_families f ON f.family_id = b.id JOIN audit t ON t.id = f.audit_id",
    ),
    ("audit_families", "family_id", "JOIN audit_families t ON t.family_id = b.id"),
    ("outbox", "family_id", "JOIN outbox t ON t.family_id = b.id"),
];

fn quoted(ids: impl Iterator<Item = String>) -> String {
    ids.map(|id| format!("'{id}'")).collect::<Vec<_>>().join(",")
}

impl Rows {
    /// The bookings of these sessions.
    pub fn bookings(sessions: &[String]) -> Rows {
        let sessions = quoted(sessions.iter().cloned());
        let of = format!(
            "SELECT row_number() OVER (ORDER BY made_at) AS n, id, session_id, family_id \
             FROM bookings WHERE session_id IN ({sessions})"
        );
        let touches = &[
            "UPDATE sessions SET touched = touched + 1 \
             WHERE id = (SELECT session_id FROM floor WHERE n = {n});\n",
            "UPDATE families SET touched = touched + 1 \
             WHERE id = (SELECT family_id FROM floor WHERE n = {n});\n",
        ];
        Rows { of, touches, tables: OF_BOOKINGS }
    }

    /// These families, with what came with them.
    pub fn families(ids: impl Iterator<Item = String>) -> Rows {
        let of = format!(
            "SELECT row_number() OVER (ORDER BY created_at) AS n, id FROM families WHERE id IN ({})",
            quoted(ids)
        );
        Rows { of, touches: &[], tables: OF_FAMILIES }
    }

    /// How many requests' rows a second are written, `share` to a commit where that can be said;
    /// `None` where `pgbench` is not installed.
    pub fn per_second(&self, place: &Place, share: usize) -> Option<f64> {
        let pgbench = match place.is_postgres() {
            true => Some(pgbench()?),
            false => None,
        };
        place.execute(&self.set_aside(place));
        if place.is_postgres() {
            place.execute("ANALYZE");
        }
        let count = place.number("SELECT count(*) AS number FROM floor");
        match pgbench {
            Some(pgbench) => Some(self.by_pgbench(place, pgbench, count)),
            None => Some(self.by_a_loop(place, count, share)),
        }
    }

    /// Copies the rows into tables of their own, numbered by request, and removes them where they
    /// were. Whatever else points at them finds them again soon, so that no rule is asked.
    fn set_aside(&self, place: &Place) -> String {
        let no_rules = match place.is_postgres() {
            true => "SET session_replication_role = replica;",
            false => "PRAGMA foreign_keys = OFF;",
        };
        let mut sql = format!(
            "{no_rules} BEGIN; DROP TABLE IF EXISTS floor; CREATE TABLE floor AS {}; \
             CREATE UNIQUE INDEX floor_n ON floor (n);",
            self.of
        );
        for (table, _, join) in self.tables {
            sql += &format!(
                "DROP TABLE IF EXISTS floor_{table}; \
                 CREATE TABLE floor_{table} AS SELECT DISTINCT b.n, t.* FROM floor b {join}; \
                 CREATE INDEX floor_{table}_n ON floor_{table} (n);"
            );
        }
        for (table, key, _) in self.tables.iter().rev() {
            sql +=
                &format!("DELETE FROM {table} WHERE {key} IN (SELECT {key} FROM floor_{table});");
        }
        sql + "COMMIT;"
    }

    /// What writes one request's rows.
    fn transaction(&self, place: &Place, n: &str) -> String {
        let mut sql = String::new();
        for touch in self.touches {
            sql += &touch.replace("{n}", n);
        }
        for (table, _, _) in self.tables {
            let names = place.columns(table).join(", ");
            sql += &format!(
                "INSERT INTO {table} ({names}) SELECT {names} FROM floor_{table} WHERE n = {n};\n"
            );
        }
        sql
    }

    /// A view whose trigger writes them all is one statement, prepared once.
    fn by_a_loop(&self, place: &Place, count: i64, share: usize) -> f64 {
        let Conn::Sqlite(mut conn) = place.connect() else { unreachable!("it is SQLite") };
        conn.batch_execute(&format!(
            "CREATE TEMP VIEW again AS SELECT 0 AS n; \
             CREATE TEMP TRIGGER writes INSTEAD OF INSERT ON again BEGIN {} END;",
            self.transaction(place, "NEW.n")
        ))
        .expect("the rows can be written");
        let numbers: Vec<i64> = (1..=count).collect();

        let began = Instant::now();
        for shared in numbers.chunks(share) {
            let write = |conn: &mut SqliteConnection| -> QueryResult<()> {
                for number in shared {
                    diesel::insert_into(again::table).values(again::n.eq(number)).execute(conn)?;
                }
                Ok(())
            };
            conn.immediate_transaction(write).expect("rows are written");
        }
        count as f64 / began.elapsed().as_secs_f64()
    }

    fn by_pgbench(&self, place: &Place, pgbench: PathBuf, count: i64) -> f64 {
        place.execute("DROP SEQUENCE IF EXISTS floor_number; CREATE SEQUENCE floor_number");
        let rows = self.transaction(place, ":n");
        let script = format!("SELECT nextval('floor_number') AS n \\gset\nBEGIN;\n{rows}COMMIT;\n");
        let folder = Scratch::new("pgbench");
        let file = folder.path().join("rush.sql");
        fs::write(&file, script).expect("a script is written");
        let each = (count as usize / CALLERS).to_string();
        let output = Command::new(pgbench)
            .args(["--no-vacuum", "--protocol=prepared", "--jobs=2"])
            .args(["--client", &CALLERS.to_string(), "--transactions", &each, "--file"])
            .arg(&file)
            .arg(&place.url)
            .output()
            .expect("pgbench runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
        let tps = said.lines().find_map(|line| line.strip_prefix("tps = "));
        let tps = tps.and_then(|rest| rest.split(' ').next()?.parse().ok());
        tps.unwrap_or_else(|| panic!("no rate: {said}"))
    }
}

diesel::table! {
    /// The view.
    again (n) {
        n -> BigInt,
    }
}

/// On the PATH, or where Debian keeps it.
pub fn pgbench() -> Option<PathBuf> {
    let runs = |path: &PathBuf| Command::new(path).arg("--version").output().is_ok();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = debian.map(|version| version.path().join("bin/pgbench"));
    std::iter::once(PathBuf::from("pgbench")).chain(debian).find(runs)
}
