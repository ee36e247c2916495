//! The service as it is run, in a process of its own, and 32 callers who are signed
//! in to it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{SubsecRound, TimeDelta, Utc};
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::base::clock::Clock;
use firstplace::db::schema::outbox;
use firstplace::db::{Options, Store, Tx};
use firstplace::demo::crowd::Crowd;
use serde_json::{Value, json};

use crate::client::Client;
use crate::turns;

pub const CALLERS: usize = 32;
/// What each of them books in a round.
pub fn each() -> usize {
    if turns::short() { 5 } else { 10 }
}

pub fn bookings() -> usize {
    CALLERS * each()
}

/// Of the names.
const SEED: u64 = 1;

const EMAIL: &str = "staff@hubs.example";
const PASSWORD: &str = "correct horse battery";

/// One rush: every booking's time, and that of all together.
pub struct Rush {
    pub sessions: Vec<String>,
    pub took: Vec<Duration>,
    pub whole: Duration,
}

pub struct Served {
    child: Child,
    callers: Vec<Client>,
    /// Its database, to look at.
    store: Store,
    centre: Value,
    activity: Value,
    /// No two sessions of an activity start at one time.
    planned: AtomicU32,
    crowd: Crowd,
    /// No two families are alike, or they would be taken for one.
    met: AtomicU32,
}

fn firstplace(settings: &[(&str, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstplace"));
    let named = settings.iter().map(|(name, value)| (format!("FIRSTPLACE_{name}"), value));
    command.envs(named).env("FIRSTPLACE_LOG", "info").env("FIRSTPLACE_ANSWER_MILLISECONDS", "0");
    command
}

fn add_staff(settings: &[(&str, String)]) {
    let mut add = firstplace(settings)
        .args(["user", "add", "--email", EMAIL, "--role", "administrator", "--role", "staff"])
        .arg("--password-stdin")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut stdin = add.stdin.take().expect("its input");
    stdin.write_all(PASSWORD.as_bytes()).expect("it reads");
    drop(stdin);
    assert!(add.wait().expect("it ends").success());
}

fn id(value: &Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

impl Served {
    /// `database` is where the settings say that it is.
    pub fn start(database: &str, settings: &[(&str, String)]) -> Served {
        add_staff(settings);
        let mut child = firstplace(settings)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let log = BufReader::new(child.stderr.take().expect("a log"));
        let mut lines = log.lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let line: Value = serde_json::from_str(&line).ok()?;
            Some(line["address"].as_str()?.to_owned())
        });
        // The log is read on, as something always does where it is run in earnest.
        thread::spawn(move || lines.for_each(drop));
        let url = format!("http://{}", address.expect("it starts"));

        let body = json!({ "email": EMAIL, "password": PASSWORD });
        let caller = |_| {
            let client = Client::new(&url);
            let tokens = client.post("/api/v1/auth/token", &body).expect(200);
            client.bearing(tokens["access_token"].as_str().expect("a token"))
        };
        let callers: Vec<Client> = (0..CALLERS).map(caller).collect();
        let post = |path: &str, body: &Value| callers[0].post(path, body).expect(201);
        let centre = post("/api/v1/centres", &json!({ "name": "Partington" }))["id"].clone();
        let activity = json!({ "title": "Stay and Play", "capacity": bookings() });
        let activity = post("/api/v1/activities", &activity)["id"].clone();
        let store = Store::look(&Options::new(database), Clock::system());
        let store = store.expect("its database can be looked at");
        let crowd = Crowd::new(SEED, Utc::now().date_naive()).expect("the names are read");
        let (planned, met) = Default::default();
        Served { child, callers, store, centre, activity, planned, crowd, met }
    }

    /// Families nobody has met, on so many new sessions, each once, all at once.
    pub fn rush(&self, sessions: usize) -> Rush {
        let sessions: Vec<String> = (0..sessions).map(|_| self.session()).collect();
        let requests = self.families();
        let start = Barrier::new(CALLERS + 1);
        let work = |number: usize, client: &Client| {
            let mut took = Vec::new();
            start.wait();
            for at in (number..bookings()).step_by(CALLERS) {
                let session = &sessions[at % sessions.len()];
                let path = format!("/api/v1/sessions/{session}/bookings");
                let asked = Instant::now();
                let answer = client.post(&path, &requests[at]).expect(201);
                took.push(asked.elapsed());
                assert_eq!(answer["status"], "booked", "{answer}");
            }
            took
        };
        let (took, whole) = thread::scope(|scope| {
            let (work, each) = (&work, self.callers.iter().enumerate());
            let callers: Vec<_> =
                each.map(|(number, client)| scope.spawn(move || work(number, client))).collect();
            start.wait();
            let began = Instant::now();
            let took = callers.into_iter().flat_map(|caller| caller.join().expect("no panic"));
            let took: Vec<Duration> = took.collect();
            (took, began.elapsed())
        });
        self.until_mail_has_left();
        Rush { sessions, took, whole }
    }

    fn session(&self) -> String {
        let hours = i64::from(self.planned.fetch_add(1, Ordering::Relaxed));
        let starts = Utc::now().trunc_subsecs(0) + TimeDelta::days(3) + TimeDelta::hours(hours);
        let body = json!({
            "activity_id": self.activity, "centre_id": self.centre,
            "starts_at": starts, "ends_at": starts + TimeDelta::hours(1),
        });
        let session = id(&self.callers[0].post("/api/v1/sessions", &body).expect(201));
        let announce = format!("/api/v1/sessions/{session}/announce");
        self.callers[0].post(&announce, &json!({})).expect(200);
        session
    }

    /// A request for each of a round's families. One caller makes them: no two are made at once.
    fn families(&self) -> Vec<Value> {
        (0..bookings()).map(|_| self.family()).collect()
    }

    fn family(&self) -> Value {
        let number = self.met.fetch_add(1, Ordering::Relaxed);
        let named = |number: u32| self.crowd.household(number).adults.remove(0).name;
        let born = Utc::now().date_naive() - TimeDelta::days(100 + i64::from(number % 1_000));
        let family = json!({
            "carers": [{ "name": named(2 * number), "email": format!("p{number}@example.org") }],
            "children": [{ "name": named(2 * number + 1), "born_on": born }],
            "centre_id": self.centre,
        });
        let family = self.callers[0].post("/api/v1/families", &family).expect(201);
        json!({ "family_id": family["id"], "child_ids": [family["children"][0]["id"]],
            "adults": 1, "if_full": "refuse", "reason": "By telephone." })
    }

    /// The floor must not be slowed by what the service still has to do.
    fn until_mail_has_left(&self) {
        let due = |tx: &mut Tx| {
            let waiting = outbox::state.eq("queued").and(outbox::due_at.le(tx.now()));
            let letters = outbox::table.filter(waiting.or(outbox::state.eq("sending")));
            let letters: i64 = letters.count().get_result(tx.conn())?;
            Ok(letters)
        };
        while self.store.read(Actor::service(), due).expect("letters are counted") > 0 {
            thread::sleep(Duration::from_millis(500));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Gone already, if it fell over.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
