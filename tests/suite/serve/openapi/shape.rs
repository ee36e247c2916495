//! What a body looks like by the document: its example with real ids, and each word of its enums put
//! in its place.

use serde_json::{Value, json};

use super::borough::Borough;

pub struct Shapes<'a> {
    document: &'a Value,
}

/// A word that the document lists, and where: a JSON pointer.
pub struct Word {
    pub pointer: String,
    pub word: Value,
}

impl<'a> Shapes<'a> {
    pub fn of(document: &'a Value) -> Self {
        Self { document }
    }

    /// The schema itself behind names and behind what may be `null`.
    fn open<'s>(&'s self, schema: &'s Value) -> &'s Value {
        if let Some(name) = name(schema) {
            return self.open(&self.document["components"]["schemas"][name]);
        }
        let either = schema["oneOf"].as_array().into_iter().flatten();
        let mut known = either.filter(|one| one["type"] != "null");
        match (known.next(), known.next()) {
            (Some(only), None) => self.open(only),
            _ => schema,
        }
    }

    /// The example of a body, with the borough's ids.
    pub fn example(&self, content: &Value, borough: &Borough) -> Value {
        let schema = &content["schema"];
        let open = self.open(schema);
        let given = [&content["example"], &open["example"]].into_iter().find(|one| !one.is_null());
        let each = || -> Value {
            let members = open["properties"].as_object().into_iter().flatten();
            let shown = members.filter_map(|(name, part)| {
                let example = &part["example"];
                (!example.is_null()).then(|| (name.clone(), example.clone()))
            });
            Value::Object(shown.collect())
        };
        self.with_ids(&given.cloned().unwrap_or_else(each), schema, borough)
    }

    fn with_ids(&self, value: &Value, schema: &Value, borough: &Borough) -> Value {
        let either = schema["oneOf"].as_array().into_iter().flatten();
        let id = [schema].into_iter().chain(either).find_map(|one| borough.id(name(one)?));
        if let (Some(id), true) = (id, value.is_string()) {
            return json!(id);
        }
        let open = self.open(schema);
        match value {
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| {
                    (name.clone(), self.with_ids(value, &open["properties"][name], borough))
                })
                .collect(),
            Value::Array(items) => {
                items.iter().map(|item| self.with_ids(item, &open["items"], borough)).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
        }
    }

    /// Every word of every enum of a schema, at any depth.
    pub fn words(&self, schema: &Value) -> Vec<Word> {
        let mut found = Vec::new();
        self.gather(schema, "", &mut Vec::new(), &mut found);
        found
    }

    fn gather(&self, schema: &Value, at: &str, seen: &mut Vec<String>, found: &mut Vec<Word>) {
        if let Some(name) = name(schema) {
            if seen.iter().any(|other| other == name) {
                return;
            }
            seen.push(name.to_owned());
            self.gather(&self.document["components"]["schemas"][name], at, seen, found);
            seen.pop();
            return;
        }
        for word in schema["enum"].as_array().into_iter().flatten() {
            found.push(Word { pointer: at.to_owned(), word: word.clone() });
        }
        for part in schema["oneOf"].as_array().into_iter().flatten() {
            self.gather(part, at, seen, found);
        }
        for (name, part) in schema["properties"].as_object().into_iter().flatten() {
            self.gather(part, &format!("{at}/{name}"), seen, found);
        }
        if schema["items"].is_object() {
            self.gather(&schema["items"], &format!("{at}/0"), seen, found);
        }
    }

    /// The body with this word in its place; what has to stand around it is by its own example.
    pub fn with_word(&self, body: &Value, schema: &Value, word: &Word, borough: &Borough) -> Value {
        let path: Vec<&str> = word.pointer.split('/').skip(1).collect();
        self.put(body, schema, &path, &word.word, borough)
    }

    fn put(
        &self,
        body: &Value,
        schema: &Value,
        path: &[&str],
        word: &Value,
        by: &Borough,
    ) -> Value {
        let Some((first, rest)) = path.split_first() else { return word.clone() };
        let open = self.open(schema);
        if *first == "0" && open["items"].is_object() {
            let mut items = body.as_array().cloned().unwrap_or_default();
            let one = self.example(&json!({ "schema": open["items"] }), by);
            let one = items.first().cloned().unwrap_or(one);
            let one = self.put(&one, &open["items"], rest, word, by);
            match items.first_mut() {
                Some(first) => *first = one,
                None => items.push(one),
            }
            return Value::Array(items);
        }
        let part = &open["properties"][*first];
        let mut members = body.as_object().cloned().unwrap_or_default();
        let around = match members.get(*first) {
            Some(known) if !known.is_null() => known.clone(),
            _ => self.example(&json!({ "schema": part }), by),
        };
        members.insert((*first).to_owned(), self.put(&around, part, rest, word, by));
        Value::Object(members)
    }
}

fn name(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// The first with the members of the second; a member that is `"${absent}"` goes.
pub fn merged(whole: &Value, changed: &Value) -> Value {
    let (Some(members), Some(changed)) = (whole.as_object(), changed.as_object()) else {
        return if changed.is_null() { whole.clone() } else { changed.clone() };
    };
    let mut members = members.clone();
    for (name, value) in changed {
        if value == "${absent}" {
            members.remove(name);
            continue;
        }
        let before = members.get(name).cloned().unwrap_or_default();
        let after = if before.is_null() { value.clone() } else { merged(&before, value) };
        members.insert(name.clone(), after);
    }
    Value::Object(members)
}
