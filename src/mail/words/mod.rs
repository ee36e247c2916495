//! The words of every message: a subject and a few short blocks, for a reader
//! of nine. A family in line never reads a confirmation's words, and a
//! sensitive session is "your appointment". How blocks look is `render`'s.

mod account;
mod birthday;
mod joining;
pub(crate) mod letter;
mod not_coming;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use super::phrases::ring;
use super::{
    BookedPlace, CancelledBy, CannotBeMet, Chance, Changed, GivenUp, MailStanding, Message,
    NotBookedWhy, Offer, Outcome, OutcomeResult, SessionChange, SessionFacts, Waiting, Welcome,
    spoken,
};
use crate::base::id::SessionId;
use crate::mail::link::Link;
use crate::mail::{Alternative, spoken::When};
use crate::words::{Words, say};
use chrono::NaiveDateTime;
pub use letter::{Block, Letterhead, Written};

/// Puts a message into words.
pub fn write(message: &Message, head: &Letterhead) -> Written {
    let words = Words::english();
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
        Message::Outcome(outcome) => outcome_told(outcome),
        Message::BookingOpens { id, session, stop } => {
            booking_opens((id, session), stop, head, words)
        }
        Message::ConfirmJoin { link, code } => joining::confirm(link, code, head),
        Message::Joined { say_no } => joining::joined(say_no, head, words),
        Message::ConfirmAddress { confirm } => joining::address(confirm, head),
        Message::ConfirmNewAddress { confirm } => account::confirm_address(confirm, head),
        Message::AddressAsked { centre } => account::address_asked(centre.as_ref()),
        Message::NotBooked { session, why } => {
            joining::not_booked(session.as_ref(), *why, head, words)
        }
        Message::Welcome(facts) => welcome(facts, head, words),
        Message::BirthdayCard(card) => birthday::card(card, head, words),
        Message::Farewell(farewell) => birthday::farewell(farewell, head, words),
        Message::NotComing(missed) => not_coming::missed(missed, head, words),
        Message::PasswordReset { token, until, .. } => account::password_reset(token, *until, head),
        Message::SignInCode { token, code, .. } => account::sign_in_code(token, code, head),
        Message::PasswordChanged { at } => account::password_changed(*at, head),
        Message::MailGivenUp { since } => account::mail_given_up(*since, head),
        Message::LeadNamed { name, by, at } => account::lead_named(name, by.as_deref(), *at),
        Message::Test => account::test(head),
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
        .facts(entry.session.facts(&entry.children));
    if !entry.or_dates.is_empty() {
        written = written.say(words.say("mail-or-dates"));
        written = written.list(entry.or_dates.iter().map(|when| when.whole()));
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
    let until = spoken::moment(offer.until);
    let first = say!(words, "mail-offer", until = until.as_str());
    Written::about(&first, &offer.session, words)
        .say(words.say("mail-offer-say"))
        .say(say!(words, "mail-kept-until", until = until))
        .facts(offer.session.facts(&offer.children))
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
        .say(say!(words, "mail-lapsed-kept", until = spoken::moment(until)))
        .say(words.say("mail-lapsed-say"))
        .say(words.say("mail-not-waiting"))
        .session(session)
        .say(words.say("mail-ask-again"))
        .look_or_ring(session, head, words)
}

fn last_call(session: &SessionFacts, page: &Link, head: &Letterhead, words: Words) -> Written {
    Written::about(&words.say("mail-last-call"), session, words)
        .say(words.say("mail-last-call-say"))
        .say(words.say("mail-first-yes"))
        .session(session)
        .go(words.say("mail-yes"), head.url(page))
        .say(words.say("mail-not-before-yes"))
}

fn changed(change: &Changed, head: &Letterhead, words: Words) -> Written {
    let session = &change.session;
    let written = Written::about(&words.say("mail-changed"), session, words)
        .say(words.say("mail-changed-say"))
        .list(change.changes.iter().map(|one| change_told(one, session, words)))
        .say(words.say("mail-changed-now"))
        .session(session);
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
            let (now, was) = times(&session.when, was);
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
fn times(now: &When, was: &When) -> (String, String) {
    let is_same_day = now.starts.date() == was.starts.date();
    match is_same_day && now.starts != was.starts {
        true => (spoken::time(now.starts.time()), spoken::time(was.starts.time())),
        false => (now.whole(), was.whole()),
    }
}

fn session_cancelled(
    session: &SessionFacts,
    alternatives: &[Alternative],
    head: &Letterhead,
    words: Words,
) -> Written {
    let (what, day) = (session.title.as_str(), session.when.on_day());
    Written::about(&words.say("mail-off"), session, words)
        .say(match session.sensitive {
            true => words.say("mail-off-neutral"),
            false => say!(words, "mail-off-say", what = what, day = day),
        })
        .say(words.say("mail-off-do-nothing"))
        .session(session)
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
            .say(format!("{} {}", words.say("mail-gone-wrong"), ring(session, words))),
    };
    let written = written.session(session);
    match &gone.undo {
        Some((until, page)) => written
            .say(say!(words, "mail-undo-until", until = spoken::moment(*until)))
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
        .session(session)
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
        .session(session);
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

fn outcome_told(outcome: &Outcome) -> Written {
    let on = spoken::day(outcome.referred_on);
    Written::new(format!("Your referral of {on}"))
        .say(format!("This is what became of your referral of {on}."))
        .say(match outcome.result {
            OutcomeResult::PlaceGiven => "The family was given a place.",
            OutcomeResult::NoPlace => "There was no place for the family in time.",
            OutcomeResult::NotTaken => "The family did not take up a place.",
            OutcomeResult::Came => "The family was given a place and came.",
            OutcomeResult::DidNotCome => "The family was given a place and did not come.",
        })
        .facts(vec![("Reference".to_owned(), outcome.reference.clone())])
        .session(&outcome.session)
}

fn booking_opens(
    (id, session): (&SessionId, &SessionFacts),
    stop: &Link,
    head: &Letterhead,
    words: Words,
) -> Written {
    Written::about(&words.say("mail-open"), session, words)
        .say(words.say("mail-open-say"))
        .session(session)
        .go(words.say("mail-book"), head.session_url(id))
        .say(ring(session, words))
        .say(words.say("mail-to-stop"))
        .link(words.say("mail-stop"), head.url(stop))
}

fn welcome(facts: &Welcome, head: &Letterhead, words: Words) -> Written {
    let mut known = vec![("Your number".to_owned(), facts.number.clone())];
    known.extend(facts.centre.clone().map(|centre| ("Your centre".to_owned(), centre)));
    known.extend(facts.phone.clone().map(|phone| ("Phone".to_owned(), phone)));
    let mut written = Written::new(format!("You are a member of {}", head.organisation))
        .say("Every family with a child under five can be a member.")
        .say("It is free, and you are one now.")
        .facts(known);
    if let Some(from) = &facts.from {
        written = written.say(format!("{from} told us about your family."));
    }
    facts
        .notice
        .iter()
        .fold(written, Written::say)
        .whats_on(head, words)
        .say("Do you not want to be a member? You can say no here.")
        .link("I do not want to be a member", head.family_url(&facts.say_no))
        .say("You can still book and come. You can say no at any time.")
}
