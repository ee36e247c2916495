//! The words to people who sign in, about signing in and about the service itself.

use super::{Block, Letterhead, Written, say};
use crate::mail::spoken;
use chrono::NaiveDateTime;

pub(crate) fn password_reset(token: &str, until: NaiveDateTime, head: &Letterhead) -> Written {
    let blocks = vec![
        say("You asked for a new password. Choose it here."),
        Block::Go("Choose a new password", format!("{}/reset/{token}", head.public_url)),
        say(format!("This works once, until {}.", spoken::moment(until))),
        say("Did you not ask? Then do nothing. Your password stays the same."),
    ];
    Written { subject: "Choose a new password".to_owned(), blocks }
}

pub(crate) fn password_changed(at: NaiveDateTime, head: &Letterhead) -> Written {
    let blocks = vec![
        say(format!("Your password was changed at {}.", spoken::moment(at))),
        say("You were signed out everywhere else. Sign in with the new one."),
        Block::Go("Sign in", format!("{}/sign-in", head.public_url)),
        say("Was it not you? Then tell us at once. Somebody else may know your password."),
    ];
    Written { subject: "Your password was changed".to_owned(), blocks }
}

/// To an administrator.
pub(crate) fn mail_given_up(since: NaiveDateTime, head: &Letterhead) -> Written {
    let blocks = vec![
        say(format!("Messages have waited since {}.", spoken::moment(since))),
        say("The mail server took none of them for two days. They are given up."),
        say("Is the mail server well? Please look there first."),
        say("The families are on the centres' lists to ring."),
        say("GET /api/v1/mail?state=dead lists the messages."),
        say("POST /api/v1/mail/{id}/retry sends one again."),
        Block::Go("Go to the service", head.public_url.clone()),
    ];
    Written { subject: "Messages could not be sent".to_owned(), blocks }
}

pub(crate) fn test(head: &Letterhead) -> Written {
    let blocks = vec![
        say("This is a test. You can read it, so mail works."),
        Block::Go("Go to the service", head.public_url.clone()),
    ];
    Written { subject: "A test message".to_owned(), blocks }
}
