//! What's on, as a family opens it in a browser.

use chrono::TimeDelta;
use serde_json::json;
use ureq::http::Method;

use super::shows;
use crate::api::areas::{put, trafford};
use crate::api::series::{mondays, session_ids};
use crate::support::app::{TestApp, at, both};
use crate::support::world::{NEXT_MONDAY, World, id};

/// Whether the page that is asked for has a session of this title.
fn has(app: &TestApp, query: &str, title: &str) -> bool {
    let page = app.nobody.get(&format!("/whats-on?{query}"));
    assert_eq!(page.status, 200, "{query}");
    page.text.contains(&format!("{title}</a></h3>"))
}

both! {
    fn a_page_runs_nothing_and_a_form_is_not_kept(app) {
        let page = app.nobody.get("/");

        shows(&page, 200, &["<html lang=\"en-GB\" dir=\"ltr\">", "href=\"/whats-on\"", "href=\"/docs/\""]);
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

    fn every_page_leads_to_a_telephone_privacy_and_accessibility(app) {
        World::new(app);
        for link in ["/contact", "/privacy", "/accessibility"] {
            shows(&app.nobody.get("/whats-on"), 200, &[&format!("href=\"{link}\"")]);
        }
        let number = "<a href=\"tel:01619122122\" dir=\"ltr\">0161 912 2122</a>";
        shows(&app.nobody.get("/contact"), 200, &["Partington Children's Centre", number]);
        shows(&app.nobody.get("/privacy"), 200, &["We never sell it."]);
        shows(&app.nobody.get("/accessibility"), 200, &["has not checked or signed it yet"]);
    }

    fn an_address_that_is_nothing_is_a_page_for_a_browser(app) {
        let asks = |accepted: &str, path: &str| {
            app.nobody.call(Method::GET, path).header("accept", accepted).send()
        };
        let page = asks("text/html,*/*;q=0.8", "/nowhere");
        shows(&page, 404, &["We cannot find that page", "href=\"/whats-on\""]);
        for (accepted, path) in [("application/json", "/nowhere"), ("text/html", "/api/v1/nowhere")] {
            let problem = asks(accepted, path);
            assert_eq!(problem.status, 404);
            assert_eq!(problem.header("content-type"), Some("application/problem+json"));
        }
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

        for path in ["/whats-on", "/"] {
            let page = app.nobody.get(path);
            shows(&page, 200, &[
                "<h2>Monday 23 November</h2>", "10 <small>to 11:30am</small>", "Stay and Play",
                "2 places left", "Birth to 5", "Family Music",
                "You can book from 9am on Friday 20 November.",
            ]);
            let calendar = app.nobody.get("/whats-on.ics");
            assert!(calendar.text.contains("SUMMARY:Family Music"), "{}", calendar.text);
            for hidden in ["Still a draft", "Freedom", "Next Steps", "9 November", "2 November", "refer"] {
                assert!(!page.text.contains(hidden), "{hidden}: {}", page.text);
                assert!(!calendar.text.contains(hidden), "{hidden}: {}", calendar.text);
            }
        }
    }

    fn whats_on_is_filtered_by_centre_and_ages(app) {
        let world = World::new(app);
        world.session(json!({}));
        let babies = json!({ "title": "Baby Massage", "ages": { "unit": "weeks", "min": 6, "max": 40 } });
        let babies = world.activity(babies);
        world.session(json!({ "activity_id": babies, "starts_at": "2026-11-24T10:00:00Z",
            "ends_at": "2026-11-24T11:00:00Z" }));
        let bumps = json!({ "title": "Bumps", "expectant_welcome": true,
            "ages": { "unit": "months", "min": 0, "max": 12 } });
        let bumps = world.activity(bumps);
        world.session(json!({ "activity_id": bumps, "starts_at": "2026-11-25T10:00:00Z",
            "ends_at": "2026-11-25T11:00:00Z" }));

        let has = |query: &str| {
            ["Stay and Play", "Baby Massage", "Bumps"].map(|title| has(app, query, title))
        };
        let centre = format!("centre={}", world.centre);
        for (query, shown) in [
            ("", [true, true, true]),
            ("age=&centre=", [true, true, true]),
            ("age=rubbish", [true, true, true]),
            ("age=0", [true, true, true]),
            ("age=24", [true, false, false]),
            ("age=0&age=24", [true, true, true]),
            ("age=0&age=24&suits=all", [true, false, false]),
            ("age=expected", [false, false, true]),
            ("age=expected&age=0&suits=all", [false, false, true]),
            (&centre, [true, true, true]),
            ("centre=elsewhere", [false, false, false]),
        ] {
            assert_eq!(has(query), shown, "{query}");
        }
        let nothing = app.nobody.get("/whats-on?centre=elsewhere");
        shows(&nothing, 200, &["Nothing on for that choice.", "Show all centres and ages"]);
        let calendar = app.nobody.get("/whats-on.ics?age=24").text;
        assert!(calendar.contains("SUMMARY:Stay and Play") && !calendar.contains("Baby Massage"));
    }

    fn whats_on_is_filtered_by_day_half_and_price(app) {
        let world = World::new(app);
        world.session(json!({}));
        let paid = world.activity(json!({ "title": "First Aid", "price": "£20" }));
        world.session(json!({ "activity_id": paid, "starts_at": "2026-11-24T13:00:00Z",
            "ends_at": "2026-11-24T14:00:00Z" }));

        for (query, free, paid) in [
            ("day=monday", true, false),
            ("day=tuesday", false, true),
            ("half=morning", true, false),
            ("half=afternoon", false, true),
            ("free=yes", true, false),
            ("day=tuesday&half=afternoon&free=yes", false, false),
        ] {
            let shown = (has(app, query, "Stay and Play"), has(app, query, "First Aid"));
            assert_eq!(shown, (free, paid), "{query}");
            let api = app.nobody.get(&format!("/api/v1/whats-on?{}", query.replace("yes", "true")));
            let items = api.expect(200)["items"].as_array().map_or(0, Vec::len);
            assert_eq!(items, usize::from(free) + usize::from(paid), "{query}");
        }
    }

    fn the_api_chooses_by_several_ages(app) {
        let world = World::new(app);
        world.session(json!({}));
        let babies = json!({ "title": "Baby Massage", "ages": { "unit": "months", "min": 0, "max": 9 } });
        let babies = world.activity(babies);
        world.session(json!({ "activity_id": babies, "starts_at": "2026-11-24T10:00:00Z",
            "ends_at": "2026-11-24T11:00:00Z" }));

        for (query, found) in [
            ("ages_months=4,30", 2),
            ("ages_months=4,30&suits=all", 1),
            ("ages_months=4&suits=all", 2),
            ("age_months=30", 1),
            ("expecting=true", 0),
        ] {
            let page = app.nobody.get(&format!("/api/v1/whats-on?{query}")).expect(200);
            assert_eq!(page["items"].as_array().map(Vec::len), Some(found), "{query}");
        }
        for query in ["ages_months=rubbish", "ages_months=9999"] {
            app.nobody.get(&format!("/api/v1/whats-on?{query}")).refused(422, "invalid_request");
        }
    }

    fn twenty_stand_on_a_page_and_the_rest_is_one_step_further(app) {
        let world = World::new(app);
        for hours in 0..23 {
            let starts = at(NEXT_MONDAY[0]) + TimeDelta::days(hours);
            world.session(json!({ "starts_at": starts, "ends_at": starts + TimeDelta::hours(1) }));
        }
        let [first, second, third] = [1, 2, 3].map(|number| {
            app.nobody.get(&format!("/whats-on?page={number}")).page(200)
        });
        let cards = |page: &str| page.matches("<li class=\"card\">").count();
        assert_eq!([cards(&first), cards(&second), cards(&third)], [20, 3, 0]);
        assert!(first.contains("href=\"/whats-on?page=2\"") && !first.contains("rel=\"prev\""));
        assert!(second.contains("href=\"/whats-on\" rel=\"prev\"") && !second.contains("rel=\"next\""));
        assert!(!second.contains("Monday 23 November"), "{second}");
    }

    fn what_is_on_is_printed_on_one_page(app) {
        let world = World::new(app);
        world.session(json!({}));
        let address = format!("/whats-on.pdf?centre={}", world.centre);
        let page = app.nobody.get(&format!("/whats-on?centre={}", world.centre)).page(200);
        assert!(page.contains(&format!("href=\"{address}\"")), "{page}");
        let sheet = app.nobody.get(&address);
        assert_eq!((sheet.status, sheet.header("content-type")), (200, Some("application/pdf")));
    }

    fn a_course_stands_once_and_its_page_has_all_its_dates(app) {
        let world = World::new(app);
        let three = json!({ "last_day": null, "dates": 3, "name": "Spring course" });
        let made = world.staff.post("/api/v1/courses", &mondays(&world, three)).expect(201);
        let path = format!("/api/v1/courses/{}/announce", id(&made));
        world.staff.post(&path, &json!({})).expect(200);

        let page = app.nobody.get("/whats-on").page(200);
        assert_eq!(page.matches("<li class=\"card\">").count(), 1, "{page}");
        let ids = session_ids(&made);
        assert!(page.contains(&format!("href=\"/sessions/{}\"", ids[0])), "{page}");
        let days = ["Monday 15 March", "All its dates"];
        for id in &ids {
            shows(&app.nobody.get(&format!("/sessions/{id}")), 200, &days);
        }
        let feed = app.nobody.get("/whats-on.ics").text;
        assert_eq!(feed.matches("BEGIN:VEVENT").count(), 3, "{feed}");
    }

    fn a_postcode_comes_to_its_centre_and_is_not_kept(app) {
        trafford(app);
        let world = World::new(app);
        let shown = world.staff.get("/api/v1/areas/postcodes/M31%204BD").expect(200);
        let near = shown["lsoas"][0]["code"].as_str().expect("a code").to_owned();
        put(&world, &world.centre, "2021", &[&near]).expect(200);
        let led = |postcode: &str| {
            let answer = app.nobody.get(&format!("/whats-on?postcode={postcode}&age=24&centre=x"));
            assert_eq!(answer.status, 303);
            answer.header("location").expect("a way on").to_owned()
        };
        assert_eq!(led("m31+4bd"), format!("/whats-on?centre=x&near={}&age=24", world.centre));
        for unknown in ["M32+9AU", "YO1+1ZZ", "rubbish"] {
            let to = led(unknown);
            assert_eq!(to, "/whats-on?centre=x&age=24&unknown=postcode");
            let page = app.nobody.get(&to);
            shows(&page, 200, &["There is a problem", "We do not know that postcode."]);
        }
    }

    fn what_is_nearest_stands_first_on_its_day(app) {
        trafford(app);
        let world = World::new(app);
        let beside = json!({ "name": "Beside", "postcode": "M31 4BD" });
        let beside = id(&world.admin.post("/api/v1/centres", &beside).expect(201));
        let venue = |name: &str, postcode: &str| {
            let path = format!("/api/v1/centres/{}/venues", world.centre);
            id(&world.staff.post(&path, &json!({ "name": name, "postcode": postcode })).expect(201))
        };
        let (sale, nowhere) = (venue("Sale Hall", "M33 4AW"), venue("Old Mill", "YO1 1ZZ"));
        let around = venue("Library", "M31 4FL");
        let at_venue = |venue: &str, hour: u32| {
            world.session(json!({
                "venue_id": venue, "starts_at": format!("2026-11-23T{hour:02}:00:00Z"),
                "ends_at": format!("2026-11-23T{hour:02}:45:00Z"),
            }))
        };
        let far = at_venue(&sale, 9);
        let unknown = at_venue(&nowhere, 10);
        let near = at_venue(&around, 15);
        let order = |query: &str| {
            let page = app.nobody.get(&format!("/whats-on{query}"));
            shows(&page, 200, &[]);
            let at = |id: &String| page.text.find(&format!("/sessions/{id}")).expect("a card");
            let mut ids = [("far", at(&far)), ("unknown", at(&unknown)), ("near", at(&near))];
            ids.sort_by_key(|(_, at)| *at);
            ids.map(|(name, _)| name)
        };
        assert_eq!(order(""), ["far", "unknown", "near"], "by the time");
        let nearest = format!("?near={beside}");
        assert_eq!(order(&nearest), ["near", "far", "unknown"]);
        assert_eq!(order("?near=nothing"), ["far", "unknown", "near"]);
    }

    fn a_closure_is_told_and_its_reason_is_not(app) {
        let world = World::new(app);
        let page = |query: &str| app.nobody.get(&format!("/whats-on{query}")).page(200);
        assert!(!page("").contains("is closed"));
        let closure = json!({
            "name": "burst pipe", "centre_id": world.centre,
            "first_day": "2026-11-30", "last_day": "2026-12-02",
        });
        let made = world.staff.post("/api/v1/closures", &closure).expect(201);
        let told = page("");
        let whole = "Children's Centre is closed from Monday 30 November to Wednesday 2 December.";
        assert!(told.replace("&#39;", "'").contains(whole), "{told}");
        assert!(!told.contains("burst pipe"), "{told}");
        let path = format!("/api/v1/closures/{}", id(&made));
        world.staff.call(Method::DELETE, &path).send().expect(200);
        assert!(!page("").contains("is closed"));
    }
}
