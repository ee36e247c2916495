//! A type that includes another by `flatten` would be described as `allOf` of both: hard to read,
//! and false where the part may be missing. Here each becomes the one object that is sent.

use std::collections::BTreeMap;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, AllOf, ArrayItems, Object, Schema};

type Schemas = BTreeMap<String, RefOr<Schema>>;

/// Writes out every schema that is made of several.
pub(crate) fn write_out(schemas: &mut Schemas) {
    let parts = schemas.clone();
    for schema in schemas.values_mut() {
        open(schema, &parts);
    }
    for name in alternatives(&parts) {
        if let Some(RefOr::T(Schema::Object(part))) = schemas.get_mut(&name) {
            part.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
        }
    }
}

/// Each role's answer contains nothing else: so an answer fits only one of them.
fn alternatives(schemas: &Schemas) -> Vec<String> {
    let mut found = Vec::new();
    for schema in schemas.values() {
        if let RefOr::T(Schema::OneOf(either)) = schema {
            let names = either.items.iter().filter_map(|item| match item {
                RefOr::Ref(named) => named.ref_location.rsplit('/').next().map(str::to_owned),
                RefOr::T(_) => None,
            });
            let names: Vec<String> = names.collect();
            found.extend(names.into_iter().filter(|_| either.items.len() > 1));
        }
    }
    found
}

fn open(schema: &mut RefOr<Schema>, parts: &Schemas) {
    if let RefOr::T(Schema::AllOf(all)) = schema {
        *schema = RefOr::T(Schema::Object(joined(all, parts)));
    }
    match schema {
        RefOr::T(Schema::Object(whole)) => {
            whole.properties.values_mut().for_each(|part| open(part, parts));
        }
        RefOr::T(Schema::OneOf(either)) => {
            either.items.iter_mut().for_each(|part| open(part, parts));
        }
        RefOr::T(Schema::Array(list)) => {
            if let ArrayItems::RefOrSchema(item) = &mut list.items {
                open(item, parts);
            }
        }
        RefOr::T(_) | RefOr::Ref(_) => {}
    }
}

fn joined(all: &AllOf, parts: &Schemas) -> Object {
    let mut whole = Object::new();
    whole.description = all.description.clone();
    whole.example = all.example.clone();
    for item in &all.items {
        if let Some((part, must_be_there)) = object(item, parts) {
            whole.properties.extend(part.properties);
            whole.required.extend(part.required.into_iter().filter(|_| must_be_there));
        }
    }
    whole
}

/// A part, and whether it is always there.
fn object(item: &RefOr<Schema>, parts: &Schemas) -> Option<(Object, bool)> {
    match item {
        RefOr::Ref(named) => object(parts.get(named.ref_location.rsplit('/').next()?)?, parts),
        RefOr::T(Schema::Object(part)) => Some((part.clone(), true)),
        RefOr::T(Schema::AllOf(all)) => Some((joined(all, parts), true)),
        RefOr::T(Schema::OneOf(either)) => {
            let mut known = either.items.iter().filter_map(|item| object(item, parts));
            let part = known.find(|(part, _)| !part.properties.is_empty())?;
            Some((part.0, false))
        }
        RefOr::T(_) => None,
    }
}
