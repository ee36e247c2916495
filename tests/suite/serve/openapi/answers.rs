//! The client of the suite holds each answer against the document (`support/contract.rs`). Here it is
//! shown that it would see what is wrong with one.

use serde_json::{Value, json};
use ureq::http::HeaderMap;

use crate::support::client::Answer;
use crate::support::contract::{Contract, SCHEMAS};

fn contract() -> Contract {
    let problem = |codes: &str| {
        json!({ "description": codes, "content": { "application/problem+json": {
            "schema": { "$ref": "#/components/schemas/Problem" } } } })
    };
    let document = json!({
        "paths": {
            "/api/v1/places/{id}": { "get": { "operationId": "get_place", "responses": {
                "200": { "description": "Done.", "content": {
                    "application/json": { "schema": { "$ref": "#/components/schemas/PlaceOut" } },
                    "text/csv": { "schema": { "type": "string" } },
                } },
                "409": problem("session_full, over_limit"),
            } } },
            "/api/v1/places/free": { "get": { "operationId": "list_free", "responses": {
                "200": { "description": "Done.", "content": { "application/json": {
                    "schema": { "type": "array",
                        "items": { "$ref": "#/components/schemas/PlaceOut" } } } } },
            } } },
        },
        "components": { "schemas": {
            "PlaceOut": { "type": "object", "required": ["id"], "properties": {
                "id": { "type": "string" },
                "at": { "type": ["string", "null"], "format": "date-time" },
                "of": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/OwnerOut" }] },
            } },
            "OwnerOut": { "type": "object", "properties": { "name": { "type": "string" } } },
            "Problem": { "type": "object", "properties": { "code": { "type": "string" } } },
        } },
    });
    Contract::of(&document.to_string())
}

fn answer(status: u16, kind: &str, body: &Value) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", kind.parse().expect("a header"));
    let text = body.to_string();
    Answer { status, headers, bytes: text.clone().into_bytes(), text }
}

#[test]
fn an_answer_as_described_passes() {
    let contract = contract();
    let place = json!({ "id": "a", "at": "2026-11-16T10:00:00Z", "of": { "name": "Ada" } });
    let full = json!({ "code": "session_full", "taken": 8 });
    for (path, status, kind, body) in [
        ("/api/v1/places/1?x=2", 200, "application/json", &place),
        ("/api/v1/places/1", 200, "text/csv; charset=utf-8", &place),
        ("/api/v1/places/1", 409, "application/problem+json", &full),
        ("/api/v1/places/free", 200, "application/json", &json!([place])),
        ("/somewhere/else", 500, "text/html", &place),
    ] {
        let found = contract.complaints("GET", path, &answer(status, kind, body));
        assert_eq!(found, Vec::<String>::new(), "{path}");
    }
}

#[test]
fn whatever_an_answer_breaks_of_its_description_is_seen() {
    let contract = contract();
    let json = "application/json";
    for (status, kind, body, said) in [
        (201, json, json!({ "id": "a" }), "201 is not documented"),
        (200, "text/html", json!({ "id": "a" }), "is not documented"),
        (200, json, json!({}), "required"),
        (200, json, json!({ "id": 1 }), "\"/id\""),
        (200, json, json!({ "id": "a", "secret": 1 }), "secret"),
        (200, json, json!({ "id": "a", "of": { "name": "Ada", "secret": 1 } }), "\"/of\""),
        (200, json, json!({ "id": "a", "at": "yesterday" }), "\"/at\""),
        (409, "application/problem+json", json!({ "code": "no_such_code" }), "no_such_code"),
    ] {
        let found = contract.complaints("GET", "/api/v1/places/1", &answer(status, kind, &body));
        assert!(found.iter().any(|one| one.contains(said)), "{body}: {found:?}");
        assert!(found[0].starts_with("get_place"), "{found:?}");
    }
    // The path that is spelt out is the one that is meant.
    let one = answer(200, json, &json!({ "id": "a" }));
    assert!(contract.complaints("GET", "/api/v1/places/free", &one)[0].starts_with("list_free"));
}

#[test]
fn a_member_for_another_role_is_seen() {
    let listed = json!({ "$ref": "#/components/schemas/List_SessionOut" });
    let document = json!({ "components": { "schemas": {} }, "paths": { "/api/v1/sessions": {
        "get": { "operationId": "list_sessions", "responses": { "200": { "description": "Done.",
            "content": { "application/json": { "schema": listed } } } } } } } });
    let contract = Contract::of(&document.to_string());
    let body = json!({ "items": [{ "id": "a", "waiting": 3, "leader": "Jo" }] });
    let answer = answer(200, "application/json", &body);
    let told = |role: &str| contract.told_too_much(role, "GET", "/api/v1/sessions", &answer).len();
    assert_eq!((told("parent"), told("professional"), told("staff")), (2, 1, 0));
}

/// Of every schema and every body, the example shown is one that the schema allows.
#[test]
fn every_example_fits_its_own_schema() {
    let text = firstplace::serve::openapi::document_text();
    let contract = Contract::of(&text);
    let document: Value = serde_json::from_str(&text).expect("the document is JSON");
    let mut found = Vec::new();
    let mut shown = 0;
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        let mut parts = vec![(name.clone(), schema)];
        let members = schema["properties"].as_object().into_iter().flatten();
        parts.extend(members.map(|(member, part)| (format!("{name}.{member}"), part)));
        for (at, part) in parts.into_iter().filter(|(_, part)| !part["example"].is_null()) {
            shown += 1;
            let misfits = contract.misfits(&refers_to(part), &part["example"]);
            found.extend(misfits.into_iter().map(|what| format!("{at}: {what}")));
        }
    }
    assert!(shown > 200, "{shown} examples");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// A schema as `Contract` knows it, with its references.
fn refers_to(schema: &Value) -> Value {
    let text = schema.to_string().replace("#/components/schemas/", SCHEMAS);
    serde_json::from_str(&text).expect("a schema")
}
