//! Texts that people send, made safe to keep: trimmed, bounded, without control characters.
//! Postcodes, e-mail addresses and names to match by are brought to one form here.

mod names;

pub use names::{folded, maybe_name, name, sort_name};

use crate::fault::Fault;

/// A line of text that must be there: trimmed, 1 to `longest` characters.
pub fn line(pointer: &str, text: &str, longest: usize) -> Result<String, Fault> {
    let text = lines(pointer, text, longest)?;
    if text.contains(['\n', '\u{2028}', '\u{2029}']) {
        return Err(Fault::invalid(pointer, "Write this on one line."));
    }
    Ok(text)
}

/// The same, on one line or several.
pub fn lines(pointer: &str, text: &str, longest: usize) -> Result<String, Fault> {
    let text = text.trim();
    if text.chars().all(|c| c.is_whitespace() || names::is_invisible(c)) {
        return Err(Fault::invalid(pointer, "This must not be empty."));
    }
    if text.chars().count() > longest {
        return Err(Fault::invalid(pointer, format!("Use at most {longest} characters.")));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Fault::invalid(pointer, "Leave out control characters."));
    }
    Ok(text.to_owned())
}

/// A line that may be missing; empty is missing.
pub fn maybe_line(
    pointer: &str,
    text: Option<&str>,
    longest: usize,
) -> Result<Option<String>, Fault> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(|text| line(pointer, text, longest))
        .transpose()
}

/// Several lines that may be missing; empty is missing.
pub fn maybe_lines(
    pointer: &str,
    text: Option<&str>,
    longest: usize,
) -> Result<Option<String>, Fault> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(|text| lines(pointer, text, longest))
        .transpose()
}

/// A list that somebody sends is bounded, so that working it off holds nobody up for long.
pub fn at_most<T>(pointer: &str, list: &[T], most: usize) -> Result<(), Fault> {
    match list.len() <= most {
        true => Ok(()),
        false => Err(Fault::invalid(pointer, format!("Send at most {most} at once."))),
    }
}

/// An e-mail address in lower case: one `@`, a dot after it, nothing that breaks a mail header.
pub fn email(pointer: &str, text: &str) -> Result<String, Fault> {
    let text = text.trim().to_lowercase();
    let good = text.len() <= 254
        && text.parse::<lettre::Address>().is_ok()
        && text.split_once('@').is_some_and(|(_, domain)| !domain.is_empty());
    if good {
        Ok(text)
    } else {
        Err(Fault::invalid(pointer, "This is not an e-mail address such as sam@example.org."))
    }
}

/// A UK postcode in its usual form: "kt138db" becomes "KT13 8DB".
pub fn postcode(pointer: &str, text: &str) -> Result<String, Fault> {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    if !is_postcode(bare.as_bytes()) {
        return Err(Fault::invalid(pointer, "This is not a postcode such as M31 4FL."));
    }
    let (outward, inward) = bare.split_at(bare.len() - 3);
    Ok(format!("{outward} {inward}"))
}

fn is_postcode(bare: &[u8]) -> bool {
    if !(5..=7).contains(&bare.len()) {
        return false;
    }
    let (outward, inward) = bare.split_at(bare.len() - 3);
    let letters = outward.iter().take_while(|c| c.is_ascii_uppercase()).count();
    let rest = outward.get(letters..).unwrap_or_default();
    (1..=2).contains(&letters)
        && matches!(rest, [a] | [a, _] if a.is_ascii_digit())
        && rest.iter().all(u8::is_ascii_alphanumeric)
        && matches!(inward, [a, b, c] if a.is_ascii_digit()
            && b.is_ascii_uppercase() && c.is_ascii_uppercase())
}

/// A telephone number: digits, spaces and `+ ( ) -`, with 6 to 15 digits.
pub fn phone(pointer: &str, text: &str) -> Result<String, Fault> {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let good = text.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c));
    if good && (6..=15).contains(&digits) {
        Ok(text.to_owned())
    } else {
        Err(Fault::invalid(pointer, "This is not a telephone number such as 0161 912 2122."))
    }
}

/// A telephone number as it is matched: its digits, `0` for the country code 44.
pub fn phone_digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let national = digits
        .strip_prefix("0044")
        .or_else(|| digits.strip_prefix("44").filter(|_| phone.trim_start().starts_with('+')));
    match national {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_come_to_one_form_or_are_refused() {
        for (sent, kept) in
            [("kt13 8db", "KT13 8DB"), ("M314FL", "M31 4FL"), (" m1 1ae ", "M1 1AE")]
        {
            assert_eq!(postcode("", sent).ok().as_deref(), Some(kept));
        }
        for sent in ["", "M31", "12345", "ABC 123", "M31 4F", "Ä1 1AE"] {
            assert!(postcode("", sent).is_err(), "{sent}");
        }
    }

    #[test]
    fn a_number_with_and_without_its_country_code_is_the_same_number() {
        for said in ["07700 900123", "+44 7700 900123", "+44 (0)7700 900123", "0044 7700 900123"] {
            assert_eq!(phone_digits(said), "07700900123", "{said}");
        }
        assert_eq!(phone_digits("447700"), "447700", "no plus, no country");
    }

    #[test]
    fn mail_headers_cannot_be_broken_by_an_address() {
        assert!(email("", "Sam@Example.org").is_ok_and(|kept| kept == "sam@example.org"));
        for sent in ["", "sam", "sam@", "a@b.org\r\nBcc: x@y.z", "two@at@example.org"] {
            assert!(email("", sent).is_err(), "{sent}");
        }
    }
}
