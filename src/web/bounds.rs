//! The bounds that the API's description gives to queries and bodies, enforced here for every
//! operation alike: everything documented with a minimum, a maximum or a length is checked before
//! any handler reads it.

use crate::base::fault::{Fault, Result};
use crate::base::id;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Schemas whose instances are answered one by one, so that a bad one does not affect the others.
const ANSWERED_ONE_BY_ONE: &[&str] = &["MarkIn"];

/// Every operation by its method and the pattern of its path.
pub struct Bounds {
    queries: HashMap<(String, String), Vec<(String, Value)>>,
    bodies: HashMap<(String, String), Value>,
    schemas: Value,
}

/// Which operation a request is for.
pub struct Operation<'a> {
    pub method: &'a str,
    pub pattern: &'a str,
}

impl Operation<'_> {
    fn key(&self) -> (String, String) {
        (self.method.to_ascii_lowercase(), self.pattern.to_owned())
    }
}

impl Bounds {
    /// What was sent in a query, by name.
    pub fn query(&self, asked: &Operation, sent: &[(String, String)]) -> Result<()> {
        let known = self.queries.get(&asked.key());
        for (name, schema) in known.into_iter().flatten() {
            for (_, text) in sent.iter().filter(|(sent, _)| sent == name) {
                let value = match text.parse::<i64>() {
                    Ok(number) => Value::from(number),
                    Err(_) => Value::from(text.as_str()),
                };
                self.judge(&format!("/{name}"), schema, &value)?;
                if self.is_id(schema) && !id::may_be_one(text) {
                    let detail = "Use an id as it was given to you, or leave this out.";
                    return Err(Fault::invalid(&format!("/{name}"), detail));
                }
            }
        }
        Ok(())
    }

    /// What was sent as a body.
    pub fn body(&self, asked: &Operation, sent: &Value) -> Result<()> {
        match self.bodies.get(&asked.key()) {
            Some(schema) => self.judge("", schema, sent),
            None => Ok(()),
        }
    }

    pub fn of(document: &Value) -> Bounds {
        let (mut queries, mut bodies) = (HashMap::new(), HashMap::new());
        for (path, item) in members(&document["paths"]) {
            for (method, operation) in members(item) {
                let key = (method.clone(), path.clone());
                let parameters = operation["parameters"].as_array().into_iter().flatten();
                let of_query = parameters.filter(|one| one["in"] == "query").filter_map(|one| {
                    Some((one["name"].as_str()?.to_owned(), one["schema"].clone()))
                });
                queries.insert(key.clone(), of_query.collect());
                let body = &operation["requestBody"]["content"]["application/json"]["schema"];
                if !body.is_null() {
                    bodies.insert(key, body.clone());
                }
            }
        }
        Bounds { queries, bodies, schemas: document["components"]["schemas"].clone() }
    }

    fn is_id(&self, schema: &Value) -> bool {
        match schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            Some(name) => self.is_id(&self.schemas[name]),
            None => schema["pattern"] == id::PATTERN,
        }
    }

    fn judge(&self, at: &str, schema: &Value, value: &Value) -> Result<()> {
        if value.is_null() {
            return Ok(());
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            return match ANSWERED_ONE_BY_ONE.contains(&name) {
                true => Ok(()),
                false => self.judge(at, &self.schemas[name], value),
            };
        }
        for whole in schema["allOf"].as_array().into_iter().flatten() {
            self.judge(at, whole, value)?;
        }
        self.judge_choice(at, schema, value)?;
        within(at, schema, value)?;
        match value {
            Value::Object(sent) => {
                for (name, part) in members(&schema["properties"]) {
                    if let Some(value) = sent.get(name) {
                        self.judge(&format!("{at}/{name}"), part, value)?;
                    }
                }
                Ok(())
            }
            Value::Array(_) if is_of(schema, "object") => {
                Err(Fault::invalid(at, "Send an object: { … }."))
            }
            Value::Array(sent) => sent.iter().enumerate().try_for_each(|(number, value)| {
                self.judge(&format!("{at}/{number}"), &schema["items"], value)
            }),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
        }
    }

    /// One of several is enough.
    fn judge_choice(&self, at: &str, schema: &Value, value: &Value) -> Result<()> {
        for kind in ["oneOf", "anyOf"] {
            let choices = schema[kind].as_array().map(Vec::as_slice).unwrap_or_default();
            let open = choices.iter().filter(|choice| choice["type"] != "null");
            let mut refused = None;
            let mut any = false;
            for choice in open {
                match self.judge(at, choice, value) {
                    Ok(()) => any = true,
                    Err(fault) => refused = Some(fault),
                }
            }
            if let (Some(fault), false) = (refused, any) {
                return Err(fault);
            }
        }
        Ok(())
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn is_of(schema: &Value, kind: &str) -> bool {
    let named = |one: &Value| one == kind;
    named(&schema["type"]) || schema["type"].as_array().is_some_and(|all| all.iter().any(named))
}

/// A number by its size, text by its characters, a list by its items.
fn within(at: &str, schema: &Value, value: &Value) -> Result<()> {
    let (size, least, most, of) = match value {
        Value::Number(number) => (number.as_f64(), &schema["minimum"], &schema["maximum"], ""),
        Value::String(text) => {
            let length = text.chars().count();
            (Some(length as f64), &schema["minLength"], &schema["maxLength"], " characters")
        }
        Value::Array(list) => {
            (Some(list.len() as f64), &schema["minItems"], &schema["maxItems"], " items")
        }
        Value::Null | Value::Bool(_) | Value::Object(_) => return Ok(()),
    };
    let (Some(size), least, most) = (size, least.as_f64(), most.as_f64()) else { return Ok(()) };
    if least.is_none_or(|least| size >= least) && most.is_none_or(|most| size <= most) {
        return Ok(());
    }
    let detail = match (least, most) {
        (Some(least), Some(most)) => format!("Use {least} to {most}{of}."),
        (Some(least), None) => format!("Use {least}{of} or more."),
        (None, Some(most)) => format!("Use at most {most}{of}."),
        (None, None) => return Ok(()),
    };
    Err(Fault::invalid(at, detail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn bounds() -> Bounds {
        Bounds::of(&json!({ "paths": {}, "components": { "schemas": {
            "PartyIn": { "type": "object", "properties": {
                "adults": { "type": "integer", "minimum": 0, "maximum": 50 },
                "names": { "type": "array", "maxItems": 2,
                    "items": { "type": "string", "maxLength": 3 } },
                "other": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/PartyIn" }] },
            } },
        } } }))
    }

    #[test]
    fn whatever_is_beyond_a_documented_bound_is_named() {
        let schema = json!({ "$ref": "#/components/schemas/PartyIn" });
        for (sent, at) in [
            (json!({ "adults": 51 }), "/adults"),
            (json!({ "adults": -1 }), "/adults"),
            (json!({ "names": ["a", "b", "c"] }), "/names"),
            (json!({ "names": ["a", "four"] }), "/names/1"),
            (json!({ "other": { "adults": 51 } }), "/other/adults"),
            (json!([]), ""),
        ] {
            let fault = bounds().judge("", &schema, &sent).unwrap_err();
            assert_eq!(fault.pointer(), Some(at), "{sent}");
        }
        for sent in [
            json!({}),
            json!({ "adults": 0, "names": ["abc", "äöü"], "other": null, "more": 99 }),
            json!({ "adults": 50, "other": { "adults": 0 } }),
        ] {
            assert!(bounds().judge("", &schema, &sent).is_ok(), "{sent}");
        }
    }
}
