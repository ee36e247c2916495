//! What somebody read in one world, in a form that leaves out nothing but what names and numbers
//! things: ids, membership numbers and the tokens of links, each by when it was first read.

use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::base::clock::Clock;
use firstplace::db::schema::outbox;
use serde_json::Value;

use crate::support::app::TestApp;
use crate::support::client::Answer;
use crate::support::mail::read;

/// Headers that differ from one answer to the next.
const OF_ITS_OWN: [&str; 2] = ["date", "x-request-id"];
/// Drawn with a number and its code in it: what they hold is not text.
const DRAWN: [&str; 2] = ["draw_card", "print_card"];

/// A tag that is a hash of the body, with the ids in it: the body itself is compared.
fn is_hash(name: &str, value: &str) -> bool {
    name == "etag" && value.len() > 20
}

pub struct Heard {
    clock: Clock,
    lines: Vec<(String, String)>,
    operations: BTreeSet<&'static str>,
    names: HashMap<String, usize>,
}

impl Heard {
    pub fn of(app: &TestApp) -> Self {
        Self {
            clock: app.clock.clone(),
            lines: Vec::new(),
            operations: BTreeSet::new(),
            names: HashMap::new(),
        }
    }

    /// Notes an answer under its operation, and gives its body. The next call is a second later, so
    /// that lists by moment have one order.
    pub fn hears(&mut self, operation: &'static str, answer: Answer) -> Value {
        self.operations.insert(operation);
        self.clock.advance(TimeDelta::seconds(1));
        let drawn = DRAWN.contains(&operation);
        let length = |name: &str| drawn && (name == "content-length" || name == "etag");
        let mut said = vec![answer.status.to_string()];
        for (name, value) in &answer.headers {
            let value = value.to_str().unwrap_or("not text");
            let own = OF_ITS_OWN.contains(&name.as_str()) || is_hash(name.as_str(), value);
            if !own && !length(name.as_str()) {
                said.push(format!("{name}: {value}"));
            }
        }
        said.sort();
        if !drawn {
            said.push(answer.text.clone());
        }
        let said = self.plain(&said.join("\n"));
        self.lines.push((operation.to_owned(), said));
        serde_json::from_str(&answer.text).unwrap_or(Value::Null)
    }

    /// Notes every letter that was written to somebody, oldest first, and the pages its links open.
    pub fn reads_mail(&mut self, app: &TestApp, to: &'static str) {
        let rows: Vec<(String, String)> = app
            .store
            .read(Actor::service(), |tx| {
                Ok(outbox::table
                    .filter(outbox::recipient.eq(to))
                    .order(outbox::id)
                    .select((outbox::kind, outbox::payload))
                    .load(tx.conn())?)
            })
            .expect("the outbox is read");
        assert!(!rows.is_empty(), "nothing was written to {to}");
        for (kind, payload) in rows {
            let said = self.plain(&payload);
            self.lines.push((format!("a letter, {kind}"), said));
            for path in read(to.to_owned(), &payload).paths() {
                self.hears("a page", app.nobody.get(&path));
            }
        }
    }

    /// Notes a text as it was carried, and the pages its links open.
    pub fn reads_text(&mut self, app: &TestApp, text: &str) {
        let said = self.plain(text);
        self.lines.push(("a text".to_owned(), said));
        for path in text.split("https://hubs.example.org").skip(1) {
            let path = path.split_whitespace().next().unwrap_or_default();
            self.hears("a page", app.nobody.get(path));
        }
    }

    pub fn operations(&self) -> &BTreeSet<&'static str> {
        &self.operations
    }

    /// Where two worlds read differently.
    pub fn differences(&self, other: &Heard) -> Vec<String> {
        let mut found = Vec::new();
        for at in 0..self.lines.len().max(other.lines.len()) {
            let (one, two) = (self.lines.get(at), other.lines.get(at));
            if one != two {
                let nothing = (String::from("nothing"), String::new());
                let (one, two) = (one.unwrap_or(&nothing), two.unwrap_or(&nothing));
                found.push(format!("{}: {}\nand by a stranger {}: {}", one.0, one.1, two.0, two.1));
            }
        }
        found
    }

    /// Ids and numbers by when they were first read.
    fn plain(&mut self, text: &str) -> String {
        // An address in a query has its slashes written so, and an id begins behind one.
        let text = text.replace("%2F", "/");
        let mut plain = String::new();
        let mut word = String::new();
        for letter in text.chars().chain(std::iter::once('\n')) {
            if letter.is_ascii_alphanumeric() || letter == '_' || letter == '-' {
                word.push(letter);
                continue;
            }
            plain.push_str(&self.word(&word));
            plain.push(letter);
            word.clear();
        }
        plain
    }

    fn word(&mut self, word: &str) -> String {
        let is_id = word.len() == 32 && word.chars().all(|letter| letter.is_ascii_hexdigit());
        let is_number = word.len() == 8 && word.chars().all(|letter| letter.is_ascii_digit());
        let is_token = word.len() > 36;
        if !is_id && !is_number && !is_token {
            return word.to_owned();
        }
        let next = self.names.len();
        let nth = self.names.entry(word.to_owned()).or_insert(next);
        format!("#{nth}")
    }
}
