//! How long what must tell nothing by its delay takes to be answered: the public form by a stranger,
//! by somebody who asks again, and with a code that is wrong, in turn in the same run, with the fixed
//! answer time and without it. The spread between the kinds is what a caller could learn from.
//!
//! `cargo bench --bench answers`; `cargo bench --bench answers -- --short` for three turns.

// Nothing outside can reach what a benchmark holds.
#![allow(unreachable_pub)]

#[path = "../tests/suite/support/client.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod client;
#[path = "../tests/suite/support/scratch.rs"]
#[allow(dead_code, reason = "the tests use all of it")]
mod scratch;
#[path = "support/turns.rs"]
mod turns;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use client::Client;
use scratch::Scratch;
use serde_json::{Value, json};
use turns::median;

/// Few enough that no limit is met; a turn of the short form is a third of them.
const ROUNDS: usize = 9;

/// What a stranger's request takes, the same family's again, and a wrong code.
type Kinds = [Vec<Duration>; 3];

fn main() {
    if !turns::short() {
        println!(
            "{:12}{:>14}{:>14}{:>14}   medians and the widest, ms",
            "answered", "stranger", "again", "wrong code"
        );
    }
    for (name, milliseconds) in [("at once", "0"), ("at 300 ms", "300")] {
        let folder = Scratch::new("answers");
        let served = Served::start(&folder.path().display().to_string(), milliseconds);
        let mut rounds = 0..ROUNDS;
        if turns::short() {
            let turn = || ratios(served.answers(rounds.by_ref().take(ROUNDS / 3)));
            turns::run(&format!("answered {name}, to a wrong code"), turn);
        } else {
            tell(name, served.answers(rounds));
        }
    }
}

fn tell(name: &str, took: Kinds) {
    let shown = took.map(|mut all| {
        all.sort();
        let milliseconds = |one: &Duration| one.as_secs_f64() * 1000.0;
        format!("{:.1} {:.1}", milliseconds(&all[ROUNDS / 2]), milliseconds(&all[ROUNDS - 1]))
    });
    println!("{name:12}{:>14}{:>14}{:>14}", shown[0], shown[1], shown[2]);
}

fn ratios(took: Kinds) -> Vec<(String, f64)> {
    let [stranger, again, wrong] = took.map(|all| median(all).as_secs_f64());
    vec![("stranger".to_owned(), stranger / wrong), ("again".to_owned(), again / wrong)]
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

    /// The three kinds in turn, once a round; each round has a stranger of its own.
    fn answers(&self, rounds: impl Iterator<Item = usize>) -> Kinds {
        let mut took = Kinds::default();
        for round in rounds {
            let stranger = family(&format!("stranger{round}@example.org"), round);
            let again = family("again@example.org", 99);
            let wrong = json!({ "request_id": "nobodys", "code": "0000 0000" });
            let calls = [("", &stranger, 202), ("", &again, 202), ("/confirm", &wrong, 422)];
            for (took, (path, body, status)) in took.iter_mut().zip(calls) {
                let asked = Instant::now();
                let answer = self.caller.post(&format!("/api/v1/families/join{path}"), body);
                took.push(asked.elapsed());
                assert_eq!(answer.status, status, "{}", answer.text);
            }
        }
        took
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Gone already, if it fell over.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
