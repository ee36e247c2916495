//! What parents read, kept out of the code: a folder for each language, a file for each part of
//! the pages, in the syntax of Project Fluent. Code names a text by its key and says what stands in
//! its gaps.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words(&'static FluentBundle<FluentResource>);

/// A text with its gaps filled: `say!(words, "places-left", n = 4)`.
macro_rules! say {
    ($words:expr, $key:expr $(, $gap:ident = $value:expr)+ $(,)?) => {
        $words.fill($key, &[$((stringify!($gap), $value.into())),+])
    };
}
pub(crate) use say;

const ENGLISH: [(&str, &str); 13] = [
    ("common", include_str!("en-GB/common.ftl")),
    ("dates", include_str!("en-GB/dates.ftl")),
    ("fault", include_str!("en-GB/fault.ftl")),
    ("whats-on", include_str!("en-GB/whats-on.ftl")),
    ("book", include_str!("en-GB/book.ftl")),
    ("booking", include_str!("en-GB/booking.ftl")),
    ("sign-in", include_str!("en-GB/sign-in.ftl")),
    ("my", include_str!("en-GB/my.ftl")),
    ("mail", include_str!("en-GB/mail.ftl")),
    ("account", include_str!("en-GB/account.ftl")),
    ("member", include_str!("en-GB/member.ftl")),
    ("feed", include_str!("en-GB/feed.ftl")),
    ("house", include_str!("en-GB/house.ftl")),
];

static IN_ENGLISH: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("en-GB", &ENGLISH));

impl Words {
    pub fn english() -> Words {
        Words(&IN_ENGLISH)
    }

    /// The language, as HTML names it.
    pub fn language(self) -> String {
        self.0.locales.first().map(ToString::to_string).unwrap_or_default()
    }

    /// A text without gaps.
    pub fn say(self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// A text with gaps: [`say!`] writes it shorter.
    pub fn fill(self, key: &str, gaps: &[(&'static str, FluentValue)]) -> String {
        let args: FluentArgs = gaps.iter().cloned().collect();
        let pattern = self.0.get_message(key).and_then(|message| message.value());
        let mut wrong = Vec::new();
        let text = pattern.map(|text| self.0.format_pattern(text, Some(&args), &mut wrong));
        match text {
            Some(text) if wrong.is_empty() => text.into_owned(),
            _ => {
                // A test finds every key without its text; nobody should read the key all the same.
                debug_assert!(false, "no text, or a gap that was not filled: {key} {wrong:?}");
                tracing::error!(key, ?wrong, "a text is missing or has a gap");
                String::new()
            }
        }
    }
}

/// Files that do not parse, or say a thing twice, are a fault of ours that the first test finds.
fn bundle(language: &str, files: &[(&str, &str)]) -> FluentBundle<FluentResource> {
    let language = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks around a gap are for texts that mix directions; in English they only get in the way.
    bundle.set_use_isolating(false);
    for (name, file) in files {
        let (resource, faults) = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, faults)) => (resource, faults),
        };
        debug_assert!(faults.is_empty(), "{name}: {faults:?}");
        if let Err(twice) = bundle.add_resource(resource) {
            debug_assert!(false, "{name}: {twice:?}");
        }
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_said_with_its_gaps_filled() {
        let words = Words::english();

        assert_eq!(words.say("skip"), "Skip to main content");
        assert_eq!(say!(words, "places-left", n = 1), "1 place left");
        assert_eq!(say!(words, "places-left", n = 4), "4 places left");
        assert_eq!(words.language(), "en-GB");
    }

    #[test]
    #[should_panic(expected = "no text")]
    fn a_text_that_is_not_there_is_noticed() {
        Words::english().say("no-such-text");
    }

    #[test]
    #[should_panic(expected = "a gap that was not filled")]
    fn a_gap_that_is_not_filled_is_noticed() {
        Words::english().say("places-left");
    }
}
