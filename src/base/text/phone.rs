//! Telephone numbers: the one way they are read, written and compared. Punctuation carries no
//! meaning; a zero or a plus that a spreadsheet dropped is put back; an extension is kept.

use super::lines::{plain, says_nothing};
use crate::base::fault::{Fault, Result};

const NO_NUMBER: &str = "This is not a telephone number such as 0161 912 2122.";
const NOT_BRITISH: &str = "This is not a UK telephone number such as 0161 912 2122. Give all its \
    digits, or begin with + and the code of another country.";

/// What people write before an extension, the longest first.
const EXTENSION: [&str; 6] = ["extension", "extn", "ext", "xtn", "x", "#"];

/// A telephone number as it is rung.
struct Phone {
    /// `0` and the rest in the usual groups, or `+` and the code of another country.
    number: String,
    extension: Option<String>,
}

/// A telephone number in its usual form: "+447700900123" becomes "07700 900123".
pub(crate) fn phone(pointer: &str, text: &str) -> Result<String> {
    let Phone { number, extension } =
        Phone::read(text).map_err(|detail| Fault::invalid(pointer, detail))?;
    Ok(match extension {
        Some(extension) => format!("{number} ext {extension}"),
        None => number,
    })
}

/// A telephone number in the form in which it is matched: its digits, `0` for the country code 44,
/// no extension. For an incomplete number, the digits there are.
pub(crate) fn phone_digits(text: &str) -> String {
    if let Ok(phone) = Phone::read(text) {
        return digits_of(&phone.number);
    }
    let plain = plain(text);
    let digits = digits_of(&plain);
    let after_code = digits
        .strip_prefix("0044")
        .or_else(|| digits.strip_prefix("44").filter(|_| plain.trim_start().starts_with('+')));
    match after_code {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

/// A UK mobile number as services that carry texts take it: "447700900123". `None` for every other
/// number: a landline, one abroad, a personal number (070), a pager (076).
pub(crate) fn mobile(text: &str) -> Option<String> {
    let phone = Phone::read(text).ok().filter(|phone| phone.extension.is_none())?;
    let digits = digits_of(&phone.number);
    let is_here = !phone.number.starts_with('+') && digits.len() == 11;
    let is_pager = digits.starts_with("076") && !digits.starts_with(ISLE_OF_MAN);
    let is_mobile = digits.starts_with("07") && !digits.starts_with("070") && !is_pager;
    digits.strip_prefix('0').filter(|_| is_here && is_mobile).map(|rest| format!("44{rest}"))
}

/// Mobiles among the pagers.
const ISLE_OF_MAN: &str = "07624";

/// Whether this begins an extension: "ext", "x4", "extn.".
pub(crate) fn begins_extension(text: &str) -> bool {
    let text = plain(text).to_lowercase();
    let after = EXTENSION.iter().find_map(|word| text.strip_prefix(word));
    after.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || says_nothing(c)))
}

impl Phone {
    fn read(text: &str) -> Result<Phone, &'static str> {
        let plain = plain(text).to_lowercase();
        let (number, extension) = match plain.find(|c: char| c.is_ascii_alphabetic() || c == '#') {
            Some(at) => (&plain[..at], Some(extension(&plain[at..]).ok_or(NO_NUMBER)?)),
            None => (plain.as_str(), None),
        };
        let number = without_decimals(number.trim());
        let abroad = number.trim_start_matches(says_nothing).strip_prefix('+');
        let number = abroad.unwrap_or(number).replace("(0)", "");
        if !number.chars().all(|c| c.is_ascii_digit() || says_nothing(c)) {
            return Err(NO_NUMBER);
        }

        let digits = digits_of(&number);
        let with_code = match abroad {
            Some(_) => Some(digits.as_str()),
            None => digits.strip_prefix("00"),
        };
        let number = match with_code.map(|code| (code, code.strip_prefix("44"))) {
            Some((_, Some(rest))) => british(rest.trim_start_matches('0')),
            Some((code, None)) => foreign(code, &number),
            None => national(&digits),
        };
        Ok(Phone { number: number.ok_or(NOT_BRITISH)?, extension })
    }
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A spreadsheet's number: "7700900308.0".
fn without_decimals(number: &str) -> &str {
    let whole = number.strip_suffix(".0").unwrap_or(number);
    match whole.len() >= 9 && whole.bytes().all(|c| c.is_ascii_digit()) {
        true => whole,
        false => number,
    }
}

fn extension(text: &str) -> Option<String> {
    let rest = EXTENSION.iter().find_map(|word| text.strip_prefix(word))?;
    let rest = rest.trim_matches(|c: char| says_nothing(c) || c == ':');
    ((1..=6).contains(&rest.len()) && rest.bytes().all(|c| c.is_ascii_digit()))
        .then(|| rest.to_owned())
}

/// Digits without a country code, or with one whose plus was dropped.
fn national(digits: &str) -> Option<String> {
    match (digits.strip_prefix('0'), digits.strip_prefix("44")) {
        (Some(rest), _) => british(rest),
        (None, Some(rest)) if digits.len() > 11 => british(rest.trim_start_matches('0')),
        (None, _) if digits.len() >= 9 => british(digits),
        (None, _) => None,
    }
}

/// The digits behind the zero, where Ofcom's numbering plan has such a number, in the groups in
/// which it is usually written.
fn british(rest: &str) -> Option<String> {
    let groups = match (rest.as_bytes(), rest.len()) {
        ([b'1', b'1', ..] | [b'1', _, b'1', ..], 10) => [3, 3, 4],
        ([b'1', b'1', ..] | [b'1', _, b'1', ..], _) => return None,
        ([b'1', ..], 9 | 10) => [4, rest.len() - 4, 0],
        ([b'2', ..], 10) => [2, 4, 4],
        ([b'3' | b'5' | b'8' | b'9', ..], 10) => [3, 3, 4],
        ([b'7', ..], 10) => [4, 6, 0],
        ([b'8', ..], 9) => [3, 6, 0],
        ([b'8', ..], 7) => [3, 4, 0],
        _ => return None,
    };
    let mut number = "0".to_owned();
    let mut at = 0;
    for length in groups.into_iter().filter(|length| *length > 0) {
        number.push_str(if at > 0 { " " } else { "" });
        number.push_str(rest.get(at..at + length)?);
        at += length;
    }
    Some(number)
}

/// A number of another country, in the groups in which it was written.
fn foreign(code: &str, written: &str) -> Option<String> {
    if code.starts_with('0') || !(7..=15).contains(&code.len()) {
        return None;
    }
    let at = written.find(|c: char| c.is_ascii_digit() && c != '0')?;
    let groups = written.get(at..)?.split(says_nothing).filter(|group| !group.is_empty());
    Some(format!("+{}", groups.collect::<Vec<_>>().join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_comes_to_one_form_however_it_is_written() {
        for (sent, kept) in [
            ("07700 900308", "07700 900308"),
            ("7700900308", "07700 900308"),
            ("7700900308.0", "07700 900308"),
            ("447700900309", "07700 900309"),
            ("+44 (0)7700 900309", "07700 900309"),
            ("+4407700900309", "07700 900309"),
            ("0044 7700 900309", "07700 900309"),
            ("07700–900123", "07700 900123"),
            ("07700\u{a0}900\u{2011}123", "07700 900123"),
            ("\u{202a}07700900123\u{202c}", "07700 900123"),
            ("０７７００ ９００１２３", "07700 900123"),
            ("0161.912.2122", "0161 912 2122"),
            ("(0161) 912-2122", "0161 912 2122"),
            ("0161/9122122", "0161 912 2122"),
            ("1619122122", "0161 912 2122"),
            ("0161 912 2122 ext 4", "0161 912 2122 ext 4"),
            ("0161 912 2122 Extn. 12", "0161 912 2122 ext 12"),
            ("01619122122x4", "0161 912 2122 ext 4"),
            ("0161 912 2122 #4", "0161 912 2122 ext 4"),
            ("02079460018", "020 7946 0018"),
            ("01632 960001", "01632 960001"),
            ("016977 2345", "01697 72345"),
            ("0800 1111", "0800 1111"),
            ("0800 555111", "0800 555111"),
            ("0303 123 1113", "0303 123 1113"),
            ("+353 87 123 4567", "+353 87 123 4567"),
            ("00353 (0)87-1234567", "+353 87 1234567"),
        ] {
            assert_eq!(phone("", sent).ok().as_deref(), Some(kept), "{sent}");
            assert_eq!(phone("", kept).ok().as_deref(), Some(kept), "what is kept stays");
        }
    }

    #[test]
    fn what_nobody_can_ring_is_refused() {
        for sent in [
            "",
            "ask mum",
            "07700 90012",
            "07700 9001234",
            "7.7009E+09",
            "912 2122",
            "0000000000",
            "00000000000",
            "0412 345 678",
            "07700 900123 or 07700 900124",
            "07700 900123 ask mum",
            "07700 900123 ext",
            "+0 161 912 2122",
            "+44 161 912 212",
            "3531234567890123",
            "١٢٣٤٥٦٧٨٩٠",
        ] {
            assert!(phone("", sent).is_err(), "{sent}");
        }
    }

    #[test]
    fn a_number_with_and_without_its_country_code_is_the_same_number() {
        for said in [
            "07700 900123",
            "+44 7700 900123",
            "+44 (0)7700 900123",
            "0044 7700 900123",
            "7700900123",
            "447700900123",
            "07700 900123 ext 7",
        ] {
            assert_eq!(phone_digits(said), "07700900123", "{said}");
        }
        assert_eq!(phone_digits("447700"), "447700", "no plus, no country");
        assert_eq!(phone_digits("+44 7700"), "07700", "the beginning of one");
    }
}
