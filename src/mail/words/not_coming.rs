//! The words to a family that was not seen. They ask and blame nobody; what keeps a family away is
//! often what it needs help with.

use super::{Letterhead, Written};
use crate::mail::{CentreFacts, NotComing};
use crate::words::{Words, say};

pub(crate) fn missed(missed: &NotComing, head: &Letterhead, words: Words) -> Written {
    Written::new(words.say("mail-missed"))
        .say(say!(words, "mail-missed-say", times = missed.times))
        .say(words.say("mail-missed-well"))
        .say(words.say("mail-missed-hard"))
        .say(talk(&missed.centre, words))
        .say(words.say("mail-missed-another"))
        .say(words.say("mail-missed-still"))
        .whats_on(head, words)
}

fn talk(centre: &CentreFacts, words: Words) -> String {
    let name = centre.name.as_str();
    match &centre.phone {
        Some(phone) => say!(words, "mail-phone-centre", centre = name, phone = phone.as_str()),
        None => say!(words, "mail-missed-talk", centre = name),
    }
}

#[cfg(test)]
mod tests {
    use crate::mail::words::samples::{head, not_coming};
    use crate::mail::words::write;
    use crate::words::Words;

    #[test]
    fn it_asks_kindly_says_how_often_and_threatens_nothing() {
        let said = format!("{:?}", write(&not_coming(), &head(), Words::english())).to_lowercase();
        for words in ["three times", "we hope", "0161 496 0122", "stays booked", "/whats-on"] {
            assert!(said.contains(words), "no {words}: {said}");
        }
        for words in ["must", "warning", "lose", "remove", "rule", "fail", "policy", "cancel"] {
            assert!(!said.contains(words), "{words}: {said}");
        }
    }
}
