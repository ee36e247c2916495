//! How long what must tell nothing by its delay takes to be answered: the public form by a stranger,
//! by somebody who asks again, and with a code that is wrong, in turn in the same run, with the fixed
//! answer time and without it. The spread between the kinds is what a caller could learn from.
//!
//! `cargo bench --bench answers`.

#[path = "../tests/suite/support/client.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod client;
#[path = "../tests/suite/support/scratch.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod scratch;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use client::Client;
use scratch::Scratch;
use serde_json::{Value, json};

/// Few enough that no limit is met.
const ROUNDS: usize = 9;

fn main() {
    println!(
        "{:12}{:>14}{:>14}{:>14}   medians and the widest, ms",
        "answered", "stranger", "again", "wrong code"
    );
    for (name, milliseconds) in [("at once", "0"), ("at 300 ms", "300")] {
        let folder = Scratch::new("answers");
        let served = Served::start(&folder.path().display().to_string(), milliseconds);
        let mut took: [Vec<Duration>; 3] = Default::default();
        for round in 0..ROUNDS {
            let stranger = family(&format!("stranger{round}@example.org"), round);
            let again = family("again@example.org", 99);
            let wrong = json!({ "request_id": "nobodys", "code": "0000 0000" });
            let calls = [("", &stranger, 202), ("", &again, 202), ("/confirm", &wrong, 422)];
            for (took, (path, body, status)) in took.iter_mut().zip(calls) {
                let asked = Instant::now();
                let answer = served.caller.post(&format!("/api/v1/families/join{path}"), body);
                took.push(asked.elapsed());
                assert_eq!(answer.status, status, "{}", answer.text);
            }
        }
        let shown = took.map(|mut all| {
            all.sort();
            let milliseconds = |one: &Duration| one.as_secs_f64() * 1000.0;
            format!("{:.1} {:.1}", milliseconds(&all[ROUNDS / 2]), milliseconds(&all[ROUNDS - 1]))
        });
        println!("{name:12}{:>14}{:>14}{:>14}", shown[0], shown[1], shown[2]);
    }
}

fn family(email: &str, number: usize) -> Value {
    json!({
        "carers": [{ "name": "Amina Khan", "email": email }],
        "children": [{ "name": format!("Child {number}"), "born_on": "2025-05-14" }],
        "postcode": "M31 4FL",
    })
}

/// The service as it is run, in a process of its own.
struct Served {
    child: Child,
    caller: Client,
}

impl Served {
    fn start(data: &str, milliseconds: &str) -> Served {
        let mut child = Command::new(env!("CARGO_BIN_EXE_firstplace"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("FIRSTPLACE_DATA", data)
            .env("FIRSTPLACE_LOG", "info")
            .env("FIRSTPLACE_ANSWER_MILLISECONDS", milliseconds)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let log = BufReader::new(child.stderr.take().expect("a log"));
        let mut lines = log.lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let line: Value = serde_json::from_str(&line).ok()?;
            Some(line["address"].as_str()?.to_owned())
        });
        thread::spawn(move || lines.for_each(drop));
        let caller = Client::new(&format!("http://{}", address.expect("it starts")));
        Served { child, caller }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Gone already, if it fell over.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
