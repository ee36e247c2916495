//! The page of one session: what, when, where, for whom, and the one thing to do as it stands.

use crate::base::id::SessionId;
use crate::mail::spoken::When;
use crate::pages::whats_on::cards::{Listing, Places};
use crate::sessions::ActivitySettings;
use crate::web::layout::{self, Audience, Extras, Page};
use crate::web::visit::form_urlencoded;
use crate::words::{Words, say};
use maud::{Markup, html};
use serde_json::Value;

pub(crate) struct SessionPage<'a> {
    pub words: Words,
    pub organisation: &'a str,
    pub listing: Listing,
    pub about: &'a ActivitySettings,
    /// Of the centre.
    pub phone: Option<&'a str>,
    pub address: Address,
    /// The other dates of its course.
    pub course: Vec<OtherDate>,
    /// Other dates of the same activity.
    pub others: Vec<OtherDate>,
    /// For search engines.
    pub data: Value,
}

/// Where it is.
pub(crate) struct Address {
    pub street: Option<String>,
    pub postcode: Option<String>,
}

impl Address {
    /// "9 Poplar Road, M32 9AN", as far as it is known.
    fn line(&self) -> Option<String> {
        let parts: Vec<&str> =
            [&self.street, &self.postcode].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

pub(crate) struct OtherDate {
    pub session: SessionId,
    pub when: When,
    pub centre: String,
    pub places: Places,
}

pub(crate) fn page(session: &SessionPage<'_>) -> Markup {
    let (words, listing) = (session.words, &session.listing);
    let main = html! {
        (standing(session))
        @for line in session.about.description.iter().flat_map(|text| text.lines()) { p { (line) } }
        (facts(session))
        (action(session))
        (dates(session))
        p { a href="/whats-on" { (words.say("whats-on-all")) } }
    };
    let starts = listing.when.starts;
    let title = format!("{}, {}", listing.title, words.day(starts.date()));
    let head = layout::data_for_search(&session.data);
    let page = Page {
        organisation: session.organisation,
        title: &title,
        audience: Audience::Everyone,
        main,
    };
    let extras = Extras {
        words,
        heading: layout::Heading::Text(&listing.title),
        head: Some(&head),
        ..Extras::default()
    };
    layout::page_with(&page, &extras)
}

/// How it stands. What is not on any more says so first, and what to do instead.
fn standing(session: &SessionPage<'_>) -> Markup {
    let (words, places) = (session.words, &session.listing.places);
    let sorry = match places {
        Places::Cancelled => "whats-on-sorry",
        Places::Over => "whats-on-sorry-over",
        Places::JustTurnUp
        | Places::OpensAt(_)
        | Places::Left(_)
        | Places::Full
        | Places::Closed => {
            return html! { p { strong { (places.says(words)) } } };
        }
    };
    let instead = match session.others.is_empty() {
        true => "whats-on-see-others",
        false => "whats-on-see-dates",
    };
    html! { div.notice { p { strong { (layout::said(words, sorry)) } } p { (words.say(instead)) } } }
}

fn facts(session: &SessionPage<'_>) -> Markup {
    let (words, listing, about) = (session.words, &session.listing, session.about);
    let fact = |key: &str, said: Markup| html! { div { dt { (words.say(key)) } dd { (said) } } };
    let text = |key: &str, text: &Option<String>| match text {
        Some(text) => fact(key, html! { (text) }),
        None => html! {},
    };
    html! {
        dl.facts {
            (fact("whats-on-when", html! { (listing.when.whole(words)) }))
            (fact("whats-on-where", place(session)))
            @if let Some(who) = who(words, listing, about) { (fact("whats-on-who", who)) }
            (text("whats-on-bring", &about.bring))
            (text("whats-on-price", &about.price))
            @if !listing.access.is_empty() {
                (fact("access-title", html! { @for said in &listing.access { (said) br; } }))
            }
        }
        @if listing.is_course { p { (words.say("whats-on-course-says")) } }
        @if listing.for_members { p { (words.say("whats-on-members")) } }
    }
}

fn place(session: &SessionPage<'_>) -> Markup {
    let (words, listing) = (session.words, &session.listing);
    html! {
        (listing.venue)
        @if listing.venue != listing.centre { ", " (listing.centre) }
        @if let Some(address) = session.address.line() {
            ", " (address) " "
            a href={ "https://www.openstreetmap.org/search?query=" (form_urlencoded(&address)) }
                aria-label=(say!(words, "whats-on-map-of", place = listing.venue.as_str())) {
                (words.say("whats-on-map"))
            }
        }
    }
}

/// Ages, who it is for in words, and brothers and sisters.
fn who(words: Words, listing: &Listing, about: &ActivitySettings) -> Option<Markup> {
    let said: Vec<&String> = listing.ages.iter().chain(&about.audience).collect();
    if said.is_empty() {
        return None;
    }
    let siblings = match (about.adults_only, about.siblings_welcome) {
        (true, _) => None,
        (false, true) => Some("whats-on-siblings"),
        (false, false) => Some("whats-on-no-siblings"),
    };
    Some(html! {
        @for line in said { (line) br; }
        @if let Some(key) = siblings { span.quiet { (words.say(key)) } }
    })
}

fn action(session: &SessionPage<'_>) -> Markup {
    let (words, listing) = (session.words, &session.listing);
    let label = match &listing.places {
        Places::Left(_) => Some("whats-on-book-this"),
        other => other.button(),
    };
    let asks = if label.is_some() { "whats-on-phone" } else { "whats-on-ask" };
    html! {
        @if let Some(label) = label {
            a.button.full href={ "/sessions/" (listing.session.as_str()) "/book" } {
                (words.say(label))
            }
        }
        @if may_be_saved(&listing.places) {
            a.button.second.full href={ "/sessions/" (listing.session.as_str()) ".ics" } {
                (words.say("whats-on-calendar"))
            }
        }
        @if let Some(number) = session.phone {
            p { (say!(words, asks, centre = listing.centre.as_str())) " " (layout::phone(number)) }
        }
    }
}

/// Whether it is one to keep a day free for without having booked.
fn may_be_saved(places: &Places) -> bool {
    match places {
        Places::JustTurnUp | Places::OpensAt(_) => true,
        Places::Left(_) | Places::Full | Places::Closed | Places::Cancelled | Places::Over => false,
    }
}

fn dates(session: &SessionPage<'_>) -> Markup {
    let (words, centre) = (session.words, &session.listing.centre);
    let mut course: Vec<When> = session.course.iter().map(|date| date.when).collect();
    course.push(session.listing.when);
    course.sort_by_key(|when| when.starts);
    html! {
        @if course.len() > 1 {
            h2 { (words.say("whats-on-course-dates")) }
            ul {
                @for when in course { li { (when.whole(words)) } }
            }
        }
        @if !session.others.is_empty() {
            h2 { (words.say("whats-on-dates")) }
            ul.dates {
                @for date in &session.others {
                    li {
                        a href={ "/sessions/" (date.session.as_str()) } { (date.when.whole(words)) }
                        p {
                            (date.places.chip(words))
                            @if date.centre != *centre { " " (date.centre) }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::whats_on::samples::{at, listing};
    use serde_json::json;

    fn about() -> ActivitySettings {
        let settings = json!({ "title": "Stay & Play", "capacity": 8, "bring": "A drink",
            "description": "Sand.\nWater." });
        serde_json::from_value(settings).expect("settings")
    }

    fn shown(places: Places, others: Vec<OtherDate>) -> String {
        page(&session(listing(3, places), others, &about())).into_string()
    }

    fn session(
        listing: Listing,
        others: Vec<OtherDate>,
        about: &ActivitySettings,
    ) -> SessionPage<'_> {
        SessionPage {
            words: Words::english(),
            organisation: "Hubs",
            listing,
            about,
            phone: Some("0161 496 0122"),
            address: Address {
                street: Some("9 Poplar Road".to_owned()),
                postcode: Some("M32 9AN".to_owned()),
            },
            course: Vec::new(),
            others,
            data: json!({ "@type": "Event" }),
        }
    }

    fn another() -> OtherDate {
        let when = listing(4, Places::Full).when;
        let session = SessionId::from("s2");
        OtherDate { session, when, centre: "Sale".to_owned(), places: Places::Full }
    }

    #[test]
    fn a_session_says_what_when_where_and_for_whom() {
        let page = shown(Places::Left(3), vec![another()]);

        for said in [
            "<h1>Stay &amp; Play</h1>",
            "<title>Stay &amp; Play, Tuesday 3 June – Hubs</title>",
            "<p>Sand.</p><p>Water.</p>",
            "Tuesday 3 June, 10am to 11:30am",
            "Partington, 9 Poplar Road, M32 9AN",
            "https://www.openstreetmap.org/search?query=9+Poplar+Road%2C+M32+9AN",
            "Birth to 5",
            "Brothers and sisters can come too.",
            "A drink",
            "tel:01614960122",
            "href=\"/sessions/s2\"",
            "<script type=\"application/ld+json\">{\"@type\":\"Event\"}</script>",
        ] {
            assert!(page.contains(said), "{said} in {page}");
        }
    }

    #[test]
    fn what_there_is_for_access_needs_is_said_where_there_is_something() {
        let mut signed = listing(3, Places::Full);
        signed.access = vec!["Interpreter: Urdu".to_owned(), "No steps".to_owned()];
        let said = facts(&session(signed, Vec::new(), &about())).into_string();
        let access = "<dt>Access</dt><dd>Interpreter: Urdu<br>No steps<br></dd>";
        assert!(said.contains(access), "{said}");
        assert!(!shown(Places::Full, Vec::new()).contains("<dt>Access</dt>"));
    }

    #[test]
    fn there_is_one_thing_to_do_as_it_stands() {
        let opens = Places::OpensAt(at("2025-06-01T09:00:00"));
        for (places, label) in [
            (Places::Left(3), Some("Book a place")),
            (Places::Full, Some("Join the waiting list")),
            (opens, Some("Remind me when it opens")),
            (Places::JustTurnUp, None),
            (Places::Closed, None),
            (Places::Cancelled, None),
            (Places::Over, None),
        ] {
            let page = shown(places, Vec::new());
            let books = "href=\"/sessions/s1/book\"";
            assert_eq!(page.contains(books), label.is_some(), "{page}");
            assert!(label.is_none_or(|label| page.contains(label)), "{page}");
        }
    }

    #[test]
    fn what_is_cancelled_or_over_says_what_to_do_instead() {
        for (places, said) in
            [(Places::Cancelled, "Sorry. This is cancelled."), (Places::Over, "This is over.")]
        {
            let alone = shown(places.clone(), Vec::new());
            let others = shown(places, vec![another()]);
            assert!(alone.contains(said) && alone.contains("See what else is on."), "{alone}");
            assert!(others.contains("See the other dates below."), "{others}");
        }
    }
}
