//! The page with the people who work with the service.

use super::browser::{Browser, account};
use super::shows;
use crate::support::app::both;
use crate::support::world::World;

both! {
    fn an_administrator_adds_people_and_ends_their_access(app) {
        let world = World::new(app);
        account(app, "administrator", &world.centre);
        account(app, "staff", &world.centre);
        let mut browser = Browser::new(app);
        browser.signs_in("administrator@hubs.example", "/");
        shows(&browser.get("/admin/people"), 200, &["<h1>People</h1>", "staff@hubs.example"]);

        let wrong = "name=&email=beth%40hubs.example&role=staff&centre=&partner=&team=";
        shows(&browser.post("/admin/people", wrong), 422, &["id=\"name-error\"", "beth@hubs.example"]);
        let taken = "name=Beth&email=staff%40hubs.example&role=staff&centre=&partner=&team=";
        shows(&browser.post("/admin/people", taken), 422, &["An account with this address already"]);
        let lacks = "name=Beth&email=b%40hubs.example&role=professional&centre=&partner=&team=";
        shows(&browser.post("/admin/people", lacks), 422, &["A professional must have a partner"]);
        let nowhere = "name=Beth&email=b%40hubs.example&role=staff&centre=none&partner=&team=";
        shows(&browser.post("/admin/people", nowhere), 422, &["There is no such centre."]);

        let form = format!("name=Beth&email=b%40hubs.example&role=front_desk&centre={}&partner=&team=", world.centre);
        assert_eq!(browser.post("/admin/people", &form).header("location"), Some("/admin/people"));
        let page = browser.get("/admin/people");
        shows(&page, 200, &["Beth", "Front desk, "]);
        let action = page.text.split("action=\"/admin/people/").find(|part| part.contains("of Beth"));
        let id = action.and_then(|part| part.split('/').next()).expect("her button");
        assert_eq!(browser.post(&format!("/admin/people/{id}/access"), "ends=true").status, 303);
        shows(&browser.get("/admin/people"), 200, &["Give access back"]);

        let mut staff = Browser::new(app);
        staff.signs_in("staff@hubs.example", "/");
        assert_eq!(staff.get("/admin/people").status, 403);
        assert_eq!(staff.post("/admin/people", &form).status, 403);
        assert_eq!(staff.post(&format!("/admin/people/{id}/access"), "ends=false").status, 403);
    }

    fn the_list_is_paged(app) {
        let world = World::new(app);
        account(app, "administrator", &world.centre);
        let mut browser = Browser::new(app);
        browser.signs_in("administrator@hubs.example", "/");
        for number in 0..26 {
            let form = format!("name=Person+Number&email=p{number}%40hubs.example&role=manager");
            assert_eq!(browser.post("/admin/people", &form).status, 303);
        }
        let first = browser.get("/admin/people");
        assert_eq!(first.text.matches("<th scope=\"row\">").count(), 25);
        let next = first.text.split("href=\"/admin/people?after=").nth(1).expect("a next page");
        let next = next.split('"').next().unwrap_or_default();
        let second = browser.get(&format!("/admin/people?after={next}"));
        assert!((1..25).contains(&second.text.matches("<th scope=\"row\">").count()));
        assert_eq!(browser.get("/admin/people?after=nonsense").status, 422);
    }
}
