//! Languages as families choose them and administrators keep them: corrected, confirmed, added.

use firstplace::access::Role;
use firstplace::serve::upkeep;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::pages::shows;
use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::world::World;

const LANGUAGES: &str = "/api/v1/languages";

/// What every process does each second.
fn refresh(app: &TestApp) {
    upkeep::read_languages(&app.store).expect("the languages are read");
}

fn tags(app: &TestApp) -> Vec<String> {
    let listed = app.nobody.get(LANGUAGES).expect(200);
    let items = listed["items"].as_array().expect("a list").iter();
    items.map(|one| one["tag"].as_str().expect("a tag").to_owned()).collect()
}

fn text_of(who: &Client, language: &str, key: &str) -> Value {
    let listed = who.get(&format!("{LANGUAGES}/{language}/texts")).expect(200);
    let items = listed["items"].as_array().expect("a list");
    items.iter().find(|one| one["key"] == key).unwrap_or_else(|| panic!("no {key}")).clone()
}

/// A page as a browser opens it that prefers a language.
fn page_in(app: &TestApp, path: &str, accepted: &str) -> String {
    let answer = app.nobody.call(Method::GET, path).header("accept-language", accepted).send();
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.text
}

both! {
    fn eight_languages_are_there_by_their_own_names(app) {
        assert_eq!(tags(app), ["en-GB", "ur", "ar", "pl", "bn", "ro", "pa", "uk"]);
        let listed = app.nobody.get(LANGUAGES).expect(200);
        assert_eq!(listed["items"][1], json!({
            "tag": "ur", "own_name": "اردو", "direction": "rtl", "made_by_machine": true,
        }));
        assert_eq!(listed["items"][0]["made_by_machine"], false);
    }

    fn a_page_is_in_the_language_that_the_browser_prefers(app) {
        for (accepted, html) in [
            ("pl-PL,en;q=0.5", "<html lang=\"pl\" dir=\"ltr\">"),
            ("de, ur;q=0.8, en;q=0.2", "<html lang=\"ur\" dir=\"rtl\">"),
            ("de", "<html lang=\"en-GB\" dir=\"ltr\">"),
            ("*", "<html lang=\"en-GB\" dir=\"ltr\">"),
            (";;q=x,,", "<html lang=\"en-GB\" dir=\"ltr\">"),
        ] {
            for path in ["/", "/sign-in", "/privacy"] {
                assert!(page_in(app, path, accepted).contains(html), "{path} {accepted}");
            }
        }
    }

    fn a_language_that_was_chosen_is_kept_by_the_browser(app) {
        let chosen = app.nobody.get("/whats-on?centre=c1&language=ur&free=yes");
        assert_eq!((chosen.status, chosen.header("location")), (303, Some("/whats-on?centre=c1&free=yes")));
        let cookie = chosen.header("set-cookie").expect("a cookie").to_owned();
        assert!(cookie.starts_with("firstplace-language=ur;") && cookie.contains("HttpOnly"), "{cookie}");
        let kept = cookie.split(';').next().expect("a cookie");
        let page = app.nobody.call(Method::GET, "/").header("cookie", kept)
            .header("accept-language", "pl").send();
        shows(&page, 200, &["<html lang=\"ur\" dir=\"rtl\">"]);

        for unknown in ["/?language=de", "/?language=", "/?language=%00", "/?language=../x"] {
            let answer = app.nobody.get(unknown);
            assert_eq!((answer.status, answer.header("location")), (303, Some("/")), "{unknown}");
            assert_eq!(answer.header("set-cookie"), None, "{unknown}");
        }
        // What only looks like it is not a choice: the page is shown, and leads nowhere in a circle.
        for other in ["/?xlanguage=ur", "/?age=language=ur", "/?Language=ur"] {
            shows(&app.nobody.get(other), 200, &["<html lang=\"en-GB\""]);
        }
        // Programs say it each time.
        assert_eq!(app.nobody.get("/api/v1/notices/current?language=ur").status, 200);
    }

    fn every_page_offers_every_language_and_says_who_translated(app) {
        let page = page_in(app, "/contact", "pl");
        for own_name in ["English", "اردو", "العربية", "Polski", "বাংলা", "Română", "ਪੰਜਾਬੀ", "Українська"] {
            assert!(page.contains(&format!(">{own_name}</a>")), "{own_name}: {page}");
        }
        assert!(page.contains("<aside class=\"machine\">"), "{page}");
        assert!(!page_in(app, "/contact", "en").contains("class=\"machine\""));
    }

    fn a_correction_is_read_by_families_and_nobody_has_confirmed_it(app) {
        let admin = app.as_role(Role::Administrator);
        let path = format!("{LANGUAGES}/pl/texts/menu-whats-on");
        let made = admin.put(&path, &json!({ "text": "Zajęcia dla was" })).expect(200);
        assert_eq!((&made["text"], &made["state"]), (&json!("Zajęcia dla was"), &json!("unconfirmed")));
        assert!(!page_in(app, "/", "pl").contains("Zajęcia dla was"), "not yet read");
        refresh(app);
        assert!(page_in(app, "/", "pl").contains("Zajęcia dla was"));
        assert!(!page_in(app, "/", "uk").contains("Zajęcia dla was"));

        let confirmed = json!({ "name": "Agnieszka Nowak", "keys": ["menu-whats-on"] });
        let done = admin.post(&format!("{LANGUAGES}/pl/confirm"), &confirmed).expect(200);
        assert_eq!(done["items"][0]["state"], "confirmed");
        assert_eq!(text_of(&admin, "pl", "menu-whats-on")["confirmed_by"], "Agnieszka Nowak");
        // Other words are not what she confirmed.
        admin.put(&path, &json!({ "text": "Program" })).expect(200);
        assert_eq!(text_of(&admin, "pl", "menu-whats-on")["state"], "unconfirmed");
    }

    fn a_text_that_is_not_sound_is_refused_with_what_to_do(app) {
        let admin = app.as_role(Role::Administrator);
        let path = format!("{LANGUAGES}/pl/texts/places-left");
        for (text, says) in [
            ("{ $n", "cannot be read"),
            ("wolne", "Say { $n } somewhere"),
            ("{ $n } { $m }", "Leave out { $m }"),
            ("{ $n ->\n    [one] 1\n   *[other] { $n }\n}", "the form [few]"),
            ("{ $n } { skip }", "no other texts"),
        ] {
            let problem = admin.put(&path, &json!({ "text": text })).refused(422, "invalid_request");
            let detail = problem["detail"].as_str().unwrap_or_default().to_owned();
            let errors = problem.to_string();
            assert!(detail.contains(says) || errors.contains(says), "{text}: {problem}");
        }
        admin.put(&format!("{LANGUAGES}/pl/texts/no-such-text"), &json!({ "text": "x" })).refused(404, "not_found");
        admin.put(&format!("{LANGUAGES}/en-GB/texts/skip"), &json!({ "text": "x" })).refused(404, "not_found");
        admin.put(&format!("{LANGUAGES}/de/texts/skip"), &json!({ "text": "x" })).refused(404, "not_found");
        let unknown = json!({ "name": "A", "keys": ["skip", "no-such-text"] });
        admin.post(&format!("{LANGUAGES}/pl/confirm"), &unknown).refused(422, "invalid_request");
        assert_eq!(text_of(&admin, "pl", "skip")["state"], "unconfirmed", "nothing was confirmed");
    }

    fn a_language_can_be_added_filled_from_a_file_and_taken_away(app) {
        let admin = app.as_role(Role::Administrator);
        let added = admin.put(&format!("{LANGUAGES}/so"), &json!({ "own_name": "Soomaali" })).expect(200);
        assert_eq!((&added["tag"], &added["direction"]), (&json!("so"), &json!("ltr")));
        let file = "skip = U bood nuxurka\nplaces-left = { $n ->\n    [one] 1 boos\n   *[other] { $n } boos\n}\n";
        let written = admin.put(&format!("{LANGUAGES}/so/texts"), &json!({ "file": file })).expect(200);
        assert_eq!(written["items"].as_array().map(Vec::len), Some(2));
        let half = "skip = X\nplaces-left = boos\n";
        admin.put(&format!("{LANGUAGES}/so/texts"), &json!({ "file": half })).refused(422, "invalid_request");
        assert_eq!(text_of(&admin, "so", "skip")["text"], "U bood nuxurka", "all of it or nothing");
        assert_eq!(text_of(&admin, "so", "menu")["state"], "missing");

        refresh(app);
        let page = page_in(app, "/sign-in", "so");
        for said in ["<html lang=\"so\" dir=\"ltr\">", "U bood nuxurka", "Send me a code"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        admin.put(&format!("{LANGUAGES}/pl"), &json!({ "own_name": "Polish" })).refused(422, "invalid_request");
        admin.call(Method::DELETE, &format!("{LANGUAGES}/pl")).send().refused(404, "not_found");
        admin.call(Method::DELETE, &format!("{LANGUAGES}/so")).send().expect(200);
        refresh(app);
        assert!(page_in(app, "/sign-in", "so").contains("<html lang=\"en-GB\""));
        assert_eq!(tags(app).len(), 8);
    }

    fn english_stands_beside_core_sentences_until_a_person_confirms_them(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        world.staff.post(&format!("/api/v1/sessions/{session}/cancel"), &json!({ "reason": "ill" })).expect(200);
        let path = format!("/sessions/{session}");
        let english = "<span class=\"beside\" lang=\"en-GB\" dir=\"ltr\">Sorry. This is cancelled.</span>";
        assert!(page_in(app, &path, "pl").contains(english), "{}", page_in(app, &path, "pl"));

        let admin = app.as_role(Role::Administrator);
        let confirmed = json!({ "name": "Agnieszka Nowak", "keys": ["whats-on-sorry"] });
        admin.post(&format!("{LANGUAGES}/pl/confirm"), &confirmed).expect(200);
        refresh(app);
        assert!(!page_in(app, &path, "pl").contains("This is cancelled."));
        assert!(page_in(app, &path, "uk").contains(english), "each language for itself");
    }

    fn what_somebody_agrees_to_is_english_until_it_is_confirmed(app) {
        let world = World::new(app);
        let path = format!("/sessions/{}/book", world.session(json!({})));
        let english = "<span lang=\"en-GB\" dir=\"ltr\">We keep what you tell us safe.";
        assert!(page_in(app, &path, "pl").contains(english), "{}", page_in(app, &path, "pl"));

        let admin = app.as_role(Role::Administrator);
        let confirmed = json!({ "name": "Agnieszka Nowak", "keys": ["book-notice-lead"] });
        admin.post(&format!("{LANGUAGES}/pl/confirm"), &confirmed).expect(200);
        refresh(app);
        assert!(!page_in(app, &path, "pl").contains("We keep what you tell us safe."));
    }

    fn a_carer_has_a_language_of_their_own(app) {
        let world = World::new(app);
        let family = world.family("Amina");
        let path = format!("/api/v1/families/{}", family.id);
        let change = |language: &str| {
            let shown = family.parent.get(&path);
            let carer = shown.json()["carers"][0].clone();
            assert_eq!(shown.status, 200, "{}", shown.text);
            let etag = shown.header("etag").expect("an ETag").to_owned();
            let body = json!({ "carers": [{
                "id": carer["id"], "name": carer["name"], "email": carer["email"], "language": language,
            }] });
            family.parent.call(Method::PATCH, &path).if_match(&etag).json(&body).send()
        };
        let of = |shown: &Value| shown["carers"][0]["language"].clone();
        assert_eq!(of(&family.parent.get(&path).expect(200)), Value::Null);
        assert_eq!(of(&change("UR").expect(200)), "ur");
        for wrong in ["u", "urdu!", ""] {
            change(wrong).refused(422, "invalid_request");
        }
        assert_eq!(of(&world.staff.get(&path).expect(200)), "ur", "staff see it");
    }
}
