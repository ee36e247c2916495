//! The words after a session: one question, and how to stop such messages.

use super::{Letterhead, Written};
use crate::mail::FeedbackAsked;
use crate::mail::phrases::ring;
use crate::words::{Words, say};

pub(crate) fn asked(asked: &FeedbackAsked, head: &Letterhead, words: Words) -> Written {
    let session = &asked.session;
    let (what, day) = (session.name(), session.when.day(words));
    Written::about(&words.say("mail-feedback"), session, words)
        .say(say!(words, "mail-feedback-say", what = what, day = day))
        .go(words.say("mail-feedback-tell"), head.feedback_url(&asked.page))
        .say(words.say("mail-feedback-no-name"))
        .say(ring(session, words))
        .say(words.say("mail-feedback-to-stop"))
        .link(words.say("mail-feedback-stop"), head.family_url(&asked.stop))
}

#[cfg(test)]
mod tests {
    use crate::mail::words::samples::{feedback, head};
    use crate::mail::words::write;
    use crate::words::Words;

    #[test]
    fn it_names_the_session_leads_to_the_page_and_says_how_to_stop() {
        let said = format!("{:?}", write(&feedback(false), &head(), Words::english()));
        for words in [
            "How was it?: Freedom Programme",
            "https://hubs.example.org/feedback/",
            "/membership/stop-feedback/",
            "0161 496 0122",
        ] {
            assert!(said.contains(words), "no {words}: {said}");
        }
    }
}
