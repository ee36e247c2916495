//! A new password by mail.

use chrono::TimeDelta;
use serde_json::json;

use super::sign_in::{PASSWORD, amina, bearing, me, sign_in, try_sign_in};
use crate::support::app::both;
use crate::support::mail::links;

both! {
    fn a_new_password_by_mail_works_once_and_ends_every_session(app) {
        amina(app);
        let tokens = sign_in(app);
        let ask = |email: &str| {
            let body = json!({ "email": email });
            app.nobody.post("/api/v1/auth/password-reset", &body)
        };
        let known = ask("amina@hubs.example");
        let unknown = ask("nobody@hubs.example");
        assert_eq!((known.status, known.text), (202, unknown.text));
        assert_eq!(unknown.status, 202);

        let letters = links(app);
        assert_eq!(letters.len(), 1, "one letter to the one account: {letters:?}");
        let token = letters[0].clone();
        let confirm = |password: &str| {
            let body = json!({ "token": token, "password": password });
            app.nobody.post("/api/v1/auth/password-reset/confirm", &body)
        };
        confirm("too short").refused(422, "invalid_request");
        confirm("amina@hubs.example").refused(422, "invalid_request");
        confirm("another horse battery").expect(200);
        confirm("a third horse battery").refused(409, "no_longer_open");

        me(&bearing(app, &tokens)).refused(401, "not_signed_in");
        try_sign_in(&app.nobody, "amina@hubs.example", PASSWORD).refused(401, "wrong_credentials");
        try_sign_in(&app.nobody, "amina@hubs.example", "another horse battery").expect(200);
    }

    fn a_link_for_a_new_password_ends_after_an_hour(app) {
        amina(app);
        let body = json!({ "email": "amina@hubs.example" });
        app.nobody.post("/api/v1/auth/password-reset", &body).expect(202);
        app.advance(TimeDelta::hours(1));
        let body = json!({ "token": links(app)[0], "password": "another horse battery" });
        app.nobody
            .post("/api/v1/auth/password-reset/confirm", &body)
            .refused(409, "no_longer_open");
    }

    fn no_more_than_three_reset_mails_are_sent(app) {
        amina(app);
        let body = json!({ "email": "amina@hubs.example" });
        for _ in 0..9 {
            app.nobody.post("/api/v1/auth/password-reset", &body).expect(202);
        }
        assert_eq!(links(app).len(), 3);
    }
}
