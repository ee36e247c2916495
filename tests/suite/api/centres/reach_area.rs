//! Reach areas: drawn by administrators, listed by LSOAs or postcodes; and the home centre that
//! follows a postcode.

use firstplace::access::{Actor, Role};
use firstplace::areas::report::ImportCounts;
use firstplace::areas::service::How;
use firstplace::areas::{Vintage, store};
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::areas::{centre, counts, known, put, reach, trafford};
use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{World, id};

both! {
    fn the_home_centre_follows_the_postcode(app) {
        trafford(app);
        let world = World::new(app);
        let partington = centre(&world, "Partington");
        let lsoa = |postcode: &str| -> String {
            let path = format!("/api/v1/areas/postcodes/{}", postcode.replace(' ', "%20"));
            let shown = world.staff.get(&path).expect(200);
            shown["lsoas"][0]["code"].as_str().expect("a code").to_owned()
        };
        let (near, far) = (lsoa("M31 4BD"), lsoa("M32 9AU"));
        put(&world, &partington, "2021", &[&near]).expect(200);

        let family = |body: Value| -> Value {
            let whole = json!({ "carers": [{ "name": "Sam" }], "postcode": body["postcode"],
                "centre_id": body["centre_id"], "target_groups": ["lone_parent"] });
            world.staff.post("/api/v1/families", &whole).expect(201)
        };
        let followed = family(json!({ "postcode": "m314bd" }));
        assert_eq!(followed["centre_id"], partington, "though staff of another centre made it");
        let named = family(json!({ "postcode": "M31 4BD", "centre_id": world.centre }));
        assert_eq!(named["centre_id"], world.centre, "who is named stands");
        for elsewhere in [json!({ "postcode": "M32 9AU" }), json!({ "postcode": "YO1 1ZZ" }), json!({})] {
            assert_eq!(family(elsewhere)["centre_id"], world.centre, "else the creator's");
        }

        let moved = |body: Value| -> Value {
            let path = format!("/api/v1/families/{}", id(&named));
            let shown = world.app.as_role(Role::SafeguardingLead).get(&path);
            let etag = shown.header("etag").expect("a version").to_owned();
            let lead = world.app.as_role(Role::SafeguardingLead);
            lead.call(Method::PATCH, &path).if_match(&etag).json(&body).send().expect(200)
        };
        put(&world, &world.centre, "2021", &[&far]).expect(200);
        assert_eq!(moved(json!({ "postcode": "M32 9AU" }))["centre_id"], world.centre);
        assert_eq!(moved(json!({ "postcode": "M31 4BD" }))["centre_id"], partington);
        assert_eq!(moved(json!({ "postcode": "YO1 1ZZ" }))["centre_id"], partington, "it stays");
    }

    fn where_several_centres_serve_a_postcode_the_first_made_is_home(app) {
        trafford(app);
        let world = World::new(app);
        let second = centre(&world, "Second");
        let shown = || world.staff.get("/api/v1/areas/postcodes/M31%204BD").expect(200);
        assert_eq!((&shown()["place"], &shown()["centre_id"]), (&json!("out_of_area"), &Value::Null));
        let code = shown()["lsoas"][0]["code"].as_str().expect("a code").to_owned();
        put(&world, &second, "2021", &[&code]).expect(200);
        assert_eq!((&shown()["place"], &shown()["centre_id"]), (&json!("inside"), &json!(second)));
        put(&world, &world.centre, "2021", &[&code]).expect(200);
        assert_eq!(shown()["centre_id"], world.centre);
        let unknown = world.staff.get("/api/v1/areas/postcodes/YO11ZZ");
        assert_eq!(unknown.expect(200)["place"], "unknown");
        world.staff.get("/api/v1/areas/postcodes/M31").refused(422, "invalid_request");
    }

    fn a_reach_area_is_listed_by_lsoas_or_by_postcodes(app) {
        trafford(app);
        let world = World::new(app);
        let path = format!("/api/v1/centres/{}/reach-area", world.centre);
        world.staff.get(&path).refused(404, "not_found");

        let report = reach(app, &world.centre, "M31 4BD\nm314dj\nYO1 1ZZ\n", How::Merge);
        let report = report.expect("postcodes tell their LSOAs");
        assert!(report.notes[0].contains("1 postcodes are in no imported file: YO1 1ZZ"), "{report}");
        let listed = world.staff.get(&path).expect(200)["lsoas"].as_array().expect("a list").len();
        assert!((1..=2).contains(&listed));

        let name = "Partington Children's Centre";
        let report = reach(app, name, "E01006074\nE01009999\n", How::Merge).expect("a name will do");
        assert_eq!(counts(&report), [(Vintage::Of2021, ImportCounts { new: 2, ..known(listed) })]);
        assert!(report.notes[0].contains("E01009999"), "{report}");
        let replaced = reach(app, name, "lsoa21_code\nE01006074\n", How::Replace).expect("replaced");
        assert_eq!(counts(&replaced), [(Vintage::Of2021, known(1))]);
        assert_eq!(world.staff.get(&path).expect(200)["lsoas"].as_array().map(Vec::len), Some(1));
        assert!(reach(app, "Nowhere", "E01006074\n", How::Merge).is_err());
    }

    fn what_a_reach_area_was_is_kept(app) {
        let world = World::new(app);
        put(&world, &world.centre, "2011", &["E01006074"]).expect(200);
        let then = app.now();
        app.advance(chrono::TimeDelta::days(30));
        put(&world, &world.centre, "2021", &["E01006074", "E01006075"]).expect(200);
        let id = world.centre.as_str().into();
        let at = |moment| {
            let found = app.store.read(Actor::service(), |tx| store::reach_area_at(tx, &id, moment));
            found.expect("a query").map(|reach| reach.vintage)
        };
        assert_eq!(at(then), Some(Vintage::Of2011));
        assert_eq!(at(app.now()), Some(Vintage::Of2021));
        assert_eq!(at(then - chrono::TimeDelta::days(1)), None);
    }

    fn administrators_draw_reach_areas_and_managers_read_them(app) {
        let world = World::new(app);
        put(&world, &world.centre, "2021", &["E01006074"]).expect(200);
        let path = format!("/api/v1/centres/{}/reach-area", world.centre);
        let manager = app.sign_in(Role::Manager, &Person::default());
        assert_eq!(manager.get(&path).expect(200)["lsoas"][0]["decile"], Value::Null);
        let body = json!({ "vintage": "2021", "lsoas": ["E01006074"] });
        for client in [&manager, &world.staff] {
            client.call(Method::PUT, &path).json(&body).send().refused(403, "not_allowed");
        }
        put(&world, &world.centre, "2021", &[]).refused(422, "invalid_request");
        put(&world, &world.centre, "2021", &["E08000009"]).refused(422, "invalid_request");
    }
}
