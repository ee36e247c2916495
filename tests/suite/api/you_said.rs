//! "You said, we did": written by staff of a centre, read by anybody.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::registers::desk;
use crate::support::app::both;
use crate::support::client::Answer;
use crate::support::world::{World, id};

const PATH: &str = "/api/v1/you-said";

fn entry(centre: &str, said: &str) -> Value {
    json!({ "centre_id": centre, "said": said, "did": "We have two new heaters.",
        "dated_on": "2026-11-16" })
}

fn changed(world: &World, entry: &Value, etag: &str, did: &str) -> Answer {
    let body = json!({ "said": entry["said"], "did": did, "dated_on": "2026-11-15" });
    let call = world.staff.call(Method::PUT, &format!("{PATH}/{}", id(entry)));
    call.if_match(etag).json(&body).send()
}

both! {
    fn staff_write_change_and_remove_an_entry_and_anybody_reads_it(app) {
        let world = World::new(app);
        let body = entry(&world.centre, "The room is too cold.");
        let made = world.staff.post(PATH, &body).expect(201);
        assert_eq!(app.nobody.get(PATH).expect(200)["items"], json!([made]));

        let one = format!("{PATH}/{}", id(&made));
        let etag = app.nobody.get(&one).header("etag").expect("an ETag").to_owned();
        let after = changed(&world, &made, &etag, "It is warm.").expect(200);
        assert_eq!((&after["did"], &after["dated_on"]), (&json!("It is warm."), &json!("2026-11-15")));
        changed(&world, &made, &etag, "It is hot.").refused(412, "version_conflict");
        let put = world.staff.put(&one, &json!({ "said": "a", "did": "b", "dated_on": "2026-11-15" }));
        put.refused(428, "version_needed");

        world.staff.call(Method::DELETE, &one).json(&json!({})).send().expect(200);
        assert_eq!(app.nobody.get(PATH).expect(200)["items"], json!([]));
        app.nobody.get(&one).refused(404, "not_found");
    }

    fn the_newest_stand_first_and_each_centre_has_its_own(app) {
        let world = World::new(app);
        let other = json!({ "name": "Sale West" });
        let other = id(&world.admin.post("/api/v1/centres", &other).expect(201));
        let there = app.as_role(Role::Staff);
        let mut old = entry(&world.centre, "Old");
        old["dated_on"] = json!("2026-10-01");
        there.post(PATH, &old).expect(201);
        there.post(PATH, &entry(&world.centre, "New")).expect(201);
        there.post(PATH, &entry(&other, "There")).expect(201);

        let said = |query: &str| -> Vec<String> {
            let list = app.nobody.get(&format!("{PATH}{query}")).expect(200);
            let items = list["items"].as_array().expect("a list").clone();
            items.iter().map(|one| one["said"].as_str().expect("a text").to_owned()).collect()
        };
        assert_eq!(said(&format!("?centre_id={}", world.centre)), ["New", "Old"]);
        assert_eq!(said(&format!("?centre_id={other}")), ["There"]);
        assert_eq!(said("").len(), 3);
    }

    fn only_staff_of_the_centre_write_and_within_bounds(app) {
        let world = World::new(app);
        let other = json!({ "name": "Sale West" });
        let other = id(&world.admin.post("/api/v1/centres", &other).expect(201));
        world.staff.post(PATH, &entry(&other, "Theirs")).refused(404, "not_found");
        desk(&world, Role::FrontDesk).post(PATH, &entry(&world.centre, "x")).refused(403, "not_allowed");
        let elsewhere = app.as_role(Role::Staff).post(PATH, &entry(&other, "Theirs")).expect(201);
        let path = format!("{PATH}/{}", id(&elsewhere));
        world.staff.call(Method::DELETE, &path).json(&json!({})).send().refused(404, "not_found");

        let mut ahead = entry(&world.centre, "Soon");
        ahead["dated_on"] = json!("2026-11-17");
        for wrong in [ahead, entry(&world.centre, " "), entry(&world.centre, &"x".repeat(201))] {
            world.staff.post(PATH, &wrong).refused(422, "invalid_request");
        }
    }
}
