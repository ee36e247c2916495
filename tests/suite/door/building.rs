//! Who is in the building at a moment.

use firstplace::access::Role;
use serde_json::{Value, json};

use super::{marks, monday, weekly};
use crate::registers::takes;
use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{World, id};

fn building(world: &World) -> Value {
    world.staff.get(&format!("/api/v1/centres/{}/building", world.centre)).expect(200)
}

both! {
    fn whoever_came_is_in_the_building_until_the_session_is_over(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let family = world.family_of("Khan", &["2025-11-01", "2024-11-01"]);
        let booking = family.books(&session).expect(201);
        world.family("Late").books(&session).expect(201);

        app.set_clock(&monday(0, "09:50:00"));
        assert_eq!(building(&world)["sessions"], json!([]));
        marks(&world, &session, &booking, "came");
        let seen = building(&world);
        assert_eq!(seen["total"], json!({ "adults": 1, "children": 2 }), "before the start too");
        let party = &seen["sessions"][0]["parties"][0];
        assert_eq!((&party["adult"], &party["unnamed"]), (&json!("Khan"), &json!(false)));
        let names: Vec<&Value> =
            party["children"].as_array().expect("two").iter().map(|one| &one["name"]).collect();
        assert!(names.contains(&&json!("Khan 0")) && names.contains(&&json!("Khan 1")), "{seen}");
        assert_eq!(seen["sessions"][0]["parties"].as_array().map(Vec::len), Some(1));

        app.set_clock(&monday(0, "10:20:00"));
        let heads = json!([{ "client_id": "heads", "at": app.now().to_string(),
            "head_count": { "adults": 1, "children": 3 } }]);
        takes(&world.staff, &session, heads);
        let seen = building(&world);
        assert_eq!(seen["total"], json!({ "adults": 2, "children": 5 }));
        assert_eq!(seen["sessions"][0]["head_count"], json!({ "adults": 1, "children": 3 }));

        app.set_clock(&monday(0, "11:30:00"));
        let after = building(&world);
        assert_eq!(after["total"], json!({ "adults": 0, "children": 0 }));
        assert_eq!(after["sessions"][0]["runs"], false, "on their way out");
        app.set_clock(&monday(0, "12:00:00"));
        assert_eq!(building(&world)["sessions"], json!([]));
    }

    fn a_guest_without_a_name_is_no_secret(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        app.set_clock(&monday(0, "10:00:00"));
        let guest = json!([{ "client_id": "g", "at": app.now().to_string(), "mark": "came",
            "walk_in": { "guest": {} } }]);
        takes(&world.staff, &session, guest);
        let party = building(&world)["sessions"][0]["parties"][0].clone();
        assert_eq!((&party["adult"], &party["unnamed"]), (&Value::Null, &json!(false)));
    }

    fn one_of_two_children_is_there_with_who_brought_it(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let family = world.family_of("Khan", &["2025-11-01", "2024-11-01"]);
        let booking = family.books(&session).expect(201);
        app.set_clock(&monday(0, "10:00:00"));
        let mark = json!([{ "client_id": "one", "at": app.now().to_string(),
            "booking_id": booking["id"], "child_id": family.children[1], "mark": "came" }]);
        takes(&world.staff, &session, mark);
        let seen = building(&world);
        assert_eq!(seen["total"], json!({ "adults": 1, "children": 1 }));
        let children = &seen["sessions"][0]["parties"][0]["children"];
        assert_eq!(children[0]["child_id"], family.children[1], "{seen}");
    }

    fn restricted_people_are_counted_and_not_named_and_others_look_into_their_own_building(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        let family = world.family("Hidden");
        let booking = family.books(&session).expect(201);
        let lead = app.as_role(Role::SafeguardingLead);
        let restriction = json!({ "restricted": true, "unsafe_address": true });
        lead.put(&format!("/api/v1/families/{}/restriction", family.id), &restriction).expect(200);
        app.set_clock(&monday(0, "10:05:00"));
        marks(&world, &session, &booking, "came");

        let seen = building(&world);
        assert_eq!(seen["total"], json!({ "adults": 1, "children": 1 }));
        assert_eq!(seen["sessions"][0]["parties"][0]["unnamed"], true);
        assert!(!seen.to_string().contains("Hidden"), "{seen}");

        let path = format!("/api/v1/centres/{}/building", world.centre);
        let elsewhere = json!({ "name": "Elsewhere" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let at = Person { centre: Some(&elsewhere), ..Person::default() };
        app.sign_in(Role::FrontDesk, &at).get(&path).refused(404, "not_found");
        app.as_role(Role::Volunteer).get(&path).refused(403, "not_allowed");
    }
}
