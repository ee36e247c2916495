//! What a password must be, at every door where one is set, and changing the own one.

use std::io::Write;
use std::process::Stdio;

use chrono::TimeDelta;
use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::mail::{letters, links};
use crate::support::program::{firstplace, said};
use crate::support::scratch::Scratch;

const EMAIL: &str = "amina.khan@hubs.example";
const PASSWORD: &str = "correct horse battery";
const NEW: &str = "mauve kettle on a hill";
const CHANGE: &str = "/api/v1/auth/password";

/// Passwords that are tried first, and what the person reads of each.
const WEAK: &[(&str, &str)] = &[
    ("password1234", "harder to guess"),
    ("aaaaaaaaaaaa", "harder to guess"),
    ("            ", "harder to guess"),
    ("aminakhan2026", "your name"),
    ("Amina.Khan@hubs.example", "your name"),
    ("short", "12"),
];

fn add(app: &TestApp, password: &str) -> Answer {
    let body = json!({
        "email": EMAIL, "name": "Amina Khan", "password": password, "roles": [{ "role": "staff" }],
    });
    app.as_role(Role::Administrator).post("/api/v1/accounts", &body)
}

fn sign_in(app: &TestApp, password: &str) -> Answer {
    let body = json!({ "email": EMAIL, "password": password });
    app.nobody.post("/api/v1/auth/token", &body)
}

fn amina(app: &TestApp) -> Client {
    let tokens = sign_in(app, PASSWORD).expect(200);
    app.nobody.bearing(tokens["access_token"].as_str().expect("a token"))
}

#[track_caller]
fn is_weak(answer: Answer, pointer: &str, says: &str) {
    let problem = answer.refused(422, "invalid_request");
    assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    let detail = problem["errors"][0]["detail"].as_str().expect("a reason");
    assert!(detail.contains(says), "{detail}");
}

fn change(caller: &Client, current: &str, new: &str) -> Answer {
    caller.post(CHANGE, &json!({ "current_password": current, "new_password": new }))
}

both! {
    fn a_common_password_is_refused_at_every_door(app) {
        for (password, says) in WEAK {
            is_weak(add(app, password), "/password", says);
        }
        add(app, PASSWORD).expect(201);
        let caller = amina(app);
        for (password, says) in WEAK {
            is_weak(change(&caller, PASSWORD, password), "/new_password", says);
        }
        app.nobody.post("/api/v1/auth/password-reset", &json!({ "email": EMAIL })).expect(202);
        let token = links(app)[0].clone();
        for (password, says) in WEAK {
            let body = json!({ "token": token, "password": password });
            let confirmed = app.nobody.post("/api/v1/auth/password-reset/confirm", &body);
            is_weak(confirmed, "/password", says);
            let page = app
                .nobody
                .call(Method::POST, &format!("/reset/{token}"))
                .header("content-type", "application/x-www-form-urlencoded")
                .raw(format!("password={}", password.replace(' ', "+").replace('@', "%40")))
                .send()
                .page(422);
            assert!(page.contains(says), "{password}: {page}");
        }
        sign_in(app, PASSWORD).expect(200);
    }

    fn the_own_password_is_changed_by_who_knows_it(app) {
        add(app, PASSWORD).expect(201);
        let (here, elsewhere) = (amina(app), amina(app));
        app.nobody.post("/api/v1/auth/password-reset", &json!({ "email": EMAIL })).expect(202);

        change(&here, PASSWORD, NEW).expect(200);

        here.get("/api/v1/auth/me").expect(200);
        elsewhere.get("/api/v1/auth/me").refused(401, "not_signed_in");
        sign_in(app, PASSWORD).refused(401, "wrong_credentials");
        sign_in(app, NEW).expect(200);
        let link = json!({ "token": links(app)[0], "password": "teal trellis in the rain" });
        app.nobody.post("/api/v1/auth/password-reset/confirm", &link).refused(409, "no_longer_open");
        let told = letters(app, "password_changed");
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].to, EMAIL);
        assert!(told[0].says("10am on Monday 16 November"), "{:?}", told[0].written);
        let logged = app.as_role(Role::Administrator).get("/api/v1/mail").expect(200).to_string();
        assert!(!logged.contains(NEW) && !logged.contains(PASSWORD));
    }

    fn guesses_at_the_current_password_are_limited(app) {
        add(app, PASSWORD).expect(201);
        let caller = amina(app);
        for _ in 0..10 {
            is_weak(change(&caller, "a wrong guess", NEW), "/current_password", "not your password");
        }
        change(&caller, PASSWORD, NEW).refused(429, "too_many_attempts");
        app.advance(TimeDelta::minutes(15));
        let caller = amina(app);
        change(&caller, PASSWORD, NEW).expect(200);
        is_weak(change(&caller, NEW, NEW), "/new_password", "other than your current one");
        app.nobody.post(CHANGE, &json!({})).refused(401, "not_signed_in");
    }

    fn the_owner_is_told_of_a_new_password_set_by_mail(app) {
        add(app, PASSWORD).expect(201);
        app.nobody.post("/api/v1/auth/password-reset", &json!({ "email": EMAIL })).expect(202);
        let body = json!({ "token": links(app)[0], "password": NEW });
        app.nobody.post("/api/v1/auth/password-reset/confirm", &body).expect(200);
        let told: Vec<Value> =
            letters(app, "password_changed").iter().map(|letter| json!(letter.to)).collect();
        assert_eq!(told, [json!(EMAIL)]);
    }
}

#[test]
fn the_command_line_refuses_weak_passwords_and_makes_good_ones() {
    let data = Scratch::new("passwords");
    let place = ["--data", data.path().to_str().expect("UTF-8")];
    let add = ["user", "add", "--email", EMAIL, "--name", "Amina Khan", "--role", "staff"];
    for (password, says) in WEAK {
        let mut command = firstplace(&[&add[..], &["--password-stdin"], &place].concat());
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut stdin = child.stdin.take().expect("its input");
        writeln!(stdin, "{password}").expect("it reads");
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(1), "{password}: {}", said(&output));
        assert!(said(&output).contains(says), "{password}: {}", said(&output));
    }
    let made = firstplace(&[&add[..], &place].concat()).output().expect("the program runs");
    assert!(made.status.success(), "{}", said(&made));
}
