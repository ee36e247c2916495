//! Who came to which date of a course.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::api::registers::takes;
use crate::api::registers::weeks::{completed, marks};
use crate::support::app::both;
use crate::support::world::{World, id};

/// A course on three Wednesdays, announced: its id and its sessions.
fn course(world: &World) -> (String, Vec<String>) {
    let body = json!({
        "activity_id": world.activity, "centre_id": world.centre, "dates": 3, "name": "Winter",
        "rule": { "every": "week", "weekday": "wednesday" }, "first_day": "2026-11-25",
        "starts": "10:00", "ends": "11:30",
    });
    let made = world.staff.post("/api/v1/courses", &body).expect(201);
    let announce = format!("/api/v1/courses/{}/announce", id(&made));
    world.staff.post(&announce, &json!({})).expect(200);
    let days = made["days"].as_array().expect("days").iter();
    let first = |day: &Value| day["session_ids"][0].as_str().expect("an id").to_owned();
    (id(&made), days.map(first).collect())
}

fn line<'a>(seen: &'a Value, name: &str) -> &'a Value {
    let people = seen["people"].as_array().expect("people");
    people.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}: {seen}"))
}

both! {
    fn a_course_shows_who_came_to_which_date(app) {
        let world = World::new(app);
        let (course, sessions) = course(&world);
        app.set_clock("2026-11-19T10:00:00Z");
        let ada = world.family("Ada");
        let (held, ben) = (ada.books(&sessions[0]).expect(201), world.family("Ben"));
        let absent = ben.books(&sessions[0]).expect(201);
        let (walks, hides) = (world.family("Walks"), world.family("Hides"));
        hides.books(&sessions[0]).expect(201);

        app.set_clock("2026-11-25T10:00:00Z");
        marks(&world, &sessions[0], &held, "came");
        marks(&world, &sessions[0], &absent, "told_us");
        let mark = json!([{ "client_id": "walk-in", "at": app.now().to_string(),
            "family_id": walks.id, "mark": "came" }]);
        takes(&world.staff, &sessions[0], mark);
        completed(&world, &sessions[0]);
        app.set_clock("2026-12-02T10:00:00Z");
        marks(&world, &sessions[1], &held, "late");

        let lead = app.as_role(Role::SafeguardingLead);
        let restriction = json!({ "restricted": true, "unsafe_address": true });
        lead.put(&format!("/api/v1/families/{}/restriction", hides.id), &restriction).expect(200);
        let path = format!("/api/v1/courses/{course}/attendance");
        let seen = world.staff.get(&path).expect(200);
        assert_eq!(seen["dates"].as_array().map(Vec::len), Some(3));
        assert_eq!((&seen["dates"][0]["came"], &seen["dates"][1]["came"]), (&json!(2), &json!(1)));
        assert_eq!(seen["dates"][0]["completed_at"], "2026-11-25T10:00:00Z");
        assert_eq!(seen["dates"][2]["completed_at"], Value::Null);
        assert_eq!(line(&seen, "Ada 0")["marks"], json!(["came", "late", null]));
        assert_eq!(line(&seen, "Ada 0")["came"], 2);
        assert_eq!(line(&seen, "Ben 0")["marks"], json!(["told_us", null, null]));
        let walked = line(&seen, "Walks 0");
        assert_eq!((&walked["booked"], &walked["came"]), (&json!(false), &json!(1)));
        assert_eq!(seen["people"].as_array().map(Vec::len), Some(4), "{seen}");
        assert!(!seen.to_string().contains("Hides"), "{seen}");

        let table = world.staff.get(&format!("{path}?format=csv"));
        assert_eq!(table.header("content-type"), Some("text/csv; charset=utf-8"));
        let head = "\u{feff}family_id,child_id,name,booked,came,2026-11-25,2026-12-02,2026-12-09";
        assert!(table.text.starts_with(head), "{}", table.text);
        assert!(table.text.contains("Ada 0,true,2,came,late,"), "{}", table.text);
        app.as_role(Role::Manager).get(&path).refused(403, "not_allowed");
    }
}
