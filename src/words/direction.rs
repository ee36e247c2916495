//! Which way a language is written.

use icu_locale::{Direction, Locale, LocaleDirectionality};

/// `rtl` or `ltr`, as HTML says it.
pub(crate) fn direction(tag: &str) -> &'static str {
    if is_from_the_right(tag) { "rtl" } else { "ltr" }
}

pub(super) fn is_from_the_right(tag: &str) -> bool {
    let locale = tag.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
    LocaleDirectionality::new_common().get(&locale.id) == Some(Direction::RightToLeft)
}
