//! Answers whose delay must tell nothing are given at a fixed time after the request arrived. The
//! clock of the tests stands still and notes what it is asked to wait for.

use chrono::TimeDelta;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::families::join::{ask, code, form, link, other};
use crate::pages::refer::send as page;
use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::world::World;

/// What one call waits for, in milliseconds.
#[track_caller]
fn waited(app: &TestApp, call: impl FnOnce()) -> Vec<i64> {
    app.clock.take_waits();
    call();
    app.clock.take_waits().iter().map(TimeDelta::num_milliseconds).collect()
}

fn sends(who: &Client, path: &str, kind: &'static str, body: &str) {
    who.call(Method::POST, path).header("content-type", kind).raw(body).send();
}

both! {
    fn a_request_to_join_takes_the_same_time_whatever_comes_of_it(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let body = form(json!({ "booking": { "session_id": session } }));
        assert_eq!(waited(app, || drop(ask(app, &body))), [300]);
        let asked = ask(app, &body);
        let typed = |code: &str| json!({ "request_id": asked["request_id"], "code": code });
        let confirm = |code: &str, status: u16| {
            let sent = app.nobody.post("/api/v1/families/join/confirm", &typed(code));
            assert_eq!(sent.status, status);
        };
        assert_eq!(waited(app, || confirm("1", 422)), [300]);
        let right = code(app, "amina@example.org");
        assert_eq!(waited(app, || confirm(&right, 200)), [300], "booked");
        assert_eq!(waited(app, || drop(ask(app, &body))), [300], "known now");
        let way = link(app, "amina@example.org");
        assert_eq!(waited(app, || drop(app.nobody.press(&way).page(200))), [300]);
        assert_eq!(waited(app, || drop(app.nobody.press("/join/nothing").page(404))), [300]);
        let form = "application/x-www-form-urlencoded";
        for path in ["/join", "/join/confirm", &format!("/sessions/{session}/book")] {
            assert_eq!(waited(app, || sends(&app.nobody, path, form, "")), [300], "{path}");
        }
    }

    fn partners_are_answered_after_the_same_time_and_feeds_by_their_length(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let professional = world.professional("health");
        let refer = |body: Value| {
            let path = format!("/api/v1/sessions/{session}/referrals");
            drop(professional.post(&path, &body));
        };
        assert_eq!(waited(app, || refer(json!({}))), [300], "refused");
        let family = other("beth@example.org", json!({}));
        let make = |body: &Value| drop(professional.post("/api/v1/families", body));
        assert_eq!(waited(app, || make(&family)), [300]);
        assert_eq!(waited(app, || make(&family)), [300], "known now");
        let nothing = "0".repeat(32);
        for path in [
            "/refer".to_owned(),
            format!("/refer/{session}?family={nothing}"),
            format!("/refer/families/{nothing}/card"),
            format!("/refer/families/{nothing}/no"),
            format!("/referrals/{nothing}/withdraw"),
        ] {
            assert_eq!(waited(app, || drop(page(&professional, &path, &[]))), [300], "{path}");
        }
        for path in [format!("referrals/{nothing}/withdraw"), "cards/90000007/give".to_owned()] {
            let call = || drop(professional.post(&format!("/api/v1/{path}"), &json!({})));
            assert_eq!(waited(app, call), [300], "{path}");
        }

        for path in ["/api/v1/feeds/families", "/api/v1/feeds/contacts"] {
            let lines = |count: usize| format!("NHS number,Kind,Date\n{}", "x,y,z\n".repeat(count));
            let feed = |count: usize| {
                waited(app, || sends(&world.staff, path, "text/csv", &lines(count)))
            };
            assert_eq!(feed(9), [350], "{path}");
            assert_eq!(feed(99), [800], "{path}");
        }
    }

    fn other_answers_are_given_at_once(app) {
        let world = World::new(app);
        let call = || {
            app.nobody.get("/api/v1/whats-on").expect(200);
            app.nobody.get("/join").page(200);
            world.staff.get("/api/v1/families").expect(200);
        };
        assert_eq!(waited(app, call), Vec::<i64>::new());
    }
}
