//! The races for places.

use chrono::TimeDelta;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{Ready, at_once, fails_without_its_guard, holds, races};
use crate::support::app::at;
use crate::support::client::{Answer, Client};
use crate::support::world::{Family, World, id, referral};

fn post(client: &Client, path: String, body: Value) -> Ready {
    let client = client.clone();
    Box::new(move || client.post(&path, &body))
}

fn booking(family: &Family, session: &str) -> Ready {
    post(&family.parent, format!("/api/v1/sessions/{session}/bookings"), family.party())
}

fn cancelling(family: &Family, booked: &Value) -> Ready {
    post(&family.parent, format!("/api/v1/bookings/{}/cancel", id(booked)), json!({}))
}

races! {
    /// One place, sixteen who want it.
    fn parents_for_the_last_place(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let families = world.families(16);
        at_once(families.iter().map(|family| booking(family, &session)).collect())
    }

    /// In the last two hours the holder cancels while those who wait claim and others ask.
    fn cancelling_against_claiming(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 2 }));
        let families = world.families(8);
        let booked: Vec<Value> =
            families.iter().map(|family| family.books(&session).expect(201)).collect();
        app.set_clock("2026-11-23T08:30:00Z");
        let mut calls = vec![cancelling(&families[0], &booked[0])];
        for (family, entry) in families.iter().zip(&booked).skip(2) {
            let path = format!("/api/v1/bookings/{}/claim", id(entry));
            calls.push(post(&family.parent, path, json!({})));
        }
        let others: Vec<Family> =
            (0..4).map(|number| world.family(&format!("Other {number}"))).collect();
        calls.extend(others.iter().map(|family| booking(family, &session)));
        // The first cancels before the rest start, or the claims may all have come too early.
        at_once(calls)
    }

    /// Staff make the session smaller while families book.
    fn a_smaller_capacity_against_booking(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 6 }));
        let path = format!("/api/v1/sessions/{session}");
        let etag = world.staff.get(&path).header("etag").expect("an ETag").to_owned();
        let families = world.families(8);
        let mut calls: Vec<Ready> =
            families.iter().map(|family| booking(family, &session)).collect();
        let edit = world.staff.call(Method::PATCH, &path);
        let edit = edit.json(&json!({ "capacity": 1 })).if_match(&etag);
        calls.push(Box::new(move || edit.send()));
        at_once(calls)
    }

    /// Two professionals each refer the same six families for three places.
    fn two_referrals_for_one_family(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 3 }));
        let visitors = [world.professional("health"), world.professional("social_care")];
        let mut calls = Vec::new();
        for family in world.families(6) {
            for visitor in &visitors {
                let path = format!("/api/v1/sessions/{session}/referrals");
                calls.push(post(visitor, path, referral(&family)));
            }
        }
        at_once(calls)
    }

    /// At the instant an offer ends, its family accepts and others ask.
    fn an_offer_ending_against_its_acceptance(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let holder = world.family("Holder");
        let held = holder.books(&session).expect(201);
        let families = world.families(6);
        let entries: Vec<Value> =
            families.iter().map(|family| family.books(&session).expect(201)).collect();
        cancelling(&holder, &held)().expect(200);
        let shown = families[0].parent.get(&format!("/api/v1/bookings/{}", id(&entries[0])));
        let offer = shown.expect(200)["offer"].clone();
        let end = at(offer["expires_at"].as_str().expect("an end"));
        app.clock.set(end - TimeDelta::microseconds(1));

        let path = format!("/api/v1/offers/{}/accept", id(&offer));
        let mut calls = vec![post(&families[0].parent, path, json!({}))];
        let others: Vec<Family> =
            (0..4).map(|number| world.family(&format!("Other {number}"))).collect();
        for family in &others {
            let (clock, call) = (app.clock.clone(), booking(family, &session));
            calls.push(Box::new(move || {
                clock.set(end);
                call()
            }));
        }
        at_once(calls)
    }

    /// One entry waits for either of two dates; both are freed at once, and others ask.
    fn an_entry_for_two_dates_freed_twice_at_once(app) {
        let world = World::new(app);
        let monday = world.session(json!({ "capacity": 1 }));
        let tuesday = world.session(json!({ "capacity": 1,
            "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" }));
        let (one, two) = (world.family("One"), world.family("Two"));
        let held = [one.books(&monday).expect(201), two.books(&tuesday).expect(201)];
        let either = world.family("Either");
        either.asks(&monday, json!({ "or_sessions": [tuesday] })).expect(201);
        let others = world.families(6);
        let mut calls = vec![cancelling(&one, &held[0]), cancelling(&two, &held[1])];
        for (number, family) in others.iter().enumerate() {
            calls.push(booking(family, if number % 2 == 0 { &monday } else { &tuesday }));
        }
        at_once(calls)
    }
}
