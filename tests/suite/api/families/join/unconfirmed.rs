//! What somebody sends who has not signed in: nothing comes of it before it is confirmed, and until
//! then nobody learns anything.

use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::bookings::first::service::requests::{CODE_LASTS, KEPT};
use firstplace::db::Tx;
use firstplace::db::schema::{audit, join_requests, outbox};
use firstplace::serve::upkeep;
use serde_json::{Value, json};

use super::{ask, booked, code, count, form, joins, link, other};
use crate::support::app::{TestApp, both};
use crate::support::mail::letters;
use crate::support::world::{World, merged};

fn confirm(app: &TestApp, asked: &Value, code: &str) -> crate::support::client::Answer {
    let typed = json!({ "request_id": asked["request_id"], "code": code });
    app.nobody.post("/api/v1/families/join/confirm", &typed)
}

/// Every text that is kept, wherever a stranger's words could stand.
fn kept(app: &TestApp) -> String {
    let read = |tx: &mut Tx| {
        let sealed: Vec<Option<String>> =
            join_requests::table.select(join_requests::sealed).load(tx.conn())?;
        let letters: Vec<String> = outbox::table.select(outbox::payload).load(tx.conn())?;
        let logged: Vec<String> = audit::table.select(audit::detail).load(tx.conn())?;
        Ok(format!("{sealed:?} {letters:?} {logged:?}"))
    };
    app.store.read(Actor::service(), read).expect("it is read")
}

fn requests(app: &TestApp) -> i64 {
    let read = |tx: &mut Tx| Ok(join_requests::table.count().get_result(tx.conn())?);
    app.store.read(Actor::service(), read).expect("they are counted")
}

both! {
    fn until_it_is_confirmed_no_place_is_held_and_nobody_is_a_member(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 2 }));
        let public = || app.nobody.get("/api/v1/whats-on").expect(200);
        let before = (public(), world.shown(&session));
        for number in 0..30 {
            let email = format!("invented{number}@example.org");
            ask(app, &other(&email, json!({
                "children": [{ "name": format!("Child {number}"), "born_on": "2025-03-02" }],
                "booking": { "session_id": session },
            })));
        }
        assert_eq!((public(), world.shown(&session)), before, "not a place fewer");
        assert_eq!((count(app), booked(app, &session)), (0, 0));
        assert_eq!(letters(app, "confirm_join").len(), 30);

        // The control: one of them confirmed takes one.
        let first = link(app, "invented0@example.org");
        app.nobody.press(&first).page(200);
        assert_ne!(public(), before.0);
        assert_eq!((count(app), booked(app, &session)), (1, 1));
    }

    fn the_message_and_what_is_kept_hold_nothing_that_was_typed(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({
            "carers": [{ "name": "Zebedee Quill", "former_name": "Zebedee Marsh",
                "email": "victim@example.org" }],
            "children": [{ "name": "Tuppence Quill", "born_on": "2025-05-14" }],
            "address": "1 Treacle Lane", "booking": { "session_id": session },
        }));
        ask(app, &body);
        let kept = kept(app);
        for typed in ["Zebedee", "Quill", "Marsh", "Tuppence", "Treacle", "M31 4FL", "2025-05-14"] {
            assert!(!kept.contains(typed), "{typed}");
        }
        // Two messages differ in their code and their link alone.
        ask(app, &other("second@example.org", json!({})));
        let plain = |number: usize| {
            let written = format!("{:?}", letters(app, "confirm_join")[number].written);
            let (before, rest) = written.split_once("/join/").expect("a link");
            let (_, after) = rest.split_once('"').expect("its end");
            let digits = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "#");
            digits(&format!("{before} {after}"))
        };
        assert_eq!(plain(0), plain(1));
    }

    fn the_answer_is_the_same_for_a_family_that_is_known(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({ "booking": { "session_id": session } }));
        let shape = |answer: &Value| merged(answer.clone(), json!({ "request_id": "" }));
        let first = ask(app, &body);
        confirm(app, &first, &code(app, "amina@example.org")).expect(200);
        let again = ask(app, &body);
        let stranger = ask(app, &other("stranger@example.org", json!({})));
        assert_eq!(shape(&first), shape(&again));
        assert_eq!(shape(&first), shape(&stranger));
    }

    fn a_code_works_in_the_same_sitting_and_a_few_wrong_ones_end_it(app) {
        World::new(app);
        let asked = ask(app, &form(json!({})));
        let right = code(app, "amina@example.org");
        let wrong = if right.starts_with('0') { "1000 0000" } else { "0000 0000" };
        let said = confirm(app, &asked, wrong).refused(422, "invalid_request");
        assert_eq!(said["errors"][0]["pointer"], "/code");
        let nobodys = json!({ "request_id": "nobodys" });
        assert_eq!(confirm(app, &nobodys, &right).refused(422, "invalid_request"), said);
        for _ in 0..4 {
            confirm(app, &asked, wrong).refused(422, "invalid_request");
        }
        assert_eq!(confirm(app, &asked, &right).refused(422, "invalid_request"), said, "too often");
        assert_eq!(count(app), 0);

        let late = ask(app, &form(json!({})));
        let right = code(app, "amina@example.org");
        app.advance(CODE_LASTS);
        assert_eq!(confirm(app, &late, &right).refused(422, "invalid_request"), said, "too late");
        // The link still works, once and twice.
        let way = link(app, "amina@example.org");
        assert!(app.nobody.get(&way).page(200).contains("Was this you?"));
        assert_eq!(count(app), 0, "looking changes nothing");
        let done = app.nobody.press(&way).page(200);
        assert!(done.contains("You are a member now."), "{done}");
        assert_eq!(app.nobody.press(&way).page(200), done);
        assert_eq!(app.nobody.get(&way).page(200), done);
        assert_eq!(count(app), 1);
        assert_eq!(letters(app, "joined").len(), 1);
    }

    fn a_confirmed_request_is_told_whether_it_was_booked(app) {
        let world = World::new(app);
        let full = world.session(json!({ "capacity": 1 }));
        joins(app, &form(json!({ "booking": { "session_id": full } })));
        let wait = json!({ "booking": { "session_id": full } });
        let done = joins(app, &other("waits@example.org", wait));
        assert_eq!((&done["booking"], &done["not_booked"]), (&json!("waiting"), &Value::Null));

        let refuse = json!({ "booking": { "session_id": full, "if_full": "refuse" },
            "children": [{ "name": "Ada Lowe", "born_on": "2025-03-02" }] });
        let done = joins(app, &other("refuses@example.org", refuse));
        assert_eq!((&done["booking"], &done["membership"]), (&Value::Null, &json!("member")));
        assert_eq!(done["not_booked"]["code"], "session_full");
        let told = letters(app, "not_booked");
        assert_eq!(told[0].to, "refuses@example.org");
        assert!(told[0].says("All places are taken.") && told[0].says("Stay and Play"));

        // Closed in the meantime: judged by the moment it is confirmed, not by when it was sent.
        let later = json!({ "starts_at": "2026-11-25T10:00:00Z", "ends_at": "2026-11-25T11:00:00Z" });
        let closes = world.session(later);
        let asked = ask(app, &other("late@example.org", json!({
            "children": [{ "name": "Ivy Ash", "born_on": "2025-03-02" }],
            "booking": { "session_id": closes } })));
        world.staff.post(&format!("/api/v1/sessions/{closes}/cancel"), &json!({})).expect(200);
        let done = confirm(app, &asked, &code(app, "late@example.org")).expect(200);
        assert_eq!(done["not_booked"]["code"], "session_cancelled");
        assert_eq!(confirm(app, &asked, &code(app, "late@example.org")).expect(200), done);
        let gone = form(json!({ "booking": { "session_id": closes } }));
        app.nobody.post("/api/v1/families/join", &gone).refused(409, "session_cancelled");
    }

    fn what_nobody_confirms_is_gone_after_seven_days(app) {
        World::new(app);
        ask(app, &form(json!({})));
        let way = link(app, "amina@example.org");
        app.advance(KEPT);
        assert!(app.nobody.press(&way).page(410).contains("Nothing was booked"));
        app.store.write(Actor::service(), upkeep::forget).expect("a round");
        assert_eq!((requests(app), count(app)), (0, 0));
    }

    fn a_few_requests_from_one_address_pass_and_a_flood_for_one_child_does_not(app) {
        for number in 0..25 {
            let child = json!([{ "name": format!("Child {number}"), "born_on": "2025-05-14" }]);
            ask(app, &other(&format!("{number}@example.org"), json!({ "children": child })));
        }
        for number in 0..10 {
            // What stands behind a plus is the same mailbox.
            let carers = json!([{ "name": "A", "email": format!("a+{number}@example.org") }]);
            let child = json!([{ "name": format!("Zoe {number}"), "born_on": "2025-05-14" }]);
            ask(app, &form(json!({ "carers": carers, "children": child })));
        }
        let body = form(json!({ "carers": [{ "name": "A", "email": "a@example.org" }] }));
        app.nobody.post("/api/v1/families/join", &body).refused(429, "too_many_attempts");
        app.advance(TimeDelta::minutes(61));
        ask(app, &body);
    }

    fn a_stranger_reads_the_name_of_nothing_that_is_not_public(app) {
        let world = World::new(app);
        let sensitive = world.activity(json!({ "sensitive": true }));
        let hidden = world.session(json!({ "activity_id": sensitive }));
        let draft = world.draft(json!({ "starts_at": "2026-12-01T10:00:00Z",
            "ends_at": "2026-12-01T11:00:00Z" }));
        for session in [hidden, draft, "nothing".to_owned()] {
            let body = form(json!({ "booking": { "session_id": session } }));
            app.nobody.post("/api/v1/families/join", &body).refused(404, "not_found");
        }
        let made = world.staff.get("/api/v1/families").expect(200);
        assert!(made["items"].as_array().is_some_and(Vec::is_empty));
    }
}
