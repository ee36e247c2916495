//! `import families` on the real program: killed in the midst, it goes on where it stopped.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::clock::Clock;
use firstplace::db::{Options, Store};
use firstplace::schema::{families, feed_lines};

use crate::support::app::Backend;
use crate::support::postgres::Postgres;
use crate::support::scratch::Scratch;

const ROWS: usize = 600;
/// Every so many rows one is wrong, and said as it is met.
const WRONG: usize = 20;

fn firstplace(data: &Path, url: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstplace"));
    command
        .env("FIRSTPLACE_DATA", data)
        .env("FIRSTPLACE_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    if let Some(url) = url {
        command.env("FIRSTPLACE_DATABASE_URL", url);
    }
    command
}

fn list() -> String {
    let mut text = "Name,DOB,Mother's name,Phone,Postcode\r\n".to_owned();
    for number in 0..ROWS {
        let day = if number % WRONG == WRONG - 1 { "31/02/2026" } else { "31/01/2026" };
        let line = format!("Child {number},{day},Parent {number},07700 9{number:05},M33 1AA\r\n");
        text.write_str(&line).expect("it is written");
    }
    text
}

fn goes_on_where_it_was_killed(backend: Backend) {
    let folder = Scratch::new("feed");
    let url = match backend {
        Backend::Sqlite => None,
        Backend::Postgres => Some(Postgres::shared().fresh_database()),
    };
    let url = url.as_deref();
    let file = folder.path().join("list.csv");
    fs::write(&file, list()).expect("the list is written");
    assert!(
        firstplace(folder.path(), url).arg("migrate").output().expect("it runs").status.success()
    );
    let import = || {
        let mut command = firstplace(folder.path(), url);
        command.args(["import", "families"]).arg(&file);
        command
    };

    let mut child = import().stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut said = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for _ in 0..3 {
        let line = said.next().expect("a line").expect("it can be read");
        assert!(line.contains("There is no 31 February 2026"), "{line}");
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it is dead");

    let data = folder.path().join("firstplace.sqlite").display().to_string();
    let options = Options::new(url.map_or(data, str::to_owned));
    let count = || {
        let store = Store::look(&options, Clock::system()).expect("it opens");
        let count = store.read(Actor::service(), |tx| {
            let lines: i64 = feed_lines::table.count().get_result(tx.conn())?;
            let families: i64 = families::table.count().get_result(tx.conn())?;
            Ok((lines, families))
        });
        count.expect("the tables can be read")
    };
    let (lines, families) = count();
    assert!(lines >= 3 * WRONG as i64 && lines < ROWS as i64, "{lines} lines were done");
    assert_eq!(families, lines - lines / WRONG as i64);

    let tried = import().arg("--dry-run").output().expect("it runs");
    assert!(String::from_utf8_lossy(&tried.stdout).contains("Nothing was written."));
    assert_eq!(count(), (lines, families));
    for _ in 0..2 {
        let done = import().output().expect("it runs");
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
        assert!(said.contains("     570 made"), "{said}");
        assert!(said.contains("      30 refused"), "{said}");
        assert!(done.stderr.is_empty(), "nothing odd where there is no terminal");
        assert_eq!(count(), (ROWS as i64, 570));
    }
}

#[test]
fn sqlite() {
    goes_on_where_it_was_killed(Backend::Sqlite);
}

#[test]
fn postgres() {
    goes_on_where_it_was_killed(Backend::Postgres);
}
