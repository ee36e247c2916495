//! The phrases that messages share: what a session is called, its facts, how to
//! give up a place, what to do instead. Here a sensitive session loses its
//! title, its venue and the names of the children.

use super::spoken;
use super::words::{Block, Letterhead, say};
use super::{BookedPlace, SessionFacts};

/// "Booked: Stay and Play on Tuesday 3 June".
pub(crate) fn subject(first: &str, session: &SessionFacts) -> String {
    let what = if session.sensitive { &session.centre } else { &session.title };
    format!("{first}: {what} {}", session.when.on_day())
}

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

pub(crate) fn facts(session: &SessionFacts, children: &[String]) -> Vec<Block> {
    vec![Block::Facts(session.facts(children))]
}

pub(crate) fn place_facts(place: &BookedPlace) -> Vec<Block> {
    let mut blocks = facts(&place.session, &place.children);
    if !place.more_dates.is_empty() {
        blocks.push(say("You come on these days too:"));
        blocks.push(Block::List(place.more_dates.iter().map(|when| when.whole()).collect()));
    }
    if let (Some(bring), false) = (&place.bring, place.session.sensitive) {
        blocks.push(say(format!("Please bring: {bring}.")));
    }
    blocks
}

pub(crate) fn if_you_cannot_come(place: &BookedPlace, head: &Letterhead) -> Vec<Block> {
    let by = match place.cancel_by {
        Some(by) => format!("Please tell us before {}.", spoken::moment(by)),
        None => "Please tell us as soon as you can.".to_owned(),
    };
    vec![
        say(format!("Can you not come? {by}")),
        say("Then another family can have the place."),
        Block::Go("Cancel my place", head.url(&place.cancel)),
    ]
}

pub(crate) fn instead(
    session: &SessionFacts,
    others: &[SessionFacts],
    head: &Letterhead,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !others.is_empty() {
        blocks.push(say("You may like one of these:"));
        blocks.push(Block::List(others.iter().map(in_one_line).collect()));
    }
    blocks.extend(look_or_ring(session, head));
    blocks
}

pub(crate) fn look_or_ring(session: &SessionFacts, head: &Letterhead) -> Vec<Block> {
    vec![say(ring(session)), Block::Go("See what's on", head.whats_on())]
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
