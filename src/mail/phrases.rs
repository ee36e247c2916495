//! The phrases that messages share: what a session is called, its facts, how to
//! give up a place, what to do instead. Here a sensitive session loses its
//! title, its venue and the names of the children.

use super::words::{Letterhead, Written};
use super::{Alternative, AlternativeState, BookedPlace, SessionFacts, spoken};
use crate::words::{Words, say};

impl SessionFacts {
    /// Labels and what they are, as the family may see them anywhere.
    pub fn facts(&self, words: Words, children: &[String]) -> Vec<(String, String)> {
        let mut facts = vec![(words.say("mail-when"), self.when.whole(words))];
        if self.sensitive {
            facts.push((words.say("mail-where"), self.centre.clone()));
        } else {
            facts.insert(0, (words.say("mail-what"), self.title.clone()));
            facts.push((words.say("mail-where"), place_of(self)));
            if !children.is_empty() {
                facts.push((words.say("mail-for"), words.list(children)));
            }
        }
        if let Some(phone) = &self.phone {
            facts.push((words.say("mail-phone"), phone.clone()));
        }
        facts
    }

    /// What it may be called anywhere.
    pub(crate) fn name(&self) -> &str {
        if self.sensitive { &self.centre } else { &self.title }
    }
}

impl Written {
    /// "Booked: Stay and Play on Tuesday 3 June".
    pub(crate) fn about(first: &str, session: &SessionFacts, words: Words) -> Written {
        let (what, day) = (session.name(), session.when.day(words));
        let subject = say!(words, "mail-subject", first = first, what = what, day = day);
        Written { brief: Some(first.to_owned()), ..Written::new(subject) }
    }

    pub(crate) fn session(self, session: &SessionFacts, words: Words) -> Written {
        self.facts(session.facts(words, &[]))
    }

    /// What a family with a place should know, and how it gives the place up.
    pub(crate) fn place(self, place: &BookedPlace, head: &Letterhead, words: Words) -> Written {
        let mut written = self.facts(place.session.facts(words, &place.children));
        if !place.more_dates.is_empty() {
            written = written.say(words.say("mail-more-dates"));
            written = written.list(place.more_dates.iter().map(|when| when.whole(words)));
        }
        if let (Some(bring), false) = (&place.bring, place.session.sensitive) {
            written = written.say(say!(words, "mail-bring", bring = bring.as_str()));
        }
        written
            .go(words.say("mail-add-to-calendar"), head.calendar_url(&place.page))
            .say(match place.cancel_by {
                Some(by) => say!(words, "mail-tell-by", by = spoken::moment(words, by)),
                None => words.say("mail-tell-soon"),
            })
            .say(words.say("mail-for-another"))
            .link(words.say("mail-cancel"), head.url_at(&place.page, "cancel"))
            .link(words.say("mail-see-booking"), head.url(&place.page))
    }

    /// Other sessions, each a link that says whether there is a place.
    pub(crate) fn instead(
        self,
        session: &SessionFacts,
        others: &[Alternative],
        head: &Letterhead,
        words: Words,
    ) -> Written {
        let written = match others {
            [] => self,
            others => self.say(words.say("mail-instead")).others(others, head, words),
        };
        written.look_or_ring(session, head, words)
    }

    pub(crate) fn others(self, others: &[Alternative], head: &Letterhead, words: Words) -> Written {
        others.iter().fold(self, |written, other| {
            let state = match other.state {
                AlternativeState::DropIn => words.say("mail-drop-in"),
                AlternativeState::Free => words.say("mail-free"),
                AlternativeState::Full => words.say("mail-full"),
                AlternativeState::Opens(at) => {
                    say!(words, "mail-opens", at = spoken::moment(words, at))
                }
            };
            let session = in_one_line(&other.session, words);
            let line = say!(words, "mail-other", session = session, state = state);
            written.link(line, head.session_url(&other.id))
        })
    }

    pub(crate) fn look_or_ring(
        self,
        session: &SessionFacts,
        head: &Letterhead,
        words: Words,
    ) -> Written {
        self.say(ring(session, words)).whats_on(head, words)
    }

    pub(crate) fn whats_on(self, head: &Letterhead, words: Words) -> Written {
        self.go(words.say("mail-whats-on"), head.whats_on())
    }
}

pub(crate) fn ring(session: &SessionFacts, words: Words) -> String {
    let centre = session.centre.as_str();
    match &session.phone {
        Some(phone) => {
            say!(words, "mail-phone-centre", centre = centre, phone = phone.as_str())
        }
        None => say!(words, "mail-ask-centre", centre = centre),
    }
}

pub(crate) fn in_one_line(session: &SessionFacts, words: Words) -> String {
    let (what, when) = (session.title.as_str(), session.when.whole(words));
    match session.sensitive {
        true => {
            say!(words, "mail-line-neutral", when = when, place = session.centre.as_str())
        }
        false => {
            say!(words, "mail-line", what = what, when = when, place = place_of(session))
        }
    }
}

pub(super) fn place_of(session: &SessionFacts) -> String {
    match session.address.is_empty() {
        true => session.venue.clone(),
        false => format!("{}, {}", session.venue, session.address),
    }
}
