//! Very many at once: who asked first for a session is served first, those for whom there is no
//! room in the line are told so and have changed nothing, and reading goes on meanwhile.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use diesel::RunQueryDsl;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use firstplace::access::{Actor, Role};
use firstplace::base::id::SessionId;
use firstplace::db::schema::{bookings, sessions};
use firstplace::db::{Tx, Waiting};
use serde_json::json;

use crate::support::app::{Backend, TestApp};
use crate::support::client::Answer;
use crate::support::people::Person;
use crate::support::world::{Family, World};

/// Longer than any of this takes.
const SOON: Duration = Duration::from_secs(30);

/// A session that somebody decides about and does not finish.
struct Held {
    go_on: Sender<()>,
    holder: JoinHandle<()>,
}

impl Held {
    fn back(app: &TestApp, session: &str) -> Held {
        let (go_on, told) = channel::<()>();
        let (tell, holding) = channel();
        let (store, session) = (app.store.clone(), SessionId::from(session));
        let told = std::sync::Mutex::new(told);
        let hold = move |tx: &mut Tx| {
            diesel::update(sessions::table.find(session.as_str()))
                .set(sessions::touched.eq(sessions::touched + 1))
                .execute(tx.conn())?;
            tell.send(()).expect("the test waits");
            told.lock().expect("one holder").recv_timeout(SOON).expect("it is let go");
            Ok(())
        };
        let holder = thread::spawn(move || store.write(Actor::service(), hold).expect("it held"));
        holding.recv_timeout(SOON).expect("it is held");
        Held { go_on, holder }
    }

    fn go(self) {
        self.go_on.send(()).expect("it waits");
        self.holder.join().expect("it ends");
    }
}

/// Who asks, and what came of it.
type Answers = Receiver<(usize, Answer)>;

/// Sends each from a thread of its own; `sent` is called after each.
fn send<'f>(
    families: impl Iterator<Item = &'f Family>,
    session: &str,
    mut sent: impl FnMut(usize),
) -> Answers {
    let (tell, answers) = channel();
    for (at, family) in families.enumerate() {
        let (tell, parent, party) = (tell.clone(), family.parent.clone(), family.party());
        let path = format!("/api/v1/sessions/{session}/bookings");
        thread::spawn(move || {
            tell.send((at, parent.post(&path, &party))).expect("somebody listens");
        });
        sent(at);
    }
    answers
}

fn in_order(answers: Answers) -> Vec<Answer> {
    let mut answers: Vec<_> = answers.iter().collect();
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

#[track_caller]
fn until(what: &str, is_so: impl Fn() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < SOON, "{what}");
        thread::yield_now();
    }
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How many transactions of this database wait for another.
fn locked_out(app: &TestApp) -> i64 {
    let count = "SELECT count(*) AS count FROM pg_stat_activity \
                 WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let read = |tx: &mut Tx| {
        let rows: Vec<Count> = diesel::sql_query(count).load(tx.conn())?;
        Ok(rows.iter().map(|row| row.count).sum())
    };
    app.store.read(Actor::service(), read).expect("it is counted")
}

fn touched(app: &TestApp, session: &str) -> i64 {
    let id = session.to_owned();
    let read = |tx: &mut Tx| {
        Ok(sessions::table.find(id).select(sessions::touched).first::<i64>(tx.conn())?)
    };
    app.store.read(Actor::service(), read).expect("the session is there")
}

fn booked(app: &TestApp) -> i64 {
    let read = |tx: &mut Tx| Ok(bookings::table.count().get_result::<i64>(tx.conn())?);
    app.store.read(Actor::service(), read).expect("they are counted")
}

mod who_asked_first_is_served_first {
    use super::*;

    fn check(app: &TestApp) {
        let world = World::new(app);
        let session =
            world.session(json!({ "capacity": 3, "public_release_at": "2026-11-16T10:00:00Z" }));
        let families = world.families(6);
        app.set_clock("2026-11-16T09:59:59Z");
        let before = touched(app, &session);

        let held = Held::back(app, &session);
        // The third asks twice.
        let asking = families[..3].iter().chain(&families[2..]);
        let on_postgres = app.backend == Backend::Postgres;
        let answers = send(asking, &session, |at| match (on_postgres, at) {
            // The first is at work, as far as it comes.
            (true, 0) => until("the first is taken up", || locked_out(app) == 1),
            (true, _) => until("it is in line", || app.store.waiting() == at),
            (false, _) => until("it is in line", || app.store.waiting() == at + 1),
        });
        // Each is judged by the moment at which its turn has come.
        app.set_clock("2026-11-16T10:00:00Z");
        held.go();

        let answers = in_order(answers);
        let told: Vec<String> = answers
            .iter()
            .map(|answer| match answer.status {
                201 => answer.json()["status"].as_str().expect("a status").to_owned(),
                _ => answer.json()["code"].as_str().expect("a code").to_owned(),
            })
            .collect();
        let places = ["booked"; 3].into_iter().chain(["already_booked"]).chain(["waiting"; 3]);
        assert_eq!(told, places.collect::<Vec<_>>());
        let line = world.line(&session);
        let waiting = answers[4..].iter().map(|answer| answer.json()["id"].clone());
        assert_eq!(line, waiting.collect::<Vec<_>>());
        if on_postgres {
            // By the holder, by each that was kept, and once for those that shared a transaction.
            assert_eq!(touched(app, &session) - before, 1 + 6 + 1, "they shared a transaction");
        }
    }

    #[test]
    fn sqlite() {
        check(&TestApp::on(Backend::Sqlite));
    }

    #[test]
    fn postgres() {
        check(&TestApp::on(Backend::Postgres));
    }
}

mod who_finds_no_room_in_the_line_has_changed_nothing {
    use super::*;

    fn check(app: &TestApp) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let families = world.families(8);
        let at_centre = Person { centre: Some(&world.centre), ..Person::default() };
        let desk = app.sign_in(Role::FrontDesk, &at_centre);

        let held = Held::back(app, &session);
        // Three wait; on PostgreSQL one more is at work, as far as it comes.
        let at_work = usize::from(app.backend == Backend::Postgres);
        let answers = send(families.iter(), &session, |at| {
            if at < at_work {
                until("it is taken up", || locked_out(app) == 1);
            }
        });
        let refused: Vec<_> = answers.iter().take(4).collect();
        for (_, answer) in &refused {
            let after: u64 =
                answer.header("retry-after").expect("a time").parse().expect("seconds");
            assert!((1..10).contains(&after));
            assert_eq!(answer.json()["retry_after"], after);
        }
        for (_, answer) in refused {
            answer.refused(503, "busy");
        }

        families[0].parent.get(&format!("/api/v1/sessions/{session}")).expect(200);
        app.nobody.get("/api/v1/whats-on").expect(200);
        app.nobody.get("/whats-on").page(200);
        until("the line is full", || app.store.waiting() == 3);
        let page = desk.open(&format!("/registers/{session}"));
        assert_eq!(page.header("refresh"), page.header("retry-after"));
        let page = page.page(503);
        assert!(page.contains("This page tries again by itself"), "{page}");
        let pressed = app.nobody.press("/b/none/cancel").page(503);
        assert!(pressed.contains("action=\"/b/none/cancel\""), "{pressed}");

        held.go();
        let later: Vec<_> = answers.iter().map(|(_, answer)| answer).collect();
        let taken = later.iter().filter(|answer| answer.status == 201).count();
        assert_eq!(taken, 3 + at_work, "{later:?}");
        assert_eq!(i64::try_from(taken).expect("few"), booked(app), "and nothing else is there");
    }

    #[test]
    fn sqlite() {
        check(&TestApp::waiting(Backend::Sqlite, Waiting { most: 3, longest: SOON }));
    }

    #[test]
    fn postgres() {
        check(&TestApp::waiting(Backend::Postgres, Waiting { most: 3, longest: SOON }));
    }
}

mod who_waited_too_long_is_told_so {
    use super::*;

    fn check(app: &TestApp) {
        app.nobody.press("/b/none/cancel").page(503);
        let body = json!({ "request_id": "none", "code": "none" });
        app.nobody.post("/api/v1/families/join/confirm", &body).refused(503, "busy");
        app.nobody.get("/api/v1/whats-on").expect(200);
    }

    #[test]
    fn sqlite() {
        check(&TestApp::waiting(Backend::Sqlite, Waiting { most: 3, longest: Duration::ZERO }));
    }

    #[test]
    fn postgres() {
        check(&TestApp::waiting(Backend::Postgres, Waiting { most: 3, longest: Duration::ZERO }));
    }
}
