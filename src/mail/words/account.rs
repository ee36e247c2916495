//! The words to people who sign in, about signing in, and to a family about a new email address.
//! Those about an address contain nothing that somebody typed.

use super::{Letterhead, Written};
use crate::mail::link::FamilyLink;
use crate::mail::{CentreFacts, spoken};
use crate::words::{Words, say};
use chrono::NaiveDateTime;

pub(crate) fn password_reset(
    token: &str,
    until: NaiveDateTime,
    head: &Letterhead,
    words: Words,
) -> Written {
    let until = spoken::moment(words, until);
    Written::new(words.say("account-choose"))
        .say(words.say("account-mail-choose"))
        .go(words.say("account-choose"), format!("{}/reset/{token}", head.public_url))
        .say(say!(words, "account-mail-once", until = until))
        .say(words.say("account-mail-not-asked"))
}

pub(crate) fn sign_in_code(token: &str, code: &str, head: &Letterhead, words: Words) -> Written {
    Written::new(words.say("sign-in-mail-subject"))
        .say(say!(words, "sign-in-mail-code", code = code))
        .say(words.say("sign-in-mail-type"))
        .say(words.say("sign-in-mail-press"))
        .go(words.say("sign-in-go"), format!("{}/sign-in/link/{token}", head.public_url))
        .say(words.say("sign-in-mail-once"))
        .say(words.say("sign-in-mail-secret"))
        .say(words.say("sign-in-mail-not-you"))
}

pub(crate) fn password_changed(at: NaiveDateTime, head: &Letterhead, words: Words) -> Written {
    Written::new(words.say("account-mail-changed"))
        .say(say!(words, "account-mail-changed-at", at = spoken::moment(words, at)))
        .say(words.say("account-mail-signed-out"))
        .go(words.say("account-sign-in"), format!("{}/sign-in", head.public_url))
        .say(words.say("account-mail-not-you"))
}

/// To the new address.
pub(crate) fn confirm_address(link: &FamilyLink, head: &Letterhead, words: Words) -> Written {
    Written::new(words.say("mail-address"))
        .say(words.say("mail-address-new"))
        .say(words.say("mail-address-tell"))
        .go(words.say("mail-address-yes"), head.family_url(link))
        .say(words.say("mail-address-not-you"))
}

/// To the address in use.
pub(crate) fn address_asked(centre: Option<&CentreFacts>, words: Words) -> Written {
    Written::new(words.say("mail-address-asked"))
        .say(words.say("mail-address-asked-say"))
        .say(words.say("mail-address-asked-when"))
        .say(words.say("mail-address-asked-you"))
        .say(match centre.and_then(|centre| centre.phone.as_ref()) {
            Some(phone) => say!(words, "mail-address-phone", phone = phone.as_str()),
            None => words.say("mail-address-centre"),
        })
}
