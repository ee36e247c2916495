//! The frame of every page: one column, readable on a small phone, by keyboard
//! and by screen reader, without a script and without anything from elsewhere.
//! Pages are pure functions from plain structs to this; they read no database.

use crate::access::{Act, Actor};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The only style sheet, served at [`STYLE_PATH`] so that no page needs inline
/// styles and the content security policy can be strict.
pub(crate) const STYLE: &str = include_str!("style.css");

pub(crate) const STYLE_PATH: &str = "/style.css";

/// No scripts run, nothing but our style is fetched, forms post only to us.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// One page's own part.
pub(crate) struct Page<'a> {
    pub organisation: &'a str,
    pub title: &'a str,
    pub audience: Audience,
    pub main: Markup,
}

/// Who a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Anyone: search engines may list it.
    Everyone,
    /// Anyone who holds the link: search engines are told not to list it.
    LinkHolder,
    /// Who signed in.
    Team(Menu),
}

impl Audience {
    fn may_be_found(self) -> bool {
        match self {
            Audience::Everyone => true,
            Audience::LinkHolder | Audience::Team(_) => false,
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
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if !page.audience.may_be_found() {
                    meta name="robots" content="noindex, nofollow";
                }
                title { (page.title) " – " (page.organisation) }
                link rel="stylesheet" href=(STYLE_PATH);
            }
            body {
                a.skip href="#main" { "Skip to the main part" }
                header {
                    a.name href="/" { (page.organisation) }
                    (navigation(page.audience))
                }
                main id="main" tabindex="-1" {
                    h1 { (page.title) }
                    (page.main)
                }
                footer { p { (page.organisation) } }
            }
        }
    }
}

fn navigation(audience: Audience) -> Markup {
    match audience {
        Audience::Everyone | Audience::LinkHolder => html! {
            nav aria-label="Main" {
                a href="/whats-on" { "What’s on" } " " a href="/join" { "Become a member" }
            }
        },
        Audience::Team(menu) => html! {
            nav aria-label="Main" {
                @if menu.registers { a href="/registers" { "Registers" } }
                @if menu.reach { a href="/reach" { "Reach" } }
                form method="post" action=(SIGN_OUT) { button.plain type="submit" { "Sign out" } }
            }
        },
    }
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
    fn only_pages_behind_a_link_are_kept_from_search_engines() {
        assert!(!sample(Audience::Everyone).contains("noindex"));
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
