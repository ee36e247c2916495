//! A database that a newer program has changed: nothing of this one touches it.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

use crate::support::app::Backend;
use crate::support::postgres::Postgres;
use crate::support::program::{KEY, firstplace, path, said};
use crate::support::scratch::Scratch;

const NEWER: &str = "insert into __diesel_schema_migrations (version) values ('9999')";

/// Every command that opens a database, but for the demo, which has its own.
fn commands(file: &str, out: &str) -> Vec<Vec<String>> {
    let import = |kind: &str, more: &str| format!("import {kind} {file} {more}");
    let all = [
        "serve --listen 127.0.0.1:0".to_owned(),
        "migrate".to_owned(),
        "check".to_owned(),
        format!("backup {out}"),
        "user add --email a@hubs.example --role staff".to_owned(),
        "birthdays --on 2026-01-01".to_owned(),
        "birthdays --on 2026-01-01 --dry-run".to_owned(),
        format!("report reach --out {out}"),
        import("programme", "--centre Partington --from 2026-01-01 --to 2026-02-01"),
        import("postcodes", ""),
        import("reach-area", "--centre Partington"),
        import("families", ""),
        import("contacts", ""),
    ];
    let words = |command: &String| command.split_whitespace().map(str::to_owned).collect();
    all.iter().map(words).collect()
}

fn refused_by_every_command(backend: Backend) {
    let folder = Scratch::new("newer");
    let url = match backend {
        Backend::Sqlite => path(&folder, "firstplace.sqlite"),
        Backend::Postgres => Postgres::shared().empty_database(),
    };
    let run = |command: &[String]| {
        let mut program = firstplace(&[]);
        program.args(command).env("FIRSTPLACE_DATABASE_URL", &url).env("FIRSTPLACE_KEY", KEY);
        program.env("FIRSTPLACE_MAIL_FOLDER", path(&folder, "mail"));
        program.output().expect("the program runs")
    };
    let check = ["check".to_owned()];
    assert!(run(&["migrate".to_owned()]).status.success());
    assert!(run(&check).status.success(), "what it made itself it reads");
    match backend {
        Backend::Sqlite => {
            SqliteConnection::establish(&url).expect("it opens").batch_execute(NEWER)
        }
        Backend::Postgres => PgConnection::establish(&url).expect("it opens").batch_execute(NEWER),
    }
    .expect("a newer program was here");

    let root = env!("CARGO_MANIFEST_DIR");
    let file = format!("{root}/src/demo/trafford/postcodes.csv");
    for command in commands(&file, &path(&folder, "out")) {
        let output = run(&command);
        let sentence = said(&output);
        assert_eq!(output.status.code(), Some(1), "{command:?}: {sentence}");
        assert!(sentence.contains("newer version of Firstplace"), "{command:?}: {sentence}");
        assert_eq!(sentence.lines().count(), 1, "{command:?}: {sentence}");
    }
}

#[test]
fn sqlite() {
    refused_by_every_command(Backend::Sqlite);
}

#[test]
fn postgres() {
    refused_by_every_command(Backend::Postgres);
}

#[test]
fn a_database_that_is_still_to_be_brought_up_to_date_is_not_read_as_it_is() {
    let folder = Scratch::new("newer");
    let data = folder.path().display().to_string();
    let place = ["--data", data.as_str()];
    assert!(firstplace(&["migrate"]).args(place).status().expect("it runs").success());
    let file = path(&folder, "firstplace.sqlite");
    let mut conn = SqliteConnection::establish(&file).expect("it opens");
    let older = "delete from __diesel_schema_migrations where version = '0001'";
    conn.batch_execute(older).expect("an older program made it");

    let output = firstplace(&["check"]).args(place).output().expect("it runs");

    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("firstplace migrate"), "{}", said(&output));
}
