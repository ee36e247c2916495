//! What's on, as a family opens it in a browser.

use serde_json::json;
use ureq::http::Method;

use super::shows;
use crate::support::app::both;
use crate::support::world::World;

both! {
    fn a_page_is_not_kept_and_runs_nothing(app) {
        let page = app.nobody.get("/");

        shows(&page, 200, &["<html lang=\"en-GB\">", "href=\"/whats-on\"", "href=\"/docs/\""]);
        let kept = app.nobody.get("/sign-in").header("cache-control").map(str::to_owned);
        assert_eq!(kept.as_deref(), Some("no-store"));
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert_eq!(app.nobody.get("/style.css").status, 200);
        let head = app.nobody.call(Method::HEAD, "/whats-on").send();
        assert_eq!((head.status, head.text.as_str()), (200, ""));
        assert_eq!(app.nobody.get("/docs/").status, 200);
        shows(&app.nobody.get("/docs/faults"), 200, &["id=\"session_full\""]);
    }

    fn whats_on_shows_what_families_may_know(app) {
        let world = World::new(app);
        world.session(json!({ "capacity": 2 }));
        world.draft(json!({ "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z",
            "activity_id": world.activity(json!({ "title": "Still a draft" })) }));
        let secret = world.activity(json!({ "title": "Freedom Programme", "sensitive": true }));
        world.session(json!({ "activity_id": secret }));
        let referred = json!({ "title": "Next Steps", "access": "referral_only" });
        let referred = world.activity(referred);
        world.session(json!({ "activity_id": referred, "public_release_at": null }));
        let later = world.activity(json!({ "title": "Family Music" }));
        world.session(json!({ "activity_id": later, "public_release_at": "2026-11-20T09:00:00Z" }));

        let page = app.nobody.get("/whats-on");
        shows(&page, 200, &[
            "Stay and Play", "2 places left", "Birth to 5 years", "Monday 23 November, 10am to 11:30am",
            "Family Music", "You can book from 9am on Friday 20 November.",
        ]);
        for hidden in ["Still a draft", "Freedom", "Next Steps", "9 November", "2 November", "refer"] {
            assert!(!page.text.contains(hidden), "{hidden}: {}", page.text);
        }
        shows(&app.nobody.get("/"), 200, &["Stay and Play"]);
    }

    fn whats_on_is_filtered_by_centre_and_age(app) {
        let world = World::new(app);
        world.session(json!({}));
        let babies = json!({ "title": "Baby Massage", "ages": { "unit": "weeks", "min": 6, "max": 40 } });
        let babies = world.activity(babies);
        world.session(json!({ "activity_id": babies, "starts_at": "2026-11-24T10:00:00Z",
            "ends_at": "2026-11-24T11:00:00Z" }));

        let has = |query: &str, title: &str| {
            let page = app.nobody.get(&format!("/whats-on?{query}"));
            assert_eq!(page.status, 200);
            page.text.contains(title)
        };
        assert!(has("age=0", "Baby Massage") && has("age=0", "Stay and Play"));
        assert!(!has("age=24", "Baby Massage") && has("age=24", "Stay and Play"));
        assert!(has("age=&centre=", "Baby Massage"), "an empty form shows everything");
        assert!(has("age=rubbish", "Baby Massage"));
        assert!(has(&format!("centre={}", world.centre), "Baby Massage"));
        assert!(has("centre=elsewhere", "Nothing found."));
    }
}
