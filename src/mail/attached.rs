//! What goes with a letter besides its words: the file for a calendar, and where its reader says
//! that such letters shall stop. A sensitive session has no name and no address in a calendar, as
//! it has none in a letter.

use super::calendar::{CalendarEvent, calendar};
use super::phrases::place_of;
use super::words::Letterhead;
use super::{CalendarFacts, Message, SessionFacts};
use crate::words::{Words, say};

/// A file that puts something into a calendar, or takes it off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    pub text: String,
    pub is_off: bool,
}

/// A place as a calendar shows it.
pub(crate) struct Entry<'a> {
    pub session: &'a SessionFacts,
    pub facts: &'a CalendarFacts,
    pub bring: Option<&'a str>,
    pub url: Option<String>,
    pub cancelled: bool,
}

impl Entry<'_> {
    /// One event for each date.
    pub(crate) fn events(&self, words: Words) -> Vec<CalendarEvent> {
        let session = self.session;
        let (title, place) = match session.sensitive {
            true => (words.say("mail-calendar-neutral"), session.centre.clone()),
            false => (session.title.clone(), place_of(session)),
        };
        let about = self.about(words);
        let dates = self.facts.dates.iter();
        dates
            .map(|date| CalendarEvent {
                uid: date.uid.clone(),
                sequence: self.facts.sequence,
                stamp: self.facts.stamp,
                starts: date.starts,
                ends: date.ends,
                title: title.clone(),
                place: place.clone(),
                about: about.clone(),
                url: self.url.clone(),
                cancelled: self.cancelled,
            })
            .collect()
    }

    fn about(&self, words: Words) -> Option<String> {
        let bring = self.bring.filter(|_| !self.session.sensitive);
        let bring = bring.map(|bring| say!(words, "mail-bring", bring = bring));
        let phone = self.session.phone.as_ref();
        let phone = phone.map(|phone| say!(words, "mail-calendar-phone", phone = phone.as_str()));
        let lines: Vec<String> = bring.into_iter().chain(phone).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// The file of this place alone.
    pub(crate) fn file(&self, words: Words) -> CalendarFile {
        CalendarFile { text: calendar("", &self.events(words)), is_off: self.cancelled }
    }
}

/// The file that goes with a letter.
pub(super) fn file(message: &Message, words: Words, head: &Letterhead) -> Option<CalendarFile> {
    let entry = match message {
        Message::Booked(place) | Message::PlaceGiven(place) => Entry {
            bring: place.bring.as_deref(),
            ..on(&place.session, place.calendar.as_ref()?, head.url(&place.page))
        },
        Message::Changed(change) => {
            on(&change.session, change.calendar.as_ref()?, head.url(&change.page))
        }
        Message::SessionCancelled { session, calendar, .. } => off(session, calendar.as_ref()?),
        Message::BookingCancelled(gone) => off(&gone.session, gone.calendar.as_ref()?),
        Message::CannotBeMet(gone) => off(&gone.session, gone.calendar.as_ref()?),
        _ => return None,
    };
    Some(entry.file(words))
}

fn on<'a>(session: &'a SessionFacts, facts: &'a CalendarFacts, url: String) -> Entry<'a> {
    Entry { session, facts, bring: None, url: Some(url), cancelled: false }
}

fn off<'a>(session: &'a SessionFacts, facts: &'a CalendarFacts) -> Entry<'a> {
    Entry { session, facts, bring: None, url: None, cancelled: true }
}

/// Where one press stops letters of this kind: only those that need their reader's yes have one.
pub(super) fn stop(message: &Message, head: &Letterhead) -> Option<String> {
    match message {
        Message::BookingOpens { stop, .. } => Some(format!("{}/stop", head.url(stop))),
        Message::BirthdayCard(card) => Some(head.family_url(&card.stop)),
        Message::Feedback(asked) => Some(head.family_url(&asked.stop)),
        _ => None,
    }
}
