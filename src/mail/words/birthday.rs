//! The words of birthday cards and of the farewell. They say what is there for the family, ask for
//! nothing, and name no age a child should be able to do anything at.

use super::{Letterhead, Written};
use crate::mail::phrases::in_one_line;
use crate::mail::{BirthdayCard, CentreFacts, Farewell};
use crate::words::{Words, say};

pub(crate) fn card(card: &BirthdayCard, head: &Letterhead, words: Words) -> Written {
    let child = card.child.as_str();
    let written = Written::new(say!(words, "mail-birthday", child = child))
        .say(say!(words, "mail-birthday-say", child = child))
        .say(say!(words, "mail-birthday-age", child = child, age = card.age))
        .say(words.say("mail-birthday-renewed"));
    let written = match card.on.is_empty() {
        true => written.say(words.say("mail-birthday-look")),
        false => written
            .say(say!(words, "mail-birthday-on", age = card.age))
            .list(card.on.iter().map(|session| in_one_line(session, words)))
            .say(words.say("mail-birthday-book")),
    };
    written
        .whats_on(head, words)
        .say(words.say("mail-birthday-same"))
        .link(words.say("mail-nothing-new"), head.family_url(&card.confirm))
        .say(words.say("mail-moved"))
        .say(tell(card.centre.as_ref(), words))
        .say(words.say("mail-to-stop-cards"))
        .link(words.say("mail-stop-cards"), head.family_url(&card.stop))
}

pub(crate) fn farewell(farewell: &Farewell, head: &Letterhead, words: Words) -> Written {
    Written::new(words.say("mail-farewell"))
        .say(say!(words, "mail-farewell-five", child = farewell.child.as_str()))
        .say(words.say("mail-farewell-ends"))
        .say(words.say("mail-farewell-thanks"))
        .say(words.say("mail-farewell-booked"))
        .say(words.say("mail-farewell-baby"))
        .say(tell(farewell.centre.as_ref(), words))
        .whats_on(head, words)
}

fn tell(centre: Option<&CentreFacts>, words: Words) -> String {
    match centre {
        Some(CentreFacts { name, phone: Some(phone) }) => {
            say!(words, "mail-moved-phone", centre = name.as_str(), phone = phone.as_str())
        }
        Some(CentreFacts { name, phone: None }) => {
            say!(words, "mail-moved-tell", centre = name.as_str())
        }
        None => words.say("mail-moved-us"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Message;
    use crate::mail::words::samples::{birthday_card, head};
    use crate::mail::words::write;
    use crate::words::Words;

    fn said(message: &Message) -> String {
        format!("{:?}", write(message, &head(), Words::english()))
    }

    #[test]
    fn a_card_says_the_age_what_is_on_how_to_confirm_and_how_to_stop() {
        let said = said(&birthday_card(false));
        for words in [
            "Happy birthday, Zac!",
            "Zac is 2.",
            "for another year",
            "Freedom Programme: Tuesday 3 June",
            "/membership/confirm-details/",
            "/membership/stop-cards/",
            "/whats-on",
            "0161 496 0122",
        ] {
            assert!(said.contains(words), "no {words}: {said}");
        }
    }

    #[test]
    fn a_card_without_a_programme_or_centre_is_whole_all_the_same() {
        let Message::BirthdayCard(full) = birthday_card(false) else { return };
        let bare = BirthdayCard { on: Vec::new(), centre: None, ..full };
        let said = said(&Message::BirthdayCard(bare));
        assert!(said.contains("Please tell us."), "{said}");
        assert!(!said.contains("On soon"), "{said}");
    }
}
