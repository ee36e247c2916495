//! A child with two places at one time: refused within what its household may know, and nobody's
//! hindrance beyond it. Both places stand, and staff who may know of both get one task.

use firstplace::access::{Actor, Role};
use firstplace::bookings::telling::service::remind;
use serde_json::{Value, json};

use crate::support::app::both;
use crate::support::client::Client;
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{Family, World, id, merged};

/// A session of an activity of its own on a day, at these times.
fn session(world: &World, day: &str, times: (&str, &str), changed: Value) -> String {
    let times = json!({ "activity_id": world.activity(json!({ "title": "Messy Mondays" })),
        "starts_at": format!("{day}T{}:00Z", times.0), "ends_at": format!("{day}T{}:00Z", times.1) });
    world.session(merged(times, changed))
}

const TEN: (&str, &str) = ("10:00", "11:00");
const HALF_PAST: (&str, &str) = ("10:30", "11:30");

fn tasks(client: &Client) -> Vec<Value> {
    let page = client.get("/api/v1/tasks?kind=two_families").expect(200);
    page["items"].as_array().expect("a list").clone()
}

/// The mother's place on a day.
fn held(world: &World, mother: &Family, day: &str) -> String {
    let place = session(world, day, TEN, json!({}));
    assert_eq!(mother.books(&place).expect(201)["status"], "booked");
    place
}

fn cancel(family: &Family, booking: &Value) {
    let path = format!("/api/v1/bookings/{}/cancel", id(booking));
    family.parent.post(&path, &json!({})).expect(200);
}

both! {
    fn no_door_tells_of_a_booking_by_the_other_household(app) {
        let world = World::new(app);
        let mother = world.family("Mother");
        let father = world.other_home(&mother, "Father");
        let booked = |answer: Value| assert_eq!(answer["status"], "booked", "{answer}");

        // Asking, by the family and by staff; another session, and the same.
        held(&world, &mother, "2026-11-23");
        booked(father.books(&session(&world, "2026-11-23", HALF_PAST, json!({}))).expect(201));
        booked(father.books(&held(&world, &mother, "2026-11-24")).expect(201));
        held(&world, &mother, "2026-11-25");
        let place = session(&world, "2026-11-25", HALF_PAST, json!({}));
        let path = format!("/api/v1/sessions/{place}/bookings");
        booked(world.staff.post(&path, &father.party()).expect(201));

        // From the line: offered and taken up, and booked at once.
        for (day, wants, holder) in [("2026-11-26", "offer", "Olga"), ("2026-11-27", "book", "Hanif")] {
            let place = session(&world, day, HALF_PAST, json!({ "capacity": 1 }));
            let first = world.family(holder);
            let holds = first.books(&place).expect(201);
            let waits = father.asks(&place, json!({ "wants": wants })).expect(201);
            held(&world, &mother, day);
            cancel(&first, &holds);
            if wants == "offer" {
                let shown = father.parent.get(&format!("/api/v1/bookings/{}", id(&waits))).expect(200);
                let offer = shown["offer"]["id"].as_str().expect("an offer");
                let path = format!("/api/v1/offers/{offer}/accept");
                father.parent.post(&path, &json!({})).expect(200);
            }
            assert_eq!(father.status(&waits), "booked", "{wants}");
        }

        // Moving, and a course of which one date is at that time.
        held(&world, &mother, "2026-11-30");
        let from = father.books(&session(&world, "2026-12-01", TEN, json!({}))).expect(201);
        let to = json!({ "session_id": session(&world, "2026-11-30", HALF_PAST, json!({})) });
        let path = format!("/api/v1/bookings/{}/move", id(&from));
        booked(father.parent.post(&path, &to).expect(200));
        held(&world, &mother, "2026-12-14");
        let course = json!({ "activity_id": world.activity(json!({})), "centre_id": world.centre,
            "rule": { "every": "week", "weekday": "monday" }, "first_day": "2026-12-07",
            "dates": 2, "starts": "10:30", "ends": "11:30", "name": "Winter course" });
        let course = world.staff.post("/api/v1/courses", &course).expect(201);
        world.staff.post(&format!("/api/v1/courses/{}/announce", id(&course)), &json!({})).expect(200);
        app.set_clock("2026-12-04T12:00:00Z");
        let head = course["head_session_id"].as_str().expect("a session");
        booked(father.books(head).expect(201));

        let tasks = tasks(&world.staff);
        assert_eq!(tasks.len(), 7, "{tasks:?}");
        assert!(tasks.iter().all(|task| task["detail"] == "of_two_households"));
        app.is_sound();
        let mails = letters(app, "booked").into_iter().chain(letters(app, "place_given"));
        assert_eq!(mails.filter(|letter| letter.to == "father@example.org").count(), 8);
        // The control: within one household a child is in one place at a time.
        let again = session(&world, "2026-12-14", HALF_PAST, json!({}));
        mother.books(&again).refused(409, "clashing_booking");
    }

    fn staff_who_may_know_of_both_get_one_task_and_the_lead_alone_where_either_is_restricted(app) {
        let world = World::new(app);
        let desk = app.sign_in(Role::FrontDesk, &Person { centre: Some(&world.centre), ..Person::default() });
        let elsewhere = json!({ "name": "Elsewhere", "phone": "0161 912 2122" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let other = app.sign_in(Role::Staff, &Person { centre: Some(&elsewhere), ..Person::default() });
        let lead = app.as_role(Role::SafeguardingLead);
        let mother = world.family("Mother");
        let father = world.other_home(&mother, "Father");
        let of_mother = held(&world, &mother, "2026-11-23");
        let booked = father.books(&session(&world, "2026-11-23", HALF_PAST, json!({}))).expect(201);

        let one = tasks(&world.staff);
        assert_eq!(one.len(), 1);
        assert_eq!((&one[0]["family_id"], &one[0]["booking_id"]), (&json!(father.id), &booked["id"]));
        let held_by_mother = world.staff.get(&format!("/api/v1/sessions/{of_mother}/bookings"));
        assert_eq!(one[0]["other_booking_id"], held_by_mother.expect(200)["items"][0]["id"]);
        assert_eq!(tasks(&lead).len(), 1);
        let call = format!("/api/v1/tasks/{}/calls", id(&one[0]));
        for stranger in [&desk, &other] {
            assert_eq!(tasks(stranger), Vec::<Value>::new());
            stranger.post(&call, &json!({ "outcome": "spoke" })).refused(404, "not_found");
        }

        let restriction = format!("/api/v1/families/{}/restriction", mother.id);
        let hidden = json!({ "restricted": true, "unsafe_address": false });
        lead.put(&restriction, &hidden).expect(200);
        assert_eq!(tasks(&world.staff), Vec::<Value>::new());
        world.staff.post(&call, &json!({ "outcome": "spoke" })).refused(404, "not_found");
        assert_eq!(tasks(&lead).len(), 1);
        assert_eq!(father.status(&booked), "booked");
        lead.post(&call, &json!({ "outcome": "spoke" })).expect(200);
        assert_eq!(tasks(&lead), Vec::<Value>::new());
    }

    fn a_sensitive_booking_of_one_carer_does_not_hinder_the_other(app) {
        let world = World::new(app);
        let body = json!({
            "carers": [{ "name": "Ada", "email": "ada@example.org", "phone": "0161 111 1111" },
                { "name": "Bea", "email": "bea@example.org", "phone": "0161 222 2222" }],
            "children": [{ "name": "Cal", "born_on": "2025-11-01" }], "centre_id": world.centre,
        });
        let made = world.staff.post("/api/v1/families", &body).expect(201);
        let family = id(&made);
        let parent = |at: usize| {
            let carer = id(&made["carers"][at]);
            app.sign_in(Role::Parent, &Person { family: Some(&family), carer: Some(&carer), ..Person::default() })
        };
        let (ada, bea) = (parent(0), parent(1));
        let party = json!({ "family_id": family, "child_ids": [made["children"][0]["id"]], "adults": 1 });
        let private = world.activity(json!({ "title": "Freedom Programme", "sensitive": true }));
        let hers = world.session(json!({ "activity_id": private }));
        let books = |who: &Client, session: &str, changed: Value| {
            who.post(&format!("/api/v1/sessions/{session}/bookings"), &merged(party.clone(), changed))
        };
        let of_ada = json!({ "carer_id": made["carers"][0]["id"] });
        let secret = books(&world.staff, &hers, of_ada.clone()).expect(201);

        let plain = session(&world, "2026-11-23", HALF_PAST, json!({}));
        books(&ada, &plain, json!({})).refused(409, "clashing_booking");
        // Bea may say who comes as she likes: she is answered as herself.
        let theirs = books(&bea, &plain, of_ada).expect(201);
        assert_eq!(theirs["status"], "booked");
        assert_eq!(tasks(&world.staff)[0]["detail"], "of_two_carers");
        app.is_sound();

        // No page of hers has a gap where the other is.
        let page = bea.get("/api/v1/bookings?limit=1").expect(200);
        assert_eq!((page["items"][0]["id"].clone(), page["next"].clone()), (theirs["id"].clone(), Value::Null));
        bea.get(&format!("/api/v1/bookings/{}", id(&secret))).refused(404, "not_found");
        bea.get(&format!("/api/v1/sessions/{hers}")).refused(404, "not_found");
        assert_eq!(ada.get("/api/v1/bookings").expect(200)["items"].as_array().map(Vec::len), Some(2));

        // Nothing sent about it goes to her, though nothing can go to Ada any more.
        let version = world.staff.get(&format!("/api/v1/families/{family}")).header("etag").map(str::to_owned);
        let quiet = json!({ "carers": [{ "id": made["carers"][0]["id"], "name": "Ada",
            "email": "ada@example.org", "phone": "0161 111 1111", "mail_allowed": false }] });
        let path = format!("/api/v1/families/{family}");
        let call = world.staff.call(ureq::http::Method::PATCH, &path).json(&quiet);
        call.if_match(&version.expect("an etag")).send().expect(200);
        let etag = world.staff.get(&format!("/api/v1/sessions/{hers}")).header("etag").map(str::to_owned);
        let moved = json!({ "starts_at": "2026-11-23T13:00:00Z", "ends_at": "2026-11-23T14:00:00Z" });
        let call = world.staff.call(ureq::http::Method::PATCH, &format!("/api/v1/sessions/{hers}"));
        call.json(&moved).if_match(&etag.expect("an etag")).send().expect(200);
        for moment in ["2026-11-22T15:59:59Z", "2026-11-22T16:00:00Z"] {
            app.set_clock(moment);
            app.store.write(Actor::service(), remind).expect("a round");
        }
        let to_bea: Vec<String> = letters(app, "reminder").into_iter().map(|one| one.to).collect();
        assert_eq!(to_bea, ["bea@example.org"], "of the plain session alone");
        assert!(letters(app, "changed").is_empty());
        let unreached = world.staff.get("/api/v1/tasks?kind=not_reached").expect(200);
        assert_eq!(unreached["items"][0]["phones"], json!(["0161 111 1111"]), "{unreached}");
    }

    fn the_auditor_finds_a_child_in_two_places_of_one_household(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let (one, other) = (held(&world, &family, "2026-11-23"), held(&world, &family, "2026-11-24"));
        app.is_sound();
        let etag = world.staff.get(&format!("/api/v1/sessions/{other}")).header("etag").map(str::to_owned);
        let call = world.staff.call(ureq::http::Method::PATCH, &format!("/api/v1/sessions/{other}"));
        let same = json!({ "starts_at": "2026-11-23T10:30:00Z", "ends_at": "2026-11-23T11:30:00Z" });
        call.json(&same).if_match(&etag.expect("an etag")).send().expect(200);
        app.expect_broken(&["a child is in one place at a time"]);
        assert_eq!(app.broken().len(), 1, "{one}");
    }
}
