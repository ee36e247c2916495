//! The code at a printed line: its number and a check letter. The letter catches a wrong digit, two
//! swapped digits, or a line of another session's sheet.

use crate::base::id::SessionId;

/// No letter that is read as another or as a digit. Nineteen, a prime: a wrong digit and an
/// exchange of two always change the letter.
const LETTERS: &[u8; 19] = b"ACDEFGHJKMNPRTUVWXY";

/// "12K".
pub fn write(session: &SessionId, number: i32) -> String {
    format!("{number}{}", letter(session, number))
}

/// The line that a code names; `None` where the code is not from this session's sheet.
pub fn read(session: &SessionId, typed: &str) -> Option<i32> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let plain = plain.to_ascii_uppercase();
    let said = plain.chars().last().filter(char::is_ascii_alphabetic)?;
    let digits = plain.strip_suffix(said)?;
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    (number > 0 && letter(session, number) == said).then_some(number)
}

fn letter(session: &SessionId, number: i32) -> char {
    let of_session =
        session.as_str().bytes().fold(0_u32, |sum, byte| (sum * 31 + u32::from(byte)) % 19);
    let at = (of_session + u32::try_from(number).unwrap_or_default() % 19) % 19;
    LETTERS.get(at as usize).copied().map_or('A', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> SessionId {
        SessionId::from("0199a1b2c3d4")
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for number in [1, 9, 12, 40, 199] {
            let code = write(&session(), number);
            assert_eq!(read(&session(), &code), Some(number), "{code}");
            assert_eq!(read(&session(), &format!(" {} ", code.to_lowercase())), Some(number));
            let (digits, letter) = code.split_at(code.len() - 1);
            assert_eq!(read(&session(), &format!("{digits}-{letter}")), Some(number));
        }
        for typed in ["", "K", "12", "0A", "12KK", "K12", "12345678901A", "éA"] {
            assert_eq!(read(&session(), typed), None, "{typed}");
        }
    }

    #[test]
    fn a_wrong_digit_and_an_exchange_of_two_are_seen() {
        for number in 1..200 {
            let letter = letter(&session(), number);
            for other in 1..200 {
                let (a, b) = (format!("{number:03}"), format!("{other:03}"));
                let differ: Vec<usize> =
                    (0..3).filter(|at| a.as_bytes()[*at] != b.as_bytes()[*at]).collect();
                let swapped = differ.len() == 2
                    && differ[1] == differ[0] + 1
                    && a.as_bytes()[differ[0]] == b.as_bytes()[differ[1]]
                    && a.as_bytes()[differ[1]] == b.as_bytes()[differ[0]];
                if differ.len() == 1 || swapped {
                    assert_eq!(read(&session(), &format!("{other}{letter}")), None, "{a} {b}");
                }
            }
        }
    }

    #[test]
    fn most_codes_of_another_session_are_seen() {
        let found = (0..190).filter(|at| {
            let other = SessionId::from(format!("other{at}").as_str());
            read(&session(), &write(&other, 12)).is_some()
        });
        assert!(found.count() < 30);
    }
}
