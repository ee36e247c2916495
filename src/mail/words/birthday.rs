//! The words of birthday cards and of the farewell. They say what is there for the family, ask for
//! nothing, and name no age a child should be able to do anything at.

use super::{Letterhead, Written};
use crate::mail::phrases::in_one_line;
use crate::mail::{BirthdayCard, CentreFacts, Farewell};

pub(crate) fn card(card: &BirthdayCard, head: &Letterhead) -> Written {
    let (child, age) = (&card.child, card.age);
    let written = Written::new(format!("Happy birthday, {child}"))
        .say(format!("Happy birthday, {child}!"))
        .say(format!("{child} is {age}. We wish you all a lovely day."))
        .say("Your membership goes on for another year. You do not need to do anything.");
    let written = match card.on.is_empty() {
        true => written.say("Do you want to see what is on near you? Look here."),
        false => written
            .say(format!("This is on soon for children of {age}:"))
            .list(card.on.iter().map(in_one_line))
            .say("Do you want to come? You can book here."),
    };
    written
        .whats_on(head)
        .say("Do you still have the same address and phone number?")
        .go("Yes, nothing has changed", head.family_url(&card.confirm))
        .say(format!("Has something changed? {}", tell(card.centre.as_ref())))
        .say("Do you not want a card next year?")
        .go("Stop these cards", head.family_url(&card.stop))
}

pub(crate) fn farewell(farewell: &Farewell, head: &Letterhead) -> Written {
    Written::new("Thank you for being with us")
        .say(format!("{} is five. Happy birthday!", farewell.child))
        .say("Our groups are for children under five. So your membership ends now.")
        .say("It was good to have you with us.")
        .say("What you have booked stays booked.")
        .say("Is there a new baby, or one on the way? Then you can be members again.")
        .say(tell(farewell.centre.as_ref()))
        .whats_on(head)
}

fn tell(centre: Option<&CentreFacts>) -> String {
    match centre {
        Some(CentreFacts { name, phone: Some(phone) }) => {
            format!("Please phone {name} on {phone}.")
        }
        Some(CentreFacts { name, phone: None }) => format!("Please tell us at {name}."),
        None => "Please tell us.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Message;
    use crate::mail::words::samples::{birthday_card, head};
    use crate::mail::words::write;

    fn said(message: &Message) -> String {
        format!("{:?}", write(message, &head()))
    }

    #[test]
    fn a_card_says_the_age_what_is_on_how_to_confirm_and_how_to_stop() {
        let said = said(&birthday_card(false));
        for words in [
            "Happy birthday, Zac!",
            "Zac is 2.",
            "goes on for another year",
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
        assert!(!said.contains("This is on soon"), "{said}");
    }
}
