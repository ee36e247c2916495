//! Sending a request again: the same key and body get the first answer, anything else is
//! refused; and a change names the version it was made on.

use crate::support::contract::described;
use chrono::TimeDelta;
use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::api::replay::kept;
use firstplace::db::schema::idempotency;
use firstplace::web::Kept;
use serde_json::{Value, json};
use ureq::http::Method;

use super::openapi::lint::operations;
use super::openapi::people::names_somebody;
use crate::support::app::both;
use crate::support::world::{Family, World, id, merged};

fn sent(family: &Family, session: &str, key: &str, adults: u32) -> crate::support::client::Answer {
    let path = format!("/api/v1/sessions/{session}/bookings");
    let body = merged(family.party(), json!({ "adults": adults }));
    family.parent.call(Method::POST, &path).json(&body).idempotency_key(key).send()
}

both! {
    fn the_same_request_gets_the_first_answer_again(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let ada = world.family("Ada");
        let first = sent(&ada, &session, "a-key", 1);
        let again = sent(&ada, &session, "a-key", 1);
        let quoted = sent(&ada, &session, "\"a-key\"", 1);
        assert_eq!((first.status, &first.text), (201, &again.text));
        assert_eq!((again.status, &again.text), (201, &quoted.text));
        assert_eq!(world.shown(&session)["places_left"], 7);
    }

    fn the_same_key_for_another_request_is_refused(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let ada = world.family("Ada");
        sent(&ada, &session, "a-key", 1).expect(201);
        sent(&ada, &session, "a-key", 2).refused(422, "idempotency_mismatch");
    }

    fn a_key_is_its_caller_s_alone(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (ada, bea) = (world.family("Ada"), world.family("Bea"));
        let first = sent(&ada, &session, "a-key", 1).expect(201);
        let second = sent(&bea, &session, "a-key", 1).expect(201);
        assert_ne!(first["id"], second["id"]);
    }

    fn only_successes_are_kept(app) {
        let world = World::new(app);
        let session = world.session(json!({ "public_release_at": "2026-11-17T09:00:00Z" }));
        let ada = world.family("Ada");
        sent(&ada, &session, "a-key", 1).refused(409, "not_yet_released");
        app.set_clock("2026-11-17T09:00:00Z");
        sent(&ada, &session, "a-key", 1).expect(201);
    }

    fn an_answer_is_kept_for_24_hours(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let ada = world.family("Ada");
        let first = sent(&ada, &session, "a-key", 1).expect(201);
        app.advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
        assert_eq!(sent(&ada, &session, "a-key", 1).expect(201), first);
        app.advance(TimeDelta::seconds(2));
        sent(&ada, &session, "a-key", 1).refused(409, "already_booked");
    }

    fn a_request_sent_again_is_answered_as_the_caller_may_see_it_now(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let ada = world.family("Ada");
        let booked = sent(&ada, &session, "a-key", 1).expect(201);
        let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked));
        ada.parent.post(&cancel, &json!({})).expect(200);
        let again = sent(&ada, &session, "a-key", 1).expect(201);
        assert_eq!((&again["id"], &again["status"]), (&booked["id"], &json!("cancelled")));

        let family = json!({ "carers": [{ "name": "Cleo Quick", "email": "cleo@example.org" }],
            "children": [{ "name": "Dan Quick", "born_on": "2025-11-01" }],
            "centre_id": world.centre });
        let make = || {
            let call = world.staff.call(Method::POST, "/api/v1/families").json(&family);
            call.idempotency_key("make").send()
        };
        let first = make();
        let (etag, made) = (first.header("etag").map(str::to_owned), first.expect(201));
        let again = make();
        assert_eq!(again.header("etag").map(str::to_owned), etag);
        assert_eq!(again.expect(201), made);
        // The right to it is gone: so is the answer.
        let lead = app.as_role(Role::SafeguardingLead);
        let path = format!("/api/v1/families/{}/restriction", id(&made));
        let body = json!({ "restricted": true, "unsafe_address": false });
        lead.call(Method::PUT, &path).json(&body).send().expect(200);
        make().refused(404, "not_found");
    }

    fn what_a_team_said_is_given_back_as_it_was(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let body = json!({ "carers": [{ "name": "Cleo Quick", "phone": "07700 900123" }],
            "children": [{ "name": "Dan Quick", "born_on": "2025-11-01" }], "postcode": "M31 4FL" });
        let make = || {
            let call = visitor.call(Method::POST, "/api/v1/families").json(&body);
            call.idempotency_key("make").send()
        };
        let first = make().expect(201);
        assert_eq!(make().expect(201), first);
    }

    fn a_kept_answer_is_encrypted(app) {
        let world = World::new(app);
        let made = world.staff.call(Method::POST, "/api/v1/families")
            .json(&json!({ "carers": [{ "name": "Cleo Quick", "email": "cleo@example.org" }],
                "children": [{ "name": "Dan Quick", "born_on": "2025-11-01" }],
                "centre_id": world.centre }))
            .idempotency_key("make").send().expect(201);
        let term = json!({ "name": "Spring term", "first_day": "2027-01-04", "last_day": "2027-03-26" });
        let term = world.admin.call(Method::POST, "/api/v1/terms").json(&term);
        term.idempotency_key("term").send().expect(201);
        let kept = app.store.read(Actor::service(), |tx| {
            Ok(idempotency::table
                .select((idempotency::scope, idempotency::sealed))
                .load::<(String, String)>(tx.conn())?)
        });
        let kept = kept.expect("the table is read");
        assert_eq!(kept.len(), 2);
        for (scope, sealed) in kept {
            for word in [id(&made).as_str(), "Quick", "Spring", "families", "{", "items"] {
                assert!(!scope.contains(word) && !sealed.contains(word), "{word}: {scope} {sealed}");
            }
            assert!(sealed.len() > 40, "something is kept");
        }
    }

    fn a_change_names_the_version_it_was_made_on(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let path = format!("/api/v1/sessions/{session}");
        let read = world.staff.get(&path);
        let etag = read.header("etag").expect("an ETag").to_owned();
        let edit = |etag: Option<&str>, capacity: i32| {
            let call = world.staff.call(Method::PATCH, &path).json(&json!({ "capacity": capacity }));
            match etag {
                Some(etag) => call.if_match(etag).send(),
                None => call.send(),
            }
        };
        edit(None, 9).refused(428, "version_needed");
        let changed = edit(Some(&etag), 9);
        let next = changed.header("etag").map(str::to_owned);
        assert_eq!(changed.expect(200)["capacity"], 9);
        edit(Some(&etag), 10).refused(412, "version_conflict");
        edit(next.as_deref(), 10).expect(200);
    }

    fn a_booking_does_not_change_the_version_staff_save_on(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let path = format!("/api/v1/sessions/{session}");
        let etag = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
        world.family("Ada").books(&session).expect(201);
        let edit = world.staff.call(Method::PATCH, &path).json(&json!({ "capacity": 9 }));
        edit.if_match(&etag).send().expect(200);
    }

    fn a_capacity_below_what_is_taken_is_refused_with_the_numbers(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        for family in world.families(3) {
            family.books(&session).expect(201);
        }
        let path = format!("/api/v1/sessions/{session}");
        let etag = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
        let edit = world.staff.call(Method::PATCH, &path).json(&json!({ "capacity": 2 }));
        let problem = edit.if_match(&etag).send().refused(409, "capacity_below_taken");
        assert!(problem["detail"].as_str().is_some_and(|said| said.contains('3')), "{problem}");
    }

    fn an_unusable_key_is_refused(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let ada = world.family("Ada");
        sent(&ada, &session, &"k".repeat(256), 1).refused(400, "invalid_idempotency_key");
        sent(&ada, &session, "\"\"", 1).refused(400, "invalid_idempotency_key");
        sent(&ada, &session, &"k".repeat(255), 1).expect(201);
    }
}

/// Answers to administrators, who are asked for their role with each request and need no scope.
const TO_ADMINISTRATORS: [&str; 2] = ["add_account", "retry_mail"];

#[test]
fn nothing_that_names_somebody_is_kept_whole() {
    let document: Value = described();
    let mut named = 0;
    for operation in operations(&document).iter().filter(|one| one.method == "post") {
        let names = names_somebody(&document, operation);
        if !names || operation.is_public() || TO_ADMINISTRATORS.contains(&operation.id()) {
            continue;
        }
        named += 1;
        assert_ne!(kept(operation.path), Kept::Whole, "{} is kept whole", operation.id());
    }
    assert!(named > 15, "only {named} answers name somebody");
}
