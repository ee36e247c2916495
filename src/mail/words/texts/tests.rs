use super::{Answers, reply, text};
use crate::mail::parts::parts;
use crate::mail::words::samples::{every_kind, head, without_a_place};
use crate::mail::{CentreFacts, Message, TextReply};
use crate::words::Words;

fn said(message: &Message, answers: Answers) -> Option<String> {
    text(message, &head(), answers, Words::english())
}

fn replies() -> Vec<String> {
    let centre = || {
        let phone = Some("0161 496 0122".to_owned());
        Some(CentreFacts { name: "Partington Children's Centre".to_owned(), phone })
    };
    let all = [
        TextReply::Which { pages: Vec::new() },
        TextReply::Nothing,
        TextReply::TooLate,
        TextReply::NoPlace { centre: centre() },
        TextReply::Declined,
        TextReply::Stopped,
        TextReply::NotRead { centre: centre() },
        TextReply::NotRead { centre: None },
    ];
    all.iter().map(|answer| reply(answer, &head(), Words::english())).collect()
}

fn everything() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for message in every_kind(false).iter().chain(&every_kind(true)) {
        for answers in [Answers::Read, Answers::NotRead] {
            all.extend(said(message, answers).map(|text| (message.kind().to_owned(), text)));
        }
    }
    all.extend(replies().into_iter().map(|text| ("reply".to_owned(), text)));
    all
}

#[test]
fn a_text_begins_with_who_sends_it_and_holds_no_childs_name() {
    let all = everything();
    assert!(all.len() > 60, "{}", all.len());
    for (kind, text) in all {
        assert!(text.starts_with("Trafford Family Hubs: "), "{kind}: {text}");
        for name in ["Leo", "Mia", "Zac", "Priya"] {
            assert!(!text.contains(name), "{kind} says {name}: {text}");
        }
    }
}

#[test]
fn a_private_session_is_not_given_away() {
    for message in every_kind(true) {
        let Some(text) = said(&message, Answers::Read) else { continue };
        for word in ["Freedom", "Refuge", "Hidden Lane", "towel"] {
            assert!(!text.contains(word), "{} says {word}: {text}", message.kind());
        }
    }
}

#[test]
fn a_family_in_line_never_reads_a_confirmation() {
    for message in without_a_place(false).iter().chain(&without_a_place(true)) {
        let text = said(message, Answers::Read).unwrap_or_default().to_lowercase();
        for word in ["booked", "you have a place", "see you", "appointment"] {
            assert!(!text.contains(word), "{} says {word}: {text}", message.kind());
        }
    }
}

#[test]
fn an_offer_is_answered_with_a_digit_only_where_answers_are_read() {
    let offer = &without_a_place(false)[1];
    let read = said(offer, Answers::Read).expect("a text");
    let not_read = said(offer, Answers::NotRead).expect("a text");

    assert!(read.contains("Answer 1 for yes or 2 for no by 6pm on Monday 2 June"), "{read}");
    assert!(!not_read.contains("Answer 1"), "{not_read}");
    for text in [read, not_read] {
        assert!(text.contains("Freedom Programme, Tuesday 3 June, 10am."), "{text}");
        assert!(text.contains("https://hubs.example.org/b/"), "{text}");
    }
}

#[test]
fn what_needs_a_yes_says_how_it_stops_and_nothing_else_does() {
    for message in every_kind(false) {
        let Some(text) = said(&message, Answers::Read) else { continue };
        let stops = matches!(message.kind(), "birthday_card" | "booking_opens");
        assert_eq!(text.contains("STOP"), stops, "{text}");
        let text = said(&message, Answers::NotRead).unwrap_or_default();
        assert_eq!(text.contains("No more of these: https://"), stops, "{text}");
    }
}

#[test]
fn texts_are_short_and_plain() {
    for (kind, text) in everything() {
        assert!(text.is_ascii() && !text.contains('\n'), "{kind}: {text}");
        let most = match kind.as_str() {
            "sign_in_code" | "confirm_join" | "not_booked" | "farewell" | "test" => 1,
            // With the long link of a carer.
            "birthday_card" | "joined" => 3,
            _ => 2,
        };
        assert!(parts(&text) <= most, "{kind} has {} parts: {text}", parts(&text));
        let words = text.split(": ").flat_map(|part| part.split_inclusive(['.', '?', '!', ':']));
        for sentence in words {
            let words = sentence.split_whitespace().count();
            assert!(words <= 22, "{kind} has {words} words: {sentence}");
        }
    }
}

#[test]
fn nothing_tells_a_family_of_groups_or_order() {
    for (kind, text) in everything() {
        let text = text.to_lowercase();
        for word in ["referr", "priorit", "tier", "target", "restricted", "capacity", "eligible"] {
            assert!(!text.contains(word), "{kind} says {word}: {text}");
        }
    }
}
