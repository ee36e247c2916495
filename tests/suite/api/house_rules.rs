//! The house rules: published with a version by managers and administrators, for everywhere and for
//! one centre, and shown to families before they book, who agree to nothing by it.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::schema::settings;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::pages::shows;
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::world::World;

const PATH: &str = "/api/v1/house-rules";

fn of(centre: &str) -> String {
    format!("{PATH}?centre={centre}")
}

fn etag(app: &TestApp, path: &str) -> String {
    app.nobody.get(path).header("etag").expect("an ETag").to_owned()
}

fn publish(who: &Client, path: &str, etag: &str, body: Value) -> Answer {
    who.call(Method::PUT, path).if_match(etag).json(&json!({ "body": body })).send()
}

both! {
    fn rules_have_a_version_and_a_day_everywhere_and_at_a_centre(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let own = of(&world.centre);
        assert_eq!(app.nobody.get(PATH).expect(200), json!({ "texts": [] }));

        let first = publish(&manager, PATH, &etag(app, PATH), json!("Be kind.")).expect(200);
        let told = json!({ "centre_id": null, "version": 1, "dated_on": "2026-11-16", "body": "Be kind." });
        assert_eq!(first["texts"], json!([told]));
        app.set_clock("2026-11-18T10:00:00Z");
        publish(&world.admin, PATH, &etag(app, PATH), json!("Be very kind.")).expect(200);
        publish(&world.admin, &own, &etag(app, &own), json!("- No shoes.")).expect(200);
        let both = app.nobody.get(&own).expect(200)["texts"].clone();
        assert_eq!((&both[0]["version"], &both[0]["dated_on"]), (&json!(2), &json!("2026-11-18")));
        assert_eq!((&both[1]["version"], &both[1]["centre_id"]), (&json!(1), &json!(world.centre)));
        assert_eq!(app.nobody.get(PATH).expect(200)["texts"].as_array().map(Vec::len), Some(1));

        let kept: Vec<String> = app.store.read(Actor::service(), |tx| {
            Ok(settings::table
                .filter(settings::name.eq("house_rules"))
                .filter(settings::held_until.is_not_null())
                .select(settings::value)
                .load(tx.conn())?)
        }).expect("the settings are read");
        assert_eq!(kept.len(), 1, "the version before");
        assert!(kept[0].contains("Be kind."), "{kept:?}");

        let gone = publish(&manager, &own, &etag(app, &own), json!(null)).expect(200);
        assert_eq!(gone["texts"].as_array().map(Vec::len), Some(1), "{gone}");
        let again = publish(&manager, &own, &etag(app, &own), json!("Shoes off.")).expect(200);
        assert_eq!(again["texts"][1]["version"], 3, "no version is given twice");
    }

    fn they_stand_above_the_button_and_on_their_own_page(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let book = format!("/sessions/{session}/book");
        let rules = format!("/rules?centre={}", world.centre);
        for path in [&book, "/join"] {
            assert!(!app.nobody.get(path).text.contains("Our house rules"), "there are none");
        }
        shows(&app.nobody.get("/rules"), 200, &["There are no house rules."]);

        let own = of(&world.centre);
        publish(&world.admin, PATH, "*", json!("# Please\n\n- Be <kind>.")).expect(200);
        publish(&world.admin, &own, "*", json!("Shoes off.")).expect(200);
        let everywhere = ["<h2>Please</h2>", "<li>Be &lt;kind&gt;.</li>", "Version 1, from 16 November 2026."];
        let here = ["<h2>Just for Partington Children's Centre</h2>", "<p>Shoes off."];
        let folded = "<details><summary>Our house rules</summary>";
        let family = world.family("Ada");
        for page in [app.nobody.get(&book), family.parent.open(&book)] {
            shows(&page, 200, &everywhere);
            shows(&page, 200, &here);
            shows(&page, 200, &[folded, &format!("href=\"{rules}\"")]);
            let (before, _) = page.text.split_once("<button type=\"submit\">").expect("a button");
            assert!(before.contains(folded), "above the button");
            assert!(!page.text.contains("name=\"rules\""), "nothing to tick");
        }
        family.books(&session).expect(201);
        shows(&app.nobody.get(&book), 200, &[folded, "Join the waiting list"]);
        let join = app.nobody.get("/join");
        shows(&join, 200, &[folded, "<h2>Please</h2>", "href=\"/rules\""]);
        assert!(!join.text.contains("Shoes off."));

        shows(&app.nobody.get(&rules), 200, &["<h1>Our house rules</h1>", everywhere[2], here[1]]);
        assert!(!app.nobody.get("/rules").text.contains("Shoes off."));
        assert_eq!(app.nobody.get("/rules?centre=nobody").status, 404);
    }

    fn nobody_publishes_over_a_version_that_was_not_read(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let first = etag(app, PATH);
        publish(&manager, PATH, &first, json!("The first.")).expect(200);
        publish(&manager, PATH, &first, json!("Too late.")).refused(412, "version_conflict");
        let own = of(&world.centre);
        let read = etag(app, &own);
        publish(&manager, PATH, &etag(app, PATH), json!("The second.")).expect(200);
        publish(&manager, &own, &read, json!("Our own.")).expect(200);
        manager.put(PATH, &json!({ "body": "No version." })).refused(428, "version_needed");
    }

    fn what_cannot_be_published_is_refused_with_the_reason(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let without = manager.call(Method::PUT, PATH).if_match("*").json(&json!({})).send();
        without.refused(422, "invalid_request");
        let empty = publish(&manager, PATH, "*", json!("")).refused(422, "invalid_request");
        assert_eq!(empty["errors"][0]["pointer"], "/body");
        let nowhere = of("0198c5d27f3a7d0e9d1c2b3a4f5e6d7c");
        publish(&manager, &nowhere, "*", json!("Ours.")).refused(404, "not_found");
        app.nobody.get(&nowhere).refused(404, "not_found");
        for role in [Role::Parent, Role::FrontDesk, Role::Staff, Role::Professional] {
            publish(&app.as_role(role), PATH, "*", json!("Ours.")).refused(403, "not_allowed");
        }
        publish(&world.staff, &of(&world.centre), "*", json!("Ours.")).refused(403, "not_allowed");
        assert_eq!(app.nobody.get(PATH).expect(200), json!({ "texts": [] }));
    }
}
