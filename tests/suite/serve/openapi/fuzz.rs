//! Schemathesis reads the document and tries whatever it allows and forbids, as each role, with every
//! check it has, against one server on SQLite that already holds a borough. A documented 409 or 422 is
//! a right answer to data that the schema allows: rules are more than a schema can say.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use firstplace::access::Role;
use firstplace::access::policy::{Grant, grant};
use serde_json::{Value, json};

use super::borough::Borough;
use super::document;
use super::lint::{Operation, operations};
use super::requests::Trial;
use super::shape::Shapes;
use crate::access::doors::{DOORS, Door};
use crate::support::app::{Backend, TestApp};
use crate::support::client::Client;
use crate::support::python;
use crate::support::scratch::Scratch;

/// Seconds for all roles together: as much as fits, calls that follow each other too, other each time.
/// Without it a fixed number of examples from a fixed seed, so that a run says the same again.
const SECONDS: &str = "FIRSTPLACE_SCHEMATHESIS_SECONDS";
const EXAMPLES: &str = "5";
/// Ends the session that asks, so it is tried by itself.
const SIGN_OUT: &str = "sign_out";

const CONFIG: &str = r#"
[checks]
positive_data_acceptance.expected-statuses = ["2xx", 401, 403, 404, 409, 412, 413, 422, 428, 429]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429]
missing_required_header.expected-statuses = [400, 401, 403, 404, 409, 412, 415, 422, 428]

# Each mark is answered by itself: one that cannot be read is a `problem` beside those that were taken.
[[operations]]
include-operation-id = "take_marks"
checks.negative_data_rejection.enabled = false

# The 404 is of the person who is answered for, not of the family that was just made.
[[operations]]
include-operation-id = "answer_question"
checks.ensure_resource_availability.enabled = false

# The address is also one of `/families/{id}`, which takes other methods.
[[operations]]
include-operation-id = "join_by_itself"
checks.unsupported_method.enabled = false
"#;

/// One run: who asks, and for which operations.
struct Run {
    who: &'static str,
    caller: Client,
    operations: Vec<String>,
}

#[test]
fn schemathesis_finds_nothing_as_any_role() {
    let program = python::schemathesis();
    let app = TestApp::on(Backend::Sqlite);
    let mut borough = Borough::new(&app);
    let folder = Scratch::new("schemathesis");
    let furnished = furnished(document(), &mut borough);
    fs::write(folder.path().join("openapi.json"), furnished.to_string())
        .expect("it can be written");
    fs::write(folder.path().join("schemathesis.toml"), CONFIG).expect("it can be written");

    let runs = runs(&furnished, &app, &borough);
    let given: Option<u64> = env::var(SECONDS).ok().map(|text| text.parse().expect("seconds"));
    let all: usize = runs.iter().map(|run| run.operations.len()).sum();
    let mut found = Vec::new();
    for run in &runs {
        let share = |seconds: u64| (seconds * run.operations.len() as u64 / all as u64).max(2);
        found.extend(run.tries(&program, folder.path(), given.map(share)));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n\n"));
}

impl Run {
    fn tries(&self, program: &Path, folder: &Path, seconds: Option<u64>) -> Option<String> {
        let mut command = Command::new(program);
        command.current_dir(folder);
        command.args(["--config-file", "schemathesis.toml", "run", "openapi.json"]);
        command.args(["--url", self.caller.base(), "--no-color", "--workers", "1"]);
        command.args(["--generation-database", "none"]);
        if let Some(token) = self.caller.token() {
            command.args(["--header", &format!("Authorization: Bearer {token}")]);
        }
        match seconds {
            Some(seconds) => command.args(["--max-time", &seconds.to_string()]),
            None => command.args([
                "--seed",
                "1",
                "--max-examples",
                EXAMPLES,
                "--phases",
                "examples,coverage,fuzzing",
            ]),
        };
        for operation in &self.operations {
            command.args(["--include-operation-id", operation]);
        }
        let done = command.output().expect("the program starts");
        let said = String::from_utf8_lossy(&done.stdout);
        let more = String::from_utf8_lossy(&done.stderr);
        (!done.status.success()).then(|| format!("as {}:\n{said}{more}", self.who))
    }
}

/// The document with a borough's ids in its examples, after each has been tried once: so there is
/// something of everything.
fn furnished(mut document: Value, borough: &mut Borough) -> Value {
    let plain = document.clone();
    let shapes = Shapes::of(&plain);
    for operation in operations(&plain) {
        let trial = Trial::of(&operation, borough, &shapes);
        if operation.id() != SIGN_OUT {
            trial.send_as_shown();
        }
        let says = &mut document["paths"][operation.path][operation.method];
        if let Some((kind, body)) = &trial.body {
            says["requestBody"]["content"][kind]["example"] = body.clone();
        }
        let parameters = says.get_mut("parameters").and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap_or_default();
            let known = trial.parameters.iter().find(|(known, _)| known == name);
            if let Some((_, value)) = known {
                parameter["example"] = json!(value);
            }
        }
    }
    document
}

fn runs(document: &Value, app: &TestApp, borough: &Borough) -> Vec<Run> {
    let operations = operations(document);
    let those = |may: &dyn Fn(&Door) -> bool| -> Vec<String> {
        let open = |operation: &&Operation| {
            let door = DOORS.iter().find(|(id, _)| *id == operation.id());
            operation.id() != SIGN_OUT && door.is_some_and(|(_, door)| may(door))
        };
        operations.iter().filter(open).map(|operation| operation.id().to_owned()).collect()
    };
    let public = those(&|door| matches!(door, Door::Public));
    let carried = those(&|door| matches!(door, Door::Carrier));
    let mut runs = vec![
        Run { who: "nobody", caller: app.nobody.clone(), operations: public },
        Run { who: "the carrier of texts", caller: app.carrier(), operations: carried },
    ];
    for role in Role::ALL {
        let may = |door: &Door| match door {
            Door::Public | Door::Carrier => false,
            Door::Act(act) => grant(*role, *act) != Grant::No,
        };
        let caller = borough.caller(role.as_str()).clone();
        runs.push(Run { who: role.as_str(), caller, operations: those(&may) });
    }
    let caller = app.as_role(Role::Manager);
    runs.push(Run { who: "somebody who leaves", caller, operations: vec![SIGN_OUT.to_owned()] });
    runs
}
