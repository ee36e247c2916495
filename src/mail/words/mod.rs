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

use super::link::Link;
use super::phrases::{in_one_line, ring};
use super::{
    BookedPlace, CancelledBy, CannotBeMet, Chance, Changed, MailStanding, Message, NotBookedWhy,
    Offer, Outcome, OutcomeResult, SessionChange, SessionFacts, Waiting, Welcome, spoken,
};
use chrono::NaiveDateTime;
pub use letter::{Block, Letterhead, Written};

/// Puts a message into words.
pub fn write(message: &Message, head: &Letterhead) -> Written {
    match message {
        Message::Booked(place) => booked(place, head),
        Message::PlaceGiven(place) => place_given(place, head),
        Message::Reminder(place) => reminder(place, head),
        Message::Waiting(entry) => waiting(entry, head),
        Message::Offer(offer) => offered(offer, head),
        Message::OfferLapsed { session, until } => offer_lapsed(session, *until, head),
        Message::LastCall { session, claim } => last_call(session, claim, head),
        Message::Changed(change) => changed(change, head),
        Message::SessionCancelled { session, alternatives } => {
            session_cancelled(session, alternatives, head)
        }
        Message::BookingCancelled { session, standing, by } => {
            booking_cancelled(session, *standing, *by)
        }
        Message::LineOver { session, alternatives } => line_over(session, alternatives, head),
        Message::CannotBeMet(entry) => cannot_be_met(entry, head),
        Message::Outcome(outcome) => outcome_told(outcome),
        Message::BookingOpens { session, stop } => booking_opens(session, stop, head),
        Message::ConfirmJoin { link, code } => joining::confirm(link, code, head),
        Message::Joined { say_no } => joining::joined(say_no, head),
        Message::ConfirmAddress { confirm } => joining::address(confirm, head),
        Message::ConfirmNewAddress { confirm } => account::confirm_address(confirm, head),
        Message::AddressAsked { centre } => account::address_asked(centre.as_ref()),
        Message::NotBooked { session, why } => joining::not_booked(session.as_ref(), *why, head),
        Message::Welcome(facts) => welcome(facts, head),
        Message::BirthdayCard(card) => birthday::card(card, head),
        Message::Farewell(farewell) => birthday::farewell(farewell, head),
        Message::NotComing(missed) => not_coming::missed(missed, head),
        Message::PasswordReset { token, until, .. } => account::password_reset(token, *until, head),
        Message::SignInCode { token, code, .. } => account::sign_in_code(token, code, head),
        Message::PasswordChanged { at } => account::password_changed(*at, head),
        Message::MailGivenUp { since } => account::mail_given_up(*since, head),
        Message::LeadNamed { name, by, at } => account::lead_named(name, by.as_deref(), *at),
        Message::Test => account::test(head),
    }
}

fn booked(place: &BookedPlace, head: &Letterhead) -> Written {
    let what = if place.session.sensitive { "an appointment" } else { "a place" };
    Written::about("Booked", &place.session).say(format!("You have {what}.")).place(place, head)
}

fn place_given(place: &BookedPlace, head: &Letterhead) -> Written {
    Written::about("You have a place", &place.session)
        .say("A place came free. It is yours now.")
        .place(place, head)
}

fn reminder(place: &BookedPlace, head: &Letterhead) -> Written {
    Written::about("See you soon", &place.session)
        .say("We look forward to seeing you.")
        .place(place, head)
}

fn waiting(entry: &Waiting, head: &Letterhead) -> Written {
    let mut written = Written::about("You are waiting", &entry.session)
        .say("There is no free place just now. You are waiting for one.")
        .say("You do not have a place yet.")
        .facts(entry.session.facts(&entry.children));
    if !entry.or_dates.is_empty() {
        written = written.say("Any of these days will do too:");
        written = written.list(entry.or_dates.iter().map(|when| when.whole()));
    }
    written = written.say(match entry.chance {
        Chance::Good => "Places often come free. You have a good chance.",
        Chance::Some => "A place may come free. We cannot be sure.",
        Chance::Small => "Not many places come free. You may want to look for another day too.",
    });
    if let Some(position) = entry.position {
        written = written.say(format!("You are number {position} in line."));
    }
    written
        .say("We will write to you when there is a place for you.")
        .say("Do you not want to wait any more?")
        .go("Stop waiting", head.url(&entry.leave))
}

fn offered(offer: &Offer, head: &Letterhead) -> Written {
    let until = spoken::moment(offer.until);
    Written::about(&format!("Please answer by {until}"), &offer.session)
        .say("There is a place for you.")
        .say(format!("We are keeping it for you until {until}."))
        .facts(offer.session.facts(&offer.children))
        .say("Do you want it?")
        .go("Yes, I want the place", head.url(&offer.accept))
        .go("No, thank you", head.url(&offer.decline))
        .say("It is only yours when you say yes.")
        .say("If we do not hear from you in time, it goes to another family.")
}

fn offer_lapsed(session: &SessionFacts, until: NaiveDateTime, head: &Letterhead) -> Written {
    let until = spoken::moment(until);
    Written::about("The time to answer is over", session)
        .say(format!("We kept a place for you until {until}."))
        .say("We did not hear from you. So we do not keep it any more.")
        .say("You are not waiting any more.")
        .session(session)
        .say("Do you still want to come? You can ask again.")
        .look_or_ring(session, head)
}

fn last_call(session: &SessionFacts, claim: &Link, head: &Letterhead) -> Written {
    Written::about("A place is free now", session)
        .say("A place is free, and it starts soon.")
        .say("The first family to say yes gets it.")
        .session(session)
        .go("Yes, I want the place", head.url(claim))
        .say("Please do not come before you have said yes here.")
}

fn changed(change: &Changed, head: &Letterhead) -> Written {
    let session = &change.session;
    let (standing, do_it) = match change.standing {
        MailStanding::Booked => {
            ("You still have a place. Can you not come now?", "Cancel my place")
        }
        MailStanding::Waiting => {
            ("You are still waiting. Do you not want to any more?", "Stop waiting")
        }
    };
    Written::about("There is a change", session)
        .say("Something has changed. Please read this.")
        .list(change.changes.iter().map(|one| change_told(one, session)))
        .say("This is how it is now:")
        .session(session)
        .say(standing)
        .go(do_it, head.url(&change.give_up))
}

fn change_told(change: &SessionChange, session: &SessionFacts) -> String {
    match change {
        SessionChange::Time { was } => format!("The time is new. It was {}.", was.whole()),
        SessionChange::Venue { .. } | SessionChange::Room { .. } if session.sensitive => {
            "The place is new. Please phone us to hear where.".to_owned()
        }
        SessionChange::Title { .. } | SessionChange::Bring { .. } | SessionChange::Price { .. }
            if session.sensitive =>
        {
            "Some details are new. Please phone us to hear more.".to_owned()
        }
        SessionChange::Venue { was } => format!("The place is new. It was {was}."),
        SessionChange::Title { was } => format!("The name is new. It was {was}."),
        SessionChange::Room { now } => format!("The room is now {now}."),
        SessionChange::Bring { now } => format!("Please bring: {now}."),
        SessionChange::Price { now } => format!("The price is now {now}."),
    }
}

fn session_cancelled(
    session: &SessionFacts,
    alternatives: &[SessionFacts],
    head: &Letterhead,
) -> Written {
    Written::about("Cancelled", session)
        .say("We are sorry. This will not happen.")
        .say("Please do not come. You do not need to do anything.")
        .session(session)
        .instead(session, alternatives, head)
}

fn booking_cancelled(session: &SessionFacts, standing: MailStanding, by: CancelledBy) -> Written {
    let gone = match standing {
        MailStanding::Booked => "You do not have a place any more.",
        MailStanding::Waiting => "You are not waiting any more.",
    };
    let written = Written::about("You are not coming", session);
    let written = match by {
        CancelledBy::Family => {
            written.say("You told us that you do not want to come. Thank you.").say(gone)
        }
        CancelledBy::Centre => written
            .say("We have cancelled this for you.")
            .say(gone)
            .say(format!("Is that wrong? {}", ring(session))),
    };
    written.session(session)
}

fn line_over(session: &SessionFacts, alternatives: &[SessionFacts], head: &Letterhead) -> Written {
    Written::about("The wait is over", session)
        .say("We are sorry. No place came free for you in time.")
        .say("You are not waiting any more.")
        .session(session)
        .instead(session, alternatives, head)
}

fn cannot_be_met(entry: &CannotBeMet, head: &Letterhead) -> Written {
    let child = &entry.child;
    let why = match entry.unfit {
        NotBookedWhy::TooYoung => format!("{child} will be too young on that day."),
        NotBookedWhy::TooOld => format!("{child} will be too old on that day."),
        NotBookedWhy::Busy => format!("{child} is somewhere else at that time."),
    };
    let mut written = Written::about("Not right for your child", &entry.session)
        .say(format!("We are sorry. {why}"))
        .say(match entry.standing {
            MailStanding::Booked => "So you do not have a place any more.",
            MailStanding::Waiting => "So you are not waiting any more.",
        })
        .session(&entry.session);
    if let Some(fits) = &entry.fits {
        written = written.say(format!("This would be right for {child}:"));
        written = written.list([in_one_line(fits)].into_iter());
    }
    written.look_or_ring(&entry.session, head)
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
        .facts(vec![("Reference", outcome.reference.clone())])
        .session(&outcome.session)
}

fn booking_opens(session: &SessionFacts, stop: &Link, head: &Letterhead) -> Written {
    Written::about("Booking is open", session)
        .say("You asked us to tell you. You can book now.")
        .session(session)
        .look_or_ring(session, head)
        .say("Do you not want these messages?")
        .go("Stop these messages", head.url(stop))
}

fn welcome(facts: &Welcome, head: &Letterhead) -> Written {
    let mut known = vec![("Your number", facts.number.clone())];
    known.extend(facts.centre.clone().map(|centre| ("Your centre", centre)));
    known.extend(facts.phone.clone().map(|phone| ("Phone", phone)));
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
        .whats_on(head)
        .say("Do you not want to be a member? You can say no here.")
        .go("I do not want to be a member", head.family_url(&facts.say_no))
        .say("You can still book and come. You can say no at any time.")
}
