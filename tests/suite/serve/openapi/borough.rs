//! The world in which the document's own requests are tried: a script of calls in
//! `tests/data/openapi/borough.json`. A step is `[who, "METHOD /path", body, {name: pointer}]`, which
//! keeps parts of the answer by name, or `{sign_in: name, role, ...}`. `${name}` stands for what was
//! kept. For each operation it says which of these its path and body take in place of the
//! document's made-up ids, and what has to be there first.

use std::collections::BTreeMap;

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::TestApp;
use crate::support::client::{Answer, Client};
use crate::support::contract;
use crate::support::people::Person;

const SCRIPT: &str = include_str!("../../../data/openapi/borough.json");
/// A Tuesday: the examples' past is past and their future to come.
pub const DAY: &str = "2026-11-24";

pub struct Borough<'a> {
    app: &'a TestApp,
    script: Value,
    callers: BTreeMap<String, Client>,
    kept: BTreeMap<String, String>,
}

impl<'a> Borough<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        let now = format!("{DAY}T10:00:00Z");
        app.set_clock(&now);
        let script: Value = serde_json::from_str(SCRIPT).expect("the script is JSON");
        let callers = [
            ("nobody".to_owned(), app.nobody.clone().watched(contract::hold)),
            ("carrier".to_owned(), app.carrier().watched(contract::hold)),
            ("administrator".to_owned(), app.as_role(Role::Administrator).watched(contract::hold)),
        ];
        let kept = [("today".to_owned(), DAY.to_owned()), ("now".to_owned(), now)];
        let mut borough = Self { app, script, callers: callers.into(), kept: kept.into() };
        for step in list(&borough.script["world"]) {
            borough.take(&step);
        }
        borough
    }

    /// What is said of an operation; nothing for most.
    pub fn recipe(&self, operation: &str) -> Value {
        self.script["operations"][operation].clone()
    }

    pub fn operations(&self) -> Vec<String> {
        self.script["operations"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(id, _)| id.clone())
            .collect()
    }

    /// What stands for an id of this schema.
    pub fn id(&self, schema: &str) -> Option<String> {
        Some(self.text(self.script["ids"][schema].as_str()?))
    }

    /// What stands for the last parameter of `path`.
    pub fn parameter(&self, path: &str, name: &str) -> String {
        let names = &self.script["path"];
        let known = names[path].as_str().or_else(|| names[format!("{{{name}}}")].as_str());
        self.text(known.unwrap_or("nothing"))
    }

    pub fn caller(&self, name: &str) -> &Client {
        self.callers.get(name).unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// A step of the script, which has to succeed.
    pub fn take(&mut self, step: &Value) {
        let step = self.said(step);
        match step["sign_in"].as_str() {
            Some(name) => self.sign_in(name, &step),
            None => self.call(&step),
        }
    }

    fn sign_in(&mut self, name: &str, step: &Value) {
        let role = step["role"].as_str().and_then(Role::parse).expect("a role");
        let person = Person {
            centre: step["centre"].as_str(),
            family: step["family"].as_str(),
            carer: step["carer"].as_str(),
            partner: step["partner"].as_str(),
            team: step["team"].as_str(),
        };
        let client = self.app.sign_in(role, &person).watched(contract::hold);
        let account = client.get("/api/v1/auth/me").expect(200)["id"].clone();
        let account = account.as_str().expect("an id").to_owned();
        self.kept.entry("account".to_owned()).or_insert_with(|| account.clone());
        self.kept.insert(format!("{name}_account"), account);
        self.callers.insert(name.to_owned(), client);
    }

    fn call(&mut self, step: &Value) {
        let who = self.caller(step[0].as_str().expect("who"));
        let (method, path) =
            step[1].as_str().and_then(|call| call.split_once(' ')).expect("a call");
        let answer = send(who, method, &format!("/api/v1{path}"), &step[2]);
        assert!(answer.status < 300, "{step}: {} {}", answer.status, answer.text);
        for (name, pointer) in step[3].as_object().into_iter().flatten() {
            let answer = answer.json();
            let found = pointer.as_str().and_then(|pointer| answer.pointer(pointer)?.as_str());
            let found = found.unwrap_or_else(|| panic!("{step}: no {pointer} in {answer}"));
            self.kept.insert(name.clone(), found.to_owned());
        }
    }

    /// A value with what was kept in the place of its names.
    pub fn said(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => json!(self.text(text)),
            Value::Array(items) => items.iter().map(|item| self.said(item)).collect(),
            Value::Object(members) => {
                members.iter().map(|(name, value)| (name.clone(), self.said(value))).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    fn text(&self, text: &str) -> String {
        let mut said = text.to_owned();
        for (name, value) in &self.kept {
            said = said.replace(&format!("${{{name}}}"), value);
        }
        said
    }
}

pub fn send(who: &Client, method: &str, path: &str, body: &Value) -> Answer {
    let method = Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method");
    let call = who.call(method, path);
    match body {
        Value::Null => call.send(),
        body => call.json(body).send(),
    }
}

pub fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}
