//! Who may do what: the policy as people read it, and every operation called by everybody
//! who may not.

mod accounts;
mod coverage;
mod doors;
mod fields;
mod sign_in;

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use firstplace::access::policy::grant;
use firstplace::access::{Act, Role};

/// Set it to write the matrix anew; the change is then there to read.
const WRITE: &str = "FIRSTPLACE_WRITE_POLICY";

fn matrix() -> String {
    let mut text = format!("{:22}", "");
    for role in Role::ALL {
        write!(text, "{:14}", role.as_str()).expect("a string takes it");
    }
    for act in Act::ALL {
        let name = format!("{act:?}");
        write!(text, "\n{name:22}").expect("a string takes it");
        for role in Role::ALL {
            write!(text, "{:14}", grant(*role, *act).as_str()).expect("a string takes it");
        }
    }
    let lines = text.lines().map(|line| format!("{}\n", line.trim_end()));
    lines.collect()
}

#[test]
fn the_policy_is_the_one_that_was_agreed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/access/policy.txt");
    if env::var_os(WRITE).is_some() {
        fs::write(&path, matrix()).expect("the matrix can be written");
    }
    let agreed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        agreed == matrix(),
        "the policy is not the one in tests/suite/access/policy.txt. If it is meant, run this \
         test once with {WRITE}=1 and commit the difference. It is now:\n{}",
        matrix(),
    );
}
