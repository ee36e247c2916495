//! Names of people and places: the one rule for what may be kept as a name, and the one form in
//! which two names are compared. Names appear in mails that the organisation signs, on registers
//! and on cards, and anybody may type one.

use super::letters::{is_invisible, turns_text};
use super::line;
use super::lines::maybe;
use crate::base::fault::{Fault, Result};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters a name may have.
const LONGEST: usize = 120;

/// A name that must be there: one line of 1 to 120 characters with a letter or a digit in it,
/// without marks that turn the direction of the text, and without the address of a web page.
pub(crate) fn name(pointer: &str, text: &str) -> Result<String> {
    let name = line(pointer, text, LONGEST)?;
    let refuse = |detail: &str| Err(Fault::invalid(pointer, detail));
    if !name.chars().any(|c| c.is_alphanumeric() && !is_invisible(c)) {
        return refuse("Write a name with at least one letter.");
    }
    if name.chars().any(turns_text) {
        return refuse("Leave out marks that turn the direction of the text.");
    }
    if holds_web_address(&name) {
        return refuse("Leave out the address of a web page. After a full stop leave a space.");
    }
    Ok(name.nfc().collect())
}

/// The same where it may be missing; empty is missing.
pub(crate) fn maybe_name(pointer: &str, text: Option<&str>) -> Result<Option<String>> {
    maybe(text, |text| name(pointer, text))
}

/// A name in the form in which it is compared, as people read it: compatible forms, case, accents,
/// spaces and invisible marks folded; only letters and digits, one space between words.
pub(crate) fn sort_name(name: &str) -> String {
    let plain = folded(name);
    let words = plain
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Any text in the form in which it is compared: the same fold, with punctuation kept.
pub(crate) fn folded(text: &str) -> String {
    let visible = text.nfkd().filter(|c| !is_invisible(*c)).collect::<String>();
    // Upper case first, so that "ß" and "ss" fold to the same.
    let small = visible.to_uppercase().to_lowercase();
    let bare: String = small.nfkd().filter(|c| !is_accent(*c)).nfc().collect();
    let plain: String = bare.chars().map(without_stroke).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Accents that are part of their letter, which many leave out as well, and apostrophes that count
/// as letters.
fn without_stroke(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        'ʼ' | 'ʻ' | 'ʹ' | 'ʾ' | 'ʿ' => '\'',
        other => other,
    }
}

/// Marks over and under a letter that many leave out. The vowel signs of Indian scripts are no
/// accents: without them it is another name.
fn is_accent(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0670
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
        && is_combining_mark(c)
}

/// Whether a mail program could make a link of it: "https://…", "www.…", "pay.example",
/// "sam@pay.example". "St. John" and "A.B. Khan" are names.
fn holds_web_address(name: &str) -> bool {
    let plain = folded(name).replace('。', ".");
    plain.contains("://") || plain.contains("www.") || plain.split(' ').any(is_web_address)
}

fn is_web_address(word: &str) -> bool {
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let has_path = host.len() < word.len();
    let host = host.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((before, last)) = host.rsplit_once('.') else { return false };
    let longest = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).count() > 1;
    let label = before.rsplit('.').next().unwrap_or_default();
    (longest(label) && longest(last)) || (has_path && !last.is_empty() && !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_script_are_taken_as_they_are_written() {
        for sent in [
            "Amina Khan",
            "Siân O’Brien-Smith",
            "王小明",
            "রহিমা খাতুন",
            "محمد",
            "Олена",
            "Nguyễn Thị",
            "A.B. Khan",
            "St. John",
            "Dr. Ali",
            "Ann (Nan) Lee",
            "Khan, Amina",
            "J.P.",
            "Leo 2nd",
            "می‌خواهم",
            "c/o Ann Lee",
        ] {
            assert_eq!(name("", sent).ok().as_deref(), Some(sent), "{sent}");
        }
        assert_eq!(name("", " Zoe\u{308} ").ok().as_deref(), Some("Zoë"), "composed");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for sent in [
            "",
            "  ",
            "\u{200b}\u{200b}",
            "\u{3164}",
            "\u{2800}",
            "\u{ad}",
            "...",
            "\u{202e} Leo",
            "Leo\u{2066}",
            "Leo\u{200f}",
            "Ann\nLee",
            "Ann\tLee",
            "Ann\u{2028}Lee",
            "Ann\0",
            "Ann\u{85}Lee",
            "Claim 500 pounds http://evil.example/pay",
            "www.evil",
            "see evil.example",
            "Evil.Example",
            "evil.example/pay",
            "a.b/pay",
            "sam@evil.example",
            "(evil.co.uk)",
            "evil．example",
            "e\u{200b}vil.ex\u{ad}ample",
            "evil.example:8080",
            "ftp://x",
        ] {
            assert!(name("/name", sent).is_err(), "{sent:?}");
        }
        assert!(name("", &"é".repeat(120)).is_ok() && name("", &"é".repeat(121)).is_err());
    }

    #[test]
    fn names_that_read_the_same_are_the_same_and_others_are_not() {
        for (one, other) in [
            ("José Muñoz", "JOSE\u{301} MUN\u{303}OZ"),
            ("Zoë", "zoe"),
            ("Ann  Lee", "ann\u{a0}lee"),
            ("Ann\u{200b} Lee", "Ann Lee"),
            ("Ａｎｎ", "ann"),
            ("Strauß", "STRAUSS"),
            ("İbrahim", "ibrahim"),
            ("O'Neill", "O’Neill"),
            ("O'Neill", "O\u{2bc}Neill"),
            ("Łukasz Żak", "LUKASZ ZAK"),
            ("Søren Đorđević", "SOREN DORDEVIC"),
            ("مُحَمَّد", "محمد"),
        ] {
            assert_eq!(sort_name(one), sort_name(other), "{one} {other}");
        }
        for (one, other) in
            [("Żak", "Zaki"), ("O'Neill", "ONeill"), ("রহিমা", "রহম"), ("Ann Lee", "Annlee")]
        {
            assert_ne!(sort_name(one), sort_name(other), "{one} {other}");
        }
        assert_eq!(sort_name("ব্রিজেশ").split(' ').count(), 1, "a joined letter parts no word");
    }
}
