//! What becomes of texts that left: told, asked for where it is late, and what follows for the
//! family.

use chrono::TimeDelta;
use firstplace::access::Actor;
use firstplace::bookings::first::service::requests::ring_untexted;
use firstplace::mail::texts::service::ask_unheard;
use firstplace::mail::transport::text::Carrier;
use firstplace::serve::upkeep::list_unreached;
use serde_json::{Value, json};

use super::*;
use crate::support::app::texting;
use crate::support::carrier::Gateway;

fn told(app: &TestApp, id: &str, status: &str) {
    // As GOV.UK Notify sends it.
    let body = json!({
        "id": id, "reference": null, "to": NUMBER, "status": status,
        "created_at": "2026-11-16T10:00:00.000000Z", "completed_at": null, "sent_at": null,
        "notification_type": "sms", "template_id": "f33517ff-2a88-4f6e-b855-c550268ce08a",
        "template_version": 1,
    });
    app.carrier().post("/api/v1/texts/status", &body).expect(200);
}

fn delivery(app: &TestApp, kind: &str) -> Value {
    log(app, kind).remove(0)["delivery"].clone()
}

texting! {
    fn each_status_is_seen_and_what_is_final_stays(app) {
        let notify = Notify::new(app.clock.clone());
        asked(app, &notify);
        let id = notify.last_to(AS_TEXTED).id;

        assert_eq!(delivery(app, "offer"), "waiting");
        told(app, "11111111-1111-4111-8111-111111111111", "permanent-failure");
        assert_eq!(delivery(app, "offer"), "waiting", "of another text");
        told(app, &id, "delivered");
        assert_eq!(delivery(app, "offer"), "delivered");
        told(app, &id, "permanent-failure");
        assert_eq!(delivery(app, "offer"), "delivered");
    }

    fn a_number_that_takes_no_texts_is_rung_and_the_offers_clock_waits_for_the_call(app) {
        let notify = Notify::new(app.clock.clone());
        let (world, family, waits) = asked(app, &notify);
        let until = family.parent.get(&format!("/api/v1/bookings/{}", id(&waits))).expect(200);
        told(app, &notify.last_to(AS_TEXTED).id, "permanent-failure");

        list_unreached(&app.store).expect("a step");
        list_unreached(&app.store).expect("a step");
        assert_eq!(tasks(&world), [("ring_offer".to_owned(), "offer".to_owned())], "once");
        assert_eq!(delivery(app, "offer"), "failed_permanently");

        // It would have lapsed the day after.
        app.advance(TimeDelta::hours(30));
        app.sweep();
        assert_eq!(family.status(&waits), "offered", "{until}");
        let list = world.staff.get("/api/v1/tasks").expect(200);
        let call = format!("/api/v1/tasks/{}/calls", id(&list["items"][0]));
        world.staff.post(&call, &json!({ "outcome": "spoke" })).expect(200);
        app.advance(TimeDelta::hours(25));
        app.sweep();
        assert_eq!(family.status(&waits), "lapsed");
    }

    fn a_family_that_was_not_told_of_a_cancelled_session_is_rung(app) {
        let notify = Notify::new(app.clock.clone());
        let world = World::new(app);
        let family = texted(&world, "Amina", NUMBER);
        let session = world.session(json!({}));
        family.books(&session).expect(201);
        let cancel = format!("/api/v1/sessions/{session}/cancel");
        world.staff.post(&cancel, &json!({ "reason": "staff_ill" })).expect(200);
        Post::notify(&notify).delivers(app);
        for status in ["temporary-failure", "technical-failure"] {
            told(app, &notify.last_to(AS_TEXTED).id, status);
        }
        assert_eq!(delivery(app, "session_cancelled"), "failed_for_now");
        list_unreached(&app.store).expect("a step");
        assert_eq!(tasks(&world), [("not_reached".to_owned(), "session_cancelled".to_owned())]);
    }

    fn a_status_that_is_late_is_asked_for(app) {
        let notify = Notify::new(app.clock.clone());
        asked(app, &notify);
        let post = Post::notify(&notify);
        let carried = notify.last_to(AS_TEXTED);
        let asks = || {
            let before = notify.asked();
            ask_unheard(&app.store, post.office()).expect("a step");
            notify.asked() - before
        };

        assert_eq!(asks(), 0, "not late yet");
        app.advance(TimeDelta::hours(1));
        assert_eq!((asks(), asks()), (1, 0), "once an hour");
        assert_eq!(delivery(app, "offer"), "waiting");
        notify.will_say(&carried.id, "delivered");
        app.advance(TimeDelta::hours(1));
        assert_eq!(asks(), 1);
        assert_eq!(delivery(app, "offer"), "delivered");
        app.advance(TimeDelta::hours(1));
        assert_eq!(asks(), 0);
    }

    fn nobody_waits_for_ever(app) {
        let notify = Notify::new(app.clock.clone());
        asked(app, &notify);
        let post = Post::notify(&notify);
        notify.refuses(500, "Exception", "Internal server error");
        app.advance(TimeDelta::hours(74));
        ask_unheard(&app.store, post.office()).expect("a step");
        assert_eq!(delivery(app, "offer"), "waiting");
        app.advance(TimeDelta::hours(1));
        ask_unheard(&app.store, post.office()).expect("a step");
        assert_eq!(delivery(app, "offer"), "unknown");
    }

    fn a_gateway_says_it_in_its_own_words_or_is_asked(app) {
        let gateway = Gateway::new(app.clock.clone());
        let world = World::new(app);
        let post = Post::with(Some(Carrier::gateway(gateway.settings(None))));
        for (name, number, day) in [("Amina", NUMBER, "24"), ("Beth", "07700 900456", "25")] {
            let family = texted(&world, name, number);
            let session = world.session(json!({
                "starts_at": format!("2026-11-{day}T10:00:00Z"), "ends_at": format!("2026-11-{day}T11:00:00Z"),
            }));
            family.books(&session).expect(201);
        }
        post.delivers(app);
        let status = json!({ "id": "t-1", "status": "failed_permanently" });
        app.carrier().post("/api/v1/texts/status", &status).expect(200);
        gateway.will_say("t-2", "delivered");
        app.advance(TimeDelta::hours(1));
        ask_unheard(&app.store, post.office()).expect("a step");
        let became: Vec<Value> = log(app, "booked").iter().map(|item| item["delivery"].clone()).collect();
        assert!(became.contains(&json!("failed_permanently")) && became.contains(&json!("delivered")), "{became:?}");
    }

    fn only_the_carrier_tells_and_only_what_is_known(app) {
        for (path, body) in [
            ("/api/v1/texts/status", json!({ "id": "a", "status": "delivered" })),
            ("/api/v1/texts/received", json!({ "id": "a", "source_number": AS_TEXTED, "message": "1" })),
        ] {
            app.nobody.post(path, &body).refused(401, "not_signed_in");
            app.nobody.bearing("the token of whoever carries text").post(path, &body).refused(401, "not_signed_in");
            app.as_role(Role::Administrator).post(path, &body).refused(401, "not_signed_in");
            app.carrier().post(path, &body).expect(200);
        }
        let odd = json!({ "id": "a", "status": "eaten by a pigeon" });
        app.carrier().post("/api/v1/texts/status", &odd).refused(422, "invalid_request");
    }

    fn a_request_whose_text_did_not_arrive_is_rung_about(app) {
        let notify = Notify::new(app.clock.clone());
        let world = World::new(app);
        let ask = json!({
            "carers": [{ "name": "Amina Khan", "phone": NUMBER }],
            "children": [{ "name": "Yusuf Khan", "born_on": "2025-05-14" }],
            "postcode": "M31 4FL",
        });
        app.nobody.post("/api/v1/families/join", &ask).expect(202);
        Post::notify(&notify).delivers(app);
        let ring = || {
            app.store.write(Actor::service(), ring_untexted).expect("a step");
            world.staff.get("/api/v1/join-requests").expect(200)["items"].as_array().expect("items").len()
        };
        assert_eq!(ring(), 0);
        told(app, &notify.last_to(AS_TEXTED).id, "permanent-failure");
        assert_eq!((ring(), ring()), (1, 1));
    }
}
