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
            .map(str::to_uppercase)
            .collect();
        match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["1"] => Said::Yes,
            ["2"] => Said::No,
            ["STOP" | "STOPALL" | "UNSUBSCRIBE"] => Said::Stop,
            ["STOP", "ALL" | "PLEASE" | "TEXTS" | "MESSAGES"] | ["PLEASE", "STOP"] => Said::Stop,
            _ => Said::SomethingElse,
        }
    }
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
            ("\u{661}", Said::SomethingElse),
        ] {
            assert_eq!(Said::read(text), said, "{text:?}");
        }
    }
}
