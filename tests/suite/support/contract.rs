//! Holds every answer that a test gets from the API against the document that the service gives of
//! itself: the status is listed for the operation, the kind of content and the code of the fault
//! too, and the body fits its schema with no member beside those described.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use firstplace::serve::openapi::document_text;
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use super::client::Answer;

/// Where the schemas of the document stand for those who validate by them.
pub const SCHEMAS: &str = "firstplace:/schemas#/$defs/";
/// The one object that may hold more than is described: what belongs to its code.
const OPEN: &str = "Problem";

/// Members of a schema that are not for everybody, and for whom they are none.
const NOT_FOR: &[(&str, &[&str], &[&str])] = &[
    (
        "SessionOut",
        &["parent", "professional"],
        &[
            "announced_at",
            "cancel_reason",
            "course_id",
            "displaced_by",
            "leader",
            "priority_places",
            "priority_until",
            "public_places_left",
            "room_id",
            "series_id",
            "version",
        ],
    ),
    ("SessionOut", &["parent"], &["capacity", "referrals_open_at", "waiting"]),
    (
        "BookingOut",
        &["parent", "professional", "front_desk"],
        &["made_as", "reason", "tier", "tier_reason"],
    ),
    ("BookingOut", &["professional"], &["family_id", "child_ids"]),
];

pub struct Contract {
    operations: Vec<Promise>,
    schemas: &'static Registry<'static>,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

/// What the document says of one operation.
struct Promise {
    id: String,
    method: String,
    /// The segments of its path; `None` for what the caller fills in.
    path: Vec<Option<String>>,
    responses: BTreeMap<String, Value>,
}

/// The description as a caller reads it, each shared answer where it is referred to.
pub fn described() -> Value {
    let mut document = serde_json::from_str(&document_text()).expect("the document is JSON");
    follow_answers(&mut document);
    document
}

fn follow_answers(document: &mut Value) {
    let shared = document["components"]["responses"].clone();
    for item in document["paths"].as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
        for operation in item.as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
            let answers = operation.get_mut("responses").and_then(Value::as_object_mut);
            for answer in answers.into_iter().flat_map(|all| all.values_mut()) {
                let to = answer["$ref"].as_str().and_then(|to| to.rsplit('/').next());
                if let Some(to) = to {
                    *answer = shared[to].clone();
                }
            }
        }
    }
}

static DOCUMENT: LazyLock<Contract> = LazyLock::new(|| Contract::of(&document_text()));

/// The document of the service that is tested.
pub fn document() -> &'static Contract {
    &DOCUMENT
}

/// Fails the test where an answer breaks the document.
pub fn hold(role: &str, method: &str, path: &str, answer: &Answer) {
    let mut found = document().complaints(method, path, answer);
    found.extend(document().told_too_much(role, method, path, answer));
    assert!(found.is_empty(), "as {role}: {}", found.join("\n"));
}

impl Contract {
    pub fn of(text: &str) -> Contract {
        let text = text.replace("#/components/schemas/", SCHEMAS);
        let mut document: Value = serde_json::from_str(&text).expect("the document is JSON");
        follow_answers(&mut document);
        let mut schemas = document["components"]["schemas"].clone();
        for (name, schema) in schemas.as_object_mut().into_iter().flatten() {
            if name != OPEN {
                close(schema);
            }
        }
        let schemas = Registry::new()
            .add("firstplace:/schemas", json!({ "$defs": schemas }))
            .and_then(|registry| registry.prepare())
            .expect("the schemas refer to each other");
        Contract {
            operations: promises(&document),
            schemas: Box::leak(Box::new(schemas)),
            validators: Mutex::default(),
        }
    }

    /// What is wrong with an answer, in words; nothing where no operation has that address.
    pub fn complaints(&self, method: &str, path: &str, answer: &Answer) -> Vec<String> {
        let Some(promise) = self.promise(method, path) else { return Vec::new() };
        let said = |what: String| format!("{} ({method} {path}): {what}", promise.id);
        let Some(response) = promise.responses.get(&answer.status.to_string()) else {
            return vec![said(format!("{} is not documented: {}", answer.status, answer.text))];
        };
        let kind = answer.header("content-type").unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let content = &response["content"];
        if content.is_null() && answer.bytes.is_empty() {
            return Vec::new();
        }
        let Some(content) = content.get(kind) else {
            return vec![said(format!("{} as {kind:?} is not documented", answer.status))];
        };
        if !kind.ends_with("json") {
            return Vec::new();
        }
        let mut found = self.misfits(&content["schema"], &answer.json());
        if kind == "application/problem+json" {
            found.extend(unlisted_code(response, &answer.json()));
        }
        found.into_iter().map(|what| said(format!("{}: {what}", answer.status))).collect()
    }

    /// Members that the schema has for other roles than the one that asked.
    pub fn told_too_much(
        &self,
        role: &str,
        method: &str,
        path: &str,
        answer: &Answer,
    ) -> Vec<String> {
        let kind = answer.header("content-type").unwrap_or_default();
        let Some(promise) = self.promise(method, path).filter(|_| kind == "application/json")
        else {
            return Vec::new();
        };
        let response = promise.responses.get(&answer.status.to_string());
        let schema = response
            .and_then(|said| said["content"][kind]["schema"]["$ref"].as_str()?.rsplit('/').next());
        let schema = schema.unwrap_or_default().trim_start_matches("List_");
        let body = answer.json();
        let several = body["items"].as_array().into_iter().flatten();
        let shown: Vec<&Value> = several.chain([&body]).collect();
        let of_role =
            NOT_FOR.iter().filter(|(of, roles, _)| *of == schema && roles.contains(&role));
        let members = of_role.flat_map(|(_, _, members)| members.iter());
        let told = members.filter(|member| shown.iter().any(|one| one.get(**member).is_some()));
        told.map(|member| format!("{} tells {role} {member}", promise.id)).collect()
    }

    fn promise(&self, method: &str, path: &str) -> Option<&Promise> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let fits = |promise: &&Promise| {
            promise.method.eq_ignore_ascii_case(method) && promise.takes(&segments)
        };
        // What is spelt out goes before what is filled in.
        let open = |promise: &&Promise| promise.path.iter().filter(|part| part.is_none()).count();
        self.operations.iter().filter(fits).min_by_key(open)
    }

    /// Where a body does not fit a schema: pointers and what is wrong there.
    pub fn misfits(&self, schema: &Value, body: &Value) -> Vec<String> {
        let validator = self.validator(schema);
        let said = |error: jsonschema::ValidationError| {
            let what = error.to_string().chars().take(600).collect::<String>();
            format!("at {:?} {what}", error.instance_path().as_str())
        };
        validator.iter_errors(body).take(3).map(said).collect()
    }

    fn validator(&self, schema: &Value) -> Arc<Validator> {
        let key = schema.to_string();
        let mut known = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        let made = known.entry(key).or_insert_with(|| {
            let mut schema = schema.clone();
            close(&mut schema);
            let options = jsonschema::draft202012::options()
                .with_registry(self.schemas)
                .should_validate_formats(true);
            Arc::new(options.build(&schema).unwrap_or_else(|cause| panic!("{schema}: {cause}")))
        });
        made.clone()
    }
}

impl Promise {
    fn takes(&self, segments: &[&str]) -> bool {
        let mut pairs = self.path.iter().zip(segments);
        self.path.len() == segments.len()
            && pairs.all(|(part, sent)| part.as_ref().is_none_or(|part| part == sent))
    }
}

fn promises(document: &Value) -> Vec<Promise> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        let part = |part: &str| (!part.starts_with('{')).then(|| part.to_owned());
        for (method, operation) in item.as_object().into_iter().flatten() {
            let responses = operation["responses"].as_object().cloned().unwrap_or_default();
            found.push(Promise {
                id: operation["operationId"].as_str().unwrap_or_default().to_owned(),
                method: method.clone(),
                path: path.trim_start_matches('/').split('/').map(part).collect(),
                responses: responses.into_iter().collect(),
            });
        }
    }
    found
}

/// The description of a fault's response lists its codes.
fn unlisted_code(response: &Value, problem: &Value) -> Option<String> {
    let listed = response["description"].as_str().unwrap_or_default();
    let code = problem["code"].as_str().unwrap_or_default();
    let known = listed.split(", ").any(|word| word == code);
    (!known).then(|| format!("the code {code} is not among {listed}"))
}

/// No member but those described, at every depth.
fn close(schema: &mut Value) {
    let Some(words) = schema.as_object_mut() else { return };
    if words.contains_key("properties") && !words.contains_key("additionalProperties") {
        words.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    for word in ["properties", "$defs"] {
        for part in words.get_mut(word).and_then(Value::as_object_mut).into_iter().flatten() {
            close(part.1);
        }
    }
    for word in ["oneOf", "anyOf", "prefixItems"] {
        words.get_mut(word).and_then(Value::as_array_mut).into_iter().flatten().for_each(close);
    }
    for word in ["items", "additionalProperties"] {
        words.get_mut(word).into_iter().for_each(close);
    }
}
