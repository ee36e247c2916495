//! What the document shows is what the service takes: for every operation the request of its own
//! examples, with real ids, and then each word of each enum.

use firstplace::access::policy::{Grant, grant};
use firstplace::access::{Act, Role};
use serde_json::{Value, json};
use ureq::http::Method;

use super::borough::{Borough, list};
use super::document;
use super::lint::{Operation, operations};
use super::shape::{Shapes, Word, merged};
use crate::access::doors::{DOORS, Door};
use crate::support::app::both;
use crate::support::client::{Answer, Client};

/// Who asks, where several roles may.
const ORDER: [Role; 8] = [
    Role::Staff,
    Role::Manager,
    Role::Administrator,
    Role::SafeguardingLead,
    Role::Professional,
    Role::Parent,
    Role::FrontDesk,
    Role::Volunteer,
];

both! {
    fn every_request_that_the_document_shows_is_accepted(app) {
        let document = document();
        let shapes = Shapes::of(&document);
        let mut borough = Borough::new(app);
        let operations = operations(&document);
        for known in borough.operations() {
            let is_known = operations.iter().any(|operation| operation.id() == known);
            assert!(is_known, "the script tells of {known}, which is no operation");
        }
        let mut found = Vec::new();
        for operation in &operations {
            found.extend(Trial::of(operation, &mut borough, &shapes).refused(&borough, &shapes));
        }
        assert!(found.is_empty(), "{} refused:\n{}\n", found.len(), found.join("\n"));
    }
}

/// A request to try, and what the document says of its parts.
pub struct Trial<'a> {
    operation: &'a Operation<'a>,
    recipe: Value,
    caller: Client,
    path: String,
    /// What stands in the path and the query, by name.
    pub parameters: Vec<(String, String)>,
    query: Vec<(String, String)>,
    version: Option<String>,
    /// The media type and the body.
    pub body: Option<(String, Value)>,
    schema: Value,
}

impl<'a> Trial<'a> {
    pub fn of(operation: &'a Operation<'a>, borough: &mut Borough, shapes: &Shapes) -> Self {
        let recipe = borough.recipe(operation.id());
        for step in list(&recipe["first"]) {
            borough.take(&step);
        }
        let who = recipe["as"].as_str().unwrap_or_else(|| who_may(operation.id()));
        let caller = borough.caller(who).clone();
        let (path, mut parameters) = filled(operation.path, &recipe, borough);
        let contents = operation.says["requestBody"]["content"].as_object();
        let wanted = recipe["type"].as_str().unwrap_or("application/json");
        let content = contents.and_then(|all| Some((wanted.to_owned(), all.get(wanted)?.clone())));
        let body = content.as_ref().map(|(kind, content)| {
            let shown = shapes.example(content, borough);
            (kind.clone(), merged(&shown, &borough.said(&recipe["with"])))
        });
        let needs_version =
            list(&operation.says["parameters"]).iter().any(|one| one["name"] == "If-Match");
        let version =
            needs_version.then(|| caller.get(&path).header("etag").unwrap_or_default().to_owned());
        let query = borough.said(&recipe["query"]);
        let query = query.as_object().into_iter().flatten();
        let mut query: Vec<_> = query.map(|(name, value)| (name.clone(), plain(value))).collect();
        for one in list(&operation.says["parameters"]) {
            let name = one["name"].as_str().unwrap_or_default();
            let is_missing = query.iter().all(|(known, _)| known != name);
            if one["in"] == "query" && one["required"] == true && is_missing {
                query.push((name.to_owned(), plain(&one["example"])));
            }
        }
        parameters.extend(query.clone());
        let schema = content.map(|(_, content)| content["schema"].clone()).unwrap_or_default();
        Self { operation, recipe, caller, path, parameters, query, version, body, schema }
    }

    /// The request as the document shows it.
    pub fn send_as_shown(&self) -> Answer {
        self.send(&self.query, self.body.as_ref().map(|(_, body)| body))
    }

    /// What was refused though the document shows it, in words.
    fn refused(&self, borough: &Borough, shapes: &Shapes) -> Vec<String> {
        let mut found = Vec::new();
        let shown = self.body.as_ref().map(|(_, body)| body.clone());
        let answer = self.send_as_shown();
        let expected = list(&self.recipe["answers"]);
        if answer.status >= 300 && !expected.contains(&json!(answer.status)) {
            found.push(self.said("as it is shown", shown.as_ref(), &answer));
        }
        for word in shapes.words(&self.schema) {
            let Some(shown) = &shown else { continue };
            let body = shapes.with_word(shown, &self.schema, &word, borough);
            let given = &self.recipe["given"];
            let at = format!("{}={}", word.pointer, plain(&word.word));
            let body = merged(&body, &borough.said(&given[&word.pointer]));
            let body = merged(&body, &borough.said(&given[&at]));
            let answer = self.send(&self.query, Some(&body));
            let by_rule = self.recipe["by_rule"][&at].is_string();
            if is_unknown(&answer, &word.pointer) && !by_rule {
                found.push(self.said(&at, Some(&body), &answer));
            }
        }
        found.extend(self.refused_queries(shapes, shown.as_ref()));
        found
    }

    fn refused_queries(&self, shapes: &Shapes, body: Option<&Value>) -> Vec<String> {
        let mut found = Vec::new();
        for parameter in list(&self.operation.says["parameters"]) {
            let name = parameter["name"].as_str().unwrap_or_default();
            if parameter["in"] != "query" {
                continue;
            }
            for Word { word, .. } in shapes.words(&parameter["schema"]) {
                let mut query = self.query.clone();
                query.retain(|(other, _)| other != name);
                query.push((name.to_owned(), plain(&word)));
                let answer = self.send(&query, body);
                if is_unknown(&answer, name) {
                    found.push(self.said(&format!("?{name}={word}"), body, &answer));
                }
            }
        }
        found
    }

    fn send(&self, query: &[(String, String)], body: Option<&Value>) -> Answer {
        let mut path = self.path.clone();
        if !query.is_empty() {
            let query =
                form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
            path = format!("{path}?{query}");
        }
        let method = Method::from_bytes(self.operation.method.to_uppercase().as_bytes());
        let mut call = self.caller.call(method.expect("a method of HTTP"), &path);
        if let Some(version) = &self.version {
            call = call.if_match(version);
        }
        match (&self.body, body) {
            (Some((kind, _)), Some(Value::String(text))) => {
                call.header("content-type", kind.clone()).raw(text.as_bytes()).send()
            }
            (_, Some(body)) => call.json(body).send(),
            (_, None) => call.send(),
        }
    }

    fn said(&self, what: &str, body: Option<&Value>, answer: &Answer) -> String {
        let (id, who) = (self.operation.id(), self.caller.role());
        let body = body.map(Value::to_string).unwrap_or_default();
        format!("{id} as {who}, {what}: {} {}\n    sent {body}", answer.status, answer.text)
    }
}

/// Refused for the word itself, not for what surrounds it.
fn is_unknown(answer: &Answer, at: &str) -> bool {
    let by_rule = [404, 409, 412, 422].contains(&answer.status);
    if answer.status < 300 || !by_rule {
        return answer.status >= 300;
    }
    let problem = answer.json();
    let named = list(&problem["errors"]).iter().any(|error| {
        error["pointer"].as_str().unwrap_or_default().trim_start_matches('/')
            == at.trim_start_matches('/')
    });
    named || answer.text.contains("unknown variant")
}

fn who_may(operation: &str) -> &'static str {
    let door = DOORS.iter().find(|(id, _)| *id == operation).map(|(_, door)| door);
    match door.expect("every operation has a door") {
        Door::Public => "nobody",
        Door::Carrier => "carrier",
        Door::Act(act) => first_of(*act).as_str(),
    }
}

fn first_of(act: Act) -> Role {
    let mut may = ORDER.into_iter().filter(|role| grant(*role, act) != Grant::No);
    may.next().expect("somebody may do it")
}

/// The path with the borough's ids in it, and what they are by name.
fn filled(path: &str, recipe: &Value, borough: &Borough) -> (String, Vec<(String, String)>) {
    let mut parameters = Vec::new();
    let mut filled = String::new();
    let mut so_far = String::new();
    for part in path.trim_start_matches("/api/v1/").split('/') {
        so_far.push('/');
        so_far.push_str(part);
        let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
        let text = match name {
            Some(name) => match recipe["path"][name].as_str() {
                Some(_) => plain(&borough.said(&recipe["path"][name])),
                None => borough.parameter(&so_far, name),
            },
            None => part.to_owned(),
        };
        parameters.extend(name.map(|name| (name.to_owned(), text.clone())));
        filled.push('/');
        filled.push_str(&text.replace(' ', "%20"));
    }
    (format!("/api/v1{filled}"), parameters)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
