//! What families are told about their information: the version and language that were shown, and
//! that a translation counts only when a person has confirmed it.

use firstplace::access::{Actor, Role};
use firstplace::membership::notices::service::shown;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::client::Client;

const NOTICES: &str = "/api/v1/notices";

fn words(title: &str) -> Value {
    json!({ "title": title, "body": format!("{title}.\n\nYou can say no."), "card_text": title })
}

fn current(app: &TestApp, language: &str) -> (i64, String, String) {
    let shown = app.nobody.get(&format!("{NOTICES}/current?language={language}")).expect(200);
    let text = |name: &str| shown[name].as_str().expect("text").to_owned();
    (shown["version"].as_i64().expect("a version"), text("language"), text("title"))
}

/// What a membership made now would remember.
fn remembered(app: &TestApp, language: &'static str) -> (i32, String) {
    app.store.read(Actor::service(), |tx| shown(tx, language)).expect("a notice")
}

fn confirm(who: &Client, of: &str) -> Value {
    who.post(&format!("{NOTICES}/{of}/confirm"), &json!({ "name": "Agnieszka Nowak" })).expect(200)
}

both! {
    fn there_is_an_english_notice_from_the_start(app) {
        let title = "How we use your information".to_owned();
        for language in ["", "en", "EN-GB", "pl", "../etc", "%F0%9F%98%80"] {
            assert_eq!(current(app, language), (1, "en".to_owned(), title.clone()), "{language}");
        }
        let body = app.nobody.get(&format!("{NOTICES}/current")).expect(200)["body"].clone();
        assert!(body.as_str().is_some_and(|body| body.contains("public task")));
        assert_eq!(remembered(app, "pl"), (1, "en".to_owned()));
    }

    fn a_translation_counts_when_a_person_has_confirmed_it(app) {
        let manager = app.as_role(Role::Manager);
        let polish = format!("{NOTICES}/1/texts/pl");
        let made = manager.put(&polish, &words("Informacje")).expect(200);
        assert_eq!((&made["counts"], &made["confirmed_by"]), (&json!(false), &Value::Null));
        assert_eq!(current(app, "pl").1, "en");

        manager.put(&polish, &words("Twoje informacje")).expect(200);
        let confirmed = confirm(&manager, "1/texts/pl");
        assert_eq!(confirmed["confirmed_by"], "Agnieszka Nowak");
        assert_eq!(confirmed["confirmed_at"], "2026-11-16T10:00:00Z");
        for language in ["pl", "PL", "pl-PL"] {
            let (version, shown, title) = current(app, language);
            assert_eq!((version, shown.as_str(), title.as_str()), (1, "pl", "Twoje informacje"));
        }
        assert_eq!(remembered(app, "pl"), (1, "pl".to_owned()));

        // What families were shown stays what they were shown.
        manager.put(&polish, &words("Inne")).refused(409, "no_longer_open");
        let again = json!({ "name": "Somebody else" });
        manager.post(&format!("{polish}/confirm"), &again).refused(409, "no_longer_open");
    }

    fn a_new_version_is_in_english_until_it_is_translated_too(app) {
        let admin = app.as_role(Role::Administrator);
        admin.put(&format!("{NOTICES}/1/texts/pl"), &words("Informacje")).expect(200);
        confirm(&admin, "1/texts/pl");

        let made = admin.post(NOTICES, &words("What we know of you")).expect(201);
        assert_eq!((&made["version"], &made["counts"]), (&json!(2), &json!(true)));
        assert_eq!(current(app, "pl"), (2, "en".to_owned(), "What we know of you".to_owned()));

        let listed = admin.get(NOTICES).expect(200);
        let listed: Vec<_> = listed["items"].as_array().expect("a list").iter().collect();
        let named = |at: usize| (listed[at]["version"].as_i64(), listed[at]["language"].as_str());
        assert_eq!([named(0), named(1), named(2)], [
            (Some(2), Some("en")),
            (Some(1), Some("pl")),
            (Some(1), Some("en")),
        ]);
    }

    fn a_notice_that_cannot_be_kept_is_refused_with_the_reason(app) {
        let manager = app.as_role(Role::Manager);
        let long = json!({ "title": "T", "body": "B", "card_text": "far too many words ".repeat(30) });
        let refused = manager.post(NOTICES, &long).refused(422, "invalid_request");
        assert_eq!(refused["errors"][0]["pointer"], "/card_text");
        let english = manager.put(&format!("{NOTICES}/1/texts/en"), &words("Mine"));
        english.refused(422, "invalid_request");
        for (path, status, code) in [
            ("9/texts/pl", 404, "not_found"),
            ("x/texts/pl", 404, "not_found"),
            ("1/texts/polish!", 422, "invalid_request"),
        ] {
            manager.put(&format!("{NOTICES}/{path}"), &words("T")).refused(status, code);
        }
        let nobody = json!({ "name": " " });
        manager.post(&format!("{NOTICES}/1/texts/ur/confirm"), &nobody).refused(422, "invalid_request");
        app.as_role(Role::Staff).post(NOTICES, &words("T")).refused(403, "not_allowed");
    }
}
