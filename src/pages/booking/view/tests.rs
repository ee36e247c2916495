use super::*;
use crate::mail::link::LinkKey;

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a date and time")
}

fn when() -> When {
    When { starts: at("2025-06-03T10:00:00"), ends: at("2025-06-03T11:30:00") }
}

fn head() -> Letterhead {
    Letterhead {
        organisation: "Hubs".to_owned(),
        public_url: "https://hubs.example.org".to_owned(),
        links: LinkKey::new([1; 32]),
    }
}

fn shown(standing: Standing, sensitive: bool, outcome: Option<Outcome>) -> String {
    let session = SessionFacts {
        title: "Freedom Programme".to_owned(),
        when: when(),
        centre: "Partington".to_owned(),
        phone: Some("0161 496 0122".to_owned()),
        venue: "Refuge Hall".to_owned(),
        address: "9 Hidden Lane".to_owned(),
        sensitive,
    };
    let page = BookingPage {
        session_id: "s1".into(),
        session,
        more_dates: vec![when()],
        children: vec![("c1".into(), "Leo".to_owned())],
        adults: 1,
        other_days: Vec::new(),
        bring: Some("a towel".to_owned()),
        standing,
        calendar: None,
    };
    let view = View { head: &head(), words: Words::english(), token: "abc" };
    view.booking(&page, outcome, None).into_string()
}

fn every_standing() -> Vec<Standing> {
    let moment = at("2025-06-02T18:00:00");
    let waiting = |free| Standing::Waiting {
        chance: Some(Chance::Some),
        position: Some(2),
        or_dates: vec![when()],
        free,
    };
    vec![
        Standing::Booked { cancel_by: Some(moment), has_begun: false },
        Standing::Booked { cancel_by: None, has_begun: true },
        waiting(Vec::new()),
        waiting(vec![("s1".into(), when())]),
        Standing::Offered { until: moment },
        Standing::Over(Over::Past),
        Standing::Over(Over::GivenUp { at: moment, undo_until: Some(moment) }),
        Standing::Over(Over::GivenUp { at: moment, undo_until: None }),
        Standing::Over(Over::Cancelled { at: moment }),
        Standing::Over(Over::LeftLine { at: moment }),
        Standing::Over(Over::Declined { at: moment }),
        Standing::Over(Over::Lapsed { until: moment }),
        Standing::Over(Over::LineEnded),
        Standing::Over(Over::SessionCancelled),
        Standing::Over(Over::Unfit),
    ]
}

#[test]
fn a_sensitive_session_is_not_named_and_can_be_left_at_once() {
    for standing in every_standing() {
        let page = shown(standing.clone(), true, None);
        for word in ["Freedom", "Refuge", "Hidden", "Leo", "towel", "openstreetmap"] {
            assert!(!page.contains(word), "{word} in {standing:?}: {page}");
        }
        assert!(page.contains("Exit this page"), "{page}");
        assert!(!shown(standing, false, None).contains("Exit this page"));
    }
}

#[test]
fn only_a_place_reads_as_one() {
    for standing in every_standing() {
        let is_booked = matches!(standing, Standing::Booked { .. });
        let page = shown(standing.clone(), false, None);
        assert_eq!(page.contains("<h1>You are booked</h1>"), is_booked, "{standing:?}");
        assert_eq!(page.contains("href=\"/b/abc.ics\""), is_booked, "{standing:?}");
    }
}

#[test]
fn what_gives_something_up_is_asked_behind_a_heading_and_nothing_acts_by_a_get() {
    for standing in every_standing() {
        let page = shown(standing.clone(), false, None);
        for given_up in ["cancel", "leave", "decline"] {
            let button = format!("action=\"/b/abc/{given_up}\"");
            let asked = format!("<form id=\"{given_up}\" method=\"post\" {button}>");
            assert_eq!(page.contains(&button), page.contains(&asked), "{standing:?}");
        }
        assert!(!page.contains("href=\"/b/abc/"), "{standing:?}: {page}");
    }
}

#[test]
fn whoever_was_too_slow_is_told_so_kindly() {
    let waiting = every_standing().remove(2);

    let page = shown(waiting, false, Some(Outcome::PlaceGone));

    assert!(page.contains("Sorry, that place has just gone. You are still on the list."));
    assert!(page.contains("role=\"alert\""));
}
