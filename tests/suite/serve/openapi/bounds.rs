//! What the description bounds is bounded: every `limit`, every `after` and every number, text or
//! list with a least or a most is refused beyond it, at every operation, before anything is done.

use firstplace::access::Role;
use firstplace::access::policy::{Grant, grant};
use serde_json::{Map, Value, json};
use ureq::http::Method;

use super::lint::{Operation, operations};
use crate::access::coverage::{document, door};
use crate::access::doors::Door;
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};

/// Somebody who may call it.
fn caller(app: &TestApp, operation: &Operation) -> Client {
    match door(operation) {
        Door::Public => app.nobody.clone(),
        Door::Carrier => app.carrier(),
        Door::Act(act) => {
            let role = Role::ALL.iter().find(|role| grant(**role, *act) != Grant::No);
            app.as_role(*role.expect("somebody may"))
        }
    }
}

fn call(client: &Client, operation: &Operation, query: &str, body: Option<&Value>) -> Answer {
    let segments = operation.path.split('/');
    let filled = segments.map(|part| if part.starts_with('{') { "nothing" } else { part });
    let path = format!("{}{query}", filled.collect::<Vec<_>>().join("/"));
    let method = Method::from_bytes(operation.method.to_uppercase().as_bytes());
    let call = client.call(method.expect("a method of HTTP"), &path).if_match("\"1\"");
    match body {
        Some(body) => call.json(body).send(),
        None => call.send(),
    }
}

/// Whether a refusal is about this field.
fn is_about(answer: &Answer, pointer: &str) -> bool {
    answer.status == 422
        && answer.json()["errors"]
            .as_array()
            .is_some_and(|errors| errors.iter().any(|error| error["pointer"] == pointer))
}

/// A value of a body that is beyond a bound, and where it stands.
struct Beyond {
    pointer: String,
    body: Value,
}

fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        Some(name) => &document["components"]["schemas"][name],
        None => schema,
    }
}

fn beyond(document: &Value, schema: &Value, deep: u8) -> Vec<Beyond> {
    let schema = resolved(document, schema);
    let mut found = Vec::new();
    let mut add = |body: Value| found.push(Beyond { pointer: String::new(), body });
    if let Some(least) = schema["minimum"].as_i64() {
        add(json!(least - 1));
    }
    if let Some(most) = schema["maximum"].as_i64() {
        add(json!(most + 1));
    }
    if let Some(most) = schema["maxLength"].as_u64() {
        add(json!("a".repeat(usize::try_from(most).expect("a length") + 1)));
    }
    if let Some(most) = schema["maxItems"].as_u64() {
        add(json!(vec![Value::Null; usize::try_from(most).expect("a length") + 1]));
    }
    if deep == 0 {
        return found;
    }
    for (name, part) in schema["properties"].as_object().into_iter().flatten() {
        // A mark is answered by itself, and spoils no other.
        if name == "marks"
            && part["items"]["$ref"].as_str().is_some_and(|of| of.ends_with("MarkIn"))
        {
            continue;
        }
        for one in beyond(document, part, deep - 1) {
            let body = Map::from_iter([(name.clone(), one.body)]);
            let pointer = format!("/{name}{}", one.pointer);
            found.push(Beyond { pointer, body: Value::Object(body) });
        }
    }
    if let Some(items) = schema.get("items") {
        for one in beyond(document, items, deep - 1) {
            found.push(Beyond { pointer: format!("/0{}", one.pointer), body: json!([one.body]) });
        }
    }
    found
}

both! {
    fn no_list_takes_a_limit_or_a_cursor_that_is_none(app) {
        let document = document();
        let mut lists = 0;
        for operation in operations(&document) {
            let parameters = operation.says["parameters"].as_array().cloned().unwrap_or_default();
            let of_query = |name: &str| {
                parameters.iter().find(|one| one["in"] == "query" && one["name"] == name)
            };
            if let Some(limit) = of_query("limit") {
                lists += 1;
                let bounds = (&limit["schema"]["minimum"], &limit["schema"]["maximum"]);
                assert_eq!(bounds, (&json!(1), &json!(500)), "{}", operation.id());
                let who = caller(app, &operation);
                for sent in ["?limit=0", "?limit=501", "?limit=99999999999"] {
                    let answer = call(&who, &operation, sent, None);
                    assert_eq!(answer.status, 422, "{}{sent}: {}", operation.id(), answer.text);
                }
                for sent in ["?limit=1", "?limit=500"] {
                    let answer = call(&who, &operation, sent, None);
                    assert!(!is_about(&answer, "/limit"), "{}: {}", operation.id(), answer.text);
                }
            }
            if of_query("after").is_some() {
                let who = caller(app, &operation);
                for sent in ["nothing", "0198d2", "2026-11-23T10:00:00Z%7C0198d2", "%F0%9F"] {
                    let answer = call(&who, &operation, &format!("?after={sent}"), None);
                    let said = format!("{} after={sent}: {}", operation.id(), answer.text);
                    assert!(is_about(&answer, "/after"), "{said}");
                }
            }
        }
        assert!(lists > 20, "only {lists} lists");
    }

    fn no_body_takes_what_its_description_bounds(app) {
        let document = document();
        let mut bounds = 0;
        for operation in operations(&document) {
            let schema = &operation.says["requestBody"]["content"]["application/json"]["schema"];
            if schema.is_null() {
                continue;
            }
            let who = caller(app, &operation);
            let is_object = resolved(&document, schema)["type"] == "object";
            if is_object {
                let answer = call(&who, &operation, "", Some(&json!([])));
                assert_eq!(answer.status, 422, "{} takes a list: {}", operation.id(), answer.text);
            }
            for one in beyond(&document, schema, 4) {
                bounds += 1;
                let answer = call(&who, &operation, "", Some(&one.body));
                let said = format!("{} takes {}: {}", operation.id(), one.pointer, answer.text);
                assert!(is_about(&answer, &one.pointer), "{said}");
            }
        }
        assert!(bounds > 10, "only {bounds} bounds");
    }

    fn a_body_that_may_be_left_out_is_said_to_be(app) {
        let document = document();
        for operation in operations(&document) {
            let body = &operation.says["requestBody"];
            let schema = &body["content"]["application/json"]["schema"];
            if schema.is_null() {
                continue;
            }
            let needs = resolved(&document, schema)["required"].as_array().is_some_and(|all| !all.is_empty());
            if needs {
                assert_eq!(body["required"], true, "{}", operation.id());
                let answer = call(&caller(app, &operation), &operation, "", None);
                assert!((400..500).contains(&answer.status), "{}: {}", operation.id(), answer.text);
            }
        }
    }
}
