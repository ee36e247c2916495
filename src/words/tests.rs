//! Every language says everything, in words of its own, with the gaps of the English.

use super::language::Correction;
use super::languages::Languages;
use super::shipped::SHIPPED;
use super::*;
use check::{Unsound, plural_forms, texts, translation};
use std::collections::{BTreeMap, HashMap};

fn english_texts() -> BTreeMap<String, String> {
    SHIPPED[0].files.iter().flat_map(|(_, file)| texts(file)).collect()
}

fn others() -> impl Iterator<Item = Words> {
    Languages::default().all().into_iter().filter(|words| !words.is_english())
}

#[test]
fn a_text_is_said_with_its_gaps_filled() {
    let words = Words::english();

    assert_eq!(words.say("skip"), "Skip to main content");
    assert_eq!(say!(words, "places-left", n = 1), "1 place left");
    assert_eq!(say!(words, "places-left", n = 4), "4 places left");
    assert_eq!(words.language(), "en-GB");
}

#[test]
#[should_panic(expected = "no text")]
fn a_text_that_is_not_there_is_noticed() {
    let absent = "no-such-text";
    Words::english().say(absent);
}

#[test]
#[should_panic(expected = "a gap that was not filled")]
fn a_gap_that_is_not_filled_is_noticed() {
    Words::english().say("places-left");
}

#[test]
fn every_language_has_every_text_with_its_gaps_and_its_plurals() {
    let english = english_texts();
    let mut wrong = Vec::new();
    for shipped in &SHIPPED[1..] {
        let own: BTreeMap<_, _> = shipped.files.iter().flat_map(|(_, file)| texts(file)).collect();
        for (key, text) in english.iter().filter(|(key, _)| !key.starts_with("member-notice-")) {
            match own.get(key) {
                None => wrong.push(format!("{} {key}: missing", shipped.tag)),
                Some(translated) => {
                    if let Err(unsound) = translation(shipped.tag, key, (text, translated)) {
                        wrong.push(format!("{} {key}: {unsound:?}", shipped.tag));
                    }
                }
            }
        }
        for key in own.keys().filter(|key| !english.contains_key(*key)) {
            wrong.push(format!("{} {key}: not in English", shipped.tag));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_translation_is_tested() {
    let english = "{ $n ->\n    [one] 1 place left\n   *[other] { $n } places left\n}";
    let polish = "{ $n ->\n    [one] 1 miejsce\n    [few] { $n } miejsca\n    [many] { $n } miejsc\n   *[other] { $n } miejsca\n}";
    let unsound = |text: &str| translation("pl", "places-left", (english, text)).err();

    assert_eq!(unsound(polish), None);
    assert_eq!(unsound("{ $n } wolne"), None);
    assert_eq!(unsound("wolne"), Some(Unsound::Lacks("n".to_owned())));
    assert_eq!(unsound("{ $n } { $m }"), Some(Unsound::Extra("m".to_owned())));
    assert_eq!(unsound("{ $n -> \n [one] 1\n *[other] { $n }\n}"), Some(Unsound::NoForm("few")));
    for unreadable in ["{ $n", "", "{ $n }\n.attribute = b", "}{ $n }"] {
        assert_eq!(unsound(unreadable), Some(Unsound::Unreadable), "{unreadable:?}");
    }
    assert_eq!(unsound("{ $n } { skip }"), Some(Unsound::Refers));
    assert_eq!(unsound("{ NUMBER($n) } { $n }"), Some(Unsound::Refers));
}

#[test]
fn each_language_tells_its_own_numbers_apart() {
    for (language, forms) in [
        ("en-GB", vec!["one", "other"]),
        ("pl", vec!["one", "few", "many"]),
        ("uk", vec!["one", "few", "many"]),
        ("ro", vec!["one", "few", "other"]),
        ("ar", vec!["zero", "one", "two", "few", "many", "other"]),
        ("ur", vec!["one", "other"]),
    ] {
        let mut found = plural_forms(language);
        found.sort_by_key(|form| forms.iter().position(|one| one == form));
        assert_eq!(found, forms, "{language}");
    }
}

/// The numbers at which languages differ.
const NUMBERS: [i32; 6] = [0, 1, 2, 5, 11, 21];

#[test]
fn places_are_counted_as_each_language_counts() {
    let languages = Languages::default();
    let said = |tag: &str| {
        let words = languages.named(tag).expect("a language");
        NUMBERS.map(|n| say!(words, "places-left", n = n))
    };
    // Forms that belong together are the same but for the number.
    let same = |tag: &str, pairs: &[(usize, usize)], apart: &[(usize, usize)]| {
        let forms = said(tag).map(|text| text.replace(|c: char| c.is_ascii_digit(), ""));
        for (one, other) in pairs {
            assert_eq!(forms[*one], forms[*other], "{tag} {forms:?}");
        }
        for (one, other) in apart {
            assert_ne!(forms[*one], forms[*other], "{tag} {forms:?}");
        }
    };
    same("en", &[(0, 2), (2, 5)], &[(1, 2)]);
    // Many at 0, 5, 11 and 21; few at 2.
    same("pl", &[(0, 3), (3, 4), (4, 5)], &[(1, 2), (2, 3)]);
    // One at 1 and 21, few at 2, many at 0, 5 and 11.
    same("uk", &[(1, 5), (0, 3), (3, 4)], &[(1, 2), (2, 3)]);
    // Few at 0, 2, 5 and 11; the others with "de".
    same("ro", &[(0, 2), (2, 3), (3, 4)], &[(1, 2), (4, 5)]);
    same("ar", &[(4, 5)], &[(0, 1), (1, 2), (2, 3), (3, 4)]);
}

#[test]
fn days_follow_the_language_in_figures_that_all_know() {
    let day: NaiveDate = "2025-06-03".parse().expect("a day");
    let languages = Languages::default();
    for (tag, whole, names) in [
        ("en-GB", ["Tuesday 3 June", "3 June 2025", "June 2025"], "Leo, Mia and Zac"),
        ("pl", ["wtorek, 3 czerwca", "3 czerwca 2025", "czerwiec 2025"], "Leo, Mia i Zac"),
        ("ro", ["marți, 3 iunie", "3 iunie 2025", "iunie 2025"], "Leo, Mia și Zac"),
        (
            "uk",
            ["вівторок, 3 червня", "3 червня 2025\u{202f}р.", "червень 2025\u{202f}р."],
            "Leo, Mia і Zac",
        ),
        ("ur", ["منگل، 3 جون", "3 جون، 2025", "جون 2025"], "Leo، Mia، اور Zac"),
        ("ar", ["الثلاثاء، 3 يونيو", "3 يونيو 2025", "يونيو 2025"], "Leo وMia وZac"),
        ("bn", ["মঙ্গলবার, 3 জুন", "3 জুন, 2025", "জুন 2025"], "Leo, Mia এবং Zac"),
        ("pa", ["ਮੰਗਲਵਾਰ, 3 ਜੂਨ", "3 ਜੂਨ 2025", "ਜੂਨ 2025"], "Leo, Mia ਅਤੇ Zac"),
    ] {
        let words = languages.named(tag).expect("a language");
        assert_eq!([words.day(day), words.date(day), words.month(day)], whole, "{tag}");
        let people = ["Leo", "Mia", "Zac"].map(str::to_owned);
        assert_eq!(words.list(&people), names, "{tag}");
        assert_eq!(words.list(&people[..1]), "Leo", "{tag}");
        assert_eq!(words.list(&[]), "", "{tag}");
    }
}

#[test]
fn every_day_of_a_year_is_said_in_every_language() {
    let first: NaiveDate = "2024-01-01".parse().expect("a Monday");
    for words in Languages::default().all() {
        for day in first.iter_days().take(366) {
            let said = words.day(day);
            let figures: String = said.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(figures, day.format("%-d").to_string(), "{}: {said}", words.language());
        }
    }
    for day in first.iter_days().take(366) {
        let words = Words::english();
        assert_eq!(words.day(day), day.format("%A %-d %B").to_string());
        assert_eq!(words.date(day), day.format("%-d %B %Y").to_string());
        assert_eq!(words.month(day), day.format("%B %Y").to_string());
    }
}

#[test]
fn right_to_left_is_known_by_the_language() {
    let languages = Languages::default();
    for (tag, direction) in [("ur", "rtl"), ("ar", "rtl"), ("pl", "ltr"), ("pa", "ltr")] {
        assert_eq!(languages.named(tag).map(Words::direction), Some(direction), "{tag}");
    }
    // What stands in a gap keeps its own direction there.
    let urdu = languages.named("ur").expect("Urdu");
    assert!(say!(urdu, "mail-hello-name", name = "Ann").contains("\u{2068}Ann\u{2069}"));
}

#[test]
fn a_browser_gets_the_first_language_that_is_there() {
    let languages = Languages::default();
    for (wanted, found) in [
        (vec!["pl-PL", "en"], "pl"),
        (vec!["de", "uk-UA", "pl"], "uk"),
        (vec!["de", "en-US", "pl"], "en-GB"),
        (vec!["pa-Guru-IN"], "pa"),
        (vec!["de"], "en-GB"),
        (vec![], "en-GB"),
    ] {
        assert_eq!(languages.preferred(wanted.clone()).language(), found, "{wanted:?}");
    }
}

#[test]
fn what_a_person_corrected_stands_over_the_file() {
    let languages = Languages::default();
    let polish = languages.named("pl").expect("Polish");
    let correct = |key: &str, text: &str, is_confirmed| Correction {
        key: key.to_owned(),
        text: text.to_owned(),
        is_confirmed,
    };
    let before = polish.say("booking-booked");
    assert!(polish.beside("booking-booked").is_some() && polish.is_machine_made());

    let corrections =
        vec![correct("booking-booked", "Masz to!", true), correct("skip", "{ $broken", true)];
    let skip = polish.say("skip");
    languages.load(1, &[], HashMap::from([("pl".to_owned(), corrections)]));
    assert_eq!(polish.say("booking-booked"), "Masz to!");
    assert!(polish.beside("booking-booked").is_none() && polish.beside("booking-off").is_some());
    assert_eq!(polish.say("skip"), skip, "an unreadable one is left out");

    languages.load(0, &[], HashMap::new());
    assert_eq!(polish.say("booking-booked"), "Masz to!", "an older state changes nothing");
    languages.load(2, &[], HashMap::new());
    assert_eq!(polish.say("booking-booked"), before);
}

#[test]
fn a_language_that_was_added_says_in_english_what_it_lacks() {
    let languages = Languages::default();
    let added = [Offered { tag: "so".to_owned(), own_name: "Soomaali".to_owned() }];
    let texts =
        vec![Correction { key: "skip".to_owned(), text: "U bood".to_owned(), is_confirmed: false }];
    languages.load(1, &added, HashMap::from([("so".to_owned(), texts)]));

    let somali = languages.named("so").expect("Somali");
    assert_eq!(somali.say("skip"), "U bood");
    assert_eq!(somali.say("menu-sign-out"), "Sign out");
    assert_eq!(languages.all().len(), SHIPPED.len() + 1);
    languages.load(2, &[], HashMap::new());
    assert!(languages.named("so").is_none(), "taken away again");
}

#[test]
fn what_somebody_agrees_to_is_english_until_it_is_confirmed() {
    let languages = Languages::default();
    for words in others() {
        for key in marks::CONSENT {
            assert!(words.agreed(key).is_english(), "{} {key}", words.language());
        }
    }
    let polish = languages.named("pl").expect("Polish");
    let photos = Correction {
        key: "my-question-photos".to_owned(),
        text: "Czy możemy robić zdjęcia?".to_owned(),
        is_confirmed: true,
    };
    languages.load(1, &[], HashMap::from([("pl".to_owned(), vec![photos])]));
    assert_eq!(polish.agreed("my-question-photos").language(), "pl");
}

#[test]
fn marked_texts_are_there() {
    let english = english_texts();
    for key in marks::CORE.iter().chain(marks::CONSENT) {
        assert!(english.contains_key(*key), "{key}");
    }
    assert!((35..=60).contains(&marks::CORE.len()));
}

#[test]
fn no_language_repeats_the_english() {
    // Names of programs and organisations, and marks around gaps, are the same everywhere.
    let is_word = |text: &str| {
        let said = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, said)| said));
        said.flat_map(str::split_whitespace).filter(|word| word.len() > 3).count() > 2
    };
    let english = english_texts();
    for shipped in &SHIPPED[1..] {
        let own = shipped.files.iter().flat_map(|(_, file)| texts(file));
        let same: Vec<String> = own
            .filter(|(key, text)| english.get(key) == Some(text) && is_word(text))
            .map(|(key, _)| key)
            .collect();
        assert!(same.is_empty(), "{}: {same:?}", shipped.tag);
    }
}
