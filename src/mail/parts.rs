//! How long a text message is. A telephone network carries it in parts: 160 characters of the GSM
//! alphabet (3GPP TS 23.038), or 153 in each part of a longer one; with any other character 70, or
//! 67, of UTF-16. Each part is paid for.

const ALPHABET: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Characters that take two places.
const DOUBLE: &str = "^{}\\[~]|€\u{c}";

/// How many parts a text takes; an empty one takes one.
pub(crate) fn parts(text: &str) -> i32 {
    let (length, whole, of_many) = match length(text) {
        Some(length) => (length, 160, 153),
        None => (text.encode_utf16().count(), 70, 67),
    };
    let parts = if length <= whole { 1 } else { length.div_ceil(of_many) };
    i32::try_from(parts).unwrap_or(i32::MAX)
}

/// In places of the GSM alphabet; `None` where it has a character that is not in it.
fn length(text: &str) -> Option<usize> {
    text.chars().map(places).sum()
}

fn places(c: char) -> Option<usize> {
    match (ALPHABET.contains(c), DOUBLE.contains(c)) {
        (true, _) => Some(1),
        (false, true) => Some(2),
        (false, false) => None,
    }
}

/// The same text with the quotes and dashes that people do not miss in it, so that one of them does
/// not make it twice as dear.
pub(crate) fn plainer(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{2032}' | '`' => plain.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2026}' => plain.push_str("..."),
            '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' | '\n' | '\r' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_many_parts_as_the_networks_say() {
        for (text, expected) in [
            (String::new(), 1),
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("a".repeat(306), 2),
            ("a".repeat(307), 3),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            ("ł".repeat(70), 1),
            ("ł".repeat(71), 2),
            ("ł".repeat(134), 2),
            ("ł".repeat(135), 3),
            (format!("{}ł", "a".repeat(69)), 1),
            (format!("{}ł", "a".repeat(70)), 2),
            // A face is two units of UTF-16.
            ("😀".repeat(35), 1),
            ("😀".repeat(36), 2),
        ] {
            assert_eq!(
                parts(&text),
                expected,
                "{} of {:?}",
                text.chars().count(),
                text.chars().next()
            );
        }
    }

    #[test]
    fn typed_quotes_and_dashes_do_not_make_a_text_dearer() {
        let typed = "Children’s “Stay – and\u{a0}Play”…";
        assert_eq!(plainer(typed), "Children's \"Stay - and Play\"...");
        assert_eq!(length(typed), None);
        assert!(length(&plainer(typed)).is_some());
    }
}
