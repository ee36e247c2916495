//! The words about a new e-mail address: to the new one, and to the one in use. Neither contains
//! anything that somebody typed.

use super::{Block, Letterhead, Written, say};
use crate::mail::CentreFacts;
use crate::mail::link::FamilyLink;

pub fn confirm(link: &FamilyLink, head: &Letterhead) -> Written {
    let blocks = vec![
        say("Somebody asked us to write to this address from now on."),
        say("Was that you? Then please tell us that this address is yours."),
        Block::Go("Yes, this is my address", head.family_url(link)),
        say("Was it not you? Then you need not do anything. We will not write here again."),
    ];
    Written { subject: "Is this your e-mail address?".to_owned(), blocks }
}

pub fn asked(centre: Option<&CentreFacts>) -> Written {
    let mut blocks = vec![
        say("You asked us to write to another address from now on."),
        say("We will do that once you press the button in the message we sent there."),
        say("Did you ask for this? Then you need not do anything here."),
    ];
    blocks.push(say(match centre.and_then(|centre| centre.phone.as_ref()) {
        Some(phone) => format!("Was it not you? Then please phone us on {phone}."),
        None => "Was it not you? Then please tell us at your centre.".to_owned(),
    }));
    Written { subject: "You asked for a new e-mail address".to_owned(), blocks }
}
