//! Changing and calling off what people have booked: who may save, what is refused, who is told,
//! and what it does to the line.

use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::both;
use crate::support::client::Answer;
use crate::support::world::{World, id, merged};

/// Staff change a session as it now is.
fn change(world: &World, session: &str, query: &str, changed: Value) -> Answer {
    let path = format!("/api/v1/sessions/{session}");
    let read = world.staff.get(&path);
    let etag = read.header("etag").expect("an ETag").to_owned();
    let call = world.staff.call(Method::PATCH, &format!("{path}{query}"));
    call.if_match(&etag).json(&changed).send()
}

/// How many messages of a kind were written.
fn told(world: &World, kind: &str) -> usize {
    let log = world.admin.get("/api/v1/mail?limit=500").expect(200);
    let items = log["items"].as_array().expect("items");
    items.iter().filter(|letter| letter["kind"] == kind).count()
}

/// What is on the centre's list, by kind.
fn tasks(world: &World, kind: &str) -> usize {
    let path = format!("/api/v1/tasks?centre_id={}", world.centre);
    let listed = world.staff.get(&path).expect(200);
    let items = listed["items"].as_array().expect("items");
    items.iter().filter(|task| task["kind"] == kind).count()
}

/// A family that has a telephone and no e-mail.
fn family_by_phone(world: &World) -> Value {
    let body = json!({
        "carers": [{ "name": "Phil Oneill", "phone": "0161 496 0000" }],
        "children": [{ "name": "Pat Oneill", "born_on": "2025-03-01" }],
        "centre_id": world.centre,
    });
    world.staff.post("/api/v1/families", &body).expect(201)
}

fn booked_by_staff(world: &World, session: &str, family: &Value) -> Value {
    let body = json!({
        "family_id": id(family), "child_ids": [id(&family["children"][0])], "adults": 1,
        "if_full": "wait", "wants": "book",
    });
    world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body).expect(201)
}

/// Mondays at ten from the middle of March 2027, announced.
fn mondays(world: &World) -> Vec<String> {
    let series = json!({
        "activity_id": world.activity, "centre_id": world.centre,
        "rule": { "every": "week", "weekday": "monday" }, "bank_holidays": "keep",
        "first_day": "2027-03-15", "last_day": "2027-04-05", "starts": "10:00", "ends": "11:30",
    });
    let made = world.staff.post("/api/v1/series", &series).expect(201);
    let path = format!("/api/v1/series/{}/announce", id(&made));
    world.staff.post(&path, &json!({})).expect(200);
    let days = made["days"].as_array().expect("days").iter();
    days.map(|day| day["session_ids"][0].as_str().expect("an id").to_owned()).collect()
}

both! {
    fn a_change_names_the_version_it_is_made_to(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let path = format!("/api/v1/sessions/{session}");
        let read = world.staff.get(&path);
        let etag = read.header("etag").expect("an ETag").to_owned();
        let patch = |etag: Option<&str>| {
            let call = world.staff.call(Method::PATCH, &path).json(&json!({ "leader": "Ann Lee" }));
            match etag {
                Some(etag) => call.if_match(etag).send(),
                None => call.send(),
            }
        };
        patch(None).refused(428, "version_needed");
        // Bookings are no change of what was planned.
        world.family("Ada").books(&session).expect(201);
        let saved = patch(Some(&etag));
        assert_ne!(saved.header("etag"), Some(etag.as_str()));
        assert_eq!(saved.expect(200)["leader"], "Ann Lee");
        patch(Some(&etag)).refused(412, "version_conflict");
    }

    fn capacity_below_what_is_taken_is_refused_with_the_numbers(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 3 }));
        for family in world.families(2) {
            family.books(&session).expect(201);
        }
        let refused = change(&world, &session, "", json!({ "capacity": 1 }));
        let problem = refused.refused(409, "capacity_below_taken");
        assert_eq!((&problem["taken"], &problem["capacity"]), (&json!(2), &json!(1)));
        let changed = change(&world, &session, "", json!({ "capacity": 2 })).expect(200);
        assert_eq!((&changed["capacity"], &changed["places_left"]), (&json!(2), &json!(0)));
    }

    fn more_capacity_goes_to_the_line(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let [ada, ben, cora] = ["Ada", "Ben", "Cora"].map(|name| world.family(name));
        ada.books(&session).expect(201);
        let (second, third) = (ben.books(&session).expect(201), cora.books(&session).expect(201));
        let changed = change(&world, &session, "", json!({ "capacity": 2 })).expect(200);
        assert_eq!(changed["places_left"], 0, "kept for Ben");
        assert_eq!(ben.status(&second), "offered");
        assert_eq!(cora.status(&third), "waiting");
    }

    fn everyone_is_told_once_of_what_they_notice_and_of_nothing_else(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 2 }));
        world.family("Ada").books(&session).expect(201);
        let by_phone = family_by_phone(&world);
        booked_by_staff(&world, &session, &by_phone);
        world.family("Ben").books(&session).expect(201);

        change(&world, &session, "", json!({ "leader": "Ann Lee", "capacity": 2 })).expect(200);
        assert_eq!((told(&world, "changed"), tasks(&world, "not_reached")), (0, 0));
        let later = json!({ "starts_at": "2026-11-23T10:30:00Z" });
        let changed = change(&world, &session, "", later).expect(200);
        assert_eq!(changed["ends_at"], "2026-11-23T12:00:00Z", "it is as long as before");
        assert_eq!((told(&world, "changed"), tasks(&world, "not_reached")), (2, 1));
        change(&world, &session, "", json!({ "venue": "The Pavilion" })).expect(200);
        assert_eq!(told(&world, "changed"), 4);
    }

    fn a_change_of_all_sessions_to_come_leaves_earlier_ones(app) {
        let world = World::new(app);
        let sessions = mondays(&world);
        let later = json!({ "starts_at": "2027-03-22T10:30:00Z", "capacity": 5 });
        change(&world, &sessions[1], "?apply_to=all_to_come", later).expect(200);
        let shown: Vec<(Value, Value)> = sessions
            .iter()
            .map(|session| world.shown(session))
            .map(|shown| (shown["starts_at"].clone(), shown["capacity"].clone()))
            .collect();
        // Half past ten by the clock, which goes forward on 28 March.
        assert_eq!(shown, [
            (json!("2027-03-15T10:00:00Z"), json!(8)),
            (json!("2027-03-22T10:30:00Z"), json!(5)),
            (json!("2027-03-29T09:30:00Z"), json!(5)),
            (json!("2027-04-05T09:30:00Z"), json!(5)),
        ]);
        let one = json!({ "capacity": 6 });
        change(&world, &sessions[2], "?apply_to=this", one).expect(200);
        assert_eq!(world.shown(&sessions[3])["capacity"], 5);
    }

    fn a_change_of_all_sessions_to_come_is_made_to_all_or_none(app) {
        let world = World::new(app);
        let sessions = mondays(&world);
        app.set_clock("2027-03-30T10:00:00Z");
        for family in ["Ada", "Ben"].map(|name| world.family_of(name, &["2025-11-01"])) {
            family.books(&sessions[3]).expect(201);
        }
        app.set_clock("2027-03-01T10:00:00Z");
        let refused = change(&world, &sessions[1], "?apply_to=all_to_come", json!({ "capacity": 1 }));
        refused.refused(409, "capacity_below_taken");
        assert_eq!(world.shown(&sessions[1])["capacity"], 8);
    }

    fn a_moved_date_judges_ages_again(app) {
        let world = World::new(app);
        let babies = json!({ "title": "Baby Massage", "ages": { "unit": "months", "min": 0, "max": 6 } });
        let session = world.session(json!({ "activity_id": world.activity(babies) }));
        let [older, younger] = [("Ada", "2026-05-24"), ("Ben", "2026-09-01")]
            .map(|(name, born)| world.family_of(name, &[born]));
        let (first, second) = (older.books(&session).expect(201), younger.books(&session).expect(201));
        let next_day = json!({ "starts_at": "2026-11-24T10:00:00Z" });
        change(&world, &session, "", next_day).expect(200);
        assert_eq!(older.status(&first), "cancelled");
        assert_eq!(younger.status(&second), "booked");
        assert_eq!(told(&world, "cannot_be_met"), 1);
    }

    fn calling_off_tells_everyone_and_lists_those_not_reached(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 2 }));
        let [ada, ben] = ["Ada", "Ben"].map(|name| world.family(name));
        let booked = ada.books(&session).expect(201);
        booked_by_staff(&world, &session, &family_by_phone(&world));
        let waits = ben.books(&session).expect(201);
        let path = format!("/api/v1/sessions/{session}/cancel");
        let ill = json!({ "reason": "The leader is ill" });
        assert_eq!(world.staff.post(&path, &ill).expect(200)["phase"], "cancelled");
        assert_eq!((ada.status(&booked), ben.status(&waits)), ("cancelled".into(), "cancelled".into()));
        assert_eq!((told(&world, "session_cancelled"), tasks(&world, "not_reached")), (2, 1));
        // Twice is once.
        world.staff.post(&path, &ill).expect(200);
        assert_eq!(told(&world, "session_cancelled"), 2);
        ada.books(&session).refused(409, "session_cancelled");
        change(&world, &session, "", json!({ "capacity": 9 })).refused(409, "session_cancelled");
    }

    fn a_course_loses_one_date_or_all_of_them(app) {
        let world = World::new(app);
        let course = json!({
            "activity_id": world.activity, "centre_id": world.centre, "dates": 3,
            "rule": { "every": "week", "weekday": "wednesday" }, "first_day": "2026-11-25",
            "starts": "10:00", "ends": "11:30",
        });
        let made = world.staff.post("/api/v1/courses", &course).expect(201);
        let path = format!("/api/v1/courses/{}/announce", id(&made));
        world.staff.post(&path, &json!({})).expect(200);
        let days = made["days"].as_array().expect("days").iter();
        let sessions: Vec<_> =
            days.map(|day| day["session_ids"][0].as_str().expect("an id").to_owned()).collect();
        app.set_clock("2026-11-19T10:00:00Z");
        let ada = world.family("Ada");
        let booked = ada.books(&sessions[0]).expect(201);

        // A place in the course keeps its child from all its dates.
        let other = merged(json!({}), json!({
            "activity_id": world.activity(json!({ "title": "Messy Play" })),
            "starts_at": "2026-12-02T11:00:00Z", "ends_at": "2026-12-02T12:00:00Z",
        }));
        let other = world.session(other);
        ada.books(&other).refused(409, "clashing_booking");

        let off = |session: &str| {
            let path = format!("/api/v1/sessions/{session}/cancel");
            world.staff.post(&path, &json!({ "reason": "snow" })).expect(200)
        };
        off(&sessions[1]);
        assert_eq!(ada.status(&booked), "booked");
        assert_eq!(told(&world, "session_cancelled"), 1);
        assert_eq!(ada.books(&other).expect(201)["status"], "booked");
        off(&sessions[0]);
        assert_eq!(ada.status(&booked), "cancelled");
        assert_eq!(world.shown(&sessions[2])["phase"], "cancelled");
    }
}
