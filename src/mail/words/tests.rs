use std::collections::BTreeSet;

use super::samples::{every_kind, head, session, without_a_place};
use super::write;
use crate::mail::render::{Rendered, render};
use crate::mail::words::Block;
use crate::mail::{Message, SessionFacts};
use strum::EnumCount;

fn rendered(message: &Message) -> Rendered {
    let head = head();
    render(&write(message, &head), &head)
}

fn everything_said(message: &Message) -> String {
    let Rendered { subject, text, html } = rendered(message);
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
        let said = everything_said(&message);
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
        if matches!(message, Message::Outcome(_) | Message::LeadNamed { .. }) {
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
        let written = write(&message, &head());
        let Rendered { text, html, .. } = rendered(&message);
        for block in &written.blocks {
            let parts = match block {
                Block::Say(said) => vec![said.clone()],
                Block::Facts(facts) => facts.iter().map(|(_, fact)| fact.clone()).collect(),
                Block::List(items) => items.clone(),
                Block::Go(label, url) => vec![(*label).to_owned(), url.clone()],
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
        for block in write(message, &head()).blocks {
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
    assert!(text.contains("https://hubs.example.org/links/accept/"));
    assert!(text.contains("https://hubs.example.org/links/decline/"));
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
