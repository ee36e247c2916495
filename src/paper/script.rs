//! Scripts: which side a line starts at, and Latin letters in place of what no font here can draw.

use std::borrow::Cow;

use super::fonts;
use crate::base::text::is_invisible;

/// Embeds what runs from right to left in a line that runs from left to right, and ends it.
const EMBED: char = '\u{202b}';
const END: char = '\u{202c}';

/// The text as it can be drawn: words with a character that no font here has, in Latin letters.
pub(super) fn drawable(said: &str) -> Cow<'_, str> {
    if said.chars().all(is_drawable) {
        return Cow::Borrowed(said);
    }
    let words = said.split_inclusive(char::is_whitespace).map(|word| {
        let bare = word.trim_end();
        match bare.chars().all(is_drawable) {
            true => word.to_owned(),
            false => format!("{}{}", latin(bare), &word[bare.len()..]),
        }
    });
    Cow::Owned(words.collect())
}

/// How a name is printed where this is not as it is written.
pub fn printed_as(name: &str) -> Option<String> {
    match drawable(name) {
        Cow::Borrowed(_) => None,
        Cow::Owned(latin) => Some(latin),
    }
}

/// "王小明" is "Wang Xiao Ming".
fn latin(word: &str) -> String {
    let plain = deunicode::deunicode_with_tofu(word, "?");
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    plain.split_whitespace().map(capital).collect::<Vec<_>>().join(" ")
}

fn is_drawable(c: char) -> bool {
    is_invisible(c) || c.is_whitespace() || fonts::draws(c)
}

/// Whether a line starts at the right: its first letter is of Hebrew, Arabic or a kindred script.
pub(super) fn starts_at_right(said: &str) -> bool {
    said.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
}

fn is_right_to_left(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF
        | 0x1E800..=0x1EFFF)
}

/// A line whose words stand in their own order, though the page's is another.
pub(super) fn embedded(said: &str) -> String {
    format!("{EMBED}{said}{END}")
}

/// Whether letters change by what stands beside them, so that a sum of letters is no width.
pub(super) fn is_joined(said: &str) -> bool {
    said.chars().any(|c| u32::from(c) > 0x058F && c.is_alphabetic() && !is_square(c))
}

/// Chinese, Japanese and Korean, whose letters stand each for itself.
fn is_square(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_carried_fonts_have_is_drawn_as_it_is_written() {
        for name in ["Łucja Żak", "Ελένη", "Мария", "فاطمة", "Nguyễn Thị", "می\u{200c}خواهم", ""]
        {
            assert_eq!(printed_as(name), None, "{name}");
        }
    }

    #[test]
    fn what_nobody_has_is_written_in_latin_letters_word_by_word() {
        // A script of the Bronze Age, in private letters, that no machine has a font for.
        let said = drawable("Ann \u{f8ff2}\u{f8ff3} (with Bo)");
        assert!(said.starts_with("Ann ") && said.ends_with(" (with Bo)"), "{said}");
        assert!(said.is_ascii(), "{said}");
        assert_eq!(latin("王小明"), "Wang Xiao Ming");
        for word in ["রহিমা", "தமிழ்", "김민준", "สมชาย", "გიორგი", "Արամ", "አበበ", "שרה"]
        {
            let plain = latin(word);
            assert!(plain.is_ascii() && plain.len() > 1 && !plain.contains('?'), "{word} {plain}");
        }
        assert_eq!(drawable(&said), said, "once is enough");
    }

    #[test]
    fn a_line_starts_where_its_first_letter_does() {
        for said in ["محمد", "(محمد) Khan", "שרה Cohen", "12 محمد"] {
            assert!(starts_at_right(said), "{said}");
        }
        for said in ["Khan محمد", "王小明", "12", ""] {
            assert!(!starts_at_right(said), "{said}");
        }
    }
}
