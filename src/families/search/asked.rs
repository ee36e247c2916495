//! What a search line means: numbers, birth dates, postcodes, telephone numbers, e-mail addresses,
//! and otherwise names, in any order and mix. No input is refused.

use super::day::day;
use super::fold;
use super::keys::{KeyKind, Range};
use crate::base::text::{bare_postcode, begins_extension, phone_digits, says_nothing};

/// Words that are looked at; nobody means more.
const TERMS: usize = 8;

/// One search term, in the form of the keys it is looked up by: a word of a name or its beginning;
/// `m31 4fl`, `m31 4`, or `m31 ` for all of M31; a day, month or year in ISO 8601 form; the leading
/// digits of a telephone number; an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SearchTerm {
    pub kind: KeyKind,
    pub text: String,
}

/// A parsed search line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SearchTerms {
    pub terms: Vec<SearchTerm>,
    /// Eight digits: it may be a membership number.
    pub eight_digits: Option<String>,
}

impl SearchTerms {
    pub(crate) fn read(line: &str) -> SearchTerms {
        let mut asked = SearchTerms::default();
        let tokens = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        let tokens: Vec<&str> = tokens.filter(|token| !token.is_empty()).collect();
        let mut rest = tokens.as_slice();
        while !rest.is_empty() && asked.terms.len() < TERMS {
            let used = asked.take(rest).clamp(1, rest.len());
            rest = &rest[used..];
        }
        asked.forget_titles();
        asked
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Reads the first term; returns how many tokens it took.
    fn take(&mut self, tokens: &[&str]) -> usize {
        if let Some((day, used)) = day(tokens) {
            self.push(KeyKind::Day, day);
            return used;
        }
        if let Some((postcode, used)) = postcode(tokens) {
            self.push(KeyKind::Postcode, postcode);
            return used;
        }
        let digits: Vec<&str> =
            tokens.iter().take_while(|token| is_digits(token)).copied().collect();
        if !digits.is_empty() {
            self.number(&digits.join(" "));
            return digits.len() + extension(tokens.get(digits.len()..).unwrap_or_default());
        }
        let token = tokens[0];
        if token.contains('@') {
            self.push(KeyKind::Email, token.to_lowercase());
        } else {
            for word in fold::words(token).into_iter().take(TERMS - self.terms.len()) {
                self.push(KeyKind::Name, word);
            }
        }
        1
    }

    fn push(&mut self, kind: KeyKind, text: String) {
        self.terms.push(SearchTerm { kind, text });
    }

    fn number(&mut self, text: &str) {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if digits.len() == 8 {
            self.eight_digits = Some(digits.clone());
        }
        match digits.parse::<u32>() {
            Ok(year) if digits.len() == 4 && (1990..2100).contains(&year) => {
                self.push(KeyKind::Day, digits);
            }
            _ => self.push(KeyKind::Phone, phone_digits(text)),
        }
    }

    /// "Mrs Khan" searches for Khan.
    fn forget_titles(&mut self) {
        let title = |term: &SearchTerm| {
            term.kind == KeyKind::Name
                && matches!(term.text.as_str(), "mr" | "mrs" | "ms" | "miss" | "mx" | "dr")
        };
        if self.terms.iter().any(|term| !title(term)) {
            self.terms.retain(|term| !title(term));
        }
    }
}

/// How loosely names may match what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// Names as they were typed.
    Whole,
    /// Names that begin with it.
    Beginning,
    /// Also names that sound like it.
    Sound,
}

impl SearchTerm {
    /// The keys that match a term; any one is enough.
    pub(crate) fn ranges(&self, width: Width) -> Vec<Range> {
        let SearchTerm { kind, text } = self;
        if (*kind, width) == (KeyKind::Name, Width::Whole) {
            return vec![Range::exactly(KeyKind::Name, text)];
        }
        let mut ranges = vec![Range::beginning(*kind, text)];
        if *kind == KeyKind::Day {
            // A child whose birth is known only to the month may be born on that day.
            ranges.extend(text.get(..7).map(|month| Range::exactly(KeyKind::Day, month)));
        }
        if (*kind, width) == (KeyKind::Name, Width::Sound) {
            let sounds = fold::sounds(text);
            ranges.extend(sounds.iter().map(|sound| Range::exactly(KeyKind::Sound, sound)));
        }
        ranges
    }
}

fn is_digits(token: &str) -> bool {
    token.bytes().any(|c| c.is_ascii_digit())
        && token.chars().all(|c| c.is_ascii_digit() || c == '+' || says_nothing(c))
}

/// How many tokens are the extension of the number before them; extensions are ignored.
fn extension(tokens: &[&str]) -> usize {
    match tokens {
        [word, ..] if !begins_extension(word) => 0,
        [word, number, ..]
            if !word.ends_with(|c: char| c.is_ascii_digit()) && is_digits(number) =>
        {
            2
        }
        [_, ..] => 1,
        [] => 0,
    }
}

/// `M31 4FL`, `m314fl`, `M31 4`, `M31`: the look-up form, and how many tokens it took.
fn postcode(tokens: &[&str]) -> Option<(String, usize)> {
    let lower = |token: &str| bare_postcode(token).to_lowercase();
    let first = lower(tokens[0]);
    if is_outward(&first) {
        let next = tokens.get(1).map(|token| lower(token)).filter(|next| is_inward(next));
        return Some(match next {
            Some(inward) => (format!("{first} {inward}"), 2),
            None => (format!("{first} "), 1),
        });
    }
    let split = (1..=3).rev().filter_map(|inward| first.len().checked_sub(inward));
    for at in split {
        let (Some(outward), Some(inward)) = (first.get(..at), first.get(at..)) else { continue };
        if is_outward(outward) && is_inward(inward) {
            return Some((format!("{outward} {inward}"), 1));
        }
    }
    None
}

fn is_outward(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = text.as_bytes().get(letters..).unwrap_or_default();
    (1..=2).contains(&letters)
        && matches!(rest, [a] | [a, _] if a.is_ascii_digit())
        && rest.iter().all(u8::is_ascii_alphanumeric)
}

/// The second half of a postcode, or its beginning.
fn is_inward(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [a, rest @ ..] if a.is_ascii_digit() && rest.len() <= 2
        && rest.iter().all(u8::is_ascii_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(kind: KeyKind, text: &str) -> SearchTerm {
        SearchTerm { kind, text: text.to_owned() }
    }

    fn name(word: &str) -> SearchTerm {
        term(KeyKind::Name, word)
    }

    fn day(day: &str) -> SearchTerm {
        term(KeyKind::Day, day)
    }

    fn read(line: &str) -> Vec<SearchTerm> {
        SearchTerms::read(line).terms
    }

    #[test]
    fn names_are_words_in_any_order_without_accents_and_titles() {
        assert_eq!(read("  Khan, Zoë "), [name("khan"), name("zoe")]);
        assert_eq!(read("Mrs O'Brien-Smith"), [name("obrien"), name("smith")]);
        assert_eq!(read("van der Berg"), [name("van"), name("der"), name("berg")]);
        assert_eq!(read("miss"), [name("miss")]);
        assert!(read(" , ; ").is_empty());
        assert_eq!(read("a b c d e f g h i j k").len(), TERMS);
    }

    #[test]
    fn birth_dates_are_read_as_they_are_said_here_and_as_iso() {
        for line in [
            "14/05/2024",
            "14/5/24",
            "14.5.2024",
            "14-05-2024",
            "2024-05-14",
            "14 May 2024",
            "14th may 2024",
            "14 05 2024",
        ] {
            assert_eq!(read(line), [day("2024-05-14")], "{line}");
        }
        for line in ["05/2024", "2024-05", "May 2024", "may 2024"] {
            assert_eq!(read(line), [day("2024-05")], "{line}");
        }
        assert_eq!(read("2024"), [day("2024")]);
        assert_eq!(read("May Khan"), [name("may"), name("khan")]);
        assert!(!read("30 Junk 2025").contains(&day("2025-06-30")), "no June");
        assert!(!matches!(read("31/02/2024").as_slice(), [SearchTerm { kind: KeyKind::Day, .. }]));
    }

    #[test]
    fn postcodes_are_read_whole_half_and_in_between() {
        for (line, looked_up) in [
            ("M31 4FL", "m31 4fl"),
            ("m314fl", "m31 4fl"),
            ("M31", "m31 "),
            ("M31 4", "m31 4"),
            ("m314f", "m31 4f"),
            ("WA14 1AB", "wa14 1ab"),
            ("M1", "m1 "),
            ("EC1A 1BB", "ec1a 1bb"),
            ("m31-4fl", "m31 4fl"),
            ("M31 4FL.", "m31 4fl"),
        ] {
            assert_eq!(read(line), [term(KeyKind::Postcode, looked_up)], "{line}");
        }
    }

    #[test]
    fn digits_are_a_telephone_number_and_eight_may_be_a_membership() {
        let asked = SearchTerms::read("4821 0936");
        assert_eq!(asked.eight_digits.as_deref(), Some("48210936"));
        for line in [
            "07700 900123",
            "+447700900123",
            "(07700) 900-123",
            "07700–900123",
            "07700.900.123",
            "7700900123",
            "447700900123",
            "07700 900123 ext 4",
            "07700 900123 x4",
        ] {
            assert_eq!(read(line), [term(KeyKind::Phone, "07700900123")], "{line}");
        }
        assert_eq!(read("Sam@Example.org"), [term(KeyKind::Email, "sam@example.org")]);
    }

    #[test]
    fn mixtures_come_apart() {
        let postcode = term(KeyKind::Postcode, "m31 4fl");
        assert_eq!(
            read("khan 14/5/2024 M31 4FL yusuf"),
            [name("khan"), day("2024-05-14"), postcode, name("yusuf")]
        );
    }

    #[test]
    fn whatever_is_typed_is_read() {
        for line in ["", "%", "'; --", "日本", "0", "-", "////", "1/1/1/1", "é", "🙂 4", "\0"]
        {
            let asked = SearchTerms::read(line);
            assert!(asked.terms.len() <= TERMS, "{line}");
        }
    }

    #[test]
    fn a_wider_search_holds_the_narrower() {
        let khan = name("khan");
        let holds = |width, key: &str| khan.ranges(width).iter().any(|range| range.holds(key));
        assert!(holds(Width::Whole, "n:khan") && !holds(Width::Whole, "n:khanum"));
        assert!(holds(Width::Beginning, "n:khan") && holds(Width::Beginning, "n:khanum"));
        assert!(holds(Width::Sound, "s:KN") && holds(Width::Sound, "n:khanum"));
        assert!(!holds(Width::Sound, "n:patel"));
    }
}
