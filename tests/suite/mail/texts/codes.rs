//! Codes by text: to sign in, and to confirm what a newcomer asked for.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::*;
use crate::support::app::{both, texting};
use crate::support::mail::{codes, letters};

fn ask(app: &TestApp, phone: &str) -> Value {
    app.nobody.post("/api/v1/auth/code", &json!({ "phone": phone })).expect(202)
}

fn confirm(
    app: &TestApp,
    asked: &Value,
    code: &str,
    more: Value,
) -> crate::support::client::Answer {
    let body = merged(json!({ "request": asked["request"], "code": code }), more);
    app.nobody.post("/api/v1/auth/link", &body)
}

fn newcomer(phone: &str, changed: Value) -> Value {
    json!({
        "carers": [merged(json!({ "name": "Amina Khan", "phone": phone }), changed)],
        "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14" }],
        "postcode": "M31 4FL",
    })
}

/// The digits of the last text to confirm what was asked for.
fn number(notify: &Notify) -> String {
    let body = notify.last_to(AS_TEXTED).body;
    let said = body.split("your number is ").nth(1).expect("a number");
    said.chars().take(9).filter(char::is_ascii_digit).collect()
}

texting! {
    fn a_number_that_staff_wrote_down_also_asks_for_a_birth_date_the_first_time(app) {
        let (world, notify) = (World::new(app), Notify::new(app.clock.clone()));
        let family = texted(&world, "Amina", NUMBER);
        let asked = ask(app, "+44 7700 900123");
        let sent = codes(app).remove(0);
        assert_eq!(sent.to, AS_TEXTED);
        Post::notify(&notify).delivers(app);
        let text = notify.last_to(AS_TEXTED).body;
        assert!(text.contains(&format!("your code to sign in is {}.", sent.code)), "{text}");
        assert!(!text.contains("https://"), "{text}");

        confirm(app, &asked, &sent.code, json!({})).refused(422, "invalid_request");
        let details = json!({ "born_on": "2025-11-01", "postcode": "M31 4FL" });
        let token = confirm(app, &asked, &sent.code, details).expect(200);
        let me = app.nobody.bearing(token["access_token"].as_str().expect("a token"));
        me.get(&format!("/api/v1/families/{}", family.id)).expect(200);

        // From now on it is hers.
        app.advance(TimeDelta::hours(1));
        let asked = ask(app, NUMBER);
        Post::notify(&notify).delivers(app);
        let text = notify.last_to(AS_TEXTED).body;
        let code = text.split("your code to sign in is ").nth(1).expect("a code");
        confirm(app, &asked, &code[..6], json!({})).expect(200);
    }

    fn nobody_learns_whether_a_number_is_known_or_wants_no_texts(app) {
        let world = World::new(app);
        texted(&world, "Amina", NUMBER);
        texted_as(&world, "Beth", json!({ "phone": "07700 900456", "no_text": true }));
        // A telephone of two, of whom one wants no texts.
        texted(&world, "Cara", "07700 900789");
        texted_as(&world, "Dora", json!({ "phone": "07700 900789", "no_text": true }));
        let shape = |answer: Value| {
            let names: Vec<String> = answer.as_object().expect("an object").keys().cloned().collect();
            (names, answer["request"].as_str().map(str::len))
        };
        let known = shape(ask(app, NUMBER));
        for phone in ["07700 900456", "07700 900789", "07700 900999"] {
            assert_eq!(shape(ask(app, phone)), known, "{phone}");
        }
        let to: Vec<String> = codes(app).into_iter().map(|code| code.to).collect();
        assert_eq!(to, [AS_TEXTED]);
    }

    fn texts_to_one_number_are_limited_whoever_asks(app) {
        let world = World::new(app);
        texted(&world, "Amina", NUMBER);
        for _ in 0..5 {
            ask(app, NUMBER);
        }
        assert_eq!(codes(app).len(), 3);
        for _ in 0..30 {
            app.advance(TimeDelta::minutes(15));
            ask(app, NUMBER);
        }
        assert_eq!(codes(app).len(), 10, "in a day");
    }

    fn a_landline_and_both_ways_at_once_are_refused(app) {
        for body in [
            json!({ "phone": "0161 912 2122" }),
            json!({ "phone": "+48 601 123 456" }),
            json!({ "phone": "07" }),
        ] {
            let refused = app.nobody.post("/api/v1/auth/code", &body).refused(422, "invalid_request");
            assert_eq!(refused["errors"][0]["pointer"], "/phone", "{body}");
        }
        for body in [json!({}), json!({ "phone": NUMBER, "email": "amina@example.org" })] {
            app.nobody.post("/api/v1/auth/code", &body).refused(422, "invalid_request");
        }
    }

    fn a_newcomer_with_a_number_alone_confirms_with_the_code_of_a_text(app) {
        let (world, notify) = (World::new(app), Notify::new(app.clock.clone()));
        let session = world.session(json!({}));
        let wish = merged(newcomer(NUMBER, json!({})), json!({ "booking": { "session_id": session } }));
        let asked = app.nobody.post("/api/v1/families/join", &wish).expect(202);
        assert!(asked["message"].as_str().expect("a message").contains("We text you"), "{asked}");
        Post::notify(&notify).delivers(app);
        let text = notify.last_to(AS_TEXTED).body;
        assert!(!text.contains("Khan") && !text.contains("Stay and Play"), "nothing that was typed: {text}");

        let code = json!({ "request_id": asked["request_id"], "code": number(&notify) });
        let done = app.nobody.post("/api/v1/families/join/confirm", &code).expect(200);
        assert!(done["booking_id"].is_string(), "{done}");
        Post::notify(&notify).delivers(app);
        let kinds: Vec<String> = notify.carried().iter().map(|one| one.body.clone()).collect();
        assert!(kinds.iter().any(|text| text.contains("you are now a member")), "{kinds:?}");
        assert!(kinds.iter().any(|text| text.contains("you have a place.")), "{kinds:?}");
    }

    fn who_says_no_texts_is_rung_and_the_answer_is_the_same(app) {
        let world = World::new(app);
        texted_as(&world, "Beth", json!({ "phone": "07700 900456", "no_text": true }));
        let of = |phone: &str, changed: Value| {
            app.nobody.post("/api/v1/families/join", &newcomer(phone, changed)).expect(202)["message"].clone()
        };
        let plain = of(NUMBER, json!({}));
        assert_eq!(of("07700 900456", json!({})), plain);
        assert_eq!(of("07700 900789", json!({ "no_text": true })), plain);
        let told: Vec<String> = letters(app, "confirm_join").into_iter().map(|one| one.to).collect();
        assert_eq!(told, [AS_TEXTED]);
        let rung = world.staff.get("/api/v1/join-requests").expect(200);
        assert_eq!(rung["items"].as_array().expect("items").len(), 2);
    }

    fn the_pages_take_a_number_where_texts_are_sent(app) {
        let world = World::new(app);
        texted(&world, "Amina", NUMBER);
        let door = app.nobody.open("/sign-in").page(200);
        assert!(door.contains("Your email address or mobile number"), "{door}");
        let asked = app.nobody.call(ureq::http::Method::POST, "/sign-in/code")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .raw("family_email=07700+900123&next=/").send();
        assert_eq!(asked.status, 303, "{}", asked.text);
        assert_eq!(codes(app).len(), 1);
    }
}

both! {
    fn where_nothing_sends_texts_all_is_as_before(app) {
        let world = World::new(app);
        app.nobody.post("/api/v1/auth/code", &json!({ "phone": NUMBER })).refused(422, "invalid_request");
        let asked = app.nobody.post("/api/v1/families/join", &newcomer(NUMBER, json!({}))).expect(202);
        assert!(asked["message"].as_str().expect("a message").contains("We will ring you"), "{asked}");
        assert_eq!(world.staff.get("/api/v1/join-requests").expect(200)["items"].as_array().expect("items").len(), 1);
        assert!(!app.nobody.open("/sign-in").page(200).contains("mobile number"));
    }
}
