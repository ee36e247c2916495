//! Signing in, staying signed in, and every way in which access ends.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::access::service::rotation::rotate;
use firstplace::db::schema::refresh_tokens;
use firstplace::serve::upkeep;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use firstplace::access::Role;

pub const PASSWORD: &str = "correct horse battery";

/// Adds a staff account; its id.
pub fn amina(app: &TestApp) -> String {
    let body = json!({
        "email": "Amina@Hubs.example", "name": "Amina Khan", "password": PASSWORD,
        "roles": [{ "role": "staff" }],
    });
    let added = app.as_role(Role::Administrator).post("/api/v1/accounts", &body).expect(201);
    added["id"].as_str().expect("an id").to_owned()
}

pub fn try_sign_in(client: &Client, email: &str, password: &str) -> Answer {
    client.post("/api/v1/auth/token", &json!({ "email": email, "password": password }))
}

pub fn sign_in(app: &TestApp) -> Value {
    try_sign_in(&app.nobody, "amina@hubs.example", PASSWORD).expect(200)
}

pub fn bearing(app: &TestApp, tokens: &Value) -> Client {
    app.nobody.bearing(tokens["access_token"].as_str().expect("a token"))
}

fn refresh(app: &TestApp, tokens: &Value) -> Answer {
    let body = json!({ "refresh_token": tokens["refresh_token"] });
    app.nobody.post("/api/v1/auth/refresh", &body)
}

pub fn me(client: &Client) -> Answer {
    client.get("/api/v1/auth/me")
}

both! {
    fn who_signs_in_is_told_who_they_are(app) {
        let id = amina(app);
        let tokens = try_sign_in(&app.nobody, " AMINA@hubs.example", PASSWORD).expect(200);
        assert_eq!(tokens["token_type"], "Bearer");
        assert_eq!(tokens["expires_in"], 1200);
        let own = me(&bearing(app, &tokens)).expect(200);
        assert_eq!(own["id"], id.as_str());
        assert_eq!(own["roles"], json!([{ "role": "staff", "centre_id": null }]));
        assert!(!own.to_string().contains("argon2"));
    }

    fn a_wrong_password_and_an_unknown_account_are_answered_the_same(app) {
        amina(app);
        let wrong = try_sign_in(&app.nobody, "amina@hubs.example", "incorrect horse battery");
        let unknown = try_sign_in(&app.nobody, "nobody@hubs.example", PASSWORD);
        let (wrong, unknown) =
            (wrong.refused(401, "wrong_credentials"), unknown.refused(401, "wrong_credentials"));
        assert_eq!(wrong, unknown);
    }

    fn an_access_token_ends_at_the_second_it_says(app) {
        amina(app);
        let caller = bearing(app, &sign_in(app));
        app.advance(TimeDelta::seconds(1199));
        me(&caller).expect(200);
        app.advance(TimeDelta::seconds(1));
        me(&caller).refused(401, "not_signed_in");
    }

    fn a_refresh_token_works_once_and_gives_the_next(app) {
        amina(app);
        let first = sign_in(app);
        app.advance(TimeDelta::days(29));
        let second = refresh(app, &first).expect(200);
        assert_ne!(first["refresh_token"], second["refresh_token"]);
        me(&bearing(app, &second)).expect(200);
        app.advance(TimeDelta::days(29));
        let third = refresh(app, &second).expect(200);
        app.advance(TimeDelta::days(30));
        refresh(app, &third).refused(401, "not_signed_in");
    }

    fn a_refresh_token_used_twice_ends_the_session_for_both(app) {
        amina(app);
        let first = sign_in(app);
        let second = refresh(app, &first).expect(200);
        let other = sign_in(app);
        refresh(app, &first).refused(401, "token_reused");
        me(&bearing(app, &second)).refused(401, "not_signed_in");
        refresh(app, &second).refused(401, "not_signed_in");
        me(&bearing(app, &other)).expect(200);
    }

    fn a_refresh_whose_answer_was_lost_is_answered_the_same_to_its_key_for_a_minute(app) {
        amina(app);
        let first = sign_in(app);
        let again = |key: &str| {
            let body = json!({ "refresh_token": first["refresh_token"] });
            let call = app.nobody.call(Method::POST, "/api/v1/auth/refresh").json(&body);
            call.idempotency_key(key).send()
        };
        let second = again("lost").expect(200);
        app.advance(TimeDelta::seconds(59));
        assert_eq!(again("lost").expect(200), second);
        me(&bearing(app, &second)).expect(200);
        let kept: Vec<Option<String>> = app
            .store
            .read(Actor::service(), |tx| {
                let sealed = refresh_tokens::table.select(refresh_tokens::sealed_answer);
                Ok(sealed.load(tx.conn())?)
            })
            .expect("the tokens are read");
        let sealed: Vec<&String> = kept.iter().flatten().collect();
        assert_eq!(sealed.len(), 1);
        for token in ["access_token", "refresh_token"] {
            assert!(!sealed[0].contains(second[token].as_str().expect("a token")), "it is sealed");
        }

        app.advance(TimeDelta::seconds(1));
        again("lost").refused(401, "token_reused");
        me(&bearing(app, &second)).refused(401, "not_signed_in");
    }

    fn a_second_use_by_another_key_or_after_going_on_ends_the_session(app) {
        amina(app);
        let with = |tokens: &Value, key: &str| {
            let body = json!({ "refresh_token": tokens["refresh_token"] });
            let call = app.nobody.call(Method::POST, "/api/v1/auth/refresh").json(&body);
            call.idempotency_key(key).send()
        };
        let first = sign_in(app);
        let second = with(&first, "one").expect(200);
        with(&first, "two").refused(401, "token_reused");
        me(&bearing(app, &second)).refused(401, "not_signed_in");

        let first = sign_in(app);
        let second = with(&first, "one").expect(200);
        let third = with(&second, "three").expect(200);
        with(&first, "one").refused(401, "token_reused");
        me(&bearing(app, &third)).refused(401, "not_signed_in");
        with(&sign_in(app), "").refused(400, "invalid_idempotency_key");

        let first = sign_in(app);
        let second = with(&first, "one").expect(200);
        bearing(app, &second).post("/api/v1/auth/sign-out", &json!({})).expect(200);
        with(&first, "one").refused(401, "token_reused");
    }

    fn an_answer_to_a_refresh_is_forgotten(app) {
        amina(app);
        let first = sign_in(app);
        let body = json!({ "refresh_token": first["refresh_token"] });
        let call = app.nobody.call(Method::POST, "/api/v1/auth/refresh").json(&body);
        call.idempotency_key("lost").send().expect(200);
        let kept = || {
            let count = refresh_tokens::table.filter(refresh_tokens::sealed_answer.is_not_null());
            let read = app.store.read(Actor::service(), |tx| {
                Ok(count.count().get_result::<i64>(tx.conn())?)
            });
            read.expect("the tokens are read")
        };
        assert_eq!(kept(), 1);
        app.advance(TimeDelta::minutes(6));
        app.store.write(Actor::service(), upkeep::forget).expect("a round");
        assert_eq!(kept(), 0);
    }

    fn a_made_up_refresh_token_opens_nothing(app) {
        refresh(app, &json!({ "refresh_token": "made-up" })).refused(401, "not_signed_in");
    }

    fn signing_out_ends_access_and_refreshing(app) {
        amina(app);
        let tokens = sign_in(app);
        let caller = bearing(app, &tokens);
        caller.post("/api/v1/auth/sign-out", &json!({})).expect(200);
        me(&caller).refused(401, "not_signed_in");
        refresh(app, &tokens).refused(401, "not_signed_in");
    }

    fn disabling_an_account_ends_access_at_once(app) {
        let id = amina(app);
        let tokens = sign_in(app);
        let caller = bearing(app, &tokens);
        let admin = app.as_role(Role::Administrator);
        let path = format!("/api/v1/accounts/{id}");
        admin.patch(&path, &json!({ "disabled": true })).expect(200);
        me(&caller).refused(401, "not_signed_in");
        refresh(app, &tokens).refused(401, "not_signed_in");
        try_sign_in(&app.nobody, "amina@hubs.example", PASSWORD).refused(401, "wrong_credentials");

        admin.patch(&path, &json!({ "disabled": false })).expect(200);
        me(&caller).refused(401, "not_signed_in");
        sign_in(app);
    }

    fn keys_change_without_signing_anybody_out(app) {
        amina(app);
        let jwks = || app.nobody.get("/.well-known/jwks.json").expect(200)["keys"].clone();
        let kid = |tokens: &Value| {
            let token = tokens["access_token"].as_str().expect("a token").to_owned();
            let header = base64_url(token.split('.').next().expect("a header"));
            serde_json::from_slice::<Value>(&header).expect("JSON")["kid"].clone()
        };
        let before = jwks();
        let next = before[1]["kid"].clone();
        app.advance(TimeDelta::days(90) - TimeDelta::minutes(5));
        let old = sign_in(app);
        assert_eq!(kid(&old), before[0]["kid"]);

        app.advance(TimeDelta::minutes(5));
        rotate(&app.store, &app.gate).expect("keys are changed");
        let new = sign_in(app);
        assert_eq!(kid(&new), next, "the key that was shown signs now");
        assert_eq!(jwks().as_array().map(Vec::len), Some(3));
        me(&bearing(app, &old)).expect(200);
        me(&bearing(app, &new)).expect(200);

        app.advance(TimeDelta::minutes(80));
        rotate(&app.store, &app.gate).expect("keys are changed");
        assert_eq!(jwks().as_array().map(Vec::len), Some(2));
        refresh(app, &old).expect(200);
    }

    fn who_guesses_at_one_account_from_one_address_has_to_wait(app) {
        amina(app);
        let guess = || try_sign_in(&app.nobody, "amina@hubs.example", "incorrect horse battery");
        for _ in 0..10 {
            guess().refused(401, "wrong_credentials");
        }
        let refused = guess();
        assert_eq!(refused.header("retry-after"), Some("900"));
        refused.refused(429, "too_many_attempts");
        let right = || try_sign_in(&app.nobody, "amina@hubs.example", PASSWORD);
        right().refused(429, "too_many_attempts");
        from(app, "198.51.100.7", "amina@hubs.example", PASSWORD).expect(200);

        app.advance(TimeDelta::minutes(15));
        right().expect(200);
    }

    fn a_password_that_was_right_forgets_the_failures_before(app) {
        amina(app);
        for _ in 0..3 {
            for _ in 0..9 {
                try_sign_in(&app.nobody, "amina@hubs.example", "incorrect horse battery")
                    .refused(401, "wrong_credentials");
            }
            sign_in(app);
            app.advance(TimeDelta::minutes(2));
        }
    }

    fn guesses_from_everywhere_keep_the_owner_out_for_no_more_than_a_minute(app) {
        amina(app);
        for stranger in 0..20 {
            let address = format!("203.0.113.{stranger}");
            from(app, &address, "amina@hubs.example", "a guess of twelve")
                .refused(401, "wrong_credentials");
        }
        let problem = try_sign_in(&app.nobody, "amina@hubs.example", PASSWORD)
            .refused(429, "too_many_attempts");
        assert_eq!(problem["retry_after"], 60);
        app.advance(TimeDelta::minutes(1));
        sign_in(app);
    }

    fn one_address_cannot_try_account_after_account(app) {
        for number in 0..100 {
            try_sign_in(&app.nobody, &format!("a{number}@hubs.example"), PASSWORD)
                .refused(401, "wrong_credentials");
        }
        try_sign_in(&app.nobody, "another@hubs.example", PASSWORD)
            .refused(429, "too_many_attempts");
        from(app, "198.51.100.7", "another@hubs.example", PASSWORD)
            .refused(401, "wrong_credentials");
    }
}

/// Signs in from another address, behind a proxy that is trusted.
fn from(app: &TestApp, address: &str, email: &str, password: &str) -> Answer {
    app.nobody
        .call(ureq::http::Method::POST, "/api/v1/auth/token")
        .json(&json!({ "email": email, "password": password }))
        .header("x-forwarded-for", format!("192.0.2.66, {address}"))
        .send()
}

fn base64_url(text: &str) -> Vec<u8> {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    URL_SAFE_NO_PAD.decode(text).expect("base64url")
}
