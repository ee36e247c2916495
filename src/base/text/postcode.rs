//! UK postcodes: their form, and which letters Royal Mail's rules have in which place.

use super::lines::{plain, says_nothing};
use crate::base::fault::{Fault, Result};

const NO_POSTCODE: &str = "This is not a postcode such as M31 4FL.";

/// Letters that no postcode has in its first place, and in its second.
const NOT_FIRST: &str = "QVX";
const NOT_SECOND: &str = "IJZ";
/// The letters behind the digit of "W1A" and of "EC1A".
const THIRD: &str = "ABCDEFGHJKPSTUW";
const FOURTH: &str = "ABEHMNPRVWXY";
/// Letters that look like others in the second half.
const NOT_INWARD: &str = "CIKMOV";

/// Girobank's, which keeps to no rule.
const GIROBANK: &str = "GIR0AA";

/// A UK postcode in its usual form: "m31-4fl" becomes "M31 4FL".
pub(crate) fn postcode(pointer: &str, text: &str) -> Result<String> {
    let bare = bare(text);
    judge(&bare).map_err(|detail| Fault::invalid(pointer, detail))?;
    let (outward, inward) = bare.split_at(bare.len() - 3);
    Ok(format!("{outward} {inward}"))
}

/// A postcode without characters that carry no meaning in it, in capitals.
pub(crate) fn bare(text: &str) -> String {
    let kept = plain(text).chars().filter(|c| !says_nothing(*c)).collect::<String>();
    kept.to_uppercase()
}

fn judge(bare: &str) -> Result<(), String> {
    if bare == GIROBANK {
        return Ok(());
    }
    if !is_shaped(bare.as_bytes()) {
        return Err(NO_POSTCODE.to_owned());
    }
    match stranger(bare) {
        None => Ok(()),
        Some(where_it_is) => Err(format!(
            "No postcode has the letter that is {where_it_is} there. Look it up: a 1 is easily read \
             as an I, and a 0 as an O."
        )),
    }
}

/// Letters and digits where they belong.
fn is_shaped(bare: &[u8]) -> bool {
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

/// The position of a letter that no postcode has there.
fn stranger(bare: &str) -> Option<&'static str> {
    let (outward, inward) = bare.split_at(bare.len() - 3);
    let letters = outward.bytes().take_while(u8::is_ascii_uppercase).count();
    let is_wrong = |c: char, at: usize| match (c.is_ascii_digit(), at) {
        (true, _) => false,
        (false, 0) => NOT_FIRST.contains(c),
        (false, 1) => NOT_SECOND.contains(c),
        (false, _) if letters == 1 => !THIRD.contains(c),
        (false, _) => !FOURTH.contains(c),
    };
    let from_start = [
        "1st from the beginning",
        "2nd from the beginning",
        "3rd from the beginning",
        "4th from the beginning",
    ];
    let from_end = ["3rd from the end", "2nd from the end", "1st from the end"];
    let wrong = outward.chars().zip(0..).position(|(c, at)| is_wrong(c, at));
    let at_start = wrong.and_then(|at| from_start.get(at));
    let at_end = || from_end.get(inward.chars().position(|c| NOT_INWARD.contains(c))?);
    at_start.or_else(at_end).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_come_to_one_form_or_are_refused() {
        for (sent, kept) in [
            ("kt13 8db", "KT13 8DB"),
            ("M314FL", "M31 4FL"),
            (" m1 1ae ", "M1 1AE"),
            ("m31-4fl", "M31 4FL"),
            ("M31 4FL.", "M31 4FL"),
            ("M31–4FL", "M31 4FL"),
            ("M31\u{a0}4FL\u{200b}", "M31 4FL"),
            ("\"m31,4fl\"", "M31 4FL"),
            ("Ｍ３１ ４ＦＬ", "M31 4FL"),
            ("W1A 1AA", "W1A 1AA"),
            ("EC1V 9NR", "EC1V 9NR"),
            ("SE1P 5LX", "SE1P 5LX"),
            ("BX1 1LT", "BX1 1LT"),
            ("gir0aa", "GIR 0AA"),
        ] {
            assert_eq!(postcode("", sent).ok().as_deref(), Some(kept), "{sent}");
        }
        for sent in ["", "M31", "12345", "ABC 123", "M31 4F", "Ä1 1AE", "M31+4FL", "--- ---"] {
            assert!(postcode("", sent).is_err(), "{sent}");
        }
    }

    #[test]
    fn a_letter_that_no_postcode_has_there_is_told() {
        for (sent, says) in [
            ("M3I 4FL", "3rd from the beginning"),
            ("M31 4CI", "2nd from the end"),
            ("M31 4LI", "1st from the end"),
            ("QV1 1AA", "1st from the beginning"),
            ("MZ1 1AA", "2nd from the beginning"),
            ("EC1C 1AA", "4th from the beginning"),
            ("W1V 1AA", "3rd from the beginning"),
            ("ZZ99 3VZ", "2nd from the beginning"),
        ] {
            let said = postcode("", sent).expect_err("a refusal");
            assert!(said.detail().contains(says), "{sent}: {}", said.detail());
        }
        for letter in 'A'..='Z' {
            let taken = |sent: String| postcode("", &sent).is_ok();
            assert_eq!(taken(format!("{letter}1 1AA")), !"QVX".contains(letter), "{letter}");
            assert_eq!(taken(format!("A{letter}1 1AA")), !"IJZ".contains(letter), "{letter}");
            for inward in [format!("A{letter}"), format!("{letter}A")] {
                assert_eq!(taken(format!("M1 1{inward}")), !"CIKMOV".contains(letter), "{inward}");
            }
        }
    }
}
