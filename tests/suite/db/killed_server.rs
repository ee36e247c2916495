//! The real server, killed in the midst of a hundred concurrent bookings, or of as many marks of a
//! register: what it had answered is there when it comes back, and the auditor finds nothing.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use chrono::{SubsecRound, TimeDelta, Utc};
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::Backend;
use crate::support::client::{Answer, Client};
use crate::support::postgres::Postgres;
use crate::support::program::firstplace_at;
use crate::support::scratch::Scratch;
use crate::support::world::id;

const PASSWORD: &str = "a pass phrase of the tests";
const EMAIL: &str = "staff@example.org";
const BOOKINGS: usize = 100;

fn firstplace(data: &Path, url: Option<&str>) -> Command {
    let mut command = firstplace_at(data, url);
    command
        .env("FIRSTPLACE_LISTEN", "127.0.0.1:0")
        .env("FIRSTPLACE_PASSWORD_MEMORY_KIB", "7168")
        .env("FIRSTPLACE_PASSWORD_PASSES", "5")
        .env("FIRSTPLACE_ANSWER_MILLISECONDS", "0");
    command
}

/// A server of its own process, killed at the latest when this goes.
struct Served {
    child: Child,
    client: Client,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may be dead already: that is what this test is about.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    /// Starts it, reads its log up to the address, and signs in.
    fn start(data: &Path, url: Option<&str>) -> Self {
        let mut child = firstplace(data, url)
            .arg("serve")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let log = child.stderr.take().expect("stderr is a pipe");
        let mut lines = BufReader::new(log).lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let from = line.find("127.0.0.1:")?;
            let address = line[from..].split(|c: char| c != '.' && c != ':' && !c.is_numeric());
            address.into_iter().next().map(str::to_owned)
        });
        // The rest of the log is read so that the server never waits for us.
        thread::spawn(move || lines.for_each(drop));
        let nobody = Client::new(&format!("http://{}", address.expect("it says where it is")));
        let body = json!({ "email": EMAIL, "password": PASSWORD });
        let token = nobody.post("/api/v1/auth/token", &body).expect(200);
        let client = nobody.bearing(token["access_token"].as_str().expect("a token"));
        Self { child, client }
    }

    fn post(&self, path: &str, body: Value) -> Value {
        self.client.post(&format!("/api/v1/{path}"), &body).expect(201)
    }
}

fn add_staff(data: &Path, url: Option<&str>) {
    let mut add = firstplace(data, url)
        .args(["user", "add", "--email", EMAIL, "--role", "administrator", "--role", "staff"])
        .arg("--password-stdin")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the command starts");
    let mut stdin = add.stdin.take().expect("stdin is a pipe");
    stdin.write_all(PASSWORD.as_bytes()).expect("it reads");
    drop(stdin);
    assert!(add.wait().expect("it ends").success());
}

/// A session with room for all, and a request for each of a hundred families.
fn requests(served: &Served) -> (String, Vec<Value>) {
    let centre = id(&served.post("centres", json!({ "name": "Partington" })));
    let activity = json!({ "title": "Stay and Play", "centre_id": centre, "capacity": BOOKINGS });
    let activity = id(&served.post("activities", activity));
    let starts = Utc::now().trunc_subsecs(0) + TimeDelta::days(3);
    let session = id(&served.post(
        "sessions",
        json!({
            "activity_id": activity,
            "centre_id": centre,
            "starts_at": starts,
            "ends_at": starts + TimeDelta::hours(1),
        }),
    ));
    let announce = format!("/api/v1/sessions/{session}/announce");
    served.client.post(&announce, &json!({})).expect(200);
    let born = (Utc::now() - TimeDelta::days(400)).date_naive();
    let request = |number: usize| {
        let family = served.post(
            "families",
            json!({
                "carers": [{ "name": format!("Parent {number}") }],
                "children": [{ "name": format!("Child {number}"), "born_on": born }],
                "centre_id": centre,
            }),
        );
        json!({ "family_id": family["id"], "child_ids": [family["children"][0]["id"]],
            "adults": 1, "if_full": "refuse", "reason": "By telephone." })
    };
    (session, (0..BOOKINGS).map(request).collect())
}

/// Sends every request at once, and kills the server at a moment nobody knows before; the answers
/// that came.
fn killed_amid(served: &mut Served, path: &str, requests: Vec<Value>) -> Vec<Answer> {
    let (answered, answers) = mpsc::channel();
    for request in requests {
        let call = served.client.call(Method::POST, path).json(&request);
        let answered = answered.clone();
        thread::spawn(move || drop(answered.send(call.try_send())));
    }
    drop(answered);
    let fatal = rand::random_range(1..BOOKINGS);
    let mut kept = Vec::new();
    for (number, answer) in answers.into_iter().enumerate() {
        if number + 1 == fatal {
            served.child.kill().expect("it can be killed");
        }
        kept.extend(answer.ok());
    }
    assert!(kept.len() >= fatal, "{} of {fatal}", kept.len());
    served.child.wait().expect("it is dead");
    kept
}

fn nothing_is_broken(data: &Path, url: Option<&str>) {
    let checked = firstplace(data, url).arg("check").output().expect("the command runs");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

fn database(backend: Backend) -> Option<String> {
    match backend {
        Backend::Sqlite => None,
        Backend::Postgres => Some(Postgres::shared().fresh_database()),
    }
}

fn each_answered_booking_outlives_the_server(backend: Backend) {
    let (folder, url) = (Scratch::new("killed"), database(backend));
    add_staff(folder.path(), url.as_deref());
    let mut served = Served::start(folder.path(), url.as_deref());
    let (session, requests) = requests(&served);
    let path = format!("/api/v1/sessions/{session}/bookings");
    let answers = killed_amid(&mut served, &path, requests);

    let again = Served::start(folder.path(), url.as_deref());
    for answer in answers {
        let booking = id(&answer.expect(201));
        let shown = again.client.get(&format!("/api/v1/bookings/{booking}")).expect(200);
        assert_eq!(shown["status"], "booked", "{shown}");
    }
    nothing_is_broken(folder.path(), url.as_deref());
}

fn each_answered_mark_outlives_the_server(backend: Backend) {
    let (folder, url) = (Scratch::new("marks"), database(backend));
    add_staff(folder.path(), url.as_deref());
    let mut served = Served::start(folder.path(), url.as_deref());
    let (session, requests) = requests(&served);
    let mark = |(number, request): (usize, Value)| {
        let booking = id(&served.post(&format!("sessions/{session}/bookings"), request));
        json!({ "marks": [{ "client_id": format!("m{number}"), "at": Utc::now(),
            "booking_id": booking, "mark": "told_us" }] })
    };
    let marks: Vec<Value> = requests.into_iter().enumerate().map(mark).collect();
    let path = format!("/api/v1/sessions/{session}/register/marks");
    let answers = killed_amid(&mut served, &path, marks);

    let again = Served::start(folder.path(), url.as_deref());
    let log = again.client.get(&path).expect(200);
    let log: Vec<&str> = log["items"]
        .as_array()
        .expect("marks")
        .iter()
        .filter_map(|row| row["client_id"].as_str())
        .collect();
    for answer in answers {
        let taken = answer.expect(200)["marks"][0].clone();
        let client_id = taken["client_id"].as_str().expect("its name").to_owned();
        assert!(taken["code"].is_null(), "{taken}");
        assert!(log.contains(&client_id.as_str()), "{client_id}: {log:?}");
    }
    nothing_is_broken(folder.path(), url.as_deref());
}

mod bookings {
    use super::*;

    #[test]
    fn sqlite() {
        each_answered_booking_outlives_the_server(Backend::Sqlite);
    }

    #[test]
    fn postgres() {
        each_answered_booking_outlives_the_server(Backend::Postgres);
    }
}

mod marks {
    use super::*;

    #[test]
    fn sqlite() {
        each_answered_mark_outlives_the_server(Backend::Sqlite);
    }

    #[test]
    fn postgres() {
        each_answered_mark_outlives_the_server(Backend::Postgres);
    }
}
