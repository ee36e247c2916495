//! Which answers name a family, a child or a carer, by their description.

use serde_json::Value;

use super::lint::Operation;

/// Members of an answer by which somebody is known.
const OF_PEOPLE: [&str; 6] =
    ["family_id", "other_family_id", "child_id", "child_ids", "carers", "phones"];

fn named(document: &Value, schema: &Value, deep: u8) -> bool {
    if deep == 0 {
        return false;
    }
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return named(document, &document["components"]["schemas"][name], deep);
    }
    let within = |part: &Value| named(document, part, deep - 1);
    let mut members = schema["properties"].as_object().into_iter().flatten();
    members.any(|(name, part)| OF_PEOPLE.contains(&name.as_str()) || within(part))
        || ["allOf", "oneOf", "anyOf"]
            .iter()
            .any(|kind| schema[kind].as_array().is_some_and(|all| all.iter().any(within)))
        || schema.get("items").is_some_and(within)
}

/// Whether a success of this operation names somebody.
pub fn names_somebody(document: &Value, operation: &Operation) -> bool {
    ["200", "201", "202"].iter().any(|status| {
        let content = &operation.says["responses"][status]["content"];
        named(document, &content["application/json"]["schema"], 6)
    })
}
