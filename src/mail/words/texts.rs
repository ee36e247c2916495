//! The words of text messages: who sends it, what it is about, when, and where to go. A telephone
//! lies about and is shared: no text holds a child's name, nor what a private session is called.

use super::Letterhead;
use crate::mail::MailStanding::{self, Booked, Waiting};
use crate::mail::parts::plainer;
use crate::mail::spoken::{self, When};
use crate::mail::{
    BookedPlace, CentreFacts, Changed, GivenUp, Message, Offer, SessionFacts, TextReply,
};
use crate::words::{Words, say};
use chrono::NaiveDateTime;

/// Whether what a family answers to a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    Read,
    NotRead,
}

/// A message as a text; `None` for one that never goes as a text.
pub(crate) fn text(
    message: &Message,
    head: &Letterhead,
    answers: Answers,
    words: Words,
) -> Option<String> {
    let from = head.organisation.as_str();
    let whats_on = head.whats_on();
    let said = match message {
        Message::SignInCode { code, .. } => {
            say!(words, "text-code", from = from, code = code.as_str())
        }
        Message::ConfirmJoin { code, .. } => {
            let (first, last) = code.split_at_checked(4).unwrap_or((code, ""));
            say!(words, "text-join", from = from, code = format!("{first} {last}"))
        }
        Message::Booked(place) => placed("text-booked", place, head, words),
        Message::PlaceGiven(place) => placed("text-given", place, head, words),
        Message::Reminder(place) => placed("text-reminder", place, head, words),
        Message::Waiting(entry) => {
            let link = head.short_url(&entry.page);
            about("text-waiting", (&entry.session, Waiting), from, &link, words)
        }
        Message::Offer(offer) => offered(offer, head, answers, words),
        Message::OfferLapsed { session, .. } => {
            about("text-lapsed", (session, Waiting), from, &whats_on, words)
        }
        Message::LastCall { session, page, .. } => {
            about("text-last-call", (session, Waiting), from, &head.short_url(page), words)
        }
        Message::LineOver { session, .. } => {
            about("text-line-over", (session, Waiting), from, &whats_on, words)
        }
        Message::Changed(change) => changed(change, head, words),
        Message::SessionCancelled { session, calendar, .. } => match calendar {
            Some(_) => about("text-off", (session, Booked), from, &whats_on, words),
            None => about("text-off", (session, Waiting), from, &whats_on, words),
        },
        Message::BookingCancelled(gone) => given_up(gone, head, words),
        Message::CannotBeMet(entry) => {
            let (what, when) = called(&entry.session, entry.standing, words);
            let ask = ask(entry.session.phone.as_deref(), words);
            say!(words, "text-unfit", from = from, what = what, when = when, ask = ask)
        }
        Message::BookingOpens { id, session, stop } => {
            let open = about("text-open", (session, Waiting), from, &head.session_url(id), words);
            format!("{open} {}", stopped_by(answers, || head.short_url(stop), words))
        }
        Message::BirthdayCard(card) => {
            let said = say!(words, "text-card", from = from, link = whats_on);
            format!("{said} {}", stopped_by(answers, || head.family_url(&card.stop), words))
        }
        Message::Farewell(_) => say!(words, "text-farewell", from = from),
        Message::NotComing(missed) => {
            say!(
                words,
                "text-missed",
                from = from,
                ask = ask(missed.centre.phone.as_deref(), words)
            )
        }
        Message::Joined { say_no } => {
            say!(words, "text-joined", from = from, link = head.family_url(say_no))
        }
        Message::NotBooked { .. } => {
            say!(words, "text-not-booked", from = from, link = whats_on)
        }
        Message::TextReply(answer) => reply(answer, head, words),
        Message::Test => say!(words, "text-test", from = from),
        // To people at work, about an address of mail, or with a yes for mail alone.
        Message::Outcome(_)
        | Message::WindowsDigest(_)
        | Message::WindowOpens { .. }
        | Message::ConfirmAddress { .. }
        | Message::ConfirmNewAddress { .. }
        | Message::AddressAsked { .. }
        | Message::Welcome(_)
        | Message::PasswordReset { .. }
        | Message::PasswordChanged { .. }
        | Message::MailGivenUp { .. }
        | Message::LeadNamed { .. }
        | Message::Feedback(_)
        | Message::ConcernWritten { .. } => return None,
    };
    Some(plainer(&said))
}

/// What we say to a text that came in.
pub(super) fn reply(reply: &TextReply, head: &Letterhead, words: Words) -> String {
    let (from, whats_on) = (head.organisation.as_str(), head.whats_on());
    match reply {
        TextReply::Which { pages } => {
            let links: Vec<String> = pages.iter().map(|page| head.short_url(page)).collect();
            say!(words, "text-which", from = from, links = links.join(" "))
        }
        TextReply::Nothing => say!(words, "text-nothing", from = from, link = whats_on),
        TextReply::TooLate => say!(words, "text-too-late", from = from, link = whats_on),
        TextReply::NoPlace { centre } => {
            say!(words, "text-no-place", from = from, ask = ask_at(centre.as_ref(), words))
        }
        TextReply::Declined => say!(words, "text-declined", from = from),
        TextReply::Stopped => say!(words, "text-stopped", from = from),
        TextReply::NotRead { centre } => {
            say!(words, "text-not-read", from = from, ask = ask_at(centre.as_ref(), words))
        }
    }
}

/// What, and when. A private session is an appointment to whom has one, else it is at its centre.
fn called(session: &SessionFacts, standing: MailStanding, words: Words) -> (String, String) {
    let what = match (session.sensitive, standing) {
        (true, Booked) => words.say("text-appointment"),
        (true, Waiting) | (false, _) => session.name().to_owned(),
    };
    (what, when(&session.when, words))
}

fn when(when: &When, words: Words) -> String {
    let time = spoken::time(words, when.starts.time());
    say!(words, "text-when", day = when.day(words), time = time)
}

fn about(
    key: &str,
    (session, standing): (&SessionFacts, MailStanding),
    from: &str,
    link: &str,
    words: Words,
) -> String {
    let (what, when) = called(session, standing, words);
    say!(words, key, from = from, what = what, when = when, link = link)
}

fn placed(key: &str, place: &BookedPlace, head: &Letterhead, words: Words) -> String {
    let link = head.short_url(&place.page);
    about(key, (&place.session, Booked), head.organisation.as_str(), &link, words)
}

fn offered(offer: &Offer, head: &Letterhead, answers: Answers, words: Words) -> String {
    let key = match answers {
        Answers::Read => "text-offer-answer",
        Answers::NotRead => "text-offer",
    };
    let (what, when) = called(&offer.session, Waiting, words);
    let until = until(offer.until, words);
    let (from, link) = (head.organisation.as_str(), head.short_url(&offer.page));
    say!(words, key, from = from, what = what, when = when, until = until, link = link)
}

fn until(at: NaiveDateTime, words: Words) -> String {
    spoken::moment(words, at)
}

fn changed(change: &Changed, head: &Letterhead, words: Words) -> String {
    let (what, when) = called(&change.session, change.standing, words);
    let (from, link) = (head.organisation.as_str(), head.short_url(&change.page));
    match change.session.sensitive {
        true => {
            say!(words, "text-changed-private", from = from, what = what, when = when, link = link)
        }
        false => {
            let venue = change.session.venue.as_str();
            say!(
                words,
                "text-changed",
                from = from,
                what = what,
                when = when,
                place = venue,
                link = link
            )
        }
    }
}

fn given_up(gone: &GivenUp, head: &Letterhead, words: Words) -> String {
    let (what, when) = called(&gone.session, gone.standing, words);
    let from = head.organisation.as_str();
    match &gone.undo {
        Some((_, page)) => {
            let link = head.short_url(page);
            say!(words, "text-gone", from = from, what = what, when = when, link = link)
        }
        None => {
            let ask = ask(gone.session.phone.as_deref(), words);
            say!(words, "text-gone-ring", from = from, what = what, when = when, ask = ask)
        }
    }
}

fn stopped_by(answers: Answers, url: impl FnOnce() -> String, words: Words) -> String {
    match answers {
        Answers::Read => words.say("text-stop"),
        Answers::NotRead => say!(words, "text-stop-link", link = url()),
    }
}

fn ask_at(centre: Option<&CentreFacts>, words: Words) -> String {
    ask(centre.and_then(|centre| centre.phone.as_deref()), words)
}

fn ask(phone: Option<&str>, words: Words) -> String {
    match phone {
        Some(phone) => say!(words, "text-ring", phone = phone),
        None => words.say("text-ask"),
    }
}

#[cfg(test)]
mod tests;
