//! Who is in the building at a moment.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::api::registers::weeks::{marks, monday, weekly};
use crate::api::registers::{is_problem, opened, takes};
use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{Family, World, id};

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

    fn a_guest_without_a_name_is_not_shown_as_a_hidden_one(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({}));
        app.set_clock(&monday(0, "10:00:00"));
        let guest = json!([{ "client_id": "g", "at": app.now().to_string(), "mark": "came",
            "walk_in": { "guest": {} } }]);
        takes(&world.staff, &session, guest);
        let party = building(&world)["sessions"][0]["parties"][0].clone();
        assert_eq!((&party["adult"], &party["unnamed"]), (&Value::Null, &json!(false)));
    }

    fn a_child_that_came_is_inside_with_the_adult_who_brought_it(app) {
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

    fn somebody_two_tablets_disagree_about_counts_as_inside_until_it_is_settled(app) {
        let world = World::new(app);
        let open = world.activity(json!({ "title": "Open play", "access": "drop_in",
            "safety_limit": 4 }));
        let session = weekly(&world, 0, json!({ "activity_id": open }));
        let family = world.family_of("Khan", &["2025-11-01", "2024-11-01", "2023-11-01"]);
        let (other, alone) = (world.family("Other"), world.family_of("Alone", &["2025-01-01"]));
        app.set_clock(&monday(0, "10:05:00"));
        let says = |device: &str, at: &str, family: &Family, mark: &str, corrects: Value| {
            let one = json!({ "client_id": format!("{device}{at}"), "at": monday(0, at),
                "family_id": family.id, "mark": mark, "corrects": corrects });
            let body = json!({ "device": device, "marks": [one] });
            let path = format!("/api/v1/sessions/{session}/register/marks");
            world.staff.post(&path, &body).expect(200)["marks"][0].clone()
        };
        assert_eq!(says("a", "10:00:00", &family, "came", Value::Null)["outcome"], "ok");
        assert_eq!(says("b", "10:04:00", &family, "did_not_come", Value::Null)["outcome"], "ok");
        let seen = building(&world);
        assert_eq!(seen["total"], json!({ "adults": 1, "children": 3 }));
        let party = &seen["sessions"][0]["parties"][0];
        assert_eq!(party["disputed"], true);
        assert!(party["children"].as_array().expect("three").iter().all(|one| one["disputed"] == true));
        // No room is freed by it, in either order of the two.
        let register = opened(&world.staff, &session);
        assert_eq!((&register["room"]["left"], &register["conflicts"]), (&json!(0), &json!(4)));
        is_problem(&says("c", "10:05:00", &other, "came", Value::Null), "room_full");

        // Nobody saw this one come: two who say so in other words let nobody in.
        says("a", "10:01:00", &alone, "did_not_come", Value::Null);
        says("b", "10:02:00", &alone, "told_us", Value::Null);
        assert_eq!(building(&world)["total"], json!({ "adults": 1, "children": 3 }));

        says("c", "10:05:00", &family, "did_not_come", json!("b10:04:00"));
        assert_eq!(building(&world)["sessions"], json!([]));
        assert_eq!(opened(&world.staff, &session)["room"]["left"], 4);
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
