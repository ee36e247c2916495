//! The two pages about languages. Administrators read them, so they are in English; a translation
//! stands in its own language and direction.

use crate::mail::words::Letterhead;
use crate::settings::translations::{ENGLISH, TextToCheck, TranslationState};
use crate::web::form::{Field, Wrong, error_summary, field, wrong_with};
use crate::web::layout::{self, Audience, Extras, Heading, Menu, Page};
use crate::web::visit::form_urlencoded;
use crate::words::Words;
use crate::words::direction::direction;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeSet;

pub(super) const LANGUAGES: &str = "/admin/languages";

/// A language that somebody typed in.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Added {
    pub tag: String,
    pub own_name: String,
}

/// Which texts are shown.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    pub show: String,
    #[serde(default)]
    pub part: String,
    #[serde(default)]
    pub page: usize,
}

impl Wanted {
    pub(super) fn fits(&self, text: &TextToCheck) -> bool {
        let is_shown = match self.show.as_str() {
            "core" => text.is_core && text.state != TranslationState::Confirmed,
            "consent" => text.is_consent && text.state != TranslationState::Confirmed,
            "confirmed" => text.state == TranslationState::Confirmed,
            "missing" => text.state == TranslationState::Missing,
            "all" => true,
            _ => text.state != TranslationState::Confirmed,
        };
        is_shown && (self.part.is_empty() || self.part == text.part)
    }

    pub(super) fn address(&self, tag: &str, page: usize) -> String {
        let (show, part) = (form_urlencoded(&self.show), form_urlencoded(&self.part));
        format!("{LANGUAGES}/{tag}?show={show}&part={part}&page={page}")
    }
}

/// What was typed, for which text, and what is wrong with it.
pub(super) type Rejected<'a> = (&'a str, &'a str, &'a str);

/// A language, with how far it can be relied on.
pub(super) struct LanguageAtAGlance {
    tag: String,
    own_name: String,
    texts: usize,
    confirmed: usize,
    missing: usize,
    /// Core sentences and consents that wait for a person.
    core_open: usize,
    consent_open: usize,
}

impl LanguageAtAGlance {
    pub(super) fn of(tag: String, own_name: String, texts: &[TextToCheck]) -> LanguageAtAGlance {
        let count = |fits: fn(&TextToCheck) -> bool| texts.iter().filter(|text| fits(text)).count();
        LanguageAtAGlance {
            tag,
            own_name,
            texts: texts.len(),
            confirmed: count(|text| text.state == TranslationState::Confirmed),
            missing: count(|text| text.state == TranslationState::Missing),
            core_open: count(|text| text.is_core && text.state != TranslationState::Confirmed),
            consent_open: count(|text| {
                text.is_consent && text.state != TranslationState::Confirmed
            }),
        }
    }

    /// Whole percent, never 100 before all is confirmed.
    fn percent(&self) -> usize {
        self.confirmed * 100 / self.texts.max(1)
    }
}

pub(super) struct AllLanguages<'a> {
    pub head: &'a Letterhead,
    pub menu: Menu,
    pub languages: &'a [LanguageAtAGlance],
    pub typed: &'a Added,
    pub wrong: &'a [Wrong],
}

pub(super) fn all(page: &AllLanguages<'_>) -> Markup {
    let words = Words::english();
    let main = html! {
        (error_summary(words, page.wrong))
        p {
            "A machine translated these. Until a person who reads both languages confirms a text, "
            "families are told so; English stands beside the sentences that matter most, and in "
            "place of what they agree to."
        }
        div.wide {
            table {
                thead { tr {
                    th scope="col" { "Language" }
                    th.drawn scope="col" { "Confirmed" }
                    th.n scope="col" { "Core sentences to read" }
                    th.n scope="col" { "Consents to read" }
                    th.n scope="col" { "Not translated" }
                } }
                tbody {
                    @for one in page.languages {
                        tr {
                            th scope="row" {
                                a href={ (LANGUAGES) "/" (one.tag) } {
                                    bdi lang=(one.tag) { (one.own_name) } " (" (one.tag) ")"
                                }
                            }
                            td.drawn { (bar(one)) }
                            td.n { (one.core_open) }
                            td.n { (one.consent_open) }
                            td.n { (one.missing) }
                        }
                    }
                }
            }
        }
        h2 { "Add a language" }
        form method="post" action=(LANGUAGES) novalidate {
            (field(words, &Field {
                name: "tag", label: "Language tag", hint: "For example so for Somali, pt-br for Portuguese as in Brazil",
                value: &page.typed.tag, wrong: wrong_with(page.wrong, "tag"), ..Field::default()
            }))
            (field(words, &Field {
                name: "own_name", label: "What its readers call it", hint: "For example Soomaali",
                value: &page.typed.own_name, wrong: wrong_with(page.wrong, "own_name"), ..Field::default()
            }))
            p { button type="submit" { "Add language" } }
        }
    };
    let title = if page.wrong.is_empty() { "Languages" } else { "Error: Languages" };
    frame(page.head, page.menu, (title, "Languages"), main)
}

fn bar(one: &LanguageAtAGlance) -> Markup {
    html! {
        (one.confirmed) " of " (one.texts) " "
        meter min="0" max=(one.texts) value=(one.confirmed) { (one.percent()) "%" }
    }
}

pub(super) struct TextsOfLanguage<'a> {
    pub head: &'a Letterhead,
    pub menu: Menu,
    pub language: &'a LanguageAtAGlance,
    pub wanted: &'a Wanted,
    pub shown: &'a [&'a TextToCheck],
    pub found: usize,
    pub page: usize,
    pub has_more: bool,
    pub rejected: Option<Rejected<'a>>,
}

/// What can be shown, and what it is called.
const SHOWN: [(&str, &str); 6] = [
    ("", "Not confirmed"),
    ("core", "Core sentences to read"),
    ("consent", "Consents to read"),
    ("missing", "Not translated"),
    ("confirmed", "Confirmed"),
    ("all", "All"),
];

pub(super) fn one(page: &TextsOfLanguage<'_>) -> Markup {
    let (words, language) = (Words::english(), page.language);
    let wrong: Vec<Wrong> =
        page.rejected.iter().map(|(key, _, says)| Wrong::new(key, *says)).collect();
    let parts: BTreeSet<&str> = ENGLISH.values().map(|text| text.part).collect();
    let confirm = format!("{LANGUAGES}/{}/confirm?{}", language.tag, query(page));
    let main = html! {
        (error_summary(words, &wrong))
        p { (bar(language)) " confirmed. " a href=(LANGUAGES) { "All languages" } }
        form.filters method="get" action={ (LANGUAGES) "/" (language.tag) } {
            div.row {
                div {
                    label for="show" { "Show" }
                    select id="show" name="show" {
                        @for (value, label) in SHOWN {
                            option value=(value) selected[value == page.wanted.show] { (label) }
                        }
                    }
                }
                div {
                    label for="part" { "Part" }
                    select id="part" name="part" {
                        option value="" { "All parts" }
                        @for part in parts {
                            option value=(part) selected[part == page.wanted.part] { (part) }
                        }
                    }
                }
            }
            button type="submit" { "Show" }
        }
        p { (page.found) " texts." }
        @for text in page.shown { (editor(page, text)) }
        @if !page.shown.is_empty() {
            form.box method="post" action=(confirm) {
                h2 { "Confirm what was read" }
                p { "Tick each text that a person has read in both languages and found right." }
                @for text in page.shown.iter().filter(|text| text.text.is_some()) {
                    label.tick {
                        input type="checkbox" name="key" value=(text.key);
                        (text.key)
                    }
                }
                label for="name" { "Who read them" }
                input id="name" name="name" type="text" autocomplete="off" required;
                p { button type="submit" { "Confirm" } }
            }
        }
        @if page.page > 1 || page.has_more {
            nav.pages aria-label="More pages" {
                @if page.page > 1 { (turn(page, page.page - 1, "Previous")) }
                @if page.has_more { (turn(page, page.page + 1, "Next")) }
            }
        }
    };
    let heading = format!("Texts in {}", language.own_name);
    let title = if wrong.is_empty() { heading.clone() } else { format!("Error: {heading}") };
    frame(page.head, page.menu, (&title, &heading), main)
}

fn turn(page: &TextsOfLanguage<'_>, to: usize, label: &str) -> Markup {
    html! { a.button.second href=(page.wanted.address(&page.language.tag, to)) { (label) } }
}

fn query(page: &TextsOfLanguage<'_>) -> String {
    let address = page.wanted.address(&page.language.tag, page.page);
    address.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
}

/// One text, with its English above it.
fn editor(page: &TextsOfLanguage<'_>, text: &TextToCheck) -> Markup {
    let tag = &page.language.tag;
    let rejected = page.rejected.filter(|(key, _, _)| *key == text.key);
    let written = rejected.map_or(text.text.as_deref().unwrap_or_default(), |(_, typed, _)| typed);
    let action = format!("{LANGUAGES}/{tag}/texts/{}?{}", text.key, query(page));
    let rows = written.lines().count().clamp(2, 14);
    html! {
        form.box method="post" action=(action) {
            label for=(text.key) {
                (text.key) " " span.chip.soon[text.state != TranslationState::Confirmed] { (state(text)) }
            }
            p.said-in-english lang="en-GB" { @for line in text.english.lines() { (line) br; } }
            @if let Some((_, _, says)) = rejected { p.error id={ (text.key) "-error" } { (says) } }
            textarea id=(text.key) name="text" rows=(rows) lang=(tag) dir=(direction(tag))
                aria-describedby=[rejected.map(|_| format!("{}-error", text.key))]
                aria-invalid=[rejected.map(|_| "true")] { (written) }
            p { button.second type="submit" { "Save" span.hidden { " " (text.key) } } }
        }
    }
}

fn state(text: &TextToCheck) -> String {
    let state = match text.state {
        TranslationState::Missing => "not translated".to_owned(),
        TranslationState::Unconfirmed => "not confirmed".to_owned(),
        TranslationState::Outdated => "the English has changed".to_owned(),
        TranslationState::Confirmed => {
            format!("confirmed by {}", text.confirmed_by.as_deref().unwrap_or_default())
        }
    };
    match (text.is_core, text.is_consent) {
        (true, _) => format!("{state}; core sentence"),
        (false, true) => format!("{state}; consent"),
        (false, false) => state,
    }
}

fn frame(head: &Letterhead, menu: Menu, (title, heading): (&str, &str), main: Markup) -> Markup {
    let page =
        Page { organisation: &head.organisation, title, audience: Audience::Team(menu), main };
    let extras = Extras { heading: Heading::Text(heading), here: LANGUAGES, ..Extras::default() };
    layout::page_with(&page, &extras)
}
