//! The phrases that messages share: what a session is called, its facts, how to
//! give up a place, what to do instead. Here a sensitive session loses its
//! title, its venue and the names of the children.

use super::words::{Letterhead, Written};
use super::{BookedPlace, SessionFacts, spoken};

impl SessionFacts {
    /// Labels and what they are, as the family may see them anywhere.
    pub fn facts(&self, children: &[String]) -> Vec<(&'static str, String)> {
        let mut facts = vec![("When", self.when.whole())];
        if self.sensitive {
            facts.push(("Where", self.centre.clone()));
        } else {
            facts.insert(0, ("What", self.title.clone()));
            facts.push(("Where", place_of(self)));
            if !children.is_empty() {
                facts.push(("For", spoken::names(children)));
            }
        }
        if let Some(phone) = &self.phone {
            facts.push(("Phone", phone.clone()));
        }
        facts
    }
}

impl Written {
    /// "Booked: Stay and Play on Tuesday 3 June".
    pub(crate) fn about(first: &str, session: &SessionFacts) -> Written {
        let what = if session.sensitive { &session.centre } else { &session.title };
        Written::new(format!("{first}: {what} {}", session.when.on_day()))
    }

    pub(crate) fn session(self, session: &SessionFacts) -> Written {
        self.facts(session.facts(&[]))
    }

    /// What a family with a place should know, and how it gives the place up.
    pub(crate) fn place(self, place: &BookedPlace, head: &Letterhead) -> Written {
        let mut written = self.facts(place.session.facts(&place.children));
        if !place.more_dates.is_empty() {
            written = written.say("You come on these days too:");
            written = written.list(place.more_dates.iter().map(|when| when.whole()));
        }
        if let (Some(bring), false) = (&place.bring, place.session.sensitive) {
            written = written.say(format!("Please bring: {bring}."));
        }
        let by = match place.cancel_by {
            Some(by) => format!("Please tell us before {}.", spoken::moment(by)),
            None => "Please tell us as soon as you can.".to_owned(),
        };
        written
            .say(format!("Can you not come? {by}"))
            .say("Then another family can have the place.")
            .go("Cancel my place", head.url(&place.cancel))
    }

    pub(crate) fn instead(
        self,
        session: &SessionFacts,
        others: &[SessionFacts],
        head: &Letterhead,
    ) -> Written {
        let written = match others {
            [] => self,
            others => self.say("You may like one of these:").list(others.iter().map(in_one_line)),
        };
        written.look_or_ring(session, head)
    }

    pub(crate) fn look_or_ring(self, session: &SessionFacts, head: &Letterhead) -> Written {
        self.say(ring(session)).whats_on(head)
    }

    pub(crate) fn whats_on(self, head: &Letterhead) -> Written {
        self.go("See what's on", head.whats_on())
    }
}

pub(crate) fn ring(session: &SessionFacts) -> String {
    let centre = &session.centre;
    match &session.phone {
        Some(phone) => format!("You can phone {centre} on {phone}."),
        None => format!("You can ask at {centre}."),
    }
}

pub(crate) fn in_one_line(session: &SessionFacts) -> String {
    let when = session.when.whole();
    match session.sensitive {
        true => format!("{when}, {}", session.centre),
        false => format!("{}: {when}, {}", session.title, place_of(session)),
    }
}

fn place_of(session: &SessionFacts) -> String {
    match session.address.is_empty() {
        true => session.venue.clone(),
        false => format!("{}, {}", session.venue, session.address),
    }
}
