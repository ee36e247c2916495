//! Registers left open: listed, a task after two days, once; and how soon they are done.

use firstplace::access::Role;
use firstplace::serve::upkeep::nag_registers;
use serde_json::{Value, json};

use super::weeks::{completed, monday, tasks, weekly};
use crate::support::app::{TestApp, both};
use crate::support::people::Person;
use crate::support::world::{World, id};

fn nagged(app: &TestApp) -> usize {
    nag_registers(&app.store).expect("a round")
}

fn listed(world: &World, query: &str) -> Vec<Value> {
    let path = format!("/api/v1/registers{query}");
    world.staff.get(&path).expect(200)["items"].as_array().expect("a list").clone()
}

both! {
    fn a_register_open_two_days_after_its_session_is_a_task_once(app) {
        let world = World::new(app);
        let session = weekly(&world, 0, json!({ "leader": "Jo Hall" }));
        world.draft(json!({ "starts_at": "2026-11-23T13:00:00Z", "ends_at": "2026-11-23T14:00:00Z" }));
        let off = weekly(&world, 0, json!({ "leader": "Ann Lee" }));
        let cancel = format!("/api/v1/sessions/{off}/cancel");
        world.staff.post(&cancel, &json!({ "reason": "snow" })).expect(200);

        app.set_clock("2026-11-25T11:29:59Z");
        assert_eq!(nagged(app), 0);
        app.set_clock("2026-11-25T11:30:00Z");
        assert_eq!((nagged(app), nagged(app)), (1, 0));
        let task = &tasks(&world, "register_incomplete")[0];
        assert_eq!(task["session_id"], session);
        let detail = task["detail"].as_str().expect("words");
        assert!(detail.contains("Monday 23 November: ask Jo Hall"), "{detail}");

        let open = listed(&world, "?state=open&from=2026-11-01");
        assert_eq!(open.len(), 1, "{open:?}");
        assert_eq!((&open[0]["session_id"], &open[0]["days_over"]), (&json!(session), &json!(2)));
        completed(&world, &session);
        assert!(tasks(&world, "register_incomplete").is_empty());
        assert!(listed(&world, "?state=open&from=2026-11-01").is_empty());
        assert_eq!(listed(&world, "?state=complete&from=2026-11-01")[0]["completed_at"], "2026-11-25T11:30:00Z");
        app.set_clock("2026-11-30T10:00:00Z");
        assert_eq!(nagged(app), 0);
    }

    fn the_list_holds_what_is_over_at_the_own_centres(app) {
        let world = World::new(app);
        let (first, second) = (weekly(&world, 0, json!({})), weekly(&world, 1, json!({})));
        app.set_clock(&monday(1, "12:00:00"));
        assert_eq!(nagged(app), 1, "the second is over for half an hour only");
        let on_list = tasks(&world, "register_incomplete");
        assert_eq!(on_list[0]["session_id"], first);
        // Staff of another centre see neither the list nor the task.
        let elsewhere = json!({ "name": "Elsewhere" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let at = Person { centre: Some(&elsewhere), ..Person::default() };
        let other = app.sign_in(Role::FrontDesk, &at);
        assert_eq!(other.get("/api/v1/registers").expect(200)["items"], json!([]));
        let named = format!("/api/v1/registers?centre_id={}", world.centre);
        other.get(&named).refused(404, "not_found");
        assert_eq!(listed(&world, "?from=2026-11-30")[0]["session_id"], second);
    }

    fn the_list_begins_today_unless_told_and_keeps_to_a_phase(app) {
        let world = World::new(app);
        let (past, today) = (weekly(&world, 0, json!({})), weekly(&world, 1, json!({})));
        let listed = |query: &str| -> Vec<(Value, Value)> {
            let items = listed(&world, query);
            items.iter().map(|one| (one["session_id"].clone(), one["phase"].clone())).collect()
        };
        // A second before its start the session of the day has no register to list.
        app.set_clock(&monday(1, "09:59:59"));
        assert_eq!(listed(""), []);
        app.set_clock(&monday(1, "10:00:00"));
        assert_eq!(listed(""), [(json!(today), json!("running"))]);
        assert_eq!(listed("?phase=ended"), []);
        assert_eq!(listed("?phase=ended&from=2026-11-01"), [(json!(past), json!("ended"))]);
        app.set_clock(&monday(1, "11:30:00"));
        assert_eq!(listed("?phase=ended"), [(json!(today), json!("ended"))]);
        assert_eq!(listed("?phase=running"), []);
        assert_eq!(listed("?from=2026-11-01").len(), 2);
        world.staff.get("/api/v1/registers?phase=public").refused(422, "invalid_request");
    }

    fn how_soon_registers_are_done_is_counted(app) {
        let world = World::new(app);
        let all: Vec<String> = (0..4).map(|week| weekly(&world, week, json!({}))).collect();
        for (session, at) in all.iter().zip([
            "2026-11-23T11:00:00Z",
            "2026-12-02T11:30:00Z",
            "2026-12-09T11:30:01Z",
        ]) {
            app.set_clock(at);
            completed(&world, session);
        }
        app.set_clock("2026-12-20T10:00:00Z");
        let path = "/api/v1/reports/registers?from=2026-11-16";
        let report = world.staff.get(path).expect(200);
        assert_eq!(report["days"], 2);
        assert_eq!(report["total"], json!({
            "held": 4, "in_time": 2, "later": 1, "open": 1, "percent": "50.0",
        }));
        assert_eq!(report["centres"][0]["centre"], "Partington Children's Centre");
        let patient = world.staff.get(&format!("{path}&days=3")).expect(200);
        assert_eq!(patient["total"]["in_time"], 3);
        let table = world.staff.get(&format!("{path}&format=csv"));
        assert_eq!(table.status, 200);
        assert!(table.text.starts_with("\u{feff}centre_id,centre,held"), "{}", table.text);
        assert!(table.text.contains(",4,2,1,1,50.0"), "{}", table.text);
        app.as_role(Role::FrontDesk).get(path).refused(403, "not_allowed");
    }
}
