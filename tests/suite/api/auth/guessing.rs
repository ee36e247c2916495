//! Wrong sign-ins on a wifi that many share: they hold up neither an account that signed in there
//! before nor a browser that did, and tell nobody which accounts exist.

use chrono::TimeDelta;
use firstplace::access::Role;
use firstplace::serve::upkeep;
use serde_json::json;
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use firstplace::access::Actor;

const PASSWORD: &str = "correct horse battery";
const WIFI: &str = "198.51.100.1";
const ELSEWHERE: &str = "203.0.113.9";

fn add(app: &TestApp, name: &str) -> String {
    let email = format!("{}@hubs.example", name.to_lowercase());
    let body = json!({
        "email": email, "name": name, "password": PASSWORD, "roles": [{ "role": "staff" }],
    });
    app.as_role(Role::Administrator).post("/api/v1/accounts", &body).expect(201);
    email
}

fn sign_in(app: &TestApp, from: &str, email: &str, password: &str) -> Answer {
    let body = json!({ "email": email, "password": password });
    let call = app.nobody.call(Method::POST, "/api/v1/auth/token").json(&body);
    call.header("x-forwarded-for", from).send()
}

/// A browser's page, with the cookies it has; gives the cookie of the device.
fn by_page(app: &TestApp, from: &str, (email, password): (&str, &str), cookie: &str) -> Answer {
    let body =
        format!("email={}&password={}", email.replace('@', "%40"), password.replace(' ', "+"));
    app.nobody
        .call(Method::POST, "/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("x-forwarded-for", from)
        .header("cookie", cookie)
        .raw(body)
        .send()
}

fn device(answer: &Answer) -> String {
    let cookies = answer.headers.get_all("set-cookie").iter().filter_map(|one| one.to_str().ok());
    let device = cookies.into_iter().find(|cookie| cookie.starts_with("firstplace-device="));
    let cookie = device.unwrap_or_else(|| panic!("no device: {:?}", answer.headers));
    assert!(cookie.contains("HttpOnly") && cookie.contains("Max-Age=7776000"), "{cookie}");
    cookie.split(';').next().expect("a value").to_owned()
}

/// A hundred wrong sign-ins of names that no account has.
fn made_up(app: &TestApp) {
    for number in 0..100 {
        sign_in(app, WIFI, &format!("made-up-{number}@hubs.example"), PASSWORD)
            .refused(401, "wrong_credentials");
    }
}

/// As many of accounts there are.
fn at_accounts(app: &TestApp, accounts: &[String]) {
    for number in 0..100 {
        let email = &accounts[number / 10];
        sign_in(app, WIFI, email, "a wrong guess").refused(401, "wrong_credentials");
        if number % 10 == 9 {
            app.advance(TimeDelta::seconds(61));
        }
    }
}

both! {
    fn guesses_with_unknown_names_lock_nobody_out(app) {
        let amina = add(app, "Amina");
        made_up(app);
        sign_in(app, WIFI, &amina, PASSWORD).expect(200);
        let wrong = sign_in(app, WIFI, &amina, "a wrong guess").refused(429, "too_many_attempts");
        let unknown = sign_in(app, WIFI, "nobody@hubs.example", PASSWORD);
        assert_eq!(unknown.refused(429, "too_many_attempts"), wrong, "whether known or not");
    }

    fn guesses_at_many_accounts_lock_out_only_those_who_never_signed_in_there(app) {
        let (amina, ben) = (add(app, "Amina"), add(app, "Ben"));
        sign_in(app, WIFI, &amina, PASSWORD).expect(200);
        let others: Vec<String> = (0..10).map(|number| add(app, &format!("Other{number}"))).collect();
        at_accounts(app, &others);

        sign_in(app, WIFI, &amina, PASSWORD).expect(200);
        let right = sign_in(app, WIFI, &ben, PASSWORD).refused(429, "too_many_attempts");
        let wrong = sign_in(app, WIFI, &ben, "a wrong guess").refused(429, "too_many_attempts");
        assert_eq!(right, wrong, "a right password of somebody unknown there is not told either");
        let known = sign_in(app, WIFI, &amina, "a wrong guess").refused(429, "too_many_attempts");
        assert_eq!(known, wrong, "nor who is known there");
        sign_in(app, ELSEWHERE, &ben, PASSWORD).expect(200);
        app.advance(TimeDelta::minutes(15));
        sign_in(app, WIFI, &ben, PASSWORD).expect(200);
    }

    fn a_browser_that_signed_in_is_known_on_every_wifi_and_by_its_own_account_alone(app) {
        let (amina, ben) = (add(app, "Amina"), add(app, "Ben"));
        let first = by_page(app, ELSEWHERE, (&amina, PASSWORD), "");
        assert_eq!(first.status, 303, "{}", first.text);
        let cookie = device(&first);
        let others: Vec<String> = (0..10).map(|number| add(app, &format!("Other{number}"))).collect();
        at_accounts(app, &others);

        assert_eq!(by_page(app, WIFI, (&amina, PASSWORD), "").status, 429, "without its cookie");
        let again = by_page(app, WIFI, (&amina, PASSWORD), &cookie);
        assert_eq!((again.status, device(&again)), (303, cookie.clone()), "{}", again.text);
        assert_eq!(by_page(app, WIFI, (&ben, PASSWORD), &cookie).status, 429, "not Ben's");
    }

    fn a_browser_that_guesses_at_its_own_account_is_trusted_no_longer(app) {
        let amina = add(app, "Amina");
        let cookie = device(&by_page(app, WIFI, (&amina, PASSWORD), ""));
        for _ in 0..10 {
            sign_in(app, WIFI, &amina, "a wrong guess").refused(401, "wrong_credentials");
        }
        sign_in(app, WIFI, &amina, PASSWORD).refused(429, "too_many_attempts");
        assert_eq!(by_page(app, WIFI, (&amina, PASSWORD), &cookie).status, 303);

        for _ in 0..10 {
            assert_eq!(by_page(app, WIFI, (&amina, "a wrong guess"), &cookie).status, 422);
        }
        let refused = by_page(app, WIFI, (&amina, PASSWORD), &cookie);
        assert_eq!(refused.status, 429, "nor may a known browser guess for ever");
    }

    fn guesses_from_everywhere_do_not_delay_an_account_where_it_signed_in_before(app) {
        let amina = add(app, "Amina");
        sign_in(app, WIFI, &amina, PASSWORD).expect(200);
        for stranger in 0..20 {
            sign_in(app, &format!("192.0.2.{stranger}"), &amina, "a wrong guess")
                .refused(401, "wrong_credentials");
        }
        sign_in(app, ELSEWHERE, &amina, PASSWORD).refused(429, "too_many_attempts");
        sign_in(app, WIFI, &amina, PASSWORD).expect(200);
    }

    fn a_new_password_or_ninety_days_end_the_trust_in_a_place(app) {
        let amina = add(app, "Amina");
        let strangers = |app: &TestApp| {
            for stranger in 0..20 {
                sign_in(app, &format!("192.0.2.{stranger}"), &amina, "a wrong guess")
                    .refused(401, "wrong_credentials");
            }
        };
        let tokens = sign_in(app, WIFI, &amina, PASSWORD).expect(200);
        let caller = app.nobody.bearing(tokens["access_token"].as_str().expect("a token"));
        let new = "mauve kettle on a hill";
        let change = json!({ "current_password": PASSWORD, "new_password": new });
        caller.post("/api/v1/auth/password", &change).expect(200);
        strangers(app);
        sign_in(app, WIFI, &amina, new).refused(429, "too_many_attempts");

        app.advance(TimeDelta::minutes(2));
        sign_in(app, WIFI, &amina, new).expect(200);
        app.advance(TimeDelta::days(90) + TimeDelta::seconds(1));
        app.store.write(Actor::service(), upkeep::forget).expect("a round");
        strangers(app);
        sign_in(app, WIFI, &amina, new).refused(429, "too_many_attempts");
    }
}
