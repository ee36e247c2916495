//! The page of one booking as markup. It tells a family about its own booking and nothing of anyone
//! else's. What gives something up asks first: its button stands behind a heading that opens, also
//! when a letter links straight to it.

use crate::bookings::link::{AlertPage, BookingPage, Deed, Outcome, Over, Standing};
use crate::mail::link::Refused;
use crate::mail::spoken::{self, When};
use crate::mail::words::{self, Letterhead};
use crate::mail::{Chance, SessionFacts};
use crate::pages::exit;
use crate::web::layout::{self, Audience, Extras, Heading, Page};
use crate::web::visit::form_urlencoded;
use crate::words::{Words, say};
use chrono::NaiveDateTime;
use maud::{Markup, html};

/// What every page behind a token is made with.
pub(crate) struct View<'a> {
    pub head: &'a Letterhead,
    pub words: Words,
    pub token: &'a str,
}

impl View<'_> {
    /// `feedback` is where the family says how it was.
    pub(crate) fn booking(
        &self,
        page: &BookingPage,
        outcome: Option<Outcome>,
        feedback: Option<&str>,
    ) -> Markup {
        let session = &page.session;
        let main = html! {
            div.booking {
                @if session.sensitive { (exit::link(self.words)) }
                @if let Some(note) = self.note(page, outcome) {
                    div role="alert" { p { (note) } }
                }
                (self.standing(page))
                @if let Some(path) = feedback {
                    p { (layout::link_button(path, &self.say("feedback-from-booking"))) }
                }
                (self.what(page))
                (self.second(page))
                (self.phone("booking-question", session))
                p { a href="/whats-on" { (self.say("booking-whats-on")) } }
            }
        };
        let heading = self.told(self.title(page));
        let title = self.say(self.title(page));
        self.page(&title, Heading::Said(&heading), main)
    }

    pub(crate) fn alert(&self, alert: &AlertPage) -> Markup {
        let session = &alert.session;
        let (title, line) = match alert.is_stopped {
            true => ("booking-stopped", "booking-stopped-say"),
            false => ("booking-stop-ask", "booking-stop-say"),
        };
        let main = html! {
            p { (self.say(line)) }
            (facts(&session.facts(self.words, &[])))
            @if !alert.is_stopped {
                (layout::one_button(&self.address("stop"), &self.say("booking-stop")))
            }
            p { a href="/whats-on" { (self.say("booking-whats-on")) } }
        };
        self.page(&self.say(title), Heading::Title, main)
    }

    pub(crate) fn dead(&self, refused: Refused) -> Markup {
        let (title, line) = match refused {
            Refused::NotOurs => ("booking-unknown", "booking-unknown-say"),
            Refused::Expired => ("booking-expired", "booking-expired-say"),
        };
        let main = html! {
            p { (self.say(line)) }
            p { a href="/whats-on" { (self.say("booking-whats-on")) } }
        };
        self.page(&self.say(title), Heading::Title, main)
    }

    fn page(&self, title: &str, heading: Heading<'_>, main: Markup) -> Markup {
        let (organisation, words) = (&self.head.organisation, self.words);
        let page = Page { organisation, title, audience: Audience::LinkHolder, main };
        layout::page_with(&page, &Extras { words, heading, ..Extras::default() })
    }

    /// A text that must be understood.
    fn told(&self, key: &str) -> Markup {
        layout::said(self.words, key)
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// Where a button posts.
    fn address(&self, word: &str) -> String {
        format!("/b/{}/{word}", self.token)
    }

    fn title(&self, page: &BookingPage) -> &'static str {
        match &page.standing {
            Standing::Booked { .. } if page.session.sensitive => "booking-appointment",
            Standing::Booked { .. } => "booking-booked",
            Standing::Waiting { free, .. } if !free.is_empty() => "booking-free",
            Standing::Waiting { .. } => "booking-waiting",
            Standing::Offered { .. } => "booking-offered",
            Standing::Over(Over::Past) => "booking-past",
            Standing::Over(Over::GivenUp { .. } | Over::Cancelled { .. }) => "booking-cancelled",
            Standing::Over(Over::LeftLine { .. }) => "booking-left",
            Standing::Over(Over::Declined { .. }) => "booking-declined",
            Standing::Over(Over::Lapsed { .. }) => "booking-lapsed",
            Standing::Over(Over::LineEnded) => "booking-line-over",
            Standing::Over(Over::SessionCancelled) => "booking-off",
            Standing::Over(Over::Unfit) => "booking-unfit",
        }
    }

    fn note(&self, page: &BookingPage, outcome: Option<Outcome>) -> Option<Markup> {
        let waits = matches!(page.standing, Standing::Waiting { .. });
        let key = match outcome? {
            Outcome::Done => return None,
            Outcome::PlaceGone if waits => "booking-gone-waiting",
            Outcome::PlaceGone => "booking-gone",
            Outcome::TooLate => "booking-too-late",
            Outcome::SettledOtherwise => "booking-settled",
            Outcome::Busy => "booking-busy",
            Outcome::NotThatDay => "booking-not-that-day",
            Outcome::NotThatParty => "booking-not-that-party",
            Outcome::Nobody => "booking-nobody",
        };
        Some(self.told(key))
    }

    /// How it stands, and what most want to do now.
    fn standing(&self, page: &BookingPage) -> Markup {
        match &page.standing {
            Standing::Booked { has_begun, .. } => self.booked(*has_begun),
            Standing::Waiting { chance, position, or_dates, free } if free.is_empty() => {
                self.waiting(*chance, *position, or_dates)
            }
            Standing::Waiting { free, .. } => html! {
                p { (self.told("booking-first-yes")) }
                p { (self.told("booking-not-before-yes")) }
                @for (session, when) in free {
                    p { (say!(self.words, "booking-free-when", when = when.whole(self.words))) }
                    form method="post" action=(self.address(Deed::Claim.as_str())) {
                        input type="hidden" name="session" value=(session);
                        button type="submit" { (self.say("booking-yes")) }
                    }
                }
            },
            Standing::Offered { until } => html! {
                p { strong { (self.until("booking-kept-until", *until)) } }
                p { (self.told("booking-only-yours")) }
                (self.button(Deed::Accept, "booking-yes"))
            },
            Standing::Over(over) => self.over(page, over),
        }
    }

    fn booked(&self, has_begun: bool) -> Markup {
        html! {
            @if has_begun {
                p { (self.told("booking-begun")) }
            } @else {
                p { (self.say("booking-look-forward")) }
            }
            p {
                a.button href={ "/b/" (self.token) ".ics" } {
                    (self.say("booking-add-to-calendar"))
                }
            }
        }
    }

    fn waiting(
        &self,
        chance: Option<Chance>,
        position: Option<usize>,
        or_dates: &[When],
    ) -> Markup {
        html! {
            p { (self.told("booking-no-place-yet")) }
            @if let Some(chance) = chance { p { (words::chance(chance, self.words)) } }
            @if let Some(position) = position {
                p { (say!(self.words, "booking-position", n = position)) }
            }
            @if !or_dates.is_empty() {
                p { (self.say("booking-or-dates")) }
                ul { @for when in or_dates { li { (when.whole(self.words)) } } }
            }
            p { (self.say("booking-will-write")) }
        }
    }

    /// A text with a moment in it.
    fn until(&self, key: &str, until: NaiveDateTime) -> Markup {
        let said = |words: Words| say!(words, key, until = spoken::moment(words, until));
        layout::said_with(self.words, key, said)
    }

    fn over(&self, page: &BookingPage, over: &Over) -> Markup {
        let moment = |at: NaiveDateTime| spoken::moment(self.words, at);
        let at = |key: &str, at: NaiveDateTime| say!(self.words, key, at = moment(at));
        match over {
            Over::Past => html! { p { (self.say("booking-past-say")) } },
            Over::GivenUp { at: when, undo_until } => html! {
                p { (self.say("booking-thanks-another")) }
                p { (at("booking-cancelled-at", *when)) }
                @if let Some(undo_until) = undo_until {
                    p { (self.until("booking-undo-until", *undo_until)) }
                    (self.button(Deed::Undo, "booking-undo"))
                }
                (self.other_day(page))
            },
            Over::Cancelled { at: when } => html! {
                p { (at("booking-cancelled-at", *when)) }
                (self.other_day(page))
            },
            Over::LeftLine { at: when } => html! { p { (at("booking-left-at", *when)) } },
            Over::Declined { at: when } => html! {
                p { (self.told("booking-declined-offer")) }
                p { (at("booking-declined-at", *when)) }
                (self.phone("booking-changed-mind", &page.session))
            },
            Over::Lapsed { until: when } => html! {
                p { (self.until("booking-lapsed-until", *when)) }
                (self.other_day(page))
            },
            Over::LineEnded => html! {
                p { (self.say("booking-line-over-say")) }
                (self.other_day(page))
            },
            Over::SessionCancelled => html! { p { (self.told("booking-off-say")) } },
            Over::Unfit => html! { p { (self.told("booking-unfit-say")) } },
        }
    }

    /// What it is for.
    fn what(&self, page: &BookingPage) -> Markup {
        let session = &page.session;
        let bring = page.bring.as_ref().filter(|_| !session.sensitive);
        let names: Vec<String> = page.children.iter().map(|(_, name)| name.clone()).collect();
        html! {
            (facts(&session.facts(self.words, &names)))
            @if let Some(english) = self.words.beside_all() {
                p { (layout::beside(english, &session.when.whole(english))) }
            }
            @if !page.more_dates.is_empty() {
                p { (self.say("booking-more-dates")) }
                ul { @for when in &page.more_dates { li { (when.whole(self.words)) } } }
            }
            @if let Some(bring) = bring {
                p { (say!(self.words, "booking-bring", bring = bring.as_str())) }
            }
            @if !session.sensitive && !session.address.is_empty() {
                p { a href=(map(session)) rel="noreferrer" { (self.say("booking-map")) } }
            }
        }
    }

    /// What can be done besides: it gives something up, so it asks first.
    fn second(&self, page: &BookingPage) -> Markup {
        match &page.standing {
            Standing::Booked { has_begun: true, .. } | Standing::Over(_) => html! {},
            Standing::Booked { cancel_by, .. } => {
                let by = cancel_by.map(|by| spoken::moment(self.words, by));
                let by = by.map(|by| say!(self.words, "booking-cancel-by", by = by));
                let lines = by.into_iter().chain([self.say("booking-cancel-another")]).collect();
                html! {
                    (self.move_to(page))
                    (self.fewer(page))
                    (self.asks(Deed::Cancel, ("booking-cancel-title", "booking-cancel"), lines))
                }
            }
            Standing::Waiting { .. } => {
                let lines = vec![self.say("booking-leave-say")];
                html! {
                    (self.fewer(page))
                    (self.asks(Deed::Leave, ("booking-leave-title", "booking-leave"), lines))
                }
            }
            Standing::Offered { .. } => {
                let lines = vec![self.say("booking-no-say")];
                self.asks(Deed::Decline, ("booking-no-title", "booking-no"), lines)
            }
        }
    }

    /// A button behind a heading; a link to its word opens both.
    fn asks(&self, deed: Deed, (title, label): (&str, &str), lines: Vec<String>) -> Markup {
        html! {
            details {
                summary { (self.say(title)) }
                form id=(deed.as_str()) method="post" action=(self.address(deed.as_str())) {
                    @for line in lines { p { (line) } }
                    button.second type="submit" { (self.say(label)) }
                }
            }
        }
    }

    /// Another day for the same place.
    fn move_to(&self, page: &BookingPage) -> Markup {
        if page.other_days.is_empty() {
            return html! {};
        }
        html! {
            details {
                summary { (self.say("booking-move-title")) }
                form id=(Deed::Move.as_str()) method="post"
                    action=(self.address(Deed::Move.as_str())) {
                    fieldset {
                        legend { (self.say("booking-move-which")) }
                        @for (session, when, centre) in &page.other_days {
                            label.tick {
                                input type="radio" name="session" value=(session) required;
                                span { (when.whole(self.words)) ", " (centre) }
                            }
                        }
                    }
                    p { (self.say("booking-move-say")) }
                    button.second type="submit" { (self.say("booking-move")) }
                }
            }
        }
    }

    /// Who still comes, where it is more than one.
    fn fewer(&self, page: &BookingPage) -> Markup {
        let comers = i32::try_from(page.children.len()).unwrap_or(i32::MAX);
        if page.session.sensitive || comers.saturating_add(page.adults) < 2 {
            return html! {};
        }
        html! {
            details {
                summary { (self.say("booking-party-title")) }
                form id=(Deed::Party.as_str()) method="post"
                    action=(self.address(Deed::Party.as_str())) {
                    fieldset {
                        legend { (self.say("booking-party-who")) }
                        @for (id, name) in &page.children {
                            label.tick {
                                input type="checkbox" name="child" value=(id) checked;
                                span { (name) }
                            }
                        }
                    }
                    label for="adults" { (self.say("booking-party-adults")) }
                    input id="adults" name="adults" type="number" min="0" max=(page.adults)
                        value=(page.adults);
                    p {
                        (self.say("booking-party-more")) " "
                        a href="/my" { (self.say("booking-party-my")) }
                    }
                    button.second type="submit" { (self.say("booking-party")) }
                }
            }
        }
    }

    fn button(&self, deed: Deed, label: &str) -> Markup {
        layout::one_button(&self.address(deed.as_str()), &self.say(label))
    }

    fn other_day(&self, page: &BookingPage) -> Markup {
        if page.session.sensitive {
            return html! {};
        }
        let path = format!("/sessions/{}", page.session_id);
        html! { p { a href=(path) { (self.say("booking-other-day")) } } }
    }

    fn phone(&self, key: &str, session: &SessionFacts) -> Markup {
        html! {
            @if let Some(number) = &session.phone {
                p { (self.say(key)) " " (layout::phone(number)) }
            }
        }
    }
}

fn facts(facts: &[(String, String)]) -> Markup {
    let facts: Vec<(&str, String)> =
        facts.iter().map(|(label, fact)| (label.as_str(), fact.clone())).collect();
    layout::facts(&facts)
}

fn map(session: &SessionFacts) -> String {
    let place = format!("{}, {}", session.venue, session.address);
    format!("https://www.openstreetmap.org/search?query={}", form_urlencoded(&place))
}

#[cfg(test)]
mod tests;
