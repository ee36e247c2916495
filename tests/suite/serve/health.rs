//! `/health/ready`: whether the service can write, found out by writing.

use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::{PgConnection, SqliteConnection};
use firstplace::access::Actor;
use firstplace::base::moment::Moment;
use firstplace::db::schema::job_runs;
use std::process::Command;

use crate::support::app::{Backend, TestApp, both};
use crate::support::program::{Server, firstplace};
use crate::support::scratch::Scratch;

/// As whoever looks after the database would.
fn executes(app: &TestApp, sql: &str) {
    match app.backend {
        Backend::Sqlite => SqliteConnection::establish(&app.url).expect("open").batch_execute(sql),
        Backend::Postgres => PgConnection::establish(&app.url).expect("open").batch_execute(sql),
    }
    .expect("it is done");
}

/// When it was last tried.
fn tried(app: &TestApp) -> Option<Moment> {
    let read = app.store.read(Actor::service(), |tx| {
        Ok(job_runs::table.find("ready").select(job_runs::ran_at).first(tx.conn()).optional()?)
    });
    read.expect("the table is read")
}

both! {
    fn a_service_that_cannot_write_is_not_ready_though_it_can_read(app) {
        let ready = || app.nobody.get("/health/ready");
        assert_eq!(ready().text, "ok\n");
        executes(app, "alter table job_runs rename to gone");
        app.advance(TimeDelta::seconds(5));
        let refused = ready();
        assert_eq!(refused.header("cache-control"), Some("no-store"));
        refused.refused(503, "unavailable");
        assert_eq!(app.nobody.get("/health/live").status, 200, "it lives all the same");
        app.nobody.get("/api/v1/whats-on").expect(200);

        executes(app, "alter table gone rename to job_runs");
        ready().refused(503, "unavailable");
        app.advance(TimeDelta::seconds(5));
        assert_eq!(ready().status, 200);
    }

    fn many_readiness_checks_share_one_write(app) {
        let start = app.now();
        for second in 0..5 {
            for _ in 0..20 {
                assert_eq!(app.nobody.get("/health/ready").status, 200);
            }
            assert_eq!(tried(app), Some(start), "second {second}");
            app.advance(TimeDelta::seconds(1));
        }
        assert_eq!(app.nobody.get("/health/ready").status, 200);
        assert_eq!(tried(app), Some(start + TimeDelta::seconds(5)), "now it was tried again");
    }
}

/// A server whose files may not grow any more, as on a full disk.
#[test]
fn a_full_disk_is_told() {
    for (room, status) in [("unlimited", 200), ("0", 503)] {
        let data = Scratch::new("ready");
        let program = firstplace(&[]).get_program().to_owned();
        let mut serve = Command::new("sh");
        // Without the trap the first write that finds no room would end the process.
        serve.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(program);
        serve.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        serve.env("FIRSTPLACE_DATA", data.path());
        let server = Server::start(serve);
        let limit = Command::new("prlimit")
            .args([format!("--pid={}", server.id()), format!("--fsize={room}:unlimited")])
            .status();
        assert!(limit.expect("prlimit is part of every Linux").success());

        let answer = server.client().get("/health/ready");

        assert_eq!(answer.status, status, "{room}: {}", answer.text);
    }
}
