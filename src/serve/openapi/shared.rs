//! What many operations say alike stands once in the document, and they refer to it: the faults of
//! a status, and the items of a list. What nothing refers to is left out.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::ArrayItems;
use utoipa::openapi::{Components, OpenApi, PathItem, Ref, RefOr, Response, Schema};

/// Every fault an operation answers with becomes a shared answer, called like its codes.
pub(crate) fn share_faults(item: &mut PathItem, answers: &mut BTreeMap<String, RefOr<Response>>) {
    let all = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
    for operation in all.into_iter().flatten() {
        let Operation { responses, .. } = operation;
        for response in responses.responses.values_mut() {
            let RefOr::T(answer) = response else { continue };
            if answer.content.contains_key("application/problem+json") {
                let name = name(&answer.description);
                let reference = RefOr::Ref(Ref::from_response_name(&name));
                answers.insert(name, std::mem::replace(response, reference));
            }
        }
    }
}

/// `session_full, request_in_progress` is called `SessionFullOrRequestInProgress`.
fn name(codes: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    let code = |code: &str| code.split('_').map(capital).collect::<String>();
    codes.split(", ").map(code).collect::<Vec<_>>().join("Or")
}

/// The items of a list are described where their type is.
pub(crate) fn share_items(components: &mut Components) {
    let named: Vec<String> = components.schemas.keys().cloned().collect();
    for name in named {
        let item = name.strip_prefix("List_").filter(|item| components.schemas.contains_key(*item));
        let Some(reference) = item.map(Ref::from_schema_name) else { continue };
        if let Some(RefOr::T(Schema::Object(list))) = components.schemas.get_mut(&name)
            && let Some(RefOr::T(Schema::Array(items))) = list.properties.get_mut("items")
        {
            items.items = ArrayItems::RefOrSchema(Box::new(RefOr::Ref(reference)));
        }
    }
}

/// A type that stands in others only as a part of them needs no description of its own.
pub(super) fn drop_unused(document: &mut OpenApi) {
    let whole = serde_json::to_value(&*document).unwrap_or_default();
    let mut open = vec![&whole["paths"]];
    let mut used = BTreeSet::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values()),
            Value::String(text) => {
                if let Some(name) = text.strip_prefix("#/components/schemas/")
                    && used.insert(name.to_owned())
                {
                    open.push(&whole["components"]["schemas"][name]);
                } else if let Some(name) = text.strip_prefix("#/components/responses/") {
                    open.push(&whole["components"]["responses"][name]);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    if let Some(components) = &mut document.components {
        components.schemas.retain(|name, _| used.contains(name));
    }
}
