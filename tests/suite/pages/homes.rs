//! Where each role begins, and how whoever holds several goes from one to another.

use firstplace::access::Role;
use serde_json::json;

use super::browser::{Browser, account};
use super::shows;
use crate::support::app::both;
use crate::support::world::World;

both! {
    fn each_role_lands_on_its_first_page_and_can_sign_out_there(app) {
        let world = World::new(app);
        for (role, home) in [
            ("staff", "/today"),
            ("front_desk", "/today"),
            ("manager", "/reach"),
            ("administrator", "/admin/people"),
            ("volunteer", "/registers"),
        ] {
            account(app, role, &world.centre);
            let mut browser = Browser::new(app);
            let landed = browser.signs_in(&format!("{role}@hubs.example"), "/");
            assert_eq!(landed.header("location"), Some(home), "{role}");
            let marked = format!("href=\"{home}\" aria-current=\"page\"");
            shows(&browser.get(home), 200, &[&marked, "action=\"/sign-out\"", "src=\"/quiet.js\""]);
        }
    }

    fn who_holds_several_roles_begins_where_they_were_last(app) {
        let world = World::new(app);
        let body = json!({
            "email": "both@hubs.example", "name": "Amina Khan", "password": "correct horse battery",
            "roles": [{ "role": "staff", "centre_id": world.centre }, { "role": "manager" }],
        });
        app.as_role(Role::Administrator).post("/api/v1/accounts", &body).expect(201);
        let mut browser = Browser::new(app);
        assert_eq!(browser.signs_in("both@hubs.example", "/").header("location"), Some("/today"));
        shows(&browser.get("/reach"), 200, &["href=\"/today\"", "href=\"/reach\""]);
        browser.post("/sign-out", "");
        assert_eq!(browser.signs_in("both@hubs.example", "/").header("location"), Some("/reach"));

        // The page to sign in knows who is signed in: where they can go, and the way out.
        let both_ways = ["You are signed in.", "<a href=\"/today\">", "<a href=\"/reach\">"];
        shows(&browser.get("/sign-in"), 200, &both_ways);
        browser.post("/sign-out", "");
        assert!(!browser.get("/sign-in").text.contains("You are signed in."));
    }

    fn the_warning_asks_for_a_page_that_renews_the_sign_in(app) {
        let world = World::new(app);
        account(app, "staff", &world.centre);
        let mut browser = Browser::new(app);
        browser.signs_in("staff@hubs.example", "/");
        let script = browser.get("/quiet.js");
        assert!(script.text.starts_with("const quiet = 1200;"), "{}", script.text);

        let before = browser.cookies["firstplace"].clone();
        app.advance(chrono::TimeDelta::minutes(15));
        assert_eq!(browser.get("/sign-in/stay").status, 200);
        assert_ne!(browser.cookies["firstplace"], before);
        app.advance(chrono::TimeDelta::minutes(15));
        assert_eq!(browser.get("/sign-in/stay").status, 200);
        app.advance(chrono::TimeDelta::minutes(21));
        assert_eq!(browser.get("/sign-in/stay").status, 303);
    }
}
