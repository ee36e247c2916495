//! One session as a card: when, what, where and for whom, how it stands, and the one thing to do.

use crate::base::id::SessionId;
use crate::mail::spoken::{self, When};
use crate::words::{Words, say};
use chrono::{NaiveDateTime, Timelike};
use maud::{Markup, html};

/// A session as anyone may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listing {
    pub session: SessionId,
    pub title: String,
    pub when: When,
    pub centre: String,
    pub venue: String,
    /// "Birth to 5".
    pub ages: Option<String>,
    pub price: Option<String>,
    pub places: Places,
    pub for_members: bool,
    pub is_course: bool,
}

impl Listing {
    /// "Stay and Play, Wednesday 2 December, 9:30am": for those who hear a button alone.
    fn named(&self) -> String {
        let starts = self.when.starts;
        let (day, time) = (spoken::day(starts.date()), spoken::time(starts.time()));
        format!("{}, {day}, {time}", self.title)
    }

    fn place(&self) -> String {
        match self.venue == self.centre {
            true => self.centre.clone(),
            false => format!("{}, {}", self.venue, self.centre),
        }
    }
}

/// How to come, and whether there is room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Places {
    JustTurnUp,
    /// Booking opens then, in the centre's civil time.
    OpensAt(NaiveDateTime),
    Left(u32),
    Full,
    /// Booking is over.
    Closed,
    Cancelled,
    Over,
}

impl Places {
    pub(crate) fn says(&self, words: Words) -> String {
        match self {
            Places::JustTurnUp => words.say("whats-on-turn-up"),
            Places::OpensAt(at) => say!(words, "whats-on-opens", at = spoken::moment(*at)),
            Places::Left(left) => say!(words, "places-left", n = *left),
            Places::Full => words.say("whats-on-full"),
            Places::Closed => words.say("whats-on-closed"),
            Places::Cancelled => words.say("whats-on-cancelled"),
            Places::Over => words.say("whats-on-over"),
        }
    }

    /// The same in as few words as it takes.
    fn brief(&self, words: Words) -> String {
        match self {
            Places::JustTurnUp => words.say("whats-on-turn-up-brief"),
            other => other.says(words),
        }
    }

    pub(crate) fn chip(&self, words: Words) -> Markup {
        let class = match self {
            Places::JustTurnUp | Places::Left(_) => "chip",
            Places::OpensAt(_) => "chip soon",
            Places::Full | Places::Closed | Places::Cancelled | Places::Over => "chip full",
        };
        html! { span class=(class) { (self.brief(words)) } }
    }

    /// What the button to the booking page says, where there is something to book or to wait for.
    pub(crate) fn button(&self) -> Option<&'static str> {
        match self {
            Places::Left(_) => Some("whats-on-book"),
            Places::Full => Some("whats-on-wait"),
            Places::OpensAt(_) => Some("whats-on-remind"),
            Places::JustTurnUp | Places::Closed | Places::Cancelled | Places::Over => None,
        }
    }
}

pub(crate) fn card(words: Words, listing: &Listing) -> Markup {
    let facts = [Some(listing.place()), listing.ages.clone(), listing.price.clone()];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    html! {
        li.card {
            (time(words, listing.when))
            h3 { a href={ "/sessions/" (listing.session.as_str()) } { (listing.title) } }
            p {
                (listing.places.chip(words)) " " (facts.join(" · "))
                @if listing.is_course { " · " (words.say("whats-on-course")) }
                @if listing.for_members { " · " (words.say("whats-on-members")) }
            }
            (button(words, listing))
        }
    }
}

/// The time large, its end small below; morning or afternoon is said once where both are in it.
fn time(words: Words, when: When) -> Markup {
    let (starts, ends) = (when.starts.time(), when.ends.time());
    let is_one_half = (starts.hour() < 12) == (ends.hour() < 12);
    let key = if is_one_half { "whats-on-until" } else { "whats-on-until-later" };
    let (hour, until) = (starts.hour12().1, say!(words, key, time = spoken::time(ends)));
    let minutes = match starts.minute() {
        0 => String::new(),
        minute => format!(":{minute:02}"),
    };
    html! { p.time { (hour) (minutes) " " small { (until) } } }
}

/// A long label stands below the text, a short one beside it.
fn button(words: Words, listing: &Listing) -> Markup {
    let Some(key) = listing.places.button() else { return html! {} };
    let label = words.say(key);
    let is_main = matches!(listing.places, Places::Left(_));
    html! {
        a.button.second[!is_main].below[!is_main]
            href={ "/sessions/" (listing.session.as_str()) "/book" }
            aria-label={ (label) ": " (listing.named()) } { (label) }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a date and time")
    }

    pub(crate) fn listing(day: u32, places: Places) -> Listing {
        Listing {
            session: SessionId::from("s1"),
            title: "Stay & Play".to_owned(),
            when: When {
                starts: at(&format!("2025-06-0{day}T10:00:00")),
                ends: at(&format!("2025-06-0{day}T11:30:00")),
            },
            centre: "Partington".to_owned(),
            venue: "Partington".to_owned(),
            ages: Some("Birth to 5".to_owned()),
            price: None,
            places,
            for_members: false,
            is_course: false,
        }
    }

    #[test]
    fn each_way_to_come_has_its_own_words_and_its_own_button() {
        let opens = Places::OpensAt(at("2025-06-01T09:00:00"));
        for (places, says, button) in [
            (Places::JustTurnUp, "Just turn up", ""),
            (opens, "You can book from 9am on Sunday 1 June.", ">Remind me when it opens</a>"),
            (Places::Left(1), "1 place left", ">Book</a>"),
            (Places::Left(4), "4 places left", ">Book</a>"),
            (Places::Full, "Full", ">Join the waiting list</a>"),
            (Places::Closed, "Booking has ended.", ""),
            (Places::Cancelled, "Cancelled", ""),
            (Places::Over, "This is over.", ""),
        ] {
            let card = card(Words::english(), &listing(3, places)).into_string();
            assert!(card.contains(says) && card.contains(button), "{card}");
            assert_eq!(card.contains("href=\"/sessions/s1/book\""), !button.is_empty(), "{card}");
            assert!(card.contains("<a href=\"/sessions/s1\">Stay &amp; Play</a>"), "{card}");
        }
    }

    #[test]
    fn a_button_says_alone_what_it_books() {
        let card = card(Words::english(), &listing(3, Places::Left(2))).into_string();
        let label = "aria-label=\"Book: Stay &amp; Play, Tuesday 3 June, 10am\"";
        assert!(card.contains(label), "{card}");
    }

    #[test]
    fn a_time_says_morning_or_afternoon_once_where_it_can() {
        for (starts, ends, said) in [
            ("09:30", "11:00", "9:30 <small>to 11am</small>"),
            ("10:30", "12:15", "10:30 <small>am to 12:15pm</small>"),
            ("12:00", "13:00", "12 <small>to 1pm</small>"),
            ("13:00", "14:30", "1 <small>to 2:30pm</small>"),
        ] {
            let when = |time: &str| at(&format!("2025-06-03T{time}:00"));
            let said = format!("<p class=\"time\">{said}</p>");
            let when = When { starts: when(starts), ends: when(ends) };
            assert_eq!(time(Words::english(), when).into_string(), said);
        }
    }
}
