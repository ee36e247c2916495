//! What parents read, kept out of the code: a folder for each language, a file for each part of
//! the pages, in the syntax of Project Fluent. Code names a text by its key and says what stands in
//! its gaps. English is complete, and is what stands where another language has no text; days and
//! lists follow each language's own rules (CLDR). What administrators correct or confirm is laid
//! over the files by `translations`.

pub(crate) mod check;
mod days;
pub(crate) mod direction;
pub(crate) mod language;
pub(crate) mod languages;
pub(crate) mod marks;
pub(crate) mod shipped;

use chrono::NaiveDate;
use days::Days;
use fluent_bundle::{FluentArgs, FluentValue};
use language::{Language, Offered};
use std::sync::{Arc, LazyLock};

/// English as it is in the files, for whatever is not said to a chosen reader.
static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::shipped(&shipped::SHIPPED[0]));

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words {
    language: &'static Language,
    /// Days and times in figures: beside words that a reader may not trust.
    in_figures: bool,
}

/// A text with its gaps filled: `say!(words, "places-left", n = 4)`.
macro_rules! say {
    ($words:expr, $key:expr $(, $gap:ident = $value:expr)+ $(,)?) => {
        $words.fill($key, &[$((stringify!($gap), $value.into())),+])
    };
}
pub(crate) use say;

/// What stands in the gaps of a text.
pub type Gaps<'a> = &'a [(&'static str, FluentValue<'a>)];

impl Words {
    fn of(language: &'static Language) -> Words {
        Words { language, in_figures: false }
    }

    pub fn english() -> Words {
        Words::of(&ENGLISH)
    }

    /// The language, as HTML names it.
    pub fn language(self) -> &'static str {
        &self.language.tag
    }

    /// What its readers call it.
    pub fn own_name(self) -> &'static str {
        &self.language.own_name
    }

    /// `rtl` or `ltr`, as HTML says it.
    pub fn direction(self) -> &'static str {
        if self.language.is_from_the_right { "rtl" } else { "ltr" }
    }

    pub fn is_from_the_right(self) -> bool {
        self.language.is_from_the_right
    }

    pub fn is_english(self) -> bool {
        self.language.tag == shipped::ENGLISH_TAG
    }

    /// The languages to choose from.
    pub(crate) fn offered(self) -> Arc<Vec<Offered>> {
        self.language.offered()
    }

    /// A text without gaps.
    pub fn say(self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// A text with gaps: [`say!`] writes it shorter.
    pub fn fill(self, key: &str, gaps: Gaps<'_>) -> String {
        let args: FluentArgs = gaps.iter().cloned().collect();
        let own = self.language.format(key, &args);
        own.or_else(|| ENGLISH.format(key, &args)).unwrap_or_else(|| {
            // A test finds every key without its text; nobody should read the key all the same.
            debug_assert!(false, "no text, or a gap that was not filled: {key}");
            tracing::error!(key, "a text is missing or has a gap");
            String::new()
        })
    }

    /// Whether a person has confirmed this text.
    pub(crate) fn is_confirmed(self, key: &str) -> bool {
        self.is_english() || self.language.is_confirmed(key)
    }

    /// English for what somebody agrees to, until a person has confirmed the text.
    pub(crate) fn agreed(self, key: &str) -> Words {
        let is_open = marks::is_consent(key) && !self.is_confirmed(key);
        if is_open { Words::english() } else { self }
    }

    /// English, where it has to stand beside this text: what nobody may misread, until a person who
    /// reads both has confirmed it.
    pub(crate) fn beside(self, key: &str) -> Option<Words> {
        let needed = marks::is_core(key) && !self.is_confirmed(key);
        needed.then(Words::in_figures)
    }

    /// English, where it has to stand beside what is sent: until every core sentence is confirmed.
    pub(crate) fn beside_all(self) -> Option<Words> {
        let confirmed =
            self.is_english() || marks::CORE.iter().all(|key| self.language.is_confirmed(key));
        (!confirmed).then(Words::in_figures)
    }

    /// English, with days and times in figures.
    fn in_figures() -> Words {
        Words { in_figures: true, ..Words::english() }
    }

    pub(crate) fn says_figures(self) -> bool {
        self.in_figures
    }

    /// Whether some of it was translated by a machine, and no person has confirmed it.
    pub(crate) fn is_machine_made(self) -> bool {
        !self.is_english() && !self.language.is_all_confirmed()
    }

    /// Tuesday 3 June.
    pub(crate) fn day(self, day: NaiveDate) -> String {
        self.said(day, |days| days.day(day))
    }

    /// 3 June 2025.
    pub(crate) fn date(self, day: NaiveDate) -> String {
        self.said(day, |days| days.date(day))
    }

    /// June 2025, of any day in it.
    pub(crate) fn month(self, day: NaiveDate) -> String {
        self.said(day, |days| days.month(day))
    }

    fn said(self, day: NaiveDate, of: impl FnOnce(&Days) -> Option<String>) -> String {
        let days = self.language.days().filter(|_| !self.in_figures);
        // In an order that all who live here know from letters and forms.
        days.and_then(of).unwrap_or_else(|| day.format("%d/%m/%Y").to_string())
    }

    /// Leo, Mia and Zac.
    pub(crate) fn list(self, items: &[String]) -> String {
        self.language.days().map_or_else(|| items.join(", "), |days| days.list(items))
    }
}

#[cfg(test)]
mod tests;
