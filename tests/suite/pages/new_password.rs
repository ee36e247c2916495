//! The page behind the link for a new password.

use serde_json::json;

use crate::api::auth::sign_in::{amina, try_sign_in};
use crate::support::app::both;
use crate::support::mail::links;

both! {
    fn the_page_behind_the_link_takes_a_new_password_and_says_what_is_wrong_with_it(app) {
        amina(app);
        let body = json!({ "email": "amina@hubs.example" });
        app.nobody.post("/api/v1/auth/password-reset", &body).expect(202);
        let path = format!("/reset/{}", links(app)[0]);
        let page = app.nobody.get(&path);
        assert_eq!(page.status, 200);
        assert!(page.text.contains("type=\"password\""), "{}", page.text);
        let post = |password: &str| {
            app.nobody
                .call(ureq::http::Method::POST, &path)
                .header("content-type", "application/x-www-form-urlencoded")
                .raw(format!("password={password}"))
                .send()
        };
        let weak = post("short");
        assert_eq!(weak.status, 422);
        assert!(weak.text.contains("at least 12 characters"), "{}", weak.text);
        assert_eq!(post("another+horse+battery").status, 200);
        assert_eq!(post("a+third+horse+battery").status, 409);
        assert_eq!(app.nobody.get(&path).status, 409);
        try_sign_in(&app.nobody, "amina@hubs.example", "another horse battery").expect(200);
    }
}
