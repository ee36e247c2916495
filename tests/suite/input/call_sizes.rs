//! What one call may ask for is bounded: nobody waits long behind it, and it is told with the field.

use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::world::{World, merged};

/// `count` times the same.
fn many(count: usize, one: Value) -> Value {
    Value::Array(vec![one; count])
}

fn appointments(world: &World) -> String {
    world.activity(json!({ "title": "Advice", "access": "appointment", "slot_minutes": 5 }))
}

/// The pointers of what is wrong.
fn pointers(problem: &Value) -> Vec<String> {
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().filter_map(|error| error["pointer"].as_str()).map(str::to_owned).collect()
}

both! {
    fn a_session_by_appointment_lasts_a_day_at_the_most(app) {
        let world = World::new(app);
        let plan = |from: &str, to: &str| json!({ "activity_id": appointments(&world),
            "centre_id": world.centre, "starts_at": from, "ends_at": to });
        let years = plan("2030-01-01T09:00:00Z", "2034-06-30T09:00:00Z");
        let problem = world.staff.post("/api/v1/sessions", &years).refused(422, "invalid_request");
        assert_eq!(pointers(&problem), ["/ends_at"]);
        let listed = world.staff.get("/api/v1/sessions?from=2030-01-01").expect(200);
        assert_eq!(listed["items"], json!([]));
        let day = plan("2030-01-01T09:00:00Z", "2030-01-01T17:00:00Z");
        let made = world.staff.post("/api/v1/sessions", &day).expect(201);
        assert_eq!(made["slots"].as_array().map(Vec::len), Some(96), "{made}");
    }

    fn a_series_makes_no_more_sessions_than_others_can_wait_for(app) {
        let world = World::new(app);
        let plan = |ends: &str| json!({ "activity_id": appointments(&world),
            "centre_id": world.centre, "rule": { "every": "week", "weekday": "monday" },
            "first_day": "2027-01-04", "last_day": "2028-12-25", "starts": "09:00", "ends": ends,
            "bank_holidays": "keep" });
        let problem = world.staff.post("/api/v1/series", &plan("10:00"));
        assert_eq!(pointers(&problem.refused(422, "invalid_request")), ["/last_day"]);
        let listed = world.staff.get("/api/v1/sessions?from=2027-01-01").expect(200);
        assert_eq!(listed["items"], json!([]), "nothing was made");
    }

    fn a_list_that_is_too_long_is_refused_by_its_field(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let child = json!({ "name": "Leo", "born_on": "2025-01-01" });
        let carer = json!({ "name": "Ada", "phone": "07700 900123" });
        let of = |changed: Value| merged(json!({ "carers": [carer], "children": [child] }), changed);
        let families = "/api/v1/families".to_owned();
        let own = format!("{families}/{}", family.id);
        let session = world.session(json!({}));
        let plan = |rule: Value| json!({ "activity_id": world.activity, "centre_id": world.centre,
            "rule": rule, "first_day": "2027-01-04", "last_day": "2027-03-25",
            "starts": "09:00", "ends": "10:00" });
        let bring = |ids: usize| json!({ "name": "Gran", "relationship": "grandparent",
            "child_ids": many(ids, json!(family.children[0])) });
        let pair = json!([family.children[0], family.children[0]]);
        let calls: Vec<(String, Value, &str)> = vec![
            (families.clone(), of(json!({ "carers": many(11, carer.clone()) })), "/carers"),
            (families.clone(), of(json!({ "children": many(21, child.clone()) })), "/children"),
            (families.clone(), of(json!({ "target_groups": many(21, json!("workless")) })), "/target_groups"),
            (format!("{own}/trusted-adults"), bring(21), "/child_ids"),
            (format!("{own}/join-records"),
                json!({ "family_id": family.id, "children": many(21, pair.clone()) }), "/children"),
            (format!("{own}/join-children"),
                json!({ "family_id": family.id, "children": many(21, pair) }), "/children"),
            ("/api/v1/series".to_owned(), plan(json!({ "dates": many(401, json!("2027-01-05")) })), "/rule/dates"),
            ("/api/v1/courses".to_owned(), plan(json!({ "every": "month", "weekday": "monday",
                "which": many(7, json!(1)) })), "/rule/which"),
            ("/api/v1/sessions".to_owned(), json!({ "activity_id": world.activity,
                "centre_id": world.centre, "starts_at": "2027-01-04T09:00:00Z",
                "ends_at": "2027-01-04T10:00:00Z", "displaces": many(21, json!(session)) }), "/displaces"),
            (format!("/api/v1/sessions/{session}/bookings"),
                merged(family.party(), json!({ "or_sessions": many(21, json!(session)) })), "/or_sessions"),
            (format!("/api/v1/sessions/{session}/register/marks"),
                json!({ "marks": many(501, json!({})) }), "/marks"),
            ("/api/v1/birthdays/print-list/printed".to_owned(), json!({ "centre_id": world.centre,
                "card_ids": many(1_001, json!("x")) }), "/card_ids"),
            ("/api/v1/cards/sheet".to_owned(), json!({ "numbers": many(101, json!("48210934")) }), "/numbers"),
        ];
        for (path, body, pointer) in calls {
            let problem = world.staff.post(&path, &body).refused(422, "invalid_request");
            assert_eq!(pointers(&problem), [pointer], "{path}: {problem}");
        }
        let guest = json!([{ "client_id": "g", "at": "2026-11-23T10:00:00Z", "mark": "came",
            "walk_in": { "guest": { "children": many(21, child) } } }]);
        let answer = &crate::api::registers::taken(&world.staff, &session, guest)[0];
        crate::api::registers::is_problem(answer, "invalid_request");
        assert_eq!(answer["detail"], "Send at most 20 at once.");
    }

    fn a_body_too_large_is_refused_before_it_is_read(app) {
        let body = json!({ "email": "a".repeat(300 * 1024), "password": "" });
        app.nobody.post("/api/v1/auth/token", &body).refused(413, "too_large");
    }
}
