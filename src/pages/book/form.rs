//! The form of somebody who has not signed in: a newcomer fills in who comes and how to reach them.

use super::newcomer::{CHILDREN, ChildFields};
use super::sent::Sent;
use super::top::{Top, Way};
use crate::membership::notices::Notice;
use crate::web::form::{DayField, TextField, Wrongs, choice, tick};
use crate::words::{Words, say};
use maud::{Markup, html};

/// What a form is made of.
pub(super) struct Form<'a> {
    pub words: Words,
    /// Where it goes, and where the same page is.
    pub path: &'a str,
    pub top: Option<&'a Top>,
    pub sent: &'a Sent,
    pub notice: &'a Notice,
    pub wrongs: &'a Wrongs,
}

impl Form<'_> {
    /// The heading: with the session where it is about one.
    pub(super) fn title(&self) -> String {
        title(self.words, self.top)
    }

    pub(super) fn show(&self) -> Markup {
        let words = self.words;
        html! {
            (self.wrongs.summary(words))
            @if let Some(top) = self.top {
                (top.facts(words))
                (member_way(words, self.path))
            } @else {
                p { (words.say("book-join-lead")) }
            }
            form method="post" action=(self.path) novalidate {
                (self.text("name", "book-name", None, "text", "name"))
                fieldset.field {
                    legend { (words.say("book-reach")) }
                    p.hint { (words.say("book-reach-hint")) }
                    (self.text("email", "book-email", None, "email", "email"))
                    (self.text("phone", "book-phone", None, "tel", "tel"))
                }
                (self.child(&CHILDREN[0]))
                details.more open[self.has_more_children()] {
                    summary { (words.say("book-another-child")) }
                    (self.child(&CHILDREN[1]))
                    (self.child(&CHILDREN[2]))
                }
                (self.text("postcode", "book-postcode", Some("book-postcode-hint"), "text", "postal-code"))
                (tick("no_postcode", "yes", "no_postcode", &words.say("book-no-postcode"), self.sent.is_on("no_postcode")))
                @if self.top.is_some_and(|top| matches!(top.way(), Way::Book | Way::Wait)) {
                    (self.adults())
                }
                (self.notice())
                p { button type="submit" { (words.say(button(self.top))) } }
                p.quiet { (words.say("book-next")) }
            }
        }
    }

    fn text(
        &self,
        name: &'static str,
        label: &str,
        hint: Option<&str>,
        kind: &'static str,
        fills: &'static str,
    ) -> Markup {
        let (label, hint) = (self.words.say(label), hint.map(|hint| self.words.say(hint)));
        TextField { name, label, hint, kind, fills, value: self.sent.one(name) }.show(self.wrongs)
    }

    fn adults(&self) -> Markup {
        let value = if self.sent.is_on("adults") { self.sent.one("adults") } else { "1" };
        let label = self.words.say("book-adults");
        TextField { name: "adults", label, hint: None, kind: "text", fills: "off", value }
            .show(self.wrongs)
    }

    fn child(&self, fields: &ChildFields) -> Markup {
        let (words, ending) = (self.words, fields.ending);
        let expected = self.sent.is_on(fields.born);
        let part = |name: &str| self.sent.one(&format!("{name}{ending}")).to_owned();
        let [day, month, year] = ["day", "month", "year"].map(part);
        let (yes, no) = (format!("born{ending}"), format!("not-born{ending}"));
        html! {
            (self.text(fields.name, "book-child", None, "text", "off"))
            fieldset.field {
                legend { (words.say("book-is-born")) }
                (choice(fields.born, "", &yes, &words.say("book-born"), !expected))
                (choice(fields.born, "yes", &no, &words.say("book-not-yet"), expected))
            }
            (DayField {
                id: fields.day,
                ending,
                question: words.say("book-day"),
                hint: words.say("book-day-hint"),
                values: [&day, &month, &year],
            }.show(words, self.wrongs))
        }
    }

    fn has_more_children(&self) -> bool {
        CHILDREN[1..].iter().any(|fields| {
            let day = format!("day{}", fields.ending);
            self.sent.is_on(fields.name) || self.sent.is_on(&day)
        })
    }

    /// Two lines, and the whole for whoever wants to read it.
    fn notice(&self) -> Markup {
        let words = self.words;
        html! {
            p { (words.say("book-notice-lead")) }
            details {
                summary { (self.notice.title) }
                @for line in self.notice.body.lines().filter(|line| !line.trim().is_empty()) {
                    p { (line) }
                }
                p.quiet { (say!(words, "book-notice-version", version = self.notice.version)) }
            }
            details open[self.sent.is_on("guest") || self.sent.is_on("rejoins")] {
                summary { (words.say("book-choices")) }
                (tick("guest", "yes", "guest", &words.say("book-guest"), self.sent.is_on("guest")))
                (tick("rejoins", "yes", "rejoins", &words.say("book-rejoins"), self.sent.is_on("rejoins")))
            }
        }
    }
}

pub(super) fn title(words: Words, top: Option<&Top>) -> String {
    let Some(top) = top else { return words.say("book-join-title") };
    let key = match top.way() {
        Way::Book | Way::Closed | Way::TurnUp => "book-title",
        Way::Wait => "book-wait-title",
        Way::Remind => "book-remind-title",
    };
    say!(words, key, session = top.named(words))
}

/// What the one button of a form says.
pub(super) fn button(top: Option<&Top>) -> &'static str {
    match top.map(Top::way) {
        None => "book-join",
        Some(Way::Book | Way::Closed | Way::TurnUp) => "book-this",
        Some(Way::Wait) => "book-wait",
        Some(Way::Remind) => "book-remind",
    }
}

/// Whoever is known signs in, and fills in less.
fn member_way(words: Words, path: &str) -> Markup {
    let way = format!("/sign-in?next={}", crate::web::visit::form_urlencoded(path));
    html! {
        p { (words.say("book-booked-before")) " " a href=(way) { (words.say("book-sign-in")) } }
    }
}
