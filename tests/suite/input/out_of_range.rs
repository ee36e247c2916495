//! What cannot be counted with or kept is refused with its field, and is never a fault of ours: days
//! where neither a calendar nor a database reaches, numbers and texts beyond all measure.

use firstplace::access::Role;
use serde_json::{Value, json};

use crate::api::registers::{is_problem, mark, sends, taken};
use crate::support::app::both;
use crate::support::client::Answer;
use crate::support::world::{World, id};

/// The last and the first that a calendar reaches, and two that everybody can write.
const DAYS: [&str; 4] = ["%2B262142-12-31", "-262143-01-01", "0001-01-01", "9999-12-31"];

fn refused_at(answer: Answer, pointer: &str) {
    let problem = answer.refused(422, "invalid_request");
    assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
}

both! {
    fn a_day_beyond_all_calendars_is_refused_in_every_query(app) {
        let world = World::new(app);
        for (path, name) in [
            ("reports/balance", "from"),
            ("reports/balance", "to"),
            ("reports/costs", "to"),
            ("reports/reach", "as_at"),
            ("reports/reach/rows?cell=whole.seen", "as_at"),
            ("reports/workless", "as_at"),
            ("reports/registers", "to"),
            ("registers", "to"),
            ("registers", "from"),
            ("contacts", "from"),
            ("setting-supports", "to"),
        ] {
            let with = if path.contains('?') { '&' } else { '?' };
            let ask = |day: &str| world.staff.get(&format!("/api/v1/{path}{with}{name}={day}"));
            for day in DAYS {
                refused_at(ask(day), &format!("/{name}"));
            }
            assert_eq!(ask("2026-11-01").status, 200, "the control: {path} {name}");
        }
        let after = |day: &str| world.staff.get(&format!("/api/v1/contacts?after={day}%7Cnone"));
        refused_at(after("-262143-01-01"), "/after");
        assert_eq!(world.staff.get("/api/v1/contacts").status, 200, "the control");
    }

    fn a_day_beyond_all_calendars_is_refused_in_every_body(app) {
        let world = World::new(app);
        let manager = app.as_role(Role::Manager);
        let first = "-262143-01-01";
        let costs = format!("/api/v1/centres/{}/costs", world.centre);
        let entry = |from: &str, until: &str| {
            manager.put(&costs, &json!({ "from": from, "until": until, "pence": 1 }))
        };
        refused_at(entry(first, "2026-11-16"), "/from");
        refused_at(entry("2026-11-16", "9999-12-31"), "/until");

        let returns = "/api/v1/reports/returns";
        refused_at(manager.post(returns, &json!({ "as_at": first })), "/as_at");
        let quarter = json!({ "preset": "quarterly", "as_at": "-262143-03-31" });
        refused_at(manager.post(returns, &quarter), "/as_at");
        let frozen = id(&manager.post(returns, &json!({})).expect(201));
        let sent = json!({ "to": "Commissioner", "on": first });
        refused_at(manager.post(&format!("{returns}/{frozen}/sent"), &sent), "/on");
        let extract = json!({ "purpose": "evaluation", "as_at": first });
        refused_at(manager.post("/api/v1/reports/extracts", &extract), "/as_at");

        let groups = format!("/api/v1/families/{}/groups", world.family("Ada").id);
        for name in ["since_on", "until_on", "review_on"] {
            let mut body = json!({ "code": "workless" });
            body[name] = json!(first);
            refused_at(world.staff.post(&groups, &body), &format!("/{name}"));
        }
        let row = json!({ "month": "-10000-01", "lsoa": "E01006104", "households": 1 });
        let baseline = world.staff.post("/api/v1/feeds/workless", &json!({ "rows": [row] }));
        refused_at(baseline, "/rows/0/month");
    }

    fn a_path_with_a_nul_is_not_found(app) {
        let world = World::new(app);
        for path in ["sessions/%00/register", "families/a%00b", "centres/%00/building"] {
            world.staff.get(&format!("/api/v1/{path}")).refused(404, "not_found");
        }
        world.staff.post("/api/v1/sessions/%00/register/marks", &json!({ "marks": [] }))
            .refused(404, "not_found");
        app.nobody.get("/registers/%00").refused(404, "not_found");
    }

    fn a_mark_beyond_all_measure_is_a_problem_by_itself(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let booking = id(&world.family("Ada").books(&session).expect(201));
        app.set_clock("2026-11-23T10:05:00Z");
        let of = |client: &str, changed: Value| {
            let mut mark = mark(client, json!({ "booking_id": booking }));
            for (name, value) in changed.as_object().expect("members") {
                mark[name] = value.clone();
            }
            mark
        };
        let wild = [
            of("1", json!({ "at": "0001-01-01T00:00:00Z" })),
            of("2", json!({ "at": "9999-12-31T23:59:59Z" })),
            of("3", json!({ "at": "2199-12-31T23:59:59Z" })),
            of("4", json!({ "adults": i32::MAX })),
            of("5", json!({ "adults": i64::MAX })),
            of(&"c".repeat(65), json!({})),
            of("6", json!({ "corrects": "x".repeat(10_000) })),
            of("7", json!({ "mark": "perhaps" })),
            json!({ "client_id": 7 }),
            Value::Null,
        ];
        let all = [wild.to_vec(), vec![of("good", json!({}))]].concat();
        let answers = taken(&world.staff, &session, json!(all));
        let (good, problems) = answers.split_last().expect("answers");
        for problem in problems {
            is_problem(problem, "invalid_request");
        }
        assert_eq!(good["outcome"], "ok", "the control: {good}");

        let unknown = [
            of("8", json!({ "booking_id": "nobody" })),
            mark("9", json!({ "family_id": "nobody" })),
            of("10", json!({ "child_id": "nobody" })),
        ];
        let answers = taken(&world.staff, &session, json!(unknown));
        let codes: Vec<&Value> = answers.iter().map(|answer| &answer["code"]).collect();
        assert_eq!(codes, ["not_found", "not_found", "invalid_request"], "{answers:?}");
        sends(&world.staff, &session, json!([])).refused(422, "invalid_request");
        let nul = json!([of("\0", json!({}))]);
        sends(&world.staff, &session, nul).refused(422, "invalid_request");
        let many = vec![Value::Null; 501];
        sends(&world.staff, &session, json!(many)).refused(422, "invalid_request");
    }

    fn what_is_no_id_is_told_so_and_an_unknown_centre_has_no_venues(app) {
        let world = World::new(app);
        for path in ["whats-on", "sessions", "activities", "terms", "closures", "registers"] {
            for sent in ["", "nobody", "0198C5D27F3A7D0E9D1C2B3A4F5E6D7C"] {
                let answer = world.staff.get(&format!("/api/v1/{path}?centre_id={sent}"));
                let problem = answer.refused(422, "invalid_request");
                assert_eq!(problem["errors"][0]["pointer"], "/centre_id", "{problem}");
            }
            let known = format!("/api/v1/{path}?centre_id={}", world.centre);
            assert_eq!(world.staff.get(&known).status, 200, "the control: {path}");
        }
        let venues = |centre: &str| world.staff.get(&format!("/api/v1/centres/{centre}/venues"));
        venues("0198c5d27f3a7d0e9d1c2b3a4f5e6d7c").refused(404, "not_found");
        assert_eq!(venues(&world.centre).status, 200, "the control");
    }
}
