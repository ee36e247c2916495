//! The page on which a parent asks for a calendar of her places, and where she stops it.

use chrono::TimeDelta;
use serde_json::json;

use super::my::{browser_of, two_carers};
use super::shows;
use crate::support::app::both;
use crate::support::world::World;

both! {
    fn a_parent_asks_for_a_calendar_and_its_address_is_shown_once(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let session = world.session(json!({}));
        family.books(&session).expect(201);
        let mut browser = browser_of(app, &family.parent);
        shows(&browser.get("/my"), 200, &["href=\"/my/feed\""]);
        let asked = browser.get("/my/feed");
        shows(&asked, 200, &["<h1>Your places in your calendar</h1>", "Get my calendar address"]);
        assert!(!asked.text.contains("the old one stops"), "{}", asked.text);

        let ready = browser.post("/my/feed", "");
        shows(&ready, 200, &["<h1>Your calendar address is ready</h1>", "webcal://hubs.example.org/feeds/"]);
        let path = ready.text.split("value=\"https://hubs.example.org").nth(1);
        let path = path.and_then(|rest| rest.split('"').next()).expect("the address").to_owned();
        let file = app.nobody.get(&path);
        assert!(file.status == 200 && file.text.contains("SUMMARY:Stay and Play"), "{}", file.text);
        let again = browser.get("/my/feed");
        shows(&again, 200, &["the old one stops"]);
        assert!(!again.text.contains(&path), "it is shown once");

        let list = browser.get("/my/sign-ins");
        shows(&list, 200, &["Your places in your calendar, since", "Stop this calendar"]);
        let end = list.text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let end = end.filter(|action| action.ends_with("/end")).collect::<Vec<_>>();
        assert_eq!(end.len(), 1, "this sign-in has no button: {end:?}");
        assert_eq!(browser.post(end[0], "").header("location"), Some("/my/sign-ins"));
        shows(&app.nobody.get(&path), 404, &["This calendar has stopped"]);
    }

    fn somebody_who_picks_up_her_phone_gets_no_calendar(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let mut browser = browser_of(app, &family.parent);
        let foreign = browser.send(ureq::http::Method::POST, "/my/feed", Some(("cross-site", "")));
        assert_eq!(foreign.status, 403, "{}", foreign.text);
        app.advance(TimeDelta::minutes(19));
        shows(&browser.get("/my/feed"), 200, &["Get my calendar address"]);
        app.advance(TimeDelta::minutes(1));
        let late = browser.get("/my/feed");
        assert_eq!((late.status, late.header("location")), (303, Some("/sign-in?next=%2Fmy%2Ffeed")));
        assert_eq!(browser.post("/my/feed", "").status, 303);
        assert_eq!(browser_of(app, &world.staff).get("/my/feed").status, 403);
    }

    fn each_carer_has_her_own(app) {
        let world = World::new(app);
        let (_, one, other) = two_carers(&world);
        shows(&browser_of(app, &one).post("/my/feed", ""), 200, &["is ready"]);
        let list = browser_of(app, &other).get("/my/sign-ins");
        shows(&list, 200, &["Where you are signed in"]);
        assert!(!list.text.contains("Stop this calendar"), "{}", list.text);
    }
}
