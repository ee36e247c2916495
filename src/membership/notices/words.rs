//! The first version of the notice, in English. Joining rests on the centres' public task and not
//! on consent, so nobody signs it and everybody may object; what does need a yes is asked apart.

use super::{ENGLISH, Notice};
use crate::base::moment::Moment;

pub(crate) const FIRST_VERSION: i32 = 1;

const TITLE: &str = "How we use your information";

const BODY: &str = "\
We keep a few facts about your family. They are your names, your child's birthday, where you live, \
and how to reach you.

We use them to tell you what is on. We use them to keep your place. They help us see that no family \
is left out.

Helping families is a job the law gives us. It is called a public task. So you do not have to sign \
anything. You can still say no.

We share only what is needed. We share it with people who help your family. They may be your health \
visitor, midwife, nursery, school or council. They must keep it safe. We share more only to keep \
a child safe, or when the law says so.

Some things are only done if you say yes. Birthday messages by e-mail or text are one. Photos are \
another. You can change your mind.

We keep your facts only as long as we need them.

You can ask to see what we keep. You can ask us to put it right. You can object: tell us you do not \
want to be a member. You can still come and book. Just ask at your centre.

If you are not happy, tell us. You can also tell the Information Commissioner on 0303 123 1113.";

const CARD_TEXT: &str = "\
We keep a few facts about your family. We share only what is needed, with people who help you. \
You can see what we keep, put it right, or say no. Just ask at your centre.";

/// Version 1. Nobody can change it, so it is in no table.
pub(crate) fn first() -> Notice {
    Notice {
        version: FIRST_VERSION,
        language: ENGLISH.to_owned(),
        title: TITLE.to_owned(),
        body: BODY.to_owned(),
        card_text: CARD_TEXT.to_owned(),
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
