//! The balance of a session to come: who holds its places, and what a majority still needs.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::api::reports::balance::{Split, asked, split};
use crate::support::app::both;
use crate::support::world::{Family, World};

fn in_group(world: &World, name: &str) -> Family {
    let family = asked(world, name);
    let path = format!("/api/v1/families/{}/groups", family.id);
    world.staff.post(&path, &json!({ "code": "lone_parent" })).expect(201);
    family
}

fn forecast(world: &World, session: &str) -> Value {
    world.staff.get(&format!("/api/v1/sessions/{session}/forecast")).expect(200)
}

both! {
    fn the_free_places_that_a_majority_needs_are_counted(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let empty = forecast(&world, &session);
        assert_eq!((&empty["free_places"], &empty["needed"]), (&json!(8), &json!(5)));
        assert_eq!(empty["phase"], "public");

        in_group(&world, "One").books(&session).expect(201);
        for name in ["Two", "Three"] {
            asked(&world, name).books(&session).expect(201);
        }
        world.family("Silent").books(&session).expect(201);
        let shown = forecast(&world, &session);
        assert_eq!(split(&shown["places"]), Split { target: 1, not_target: 2, unknown: 1 });
        assert_eq!(split(&shown["people"]), Split { target: 1, not_target: 2, unknown: 1 });
        assert_eq!(shown["places"]["percent_of_known"],
            json!({ "n": 1, "of": 3, "percent": "33.3", "words": "small minority" }));
        assert_eq!(shown["places"]["percent_of_all"]["percent"], "25.0");
        assert_eq!(empty["places"]["percent_of_all"]["why_not"], "not_applicable");
        assert_eq!(shown["free_places"], 4);
        assert_eq!(shown["majority_possible"], true);
        assert_eq!(shown["needed"], 4);
        assert!(shown["in_words"].as_str().is_some_and(|words| words.contains("4 of 4")));

        asked(&world, "Four").books(&session).expect(201);
        let shown = forecast(&world, &session);
        assert_eq!((&shown["needed"], &shown["free_places"]), (&Value::Null, &json!(3)));
        assert_eq!(shown["majority_possible"], true, "if the one not known is in a group");
    }

    fn those_who_wait_are_counted_apart(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        asked(&world, "One").books(&session).expect(201);
        in_group(&world, "Two").books(&session).expect(201);
        let shown = forecast(&world, &session);
        assert_eq!(split(&shown["places"]), Split { target: 0, not_target: 1, unknown: 0 });
        assert_eq!(split(&shown["waiting"]), Split { target: 1, not_target: 0, unknown: 0 });
        assert_eq!(shown["free_places"], 0);
        assert_eq!(shown["majority_possible"], false);
    }

    fn a_forecast_is_for_staff_and_of_a_session_to_come(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let path = format!("/api/v1/sessions/{session}/forecast");
        for role in [Role::Volunteer, Role::FrontDesk, Role::Manager, Role::Professional] {
            app.as_role(role).get(&path).refused(403, "not_allowed");
        }
        world.family("One").parent.get(&path).refused(403, "not_allowed");
        app.set_clock("2026-11-23T10:00:00Z");
        world.staff.get(&path).refused(409, "no_longer_open");
        world.staff.get("/api/v1/sessions/none/forecast").refused(404, "not_found");
    }
}
