//! `import families` and `import contacts` on the real program: killed in the midst, each goes on
//! where it stopped.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::base::clock::Clock;
use firstplace::db::schema::{contacts, families, feed_lines, feed_runs};
use firstplace::db::{Options, Store};

use crate::support::app::Backend;
use crate::support::postgres::Postgres;
use crate::support::program::firstplace_at;
use crate::support::scratch::Scratch;

const ROWS: usize = 600;
/// Every so many rows one is wrong, and said as it is met.
const WRONG: usize = 20;

const NO_DAY: &str = "31/02/2026";

/// What is imported, and a row of it by its number and a day.
struct List {
    kind: &'static str,
    headings: &'static str,
    day: &'static str,
    row: fn(usize, &str) -> String,
}

const FAMILIES: List = List {
    kind: "families",
    headings: "Name,DOB,Mother's name,Phone,Postcode",
    day: "",
    row: |number, day| {
        let born = if day.is_empty() { born(number) } else { day.to_owned() };
        format!("Child {number},{born},Parent {number},07700 9{number:05},M33 1AA")
    },
};

/// Of the children that the list of families made.
const CONTACTS: List = List {
    kind: "contacts",
    headings: "Name,DOB,Postcode,Kind,Date",
    day: "01/02/2026",
    row: |number, day| format!("Child {number},{},M33 1AA,phone call,{day}", born(number)),
};

/// Each child has a birth date of its own: near names with one birth date are proposed as one child.
fn born(number: usize) -> String {
    let first = NaiveDate::from_ymd_opt(2023, 6, 1).expect("a day");
    let day = first + Days::new(number as u64);
    day.format("%d/%m/%Y").to_string()
}

impl List {
    fn text(&self) -> String {
        let mut text = format!("{}\r\n", self.headings);
        for number in 0..ROWS {
            let day = if number % WRONG == WRONG - 1 { NO_DAY } else { self.day };
            write!(text, "{}\r\n", (self.row)(number, day)).expect("it is written");
        }
        text
    }
}

/// A database of the program's own.
struct Place {
    folder: Scratch,
    url: Option<String>,
}

impl Place {
    fn new(backend: Backend) -> Place {
        let url = match backend {
            Backend::Sqlite => None,
            Backend::Postgres => Some(Postgres::shared().fresh_database()),
        };
        let place = Place { folder: Scratch::new("feed"), url };
        assert!(place.command(&["migrate"]).output().expect("it runs").status.success());
        place
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = firstplace_at(self.folder.path(), self.url.as_deref());
        command.args(arguments);
        command
    }

    /// Lines of such lists that were worked off, and what they made.
    fn count(&self, kind: &str) -> [i64; 2] {
        let data = self.folder.path().join("firstplace.sqlite").display().to_string();
        let options = Options::new(self.url.clone().unwrap_or(data));
        let store = Store::look(&options, Clock::system()).expect("it opens");
        let count = store.read(Actor::service(), |tx| {
            let runs = feed_runs::table.filter(feed_runs::kind.eq(kind)).select(feed_runs::id);
            let runs: Vec<String> = runs.load(tx.conn())?;
            let lines = feed_lines::table.filter(feed_lines::run_id.eq_any(runs));
            let lines = lines.count().get_result(tx.conn())?;
            Ok(match kind {
                "families" => [lines, families::table.count().get_result(tx.conn())?],
                _ => [lines, contacts::table.count().get_result(tx.conn())?],
            })
        });
        count.expect("the tables can be read")
    }

    fn goes_on_where_it_was_killed(&self, list: &List) {
        let file = self.folder.path().join(list.kind).display().to_string();
        fs::write(&file, list.text()).expect("the list is written");
        let import = || self.command(&["import", list.kind, &file]);

        let child = import().stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = child.expect("it runs");
        let mut said = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        for _ in 0..3 {
            let line = said.next().expect("a line").expect("it can be read");
            assert!(line.contains("There is no 31 February 2026"), "{line}");
        }
        child.kill().expect("it can be killed");
        child.wait().expect("it is dead");

        let [lines, made] = self.count(list.kind);
        assert!(lines >= 3 * WRONG as i64 && lines < ROWS as i64, "{lines} lines were done");
        assert_eq!(made, lines - lines / WRONG as i64);

        let tried = import().arg("--dry-run").output().expect("it runs");
        assert!(String::from_utf8_lossy(&tried.stdout).contains("Nothing was written."));
        assert_eq!(self.count(list.kind), [lines, made]);
        for _ in 0..2 {
            let done = import().output().expect("it runs");
            let said = String::from_utf8_lossy(&done.stdout).into_owned();
            assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
            assert!(said.contains("     570 made"), "{said}");
            assert!(said.contains("      30 refused"), "{said}");
            assert!(done.stderr.is_empty(), "nothing odd where there is no terminal");
            assert_eq!(self.count(list.kind), [ROWS as i64, 570]);
        }
    }
}

fn lists_go_on_where_they_were_killed(backend: Backend) {
    let place = Place::new(backend);
    place.goes_on_where_it_was_killed(&FAMILIES);
    place.goes_on_where_it_was_killed(&CONTACTS);
}

#[test]
fn sqlite() {
    lists_go_on_where_they_were_killed(Backend::Sqlite);
}

#[test]
fn postgres() {
    lists_go_on_where_they_were_killed(Backend::Postgres);
}
