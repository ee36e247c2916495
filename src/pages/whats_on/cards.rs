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
    /// What there is for people with access needs.
    pub access: Vec<String>,
    pub places: Places,
    pub for_members: bool,
    pub is_course: bool,
}

impl Listing {
    /// "Stay and Play, Wednesday 2 December, 9:30am": for those who hear a button alone.
    fn named(&self, words: Words) -> String {
        let starts = self.when.starts;
        let (day, time) = (words.day(starts.date()), spoken::time(words, starts.time()));
        format!("{}, {day}, {time}", self.title)
    }

    /// Whether the other is the same at another time.
    fn is_like(&self, other: &Listing) -> bool {
        let other = other.clone();
        let Listing { session, when, places, .. } = self.clone();
        *self == Listing { session, when, places, ..other }
    }

    /// Where, for whom, at what price, and what else to know before.
    pub(crate) fn facts(&self, words: Words) -> String {
        let course = self.is_course.then(|| words.say("whats-on-course"));
        let members = self.for_members.then(|| words.say("whats-on-members"));
        let place = Some(self.place());
        let facts = [place, self.ages.clone(), self.price.clone(), course, members];
        facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
            Places::OpensAt(at) => say!(words, "whats-on-opens", at = spoken::moment(words, *at)),
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

/// Those of a day; the same at several times in a row is one card.
pub(crate) fn cards(words: Words, day: &[Listing]) -> Markup {
    html! {
        ul.cards {
            @for alike in day.chunk_by(Listing::is_like) {
                @match alike {
                    [one] => (card(words, one)),
                    several => (times(words, several)),
                }
            }
        }
    }
}

/// One card for several times, each with its own button.
fn times(words: Words, several: &[Listing]) -> Markup {
    let first = &several[0];
    html! {
        li.card {
            p.time {
                (several.len()) " " small { (say!(words, "whats-on-times", n = several.len())) }
            }
            h3 { a href={ "/sessions/" (first.session.as_str()) } { (first.title) } }
            p { (first.facts(words)) }
            ul.times { @for one in several { li { (one_time(words, one)) } } }
        }
    }
}

/// Its time leads to booking where there is a place, else to its page.
fn one_time(words: Words, one: &Listing) -> Markup {
    let page = format!("/sessions/{}", one.session.as_str());
    let time = spoken::time(words, one.when.starts.time());
    html! {
        @if let Places::Left(_) = one.places {
            @let label = format!("{}: {}", words.say("whats-on-book"), one.named(words));
            a.button href={ (page) "/book" } aria-label=(label) { (time) }
        } @else {
            a.button.second href=(page) aria-label=(one.named(words)) { (time) }
        }
        " " (one.places.chip(words))
    }
}

fn card(words: Words, listing: &Listing) -> Markup {
    html! {
        li.card {
            (time(words, listing.when))
            h3 { a href={ "/sessions/" (listing.session.as_str()) } { (listing.title) } }
            p {
                (listing.places.chip(words)) " " (listing.facts(words))
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
    let half = if starts.hour12().0 { "pm" } else { "am" };
    let until = say!(words, key, half = half, time = spoken::time(words, ends));
    html! { p.time { (spoken::clock(words, starts)) " " small { (until) } } }
}

/// A long label stands below the text, a short one beside it.
fn button(words: Words, listing: &Listing) -> Markup {
    let Some(key) = listing.places.button() else { return html! {} };
    let label = words.say(key);
    let is_main = matches!(listing.places, Places::Left(_));
    html! {
        a.button.second[!is_main].below[!is_main]
            href={ "/sessions/" (listing.session.as_str()) "/book" }
            aria-label={ (label) ": " (listing.named(words)) } { (label) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::whats_on::samples::{at, listing};

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
    fn the_same_at_several_times_is_one_card() {
        let at_ten = |places| Listing { session: SessionId::from("s2"), ..listing(3, places) };
        let alike = [listing(3, Places::Left(2)), at_ten(Places::Full)];
        let shown = cards(Words::english(), &alike).into_string();
        assert_eq!(shown.matches("<li class=\"card\">").count(), 1, "{shown}");
        for part in
            ["2 <small>times</small>", "href=\"/sessions/s1/book\"", "href=\"/sessions/s2\""]
        {
            assert!(shown.contains(part), "{part} in {shown}");
        }

        let elsewhere = Listing { centre: "Sale".to_owned(), ..listing(3, Places::Full) };
        let shown = cards(Words::english(), &[listing(3, Places::Full), elsewhere]).into_string();
        assert_eq!(shown.matches("<li class=\"card\">").count(), 2, "{shown}");
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
            ("22:00", "01:00", "10 <small>pm to 1am</small>"),
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
