//! The frame of every page: one column, readable on a small phone, by keyboard
//! and by screen reader, without a script and without anything from elsewhere.
//! Pages are pure functions from plain structs to this; they read no database.

mod menu;
pub(crate) mod quiet;

pub(crate) use menu::{MY, Menu, is_at_work};

use crate::config::Origin;
use crate::words::Words;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

/// The only style sheet, served at [`STYLE_PATH`] so that no page needs inline
/// styles and the content security policy can be strict.
pub(crate) const STYLE: &str = include_str!("style.css");

pub(crate) const STYLE_PATH: &str = "/style.css";

/// No scripts run, nothing but our style is fetched, forms post only to us.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for pages with small scripts of ours: to leave in a hurry, to stay signed in.
pub(crate) const SCRIPT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// The same for the card, which a phone keeps by a script of ours.
pub(crate) const CARD_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     script-src 'self'; worker-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for the registers, whose marks wait on the device where there is no network.
pub(crate) const DOOR_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     script-src 'self'; worker-src 'self'; connect-src 'self'; manifest-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The one page that may stand in a frame, and only on pages of the origins that may show it. Where
/// there are none it cannot be framed either.
pub(crate) const EMBEDDED: &str = "/embed/whats-on";

pub(crate) fn embedded_policy(origins: &[Origin]) -> String {
    let origins: Vec<&str> = origins.iter().map(Origin::as_str).collect();
    let ancestors = if origins.is_empty() { "'none'".to_owned() } else { origins.join(" ") };
    format!(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; \
         base-uri 'none'; frame-ancestors {ancestors}"
    )
}

/// One page's own part.
pub(crate) struct Page<'a> {
    pub organisation: &'a str,
    pub title: &'a str,
    pub audience: Audience,
    pub main: Markup,
}

/// What few pages need besides.
#[derive(Clone)]
pub(crate) struct Extras<'a> {
    pub words: Words,
    pub heading: Heading<'a>,
    /// Which address of the menu this page is at.
    pub here: &'a str,
    /// What was asked for besides the address, and still is in another language.
    pub query: &'a str,
    /// At the end of the head: data for search engines.
    pub head: Option<&'a Markup>,
}

impl Default for Extras<'_> {
    fn default() -> Self {
        Extras { words: Words::english(), heading: Heading::Title, here: "", query: "", head: None }
    }
}

/// What stands in the page's one `h1`.
#[derive(Clone, Copy)]
pub(crate) enum Heading<'a> {
    /// The title.
    Title,
    /// Something else: the title of a window also says "Error:".
    Text(&'a str),
    /// The same, with what stands beside it.
    Said(&'a Markup),
    /// The main part brings its own, as a [`panel`] does.
    InMain,
}

/// Who a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Anyone: search engines may list it.
    Everyone,
    /// Anyone who holds the link: search engines are told not to list it.
    LinkHolder,
    /// A parent who signed in.
    Parent,
    /// Who signed in to work.
    Team(Menu),
}

impl Audience {
    fn may_be_found(self) -> bool {
        match self {
            Audience::Everyone => true,
            Audience::LinkHolder | Audience::Parent | Audience::Team(_) => false,
        }
    }

    /// Pages for those who work here are in English.
    fn is_at_work(self) -> bool {
        match self {
            Audience::Team(_) => true,
            Audience::Everyone | Audience::LinkHolder | Audience::Parent => false,
        }
    }
}

pub(crate) fn page(page: &Page<'_>) -> Markup {
    page_with(page, &Extras::default())
}

pub(crate) fn page_with(page: &Page<'_>, extras: &Extras<'_>) -> Markup {
    let words = extras.words;
    html! {
        (DOCTYPE)
        html lang=(words.language()) dir=(words.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if !page.audience.may_be_found() {
                    meta name="robots" content="noindex, nofollow";
                }
                title { (page.title) " – " (page.organisation) }
                link rel="stylesheet" href=(STYLE_PATH);
                @if page.audience.is_at_work() { (quiet::script()) }
                @if let Some(head) = extras.head { (head) }
            }
            body {
                a.skip href="#main" { (words.say("skip")) }
                header {
                    a.name href="/" { (page.organisation) }
                    @if !page.audience.is_at_work() { (languages(words, extras.query)) }
                    (navigation(words, page.audience, extras.here))
                }
                @if words.is_machine_made() { (made_by_machine(words, extras.query)) }
                main id="main" tabindex="-1" {
                    @match extras.heading {
                        Heading::Title => h1 { (page.title) },
                        Heading::Text(heading) => h1 { (heading) },
                        Heading::Said(heading) => h1 { (heading) },
                        Heading::InMain => {}
                    }
                    (page.main)
                }
                @if page.audience.is_at_work() { (quiet::warning()) }
                (foot(words, page.organisation))
            }
        }
    }
}

fn navigation(words: Words, audience: Audience, here: &str) -> Markup {
    let link = |path: &str, key: &str| {
        html! {
            a href=(path) aria-current=[(path == here).then_some("page")] { (words.say(key)) }
        }
    };
    let sign_out = html! {
        form method="post" action=(SIGN_OUT) {
            button.plain type="submit" { (words.say("menu-sign-out")) }
        }
    };
    html! {
        nav aria-label=(words.say("menu")) {
            @match audience {
                Audience::Everyone | Audience::LinkHolder => {
                    (link("/whats-on", "menu-whats-on"))
                    (link("/my", "menu-my"))
                    (link("/sign-in", "menu-sign-in"))
                }
                Audience::Parent => {
                    (link("/whats-on", "menu-whats-on"))
                    (link("/my", "menu-my"))
                    (link("/my/family", "menu-family"))
                    (sign_out)
                }
                Audience::Team(menu) => {
                    (menu.links(here))
                    (sign_out)
                }
            }
        }
    }
}

/// Every language by its own name.
fn languages(words: Words, query: &str) -> Markup {
    html! {
        details.languages {
            summary { (GLOBE) span { (words.say("menu-language")) } }
            ul {
                @for one in words.offered().iter() {
                    @let is_here = one.tag == words.language();
                    li {
                        a href=(in_language(&one.tag, query)) lang=(one.tag) hreflang=(one.tag)
                            aria-current=[is_here.then_some("true")] { (one.own_name) }
                    }
                }
            }
        }
    }
}

/// Drawn, because no font has to be there for it.
const GLOBE: PreEscaped<&str> = PreEscaped(
    "<svg viewBox=\"0 0 20 20\" width=\"20\" height=\"20\" aria-hidden=\"true\" fill=\"none\" \
     stroke=\"currentColor\" stroke-width=\"1.5\"><circle cx=\"10\" cy=\"10\" r=\"8\"/>\
     <path d=\"M2 10h16M10 2c6 5 6 11 0 16M10 2c-6 5-6 11 0 16\"/></svg>",
);

/// This page in another language.
fn in_language(tag: &str, query: &str) -> String {
    let and = if query.is_empty() { "" } else { "&" };
    format!("?{query}{and}{LANGUAGE}={tag}")
}

/// What chooses a language, in the query of any page.
pub(crate) const LANGUAGE: &str = "language";

/// Said until a person has confirmed every text.
fn made_by_machine(words: Words, query: &str) -> Markup {
    let english = Words::english();
    html! {
        aside.machine {
            (words.say("language-machine")) " "
            a href=(in_language(english.language(), query)) lang=(english.language()) dir="ltr" {
                (english.say("language-in-english"))
            }
        }
    }
}

/// A text that must be understood: with its English beside it, or in English alone where somebody
/// agrees to it, until a person has confirmed it.
pub(crate) fn said(words: Words, key: &str) -> Markup {
    said_with(words, key, |words| words.say(key))
}

/// The same with gaps, which `say` fills in the words it is given.
pub(crate) fn said_with(words: Words, key: &str, say: impl Fn(Words) -> String) -> Markup {
    let read = words.agreed(key);
    html! {
        @if read.language() == words.language() { (say(words)) }
        @else { span lang=(read.language()) dir=(read.direction()) { (say(read)) } }
        @if let Some(english) = words.beside(key) { (beside(english, &say(english))) }
    }
}

/// What stands beside a translation that nobody has confirmed.
pub(crate) fn beside(english: Words, text: &str) -> Markup {
    html! { span.beside lang=(english.language()) dir="ltr" { (text) } }
}

fn foot(words: Words, organisation: &str) -> Markup {
    let links = [
        ("/contact", "foot-contact"),
        ("/privacy", "foot-privacy"),
        ("/accessibility", "foot-accessibility"),
        ("/sign-in", "foot-staff"),
        ("/docs/", "foot-developers"),
    ];
    html! {
        footer {
            p { (organisation) }
            nav aria-label=(words.say("foot")) {
                ul { @for (path, key) in links { li { a href=(path) { (words.say(key)) } } } }
            }
        }
    }
}

/// What has just become of something, as the head of a page: its heading, and a line or two.
pub(crate) fn panel(heading: &Markup, lines: &Markup) -> Markup {
    html! { div.panel { h1 { (heading) } (lines) } }
}

/// A link that looks like a button: the one thing a page is for.
pub(crate) fn link_button(path: &str, label: &str) -> Markup {
    html! { a.button href=(path) { (label) } }
}

/// Data that a page holds for search engines, as its head carries it. Nothing in it can end the
/// element, and no browser runs it.
pub(crate) fn data_for_search(data: &Value) -> Markup {
    let text = data.to_string().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

/// A list of labels and what they are, read in that order.
pub(crate) fn facts(facts: &[(&str, String)]) -> Markup {
    html! {
        dl.facts {
            @for (label, fact) in facts {
                div { dt { (label) } dd { bdi { (fact) } } }
            }
        }
    }
}

/// A button that does the one thing a page is for.
pub(crate) fn one_button(action: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            button type="submit" { (label) }
        }
    }
}

/// A phone number that a phone can ring.
pub(crate) fn phone(number: &str) -> Markup {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! { a href={ "tel:" (PreEscaped(digits)) } dir="ltr" { (number) } }
}

pub(crate) const SIGN_OUT: &str = "/sign-out";

#[cfg(test)]
mod tests;
