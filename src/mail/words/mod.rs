//! The words of every message: a subject and a few short blocks, for a reader
//! of nine. A family in line never reads a confirmation's words, and a
//! sensitive session is "your appointment". How blocks look is `render`'s.

mod account;
mod address;
mod birthday;
mod joining;
mod lead;
pub(crate) mod letter;
mod not_coming;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use super::link::Link;
use super::phrases::{
    facts, if_you_cannot_come, in_one_line, instead, look_or_ring, place_facts, ring, subject,
};
use super::{
    BookedPlace, CancelledBy, CannotBeMet, Chance, Changed, MailStanding, Message, NotBookedWhy,
    Offer, Outcome, OutcomeResult, SessionChange, SessionFacts, Waiting, Welcome, spoken,
};
use chrono::NaiveDateTime;
pub use letter::{Block, Letterhead, Written, say};

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
        Message::ConfirmNewAddress { confirm } => address::confirm(confirm, head),
        Message::AddressAsked { centre } => address::asked(centre.as_ref()),
        Message::NotBooked { session, why } => joining::not_booked(session.as_ref(), *why, head),
        Message::Welcome(facts) => welcome(facts, head),
        Message::BirthdayCard(card) => birthday::card(card, head),
        Message::Farewell(farewell) => birthday::farewell(farewell, head),
        Message::NotComing(missed) => not_coming::missed(missed, head),
        Message::PasswordReset { token, until, .. } => account::password_reset(token, *until, head),
        Message::PasswordChanged { at } => account::password_changed(*at, head),
        Message::MailGivenUp { since } => account::mail_given_up(*since, head),
        Message::LeadNamed { name, by, at } => lead::named(name, by.as_deref(), *at),
        Message::Test => account::test(head),
    }
}

fn booked(place: &BookedPlace, head: &Letterhead) -> Written {
    let mut blocks = vec![say(match place.session.sensitive {
        false => "You have a place.",
        true => "You have an appointment.",
    })];
    blocks.extend(place_facts(place));
    blocks.extend(if_you_cannot_come(place, head));
    Written { subject: subject("Booked", &place.session), blocks }
}

fn place_given(place: &BookedPlace, head: &Letterhead) -> Written {
    let mut blocks = vec![say("A place came free. It is yours now.")];
    blocks.extend(place_facts(place));
    blocks.extend(if_you_cannot_come(place, head));
    Written { subject: subject("You have a place", &place.session), blocks }
}

fn reminder(place: &BookedPlace, head: &Letterhead) -> Written {
    let mut blocks = vec![say("We look forward to seeing you.")];
    blocks.extend(place_facts(place));
    blocks.extend(if_you_cannot_come(place, head));
    Written { subject: subject("See you soon", &place.session), blocks }
}

fn waiting(entry: &Waiting, head: &Letterhead) -> Written {
    let mut blocks = vec![
        say("There is no free place just now. You are waiting for one."),
        say("You do not have a place yet."),
    ];
    blocks.extend(facts(&entry.session, &entry.children));
    if !entry.or_dates.is_empty() {
        blocks.push(say("Any of these days will do too:"));
        blocks.push(Block::List(entry.or_dates.iter().map(|when| when.whole()).collect()));
    }
    blocks.push(say(match entry.chance {
        Chance::Good => "Places often come free. You have a good chance.",
        Chance::Some => "A place may come free. We cannot be sure.",
        Chance::Small => "Not many places come free. You may want to look for another day too.",
    }));
    if let Some(position) = entry.position {
        blocks.push(say(format!("You are number {position} in line.")));
    }
    blocks.push(say("We will write to you when there is a place for you."));
    blocks.push(say("Do you not want to wait any more?"));
    blocks.push(Block::Go("Stop waiting", head.url(&entry.leave)));
    Written { subject: subject("You are waiting", &entry.session), blocks }
}

fn offered(offer: &Offer, head: &Letterhead) -> Written {
    let until = spoken::moment(offer.until);
    let mut blocks = vec![
        say("There is a place for you."),
        say(format!("We are keeping it for you until {until}.")),
    ];
    blocks.extend(facts(&offer.session, &offer.children));
    blocks.extend([
        say("Do you want it?"),
        Block::Go("Yes, I want the place", head.url(&offer.accept)),
        Block::Go("No, thank you", head.url(&offer.decline)),
        say("It is only yours when you say yes."),
        say("If we do not hear from you in time, it goes to another family."),
    ]);
    let first = format!("Please answer by {until}");
    Written { subject: subject(&first, &offer.session), blocks }
}

fn offer_lapsed(session: &SessionFacts, until: NaiveDateTime, head: &Letterhead) -> Written {
    let until = spoken::moment(until);
    let mut blocks = vec![
        say(format!("We kept a place for you until {until}.")),
        say("We did not hear from you. So we do not keep it any more."),
        say("You are not waiting any more."),
    ];
    blocks.extend(facts(session, &[]));
    blocks.push(say("Do you still want to come? You can ask again."));
    blocks.extend(look_or_ring(session, head));
    Written { subject: subject("The time to answer is over", session), blocks }
}

fn last_call(session: &SessionFacts, claim: &Link, head: &Letterhead) -> Written {
    let mut blocks = vec![
        say("A place is free, and it starts soon."),
        say("The first family to say yes gets it."),
    ];
    blocks.extend(facts(session, &[]));
    blocks.push(Block::Go("Yes, I want the place", head.url(claim)));
    blocks.push(say("Please do not come before you have said yes here."));
    Written { subject: subject("A place is free now", session), blocks }
}

fn changed(change: &Changed, head: &Letterhead) -> Written {
    let session = &change.session;
    let mut blocks = vec![say("Something has changed. Please read this.")];
    blocks.push(Block::List(change.changes.iter().map(|one| change_told(one, session)).collect()));
    blocks.push(say("This is how it is now:"));
    blocks.extend(facts(session, &[]));
    let (standing, do_it) = match change.standing {
        MailStanding::Booked => {
            ("You still have a place. Can you not come now?", "Cancel my place")
        }
        MailStanding::Waiting => {
            ("You are still waiting. Do you not want to any more?", "Stop waiting")
        }
    };
    blocks.push(say(standing));
    blocks.push(Block::Go(do_it, head.url(&change.give_up)));
    Written { subject: subject("There is a change", session), blocks }
}

fn change_told(change: &SessionChange, session: &SessionFacts) -> String {
    if session.sensitive {
        return match change {
            SessionChange::Time { was } => format!("The time is new. It was {}.", was.whole()),
            SessionChange::Venue { .. } | SessionChange::Room { .. } => {
                "The place is new. Please phone us to hear where.".to_owned()
            }
            SessionChange::Title { .. }
            | SessionChange::Bring { .. }
            | SessionChange::Price { .. } => {
                "Some details are new. Please phone us to hear more.".to_owned()
            }
        };
    }
    match change {
        SessionChange::Time { was } => format!("The time is new. It was {}.", was.whole()),
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
    let mut blocks = vec![
        say("We are sorry. This will not happen."),
        say("Please do not come. You do not need to do anything."),
    ];
    blocks.extend(facts(session, &[]));
    blocks.extend(instead(session, alternatives, head));
    Written { subject: subject("Cancelled", session), blocks }
}

fn booking_cancelled(session: &SessionFacts, standing: MailStanding, by: CancelledBy) -> Written {
    let mut blocks = vec![say(match by {
        CancelledBy::Family => "You told us that you do not want to come. Thank you.",
        CancelledBy::Centre => "We have cancelled this for you.",
    })];
    blocks.push(say(match standing {
        MailStanding::Booked => "You do not have a place any more.",
        MailStanding::Waiting => "You are not waiting any more.",
    }));
    if by == CancelledBy::Centre {
        blocks.push(say(format!("Is that wrong? {}", ring(session))));
    }
    blocks.extend(facts(session, &[]));
    Written { subject: subject("You are not coming", session), blocks }
}

fn line_over(session: &SessionFacts, alternatives: &[SessionFacts], head: &Letterhead) -> Written {
    let mut blocks = vec![
        say("We are sorry. No place came free for you in time."),
        say("You are not waiting any more."),
    ];
    blocks.extend(facts(session, &[]));
    blocks.extend(instead(session, alternatives, head));
    Written { subject: subject("The wait is over", session), blocks }
}

fn cannot_be_met(entry: &CannotBeMet, head: &Letterhead) -> Written {
    let child = &entry.child;
    let why = match entry.unfit {
        NotBookedWhy::TooYoung => format!("{child} will be too young on that day."),
        NotBookedWhy::TooOld => format!("{child} will be too old on that day."),
        NotBookedWhy::Busy => format!("{child} is somewhere else at that time."),
    };
    let mut blocks = vec![
        say(format!("We are sorry. {why}")),
        say(match entry.standing {
            MailStanding::Booked => "So you do not have a place any more.",
            MailStanding::Waiting => "So you are not waiting any more.",
        }),
    ];
    blocks.extend(facts(&entry.session, &[]));
    if let Some(fits) = &entry.fits {
        blocks.push(say(format!("This would be right for {child}:")));
        blocks.push(Block::List(vec![in_one_line(fits)]));
    }
    blocks.extend(look_or_ring(&entry.session, head));
    Written { subject: subject("Not right for your child", &entry.session), blocks }
}

fn outcome_told(outcome: &Outcome) -> Written {
    let on = spoken::day(outcome.referred_on);
    let result = match outcome.result {
        OutcomeResult::PlaceGiven => "The family was given a place.",
        OutcomeResult::NoPlace => "There was no place for the family in time.",
        OutcomeResult::NotTaken => "The family did not take up a place.",
        OutcomeResult::Came => "The family was given a place and came.",
        OutcomeResult::DidNotCome => "The family was given a place and did not come.",
    };
    let mut blocks = vec![
        say(format!("This is what became of your referral of {on}.")),
        say(result),
        Block::Facts(vec![("Reference", outcome.reference.clone())]),
    ];
    blocks.extend(facts(&outcome.session, &[]));
    Written { subject: format!("Your referral of {on}"), blocks }
}

fn booking_opens(session: &SessionFacts, stop: &Link, head: &Letterhead) -> Written {
    let mut blocks = vec![say("You asked us to tell you. You can book now.")];
    blocks.extend(facts(session, &[]));
    blocks.extend(look_or_ring(session, head));
    blocks.push(say("Do you not want these messages?"));
    blocks.push(Block::Go("Stop these messages", head.url(stop)));
    Written { subject: subject("Booking is open", session), blocks }
}

fn welcome(facts: &Welcome, head: &Letterhead) -> Written {
    let us = &head.organisation;
    let mut known = vec![("Your number", facts.number.clone())];
    known.extend(facts.centre.clone().map(|centre| ("Your centre", centre)));
    known.extend(facts.phone.clone().map(|phone| ("Phone", phone)));
    let mut blocks = vec![
        say("Every family with a child under five can be a member."),
        say("It is free, and you are one now."),
        Block::Facts(known),
    ];
    if let Some(from) = &facts.from {
        blocks.push(say(format!("{from} told us about your family.")));
    }
    blocks.extend(facts.notice.iter().map(say));
    blocks.extend([
        Block::Go("See what's on", head.whats_on()),
        say("Do you not want to be a member? You can say no here."),
        Block::Go("I do not want to be a member", head.family_url(&facts.say_no)),
        say("You can still book and come. You can say no at any time."),
    ]);
    Written { subject: format!("You are a member of {us}"), blocks }
}
