//! The warning before a sign-in ends by itself, for people at work. It is a dialog that a script
//! opens; without scripts nothing warns, and a form that is sent too late waits for its sender.

use maud::{Markup, html};

/// The script, with the time after which a sign-in ends.
pub(crate) const SCRIPT: &str = "/quiet.js";

/// What the script asks for, which renews the sign-in as any page does.
pub(crate) const STAY: &str = "/sign-in/stay";

pub(super) fn script() -> Markup {
    html! { script src=(SCRIPT) defer {} }
}

pub(super) fn warning() -> Markup {
    html! {
        dialog id="quiet" aria-labelledby="quiet-title" {
            h2 id="quiet-title" { "Are you still there?" }
            p { "You will be signed out in two minutes. What you typed here stays on the page." }
            p hidden {
                "You were signed out. Send what you typed all the same: it waits for you while you sign \
                 in again."
            }
            button type="button" { "Stay signed in" }
        }
    }
}

/// The script for sign-ins that last this many seconds.
pub(crate) fn script_for(seconds: i64) -> String {
    format!("const quiet = {seconds};\n{}", include_str!("quiet.js"))
}
