//! What a page says where something cannot be done: what to do now, and nothing of the API.

use super::browser::{Browser, account};
use super::shows;
use crate::support::app::both;
use crate::support::world::World;

both! {
    fn a_refusal_says_what_to_do_and_nothing_that_is_for_programs(app) {
        let world = World::new(app);
        account(app, "staff", &world.centre);
        let mut browser = Browser::new(app);
        browser.signs_in("staff@hubs.example", "/registers");

        let refused = browser.get("/my");
        let way_on = ["<h1>Sorry</h1>", "You cannot do this with your sign-in.", "href=\"/sign-in\""];
        shows(&refused, 403, &way_on);
        assert!(!refused.text.contains("belongs to no family"), "{}", refused.text);

        // In the frame of whoever asked.
        let own = ["href=\"/registers\"", "href=\"/families\"", "action=\"/sign-out\""];
        shows(&refused, 403, &own);
        shows(&browser.get("/registers/nothing"), 404, &own);
        let unknown = browser.send_as_page("/nothing/at/all");
        shows(&unknown, 404, &own);
        shows(&unknown, 404, &["We cannot find that page", "href=\"/today\""]);
        browser.cookies.clear();
        let stranger = browser.send_as_page("/nothing/at/all");
        shows(&stranger, 404, &["We cannot find that page", "href=\"/whats-on\""]);
        assert!(!stranger.text.contains("href=\"/registers\""), "{}", stranger.text);
    }

    fn a_link_for_a_password_that_is_over_leads_to_a_new_one(app) {
        let page = app.nobody.get("/reset/not-one-of-ours");
        shows(&page, 409, &["This link has run out", "href=\"/password/forgotten\""]);
    }
}
