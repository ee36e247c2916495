//! Target groups over time: stated with what they rest on, looked at again, ended without being
//! forgotten; the list itself is the organisation's.

use chrono::TimeDelta;
use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::World;

both! {
    fn a_statement_has_its_days_and_its_ground_and_is_not_forgotten(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let path = format!("/api/v1/families/{}/groups", family.id);
        let stated = json!({ "code": "workless", "since_on": "2026-10-01",
            "until_on": "2027-03-31", "evidence": "document_seen", "review_on": "2027-01-15" });
        let said = world.staff.post(&path, &stated).expect(201);
        assert_eq!((&said["evidence"], &said["since_on"]),
            (&json!("document_seen"), &json!("2026-10-01")));
        let again = world.staff.post(&path, &stated).expect(201);
        assert_eq!(again, said, "the same again is the same");

        app.advance(TimeDelta::days(1));
        let review = json!({ "review_on": "2027-02-15" });
        let reviewed = world.staff.post(&format!("{path}/workless/review"), &review).expect(200);
        assert_eq!(reviewed["review_on"], "2027-02-15");
        assert_eq!(reviewed["reviewed_at"], "2026-11-17T10:00:00Z");
        let ended = format!("{path}/workless");
        world.staff.call(Method::DELETE, &ended).send().expect(200);
        let listed = world.staff.get(&path).expect(200);
        assert_eq!(listed["items"][0]["ended_at"], "2026-11-17T10:00:00Z");
        world.staff.post(&format!("{path}/workless/review"), &review).refused(404, "not_found");

        for (body, pointer) in [
            (json!({ "code": "deprived_area" }), "/code"),
            (json!({ "code": "workless", "since_on": "2026-11-18" }), "/since_on"),
            (json!({ "code": "workless", "until_on": "2026-11-16" }), "/until_on"),
        ] {
            let problem = world.staff.post(&path, &body).refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
    }

    fn groups_are_for_those_who_state_them_and_the_list_is_the_managers(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let path = format!("/api/v1/families/{}/groups", family.id);
        world.staff.post(&path, &json!({ "code": "send_child" })).expect(201);
        let at_centre = Person { centre: Some(&world.centre), ..Person::default() };
        for role in [Role::FrontDesk, Role::Manager, Role::Administrator] {
            let who = app.sign_in(role, &at_centre);
            who.get(&path).refused(403, "not_allowed");
        }
        family.parent.get(&path).refused(403, "not_allowed");

        let manager = app.as_role(Role::Manager);
        let one_year_old = json!({ "code": "one_year_old", "label": "From one to two years",
            "from_months": 12, "until_months": 24 });
        let made = manager.post("/api/v1/target-groups", &one_year_old).expect(201);
        assert_eq!((&made["derived"], &made["gives_priority"]), (&json!("age"), &json!(false)));
        manager.post("/api/v1/target-groups", &one_year_old).refused(422, "invalid_request");
        let half = json!({ "code": "half", "label": "Half", "from_months": 12 });
        manager.post("/api/v1/target-groups", &half).refused(422, "invalid_request");
        let priority = json!({ "gives_priority": true });
        let change = |code: &str, body: &Value| {
            manager.call(Method::PATCH, &format!("/api/v1/target-groups/{code}")).json(body).send()
        };
        change("one_year_old", &priority).refused(422, "invalid_request");
        let off = change("one_year_old", &json!({ "counts_for_reach": false })).expect(200);
        assert_eq!(off["counts_for_reach"], false);
        world.staff.post("/api/v1/target-groups", &one_year_old).refused(403, "not_allowed");
    }
}
