//! A database of each kind as it is run in earnest, and SQL of the bench's own on it.

use std::net::TcpListener;
use std::process::Stdio;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use firstplace::db::Conn;

use super::load::CALLERS;
use super::postgres::Postgres;
use super::scratch::Scratch;
use super::served;

/// A server that keeps what it is told.
const IN_EARNEST: [&str; 5] = [
    "listen_addresses=",
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "autovacuum=on",
];

pub const EMAIL: &str = "staff@hubs.example";
pub const PASSWORD: &str = "correct horse battery";

pub struct Place {
    pub name: &'static str,
    pub url: String,
    /// How the program is told of it.
    pub settings: Vec<(&'static str, String)>,
    pub folder: Scratch,
    server: Option<Postgres>,
    _relay: TcpListener,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

impl Place {
    /// Those that were asked for, one after the other: two would share the machine.
    pub fn each(mut work: impl FnMut(&Place)) {
        type Make = fn() -> Place;
        let each: [(&str, Make); 2] = [("sqlite", Place::sqlite), ("postgresql", Place::postgres)];
        let named = |name: &str| std::env::args().any(|word| word.eq_ignore_ascii_case(name));
        let any = each.iter().any(|(name, _)| named(name));
        for (name, make) in each {
            if named(name) || !any {
                let place = make();
                place.add_staff();
                work(&place);
            }
        }
    }

    fn sqlite() -> Place {
        let folder = Scratch::new("bench");
        let url = folder.path().join("firstplace.sqlite").display().to_string();
        Place::new("SQLite", url, folder, None)
    }

    fn postgres() -> Place {
        let server = Postgres::start(&IN_EARNEST, |_| ());
        let url = server.empty_database();
        Place::new("PostgreSQL", url, Scratch::new("bench"), Some(server))
    }

    /// Mail stays where it is, for its relay never says a word: what leaves later, in its own time,
    /// is not measured as part of what caused it.
    fn new(name: &'static str, url: String, folder: Scratch, server: Option<Postgres>) -> Place {
        let relay = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = relay.local_addr().expect("its address").port();
        let settings = vec![
            ("DATABASE_URL", url.clone()),
            ("KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=".to_owned()),
            ("POOL_SIZE", CALLERS.to_string()),
            // A crowd waits for its turn, on a busy machine for long.
            ("STATEMENT_TIMEOUT_SECONDS", "120".to_owned()),
            ("MAIL_FROM", EMAIL.to_owned()),
            ("MAIL_SMTP_HOST", "127.0.0.1".to_owned()),
            ("MAIL_SMTP_PORT", port.to_string()),
            ("MAIL_SMTP_TLS", "none".to_owned()),
        ];
        Place { name, url, settings, folder, server, _relay: relay }
    }

    pub fn is_postgres(&self) -> bool {
        self.server.is_some()
    }

    fn add_staff(&self) {
        let mut add = served::firstplace(self)
            .args(["user", "add", "--email", EMAIL, "--role", "administrator", "--role", "staff"])
            .arg("--password-stdin")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut stdin = add.stdin.take().expect("its input");
        std::io::Write::write_all(&mut stdin, PASSWORD.as_bytes()).expect("it reads");
        drop(stdin);
        assert!(add.wait().expect("it ends").success());
    }

    /// With the durability of the service.
    pub fn connect(&self) -> Conn {
        if self.is_postgres() {
            return Conn::Postgres(PgConnection::establish(&self.url).expect("it answers"));
        }
        let mut conn = SqliteConnection::establish(&self.url).expect("the file is a database");
        conn.batch_execute(
            "PRAGMA busy_timeout = 60000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )
        .expect("it is set as the service has it");
        Conn::Sqlite(conn)
    }

    pub fn execute(&self, sql: &str) {
        self.connect().batch_execute(sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    /// The number that a query gives under that name.
    pub fn number(&self, sql: &str) -> i64 {
        let query = sql_query(sql);
        let row: Number = match &mut self.connect() {
            Conn::Sqlite(conn) => query.get_result(conn),
            Conn::Postgres(conn) => query.get_result(conn),
        }
        .unwrap_or_else(|error| panic!("{error}: {sql}"));
        row.number
    }

    /// The columns of a table, in their order.
    pub fn columns(&self, table: &str) -> Vec<String> {
        let rows: QueryResult<Vec<Name>> = match &mut self.connect() {
            Conn::Sqlite(conn) => {
                sql_query(format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"))
                    .load(conn)
            }
            Conn::Postgres(conn) => sql_query(format!(
                "SELECT column_name::text AS name FROM information_schema.columns \
                 WHERE table_name = '{table}' ORDER BY ordinal_position"
            ))
            .load(conn),
        };
        rows.expect("the columns are read").into_iter().map(|row| row.name).collect()
    }
}
