//! The pages on which a parent signs in with a code.

use chrono::TimeDelta;
use serde_json::json;
use ureq::http::Method;

use super::browser::Browser;
use super::shows;
use crate::api::auth::code::{EMAIL, family};
use crate::support::app::both;
use crate::support::client::Answer;
use crate::support::mail::{codes, letters};
use crate::support::world::World;

const ALL: &str = "born_day=27&born_month=3&born_year=2025&postcode=m31+4fl";

fn asks(phone: &mut Browser, next: &str) {
    let form = format!("family_email=Amina%40example.org&next={next}");
    let asked = phone.post("/sign-in/code", &form);
    assert_eq!((asked.status, asked.header("location")), (303, Some("/sign-in/code")));
}

fn leads(answer: &Answer) -> (u16, Option<&str>) {
    (answer.status, answer.header("location"))
}

fn cookie(answer: &Answer, name: &str) -> String {
    let set = answer.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok());
    set.filter(|set| set.starts_with(name)).map(str::to_owned).next().unwrap_or_default()
}

both! {
    fn a_parent_signs_in_with_the_code_of_a_message(app) {
        let world = World::new(app);
        family(&world, EMAIL, "M31 4FL");
        let mut phone = Browser::new(app);
        shows(&phone.get("/sign-in"), 200, &["Send me a code", "Forgotten your password"]);
        shows(
            &phone.post("/sign-in/code", "family_email=amina&next=/"),
            422,
            &["href=\"#family_email\"", "aria-invalid=\"true\"", "value=\"amina\""],
        );
        asks(&mut phone, "/sessions/1");
        let typed = ["autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "Only I use this"];
        shows(&phone.get("/sign-in/code"), 200, &typed);

        let code = codes(app)[0].code.clone();
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let wrong = phone.post("/sign-in/confirm", &format!("code={wrong}"));
        shows(&wrong, 422, &["href=\"#code\"", "That is not the code"]);
        let more = phone.post("/sign-in/confirm", &format!("code={code}&alone=yes"));
        shows(&more, 200, &["One more thing", "name=\"alone\" value=\"yes\"", &code]);
        let half = phone.post("/sign-in/confirm", &format!("code={code}&born_day=27"));
        shows(&half, 422, &["href=\"#born_day\"", "href=\"#postcode\""]);
        let in_all = phone.post("/sign-in/confirm", &format!("code={code}&alone=yes&{ALL}"));
        assert_eq!(leads(&in_all), (303, Some("/sessions/1")), "{}", in_all.text);
        let kept = cookie(&in_all, "firstplace-parent=");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7776000"] {
            assert!(kept.contains(part), "{part} in {kept}");
        }

        // A page of staff is not hers, though she is signed in; it ends after 90 days.
        assert_eq!(phone.get("/registers").status, 403);
        app.advance(TimeDelta::days(89));
        assert_eq!(phone.get("/registers").status, 403);
        app.advance(TimeDelta::days(1));
        assert_eq!(phone.get("/registers").status, 303);
    }

    fn a_phone_that_others_use_forgets_when_it_is_closed(app) {
        let world = World::new(app);
        family(&world, EMAIL, "M31 4FL");
        let mut phone = Browser::new(app);
        asks(&mut phone, "/");
        let code = codes(app)[0].code.clone();
        let in_all = phone.post("/sign-in/confirm", &format!("code={code}&{ALL}"));
        assert_eq!(leads(&in_all), (303, Some("/my")));
        assert!(!cookie(&in_all, "firstplace-parent=").contains("Max-Age"));
        app.advance(TimeDelta::hours(23));
        assert_eq!(phone.get("/registers").status, 403);

        let kept = phone.cookies.clone();
        let out = phone.post("/sign-out", "");
        assert_eq!(leads(&out), (303, Some("/sign-in")));
        assert_eq!(out.header("clear-site-data"), Some("\"cache\", \"storage\""));
        assert!(!phone.cookies.contains_key("firstplace-parent"));
        phone.cookies = kept;
        assert_eq!(phone.get("/registers").status, 303, "the cookie of a sign-in that ended");
    }

    fn a_link_that_is_only_opened_does_nothing_and_elsewhere_shows_the_code(app) {
        let world = World::new(app);
        family(&world, EMAIL, "M31 4FL");
        let mut phone = Browser::new(app);
        asks(&mut phone, "/");
        let path = letters(app, "sign_in_code")[0].button("Sign in");
        let code = codes(app)[0].code.clone();
        for _ in 0..3 {
            let scanned = app.nobody.get(&path);
            shows(&scanned, 200, &[&code, "where you asked for it"]);
            assert!(!scanned.text.contains("Press the button"), "{}", scanned.text);
        }
        let mut other = Browser::new(app);
        assert_eq!(leads(&other.post(&path, ALL)), (303, Some(path.as_str())));
        asks(&mut other, "/");
        assert_eq!(other.post(&path, ALL).status, 410, "bound to the browser that asked");

        shows(&phone.get(&path), 200, &["Press the button"]);
        let in_all = phone.post(&path, ALL);
        assert_eq!(leads(&in_all), (303, Some("/my")), "{}", in_all.text);
        assert_eq!(phone.post(&path, ALL).status, 303, "its cookie is gone");
        shows(&app.nobody.get(&path), 410, &["This link is over", "Send me a new code"]);
    }

    fn an_unknown_address_sees_the_same_pages(app) {
        let world = World::new(app);
        family(&world, EMAIL, "M31 4FL");
        let pages = |email: &str| {
            let mut phone = Browser::new(app);
            let asked = phone.post("/sign-in/code", &format!("family_email={email}&next=/"));
            let page = phone.get("/sign-in/code");
            let wrong = phone.post("/sign-in/confirm", "code=12");
            (asked.status, asked.text, page.text, wrong.status, wrong.text)
        };
        assert_eq!(pages("amina%40example.org"), pages("nobody%40example.org"));
        assert_eq!(codes(app).len(), 1);
    }

    fn a_form_of_another_site_asks_for_no_code(app) {
        let call = app.nobody.call(Method::POST, "/sign-in/code");
        let call = call
            .header("sec-fetch-site", "cross-site")
            .header("content-type", "application/x-www-form-urlencoded");
        assert_eq!(call.raw("family_email=amina%40example.org").send().status, 403);
    }

    fn a_password_that_was_forgotten_is_asked_for_on_a_page(app) {
        let world = World::new(app);
        let body = json!({
            "email": "sam@hubs.example", "name": "Sam", "roles": [{ "role": "manager" }],
        });
        world.admin.post("/api/v1/accounts", &body).expect(201);
        let mut browser = Browser::new(app);
        shows(&browser.get("/password/forgotten"), 200, &["Send me a link"]);
        let wrong = browser.post("/password/forgotten", "email=sam");
        shows(&wrong, 422, &["href=\"#email\"", "value=\"sam\""]);
        let known = browser.post("/password/forgotten", "email=sam%40hubs.example");
        let unknown = browser.post("/password/forgotten", "email=nobody%40hubs.example");
        shows(&known, 200, &["Look at your email"]);
        assert_eq!((known.status, known.text), (unknown.status, unknown.text));
        assert_eq!(letters(app, "password_reset").len(), 1);
        let path = letters(app, "password_reset")[0].button("Choose a new password");
        let done = browser.post(&path, "password=another+horse+battery");
        shows(&done, 200, &["href=\"/sign-in\""]);
    }
}
