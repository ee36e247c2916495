//! The frame of every page: one column, readable on a small phone, by keyboard
//! and by screen reader, without a script and without anything from elsewhere.
//! Pages are pure functions from plain structs to this; they read no database.

use crate::access::{Act, Actor};
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

/// The same for pages that can be left in a hurry.
pub(crate) const EXIT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for the card, which a phone keeps by a script of ours.
pub(crate) const CARD_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     script-src 'self'; worker-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
    /// At the end of the head: data for search engines.
    pub head: Option<&'a Markup>,
}

impl Default for Extras<'_> {
    fn default() -> Self {
        Extras { words: Words::english(), heading: Heading::Title, here: "", head: None }
    }
}

/// What stands in the page's one `h1`.
#[derive(Clone, Copy)]
pub(crate) enum Heading<'a> {
    /// The title.
    Title,
    /// Something else: the title of a window also says "Error:".
    Text(&'a str),
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
}

/// What is there for somebody who signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Menu {
    registers: bool,
    reach: bool,
}

impl Menu {
    pub(crate) fn of(actor: &Actor) -> Menu {
        Menu { registers: actor.may_ever(Act::SeeRegister), reach: actor.may_ever(Act::SeeReports) }
    }

    /// The first page after signing in without having asked for another.
    pub(crate) fn first(self) -> &'static str {
        match self {
            Menu { registers: true, .. } => "/registers",
            Menu { reach: true, .. } => "/reach",
            Menu { registers: false, reach: false } => "/",
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
        html lang=(words.language()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if !page.audience.may_be_found() {
                    meta name="robots" content="noindex, nofollow";
                }
                title { (page.title) " – " (page.organisation) }
                link rel="stylesheet" href=(STYLE_PATH);
                @if let Some(head) = extras.head { (head) }
            }
            body {
                a.skip href="#main" { (words.say("skip")) }
                header {
                    a.name href="/" { (page.organisation) }
                    (navigation(words, page.audience, extras.here))
                }
                main id="main" tabindex="-1" {
                    @match extras.heading {
                        Heading::Title => h1 { (page.title) },
                        Heading::Text(heading) => h1 { (heading) },
                        Heading::InMain => {}
                    }
                    (page.main)
                }
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
                    @if menu.registers { (link("/registers", "menu-registers")) }
                    @if menu.reach { (link("/reach", "menu-reach")) }
                    (sign_out)
                }
            }
        }
    }
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
pub(crate) fn panel(heading: &str, lines: &Markup) -> Markup {
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
                div { dt { (label) } dd { (fact) } }
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
    html! { a href={ "tel:" (PreEscaped(digits)) } { (number) } }
}

pub(crate) const SIGN_OUT: &str = "/sign-out";

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(audience: Audience) -> String {
        page(&Page {
            organisation: "Trafford <Family> Hubs",
            title: "What’s on",
            audience,
            main: html! { p { "Here" } },
        })
        .into_string()
    }

    #[test]
    fn a_page_runs_nothing_and_fetches_only_its_style() {
        let page = sample(Audience::Everyone);

        for absent in ["<script", "style=", "onclick", "http://", "https://", "<img"] {
            assert!(!page.contains(absent), "{absent} in {page}");
        }
        assert!(page.contains("href=\"/style.css\""));
    }

    #[test]
    fn a_page_names_its_language_and_lets_a_keyboard_skip() {
        let page = sample(Audience::Everyone);

        assert!(page.contains("<html lang=\"en-GB\">"));
        assert!(page.contains("<a class=\"skip\" href=\"#main\">"));
        assert_eq!(page.matches("<h1>").count(), 1);
        assert!(page.contains("Trafford &lt;Family&gt; Hubs"));
    }

    #[test]
    fn the_menu_marks_where_the_reader_is() {
        let page = Page {
            organisation: "Hubs",
            title: "What’s on",
            audience: Audience::Parent,
            main: panel("Booked", &html! {}),
        };
        let extras = Extras { here: "/my", heading: Heading::InMain, ..Extras::default() };
        let page = page_with(&page, &extras).into_string();

        assert!(page.contains("<a href=\"/my\" aria-current=\"page\">My places</a>"), "{page}");
        assert_eq!(page.matches("aria-current").count(), 1);
        assert_eq!(page.matches("<h1>").count(), 1);
        assert!(page.contains("action=\"/sign-out\""));
    }

    #[test]
    fn data_for_search_engines_cannot_end_its_element() {
        let data = serde_json::json!({ "name": "</script><script>alert(1)" });
        let element = data_for_search(&data).into_string();

        assert_eq!(element.matches("<script").count(), 1, "{element}");
        assert_eq!(element.matches("</script>").count(), 1, "{element}");
        let inside = element.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</script>"));
        let read: Value = serde_json::from_str(inside.expect("an element")).expect("JSON");
        assert_eq!(read, data);
    }

    #[test]
    fn only_pages_behind_a_link_are_kept_from_search_engines() {
        assert!(!sample(Audience::Everyone).contains("noindex"));
        assert!(sample(Audience::Parent).contains("noindex"));
        assert!(sample(Audience::LinkHolder).contains("noindex"));
    }

    #[test]
    fn the_style_fetches_nothing() {
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }

    #[test]
    fn a_number_is_rung_by_its_digits() {
        assert_eq!(
            phone("0161 496 0122").into_string(),
            "<a href=\"tel:01614960122\">0161 496 0122</a>"
        );
    }
}
