//! What people read who joined: whether it was them, what came of it, and that they are members. The
//! first of these goes to an address that anybody may have typed, so it contains nothing that was
//! typed.

use super::{Letterhead, Written};
use crate::mail::link::{FamilyLink, JoinLink};
use crate::mail::{NotBooked, SessionFacts, Welcome};
use crate::words::{Words, say};

pub(super) fn confirm(link: &JoinLink, code: &str, head: &Letterhead, words: Words) -> Written {
    let (first, last) = code.split_at_checked(4).unwrap_or((code, ""));
    let number = format!("{first} {last}");
    Written::new(words.say("mail-join"))
        .say(say!(words, "mail-join-form", organisation = head.organisation.as_str()))
        .say(words.say("mail-join-press"))
        .go(words.say("mail-join-yes"), head.join_url(link))
        .say(say!(words, "mail-join-number", number = number))
        .say(words.say("mail-join-lasts"))
        .say(words.say("mail-join-not-you"))
}

pub(super) fn joined(say_no: &FamilyLink, head: &Letterhead, words: Words) -> Written {
    Written::new(words.say("mail-joined"))
        .say(say!(words, "mail-joined-welcome", organisation = head.organisation.as_str()))
        .whats_on(head, words)
        .say(words.say("mail-to-leave-us"))
        .link(words.say("mail-leave-us"), head.family_url(say_no))
}

/// To a family that is known from a list alone.
pub(super) fn welcome(facts: &Welcome, head: &Letterhead, words: Words) -> Written {
    let mut known = vec![(words.say("mail-welcome-number"), facts.number.clone())];
    known.extend(facts.centre.clone().map(|centre| (words.say("mail-welcome-centre"), centre)));
    known.extend(facts.phone.clone().map(|phone| (words.say("mail-phone"), phone)));
    let organisation = head.organisation.as_str();
    let mut written = Written::new(say!(words, "mail-welcome", organisation = organisation))
        .say(words.say("mail-welcome-every"))
        .say(words.say("mail-welcome-free"))
        .facts(known);
    if let Some(from) = &facts.from {
        written = written.say(say!(words, "mail-welcome-from", from = from.as_str()));
    }
    facts
        .notice
        .iter()
        .fold(written, Written::say)
        .whats_on(head, words)
        .say(words.say("mail-welcome-still"))
        .say(words.say("mail-to-leave-us"))
        .link(words.say("mail-leave-us"), head.family_url(&facts.say_no))
}

/// To another adult of a family that joined.
pub(super) fn address(confirm: &FamilyLink, head: &Letterhead, words: Words) -> Written {
    Written::new(words.say("mail-address"))
        .say(say!(words, "mail-address-family", organisation = head.organisation.as_str()))
        .say(words.say("mail-address-too"))
        .go(words.say("mail-address-yes"), head.family_url(confirm))
        .say(words.say("mail-address-not-yours"))
}

pub(super) fn not_booked(
    session: Option<&SessionFacts>,
    why: NotBooked,
    head: &Letterhead,
    words: Words,
) -> Written {
    let (what, because) = match why {
        NotBooked::Full => ("mail-not-booked-say", "mail-not-booked-full"),
        NotBooked::Already => ("mail-not-booked-second", "mail-not-booked-already"),
        NotBooked::Age => ("mail-not-booked-say", "mail-not-booked-age"),
        NotBooked::TooMany => ("mail-not-booked-say", "mail-not-booked-many"),
        NotBooked::Busy => ("mail-not-booked-say", "mail-not-booked-busy"),
        NotBooked::OverLimit => ("mail-not-booked-say", "mail-not-booked-limit"),
        NotBooked::Closed => ("mail-not-booked-say", "mail-not-booked-closed"),
    };
    let written =
        Written::new(words.say("mail-not-booked")).say(words.say(what)).say(words.say(because));
    match session {
        Some(session) => written.session(session, words).look_or_ring(session, head, words),
        None => written.whats_on(head, words),
    }
}
