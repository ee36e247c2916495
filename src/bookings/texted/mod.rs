//! What families text back. One digit answers an offer, but only while exactly one live offer was
//! texted to that number: else nobody knows which is meant, and the answer holds the links. STOP ends
//! what needs her yes. Nothing of what somebody wrote is kept.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::BookingId;
use crate::base::moment::Moment;

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// 1
    Yes,
    /// 2
    No,
    Stop,
    SomethingElse,
}

impl Said {
    /// A digit alone, STOP alone or with a word that people put beside it. What only begins so is
    /// something else: "1 child is ill" is no yes.
    pub(crate) fn read(text: &str) -> Said {
        let is_between = |c: char| !c.is_alphanumeric();
        let words: Vec<String> = text
            .split(is_between)
            .filter(|word| !word.is_empty())
            .take(3)
            .map(|word| word.chars().map(figure).collect::<String>().to_uppercase())
            .collect();
        match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["1"] => Said::Yes,
            ["2"] => Said::No,
            ["STOP" | "СТОП" | "STOPALL" | "UNSUBSCRIBE"] => Said::Stop,
            ["STOP", "ALL" | "PLEASE" | "TEXTS" | "MESSAGES"] | ["PLEASE", "STOP"] => Said::Stop,
            _ => Said::SomethingElse,
        }
    }
}

/// A digit as keyboards for Arabic, Urdu, Bengali and Panjabi write it, as 0 to 9.
fn figure(c: char) -> char {
    const ZEROS: [char; 4] = ['\u{660}', '\u{6f0}', '\u{9e6}', '\u{a66}'];
    let from = |zero: char| u32::from(c).checked_sub(u32::from(zero)).filter(|at| *at < 10);
    let digit = ZEROS.into_iter().find_map(from).and_then(|at| char::from_digit(at, 10));
    digit.unwrap_or(c)
}

/// A live offer that was texted to a number.
#[derive(Clone, Debug)]
pub(crate) struct TextedOffer {
    pub booking: BookingId,
    /// When its text was written: what was sent before staff ended a carer's access opens nothing.
    pub made_at: Moment,
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn a_digit_and_stop_are_read_as_people_write_them_and_nothing_is_guessed() {
        for (text, said) in [
            ("1", Said::Yes),
            (" 1. ", Said::Yes),
            ("(1)", Said::Yes),
            ("2", Said::No),
            ("2!", Said::No),
            ("stop", Said::Stop),
            ("Stop.", Said::Stop),
            ("STOP ALL", Said::Stop),
            ("stopall", Said::Stop),
            ("Please stop!", Said::Stop),
            ("", Said::SomethingElse),
            ("12", Said::SomethingElse),
            ("1 2", Said::SomethingElse),
            ("1 child is ill", Said::SomethingElse),
            ("yes", Said::SomethingElse),
            ("stop by tomorrow", Said::SomethingElse),
            ("we stop here, stop", Said::SomethingElse),
            ("\u{661}", Said::Yes),
            ("\u{6f2}", Said::No),
            ("\u{9e7}", Said::Yes),
            ("\u{a68}", Said::No),
            ("\u{663}", Said::SomethingElse),
            ("Стоп", Said::Stop),
        ] {
            assert_eq!(Said::read(text), said, "{text:?}");
        }
    }
}
