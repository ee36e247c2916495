//! The first version of the notice, in English. Joining rests on the centres' public task and not
//! on consent, so nobody signs it and everybody may object; what does need a yes is asked apart.

use super::{ENGLISH, Notice};
use crate::base::moment::Moment;
use crate::words::Words;

pub(crate) const FIRST_VERSION: i32 = 1;

/// Version 1. Nobody can change it, so it is in no table.
pub(crate) fn first() -> Notice {
    let words = Words::english();
    Notice {
        version: FIRST_VERSION,
        language: ENGLISH.to_owned(),
        title: words.say("member-notice-title"),
        body: words.say("member-notice-body"),
        card_text: words.say("member-notice-card"),
        written_at: Moment::from(chrono::DateTime::UNIX_EPOCH),
        confirmed_by: None,
        confirmed_at: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::membership::card::drawing::notice_fits;

    #[test]
    fn the_notice_is_short_enough_for_a_reader_of_nine() {
        let notice = first();
        for said in [&notice.title, &notice.body, &notice.card_text] {
            for sentence in said.split_inclusive(['.', '?', ':']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 15, "{words} words: {sentence}");
            }
        }
    }

    #[test]
    fn the_notice_says_what_it_rests_on_and_how_to_object() {
        let said = first().body;
        for words in ["public task", "You can object", "do not have to sign", "You can ask to see"]
        {
            assert!(said.contains(words), "{words}");
        }
        for words in ["register", "consent", "target", "data"] {
            assert!(!said.to_lowercase().contains(words), "{words}");
        }
    }

    #[test]
    fn its_short_form_has_room_on_a_card() {
        assert!(notice_fits(&first().card_text));
    }
}
