use std::collections::BTreeSet;

use super::samples::{every_kind, gone, head, session, without_a_place};
use super::write;
use crate::mail::render::{Rendered, render};
use crate::mail::words::Block;
use crate::mail::{CancelledBy, MailStanding, Message, SessionFacts};
use crate::words::Words;
use strum::EnumCount;

fn rendered(message: &Message) -> Rendered {
    render(message, &head(), Words::english(), Some("Priya Shah"))
}

fn everything_said(message: &Message) -> String {
    let Rendered { subject, text, html, .. } = rendered(message);
    format!("{subject}\n{text}\n{html}").to_lowercase()
}

#[test]
fn every_kind_of_message_is_tried_here() {
    let kinds: BTreeSet<&str> = every_kind(false).iter().map(Message::kind).collect();

    assert_eq!(kinds.len(), Message::COUNT);
}

#[test]
fn a_family_without_a_place_never_reads_a_confirmation() {
    for message in without_a_place(false).iter().chain(&without_a_place(true)) {
        let said = everything_said(message);
        for word in
            ["booked", "your place", "confirm", "you have a place", "see you", "appointment"]
        {
            assert!(!said.contains(word), "{} says {word}:\n{said}", message.kind());
        }
    }
}

#[test]
fn a_family_with_a_place_does_read_one() {
    let booked = &every_kind(false)[without_a_place(false).len()];

    assert!(everything_said(booked).contains("booked"));
    assert!(everything_said(booked).contains("you have a place"));
}

#[test]
fn a_sensitive_session_is_not_given_away() {
    for message in every_kind(true) {
        let calendar = rendered(&message).calendar.map(|file| file.text.to_lowercase());
        let said = everything_said(&message) + &calendar.unwrap_or_default();
        for word in ["freedom", "refuge", "hidden lane", "towel", "leo", "mia", "£1"] {
            assert!(!said.contains(word), "{} says {word}:\n{said}", message.kind());
        }
    }
}

#[test]
fn nothing_tells_a_family_of_groups_or_order() {
    let staff_words = [
        "referr",
        "priorit",
        "tier",
        "waitlist",
        "wait list",
        "target",
        "restricted",
        "suppress",
        "slot",
        "capacity",
        "eligible",
    ];
    for message in every_kind(false) {
        // To a professional, and to safeguarding leads.
        if matches!(
            message,
            Message::Outcome(_)
                | Message::WindowsDigest(_)
                | Message::WindowOpens { .. }
                | Message::LeadNamed { .. }
                | Message::ConcernWritten { .. }
        ) {
            continue;
        }
        let said = everything_said(&message);
        for word in staff_words {
            assert!(!said.contains(word), "{} says {word}:\n{said}", message.kind());
        }
    }
}

#[test]
fn an_outcome_names_no_family() {
    let outcome = every_kind(false)
        .into_iter()
        .find(|message| message.kind() == "outcome")
        .expect("an outcome among the samples");

    let said = everything_said(&outcome);
    assert!(said.contains("r-1234"));
    assert!(!said.contains("leo") && !said.contains("mia"));
}

#[test]
fn text_and_html_say_the_same() {
    for message in every_kind(false) {
        let written = write(&message, &head(), Words::english());
        let Rendered { text, html, .. } = rendered(&message);
        for block in &written.blocks {
            let parts = match block {
                Block::Say(said) => vec![said.clone()],
                Block::Facts(facts) => facts.iter().map(|(_, fact)| fact.clone()).collect(),
                Block::List(items) => items.clone(),
                Block::Go(label, url) | Block::Link(label, url) => {
                    vec![label.clone(), url.clone()]
                }
            };
            for part in parts {
                assert!(text.contains(&part), "text of {} lacks {part}", message.kind());
                assert!(html.contains(&part), "HTML of {} lacks {part}", message.kind());
            }
        }
    }
}

#[test]
fn sentences_are_short_enough_for_a_reader_of_nine() {
    for message in every_kind(false).iter().chain(&every_kind(true)) {
        for block in write(message, &head(), Words::english()).blocks {
            let Block::Say(said) = block else { continue };
            for sentence in said.split_inclusive(['.', '?', ':']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 15, "{} has {words} words: {sentence}", message.kind());
            }
        }
    }
}

#[test]
fn an_offer_says_until_when_in_local_words() {
    let offer = &without_a_place(false)[1];
    let Rendered { subject, text, .. } = rendered(offer);

    assert_eq!(
        subject,
        "Please answer by 6pm on Monday 2 June: Freedom Programme on Tuesday 3 June"
    );
    assert!(text.contains("We are keeping it for you until 6pm on Monday 2 June."));
    assert!(text.contains("Yes, I want it:\nhttps://hubs.example.org/b/"));
    assert!(text.contains("#decline\n"));
}

#[test]
fn what_staff_typed_is_text_and_nothing_else() {
    let odd = SessionFacts {
        title: "Play\r\nBcc: all@example.org <script>alert(1)</script>".to_owned(),
        ..session(false)
    };
    let lapsed = Message::OfferLapsed { until: odd.when.starts, session: odd };
    let Rendered { subject, html, .. } = rendered(&lapsed);

    assert!(!subject.contains(['\r', '\n']));
    assert!(!html.contains("<script>"));
}

#[test]
fn a_stored_message_is_read_back_as_it_was() {
    for message in every_kind(false) {
        let stored = serde_json::to_string(&message).expect("a message is JSON");
        let read: Message = serde_json::from_str(&stored).expect("what we wrote");
        assert_eq!(read, message);
        assert!(stored.contains(&format!("\"kind\":\"{}\"", message.kind())), "{stored}");
    }
}

#[test]
fn a_reader_is_greeted_by_the_first_name_where_it_is_known() {
    let message = &every_kind(false)[0];

    assert!(rendered(message).text.starts_with("Hello Priya,\n"));
    assert!(render(message, &head(), Words::english(), None).text.starts_with("Hello,\n"));
}

#[test]
fn the_page_form_has_a_language_one_heading_and_a_main_part() {
    for message in every_kind(false) {
        let Rendered { subject, html, .. } = rendered(&message);
        assert!(html.contains("<html lang=\"en-GB\" dir=\"ltr\">"), "{html}");
        assert_eq!((html.matches("<h1").count(), html.matches("<main").count()), (1, 1));
        assert!(html.contains("</h1>") && !subject.is_empty());
    }
}

#[test]
fn one_thing_at_most_is_a_button() {
    for message in every_kind(false) {
        let blocks = write(&message, &head(), Words::english()).blocks;
        let buttons = blocks.iter().filter(|block| matches!(block, Block::Go(..))).count();
        assert!(buttons <= 1, "{}: {blocks:?}", message.kind());
    }
}

#[test]
fn a_calendar_is_told_of_a_place_its_changes_and_its_end() {
    for message in every_kind(false) {
        let file = rendered(&message).calendar.map(|file| file.text);
        let said = file.as_deref().map(|text| (text.contains("METHOD:CANCEL"), text));
        match (message.kind(), said) {
            ("booked" | "place_given", Some((false, text))) => {
                assert!(text.contains("UID:b1\r\n") && text.contains("UID:b1-2\r\n"), "{text}");
                assert!(text.contains("SUMMARY:Freedom Programme\r\n"), "{text}");
            }
            ("changed", Some((false, _)) | None)
            | ("cannot_be_met" | "booking_cancelled", Some((true, _)) | None)
            | ("session_cancelled", Some((true, _)))
            | (_, None) => {}
            (kind, Some((_, text))) => panic!("{kind}: {text}"),
        }
    }
    let left = rendered(&gone(false, MailStanding::Waiting, CancelledBy::Family));
    assert_eq!(left.calendar, None, "there was no place");
}

#[test]
fn only_what_needs_a_yes_says_how_it_is_stopped() {
    for message in every_kind(false) {
        let stops = matches!(message.kind(), "birthday_card" | "booking_opens" | "feedback");
        assert_eq!(rendered(&message).stop.is_some(), stops, "{}", message.kind());
    }
}
