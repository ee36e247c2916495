//! Every operation in the OpenAPI document is called with no token, with one that is
//! nobody's, and as every role. The paths name nothing that exists and the bodies are
//! empty: who asks is judged before either.

use crate::support::contract::described;
use firstplace::access::policy::{Grant, grant};
use firstplace::access::{Act, Role};
use serde_json::Value;
use ureq::http::Method;

use super::doors::{DOORS, Door};
use crate::serve::openapi::lint::{Operation, operations};
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};

pub fn document() -> Value {
    described()
}

pub fn door(operation: &Operation) -> &'static Door {
    let found = DOORS.iter().find(|(id, _)| *id == operation.id());
    let (_, door) = found.unwrap_or_else(|| {
        panic!("{} is not in tests/suite/access/doors.rs: who may call it?", operation.id())
    });
    door
}

fn call(client: &Client, operation: &Operation) -> Answer {
    let segments = operation.path.split('/');
    let filled = segments.map(|part| if part.starts_with('{') { "nothing" } else { part });
    let path = filled.collect::<Vec<_>>().join("/");
    let method = Method::from_bytes(operation.method.to_uppercase().as_bytes());
    let call = client.call(method.expect("a method of HTTP"), &path);
    if operation.method == "get" { call } else { call.raw("{}") }.send()
}

#[test]
fn every_operation_is_behind_a_door_and_every_door_leads_somewhere() {
    let document = document();
    let operations = operations(&document);
    for operation in &operations {
        let public = matches!(door(operation), Door::Public);
        assert_eq!(operation.is_public(), public, "{} says otherwise", operation.id());
    }
    for (id, _) in DOORS {
        assert!(operations.iter().any(|operation| operation.id() == *id), "no operation {id}");
    }
}

both! {
    fn nobody_passes_without_a_token_or_with_a_false_one(app) {
        let forger = app.nobody.bearing("nobody-was-given-this");
        let document = document();
        for operation in operations(&document) {
            let public = matches!(door(&operation), Door::Public);
            for caller in [&app.nobody, &forger] {
                let answer = call(caller, &operation);
                if public {
                    assert!(answer.status < 500, "{}: {}", operation.id(), answer.text);
                } else {
                    answer.refused(401, "not_signed_in");
                }
            }
        }
    }

    fn every_wrong_role_is_refused_and_every_right_one_is_not(app) {
        let document = document();
        for operation in operations(&document) {
            let Door::Act(act) = door(&operation) else { continue };
            for role in Role::ALL {
                judge(app, &operation, *act, *role);
            }
        }
    }
}

fn judge(app: &TestApp, operation: &Operation, act: Act, role: Role) {
    // Signed in anew for each call: one of them signs out.
    let answer = call(&app.as_role(role), operation);
    let said = format!("{} as {}: {}", operation.id(), role.as_str(), answer.text);
    if grant(role, act) == Grant::No {
        assert_eq!(answer.status, 403, "{said}");
        answer.refused(403, "not_allowed");
    } else {
        assert!(answer.status != 401 && answer.status != 403, "{said}");
        assert!(answer.status < 500, "{said}");
    }
}
