//! A term's programme copied to the next: series by their rule, courses and single sessions in
//! the same week.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

const SPRING: [&str; 2] = ["2027-01-04", "2027-03-25"];
const SUMMER: [&str; 2] = ["2027-04-12", "2027-05-28"];

fn copy(world: &World, changed: Value) -> Value {
    let period = |[first, last]: [&str; 2]| json!({ "first_day": first, "last_day": last });
    let plain = json!({ "centre_id": world.centre, "from": period(SPRING), "to": period(SUMMER) });
    merged(plain, changed)
}

/// Each thing that was copied in a line: its title and kind, then its days.
fn lines(copied: &Value) -> Vec<String> {
    let items = copied["items"].as_array().expect("items").iter();
    let line = |item: &Value| {
        let days = item["days"].as_array().expect("days").iter().map(|day| {
            let what = day["why"].as_str().or(day["status"].as_str()).expect("what of it");
            format!("{} {what}", day["day"].as_str().expect("a day"))
        });
        let days: Vec<String> = days.collect();
        let text = |name: &str| item[name].as_str().expect("a text").to_owned();
        format!("{} {}: {}", text("title"), text("kind"), days.join(", "))
    };
    items.map(line).collect()
}

/// A spring with a weekly series, a course of three and a single session, all in one room.
fn spring(world: &World) -> String {
    let venues = format!("/api/v1/centres/{}/venues", world.centre);
    let venue = world.staff.post(&venues, &json!({ "name": "The Pavilion" })).expect(201);
    let rooms = format!("/api/v1/venues/{}/rooms", id(&venue));
    let room = id(&world.staff.post(&rooms, &json!({ "name": "Hall" })).expect(201));
    let plain = |activity: &str, weekday: &str| {
        json!({
            "activity_id": activity, "centre_id": world.centre, "room_id": room,
            "rule": { "every": "week", "weekday": weekday }, "first_day": SPRING[0],
            "starts": "10:00", "ends": "11:30",
        })
    };
    let series = merged(
        plain(&world.activity, "monday"),
        json!({ "rule": { "every": "week", "weekday": "monday", "interval": 3 },
                "last_day": SPRING[1], "capacity": 5 }),
    );
    world.staff.post("/api/v1/series", &series).expect(201);
    let puzzle = world.activity(json!({ "title": "Puzzle" }));
    let course = merged(plain(&puzzle, "wednesday"), json!({ "dates": 3, "name": "The Puzzle" }));
    world.staff.post("/api/v1/courses", &course).expect(201);
    let aid = world.activity(json!({ "title": "First Aid" }));
    for day in ["2027-01-09", "2027-03-20"] {
        let session = json!({
            "activity_id": aid, "centre_id": world.centre,
            "starts_at": format!("{day}T09:15:00Z"), "ends_at": format!("{day}T11:45:00Z"),
        });
        world.staff.post("/api/v1/sessions", &session).expect(201);
    }
    room
}

both! {
    fn series_follow_their_rule_and_the_rest_its_week(app) {
        let world = World::new(app);
        let room = spring(&world);
        let copied = world.staff.post("/api/v1/programme/copy", &copy(&world, json!({})));
        let copied = copied.expect(201);
        assert_eq!(lines(&copied), [
            "Stay and Play series: 2027-04-12 held, \
             2027-05-03 bank holiday: Early May bank holiday, 2027-05-24 held",
            "Puzzle course: 2027-04-14 held, 2027-04-21 held, 2027-04-28 held",
            "First Aid session: 2027-04-17 held",
            "First Aid session: 2027-06-26 outside the period",
        ]);
        let first = copied["items"][0]["days"][0]["session_ids"][0].as_str().expect("an id");
        let shown = world.shown(first);
        assert_eq!(shown["phase"], "draft");
        assert_eq!(shown["starts_at"], "2027-04-12T09:00:00Z", "ten by the clock");
        assert_eq!((&shown["capacity"], &shown["room_id"]), (&json!(5), &json!(room)));
    }

    fn many_appointments_on_listed_days_are_copied_by_their_days(app) {
        let world = World::new(app);
        let check = world.activity(json!({
            "title": "Progress Check", "access": "appointment", "slot_minutes": 5,
        }));
        let weekdays = |day: &u32| ![2, 3].contains(&(day % 7));
        let listed: Vec<String> =
            (4..32).filter(weekdays).map(|day| format!("2027-01-{day:02}")).collect();
        let series = json!({
            "activity_id": check, "centre_id": world.centre, "rule": { "dates": listed },
            "first_day": SPRING[0], "last_day": SPRING[1], "starts": "09:00", "ends": "10:45",
        });
        let made = world.staff.post("/api/v1/series", &series).expect(201);
        let slots = made["days"][0]["session_ids"].as_array().expect("ids").len();
        assert!(listed.len() * slots > 400, "{slots} slots on {} days", listed.len());

        let copied = world.staff.post("/api/v1/programme/copy", &copy(&world, json!({})));
        let copied = copied.expect(201);
        let days = copied["items"][0]["days"].as_array().expect("days").len();
        assert_eq!(days, listed.len());
    }

    fn copying_twice_doubles_nothing(app) {
        let world = World::new(app);
        spring(&world);
        world.staff.post("/api/v1/programme/copy", &copy(&world, json!({}))).expect(201);
        let again = world.staff.post("/api/v1/programme/copy", &copy(&world, json!({})));
        let again = again.expect(201);
        let held = |line: &String| line.contains("held");
        assert!(!lines(&again).iter().any(held), "{:?}", lines(&again));
    }

    fn what_cannot_be_copied_is_said_by_field(app) {
        let world = World::new(app);
        let period = |first: &str, last: &str| json!({ "first_day": first, "last_day": last });
        for (changed, pointer) in [
            (json!({ "to": period("2027-03-25", "2027-05-28") }), "/to/first_day"),
            (json!({ "to": period("2027-04-12", "2027-04-11") }), "/to/last_day"),
            (json!({ "from": period("2025-01-01", "2027-01-04") }), "/from/last_day"),
        ] {
            let answer = world.staff.post("/api/v1/programme/copy", &copy(&world, changed));
            let problem = answer.refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
        let made = world.admin.post("/api/v1/centres", &json!({ "name": "Elsewhere" }));
        let elsewhere = id(&made.expect(201));
        let there = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::Staff, &there);
        let copied = other.post("/api/v1/programme/copy", &copy(&world, json!({})));
        copied.refused(404, "not_found");
    }
}
