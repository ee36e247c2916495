//! "You said, we did", as families read it.

use serde_json::json;

use super::shows;
use crate::support::app::both;
use crate::support::world::World;

both! {
    fn a_centre_shows_what_it_changed(app) {
        let world = World::new(app);
        let page = format!("/you-said?centre={}", world.centre);
        shows(&app.nobody.get(&page), 200, &["There is nothing here yet."]);

        let entry = json!({ "centre_id": world.centre, "said": "The room is <too> cold.",
            "did": "We have two new heaters.", "dated_on": "2026-11-02" });
        world.staff.post("/api/v1/you-said", &entry).expect(201);
        let words = ["You said, we did: Partington Children&#39;s Centre", "2 November 2026",
            "The room is &lt;too&gt; cold.", "We have two new heaters."];
        let answer = app.nobody.get(&page);
        let name = "You said, we did: Partington Children's Centre";
        assert!(answer.text.contains(words[0]) || answer.text.contains(name), "{}", answer.text);
        shows(&answer, 200, &words[1..]);
        shows(&app.nobody.get("/you-said"), 200, &["Partington", "We have two new heaters."]);
        shows(&app.nobody.get("/you-said?centre=none"), 200, &["There is nothing here yet."]);

        shows(&app.nobody.get("/contact"), 200, &[&format!("href=\"{page}\"")]);
        shows(&app.nobody.get("/whats-on"), 200, &["href=\"/you-said\""]);
        let of_centre = app.nobody.get(&format!("/whats-on?centre={}", world.centre));
        shows(&of_centre, 200, &[&format!("href=\"{page}\"")]);
    }
}
