//! The words of every message: a subject and a few short blocks, for a reader
//! of nine. A family in line never reads a confirmation's words, and a
//! sensitive session is "your appointment". How blocks look is `render`'s.

mod account;
mod birthday;
mod feedback;
mod joining;
pub(crate) mod letter;
mod not_coming;
#[cfg(test)]
mod samples;
mod staff;
#[cfg(test)]
mod tests;
pub mod texts;

use super::phrases::ring;
use super::{
    BookedPlace, CancelledBy, CannotBeMet, Chance, Changed, GivenUp, MailStanding, Message,
    NotBookedWhy, Offer, SessionChange, SessionFacts, Waiting, spoken,
};
use crate::base::id::SessionId;
use crate::mail::link::Link;
use crate::mail::{Alternative, spoken::When};
use crate::words::{Words, say};
use chrono::NaiveDateTime;
pub use letter::{Block, Letterhead, Written};

/// Puts a message into words.
pub fn write(message: &Message, head: &Letterhead, words: Words) -> Written {
    match message {
        Message::Booked(place) => booked(place, head, words),
        Message::PlaceGiven(place) => place_given(place, head, words),
        Message::Reminder(place) => reminder(place, head, words),
        Message::Waiting(entry) => waiting(entry, head, words),
        Message::Offer(offer) => offered(offer, head, words),
        Message::OfferLapsed { session, until } => offer_lapsed(session, *until, head, words),
        Message::LastCall { session, page, .. } => last_call(session, page, head, words),
        Message::Changed(change) => changed(change, head, words),
        Message::SessionCancelled { session, alternatives, .. } => {
            session_cancelled(session, alternatives, head, words)
        }
        Message::BookingCancelled(gone) => booking_cancelled(gone, head, words),
        Message::LineOver { session, alternatives } => {
            line_over(session, alternatives, head, words)
        }
        Message::CannotBeMet(entry) => cannot_be_met(entry, head, words),
        Message::Outcome(outcome) => staff::outcome(outcome),
        Message::WindowsDigest(facts) => staff::windows_digest(facts, head),
        Message::WindowOpens { id, session } => staff::window_opens(id, session, head),
        Message::BookingOpens { id, session, stop } => {
            booking_opens((id, session), stop, head, words)
        }
        Message::ConfirmJoin { link, code } => joining::confirm(link, code, head, words),
        Message::Joined { say_no } => joining::joined(say_no, head, words),
        Message::ConfirmAddress { confirm } => joining::address(confirm, head, words),
        Message::ConfirmNewAddress { confirm } => account::confirm_address(confirm, head, words),
        Message::AddressAsked { centre } => account::address_asked(centre.as_ref(), words),
        Message::NotBooked { session, why } => {
            joining::not_booked(session.as_ref(), *why, head, words)
        }
        Message::TextReply(reply) => Written::new(texts::reply(reply, head, words)),
        Message::Welcome(facts) => joining::welcome(facts, head, words),
        Message::BirthdayCard(card) => birthday::card(card, head, words),
        Message::Farewell(farewell) => birthday::farewell(farewell, head, words),
        Message::NotComing(missed) => not_coming::missed(missed, head, words),
        Message::Feedback(asked) => feedback::asked(asked, head, words),
        Message::ConcernWritten { centre } => staff::concern_written(centre, head),
        Message::PasswordReset { token, until, .. } => {
            account::password_reset(token, *until, head, words)
        }
        Message::SignInCode { token, code, .. } => account::sign_in_code(token, code, head, words),
        Message::PasswordChanged { at } => account::password_changed(*at, head, words),
        Message::MailGivenUp { since } => staff::mail_given_up(*since, head),
        Message::LeadNamed { name, by, at } => staff::lead_named(name, by.as_deref(), *at),
        Message::Test => staff::test(head),
    }
}

fn booked(place: &BookedPlace, head: &Letterhead, words: Words) -> Written {
    let what = match place.session.sensitive {
        true => words.say("mail-booked-appointment"),
        false => words.say("mail-booked-place"),
    };
    Written::about(&words.say("mail-booked"), &place.session, words)
        .say(what)
        .place(place, head, words)
}

fn place_given(place: &BookedPlace, head: &Letterhead, words: Words) -> Written {
    Written::about(&words.say("mail-given"), &place.session, words)
        .say(words.say("mail-given-say"))
        .place(place, head, words)
}

fn reminder(place: &BookedPlace, head: &Letterhead, words: Words) -> Written {
    Written::about(&words.say("mail-reminder"), &place.session, words)
        .say(words.say("mail-reminder-say"))
        .place(place, head, words)
}

/// How likely a place is, as a family reads it on pages and in mails.
pub(crate) fn chance(chance: Chance, words: Words) -> String {
    words.say(match chance {
        Chance::Good => "mail-chance-good",
        Chance::Some => "mail-chance-some",
        Chance::Small => "mail-chance-small",
    })
}

fn waiting(entry: &Waiting, head: &Letterhead, words: Words) -> Written {
    let mut written = Written::about(&words.say("mail-waiting"), &entry.session, words)
        .say(words.say("mail-waiting-say"))
        .facts(entry.session.facts(words, &entry.children));
    if !entry.or_dates.is_empty() {
        written = written.say(words.say("mail-or-dates"));
        written = written.list(entry.or_dates.iter().map(|when| when.whole(words)));
    }
    written = written.say(chance(entry.chance, words));
    if let Some(position) = entry.position {
        written = written.say(say!(words, "mail-position", n = position));
    }
    written
        .say(words.say("mail-will-write"))
        .go(words.say("mail-see-chance"), head.url(&entry.page))
        .say(words.say("mail-to-leave"))
        .link(words.say("mail-leave"), head.url_at(&entry.page, "leave"))
}

fn offered(offer: &Offer, head: &Letterhead, words: Words) -> Written {
    let until = spoken::moment(words, offer.until);
    let first = say!(words, "mail-offer", until = until.as_str());
    Written::about(&first, &offer.session, words)
        .say(words.say("mail-offer-say"))
        .say(say!(words, "mail-kept-until", until = until))
        .facts(offer.session.facts(words, &offer.children))
        .go(words.say("mail-yes"), head.url(&offer.page))
        .say(words.say("mail-only-yours"))
        .say(words.say("mail-else-gone"))
        .link(words.say("mail-no"), head.url_at(&offer.page, "decline"))
}

fn offer_lapsed(
    session: &SessionFacts,
    until: NaiveDateTime,
    head: &Letterhead,
    words: Words,
) -> Written {
    Written::about(&words.say("mail-lapsed"), session, words)
        .say(say!(words, "mail-lapsed-kept", until = spoken::moment(words, until)))
        .say(words.say("mail-lapsed-say"))
        .say(words.say("mail-not-waiting"))
        .session(session, words)
        .say(words.say("mail-ask-again"))
        .look_or_ring(session, head, words)
}

fn last_call(session: &SessionFacts, page: &Link, head: &Letterhead, words: Words) -> Written {
    Written::about(&words.say("mail-last-call"), session, words)
        .say(words.say("mail-last-call-say"))
        .say(words.say("mail-first-yes"))
        .session(session, words)
        .go(words.say("mail-yes"), head.url(page))
        .say(words.say("mail-not-before-yes"))
}

fn changed(change: &Changed, head: &Letterhead, words: Words) -> Written {
    let session = &change.session;
    let written = Written::about(&words.say("mail-changed"), session, words)
        .say(words.say("mail-changed-say"))
        .list(change.changes.iter().map(|one| change_told(one, session, words)))
        .say(words.say("mail-changed-now"))
        .session(session, words);
    match change.standing {
        MailStanding::Booked => written
            .say(words.say("mail-changed-booked"))
            .go(words.say("mail-add-to-calendar"), head.calendar_url(&change.page))
            .say(words.say("mail-tell-soon"))
            .link(words.say("mail-cancel"), head.url_at(&change.page, "cancel")),
        MailStanding::Waiting => written
            .say(words.say("mail-changed-waiting"))
            .go(words.say("mail-see-chance"), head.url(&change.page))
            .say(words.say("mail-to-leave"))
            .link(words.say("mail-leave"), head.url_at(&change.page, "leave")),
    }
}

fn change_told(change: &SessionChange, session: &SessionFacts, words: Words) -> String {
    match change {
        SessionChange::Time { was } => {
            let (now, was) = times(&session.when, was, words);
            say!(words, "mail-new-time", now = now, was = was)
        }
        SessionChange::Venue { .. } | SessionChange::Room { .. } if session.sensitive => {
            words.say("mail-new-venue-neutral")
        }
        SessionChange::Title { .. } | SessionChange::Bring { .. } | SessionChange::Price { .. }
            if session.sensitive =>
        {
            words.say("mail-new-neutral")
        }
        SessionChange::Venue { was } => {
            say!(words, "mail-new-venue", now = session.venue.as_str(), was = was.as_str())
        }
        SessionChange::Title { was } => {
            say!(words, "mail-new-title", now = session.title.as_str(), was = was.as_str())
        }
        SessionChange::Room { now } => say!(words, "mail-new-room", now = now.as_str()),
        SessionChange::Bring { now } => say!(words, "mail-bring", bring = now.as_str()),
        SessionChange::Price { now } => say!(words, "mail-new-price", now = now.as_str()),
    }
}

/// On one day only the hour is said, unless just the end is new.
fn times(now: &When, was: &When, words: Words) -> (String, String) {
    let is_same_day = now.starts.date() == was.starts.date();
    match is_same_day && now.starts != was.starts {
        true => {
            let hour = |when: &When| spoken::time(words, when.starts.time());
            (hour(now), hour(was))
        }
        false => (now.whole(words), was.whole(words)),
    }
}

fn session_cancelled(
    session: &SessionFacts,
    alternatives: &[Alternative],
    head: &Letterhead,
    words: Words,
) -> Written {
    let (what, day) = (session.title.as_str(), session.when.day(words));
    Written::about(&words.say("mail-off"), session, words)
        .say(match session.sensitive {
            true => words.say("mail-off-neutral"),
            false => say!(words, "mail-off-say", what = what, day = day),
        })
        .say(words.say("mail-off-do-nothing"))
        .session(session, words)
        .instead(session, alternatives, head, words)
}

fn booking_cancelled(gone: &GivenUp, head: &Letterhead, words: Words) -> Written {
    let session = &gone.session;
    let lost = match gone.standing {
        MailStanding::Booked => words.say("mail-gone-place"),
        MailStanding::Waiting => words.say("mail-not-waiting"),
    };
    let written = Written::about(&words.say("mail-gone"), session, words);
    let written = match gone.by {
        CancelledBy::Family => written.say(words.say("mail-gone-by-family")).say(lost),
        CancelledBy::Centre => written
            .say(words.say("mail-gone-by-centre"))
            .say(lost)
            .say(words.say("mail-gone-wrong"))
            .say(ring(session, words)),
    };
    let written = written.session(session, words);
    match &gone.undo {
        Some((until, page)) => written
            .say(say!(words, "mail-undo-until", until = spoken::moment(words, *until)))
            .go(words.say("mail-undo"), head.url(page)),
        None => written,
    }
}

fn line_over(
    session: &SessionFacts,
    alternatives: &[Alternative],
    head: &Letterhead,
    words: Words,
) -> Written {
    Written::about(&words.say("mail-line-over"), session, words)
        .say(words.say("mail-line-over-say"))
        .say(words.say("mail-not-waiting"))
        .session(session, words)
        .instead(session, alternatives, head, words)
}

fn cannot_be_met(entry: &CannotBeMet, head: &Letterhead, words: Words) -> Written {
    let (child, session) = (entry.child.as_str(), &entry.session);
    let why = match entry.unfit {
        NotBookedWhy::TooYoung => say!(words, "mail-unfit-young-say", child = child),
        NotBookedWhy::TooOld => say!(words, "mail-unfit-old-say", child = child),
        NotBookedWhy::Busy => say!(words, "mail-unfit-busy-say", child = child),
    };
    let mut written = unfit_subject(entry, words)
        .say(why)
        .say(match entry.standing {
            MailStanding::Booked => words.say("mail-unfit-booked"),
            MailStanding::Waiting => words.say("mail-unfit-waiting"),
        })
        .session(session, words);
    if let Some(fits) = &entry.fits {
        written = written.say(say!(words, "mail-fits", child = child));
        written = written.others(std::slice::from_ref(fits), head, words);
    }
    written.look_or_ring(session, head, words)
}

fn unfit_subject(entry: &CannotBeMet, words: Words) -> Written {
    let (child, session) = (entry.child.as_str(), &entry.session);
    let what = session.title.as_str();
    if session.sensitive {
        return Written::about(&words.say("mail-unfit-neutral"), session, words);
    }
    Written::new(match entry.unfit {
        NotBookedWhy::TooYoung => say!(words, "mail-too-young", child = child, what = what),
        NotBookedWhy::TooOld => say!(words, "mail-too-old", child = child, what = what),
        NotBookedWhy::Busy => say!(words, "mail-busy", child = child),
    })
}

fn booking_opens(
    (id, session): (&SessionId, &SessionFacts),
    stop: &Link,
    head: &Letterhead,
    words: Words,
) -> Written {
    Written::about(&words.say("mail-open"), session, words)
        .say(words.say("mail-open-say"))
        .session(session, words)
        .go(words.say("mail-book"), head.session_url(id))
        .say(ring(session, words))
        .say(words.say("mail-to-stop"))
        .link(words.say("mail-stop"), head.url(stop))
}
