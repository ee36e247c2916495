//! Names stand in mails that the organisation signs: whoever types one, at whatever door, types a
//! name and nothing else. The same of e-mail addresses, telephone numbers and postcodes.

use crate::support::contract::described;
use firstplace::access::Role;
use firstplace::access::policy::{Grant, grant};
use serde_json::{Map, Value, json};
use ureq::http::Method;

use crate::access::doors::{DOORS, Door};
use crate::api::feeds::{HEADINGS, send};
use crate::api::registers::{is_problem, mark, taken, takes};
use crate::serve::openapi::lint::{Operation, operations};
use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::world::World;

/// The members of a body that are the name of a person, an agency or a place.
const NAMES: &[&str] = &["name", "former_name", "leader", "venue", "team", "decided_by"];

/// Bodies whose `name` names no person or place: columns of a file, and a course, which has a title.
/// Marks are answered one by one, in a test of their own.
const NOT_NAMES: &[&str] =
    &["save_mapping", "add_course", "take_marks", "take_late_marks", "add_door_device"];

const BAD: &[&str] = &[
    "Claim 500 pounds\n\nhttp://evil.example/pay",
    "see evil.example",
    "www.evil",
    "\u{202e} Leo",
    "Leo \u{2066}x",
    "\u{200b}\u{200b}",
    "\u{3164}",
    "\u{2800}",
    "Ann\u{7}",
];

/// A name in a body, and the body around it as the document shows it: with what its example has
/// beside it, and without, where one may stand for the other.
struct Field {
    pointer: String,
    bodies: [Value; 2],
}

/// What the document says of a body or a part of one: an example, and what may not be left out.
#[derive(Clone, Default)]
struct Around {
    example: Value,
    required: Vec<Value>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Alone {
    Yes,
    No,
}

struct Walk<'a> {
    document: &'a Value,
    members: &'a [&'a str],
    found: Vec<(String, Vec<Around>)>,
}

impl Walk<'_> {
    fn resolved<'b>(&'b self, schema: &'b Value) -> &'b Value {
        let named = |schema: &'b Value| {
            let path = schema["$ref"].as_str()?.rsplit('/').next()?;
            Some(&self.document["components"]["schemas"][path])
        };
        let one_of = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
        let chosen = one_of.and_then(|all| all.iter().find(|one| one["type"] != "null"));
        let schema = chosen.unwrap_or(schema);
        named(schema).unwrap_or(schema)
    }

    /// Every way to a name in a schema, with the example of each schema on the way.
    fn walk(&mut self, schema: &Value, way: &str, around: &[Around]) {
        let schema = self.resolved(schema).clone();
        let mut around = around.to_vec();
        around.push(Around {
            example: schema["example"].clone(),
            required: schema["required"].as_array().cloned().unwrap_or_default(),
        });
        if way.split('/').count() > 6 {
            return;
        }
        if schema["items"].is_object() {
            self.walk(&schema["items"], &format!("{way}/0"), &around);
        }
        for (name, property) in schema["properties"].as_object().cloned().unwrap_or_default() {
            let way = format!("{way}/{name}");
            let kind = property["type"].to_string();
            if self.members.contains(&name.as_str()) && kind.contains("string") {
                self.found.push((way, around.clone()));
            } else {
                self.walk(&property, &way, &around);
            }
        }
    }
}

/// The example of the whole body with a name put in, and what is missing on the way made: beside
/// the rest, or `alone`.
fn filled(way: &str, around: &[Around], name: &str, alone: Alone) -> Value {
    let mut body = around[0].example.clone();
    if !body.is_object() {
        body = json!({});
    }
    let mut at = &mut body;
    let parts: Vec<&str> = way.split('/').skip(1).collect();
    for (depth, part) in parts.iter().enumerate() {
        let example = around.get(depth + 1).cloned().unwrap_or_default().example;
        if depth + 1 == parts.len() {
            at[*part] = json!(name);
            break;
        }
        let next_is_list = parts.get(depth + 1).is_some_and(|next| *next == "0");
        at = match part.parse::<usize>() {
            Ok(number) => {
                let list = at.as_array_mut().expect("a list");
                if list.is_empty() {
                    list.push(if example.is_object() { example } else { json!({}) });
                }
                &mut list[number]
            }
            Err(_) => {
                let object = at.as_object_mut().expect("an object");
                if alone == Alone::Yes && object.get(*part).is_none_or(Value::is_null) {
                    object.retain(|member, _| around[depth].required.contains(&json!(member)));
                }
                let empty = if next_is_list { json!([]) } else { Value::Object(Map::new()) };
                let there = object.entry((*part).to_owned()).or_insert(Value::Null);
                if there.is_null() || (next_is_list && !there.is_array()) {
                    *there = if example.is_object() && !next_is_list { example } else { empty };
                }
                there
            }
        };
    }
    body
}

fn fields(document: &Value, operation: &Operation, members: &[&str], name: &str) -> Vec<Field> {
    let schema = &operation.says["requestBody"]["content"]["application/json"]["schema"];
    let mut walk = Walk { document, members, found: Vec::new() };
    walk.walk(schema, "", &[]);
    let field = |(pointer, around): (String, Vec<Around>)| Field {
        bodies: [Alone::No, Alone::Yes].map(|alone| filled(&pointer, &around, name, alone)),
        pointer,
    };
    walk.found.into_iter().map(field).collect()
}

/// Somebody whose role this operation is for.
fn role_for(operation: &Operation) -> Option<Role> {
    let (_, door) = DOORS.iter().find(|(id, _)| *id == operation.id())?;
    match door {
        Door::Public | Door::Carrier => None,
        Door::Act(act) => Role::ALL.iter().copied().find(|role| grant(*role, *act) != Grant::No),
    }
}

fn refuses(answer: &Answer, pointer: &str) -> bool {
    answer.status == 422
        && answer.json()["errors"]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one["pointer"] == pointer))
}

/// Sends what is wrong to every door that has one of these members; how many were tried.
#[track_caller]
fn is_refused_everywhere(app: &TestApp, members: &[&str], not: &[&str], wrong: &[&str]) -> usize {
    let document: Value = described();
    let mut tried = 0;
    let mut taken = Vec::new();
    for operation in operations(&document) {
        if not.contains(&operation.id()) {
            continue;
        }
        let role = role_for(&operation);
        let who = role.map_or(app.nobody.clone(), |role| app.as_role(role));
        let segments = operation.path.split('/');
        let filled = segments.map(|part| match part {
            "{language}" => "pl",
            part if part.starts_with('{') => "1",
            part => part,
        });
        let path = filled.collect::<Vec<_>>().join("/");
        let method = Method::from_bytes(operation.method.to_uppercase().as_bytes());
        let method = method.expect("a method of HTTP");
        for bad in wrong {
            for field in fields(&document, &operation, members, bad) {
                tried += 1;
                let answers = field.bodies.map(|body| {
                    who.call(method.clone(), &path).if_match("\"1\"").json(&body).send()
                });
                if !answers.iter().any(|answer| refuses(answer, &field.pointer)) {
                    let said = answers.map(|answer| answer.text);
                    taken.push(format!("{} {} {bad:?}: {said:?}", operation.id(), field.pointer));
                }
            }
        }
    }
    assert!(taken.is_empty(), "{} of {tried}\n{}", taken.len(), taken.join("\n"));
    tried / wrong.len()
}

/// Where an address is only looked up: what nobody has is nobody's.
const LOOKS_UP: &[&str] = &["create_token"];

both! {
    fn no_door_takes_for_a_name_what_is_none(app) {
        let doors = is_refused_everywhere(app, NAMES, NOT_NAMES, BAD);
        assert!(doors > 20, "the walk finds the names: {doors}");
    }

    fn no_door_takes_an_address_that_no_mail_can_reach(app) {
        let wrong = ["sam@example", "sam@localhost", "zed@example.org\u{200b}", "sam"];
        let doors = is_refused_everywhere(app, &["email"], &[LOOKS_UP, NOT_NAMES].concat(), &wrong);
        assert!(doors >= 6, "the walk finds the addresses: {doors}");
    }

    fn no_door_takes_a_number_that_nobody_can_ring(app) {
        let wrong = ["912 2122", "07700 90012", "0412 345 678", "ask mum", "7.7009E+09"];
        let doors = is_refused_everywhere(app, &["phone"], NOT_NAMES, &wrong);
        assert!(doors >= 5, "the walk finds the numbers: {doors}");
    }

    fn no_door_takes_a_postcode_with_a_letter_that_none_has_there(app) {
        let wrong = ["M3I 4FL", "M31 4CI", "QV1 1AA", "M31"];
        let doors = is_refused_everywhere(app, &["postcode"], NOT_NAMES, &wrong);
        assert!(doors >= 5, "the walk finds the postcodes: {doors}");
    }

    fn a_guest_at_the_door_needs_a_name_that_is_one(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        let guest = |client: &str, name: &str| mark(client, json!({ "walk_in": { "guest": {
            "name": name, "children": [{ "name": name, "born_on": "2025-05-14" }] } } }));
        for (bad, at) in BAD.iter().zip(0..) {
            let answers = taken(&world.staff, &session, json!([guest(&format!("g{at}"), bad)]));
            is_problem(&answers[0], "invalid_request");
        }
        takes(&world.staff, &session, json!([guest("fine", "Amina Khan")]));
    }

    fn a_feed_says_by_heading_which_name_is_none_and_never_repeats_it(app) {
        let world = World::new(app);
        let line = |child: &str, mother: &str| {
            format!("943 476 5919,{child},Khan,31/01/2026,\"{mother}\",1 High St,M33 1AA,07700 900123,\n")
        };
        for bad in BAD {
            let quoted = format!("\"{bad}\"");
            for (row, heading) in [(line(&quoted, "Amina Khan"), "Forename"), (line("Yusuf", bad), "Mother")] {
                let report = send(&world.staff, "", format!("{HEADINGS}\n{row}")).expect(200);
                let said = report["results"][0]["detail"].as_str().unwrap_or_default();
                assert!(said.contains(heading), "{bad:?}: {report}");
                assert!(!said.contains("evil"), "{said}");
            }
        }
        let fine = send(&world.staff, "", format!("{HEADINGS}\n{}", line("Yusuf", "Amina Khan")));
        assert_eq!(fine.expect(200)["counts"], json!({ "made": 1 }), "the control");
    }
}
