//! What a description must hold: a summary and an id `verb_noun` for each operation, a
//! sentence for each field and parameter, an example for each body, and the faults.

use serde_json::{Map, Value};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// One method of one path.
pub struct Operation<'a> {
    pub method: &'static str,
    pub path: &'a str,
    pub says: &'a Value,
}

impl Operation<'_> {
    pub fn id(&self) -> &str {
        text(self.says, "operationId")
    }

    /// Whether it may be called without a token, by its own account.
    pub fn is_public(&self) -> bool {
        let needs = self.says["security"].as_array();
        needs.is_some_and(|needs| needs.iter().any(|need| need == &Value::Object(Map::new())))
    }

    fn name(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }
}

pub fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let each = paths.flat_map(|(path, item)| {
        METHODS.iter().filter_map(move |method| {
            let says = item.get(method)?;
            Some(Operation { method, path, says })
        })
    });
    each.collect()
}

/// What is missing, one sentence each.
pub fn complaints(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let operations = operations(document);
    for operation in &operations {
        of_operation(document, operation, &mut found);
    }
    let mut ids: Vec<_> = operations.iter().map(Operation::id).collect();
    ids.sort_unstable();
    for pair in ids.windows(2).filter(|pair| pair[0] == pair[1]) {
        found.push(format!("two operations are called {}", pair[0]));
    }
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    for (name, schema) in schemas {
        of_schema(name, schema, &mut found);
    }
    found
}

fn of_operation(document: &Value, operation: &Operation, found: &mut Vec<String>) {
    let name = operation.name();
    let id = operation.id();
    let verb_noun = id.contains('_') && id.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    if !verb_noun {
        found.push(format!("{name}: the id {id:?} is not verb_noun"));
    }
    if text(operation.says, "summary").is_empty() {
        found.push(format!("{name}: no summary"));
    }
    for parameter in operation.says["parameters"].as_array().into_iter().flatten() {
        if text(parameter, "description").is_empty() {
            found.push(format!("{name}: {} is not described", text(parameter, "name")));
        }
    }
    let responses = operation.says["responses"].as_object();
    let mut faults = 0;
    for (status, response) in responses.into_iter().flatten() {
        if text(response, "description").is_empty() {
            found.push(format!("{name}: {status} is not described"));
        }
        if status.starts_with(['4', '5']) {
            faults += 1;
            if response["content"].get("application/problem+json").is_none() {
                found.push(format!("{name}: {status} is not a problem document"));
            }
        }
    }
    if faults == 0 {
        found.push(format!("{name}: no fault is listed"));
    }
    let content = &operation.says["requestBody"]["content"]["application/json"];
    if content.is_object() && !has_example(document, content) {
        found.push(format!("{name}: the body has no example"));
    }
}

/// On the content, its schema, or every property of the schema.
fn has_example(document: &Value, content: &Value) -> bool {
    let is_given = |value: &Value| {
        ["example", "examples"].iter().any(|word| value.get(word).is_some_and(|e| !e.is_null()))
    };
    let schema = &content["schema"];
    let schema = match text(schema, "$ref").rsplit('/').next() {
        Some(name) if !name.is_empty() => &document["components"]["schemas"][name],
        _ => schema,
    };
    let properties = schema["properties"].as_object();
    is_given(content)
        || is_given(schema)
        || properties.is_none_or(|all| all.is_empty() || all.values().all(is_given))
}

/// Every field has a sentence, its own or that of the schema it names.
fn of_schema(name: &str, schema: &Value, found: &mut Vec<String>) {
    let alternatives = ["allOf", "oneOf", "anyOf"];
    let parts = alternatives.iter().flat_map(|word| schema[word].as_array().into_iter().flatten());
    for part in parts {
        of_schema(name, part, found);
    }
    let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for word in words.filter(|word| word.contains(char::is_uppercase)) {
        found.push(format!("{name}: {word} is Rust's word, not the wire's"));
    }
    for (field, says) in schema["properties"].as_object().into_iter().flatten() {
        if !is_described(says) {
            found.push(format!("{name}.{field} is not described"));
        }
    }
}

/// The sentence of a field that may be missing stands beside the type it has otherwise.
fn is_described(says: &Value) -> bool {
    let alternatives = says["oneOf"].as_array().into_iter().flatten();
    !text(says, "description").is_empty() || alternatives.into_iter().any(is_described)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}
