use super::*;
use crate::mail::SessionFacts;
use crate::mail::spoken::When;

fn paper(kind: CardKind, sessions: usize) -> Paper {
    let at = |text: &str| text.parse().expect("a date and time");
    let session = SessionFacts {
        title: "Stay and Play <with> crafts".to_owned(),
        when: When { starts: at("2026-11-23T10:00:00"), ends: at("2026-11-23T11:30:00") },
        centre: "Partington".to_owned(),
        phone: None,
        venue: "Main hall of a centre whose name is longer than any line has room for".to_owned(),
        address: String::new(),
        sensitive: false,
    };
    Paper {
        card_id: "b1".into(),
        kind,
        family_id: "f1".into(),
        child_id: "c1".into(),
        age: 2,
        due_on: "2026-11-16".parse().expect("a day"),
        printed_at: None,
        child: "Bartholomew-Maximilian-Alexander-Constantine".to_owned(),
        number: None,
        addressee: "Amina Khan and family".to_owned(),
        language: None,
        address: vec!["12 Manchester Road".to_owned(), "Partington".to_owned()],
        postcode: Some("M31 4FL".to_owned()),
        centre: None,
        on: vec![session; sessions],
    }
}

fn from() -> Issuer<'static> {
    Issuer {
        organisation: "Trafford Family Hubs",
        whats_on: "https://hubs.example/whats-on",
        languages: Box::leak(Box::default()),
    }
}

#[test]
fn a_full_card_keeps_to_its_page() {
    for kind in [CardKind::Birthday, CardKind::Farewell] {
        let drawn = card(&paper(kind, 6), from());
        let svg = drawn.svg();
        let lowest = svg.split(" y=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let lowest = lowest.filter_map(|y| y.parse::<f32>().ok()).fold(0.0, f32::max);
        assert!(lowest < HIGH - 5.0, "{kind:?} reaches {lowest}");
        assert!(!svg.contains("<with>"), "text is escaped");
    }
}

#[test]
fn a_label_has_the_name_the_lines_and_the_postcode() {
    let lines = label_lines(&paper(CardKind::Birthday, 0));
    assert_eq!(lines, ["Amina Khan and family", "12 Manchester Road", "Partington", "M31 4FL"]);
    let mut long = paper(CardKind::Birthday, 0);
    long.address = vec!["line".to_owned(); 9];
    assert_eq!(label_lines(&long).last().map(String::as_str), Some("M31 4FL"));
    assert!(label_lines(&long).len() <= LINES + 2);
}

#[test]
fn nothing_to_print_is_a_page_that_says_so() {
    for made in [cards(&[], from()), labels(&[])] {
        assert!(made.expect("a document").starts_with(b"%PDF"));
    }
}
