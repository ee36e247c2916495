//! What people who used the public form read: whether it was them, and what came of it. The first
//! of these goes to an address that anybody may have typed, so it contains nothing that was typed.

use super::{Letterhead, Written};
use crate::mail::link::{FamilyLink, JoinLink};
use crate::mail::{NotBooked, SessionFacts};
use crate::words::Words;

pub(super) fn confirm(link: &JoinLink, code: &str, head: &Letterhead) -> Written {
    let (first, last) = code.split_at_checked(4).unwrap_or((code, ""));
    let us = &head.organisation;
    Written::new("Was this you?")
        .say(format!("Somebody filled in a form of {us} with this e-mail address."))
        .say("Was it you? Then press the button. We do what you asked for, and tell you.")
        .go("Yes, it was me", head.join_url(link))
        .say(format!("Or type this number on the page you have open: {first} {last}."))
        .say("The number works for 30 minutes, the button for seven days.")
        .say("Was it not you? Then do nothing. Nothing was booked, and we forget it.")
}

pub(super) fn joined(say_no: &FamilyLink, head: &Letterhead, words: Words) -> Written {
    Written::new("Welcome. You are now a member")
        .say(format!("Welcome. You are now a member of {}.", head.organisation))
        .whats_on(head, words)
        .say("Do you not want to be a member? Then say no here:")
        .link("No, thank you", head.family_url(say_no))
}

pub(super) fn address(confirm: &FamilyLink, head: &Letterhead) -> Written {
    Written::new("Is this your e-mail address?")
        .say(format!("A family that joined {} gave us this e-mail address.", head.organisation))
        .say("Is it yours? Then we can write to you too.")
        .go("Yes, this is my address", head.family_url(confirm))
        .say("Is it not yours? Then do nothing. We will not write again.")
}

pub(super) fn not_booked(
    session: Option<&SessionFacts>,
    why: NotBooked,
    head: &Letterhead,
    words: Words,
) -> Written {
    let written = Written::new("About the place you asked for")
        .say(match why {
            NotBooked::Already => "We did not book a second place for you.",
            _ => "We could not book a place for you.",
        })
        .say(match why {
            NotBooked::Full => "All places are taken.",
            NotBooked::Already => "You have a place there already, or you are waiting for one.",
            NotBooked::Age => "It is for children of another age.",
            NotBooked::TooMany => "There are not enough places for all of you.",
            NotBooked::Busy => "Your child has a place in another session at that time.",
            NotBooked::OverLimit => "You have as many places as a family may book.",
            NotBooked::Closed => "It cannot be booked now.",
        });
    match session {
        Some(session) => written.session(session).look_or_ring(session, head, words),
        None => written.whats_on(head, words),
    }
}
