//! The races for places.

use chrono::TimeDelta;
use serde_json::{Value, json};
use ureq::http::Method;

use super::oversell::oversold;
use super::{Ready, at_once, fails_without_its_guard, holds, races};
use crate::support::app::at;
use crate::support::client::{Answer, Client};
use crate::support::world::{Family, World, id, merged, referral};

pub fn post(client: &Client, path: String, body: Value) -> Ready {
    let client = client.clone();
    Box::new(move || client.post(&path, &body))
}

pub fn booking(family: &Family, session: &str) -> Ready {
    post(&family.parent, format!("/api/v1/sessions/{session}/bookings"), family.party())
}

fn cancelling(family: &Family, booked: &Value) -> Ready {
    post(&family.parent, format!("/api/v1/bookings/{}/cancel", id(booked)), json!({}))
}

races! {
    oversold:

    /// One place, sixteen who want it.
    fn parents_for_the_last_place(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let families = world.families(16);
        at_once(families.iter().map(|family| booking(family, &session)).collect())
    }

    /// In the last two hours one holder has cancelled and another does, while those who wait
    /// claim and others ask.
    fn cancelling_against_claiming(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 2 }));
        let families = world.families(8);
        let booked: Vec<Value> =
            families.iter().map(|family| family.books(&session).expect(201)).collect();
        app.set_clock("2026-11-23T08:30:00Z");
        cancelling(&families[0], &booked[0])().expect(200);

        let mut calls = vec![cancelling(&families[1], &booked[1])];
        for (family, entry) in families.iter().zip(&booked).skip(2) {
            let path = format!("/api/v1/bookings/{}/claim", id(entry));
            calls.push(post(&family.parent, path, json!({})));
        }
        let others: Vec<Family> =
            (0..4).map(|number| world.family(&format!("Other {number}"))).collect();
        calls.extend(others.iter().map(|family| booking(family, &session)));
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
                // By the statement: to describe a family is a lock of its own.
                let said = visitor.post("/api/v1/families", &family.described).expect(201);
                let by = json!({ "family": null, "statement_id": said["id"] });
                calls.push(post(visitor, path, merged(referral(&family), by)));
            }
        }
        at_once(calls)
    }

    /// At the instant an offer ends, its family accepts and others ask.
    fn an_offer_ending_against_its_acceptance(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let (holder, next) = (world.family("Holder"), world.family("Next"));
        let held = holder.books(&session).expect(201);
        let entry = next.books(&session).expect(201);
        cancelling(&holder, &held)().expect(200);
        let shown = next.parent.get(&format!("/api/v1/bookings/{}", id(&entry))).expect(200);
        let offer = shown["offer"].clone();
        let end = at(offer["expires_at"].as_str().expect("an end"));
        app.clock.set(end - TimeDelta::microseconds(1));

        let path = format!("/api/v1/offers/{}/accept", id(&offer));
        let mut calls = vec![post(&next.parent, path, json!({}))];
        let others: Vec<Family> =
            (1..7).map(|number| world.family(&format!("Other {number}"))).collect();
        for (number, family) in others.iter().enumerate() {
            let (clock, call, parent) = (app.clock.clone(), booking(family, &session), &family.parent);
            let (parent, looks) = (parent.clone(), number / 2);
            calls.push(Box::new(move || {
                // Some look around first, so that the end comes at various points of the other.
                (0..looks).for_each(|_| drop(parent.get("/api/v1/whats-on")));
                clock.set(end);
                call()
            }));
        }
        at_once(calls)
    }

    /// A pair waits for either of two dates; both are freed at once, while others ask for the
    /// single places that were too few for it.
    fn an_entry_for_two_dates_freed_twice_at_once(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Splash", "unit": "children" }));
        let places = json!({ "activity_id": activity, "capacity": 3 });
        let monday = world.session(places.clone());
        let tuesday = world.session(merged(places, json!({
            "starts_at": "2026-11-24T10:00:00Z", "ends_at": "2026-11-24T11:00:00Z" })));
        let pair = |name: &str| world.family_of(name, &["2024-11-01", "2025-11-01"]);
        let (one, two, either) = (pair("One"), pair("Two"), pair("Either"));
        let held = [one.books(&monday).expect(201), two.books(&tuesday).expect(201)];
        either.asks(&monday, json!({ "or_sessions": [tuesday] })).expect(201);

        let others = world.families(8);
        let mut calls = vec![cancelling(&one, &held[0]), cancelling(&two, &held[1])];
        for (number, family) in others.iter().enumerate() {
            calls.push(booking(family, if number % 2 == 0 { &monday } else { &tuesday }));
        }
        at_once(calls)
    }
}
