//! Many sessions at once: by their rule, in term and past closures, as appointments; and a room and a
//! leader have one session at a time.

use std::thread;

use firstplace::access::Role;
use firstplace::db::Discipline;
use serde_json::{Value, json};

use crate::support::app::{Backend, TestApp, both};
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

/// Mondays at ten by the clock, over Easter and the last Sunday of March.
pub fn mondays(world: &World, changed: Value) -> Value {
    let plain = json!({
        "activity_id": world.activity,
        "centre_id": world.centre,
        "rule": { "every": "week", "weekday": "monday" },
        "first_day": "2027-03-15",
        "last_day": "2027-04-12",
        "starts": "10:00",
        "ends": "11:30",
    });
    merged(plain, changed)
}

/// Each day of a series or course in a few words.
pub fn days(made: &Value) -> Vec<String> {
    let days = made["days"].as_array().expect("days");
    let words = days.iter().map(|day| {
        let sessions = day["session_ids"].as_array().expect("ids").len();
        let day_of = day["day"].as_str().expect("a day");
        match day["why"].as_str() {
            None => format!("{day_of} {} {sessions}", day["status"].as_str().expect("a status")),
            Some(why) => format!("{day_of} {why}"),
        }
    });
    words.collect()
}

pub fn session_ids(made: &Value) -> Vec<String> {
    let days = made["days"].as_array().expect("days");
    let ids = days.iter().flat_map(|day| day["session_ids"].as_array().expect("ids"));
    ids.map(|id| id.as_str().expect("an id").to_owned()).collect()
}

/// Six who plan at once for one leader, each with an activity of their own.
struct Race<'a> {
    world: World<'a>,
    activities: Vec<String>,
}

impl<'a> Race<'a> {
    fn new(app: &'a TestApp) -> Self {
        let world = World::new(app);
        let title = |number: usize| json!({ "title": format!("Activity {number}") });
        let activities = (0..6).map(|number| world.activity(title(number))).collect();
        Self { world, activities }
    }

    /// How many of them got the leader on a day of this round's.
    fn made(&self, round: u64) -> usize {
        let first: chrono::NaiveDate = "2027-06-01".parse().expect("a day");
        let day = (first + chrono::Days::new(round)).to_string();
        let plan = |activity: &String| {
            let led = json!({
                "activity_id": activity, "leader": "Ann Lee",
                "first_day": day, "last_day": day, "rule": { "dates": [day] },
            });
            mondays(&self.world, led)
        };
        let plans: Vec<Value> = self.activities.iter().map(plan).collect();
        thread::scope(|scope| {
            let staff = &self.world.staff;
            let call = |plan| scope.spawn(move || staff.post("/api/v1/series", plan).status);
            let calls: Vec<_> = plans.iter().map(call).collect();
            let statuses = calls.into_iter().map(|call| call.join().expect("it answers"));
            statuses.filter(|status| *status == 201).count()
        })
    }
}

#[test]
fn without_its_lock_the_leader_is_taken_twice() {
    let app = TestApp::with(Backend::Postgres, Discipline::NoLock);
    let race = Race::new(&app);
    assert!((0..50).any(|round| race.made(round) > 1), "the race was never lost");
}

both! {
    fn each_listed_day_is_answered_for(app) {
        let world = World::new(app);
        let listed = json!({ "dates": ["2027-04-20", "2027-03-16", "2027-03-01", "2027-03-26", "2027-03-16"] });
        let series = mondays(&world, json!({ "rule": listed }));
        let made = world.staff.post("/api/v1/series", &series).expect(201);
        assert_eq!(days(&made), [
            "2027-03-01 outside the period",
            "2027-03-16 held 1",
            "2027-03-26 bank holiday: Good Friday",
            "2027-04-20 outside the period",
        ]);
        assert_eq!(made["last_day"], "2027-04-12");

        let listed = json!({ "dates": ["2027-03-01", "2027-05-04", "2027-05-05", "2027-05-06"] });
        let course = mondays(&world, json!({ "rule": listed, "last_day": null, "dates": 2 }));
        let made = world.staff.post("/api/v1/courses", &course).expect(201);
        let why = "before the first day, or after as many as were wanted";
        assert_eq!(days(&made), [
            format!("2027-03-01 {why}"), "2027-05-04 held 1".to_owned(),
            "2027-05-05 held 1".to_owned(), format!("2027-05-06 {why}"),
        ]);
        let nothing = mondays(&world, json!({ "rule": { "dates": ["2028-01-04"] } }));
        world.staff.post("/api/v1/series", &nothing).refused(422, "invalid_request");
    }

    fn a_series_names_every_day_and_why_one_is_skipped(app) {
        let world = World::new(app);
        let closure = json!({
            "name": "deep cleaning", "centre_id": world.centre,
            "first_day": "2027-04-05", "last_day": "2027-04-06",
        });
        world.staff.post("/api/v1/closures", &closure).expect(201);

        let made = world.staff.post("/api/v1/series", &mondays(&world, json!({}))).expect(201);

        assert_eq!(days(&made), [
            "2027-03-15 held 1",
            "2027-03-22 held 1",
            "2027-03-29 bank holiday: Easter Monday",
            "2027-04-05 closed: deep cleaning",
            "2027-04-12 held 1",
        ]);
        let again = world.staff.get(&format!("/api/v1/series/{}", id(&made))).expect(200);
        assert_eq!(session_ids(&again), session_ids(&made));
        assert_eq!(again["rule"], json!({ "every": "week", "weekday": "monday", "interval": 1 }));
    }

    fn a_weekly_ten_o_clock_stays_ten_o_clock_when_the_clocks_change(app) {
        let world = World::new(app);
        let keep = json!({ "bank_holidays": "keep" });
        let made = world.staff.post("/api/v1/series", &mondays(&world, keep)).expect(201);
        let starts: Vec<Value> = session_ids(&made)
            .iter()
            .map(|session| world.shown(session)["starts_at"].clone())
            .collect();
        assert_eq!(starts, [
            "2027-03-15T10:00:00Z",
            "2027-03-22T10:00:00Z",
            "2027-03-29T09:00:00Z",
            "2027-04-05T09:00:00Z",
            "2027-04-12T09:00:00Z",
        ]);
    }

    fn a_series_is_a_draft_until_it_is_announced(app) {
        let world = World::new(app);
        let made = world.staff.post("/api/v1/series", &mondays(&world, json!({}))).expect(201);
        let sessions = session_ids(&made);
        assert!(sessions.iter().all(|session| world.shown(session)["phase"] == "draft"));
        let path = format!("/api/v1/series/{}/announce", id(&made));
        world.staff.post(&path, &json!({})).expect(200);
        assert!(sessions.iter().all(|session| world.shown(session)["phase"] == "announced"));
        world.staff.post(&path, &json!({})).expect(200);
    }

    fn first_and_third_wednesdays_are_held_in_term_only(app) {
        let world = World::new(app);
        let dates = mondays(&world, json!({
            "rule": { "every": "month", "weekday": "wednesday", "which": [1, 3] },
            "first_day": "2027-01-01", "last_day": "2027-03-31", "term_time_only": true,
        }));
        let refused = world.staff.post("/api/v1/series", &dates).refused(422, "invalid_request");
        assert_eq!(refused["errors"][0]["pointer"], "/term_time_only");

        for (name, first, last) in [
            ("Spring", "2027-01-04", "2027-02-12"),
            ("Spring", "2027-02-22", "2027-03-25"),
        ] {
            let term = json!({ "name": name, "first_day": first, "last_day": last });
            world.staff.post("/api/v1/terms", &term).refused(422, "invalid_request");
            world.admin.post("/api/v1/terms", &term).expect(201);
            world.admin.post("/api/v1/terms", &term).refused(409, "already_exists");
        }
        let made = world.staff.post("/api/v1/series", &dates).expect(201);
        assert_eq!(days(&made), [
            "2027-01-06 held 1",
            "2027-01-20 held 1",
            "2027-02-03 held 1",
            "2027-02-17 outside term",
            "2027-03-03 held 1",
            "2027-03-17 held 1",
        ]);
    }

    fn a_last_monday_and_listed_dates_are_rules_too(app) {
        let world = World::new(app);
        let last = json!({
            "rule": { "every": "month", "weekday": "monday", "which": ["last"] },
            "first_day": "2027-01-01", "last_day": "2027-02-28",
        });
        let made = world.staff.post("/api/v1/series", &mondays(&world, last)).expect(201);
        assert_eq!(days(&made), ["2027-01-25 held 1", "2027-02-22 held 1"]);
        let listed = json!({
            "rule": { "dates": ["2027-02-06", "2027-01-09"] },
            "first_day": "2027-01-01", "last_day": "2027-02-28",
        });
        let made = world.staff.post("/api/v1/series", &mondays(&world, listed)).expect(201);
        assert_eq!(days(&made), ["2027-01-09 held 1", "2027-02-06 held 1"]);
    }

    fn planning_a_series_twice_doubles_nothing(app) {
        let world = World::new(app);
        world.staff.post("/api/v1/series", &mondays(&world, json!({}))).expect(201);
        let again = world.staff.post("/api/v1/series", &mondays(&world, json!({})));
        again.refused(409, "already_exists");
        let longer = mondays(&world, json!({ "last_day": "2027-04-19" }));
        let made = world.staff.post("/api/v1/series", &longer).expect(201);
        assert_eq!(days(&made).last().expect("a day"), "2027-04-19 held 1");
        assert_eq!(days(&made)[0], "2027-03-15 already planned");
    }

    fn what_is_wrong_with_a_series_is_said_by_field(app) {
        let world = World::new(app);
        for (changed, pointer) in [
            (json!({ "rule": {} }), "/rule/every"),
            (json!({ "rule": { "every": "week" } }), "/rule/weekday"),
            (json!({ "rule": { "every": "week", "weekday": "someday" } }), "/rule/weekday"),
            (json!({ "last_day": null }), "/last_day"),
            (json!({ "dates": 3 }), "/last_day"),
            (json!({ "last_day": null, "dates": 0 }), "/dates"),
            (json!({ "last_day": "2027-03-14" }), "/last_day"),
            (json!({ "last_day": "2030-03-14" }), "/last_day"),
            (json!({ "ends": "10:00" }), "/ends"),
            (json!({ "starts": "ten" }), "/starts"),
            (json!({ "capacity": 0 }), "/capacity"),
            (json!({ "priority_places": 9 }), "/priority_places"),
            (json!({ "room_id": "nowhere" }), "/room_id"),
            (json!({ "name": "Mondays" }), "/name"),
            (json!({ "first_day": "2027-03-16", "last_day": "2027-03-20" }), "/rule"),
        ] {
            let answer = world.staff.post("/api/v1/series", &mondays(&world, changed.clone()));
            let problem = answer.refused(422, "invalid_request");
            assert_eq!(problem["errors"][0]["pointer"], pointer, "{changed}: {problem}");
        }
    }

    fn dates_past_the_known_bank_holidays_are_warned_of(app) {
        let world = World::new(app);
        let later = json!({ "first_day": "2028-12-18", "last_day": "2029-01-08" });
        let made = world.staff.post("/api/v1/series", &mondays(&world, later)).expect(201);
        let warning = made["warnings"][0].as_str().expect("a warning");
        assert!(warning.contains("until 2028"), "{warning}");
    }

    fn a_room_and_a_leader_have_one_session_at_a_time(app) {
        let world = World::new(app);
        let venues = format!("/api/v1/centres/{}/venues", world.centre);
        let venue = world.staff.post(&venues, &json!({ "name": "The Pavilion" })).expect(201);
        let rooms = format!("/api/v1/venues/{}/rooms", id(&venue));
        let room = id(&world.staff.post(&rooms, &json!({ "name": "Hall" })).expect(201));
        let other = world.activity(json!({ "title": "Messy Mondays" }));
        let held = json!({ "room_id": room, "leader": "Ann Lee" });
        world.staff.post("/api/v1/series", &mondays(&world, held)).expect(201);

        let clashing = |changed: Value| {
            let plain = json!({
                "activity_id": other, "first_day": "2027-03-08", "starts": "11:00", "ends": "12:00",
            });
            mondays(&world, merged(plain, changed))
        };
        let in_room = world.staff.post("/api/v1/series", &clashing(json!({ "room_id": room })));
        let problem = in_room.refused(409, "room_clash");
        assert_eq!(problem["clashes"].as_array().expect("all of them").len(), 4);
        let by_leader = clashing(json!({ "leader": "ann lee" }));
        world.staff.post("/api/v1/series", &by_leader).refused(409, "leader_clash");
        let single = json!({
            "activity_id": other, "centre_id": world.centre, "room_id": room,
            "starts_at": "2027-03-15T11:00:00Z", "ends_at": "2027-03-15T12:00:00Z",
        });
        world.staff.post("/api/v1/sessions", &single).refused(409, "room_clash");

        let skipping = clashing(json!({ "room_id": room, "on_clash": "skip" }));
        let made = world.staff.post("/api/v1/series", &skipping).expect(201);
        assert_eq!(days(&made)[0], "2027-03-08 held 1");
        assert!(days(&made)[1].contains("The room is in use by \"Stay and Play\""));
        let after = clashing(json!({ "room_id": room, "starts": "11:30", "first_day": "2027-03-15" }));
        world.staff.post("/api/v1/series", &after).expect(201);
    }

    fn of_all_who_plan_at_once_one_gets_the_leader(app) {
        let race = Race::new(app);
        for round in 0..10 {
            assert_eq!(race.made(round), 1, "round {round}");
        }
    }

    fn appointments_are_slots_with_one_place_each(app) {
        let world = World::new(app);
        let check = world.activity(json!({
            "title": "Progress Check", "access": "appointment", "slot_minutes": 40,
            "ages": { "unit": "months", "min": 0, "max": 30 },
        }));
        let dates = json!({
            "activity_id": check, "first_day": "2027-03-15", "last_day": "2027-03-22",
            "starts": "09:00", "ends": "11:10",
        });
        let made = world.staff.post("/api/v1/series", &mondays(&world, dates.clone())).expect(201);
        assert_eq!(days(&made), ["2027-03-15 held 3", "2027-03-22 held 3"]);
        let slots: Vec<Value> =
            session_ids(&made).iter().take(3).map(|session| world.shown(session)).collect();
        assert!(slots.iter().all(|slot| slot["capacity"] == 1));
        assert_eq!(slots[2]["starts_at"], "2027-03-15T10:20:00Z");
        assert_eq!(slots[2]["ends_at"], "2027-03-15T11:00:00Z");
        // A second practitioner sees families at the same time.
        let beside = merged(dates.clone(), json!({ "leader": "Bo" }));
        let made = world.staff.post("/api/v1/series", &mondays(&world, beside)).expect(201);
        assert_eq!(days(&made), ["2027-03-15 held 3", "2027-03-22 held 3"]);
        let course = world.staff.post("/api/v1/courses", &mondays(&world, dates));
        course.refused(422, "invalid_request");
    }

    fn staff_of_another_centre_plan_nothing_here(app) {
        let world = World::new(app);
        let made = world.admin.post("/api/v1/centres", &json!({ "name": "Elsewhere" }));
        let elsewhere = id(&made.expect(201));
        let there = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::Staff, &there);
        for path in ["/api/v1/series", "/api/v1/courses"] {
            other.post(path, &mondays(&world, json!({}))).refused(404, "not_found");
        }
    }
}
