//! The words to people who sign in, about signing in and about the service itself, and to a family
//! about a new e-mail address. Those about an address contain nothing that somebody typed.

use super::{Letterhead, Written};
use crate::mail::link::FamilyLink;
use crate::mail::{CentreFacts, spoken};
use crate::words::{Words, say};
use chrono::NaiveDateTime;

pub(crate) fn password_reset(token: &str, until: NaiveDateTime, head: &Letterhead) -> Written {
    Written::new("Choose a new password")
        .say("You asked for a new password. Choose it here.")
        .go("Choose a new password", format!("{}/reset/{token}", head.public_url))
        .say(format!("This works once, until {}.", spoken::moment(until)))
        .say("Did you not ask? Then do nothing. Your password stays the same.")
}

pub(crate) fn sign_in_code(token: &str, code: &str, head: &Letterhead) -> Written {
    let words = Words::english();
    Written::new(words.say("sign-in-mail-subject"))
        .say(say!(words, "sign-in-mail-code", code = code))
        .say(words.say("sign-in-mail-type"))
        .say(words.say("sign-in-mail-press"))
        .go("Sign in", format!("{}/sign-in/link/{token}", head.public_url))
        .say(words.say("sign-in-mail-once"))
        .say(words.say("sign-in-mail-secret"))
        .say(words.say("sign-in-mail-not-you"))
}

pub(crate) fn password_changed(at: NaiveDateTime, head: &Letterhead) -> Written {
    Written::new("Your password was changed")
        .say(format!("Your password was changed at {}.", spoken::moment(at)))
        .say("You were signed out everywhere else. Sign in with the new one.")
        .go("Sign in", format!("{}/sign-in", head.public_url))
        .say("Was it not you? Then tell us at once. Somebody else may know your password.")
}

/// To an administrator.
pub(crate) fn mail_given_up(since: NaiveDateTime, head: &Letterhead) -> Written {
    Written::new("Messages could not be sent")
        .say(format!("Messages have waited since {}.", spoken::moment(since)))
        .say("The mail server took none of them for two days. They are given up.")
        .say("Is the mail server well? Please look there first.")
        .say("The families are on the centres' lists to ring.")
        .say("GET /api/v1/mail?state=dead lists the messages.")
        .say("POST /api/v1/mail/{id}/retry sends one again.")
        .go("Go to the service", head.public_url.clone())
}

pub(crate) fn test(head: &Letterhead) -> Written {
    Written::new("A test message")
        .say("This is a test. You can read it, so mail works.")
        .go("Go to the service", head.public_url.clone())
}

/// To safeguarding leads, when somebody else becomes one.
pub(crate) fn lead_named(name: &str, by: Option<&str>, at: NaiveDateTime) -> Written {
    let by = match by {
        Some(by) => format!("{by} gave this role"),
        None => "The role was given on the machine's own command line".to_owned(),
    };
    Written::new("There is a new safeguarding lead")
        .say(format!("{name} is a safeguarding lead now and can open restricted records."))
        .say(format!("{by} on {}.", spoken::moment(at)))
        .say("Did you not expect this? Ask the person who gave it, and tell your manager today.")
}

/// To the new address.
pub(crate) fn confirm_address(link: &FamilyLink, head: &Letterhead) -> Written {
    Written::new("Is this your e-mail address?")
        .say("Somebody asked us to write to this address from now on.")
        .say("Was that you? Then please tell us that this address is yours.")
        .go("Yes, this is my address", head.family_url(link))
        .say("Was it not you? Then you need not do anything. We will not write here again.")
}

/// To the address in use.
pub(crate) fn address_asked(centre: Option<&CentreFacts>) -> Written {
    Written::new("You asked for a new e-mail address")
        .say("You asked us to write to another address from now on.")
        .say("We will do that once you press the button in the message we sent there.")
        .say("Did you ask for this? Then you need not do anything here.")
        .say(match centre.and_then(|centre| centre.phone.as_ref()) {
            Some(phone) => format!("Was it not you? Then please phone us on {phone}."),
            None => "Was it not you? Then please tell us at your centre.".to_owned(),
        })
}
