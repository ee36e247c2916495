//! The form of somebody who has not signed in: a newcomer fills in who comes and how to reach them.

use super::newcomer::{CHILDREN, ChildFields, boxes, is_used};
use super::sent::Sent;
use super::top::{Top, Way};
use crate::centres::house_rules::HouseRules;
use crate::membership::notices::Notice;
use crate::pages::rules::folded;
use crate::web::form::{DateBoxes, Field, Wrong, date_boxes, error_summary, field, wrong_with};
use crate::web::layout;
use crate::words::direction::direction;
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
    pub rules: &'a HouseRules,
    pub wrongs: &'a [Wrong],
}

impl Form<'_> {
    /// The heading: with the session where it is about one.
    pub(super) fn title(&self) -> String {
        title(self.words, self.top)
    }

    pub(super) fn show(&self) -> Markup {
        let words = self.words;
        html! {
            (error_summary(words, self.wrongs))
            @if let Some(top) = self.top {
                (top.facts(words))
                (member_way(words, self.path))
            } @else {
                p { (words.say("book-join-lead")) }
            }
            form method="post" action=(self.path) novalidate {
                (self.text("name", "book-name", "", "text", "name"))
                fieldset {
                    legend { (words.say("book-reach")) }
                    p.hint { (words.say("book-reach-hint")) }
                    (self.text("email", "book-email", "", "email", "email"))
                    (self.text("phone", "book-phone", "", "tel", "tel"))
                }
                (self.child(&CHILDREN[0]))
                details.more open[self.has_more_children()] {
                    summary { (words.say("book-another-child")) }
                    (self.child(&CHILDREN[1]))
                    (self.child(&CHILDREN[2]))
                }
                (self.text("postcode", "book-postcode", "book-postcode-hint", "text", "postal-code"))
                (self.tick("no_postcode", "book-no-postcode"))
                @if self.top.is_some_and(|top| matches!(top.way(), Way::Book | Way::Wait)) {
                    (adults(words, self.sent, self.wrongs))
                }
                (self.notice())
                (rules(words, self.rules, self.top))
                p { button type="submit" { (words.say(button(self.top))) } }
                p.quiet { (layout::said(words, "book-next")) }
            }
        }
    }

    fn text(&self, name: &str, label: &str, hint: &str, kind: &str, fills: &str) -> Markup {
        let (label, value) = (self.words.say(label), self.sent.one(name));
        let hint = if hint.is_empty() { String::new() } else { self.words.say(hint) };
        let (wrong, keys) = (wrong_with(self.wrongs, name), "");
        field(
            self.words,
            &Field { name, label: &label, hint: &hint, value, kind, keys, fills, wrong },
        )
    }

    fn child(&self, fields: &ChildFields) -> Markup {
        let (words, day) = (self.words, fields.day);
        let expected = self.sent.is_on(fields.expected);
        let [legend, hint] = ["book-day", "book-day-hint"].map(|key| words.say(key));
        let wrong = wrong_with(self.wrongs, &format!("{day}_day"));
        let typed = boxes(self.sent, day);
        let asked = DateBoxes { name: day, legend: &legend, hint: &hint, typed, wrong };
        html! {
            (self.text(fields.name, "book-child", "", "text", "off"))
            fieldset {
                legend { (words.say("book-is-born")) }
                (choice(fields.expected, "", &words.say("book-born"), !expected))
                (choice(fields.expected, "yes", &words.say("book-not-yet"), expected))
            }
            (date_boxes(words, &asked))
        }
    }

    fn tick(&self, name: &str, label: &str) -> Markup {
        html! {
            label.tick {
                input type="checkbox" name=(name) value="yes" checked[self.sent.is_on(name)];
                span { (self.words.say(label)) }
            }
        }
    }

    fn has_more_children(&self) -> bool {
        CHILDREN[1..].iter().any(|fields| is_used(self.sent, fields))
    }

    /// Two lines, and the whole for whoever wants to read it.
    fn notice(&self) -> Markup {
        let words = self.words;
        html! {
            p { (layout::said(words, "book-notice-lead")) }
            details lang=(self.notice.language) dir=(direction(&self.notice.language)) {
                summary { (self.notice.title) }
                @for line in self.notice.body.lines().filter(|line| !line.trim().is_empty()) {
                    p { (line) }
                }
            }
            p.quiet { (say!(words, "book-notice-version", version = self.notice.version)) }
            details open[self.sent.is_on("guest") || self.sent.is_on("rejoins")] {
                summary { (words.say("book-choices")) }
                (self.tick("guest", "book-guest"))
                (self.tick("rejoins", "book-rejoins"))
            }
        }
    }
}

/// The house rules of where it is.
pub(super) fn rules(words: Words, rules: &HouseRules, top: Option<&Top>) -> Markup {
    folded(words, rules, top.map(|top| top.planned.centre.name.as_str()))
}

/// How many adults come: one where nothing was said.
pub(super) fn adults(words: Words, sent: &Sent, wrongs: &[Wrong]) -> Markup {
    let value = if sent.is_on("adults") { sent.one("adults") } else { "1" };
    let (name, label) = ("adults", words.say("book-adults"));
    let wrong = wrong_with(wrongs, name);
    field(words, &Field { name, label: &label, value, keys: "numeric", wrong, ..Field::default() })
}

/// One of two answers, of which one is chosen.
fn choice(name: &str, value: &str, label: &str, on: bool) -> Markup {
    html! {
        label.tick {
            input type="radio" name=(name) value=(value) checked[on];
            span { (label) }
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
