//! Places not taken up: kept to the end, or for so many minutes where an activity says so.

use firstplace::base::id::MarkId;
use serde_json::{Value, json};

use super::weeks::{marks, monday, weekly};
use super::{is_problem, opened, taken};
use crate::support::app::both;
use crate::support::world::World;

/// An adult and a child nobody knows stand at the door.
fn walks_in(world: &World, session: &str) -> Value {
    let guest = json!({ "name": "Zoe", "children": [{ "name": "Zoë", "born_on": "2025-05-01" }] });
    let mark = json!([{ "client_id": MarkId::new().to_string(), "at": world.app.now().to_string(),
        "walk_in": { "guest": guest }, "mark": "came" }]);
    taken(&world.staff, session, mark)[0].clone()
}

fn comes(world: &World, session: &str, booking: &Value) -> Value {
    let mark = json!([{ "client_id": MarkId::new().to_string(), "at": world.app.now().to_string(),
        "booking_id": booking["id"], "mark": "late" }]);
    taken(&world.staff, session, mark)[0].clone()
}

/// A room for four, and two families of two that booked.
fn full(world: &World) -> (String, Vec<Value>) {
    let activity = world.activity(json!({ "title": "Small Room", "safety_limit": 4 }));
    let session = weekly(world, 0, json!({ "activity_id": activity }));
    let booked = ["Ada", "Ben"].map(|name| world.family(name).books(&session).expect(201));
    let path = format!("/api/v1/activities/{activity}/attendance-settings");
    let shown = world.staff.get(&path).expect(200);
    assert_eq!(shown["give_after_minutes"], Value::Null, "off until it is said");
    (session, booked.to_vec())
}

both! {
    fn room_is_kept_for_those_who_booked_as_long_as_nothing_else_is_said(app) {
        let world = World::new(app);
        let (session, booked) = full(&world);
        app.set_clock(&monday(0, "11:20:00"));
        is_problem(&walks_in(&world, &session), "room_full");
        for booking in &booked {
            marks(&world, &session, booking, "late");
        }
    }

    fn a_place_not_taken_up_in_time_goes_to_who_is_there_and_a_late_family_has_what_is_left(app) {
        let world = World::new(app);
        let (session, booked) = full(&world);
        let activity = world.shown(&session)["activity_id"].as_str().expect("an id").to_owned();
        let path = format!("/api/v1/activities/{activity}/attendance-settings");
        world.staff.put(&path, &json!({ "give_after_minutes": 15 })).expect(200);

        app.set_clock(&monday(0, "10:14:59"));
        is_problem(&walks_in(&world, &session), "room_full");
        assert_eq!(opened(&world.staff, &session)["room"]["expected"]["children"], 2);
        app.set_clock(&monday(0, "10:15:00"));
        let room = opened(&world.staff, &session)["room"].clone();
        assert_eq!((&room["late"]["children"], &room["left"]), (&json!(2), &json!(4)));
        assert_eq!(walks_in(&world, &session)["outcome"], "ok");
        assert_eq!(comes(&world, &session, &booked[0])["outcome"], "ok", "late, and let in");
        is_problem(&comes(&world, &session, &booked[1]), "room_full");
        is_problem(&walks_in(&world, &session), "room_full");
    }
}
