//! How a family's places look. A sensitive session is only "your appointment" until its holder
//! opens the line that says more: a phone is read over shoulders.

use super::frame::{MyPage, done_box, page as framed};
use super::places::{ForChild, Place, Places};
use super::sign_ins::FEED;
use crate::bookings::Status;
use crate::mail::words::Letterhead;
use crate::mail::{Chance, SessionFacts, spoken};
use crate::pages::exit;
use crate::web::form::{Wrong, error_summary};
use crate::web::layout::{MY, facts, link_button, phone, said, said_with};
use crate::words::{Words, say};
use maud::{Markup, html};

pub(crate) fn page(
    head: &Letterhead,
    words: Words,
    places: &Places,
    done: Option<&Markup>,
    wrong: &[Wrong],
) -> Markup {
    let nothing = places.offers.is_empty() && places.booked.is_empty() && places.waiting.is_empty();
    let main = html! {
        @if places.is_any_sensitive() { (exit::link(words)) }
        (error_summary(words, wrong))
        (done_box(done))
        @for offer in &places.offers { (offered(words, offer)) }
        @if !places.booked.is_empty() {
            h2 { (words.say("my-places")) }
            @for place in &places.booked { (booked(words, place)) }
        }
        @if !places.waiting.is_empty() {
            h2 { (words.say("my-waiting")) }
            @for place in &places.waiting { (waiting(words, place)) }
        }
        @if nothing { p { (words.say("my-nothing")) } }
        (see_whats_on(words, &places.children))
        p { a.button.second href="/my/card" { (words.say("my-card")) } }
        p { a.button.second href=(FEED) { (words.say("feed-title")) } }
        (past(words, places))
    };
    let heading = words.say("my-title");
    framed(head, MyPage { words, here: MY, heading, is_wrong: !wrong.is_empty(), main })
}

fn offered(words: Words, place: &Place) -> Markup {
    let Some((offer, until)) = &place.offer else { return html! {} };
    let kept = |words: Words| say!(words, "my-until", until = spoken::moment(words, *until));
    html! {
        section.notice {
            h2 { (words.say("my-offers")) }
            h3 { (title(words, &place.session)) }
            (place_facts(words, place))
            p { (said_with(words, "my-until", kept)) }
            div.actions {
                form method="post" action={ "/my/offers/" (offer) "/accept" } {
                    button type="submit" { (words.say("my-yes")) (about(words, place)) }
                }
                form method="post" action={ "/my/offers/" (offer) "/decline" } {
                    button.second type="submit" { (words.say("my-no")) (about(words, place)) }
                }
            }
            p { (said(words, "my-only-yours")) }
        }
    }
}

fn booked(words: Words, place: &Place) -> Markup {
    html! {
        section.box {
            h3 { (title(words, &place.session)) }
            (place_facts(words, place))
            @if place.has_begun {
                p.quiet { (words.say("my-begun")) }
            } @else {
                p.quiet {
                    @match place.cancel_by {
                        Some(by) => (say!(words, "my-cancel-by", until = spoken::moment(words, by))),
                        None => (words.say("my-cancel-late")),
                    }
                }
                div.actions {
                    a.button.second href={ (place.page) ".ics" } {
                        (words.say("my-calendar")) (about(words, place))
                    }
                    (change(words, place))
                    (give_up(words, place, "my-cancel"))
                }
            }
        }
    }
}

fn waiting(words: Words, place: &Place) -> Markup {
    let chance = place.chance.map(|chance| match chance {
        Chance::Good => "my-chance-good",
        Chance::Some => "my-chance-some",
        Chance::Small => "my-chance-small",
    });
    html! {
        section.box {
            h3 { (title(words, &place.session)) }
            (place_facts(words, place))
            @for (session, when) in &place.free {
                p { strong { (said_with(words, "my-free", |words: Words| say!(words, "my-free", when = when.whole(words)))) } }
                form method="post" action={ (place.page) "/claim" } {
                    input type="hidden" name="session" value=(session);
                    button type="submit" { (words.say("my-yes")) (about(words, place)) }
                }
            }
            @if !place.or_dates.is_empty() {
                p { (words.say("my-or")) }
                ul { @for when in &place.or_dates { li { (when.whole(words)) } } }
            }
            @if let Some(key) = chance { p { (words.say(key)) } }
            @if let Some(position) = place.position {
                p { (say!(words, "my-position", n = position)) }
            }
            p.quiet { (said(words, "my-no-place-yet")) }
            div.actions { (change(words, place)) (give_up(words, place, "my-leave")) }
        }
    }
}

fn change(words: Words, place: &Place) -> Markup {
    html! {
        a.button.second href={ "/my/bookings/" (place.booking) "/party" } {
            (words.say("my-party")) (about(words, place))
        }
    }
}

fn give_up(words: Words, place: &Place, key: &str) -> Markup {
    html! {
        a.button.second href={ "/my/bookings/" (place.booking) "/cancel" } {
            (words.say(key)) (about(words, place))
        }
    }
}

/// What a button is about, for those who only hear it.
fn about(words: Words, place: &Place) -> Markup {
    let title = title(words, &place.session);
    let when = place.dates.first().map(|when| when.whole(words)).unwrap_or_default();
    html! { span.hidden { ": " (say!(words, "my-about", title = title, when = when)) } }
}

fn title(words: Words, session: &SessionFacts) -> String {
    if session.sensitive { words.say("my-appointment") } else { session.title.clone() }
}

/// When, where, who and what to bring.
pub(crate) fn place_facts(words: Words, place: &Place) -> Markup {
    let session = &place.session;
    let [when, later, whom, bring] =
        ["my-when", "my-also-on", "my-for", "my-bring"].map(|key| words.say(key));
    let mut lines: Vec<(&str, String)> = Vec::new();
    if let Some((first, more)) = place.dates.split_first() {
        lines.push((&when, first.whole(words)));
        lines.extend(more.iter().map(|date| (later.as_str(), date.whole(words))));
    }
    lines.push((&whom, who(words, place)));
    if !session.sensitive {
        lines.extend(place.bring.clone().map(|text| (bring.as_str(), text)));
    }
    html! {
        @if session.sensitive {
            (facts(&lines))
            details {
                summary { (words.say("my-show")) }
                p { (session.title) }
                (location(words, session))
            }
        } @else {
            (facts(&lines))
            (location(words, session))
        }
        @if let Some(number) = &session.phone {
            p { (words.say("my-phone")) " " (session.centre) ": " (phone(number)) }
        }
    }
}

fn location(words: Words, session: &SessionFacts) -> Markup {
    let place = match session.address.is_empty() {
        true => session.venue.clone(),
        false => format!("{}, {}", session.venue, session.address),
    };
    html! { p { (words.say("my-where")) ": " strong { (place) } } }
}

fn who(words: Words, place: &Place) -> String {
    let adults = say!(words, "my-adults", n = place.adults);
    match words.list(&place.children) {
        names if names.is_empty() => adults,
        names if place.adults == 0 => names,
        names => say!(words, "my-and", names = names, adults = adults),
    }
}

/// A way on for each child that something may be on for.
fn see_whats_on(words: Words, children: &[ForChild]) -> Markup {
    html! {
        @if children.is_empty() {
            p { (link_button("/whats-on", &words.say("see-whats-on"))) }
        }
        @for child in children {
            @let label = match child.years {
                0 => say!(words, "my-for-baby", name = child.name.clone()),
                years => say!(words, "my-for-child", name = child.name.clone(), age = years),
            };
            p { (link_button(&format!("/whats-on?age={}", child.years * 12), &label)) }
        }
    }
}

fn past(words: Words, places: &Places) -> Markup {
    html! {
        @if !places.past.is_empty() {
            details open[places.is_older] {
                summary { (words.say("my-past")) }
                @for place in &places.past {
                    section.box {
                        p { strong { (title(words, &place.session)) } }
                        @if let Some(when) = place.dates.first() { p { (when.whole(words)) } }
                        p.quiet { (words.say(became(place.status))) }
                        @if place.status == Status::Cancelled && !place.has_begun {
                            p {
                                a href=(place.page) {
                                    (words.say("my-changed-mind")) (about(words, place))
                                }
                            }
                        }
                    }
                }
                @if let Some(last) = &places.older {
                    nav.pages aria-label=(words.say("my-past")) {
                        a href={ "/my?after=" (last) } { (words.say("my-older")) }
                    }
                }
            }
        }
    }
}

fn became(status: Status) -> &'static str {
    match status {
        Status::Booked => "my-was-booked",
        Status::Cancelled => "my-was-cancelled",
        Status::Waiting | Status::Offered | Status::Lapsed => "my-was-lapsed",
        Status::Declined => "my-was-declined",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::{BookingId, OfferId};
    use crate::mail::spoken::When;

    fn place(status: Status, sensitive: bool) -> Place {
        let at = |text: &str| text.parse().expect("a date and time");
        let when = When { starts: at("2026-11-23T10:00:00"), ends: at("2026-11-23T11:30:00") };
        Place {
            booking: BookingId::from("b1"),
            page: "/b/token".to_owned(),
            status,
            session: SessionFacts {
                title: "Freedom Programme".to_owned(),
                when,
                centre: "Partington".to_owned(),
                phone: Some("0161 496 0122".to_owned()),
                venue: "Refuge Hall".to_owned(),
                address: "9 Hidden Lane".to_owned(),
                sensitive,
            },
            dates: vec![when],
            free: Vec::new(),
            or_dates: Vec::new(),
            children: vec!["Robyn".to_owned()],
            adults: 2,
            bring: None,
            offer: Some((OfferId::from("o1"), at("2026-11-20T18:00:00"))),
            chance: None,
            position: None,
            cancel_by: None,
            has_begun: false,
        }
    }

    #[test]
    fn a_sensitive_place_says_what_it_is_only_where_that_is_opened() {
        let words = Words::english();
        let shown = booked(words, &place(Status::Booked, true)).into_string();
        let (before, rest) = shown.split_once("<details>").expect("a line to open");
        let (_, after) = rest.split_once("</details>").expect("its end");

        assert!(before.contains("Your appointment"), "{before}");
        for word in ["Freedom", "Refuge", "Hidden"] {
            assert!(!before.contains(word) && !after.contains(word), "{word}: {shown}");
        }
    }

    #[test]
    fn an_offer_has_two_buttons_that_post_and_says_until_when() {
        let shown = offered(Words::english(), &place(Status::Offered, false)).into_string();

        assert!(shown.contains("until 6pm on Friday 20 November."), "{shown}");
        assert!(shown.contains("Robyn and 2 adults"), "{shown}");
        for deed in ["accept", "decline"] {
            let form = format!("<form method=\"post\" action=\"/my/offers/o1/{deed}\">");
            assert!(shown.contains(&form), "{shown}");
        }
    }
}
