//! Who may do what: the policy as people read it, and every operation called by everybody
//! who may not.

mod centre_scope;
pub mod coverage;
pub mod doors;
mod fields;
mod pages;

use std::fmt::Write;

use firstplace::access::policy::grant;
use firstplace::access::{Act, Role};

use crate::support::snapshot::agreed;

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
    agreed("access/policy.txt", &matrix());
}
