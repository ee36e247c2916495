//! Terms and closures: of a centre or of all, listed, added and removed.

use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::both;
use crate::support::world::{World, id, merged};

both! {
    fn terms_and_closures_are_listed_for_a_centre_and_removed(app) {
        let world = World::new(app);
        let days = json!({ "first_day": "2027-01-04", "last_day": "2027-03-25" });
        let own = merged(days.clone(), json!({ "name": "Own", "centre_id": world.centre }));
        let all = merged(days.clone(), json!({ "name": "All" }));
        for kind in ["terms", "closures"] {
            let path = format!("/api/v1/{kind}");
            let of_all = id(&world.admin.post(&path, &all).expect(201));
            id(&world.staff.post(&path, &own).expect(201));
            let listed = world.staff.get(&format!("{path}?centre_id={}", world.centre));
            let names: Vec<Value> = listed.expect(200)["items"]
                .as_array()
                .expect("items")
                .iter()
                .map(|item| item["name"].clone())
                .collect();
            assert_eq!(names, ["All", "Own"]);
            let one = format!("{path}/{of_all}");
            world.staff.call(Method::DELETE, &one).send().refused(422, "invalid_request");
            world.admin.call(Method::DELETE, &one).send().expect(200);
            world.admin.call(Method::DELETE, &one).send().refused(404, "not_found");
            let wrong = merged(own.clone(), json!({ "last_day": "2027-01-03" }));
            let problem = world.staff.post(&path, &wrong).refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], "/last_day");
        }
    }

    fn a_closure_tells_how_many_sessions_stand_on_its_days(app) {
        let world = World::new(app);
        let series = json!({
            "activity_id": world.activity, "centre_id": world.centre,
            "rule": { "every": "week", "weekday": "monday" },
            "first_day": "2027-03-15", "last_day": "2027-04-12",
            "starts": "10:00", "ends": "11:30",
        });
        world.staff.post("/api/v1/series", &series).expect(201);
        let closure = json!({
            "name": "burst pipe", "centre_id": world.centre,
            "first_day": "2027-03-15", "last_day": "2027-03-22",
        });
        let made = world.staff.post("/api/v1/closures", &closure).expect(201);
        assert_eq!(made["sessions_planned"], 2);
    }
}
