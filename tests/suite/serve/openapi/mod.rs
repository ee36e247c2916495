//! The API's description: as committed, and complete enough to work from.

mod answers;
mod borough;
mod bounds;
mod fuzz;
pub mod lint;
mod names;
pub mod people;
mod requests;
mod shape;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use firstplace::serve::openapi::document_text;
use serde_json::{Value, json};

use crate::support::contract::described;
use lint::{complaints, operations};

fn document() -> Value {
    described()
}

#[test]
fn the_committed_description_is_the_served_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi/firstplace.json");
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let served = document_text();
    let mut lines = committed.lines().zip(served.lines()).zip(1..);
    let first = lines.find(|((ours, theirs), _)| ours != theirs);
    assert!(
        committed == served,
        "openapi/firstplace.json is stale: `cargo run -- openapi > openapi/firstplace.json` \
         (first difference: {first:?})"
    );
}

#[test]
fn every_operation_says_what_a_caller_needs() {
    let document = document();
    assert_eq!(document["openapi"].as_str().map(|version| &version[..3]), Some("3.1"));
    assert!(operations(&document).len() > 5, "the document has no operations");
    let found = complaints(&document);
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What the document holds and no operation leads to.
fn unused(document: &Value) -> Vec<String> {
    let mut open = vec![&document["paths"]];
    let mut seen = BTreeSet::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values()),
            Value::String(text) => {
                let to = text.strip_prefix("#").filter(|to| seen.insert((*to).to_owned()));
                open.extend(to.and_then(|to| document.pointer(to)));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let parts = ["schemas", "responses"].iter().flat_map(|kind| {
        let names = document["components"][kind].as_object().into_iter().flatten();
        names.map(move |(name, _)| format!("/components/{kind}/{name}"))
    });
    parts.filter(|part| !seen.contains(part)).collect()
}

#[test]
fn nothing_in_the_description_is_left_unused_or_said_twice() {
    let document: Value = serde_json::from_str(&document_text()).expect("the document is JSON");
    assert_eq!(unused(&document), Vec::<String>::new());
    let faults = |operation: &lint::Operation| {
        let answers = operation.says["responses"].as_object().into_iter().flatten();
        answers.filter(|(_, says)| says["content"]["application/problem+json"].is_object()).count()
    };
    let said_in_place: usize = operations(&document).iter().map(faults).sum();
    assert_eq!(said_in_place, 0, "faults that are no shared answers");
}

#[test]
fn a_schema_that_nothing_leads_to_is_seen() {
    let used = json!({ "$ref": "#/components/responses/Full" });
    let full = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
    let mut document = json!({ "paths": { "/x": { "get": { "responses": { "409": used } } } },
        "components": { "responses": { "Full": full }, "schemas": { "Problem": {} } } });
    assert_eq!(unused(&document), Vec::<String>::new());
    document["components"]["schemas"]["Old"] = json!({});
    assert_eq!(unused(&document), ["/components/schemas/Old"]);
}

/// Of every list that is sent it is said how long it may be; `bounds` sends longer ones.
#[test]
fn every_list_that_is_sent_says_how_long_it_may_be() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    let is_sent = |name: &str| {
        !name.starts_with("List_") && ["In", "Patch", "Form"].iter().any(|end| name.ends_with(end))
    };
    let mut missing = Vec::new();
    for (name, schema) in schemas.iter().filter(|(name, _)| is_sent(name)) {
        for (field, says) in schema["properties"].as_object().into_iter().flatten() {
            let types = says["type"].as_array().cloned().unwrap_or(vec![says["type"].clone()]);
            if types.contains(&json!("array")) && says["maxItems"].is_null() {
                missing.push(format!("{name}.{field}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// A document without fault, to spoil one thing at a time.
fn sound() -> Value {
    json!({
        "paths": { "/api/v1/places/{id}": { "post": {
            "operationId": "take_place",
            "summary": "Takes a place.",
            "parameters": [{ "name": "id", "in": "path", "description": "Which place." }],
            "requestBody": { "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/PlaceIn" }
            } } },
            "responses": {
                "201": { "description": "Taken." },
                "401": { "description": "not_signed_in",
                         "content": { "application/problem+json": {} } }
            }
        } } },
        "components": { "schemas": { "PlaceIn": {
            "type": "object",
            "enum": ["target_group"],
            "properties": { "for_whom": { "type": "string", "description": "A name." } },
            "example": { "for_whom": "Ada" }
        } } }
    })
}

#[test]
fn a_sound_document_passes() {
    assert_eq!(complaints(&sound()), Vec::<String>::new());
}

#[test]
fn each_omission_is_seen() {
    let operation = "/paths/~1api~1v1~1places~1{id}/post";
    let schema = "/components/schemas/PlaceIn";
    let spoilt = [
        (format!("{operation}/operationId"), json!("places")),
        (format!("{operation}/operationId"), json!("takePlace")),
        (format!("{operation}/summary"), json!("")),
        (format!("{operation}/parameters/0/description"), json!("")),
        (format!("{operation}/responses"), json!({ "201": { "description": "Taken." } })),
        (format!("{operation}/responses/401/content"), json!({ "application/json": {} })),
        (format!("{operation}/responses/201/description"), json!("")),
        (format!("{schema}/properties/for_whom/description"), json!("")),
        (format!("{schema}/example"), json!(null)),
        (format!("{schema}/enum"), json!(["TargetGroup"])),
    ];
    for (pointer, value) in spoilt {
        let mut document = sound();
        *document.pointer_mut(&pointer).expect("it is there") = value.clone();
        assert!(!complaints(&document).is_empty(), "{pointer} = {value} passes");
    }
}
